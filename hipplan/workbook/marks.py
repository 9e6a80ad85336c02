"""Marks that pictures and pages draw alike."""

from hipplan.pdf.ink import Point, Stroke
from hipplan.pdf.sheet import Sheet
from hipplan.workbook import theme


def tick_mark(sheet: Sheet, centre: Point, size: float = 2.0, stroke: Stroke = theme.TICK) -> None:
    """A tick."""
    x, y = centre
    sheet.ink.polyline([(x - size, y), (x - size * 0.35, y + size * 0.75), (x + size, y - size * 0.85)], stroke)
