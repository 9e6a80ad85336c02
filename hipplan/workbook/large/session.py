"""A session of the log in large print: its bar with the date, a row a move, the weights, the ratings."""

from collections.abc import Callable, Sequence

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import width_of
from hipplan.plan.programme import Prescription, Session
from hipplan.words import listed, say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.hand import is_left
from hipplan.workbook.large import type as large
from hipplan.workbook.large.flow import Block
from hipplan.workbook.large.log import (
    BAR,
    RATINGS,
    Grid,
    cut,
    draw_heads,
    draw_loads,
    draw_ratings,
    draw_row,
    row_height,
    row_lines,
    target,
)
from hipplan.workbook.log_measures import loaded_moves

BETWEEN = 2.4
DATE, LEAST_DATE = 50.0, 32.0
TALLER = 7.0  # a row at the most

Row = tuple[float, Callable[[Sheet, Box], None]]


def planned_rows(edition: Edition, grid: Grid, session: Session, *, level: bool) -> list[Row]:
    """What the programme asks for; `level` where the title does not say it."""
    found: list[Row] = []
    for done in session.prescriptions:
        high = row_height(edition, grid, row_lines(done, level=level))

        def draw(sheet: Sheet, row: Box, done: Prescription = done) -> None:
            draw_row(sheet, edition, grid, row, done, level=level)

        found.append((high, draw))
    return found


def session_block(edition: Edition, grid: Grid, session: Session, rows: Sequence[Row], *, planned: str) -> Block:
    """The bar with its date, a row a move, the weights, the ratings; the rows get what the page has to spare."""
    loaded = loaded_moves(session)
    usual = BAR + sum(row for row, _ in rows) + (large.ROW if loaded else 0.0) + RATINGS

    def draw(sheet: Sheet, box: Box) -> None:
        taller = (box.height - usual) / len(rows)
        bar = box.top(BAR)
        _bar(sheet, edition, grid, bar, session, planned)
        y = bar.bottom
        with sheet.table(say("week.table", number=session.number)):
            with sheet.row():
                sheet.empty_cells(2)
                draw_heads(sheet, edition, grid, bar)
            for row_high, drawer in rows:
                drawer(sheet, Box(box.x, y, box.width, row_high + taller))
                y += row_high + taller
        if loaded:
            draw_loads(sheet, edition, Box(box.x, y, box.width, large.ROW), loaded)
            y += large.ROW
        ratings = Box(box.x, y, box.width, RATINGS)
        draw_ratings(sheet, edition, ratings, say("week.session", number=session.number))

    return Block(usual, draw, gap=BETWEEN, name=str(session.number), stretch=TALLER * len(rows))


def _bar(sheet: Sheet, edition: Edition, grid: Grid, bar: Box, session: Session, planned: str) -> None:
    right = not is_left(edition)
    parts.bar(sheet, bar, edge=True)
    words = "week.session_split" if session.split else "week.session"
    title = say(words, number=session.number, split=session.split)
    first, last = cut(edition, grid, bar).sets[0], cut(edition, grid, bar).sets[-1]
    free = Box(bar.x, bar.y, first.x - bar.x, bar.height) if right else bar.after(last.right - bar.x)
    style = large.BODY_BOLD
    room = width_of(title, style) + 1
    date_word = width_of(say("week.date"), large.SMALL) + 1.5
    place = free.inset(5, 0, 3) if right else free.inset(3, 0, 0)
    sheet.label(title, place.left(room), style, role="H2")
    width = min(DATE, place.width - room - 2.5 - date_word)
    inside = width < LEAST_DATE  # then the word stands in the box
    width = min(DATE, place.width - room - 2.5) if inside else width
    date = Box(place.right - width, bar.y, width, bar.height)
    if not inside:
        sheet.label(say("week.date"), Box(date.x - date_word, bar.y, date_word, bar.height), large.SMALL)
    corner = planned if width_of(planned, large.TARGET_SMALL) <= width - 1.4 else ""
    corner = corner or (say("week.date") if inside else "")
    with sheet.write_in(date, say("week.date_box", number=session.number), theme.WRITE, role="P"):
        if corner:
            target(sheet, date, corner, large.TARGET_SMALL)


def later_title(names: Sequence[str], *, title: str) -> str:
    """Week 2, session 3 and what next."""
    numbers = [name for name in names if name.isdigit()]
    what = []
    if numbers:
        keys = ("large.session", "large.two_sessions", "large.sessions")
        key = keys[min(len(numbers), len(keys)) - 1]
        what.append(say(key, first=numbers[0], last=numbers[-1]))
    what += [name for name in names if name and not name.isdigit()]
    return say("large.later", title=title, what=listed(what)) if what else title
