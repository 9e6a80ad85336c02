"""Blocks one under the other: a page breaks between them, never inside one, and goes on under the same title."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import groupby

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import LayoutError

ROUNDING = 0.01
MOST_MORE = 3.0  # spare height for each gap


@dataclass(frozen=True, slots=True)
class Block:
    """What to draw and how high it is; `gap` is the room above it, but not at the top of a page.

    `keep`: never parted from the next. `listing`: neighbours with the same are the items of one list.
    `name`: what a title of a later page may call it. `holds`: a key under which other pages find it.
    """

    height: float
    draw: Callable[[Sheet, Box], None]
    gap: float = 3.0
    keep: bool = False
    listing: str = ""
    name: str = ""
    holds: str = ""


def share_out(blocks: Sequence[Block], rooms: Callable[[int], float]) -> list[slice]:
    """Fill pages in order; `rooms` tells the height of each. Raises LayoutError for what is higher than a page."""
    parts: list[slice] = []
    start, used = 0, 0.0
    for chain in _chains(blocks):
        high = height_of_all(blocks[chain])
        gap = blocks[chain.start].gap if chain.start > start else 0.0
        if chain.start > start and used + gap + high > rooms(len(parts)) + ROUNDING:
            parts.append(slice(start, chain.start))
            start, used, gap = chain.start, 0.0, 0.0
        used += gap + high
        if used > rooms(len(parts)) + ROUNDING:
            raise LayoutError(f"a block is {high:.1f} mm high, its page has {rooms(len(parts)):.1f} mm")
    parts.append(slice(start, len(blocks)))
    return parts


def draw_blocks(sheet: Sheet, blocks: Sequence[Block], box: Box) -> float:
    """Draw from the top of the box, spare height going to the gaps; return the y below."""
    y = box.y
    more = max(0.0, min(MOST_MORE, (box.height - height_of_all(blocks)) / len(blocks)))
    for listing, group in groupby(blocks, key=lambda block: block.listing):
        with sheet.list() if listing else nullcontext():
            for block in group:
                y += block.gap + more * bool(block.gap) if y > box.y else 0.0
                block.draw(sheet, Box(box.x, y, box.width, block.height))
                y += block.height
    return y


def _chains(blocks: Sequence[Block]) -> list[slice]:
    """Runs of blocks that stay together."""
    chains, start = [], 0
    for number, block in enumerate(blocks, start=1):
        if not block.keep or number == len(blocks):
            chains.append(slice(start, number))
            start = number
    return chains


def height_of_all(blocks: Sequence[Block]) -> float:
    """Blocks and the least gaps between them."""
    return sum(block.height for block in blocks) + sum(block.gap for block in blocks[1:])
