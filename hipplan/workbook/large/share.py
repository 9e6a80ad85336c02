"""Which blocks share a page: as few pages as hold them, evenly filled, parted where a reader would pause."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from hipplan.pdf.text import LayoutError
from hipplan.workbook.large.flow import Block, height_of_all, least_height

ROUNDING = 0.01
PAUSE = 4.0  # a gap as wide is a pause
AGAINST_THE_GRAIN, IN_A_LIST, ALONE = 0.04, 0.08, 0.15
CLOSE = 0.02  # what it costs to draw the gaps together


@dataclass(frozen=True, slots=True)
class _Way:
    """The best way to fill the pages up to a break: what it costs, and where each page starts."""

    cost: float
    starts: tuple[int, ...]


def share_out(blocks: Sequence[Block], rooms: Callable[[int], float], *, last: float = 1.0) -> list[slice]:
    """`rooms` tells the height of each page, `last` how much empty room on the last one counts.

    Raises LayoutError for what is higher than a page.
    """
    ends = list(_ends(blocks, min(rooms(0), rooms(1))))
    ways = {0: _Way(0.0, ())}
    for number in range(len(ends)):
        ways = _next_page(blocks, ends, ways, rooms(number), last)
        if len(blocks) in ways:
            starts = ways[len(blocks)].starts
            return [slice(start, end) for start, end in zip(starts, (*starts[1:], len(blocks)), strict=True)]
        if not ways:
            break
    high = max(least_height(blocks[start:end]) for start, end in zip((0, *ends), ends, strict=False))
    raise LayoutError(f"a block is {high:.1f} mm high, its page has {rooms(1):.1f} mm")


def _next_page(
    blocks: Sequence[Block], ends: Sequence[int], ways: dict[int, _Way], room: float, last: float
) -> dict[int, _Way]:
    """One page more: from every place the pages so far may end to every place this one may."""
    found: dict[int, _Way] = {}
    for start, way in ways.items():
        for end in ends:
            if end <= start:
                continue
            page = blocks[start:end]
            if least_height(page) > room + ROUNDING:
                break
            cost = way.cost + _cost(page, room) * (last if end == len(blocks) else 1.0) + _parting(blocks, end)
            if end not in found or cost < found[end].cost:
                found[end] = _Way(cost, (*way.starts, start))
    return found


def _ends(blocks: Sequence[Block], room: float) -> Iterator[int]:
    """Where a page may end: behind what belongs together, or anywhere in it where no page holds all of it."""
    start = 0
    for number, block in enumerate(blocks, start=1):
        if not block.keep or number == len(blocks):
            too_high = least_height(blocks[start:number]) > room
            yield from range(start + 1, number + 1) if too_high else (number,)
            start = number


def _cost(page: Sequence[Block], room: float) -> float:
    """Empty room costs by its square, so two pages that are a little empty are better than one that is very."""
    spare = room - height_of_all(page)
    if spare < 0:
        return CLOSE
    return (max(0.0, spare - sum(block.stretch for block in page)) / room) ** 2


def _parting(blocks: Sequence[Block], end: int) -> float:
    """A page ends best before a heading, and worst with one item of a list alone."""
    if end == len(blocks):
        return 0.0
    before, after = blocks[end - 1], blocks[end]
    if not before.listing or before.listing != after.listing:
        return AGAINST_THE_GRAIN if after.gap < PAUSE else 0.0
    first = end < 2 or blocks[end - 2].listing != before.listing
    last = end + 1 == len(blocks) or blocks[end + 1].listing != after.listing
    return ALONE if first or last else IN_A_LIST
