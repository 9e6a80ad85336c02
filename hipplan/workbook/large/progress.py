"""Charts to fill in by hand, in large print: at most five weeks wide."""

from collections.abc import Sequence

from hipplan.pdf.box import Box
from hipplan.pdf.ink import Stroke
from hipplan.pdf.sheet import Sheet
from hipplan.plan.programme import Week
from hipplan.plan.quantities import self_tests, test_dates
from hipplan.words import rich, say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.large import type as large
from hipplan.workbook.large.blocks import care, fine, heading, paragraph, stop
from hipplan.workbook.large.flow import Block
from hipplan.workbook.large.page import Chapter, chapter_pages
from hipplan.workbook.naming import zone
from hipplan.workbook.pages.self_test_words import date_name

WEEKS = 5
AXIS, BLOCK, WEEK_LINE = 26.0, large.ROW, 9.0
POINT, TEN_DEGREES, HIGHEST = 8.4, 24.0, 50  # sessions and pain share a page
LINE = Stroke(0.8, theme.CHART)
DOTS = Stroke(0.8, theme.CHART, (1.4, 1.8))


def progress_pages(edition: Edition) -> list[Page]:
    """Weeks in runs of at most five; the hip turn comes last."""
    return chapter_pages(
        edition,
        Chapter(key="progress", title=say("progress.title"), build=_blocks, own=say("visit.own"), own_on_all=True),
    )


def _blocks(edition: Edition) -> list[Block]:
    weeks = edition.programme.weeks
    count = -(-len(weeks) // WEEKS)
    size = -(-len(weeks) // count)
    blocks = [paragraph(say("large.progress_lead"), large.LEAD, gap=0.0)]
    for start in range(0, len(weeks), size):
        part = weeks[start : start + size]
        blocks += [
            *_head("sessions", "sessions_how"),
            _sessions(part),
            *_head("pain", "pain_how"),
            _pain(edition, part),
        ]
    if edition.has("tests") and self_tests(edition.programme.preferences).hip_turn:
        blocks += [*_head("turn", "turn_how"), _turn(edition)]
    return blocks


def _head(title: str, how: str) -> list[Block]:
    return [heading(say(f"progress.{title}")), paragraph(rich(f"progress.{how}"), keep=True)]


def _plot(box: Box, height: float) -> Box:
    return Box(box.x + AXIS, box.y + 3, box.width - AXIS, height)


def _names(sheet: Sheet, plot: Box, names: Sequence[str]) -> tuple[Box, ...]:
    columns = plot.columns(*[None] * len(names))
    for column, name in zip(columns, names, strict=True):
        place = Box(column.x, plot.bottom + 1, column.width, WEEK_LINE - 2)
        sheet.label(name, place, large.SMALL_BOLD, align="centre")
    sheet.ink.line((plot.x, plot.bottom), (plot.right, plot.bottom), theme.AXIS)
    return columns


def _week_names(weeks: Sequence[Week]) -> list[str]:
    return [say("progress.week", week=week.number) for week in weeks]


def _axis(sheet: Sheet, box: Box, y: float, text: str) -> None:
    sheet.inline(text, Box(box.x, y - 4, AXIS - 3, 8), large.BODY, align="right")


def _sessions(weeks: Sequence[Week]) -> Block:
    most = max(len(week.sessions) for week in weeks)

    def draw(sheet: Sheet, box: Box) -> None:
        plot = _plot(box, most * BLOCK)
        with sheet.figure(say("progress.sessions_alt", sessions=most), plot):
            for number in range(1, most + 1):
                _axis(sheet, box, plot.bottom - (number - 0.5) * BLOCK, str(number))
        columns = _names(sheet, plot, _week_names(weeks))
        for column, week in zip(columns, weeks, strict=True):
            for number in range(1, len(week.sessions) + 1):
                width = min(34.0, column.width - 4)
                block = Box(column.centre - width / 2, plot.bottom - number * BLOCK, width, BLOCK)
                label = say("progress.block", week=week.number, number=number)
                with sheet.write_in(block, label, theme.WRITE, role="P"):
                    pass

    return Block(most * BLOCK + 3 + WEEK_LINE, draw)


def _pain(edition: Edition, weeks: Sequence[Week]) -> Block:
    preferences = edition.programme.preferences
    ok, most = preferences.pain_ok, preferences.pain_stop
    zones = (zone(0, ok), zone(ok + 1, most), zone(most + 1, 10))

    def draw(sheet: Sheet, box: Box) -> None:
        plot = _plot(box, 10 * POINT)

        def at(pain: float) -> float:
            return plot.bottom - pain * POINT

        with sheet.figure(say("progress.pain_alt", fine=zones[0], care=zones[1], stop=zones[2]), plot):
            worst = Box(plot.x, plot.y, plot.width, at(most + 0.5) - plot.y)
            sheet.ink.rect(worst, fill=theme.STOP_PALE)
            sheet.ink.hatch(worst, 4.0, Stroke(0.3, theme.STOP_HATCH))
            sheet.ink.rect(Box(plot.x, worst.bottom, plot.width, at(ok + 0.5) - worst.bottom), fill=theme.CARE_PALE)
            sheet.ink.lines([((plot.x, at(pain)), (plot.right, at(pain))) for pain in range(1, 11)], LINE)
            for pain in range(11):
                _axis(sheet, box, at(pain), str(pain))
        columns = _names(sheet, plot, _week_names(weeks))
        sheet.ink.lines([((c.centre, plot.y), (c.centre, plot.bottom)) for c in columns], DOTS)
        stop(sheet, (box.x + 6, at((most + 11) / 2)))
        care(sheet, (box.x + 6, at((ok + 1 + most) / 2)))
        fine(sheet, (box.x + 6, at(ok / 2)))

    return Block(10 * POINT + 3 + WEEK_LINE, draw)


def _turn(edition: Edition) -> Block:
    dates = test_dates(edition.programme)
    high = HIGHEST / 10 * TEN_DEGREES

    def draw(sheet: Sheet, box: Box) -> None:
        plot = _plot(box, high)

        def at(degrees: float) -> float:
            return plot.bottom - degrees * TEN_DEGREES / 10

        with sheet.figure(say("progress.turn_alt"), plot):
            sheet.ink.lines([((plot.x, at(d)), (plot.right, at(d))) for d in range(10, HIGHEST + 1, 10)], LINE)
            halves = range(5, HIGHEST, 10)
            sheet.ink.lines([((plot.x, at(d)), (plot.right, at(d))) for d in halves], Stroke(0.5, theme.RULE))
            for degrees in range(0, HIGHEST + 1, 10):
                _axis(sheet, box, at(degrees), say("progress.degrees", degrees=degrees))
        columns = _names(sheet, plot, [date_name(date) for date in dates])
        sheet.ink.lines([((c.centre, plot.y), (c.centre, plot.bottom)) for c in columns], DOTS)
        x = box.x + 5
        parts.fine_shape(sheet, (x, at(45) - 3), 3.2)
        sheet.label(say("progress.right"), Box(box.x, at(45) + 1.5, AXIS - 4, 7), large.SMALL)
        sheet.ink.rect(Box(x - 3, at(25) - 6, 6, 6), theme.SHAPE, theme.WHITE)
        sheet.label(say("progress.left"), Box(box.x, at(25) + 1.5, AXIS - 4, 7), large.SMALL)

    return Block(high + 3 + WEEK_LINE, draw)
