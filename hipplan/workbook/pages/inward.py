"""The inward option of a move: half a page with its own steps, dose and evidence."""

from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, height_of
from hipplan.plan.quantities import cautions
from hipplan.words import say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.naming import move_name, move_number
from hipplan.workbook.pages import dose_table
from hipplan.workbook.pages.move_sections import draw_steps, steps_height, steps_of
from hipplan.workbook.pages.section import Section

GUTTER = 8.0
TITLE = 7.4
PICTURE, CAPTION, ABOVE = 28.0, 10.4, 2.0


def inward_section(edition: Edition, slug: str, width: float) -> Section:
    """Number and name, how to do it, its dose, what is known."""
    room = width - dose_table.WIDTH - GUTTER
    left = theme.NOTE.pitch + 3.4 + steps_height(steps_of(edition, slug), room)
    left += sum(height_of(words, room, theme.SMALL, breakable=True) + 1.4 for words in _words(edition, slug)) + 3
    picture = ABOVE + PICTURE + 1 + CAPTION if f"{slug}-D" in edition.pictures else 0.0
    height = TITLE + 2 + max(left, dose_table.table_height(edition, slug) + picture)
    return Section(height, partial(_draw, slug=slug, room=room))


def _words(edition: Edition, slug: str) -> tuple[Text, ...]:
    outside = tuple(say("move.outside", because=o.because) for o in edition.programme.outside if o.move == slug)
    return (*outside, *cautions(edition.programme.preferences, slug), say("about.inward.evidence"))


def _draw(sheet: Sheet, edition: Edition, box: Box, *, slug: str, room: float) -> None:
    with sheet.element("H2"):
        parts.badge(sheet, (box.x + 3.5, box.y + 3.4), 3.5, str(move_number(edition.programme, slug)), 12)
        sheet.inline(move_name(slug), Box(box.x + 9, box.y, box.width - 9, 6.8), theme.H2)
    body = box.below(TITLE + 2)
    parent = say(f"moves.{slug.removesuffix('-inward')}.name")
    y = sheet.paragraph(say("move.inward_lead", name=parent), body.left(room), theme.NOTE) + 3.4
    steps = steps_of(edition, slug)
    draw_steps(sheet, steps, Box(body.x, y, room, body.bottom - y))
    y += steps_height(steps, room) + 3
    for words in _words(edition, slug):
        y = sheet.paragraph(words, Box(body.x, y, room, body.bottom - y), theme.SMALL, breakable=True) + 1.4
    right = body.after(room + GUTTER)
    dose_table.draw_table(sheet, edition, right, slug)
    _picture(sheet, edition, right.below(dose_table.table_height(edition, slug) + ABOVE), slug)


def _picture(sheet: Sheet, edition: Edition, box: Box, slug: str) -> None:
    """The one picture of an option, under its dose, with the letter that a step names."""
    picture = edition.pictures.get(f"{slug}-D")
    if not picture:
        return
    picture.draw(sheet, box.top(PICTURE))
    caption = box.below(PICTURE + 1)
    with sheet.element("P"):
        parts.badge(sheet, (caption.x + 3.3, caption.y + 3.1), 3.1, "D", 11)
    sheet.paragraph(picture.caption, caption.after(8).top(CAPTION), theme.SMALL, role="Caption")
