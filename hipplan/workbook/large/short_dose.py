"""The dose of a short move in large print: beside the steps for few weeks, else strips over the page."""

from collections.abc import Sequence
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.plan.quantities import DoseRow
from hipplan.words import say
from hipplan.workbook import parts, theme
from hipplan.workbook.large import type as large
from hipplan.workbook.large.flow import Block
from hipplan.workbook.naming import move_name
from hipplan.workbook.pages.dose_table import week_of

ROW = 9.0
WEEK = 20.0  # of the column beside the steps
LABEL, COLUMN, ACROSS = 36.0, 23.6, 6  # of a strip
FEW = 4


def fits_beside(rows: Sequence[DoseRow]) -> bool:
    """Whether week and dose are all there is to say, on few lines."""
    return len(rows) <= FEW and not {"level", "rest"} & set(_changing(rows))


def _changing(rows: Sequence[DoseRow]) -> tuple[str, ...]:
    """What differs between the weeks besides the dose: only that has a row of its own."""
    levels, rests = {row.level for row in rows}, {row.rest_s for row in rows}
    return (*(("level",) if len(levels) > 1 else ()), *(("rest",) if len(rests) > 1 else ()))


def with_what_stays(rows: Sequence[DoseRow], note: str) -> str:
    """The note, with level and rest where they are the same in every week."""
    changing = _changing(rows)
    words = note if "rest" in changing else say("handout.rest", rest=rows[0].rest_s, note=note)
    return words if "level" in changing else f"{say('large.level', level=rows[0].level)}. {words}"


def column_height(rows: Sequence[DoseRow]) -> float:
    """Head and a row a week."""
    return ROW * (1 + len(rows))


def draw_column(sheet: Sheet, box: Box, slug: str, rows: Sequence[DoseRow]) -> None:
    """Week and dose, from the top of the box."""
    bar = box.top(ROW)
    parts.bar(sheet, bar)
    with sheet.table(say("move.dose_table", name=move_name(slug))):
        with sheet.row():
            for cell, key in zip(_halves(bar), ("week", "sets_reps"), strict=True):
                sheet.header(say(f"move.{key}"), cell, large.SMALL_BOLD)
        for number, row in enumerate(rows, start=1):
            place = Box(box.x, box.y + number * ROW, box.width, ROW)
            week, dose = _halves(place)
            with sheet.row():
                sheet.header(week_of(row), week, large.BODY_BOLD, scope="Row")
                sheet.cell(_value("sets_reps", row), dose, large.BODY_BOLD)
            sheet.ink.line((place.x, place.bottom), (place.right, place.bottom), theme.ROW)


def _halves(row: Box) -> tuple[Box, ...]:
    return row.inset(2, 0, 0).columns(WEEK, None)


def strips(slug: str, rows: Sequence[DoseRow]) -> list[Block]:
    """Up to six weeks side by side, as many strips as that takes; they stay with the note under them."""
    keys = ("sets_reps", *_changing(rows))
    high = ROW * (1 + len(keys))
    across = -(-len(rows) // -(-len(rows) // ACROSS))  # as many in each
    chunks = [rows[place : place + across] for place in range(0, len(rows), across)]
    return [Block(high, partial(_draw_strip, slug=slug, rows=some, keys=keys), gap=4.0, keep=True) for some in chunks]


def _draw_strip(sheet: Sheet, box: Box, *, slug: str, rows: Sequence[DoseRow], keys: Sequence[str]) -> None:
    box = box.left(LABEL + COLUMN * len(rows))
    parts.bar(sheet, box.top(ROW))
    with sheet.table(say("move.dose_table", name=move_name(slug))):
        with sheet.row():
            head, *cells = box.top(ROW).columns(LABEL, *[COLUMN] * len(rows))
            sheet.header(say("move.week"), head.inset(2, 0, 0), large.SMALL_BOLD)
            for cell, row in zip(cells, rows, strict=True):
                sheet.header(week_of(row), cell, large.BODY_BOLD, align="centre")
        for number, key in enumerate(keys, start=1):
            line = Box(box.x, box.y + number * ROW, box.width, ROW)
            head, *cells = line.columns(LABEL, *[COLUMN] * len(rows))
            with sheet.row():
                sheet.header(say(f"move.{key}"), head.inset(2, 0, 0), large.SMALL_BOLD, scope="Row")
                style = large.BODY_BOLD if key == "sets_reps" else large.BODY
                for cell, row in zip(cells, rows, strict=True):
                    sheet.cell(_value(key, row), cell, style, align="centre")
            sheet.ink.line((line.x, line.bottom), (line.right, line.bottom), theme.ROW)


def _value(key: str, row: DoseRow) -> str:
    if key == "sets_reps":
        return say("move.sets_times_reps", sets=row.sets, reps=row.reps)
    return str(row.level) if key == "level" else say("move.seconds", seconds=row.rest_s)
