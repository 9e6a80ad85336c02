"""The doses of one move in a handout, as low as can be, with a note of rest, pace and levels.

Up to four weeks the weeks stand side by side. A longer plan has a line for every four weeks of a level, and each cell
says its week, so that two moves share a page in a plan of any length.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import height_of
from hipplan.plan.programme import Prescription
from hipplan.plan.quantities import DoseRow, dose_rows, level_line
from hipplan.plan.weeks import dose_in_week
from hipplan.words import listed, say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.endings import draw_paragraph
from hipplan.workbook.naming import move_name
from hipplan.workbook.pages.dose_table import pace
from hipplan.workbook.pages.section import Section
from hipplan.workbook.units import kept

ACROSS = 4
LABEL, COLUMN = 22.4, 14.8
LEVEL, WEEK, CELL = 12.4, 5.4, 19.3  # of the grid; a cell has its week at the left
HEAD, ROW, UNDER = 6.4, 5.8, 1.2
INDENT = 1.2  # leaves the names of the rows clear of the widest dose


def dose_section(edition: Edition, slug: str, *, pace_too: bool) -> Section:
    """The table, and a note where there is something to say of levels, easy weeks and, if asked for, the pace."""
    weeks = _weeks(edition, slug)
    rows = len(_lines(weeks)) if is_long(edition) else 2
    table = HEAD + rows * ROW
    pace_first = [rest_and_pace(edition, slug)] if pace_too else []
    note = kept(" ".join([*pace_first, *_levels(edition, slug), *_easy(weeks)]))
    height = UNDER + height_of(note, dose_width(edition), theme.NOTE) if note else 0.0
    return Section(table + height, partial(_draw, slug=slug, note=note, table=table))


def is_long(edition: Edition) -> bool:
    """Whether the weeks need more than one line."""
    return len(edition.programme.weeks) > ACROSS


def dose_width(edition: Edition) -> float:
    """How wide the table is."""
    return LEVEL + ACROSS * CELL if is_long(edition) else LABEL + ACROSS * COLUMN


def _weeks(edition: Edition, slug: str) -> tuple[DoseRow, ...]:
    """A row a week."""
    return tuple(
        replace(row, first_week=week, last_week=week)
        for row in dose_rows(edition.programme, slug)
        for week in range(row.first_week, row.last_week + 1)
    )


def _lines(weeks: Sequence[DoseRow]) -> list[Sequence[DoseRow]]:
    """Four weeks a line, and never two levels in one."""
    found: list[Sequence[DoseRow]] = []
    for _, of_level in groupby(weeks, key=lambda row: row.level):
        rows = tuple(of_level)
        found += [rows[place : place + ACROSS] for place in range(0, len(rows), ACROSS)]
    return found


def _draw(sheet: Sheet, edition: Edition, box: Box, *, slug: str, note: str, table: float) -> None:
    weeks = _weeks(edition, slug)
    draw = _draw_grid if is_long(edition) else _draw_strip
    box = box.left(dose_width(edition))
    with sheet.table(say("move.dose_table", name=move_name(slug))):
        draw(sheet, box, slug, weeks)
    if note:
        draw_paragraph(sheet, note, Box(box.x, box.y + table + UNDER, box.width, box.height - table), theme.NOTE)


def _dose(row: DoseRow) -> str:
    return say("move.sets_times_reps", sets=row.sets, reps=row.reps)


def _draw_strip(sheet: Sheet, box: Box, slug: str, weeks: Sequence[DoseRow]) -> None:
    """Weeks side by side; level and dose under each."""
    del slug
    bar = Box(box.x, box.y, LABEL + COLUMN * len(weeks), HEAD)
    head, *cells = bar.columns(LABEL, *[COLUMN] * len(weeks))
    parts.bar(sheet, bar)
    with sheet.row():
        sheet.header(say("move.week"), head.inset(INDENT, 0, 0), theme.COLUMN_HEAD)
        for cell, row in zip(cells, weeks, strict=True):
            sheet.header(str(row.first_week), cell, theme.BODY_BOLD, align="centre")
    y = bar.bottom
    for key, style in (("level", theme.BODY), ("sets_reps", theme.BODY_BOLD)):
        with sheet.row():
            sheet.header(
                say(f"move.{key}"), Box(bar.x + INDENT, y, LABEL - INDENT, ROW), theme.COLUMN_HEAD, scope="Row"
            )
            for cell, row in zip(cells, weeks, strict=True):
                text = str(row.level) if key == "level" else _dose(row)
                sheet.cell(text, Box(cell.x, y, cell.width, ROW), style, align="centre")
        y += ROW
        sheet.ink.line((bar.x, y), (bar.right, y), theme.ROW)


def _draw_grid(sheet: Sheet, box: Box, slug: str, weeks: Sequence[DoseRow]) -> None:
    """A line for every four weeks of a level; in each cell the week, then the dose."""
    bar = box.top(HEAD)
    parts.bar(sheet, bar)
    with sheet.row():
        level, rest = bar.columns(LEVEL, None)
        sheet.header(say("move.level"), level.inset(1.4, 0, 0), theme.COLUMN_HEAD)
        sheet.header(say("handout.grid_head"), rest.inset(1.2, 0, 0), theme.COLUMN_HEAD, span=ACROSS)
    y = bar.bottom
    for line in _lines(weeks):
        place, *cells = Box(box.x, y, box.width, ROW).columns(LEVEL, *[CELL] * ACROSS)
        with sheet.row():
            sheet.header(str(line[0].level), place.inset(1.4, 0, 0), theme.BODY_BOLD, scope="Row")
            for cell, row in zip(cells, line, strict=False):
                _draw_cell(sheet, cell, slug, row)
            sheet.empty_cells(ACROSS - len(line))
        y += ROW
        sheet.ink.line((box.x, y), (box.right, y), theme.ROW)


def _draw_cell(sheet: Sheet, cell: Box, slug: str, row: DoseRow) -> None:
    words = say("fridge.cell_dose", week=row.first_week, move=move_name(slug), sets=row.sets, reps=row.reps)
    with sheet.element("TD", label=words, box=cell):
        number = cell.left(WEEK)
        sheet.ink.rect(Box(number.x, number.y + 0.6, number.width, number.height - 1.2), fill=theme.TINT)
        sheet.inline(str(row.first_week), number, theme.NOTE_INK, align="centre")
        sheet.inline(_dose(row), cell.after(WEEK), theme.SMALL_BOLD, align="centre")


# the note


def _easy(weeks: Sequence[DoseRow]) -> list[str]:
    """Which weeks are easy."""
    easy = [str(row.first_week) for row in weeks if row.kind == "easy"]
    words = "move.easy_week" if len(easy) == 1 else "move.easy_weeks"
    loaded = "" if any(row.load for row in weeks) else "_bare"
    return [say(f"{words}{loaded}", weeks=listed(easy))] if easy else []


def rest_and_pace(edition: Edition, slug: str) -> str:
    """How long to rest between sets, and how fast a repetition is."""
    return kept(f"{_rest(_weeks(edition, slug))} {pace(edition, slug)}")


def _rest(weeks: Sequence[DoseRow]) -> str:
    """The usual rest, then the weeks with another."""
    (usual, _), *others = Counter(row.rest_s for row in weeks).most_common()
    words = [say("handout.rest_usual", rest=usual)]
    for rest, _ in others:
        own = [str(row.first_week) for row in weeks if row.rest_s == rest]
        words.append(say("handout.rest_week" if len(own) == 1 else "handout.rest_weeks", rest=rest, weeks=listed(own)))
    return f"{', '.join(words)}."


def _levels(edition: Edition, slug: str) -> list[str]:
    """What makes each level, with its weight or band; the plain level has nothing to say."""
    plain = say("moves.clam.levels.1.short")
    first: dict[int, Prescription] = {}
    for week in edition.programme.weeks:
        done = dose_in_week(week, slug)
        if done and week.kind == "load":
            first.setdefault(done.level, done)
    return [f"{_level(done)}." for done in first.values() if done.load or level_line(done) != plain]


def _level(done: Prescription) -> str:
    line = level_line(done)
    return line if not done.load or done.load in line else say("handout.level", line=line, load=done.load)
