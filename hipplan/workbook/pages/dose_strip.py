"""The dose of one move, with the fault and the care beside it."""

from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.ink import Point
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import height_of
from hipplan.plan.quantities import levels_used
from hipplan.words import rich, say
from hipplan.workbook import marks, parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.endings import draw_paragraph
from hipplan.workbook.pages import dose_grid
from hipplan.workbook.pages.section import Section

GUTTER = 4.0
SHAPE = 6.4


def dose_and_care(edition: Edition, slug: str, fault: str, *, pace_too: bool, gap: float) -> Section:
    """The table of doses at the left, the words beside it."""
    width = edition.paper.area.width
    dose = dose_grid.dose_section(edition, slug, pace_too=pace_too)
    room = width - dose_grid.dose_width(edition) - GUTTER
    lines = mind_lines(edition, slug, fault)
    words = sum(height_of(text, room - _indent(shape), theme.SMALL) + gap for shape, text in lines)
    height = max(dose.height, words - gap)
    return Section(height, partial(_draw_both, slug=slug, fault=fault, dose=dose, gap=gap))


def _draw_both(sheet: Sheet, edition: Edition, box: Box, *, slug: str, fault: str, dose: Section, gap: float) -> None:
    dose.draw(sheet, edition, box.top(dose.height))
    right = box.after(dose_grid.dose_width(edition) + GUTTER)
    y = right.y
    with sheet.list():
        for shape, words in mind_lines(edition, slug, fault):
            _draw_shape(sheet, shape, (right.x + 2.6, y + 2.5))
            indent = _indent(shape)
            place = Box(right.x + indent, y, right.width - indent, right.bottom - y + 0.1)
            with sheet.element("LI"):
                y = draw_paragraph(sheet, words, place, theme.SMALL, role="LBody") + gap


def _indent(shape: str) -> float:
    """Words without a shape begin where the shapes do."""
    return SHAPE if shape else 0.0


def mind_lines(edition: Edition, slug: str, fault: str) -> list[tuple[str, tuple[tuple[str, bool], ...]]]:
    """What goes wrong, what to think of, what is easier, whom it may hurt; each with its shape."""
    lines = []
    if fault:
        lines.append(("cross", rich("handout.slip", slip=say(f"{fault}.slip"))))
        lines.append(("tick", rich("handout.think", cue=say(f"{fault}.cue"))))
        lines.append(("care", rich("handout.careful", careful=say(f"careful.{slug}"))))
        if min(use.level for use in levels_used(edition.programme, slug)):
            lines.insert(2, ("down", rich("handout.easier", easier=say(f"moves.{slug}.levels.0.short"))))
    else:
        lines.append(("", rich("about.inward.evidence")))
    return lines


def _draw_shape(sheet: Sheet, shape: str, centre: Point) -> None:
    x, y = centre
    if shape == "cross":
        marks.cross_mark(sheet, centre, 1.5)
    elif shape == "tick":
        marks.tick_mark(sheet, centre, 1.8)
    elif shape == "care":
        parts.care_shape(sheet, centre, 2.4, theme.THIN_SHAPE)
    elif shape == "down":
        parts.arrow(sheet, (x, y - 2.2), (x, y + 2.2))
