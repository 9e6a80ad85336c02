"""The inward option of a move: half a page with its own steps, picture, dose and evidence."""

from dataclasses import dataclass
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, height_of
from hipplan.plan.quantities import cautions
from hipplan.words import say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.endings import draw_paragraph
from hipplan.workbook.naming import move_name, move_number
from hipplan.workbook.pages import dose_table
from hipplan.workbook.pages.move_sections import draw_steps, steps_height, steps_of
from hipplan.workbook.pages.section import Section

GUTTER = 8.0
TITLE = 7.4
PICTURE, CAPTION, ABOVE = 26.0, 10.4, 2.0
PICTURE_WIDTH = 68.0


@dataclass(frozen=True, slots=True)
class Columns:
    """Heights of the words, the dose table and the picture, which goes under the shorter of the two."""

    room: float
    words: float
    table: float
    picture: float

    @property
    def under_table(self) -> bool:
        """Whether there is more room under the table."""
        return self.table <= self.words

    @property
    def height(self) -> float:
        """Of the longer column."""
        return max(self.words, self.table, min(self.words, self.table) + self.picture)


def inward_section(edition: Edition, slug: str, width: float) -> Section:
    """Number and name, how to do it, its dose, what is known."""
    room = width - dose_table.WIDTH - GUTTER
    words = theme.NOTE.pitch + 3.4 + steps_height(steps_of(edition, slug), room)
    words += sum(height_of(text, room, theme.SMALL, breakable=True) + 1.4 for text in _words(edition, slug)) + 3
    picture = ABOVE + PICTURE + 1 + CAPTION if f"{slug}-D" in edition.pictures else 0.0
    columns = Columns(room, words, dose_table.table_height(edition, slug), picture)
    return Section(TITLE + 2 + columns.height, partial(_draw, slug=slug, columns=columns))


def _words(edition: Edition, slug: str) -> tuple[Text, ...]:
    outside = tuple(say("move.outside", because=o.because) for o in edition.programme.outside if o.move == slug)
    return (*outside, *cautions(edition.programme.preferences, slug), say("about.inward.evidence"))


def _draw(sheet: Sheet, edition: Edition, box: Box, *, slug: str, columns: Columns) -> None:
    with sheet.element("H2"):
        parts.badge(sheet, (box.x + 3.5, box.y + 3.4), 3.5, str(move_number(edition.programme, slug)), 12)
        sheet.inline(move_name(slug), Box(box.x + 9, box.y, box.width - 9, 6.8), theme.H2)
    body = box.below(TITLE + 2)
    left, right = body.left(columns.room), body.after(columns.room + GUTTER)
    _draw_words(sheet, edition, left, slug)
    dose_table.draw_table(sheet, edition, right, slug)
    place = right.below(columns.table) if columns.under_table else left.below(columns.words)
    _picture(sheet, edition, place.below(ABOVE), slug)


def _draw_words(sheet: Sheet, edition: Edition, box: Box, slug: str) -> None:
    parent = say(f"moves.{slug.removesuffix('-inward')}.name")
    y = draw_paragraph(sheet, say("move.inward_lead", name=parent), box, theme.NOTE) + 3.4
    steps = steps_of(edition, slug)
    draw_steps(sheet, steps, Box(box.x, y, box.width, box.bottom - y))
    y += steps_height(steps, box.width) + 3
    for words in _words(edition, slug):
        y = draw_paragraph(sheet, words, Box(box.x, y, box.width, box.bottom - y), theme.SMALL, breakable=True) + 1.4


def _picture(sheet: Sheet, edition: Edition, box: Box, slug: str) -> None:
    """The one picture of an option, with the letter that a step names."""
    picture = edition.pictures.get(f"{slug}-D")
    if not picture:
        return
    picture.draw(sheet, box.left(PICTURE_WIDTH).top(PICTURE), letters=True)
    caption = box.left(PICTURE_WIDTH).below(PICTURE + 1)
    with sheet.element("P"):
        parts.badge(sheet, (caption.x + 3.3, caption.y + 3.1), 3.1, "D", 11)
    draw_paragraph(sheet, picture.caption, caption.after(8).top(CAPTION), theme.SMALL, role="Caption")
