"""The staircase of the load in large print: as wide as the page, with words that can be read."""

from collections.abc import Sequence

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import width_of
from hipplan.plan.quantities import Column
from hipplan.words import say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.large import type as large
from hipplan.workbook.large.blocks import heading, paragraph
from hipplan.workbook.large.flow import Block
from hipplan.workbook.naming import long_date, short_date
from hipplan.workbook.pages.stairs import Step, chart_of, fill_step, stairs_alt, stairs_caption, stairs_key

TALLEST, FLAG = 62.0, 11.0
ONE_LINE = 22.0  # a column as wide holds sets and repetitions side by side
WRITE = 40.0


def stairs_blocks(edition: Edition) -> list[Block]:
    """Heading, caption, chart with the weeks under it, key, and where to write dates."""
    chart = chart_of(edition)

    def draw(sheet: Sheet, box: Box) -> None:
        base = box.y + FLAG + TALLEST
        most = max(column.sets * column.reps for column in chart.columns)
        places = Box(box.x, box.y, box.width, 0).columns(*[None] * len(chart.columns))
        steps = []
        for column, place in zip(chart.columns, places, strict=True):
            high = TALLEST * column.sets * column.reps / most
            steps.append((column, Box(place.x, base - high, place.width, high)))
        with sheet.figure(stairs_alt(chart), box.top(FLAG + TALLEST + 8)):
            lowest = chart.columns[0].level
            for column, step in steps:
                fill_step(sheet, Step(column, step), lowest=lowest)
            _outline(sheet, [step for _, step in steps])
            for column, step in steps:
                _words(sheet, column, step)
            for column, step in steps:
                place = Box(step.x - 3, base + 1, step.width + 6, 7)
                sheet.inline(str(column.week), place, large.SMALL_BOLD, align="centre")
        sheet.ink.line((box.x, base), (box.right, base), theme.AXIS)

    return [
        heading(say("cover.build_up")),
        paragraph(f"{stairs_caption(edition, chart)}.", keep=True),
        Block(FLAG + TALLEST + 9, draw, gap=2.0, keep=True),
        paragraph(f"{say('large.weeks_under')} {stairs_key(chart)}"),
        *_dates(edition),
    ]


def _outline(sheet: Sheet, steps: Sequence[Box]) -> None:
    points = [(x, step.y) for step in steps for x in (step.x, step.right)]
    sheet.ink.polyline(points, theme.STAIR)


def _words(sheet: Sheet, column: Column, box: Box) -> None:
    """Sets and repetitions in one line or two; a new level under them."""
    if column.test:
        parts.flag(sheet, (box.x + 1.4, box.y - 0.6), 8.0)
    load = say("move.sets_times_reps", sets=column.sets, reps=column.reps)
    lines = [load] if box.width >= ONE_LINE else [say("cover.sets_times", sets=column.sets), str(column.reps)]
    if column.new_level:
        lines.append(say("cover.level", level=column.level) if box.width >= ONE_LINE else f"L{column.level}")
    y = box.y + 7.6
    for line in lines:
        if y + 1 > box.bottom:
            return
        width = max(
            width_of(line, large.SMALL_BOLD) + 1, box.width - 1
        )  # no pattern beside it, which would look like a dash
        patch = Box(box.centre - width / 2, y - 4.6, width, 6.2)
        sheet.ink.rect(patch, fill=theme.WHITE if column.kind == "easy" else theme.TINT)
        sheet.at(line, Box(box.x - 3, box.y, box.width + 6, box.height), y, large.SMALL_BOLD, align="centre")
        y += 7.0


def _dates(edition: Edition) -> list[Block]:
    """When the first sessions are; boxes where no start is given."""
    weeks = edition.programme.weeks
    start = weeks[0].sessions[0].date
    if start and len(weeks) > 4:
        return [paragraph(say("cover.start_given", date=long_date(start)), large.BODY_BOLD)]
    if start:
        days = [(week.number, week.sessions[0].date) for week in weeks]
        lines = [f"{say('cover.week', week=number)}: {short_date(day)}" for number, day in days if day]
        return [paragraph(say("cover.date_given"), keep=True), *(paragraph(line, large.BODY_BOLD) for line in lines)]
    return [_boxes(edition)]


def _boxes(edition: Edition) -> Block:
    """A box under each week, or one for the start."""
    weeks = len(edition.programme.weeks)
    many = weeks > 4
    title = say("cover.start_date" if many else "cover.date_boxes")

    def draw(sheet: Sheet, box: Box) -> None:
        y = sheet.paragraph(title, box, large.BODY) + 0.8
        row = Box(box.x, y, box.width, large.ROW)
        places = [row.left(WRITE + 10)] if many else row.columns(*[None] * weeks)
        for number, place in enumerate(places, start=1):
            label = title if many else say("cover.date_box", week=number)
            cell = Box(place.x, place.y, min(WRITE, place.width - 2), place.height)
            with sheet.write_in(cell, label, theme.WRITE, role="P"):
                if not many:
                    corner = say("cover.week", week=number)
                    sheet.at(corner, cell.inset(1.4, 0, 0), cell.y + 1 + large.TARGET_SMALL.drop, large.TARGET_SMALL)

    return Block(large.BODY.pitch + 0.8 + large.ROW, draw, gap=3.0)
