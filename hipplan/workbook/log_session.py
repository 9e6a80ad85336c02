"""One session of the log: the bar with its date, a row a move, the weights, the ratings."""

from collections.abc import Callable
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.plan.programme import Prescription, Session
from hipplan.words import say
from hipplan.workbook import log_grid, log_ratings, log_table, parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.hand import is_left, placed
from hipplan.workbook.log_measures import loaded_moves, measures
from hipplan.workbook.naming import short_date

RowDrawer = Callable[[Sheet, Edition, Box, Prescription], None]


def draw_session(
    sheet: Sheet, edition: Edition, y: float, session: Session, *, row_drawer: RowDrawer, week: int
) -> float:
    """Draw the table of one session, with its day in this week of the plan, 0 for none; return the y below."""
    area = sheet.area
    row = Box(area.x, y, area.width, log_grid.BAR)
    _bar(sheet, edition, row, session, week=week)
    with sheet.table(say("week.table", number=session.number)):
        with sheet.row():
            sheet.empty_cells(2)
            log_table.draw_heads(sheet, row, log_grid.grid_of(edition))
        for prescription in session.prescriptions:
            row = Box(area.x, row.bottom, area.width, log_grid.ROW)
            row_drawer(sheet, edition, row, prescription)
    loaded = loaded_moves(session)
    if loaded:
        row = Box(area.x, row.bottom, area.width, log_grid.ROW)
        log_ratings.draw_load_row(sheet, edition, row, loaded)
    ratings = Box(area.x, row.bottom, area.width, measures(edition.paper).rating)
    log_ratings.draw_ratings(sheet, edition, ratings, say("week.session", number=session.number))
    return ratings.bottom


def _bar(sheet: Sheet, edition: Edition, bar: Box, session: Session, *, week: int) -> None:
    left = is_left(edition)
    parts.bar(sheet, bar, edge=not left)
    if left:
        sheet.ink.rect(Box(bar.right - 1.6, bar.y, 1.6, bar.height), fill=theme.TEAL)
    words = "week.session_split" if session.split else "week.session"
    title = say(words, number=session.number, split=session.split)
    place = placed(edition, bar.inset(4, 0, 0).left(36), bar)
    sheet.label(title, place, theme.SESSION, role="H2", align="right" if left else "left")
    # the date ends where the dose column does, half way over it
    date = placed(edition, Box(bar.right - log_grid.BOXES - 18 - 38, bar.y, 38, bar.height), bar)
    head = Box(date.right + 2 if left else date.x - 14, bar.y, 12, bar.height)
    sheet.label(say("week.date"), head, theme.COLUMN_HEAD, align="left" if left else "right")
    with sheet.write_in(date, say("week.date_box", number=session.number), theme.WRITE, role="P"):
        if week:
            day = partial(_planned, week=week, number=session.number)
            sheet.later(day, date.inset(1.4, 0, 0), date.y + 3.9, theme.TARGET_SMALL)


def _planned(edition: Edition, *, week: int, number: int) -> str:
    """Day and date, printed only when days or a start were asked for; two people rarely share them."""
    sessions = edition.programme.weeks[week - 1].sessions
    session = next(one for one in sessions if one.number == number)
    weekday = say(f"days.{session.day}")
    if session.date:
        return f"{weekday} {short_date(session.date)}"
    return weekday if edition.programme.preferences.days else ""
