"""A part of a page with a height known before it is drawn, and how parts share pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.workbook.edition import Edition

ROUNDING = 0.01


@dataclass(frozen=True, slots=True)
class Section:
    """What to draw, and how high it is in millimetres."""

    height: float
    draw: Callable[[Sheet, Edition, Box], None]


def share_out(sections: Sequence[Section], room: float, *, gap: float) -> list[tuple[Section, ...]]:
    """Fill pages in order; a section never breaks."""
    pages: list[list[Section]] = [[]]
    used = 0.0
    for section in sections:
        if pages[-1] and used + gap + section.height > room + ROUNDING:
            pages.append([])
            used = 0.0
        used += section.height + (gap if pages[-1] else 0.0)
        pages[-1].append(section)
    return [tuple(page) for page in pages]


def draw_sections(
    sheet: Sheet, edition: Edition, box: Box, sections: Sequence[Section], *, gaps: tuple[float, float]
) -> float:
    """Draw from the top; spare height goes to the gaps, within their least and most. Returns the y below."""
    least, most = gaps
    spare = box.height - sum(section.height for section in sections)
    gap = max(least, min(most, spare / max(1, len(sections))))
    y = box.y
    for section in sections:
        section.draw(sheet, edition, Box(box.x, y, box.width, section.height))
        y += section.height + gap
    return y - gap
