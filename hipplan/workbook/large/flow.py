"""Blocks one under the other: a page breaks between them, never inside one, and goes on under the same title."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import groupby

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet

MOST_MORE = 3.0  # spare height for each gap
LEAST_GAP = 0.6  # of a gap, where that saves a page


@dataclass(frozen=True, slots=True)
class Block:
    """What to draw and how high it is; `gap` is the room above it, but not at the top of a page.

    `keep`: never parted from the next. `listing`: neighbours with the same are the items of one list.
    `name`: what a title of a later page may call it. `holds`: a key under which other pages find it.
    `stretch`: how much higher it may be drawn where the page has room.
    """

    height: float
    draw: Callable[[Sheet, Box], None]
    gap: float = 3.0
    keep: bool = False
    listing: str = ""
    name: str = ""
    holds: str = ""
    stretch: float = 0.0


def draw_blocks(sheet: Sheet, blocks: Sequence[Block], box: Box) -> float:
    """Draw from the top of the box, spare height going to what stretches, then to the gaps; return the y below."""
    y = box.y
    spare = box.height - height_of_all(blocks)
    gaps, stretches = sum(block.gap for block in blocks[1:]), sum(block.stretch for block in blocks)
    close = 1 + spare / gaps if spare < 0 < gaps else 1.0
    taller = min(1.0, spare / stretches) if spare > 0 < stretches else 0.0
    more = max(0.0, min(MOST_MORE, (spare - taller * stretches) / len(blocks)))
    for listing, group in groupby(blocks, key=lambda block: block.listing):
        with sheet.list() if listing else nullcontext():
            for block in group:
                y += block.gap * close + more * bool(block.gap) if y > box.y else 0.0
                high = block.height + taller * block.stretch
                block.draw(sheet, Box(box.x, y, box.width, high))
                y += high
    return y


def height_of_all(blocks: Sequence[Block]) -> float:
    """Blocks and the usual gaps between them."""
    return sum(block.height for block in blocks) + sum(block.gap for block in blocks[1:])


def least_height(blocks: Sequence[Block]) -> float:
    """Blocks and the least gaps between them."""
    return sum(block.height for block in blocks) + LEAST_GAP * sum(block.gap for block in blocks[1:])
