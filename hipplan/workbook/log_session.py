"""One session of the log: the bar with its date, a row a move, the weights, the ratings."""

from collections.abc import Callable

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.plan.programme import Prescription, Session
from hipplan.words import say
from hipplan.workbook import log_table, parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.log_measures import loaded_moves, measures
from hipplan.workbook.naming import short_date

RowDrawer = Callable[[Sheet, Edition, Box, Prescription], None]


def draw_session(
    sheet: Sheet, edition: Edition, y: float, session: Session, *, row_drawer: RowDrawer, planned: bool
) -> float:
    """Draw the table of one session, with its planned day when there is one; return the y below."""
    area = sheet.area
    row = Box(area.x, y, area.width, log_table.BAR)
    _bar(sheet, row, session, _planned(edition, session) if planned else "")
    with sheet.table(say("week.table", number=session.number)):
        with sheet.row():
            sheet.empty_cells(2)
            log_table.draw_heads(sheet, edition, row)
        for prescription in session.prescriptions:
            row = Box(area.x, row.bottom, area.width, log_table.ROW)
            row_drawer(sheet, edition, row, prescription)
    loaded = loaded_moves(session)
    if loaded:
        row = Box(area.x, row.bottom, area.width, log_table.ROW)
        log_table.draw_load_row(sheet, edition, row, loaded)
    ratings = Box(area.x, row.bottom, area.width, measures(edition.paper).rating)
    log_table.draw_ratings(sheet, ratings, session.number)
    return ratings.bottom


def _bar(sheet: Sheet, bar: Box, session: Session, planned: str) -> None:
    parts.bar(sheet, bar, edge=True)
    words = "week.session_split" if session.split else "week.session"
    title = say(words, number=session.number, split=session.split)
    sheet.label(title, bar.inset(4, 0, 0).left(36), theme.SESSION, role="H2")
    # the date ends where the dose column does, half way over it
    date = Box(bar.right - log_table.BOXES - 18 - 38, bar.y, 38, bar.height)
    sheet.label(say("week.date"), Box(date.x - 14, bar.y, 12, bar.height), theme.COLUMN_HEAD, align="right")
    with sheet.write_in(date, say("week.date_box", number=session.number), theme.WRITE, role="P"):
        if planned:
            sheet.at(planned, date.inset(1.4, 0, 0), date.y + 3.9, theme.TARGET_SMALL)


def _planned(edition: Edition, session: Session) -> str:
    """Day and date, printed only when days or a start were asked for."""
    weekday = say(f"days.{session.day}")
    if session.date:
        return f"{weekday} {short_date(session.date)}"
    return weekday if edition.programme.preferences.days else ""
