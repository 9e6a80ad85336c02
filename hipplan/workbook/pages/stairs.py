"""The staircase of the load on the cover: true to scale from zero, so half as much again looks like it."""

from dataclasses import dataclass, replace

from hipplan.pdf.box import Box
from hipplan.pdf.ink import Stroke
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import TextStyle, height_of, width_of
from hipplan.plan.quantities import Column, Staircase, staircase
from hipplan.words import say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.naming import effort_range, long_date, move_number, move_numbers, short_date

FLAG_ROOM = 8.0
START_ROW = 2.2 + 4.6 + 10 + 0.8  # week numbers, then the start date
WIDE, MIDDLE = 20.0, 13.0  # columns that hold words, and columns that hold sets and reps in one line
EFFORT_ROOM = 29.0  # height of a column that holds its effort too
NAMED = 4  # weeks: above that they are numbered under the axis
FLAG_WORDS = 25.0  # a narrower column would push the words into the next step; the key explains the flag there


@dataclass(frozen=True, slots=True)
class Step:
    """One column of the chart, measured."""

    column: Column
    box: Box


def draw_stairs(sheet: Sheet, edition: Edition, box: Box, tallest: float) -> float:
    """Draw heading, chart and the place for dates, from the top of the box; return the y below them."""
    chart = chart_of(edition)
    y = sheet.heading(2, say("cover.build_up"), box, theme.H2)
    y = sheet.paragraph(stairs_caption(edition, chart), Box(box.x, y, box.width, 12), theme.NOTE)
    base = y + FLAG_ROOM + tallest
    steps = _measure(chart, Box(box.x, base - tallest, box.width, tallest))
    with sheet.figure(stairs_alt(chart), Box(box.x, y, box.width, base - y)):
        for step in steps:
            fill_step(sheet, step, lowest=chart.columns[0].level)
        _outline(sheet, steps)
        with_effort = all(step.box.height >= EFFORT_ROOM for step in steps)  # on all or on none
        for step in steps:
            _label(sheet, edition, step, with_effort=with_effort)
    sheet.ink.line((box.x, base), (box.right, base), theme.AXIS)
    return _dates(sheet, edition, steps, Box(box.x, base + 2.2, box.width, 30))


def chart_of(edition: Edition) -> Staircase:
    """The staircase of the plan; no week has tests where there is no page for them."""
    chart = staircase(edition.programme)
    if edition.has("tests"):
        return chart
    return replace(chart, columns=tuple(replace(column, test=False) for column in chart.columns))


def stairs_around(edition: Edition) -> float:
    """Height of everything but the steps: heading, caption, flags, dates and the key."""
    chart = chart_of(edition)
    width = 110.0
    caption = height_of(stairs_caption(edition, chart), width, theme.NOTE)
    weeks = len(chart.columns)
    if weeks > NAMED:
        dates = START_ROW + height_of(stairs_key(chart), width, theme.NOTE)
    else:
        dates = 2.2 + (6.6 if edition.programme.weeks[0].sessions[0].date else 10.8) + theme.NOTE.pitch
    return theme.H2.pitch + caption + FLAG_ROOM + dates + 1.2


def stairs_caption(edition: Edition, chart: Staircase) -> str:
    """Whose sets and repetitions the chart shows."""
    slugs = (chart.move, *chart.also)
    if len(slugs) == 1:
        return say("cover.build_up_one", move=move_number(edition.programme, chart.move))
    return say("cover.build_up_same", moves=move_numbers(edition.programme, slugs))


def _measure(chart: Staircase, box: Box) -> list[Step]:
    most = max(column.sets * column.reps for column in chart.columns)
    steps = []
    for column, place in zip(chart.columns, box.columns(*[None] * len(chart.columns)), strict=True):
        height = box.height * column.sets * column.reps / most
        steps.append(Step(column, Box(place.x, box.bottom - height, place.width, height)))
    return steps


def fill_step(sheet: Sheet, step: Step, *, lowest: int) -> None:
    """A tint; a pattern for each harder level; easy weeks striped on white."""
    box, column = step.box, step.column
    if column.kind == "easy":
        sheet.ink.hatch(box, 2.2, theme.HATCHING)
        return
    sheet.ink.rect(box, fill=theme.TINT)
    pattern = Stroke(0.4, theme.TEAL)
    rise = column.level - lowest
    if rise % 2:
        rows = int(box.height / 3)
        sheet.ink.lines(
            [((box.x, box.bottom - 3 * n), (box.right, box.bottom - 3 * n)) for n in range(1, rows + 1)], pattern
        )
    if rise >= 2:
        columns = int(box.width / 3)
        sheet.ink.lines([((box.x + 3 * n, box.y), (box.x + 3 * n, box.bottom)) for n in range(1, columns + 1)], pattern)


def _outline(sheet: Sheet, steps: list[Step]) -> None:
    points = []
    for step in steps:
        points += [(step.box.x, step.box.y), (step.box.right, step.box.y)]
    sheet.ink.polyline(points, theme.STAIR)


