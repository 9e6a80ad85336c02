"""What stands under the rows of the log: the weights or bands, the ratings of a session, and a note."""

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.stamping import stamped
from hipplan.words import say
from hipplan.workbook import theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.hand import is_left, placed_for
from hipplan.workbook.naming import move_name, move_number

BESIDE = 1.8  # from a box to the label at its right


def draw_load_row(sheet: Sheet, edition: Edition, row: Box, loaded: tuple[str, ...]) -> None:
    """Where to write the weight or band used, a box for each loaded move: a table of one row."""
    numbered = tuple((slug, move_number(edition.programme, slug)) for slug in loaded)
    _load_row(sheet, row, numbered, left=is_left(edition))


@stamped
def _load_row(sheet: Sheet, row: Box, loaded: tuple[tuple[str, int], ...], *, left: bool) -> None:
    with sheet.table(say("week.load")), sheet.row():
        head = placed_for(row.left(34), row, left=left)
        sheet.header(say("week.load"), head.inset(2, 0, 0) if left else head, theme.COLUMN_HEAD, scope="Row")
        for box, (slug, number) in zip(_load_boxes(row, len(loaded), left=left), loaded, strict=True):
            with sheet.write_in(box, say("week.load_box", move=move_name(slug)), theme.WRITE):
                corner = say("week.load_of", number=number)
                sheet.at(corner, box.inset(1.4, 0, 0), box.y + 3.9, theme.TARGET_SMALL)


def _load_boxes(row: Box, count: int, *, left: bool) -> tuple[Box, ...]:
    """A fifth of what the head leaves for each, next to the head, the first move's at the left."""
    width = (row.width - 34) / 5
    return placed_for(row.after(34).left(count * width), row, left=left).columns(*[None] * count)


def draw_ratings(sheet: Sheet, edition: Edition, row: Box, session: str) -> None:
    """Worst pain, effort, pain next morning, and a line for a note; `session` names it for those who listen."""
    _ratings(sheet, row, session, left=is_left(edition))


@stamped
def _ratings(sheet: Sheet, row: Box, session: str, *, left: bool) -> None:
    first, effort, morning, note = _rating_boxes(row, left=left)
    zero_ten = say("week.zero_ten")
    for box, what, room, second, bold in (
        (first, "pain", 21.5, zero_ten, False),
        (effort, "effort", 15.0, zero_ten, False),
        (morning, "morning", 20.5, say("week.morning_2"), True),
    ):
        place = Box(box.right + BESIDE if left else box.x - room, row.y, room, row.height)
        _rating_label(sheet, place, say(f"week.{what}"), second, second_bold=bold)
        with sheet.write_in(box, say(f"week.rating_{what}", session=session), theme.WRITE, role="P"):
            pass
    sheet.label(say("week.note"), placed_for(note.left(12), note, left=left), theme.COLUMN_HEAD)
    line = placed_for(note.after(10.6 + BESIDE if left else 10.6), note, left=left)
    with sheet.element("P", label=say("week.rating_note", session=session), box=line):
        sheet.ink.line((line.x, row.y + 7.7), (line.right, row.y + 7.7), theme.WRITE)


def rating_boxes(edition: Edition, row: Box) -> tuple[Box, Box, Box]:
    """The three boxes of the ratings row."""
    first, effort, morning, _ = _rating_boxes(row, left=is_left(edition))
    return first, effort, morning


def _rating_boxes(row: Box, *, left: bool) -> tuple[Box, Box, Box, Box]:
    """Three boxes with room for labels and gaps between them, then the note."""
    _, first, _, second, _, third, _, note = row.columns(21.5, 14, 18.5, 14, 24, 14, 4, None)
    pain, effort, morning, words = (placed_for(box, row, left=left) for box in (first, second, third, note))
    return pain, effort, morning, words


def _rating_label(sheet: Sheet, box: Box, first: str, second: str, *, second_bold: bool) -> None:
    style = theme.COLUMN_HEAD if second_bold else theme.RATING
    with sheet.element("P"):
        sheet.at(first, box, box.y + 3.95, theme.COLUMN_HEAD)
        sheet.at(second, box, box.y + 8.05, style)
