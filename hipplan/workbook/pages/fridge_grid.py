"""What was done, on the fridge sheet: the worst pain of each week, and for long plans a box for each session."""

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.words import say
from hipplan.workbook import theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.pages.fridge_row import ACROSS, Columns

PAIN = 11.0
HEAD, ROW, ROW_LOW = 6.0, 6.6, 5.6
BOX, BOX_LOW = 5.5, 5.0
LABEL = 30.0
MANY = 4  # sessions that need lower rows
PAIN_BOX, PAIN_LEAST = 9.2, 12.2  # high, and wide


def draw_pain_row(sheet: Sheet, edition: Edition, row: Box, columns: Columns) -> None:
    """A box a week for the worst pain."""
    with sheet.row():
        place = Box(columns.words.x + 1, row.y, columns.words.width - 2, row.height)
        sheet.header(say("fridge.worst"), place, theme.SMALL_BOLD, scope="Row")
        for week, column in zip(edition.programme.weeks, columns.weeks, strict=True):
            box = Box(column.x, row.y, column.width, row.height).centred(17, PAIN_BOX)
            with sheet.write_in(box, say("fridge.worst_box", week=week.number), theme.WRITE):
                pass


def _sessions(edition: Edition) -> int:
    return max(len(week.sessions) for week in edition.programme.weeks)


def _row(edition: Edition) -> tuple[float, float]:
    """Height of a line of boxes, and of a box."""
    return (ROW_LOW, BOX_LOW) if _sessions(edition) > MANY else (ROW, BOX)


def _has_pain(edition: Edition) -> bool:
    """Boxes for the worst pain need columns that are wide enough for a pen."""
    return len(edition.programme.weeks) <= ACROSS


def grid_height(edition: Edition) -> float:
    """Heads, a line for each session, and the worst pain where there is room."""
    return 1.6 + HEAD + _sessions(edition) * _row(edition)[0] + (PAIN if _has_pain(edition) else 0.6)


def _cut(edition: Edition, box: Box, doses: Columns) -> tuple[Box, list[Box]]:
    """The names of the rows, and a column a week: right under its doses, where those have a column a week too."""
    if _has_pain(edition):
        left = edition.programme.preferences.hand == "left"
        x = doses.picture.x + 1.6 if left else box.x  # clear of the boxes
        end = box.right if left else doses.weeks[0].x
        return Box(x, box.y, end - x, box.height), list(doses.weeks)
    weeks = [None] * len(edition.programme.weeks)
    if edition.programme.preferences.hand == "left":
        *columns, label = box.columns(*weeks, LABEL)
    else:
        label, *columns = box.columns(LABEL, *weeks)
    return label, columns


def draw_session_grid(sheet: Sheet, edition: Edition, box: Box, doses: Columns) -> float:
    """A column a week, a box a session."""
    weeks = edition.programme.weeks
    label, columns = _cut(edition, box, doses)
    high, size = _row(edition)
    with sheet.table(say("fridge.grid")):
        with sheet.row():
            head = Box(label.x + 1, box.y + 1.6, label.width - 1, HEAD)
            sheet.header(say("move.week"), head, theme.COLUMN_HEAD)
            for week, column in zip(weeks, columns, strict=True):
                place = Box(column.x, head.y, column.width, HEAD)
                sheet.header(str(week.number), place, theme.COLUMN_HEAD, align="centre")
        y = box.y + 1.6 + HEAD
        for number in range(_sessions(edition)):
            with sheet.row():
                place = Box(label.x + 1, y, label.width - 1, high)
                sheet.header(_session_name(edition, number), place, theme.NOTE_INK, scope="Row")
                for week, column in zip(weeks, columns, strict=True):
                    tick = Box(column.x, y, column.width, high).centred(size, size)
                    words = say("fridge.grid_box", week=week.number, session=number + 1)
                    with sheet.write_in(tick, words, theme.TICK_BOX):
                        pass
            y += high
        if _has_pain(edition):
            _pain(sheet, edition, Box(label.x, y, label.width, PAIN), columns)
    return box.bottom


def _pain(sheet: Sheet, edition: Edition, label: Box, columns: list[Box]) -> None:
    with sheet.row():
        sheet.header(say("fridge.worst"), label.inset(1, 0, 0), theme.COLUMN_HEAD, scope="Row")
        for week, column in zip(edition.programme.weeks, columns, strict=True):
            box = Box(column.x, label.y, column.width, label.height).centred(
                min(17, max(PAIN_LEAST, column.width - 2)), PAIN_BOX
            )
            with sheet.write_in(box, say("fridge.worst_box", week=week.number), theme.WRITE):
                pass


def _session_name(edition: Edition, number: int) -> str:
    session = edition.programme.weeks[0].sessions[number]
    words = "week.session_split" if session.split else "week.session"
    return say(words, number=number + 1, split=session.split)