def _label(sheet: Sheet, edition: Edition, step: Step, *, with_effort: bool) -> None:
    box, column = step.box, step.column
    weeks = len(edition.programme.weeks)
    if column.test:
        _flag(sheet, step, weeks)
    if box.width >= WIDE:
        _wide_words(sheet, step, named=weeks <= NAMED, with_effort=with_effort)
    elif box.width >= MIDDLE:
        _line(sheet, box, 5.6, _load(column), theme.SMALL_BOLD)
    else:
        _line(sheet, box, 4.6, say("cover.sets_times", sets=column.sets), theme.SECOND_BOLD)
        _line(sheet, box, 8.6, str(column.reps), theme.SECOND_BOLD)
    if column.new_level:
        _line(sheet, box, 11.6 if box.width >= MIDDLE else 13.2, _level(column, box), theme.SECOND_BOLD)


def _wide_words(sheet: Sheet, step: Step, *, named: bool, with_effort: bool) -> None:
    """Load, effort, and the week where it has no number under the axis."""
    box, column = step.box, step.column
    _line(sheet, box, 8.4, _load(column), theme.NAME)
    if with_effort:
        _line(sheet, box, 14.0, say("cover.effort"), theme.NOTE_INK)
        _line(sheet, box, 18.6, effort_range(column.effort), theme.SMALL_BOLD)
    if named:
        _line(sheet, box, box.height - 2.6, say("cover.week", week=column.week), theme.SMALL_BOLD)


def _line(sheet: Sheet, box: Box, down: float, text: str, style: TextStyle) -> None:
    """A centred line; a patch keeps it clear of the pattern."""
    if down >= box.height + 3:
        return
    width = width_of(text, style)
    patch = Box(box.centre - width / 2 - 0.4, box.y + down - 0.28 * style.size, width + 0.8, 0.34 * style.size)
    if down < box.height:
        sheet.ink.rect(patch, fill=theme.TINT)
    sheet.at(text, Box(box.x - 2, box.y, box.width + 4, box.height), box.y + down, style, align="centre")


def _load(column: Column) -> str:
    return say("move.sets_times_reps", sets=column.sets, reps=column.reps)


def _level(column: Column, box: Box) -> str:
    return say("cover.level", level=column.level) if box.width >= MIDDLE else f"L{column.level}"


def _flag(sheet: Sheet, step: Step, weeks: int) -> None:
    box, column = step.box, step.column
    parts.flag(sheet, (box.x + 1.4, box.y - 0.4))
    first, last = column.week == 1, column.week == weeks
    if box.width >= FLAG_WORDS and (first or last):
        words = say("cover.start_tests" if first else "cover.finish_tests")
        sheet.at(words, Box(box.x + 7, box.y - 8, box.width + 6, 8), box.y - 2.6, theme.NOTE_INK)


def _dates(sheet: Sheet, edition: Edition, steps: list[Step], box: Box) -> float:
    """A box under each week, or the dates when a start is given; above 4 weeks one start date for all."""
    if len(steps) > NAMED:
        return _week_numbers(sheet, edition, steps, box)
    if edition.programme.weeks[0].sessions[0].date:
        for step, week in zip(steps, edition.programme.weeks, strict=True):
            day = week.sessions[0].date
            place = Box(step.box.x, box.y, step.box.width, 6)
            sheet.label(short_date(day) if day else "", place, theme.SMALL_BOLD, align="centre")
        return sheet.paragraph(say("cover.date_given"), Box(box.x, box.y + 6.6, box.width, 6), theme.NOTE) + 1
    for step in steps:
        width = min(25.5, step.box.width - 2)
        place = Box(step.box.centre - width / 2, box.y, width, 10)
        with sheet.write_in(place, say("cover.date_box", week=step.column.week), theme.WRITE, role="P"):
            pass
    return sheet.paragraph(say("cover.date_boxes"), Box(box.x, box.y + 10.8, box.width, 6), theme.NOTE) + 1


def _week_numbers(sheet: Sheet, edition: Edition, steps: list[Step], box: Box) -> float:
    for step in steps:
        place = Box(step.box.x - 1, box.y - 1, step.box.width + 2, 5)
        sheet.label(str(step.column.week), place, theme.COLUMN_HEAD, align="centre")
    start = edition.programme.weeks[0].sessions[0].date
    row = Box(box.x, box.y + 4.6, box.width, 10)
    if start:
        sheet.label(say("cover.start_given", date=long_date(start)), row, theme.SMALL_BOLD)
    else:
        sheet.label(say("cover.start_date"), row.left(22), theme.SMALL_BOLD)
        with sheet.write_in(Box(row.x + 22, row.y, 38, 10), say("cover.start_date"), theme.WRITE, role="P"):
            pass
    key = stairs_key(chart_of(edition))
    return sheet.paragraph(key, Box(box.x, row.bottom + 0.8, box.width, 12), theme.NOTE) + 1


def stairs_key(chart: Staircase) -> str:
    """What the flag and the white columns mean."""
    words = [say("cover.key_flag")] if any(column.test for column in chart.columns) else []
    if any(column.kind == "easy" for column in chart.columns):
        words.append(say("cover.key_easy"))
    if any(column.new_level for column in chart.columns):
        words.append(say("cover.key_level"))
    return " ".join(words)


def stairs_alt(chart: Staircase) -> str:
    """The chart in words, column by column."""
    columns = []
    for column in chart.columns:
        extra = (say("cover.chart_alt_easy") if column.kind == "easy" else "") + (
            say("cover.chart_alt_test") if column.test else ""
        )
        words = {"week": column.week, "sets": column.sets, "reps": column.reps, "level": column.level}
        columns.append(say("cover.chart_alt_column", extra=extra, **words))
    return say("cover.chart_alt", columns=" ".join(columns))
