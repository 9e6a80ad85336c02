"""Marks that pictures and pages draw alike: ticks and crosses, which the typeface has not."""

from hipplan.pdf.ink import Point, Stroke
from hipplan.pdf.sheet import Sheet
from hipplan.workbook import theme


def tick_mark(sheet: Sheet, centre: Point, size: float = 2.0, stroke: Stroke = theme.TICK) -> None:
    """A tick."""
    x, y = centre
    sheet.ink.polyline([(x - size, y), (x - size * 0.35, y + size * 0.75), (x + size, y - size * 0.85)], stroke)


def cross_mark(sheet: Sheet, centre: Point, size: float = 1.5, stroke: Stroke = theme.CROSS) -> None:
    """A cross."""
    x, y = centre
    sheet.ink.lines(
        [((x - size, y - size), (x + size, y + size)), ((x - size, y + size), (x + size, y - size))], stroke
    )
