"""Every level this plan uses for a move, from which week on, and the dose table when it is long."""

from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import height_of
from hipplan.plan.quantities import levels_used
from hipplan.words import say
from hipplan.workbook import theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.pages import dose_table
from hipplan.workbook.pages.section import Section

GUTTER = 8.0


def levels_section(edition: Edition, slug: str, width: float) -> Section:
    """Levels at the left; a dose table too long for the first page at the right."""
    long = dose_table.is_long(edition, slug)
    room = width - dose_table.WIDTH - GUTTER
    height = (
        theme.H2.pitch
        + 1.6
        + sum(
            theme.BODY_BOLD.pitch + height_of(use.variation, room, theme.BODY, breakable=True) + 2.6
            for use in levels_used(edition.programme, slug)
        )
    )
    if long:
        height = max(height, dose_table.table_height(edition, slug))
    return Section(height, partial(_draw, slug=slug, long=long, room=room))


def _draw(sheet: Sheet, edition: Edition, box: Box, *, slug: str, long: bool, room: float) -> None:
    y = sheet.heading(2, say("move.levels"), box, theme.H2) + 1.6
    for use in levels_used(edition.programme, slug):
        title = say("move.level_week", level=use.level, week=use.first_week)
        y = sheet.heading(3, title, Box(box.x, y, room, 8), theme.BODY_BOLD)
        place = Box(box.x, y, room, box.bottom - y)
        y = sheet.paragraph(use.variation, place, theme.BODY, breakable=True) + 2.6
    if long:
        dose_table.draw_table(sheet, edition, box.after(room + GUTTER), slug)
