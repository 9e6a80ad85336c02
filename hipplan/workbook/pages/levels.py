"""Every level this plan uses for a move, from which week on, and the dose table when it is not by the steps."""

from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import height_of
from hipplan.plan.quantities import LevelUse, levels_used
from hipplan.words import say
from hipplan.workbook import theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.endings import draw_paragraph
from hipplan.workbook.pages import dose_table
from hipplan.workbook.pages.section import Section
from hipplan.workbook.picture import Picture
from hipplan.workbook.units import kept

GUTTER = 8.0
AFTER = 2.6
PICTURE, PICTURE_HEIGHT = 26.0, 16.0


def levels_section(edition: Edition, slug: str, width: float, *, table: bool) -> Section:
    """Levels at the left; at the right the dose table when the first page has no room for it.

    Of one level the first page says all, so that the table stands alone.
    """
    if table and len(levels_used(edition.programme, slug)) == 1:
        return Section(dose_table.table_height(edition, slug), partial(_draw_table, slug=slug))
    room = width - dose_table.WIDTH - GUTTER
    levels = levels_used(edition.programme, slug)
    height = theme.H2.pitch + 1.6 + sum(_height(edition, slug, use, room) + AFTER for use in levels)
    if table:
        height = max(height, dose_table.table_height(edition, slug))
    return Section(height, partial(_draw, slug=slug, table=table, room=room))


def _draw_table(sheet: Sheet, edition: Edition, box: Box, *, slug: str) -> None:
    dose_table.draw_table(sheet, edition, box.left(dose_table.WIDTH), slug)


def _picture(edition: Edition, slug: str, use: LevelUse) -> Picture | None:
    return edition.pictures.get(f"{slug}-level-{use.level}")


def _indent(edition: Edition, slug: str) -> float:
    """The words of all levels stand in one column, beside the pictures of those that have one."""
    return PICTURE if any(_picture(edition, slug, use) for use in levels_used(edition.programme, slug)) else 0.0


def _height(edition: Edition, slug: str, use: LevelUse, room: float) -> float:
    picture = _picture(edition, slug, use)
    words = height_of(kept(use.variation), room - _indent(edition, slug), theme.BODY, breakable=True)
    return max(theme.BODY_BOLD.pitch + words, PICTURE_HEIGHT if picture else 0.0)


def _draw(sheet: Sheet, edition: Edition, box: Box, *, slug: str, table: bool, room: float) -> None:
    y = sheet.heading(2, say("move.levels"), box, theme.H2) + 1.6
    for use in levels_used(edition.programme, slug):
        picture = _picture(edition, slug, use)
        place = Box(box.x, y, room, _height(edition, slug, use, room))
        words = place.after(_indent(edition, slug))
        title = say("move.level_week", level=use.level, week=use.first_week)
        end = sheet.heading(3, title, words.top(8), theme.BODY_BOLD)
        if picture:
            frame = place.left(PICTURE - 3)
            picture.draw(sheet, frame.centred(*picture.fitted(frame)))
        draw_paragraph(sheet, kept(use.variation), words.below(end - y), theme.BODY, breakable=True)
        y = place.bottom + AFTER
    if table:
        dose_table.draw_table(sheet, edition, box.after(room + GUTTER), slug)
