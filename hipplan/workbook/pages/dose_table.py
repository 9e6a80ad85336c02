"""The dose of one move in this plan, week by week."""

from dataclasses import replace

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.stamping import stamped
from hipplan.pdf.text import height_of
from hipplan.plan.quantities import DoseRow, dose_rows
from hipplan.plan.weeks import first_done
from hipplan.words import listed, say
from hipplan.workbook import log_grid, parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.endings import draw_paragraph
from hipplan.workbook.naming import move_name, sides
from hipplan.workbook.units import kept

WIDTH = 68.0
HEAD, ROW, ROW_LOWER, ROW_LOWEST = 7.0, 7.4, 6.2, 5.7
MOST_HIGH, MOST_HIGH_TIGHT = 6, 4  # rows of the full height
MOST_LOWER_TIGHT = 6  # rows that are a little lower on short paper; more of them are as low as can be
MOST_BESIDE = 9  # rows beside the steps; a longer table goes to its own section


def table_height(edition: Edition, slug: str) -> float:
    """Heading, rows and the notes under them."""
    rows = table_rows(edition, slug)
    return (
        theme.H2.pitch
        + 1.6
        + HEAD
        + len(rows) * _row_height(edition, len(rows))
        + 1.2
        + height_of(note(edition, slug, short=True), WIDTH, theme.NOTE)
    )


def _row_height(edition: Edition, rows: int) -> float:
    """Rows get a little lower when there are many, on short paper sooner: they are for reading only."""
    if rows <= (MOST_HIGH_TIGHT if edition.paper.tight else MOST_HIGH):
        return ROW
    return ROW_LOWEST if edition.paper.tight and rows > MOST_LOWER_TIGHT else ROW_LOWER


def is_long(edition: Edition, slug: str) -> bool:
    """Whether the table needs a section of its own."""
    return len(table_rows(edition, slug)) > MOST_BESIDE


def table_rows(edition: Edition, slug: str) -> tuple[DoseRow, ...]:
    """A row a week in a plan of up to four weeks; in a longer one, weeks that are the same share a row."""
    rows = dose_rows(edition.programme, slug)
    if len(edition.programme.weeks) > 4:
        return rows
    return tuple(
        replace(row, first_week=week, last_week=week)
        for row in rows
        for week in range(row.first_week, row.last_week + 1)
    )


def draw_table(sheet: Sheet, edition: Edition, box: Box, slug: str) -> None:
    """Draw the table from the top of the box."""
    rows = table_rows(edition, slug)
    _table(sheet, box, move_name(slug), rows, _row_height(edition, len(rows)), note(edition, slug, short=True))


@stamped
def _table(sheet: Sheet, box: Box, name: str, rows: tuple[DoseRow, ...], high: float, words: str) -> None:
    y = sheet.heading(2, say("move.dose"), box, theme.H2) + 1.6
    bar = Box(box.x, y, box.width, HEAD)
    parts.bar(sheet, bar)
    with sheet.table(say("move.dose_table", name=name)):
        with sheet.row():
            for cell, head in zip(_cells(bar), ("week", "level", "sets_reps", "rest"), strict=True):
                sheet.header(say(f"move.{head}"), cell, theme.COLUMN_HEAD)
        for number, row in enumerate(rows):
            place = Box(box.x, bar.bottom + number * high, box.width, high)
            _row(sheet, place, row)
    y = bar.bottom + len(rows) * high + 1.2
    draw_paragraph(sheet, words, Box(box.x, y, box.width, height_of(words, box.width, theme.NOTE)), theme.NOTE)


def _cells(row: Box) -> tuple[Box, ...]:
    return row.inset(2, 0, 0).columns(15.0, 13.6, 25.3, None)


def _row(sheet: Sheet, place: Box, row: DoseRow) -> None:
    texts = (
        (week_of(row), theme.BODY_BOLD),
        (str(row.level), theme.BODY),
        (say("move.sets_times_reps", sets=row.sets, reps=row.reps), theme.BODY_BOLD),
        (say("move.seconds", seconds=row.rest_s), theme.BODY),
    )
    with sheet.row():
        for number, (cell, (text, style)) in enumerate(zip(_cells(place), texts, strict=True)):
            if number:
                sheet.cell(text, cell, style)
            else:
                sheet.header(text, cell, style, scope="Row")
    sheet.ink.line((place.x, place.bottom), (place.right, place.bottom), theme.ROW)


def week_of(row: DoseRow) -> str:
    """The week of a row, or its weeks: "6-7"."""
    if row.last_week == row.first_week:
        return str(row.first_week)
    return say("lists.weeks", first=row.first_week, last=row.last_week)


def how_to_log(edition: Edition, *, short: bool = False) -> str:
    """Which box to tick when, for the detail that was asked for; shorter where there is little room."""
    detail = edition.programme.preferences.log_detail
    if detail == "sides" and not log_grid.grid_of(edition).split:
        detail = "sets"
    key = f"move.log_short_{detail}" if short else f"move.log_{detail}"
    return say(key, first=say(f"sides.{sides(edition.programme)[0]}_capital"))


def note(edition: Edition, slug: str, *, log: bool = True, short: bool = False) -> str:
    """What the table means: each side, how to log it, which weeks are easy, which load comes when."""
    each_side = say("move.each_side", log=how_to_log(edition, short=short) if log else "").strip()
    words = [each_side, pace(edition, slug)]
    rows = dose_rows(edition.programme, slug)
    easy = [str(row.first_week) for row in rows if row.kind == "easy"]
    if easy:
        loaded = "" if any(row.load for row in rows) else "_bare"
        words.append(
            say(f"move.easy_week{loaded}" if len(easy) == 1 else f"move.easy_weeks{loaded}", weeks=listed(easy))
        )
    seen: set[str] = set()
    for row in rows:
        if row.load and row.load not in seen:
            seen.add(row.load)
            words.append(say("move.load", week=row.first_week, load=row.load))
    return kept(" ".join(words))


def pace(edition: Edition, slug: str) -> str:
    """The tempo of the level this plan starts with, in words."""
    first, pause, last = first_done(edition.programme, slug).tempo.split("-")
    words = say(f"pace.{slug}", first=first, pause=say("pace.pause", pause=pause) if pause != "0" else "", last=last)
    return say("move.tempo", pace=words)
