"""Charts to fill in by hand: sessions done, worst pain, hip turn. At most eight weeks a page."""

from collections.abc import Sequence
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.ink import Stroke
from hipplan.pdf.sheet import Sheet
from hipplan.plan.programme import Week
from hipplan.plan.quantities import self_tests, test_dates
from hipplan.plan.weeks import session_counts
from hipplan.words import rich, say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.endings import draw_paragraph
from hipplan.workbook.naming import zone
from hipplan.workbook.pages.section import Section, draw_sections, share_out
from hipplan.workbook.pages.self_test_words import date_name

WEEKS_A_PAGE = 8
AXIS = 22.0
HEAD = 13.4  # section heading and how to fill it in
WEEK_LINE = 7.0
BLOCK_WIDTH, BLOCK = 27.0, 10.0
POINT, POINT_TIGHT = 7.0, 6.4
TEN_DEGREES, TEN_DEGREES_TIGHT = 11.5, 10.6  # on short paper a little lower, so that four weeks are one page
HIGHEST_DEGREES = 50
TITLE = 22.0
GAPS = (4.0, 9.0)


def progress_pages(edition: Edition) -> list[Page]:
    """Weeks in runs of at most eight, charts on as few pages as hold them; the hip turn last, if there are tests."""
    weeks = edition.programme.weeks
    count = -(-len(weeks) // WEEKS_A_PAGE)
    size = -(-len(weeks) // count)
    sections: list[Section] = []
    for start in range(0, len(weeks), size):
        part = weeks[start : start + size]
        sections += [_sessions_section(edition, part), _pain_section(edition, part)]
    if edition.has("tests") and self_tests(edition.programme.preferences).hip_turn:
        degrees = HIGHEST_DEGREES / 10 * _ten_degrees(edition)
        sections.append(Section(HEAD + theme.BODY.pitch + degrees + WEEK_LINE, _draw_turn))
    groups = share_out(sections, edition.paper.area.height - TITLE, gap=GAPS[0])
    return [
        Page(
            f"progress-{number}" if number else "progress",
            "" if number else say("progress.title"),
            partial(_draw, sections=group),
        )
        for number, group in enumerate(groups)
    ]


def _draw(sheet: Sheet, edition: Edition, *, sections: Sequence[Section]) -> None:
    rest = parts.title_block(sheet, say("progress.title"), say("progress.lead"))
    y = draw_sections(sheet, edition, rest, sections, gaps=GAPS)
    own = Box(rest.x, y + 10, rest.width, rest.bottom - y - 10)
    parts.note_lines(sheet, own, say("visit.own"), say("visit.own"))


def _head(sheet: Sheet, box: Box, title: str, how: str) -> float:
    y = sheet.heading(2, say(f"progress.{title}"), box, theme.H2) + 0.4
    return draw_paragraph(sheet, rich(f"progress.{how}"), Box(box.x, y, 137, 12), theme.BODY) + 1.0


def _plot(box: Box, y: float, height: float) -> Box:
    return Box(box.x + AXIS, y, box.width - AXIS, height)


def _week_names(sheet: Sheet, plot: Box, weeks: Sequence[Week]) -> tuple[Box, ...]:
    columns = plot.columns(*[None] * len(weeks))
    for column, week in zip(columns, weeks, strict=True):
        place = Box(column.x, plot.bottom + 0.6, column.width, 5.4)
        sheet.label(say("progress.week", week=week.number), place, theme.SMALL_BOLD, align="centre")
    return columns


def _sessions_section(edition: Edition, weeks: Sequence[Week]) -> Section:
    counts = session_counts(edition.programme)
    most = max(counts[week.number - 1] for week in weeks)
    return Section(HEAD + most * BLOCK + WEEK_LINE, partial(_draw_sessions, weeks=weeks, most=most))


def _draw_sessions(sheet: Sheet, edition: Edition, box: Box, *, weeks: Sequence[Week], most: int) -> None:

    y = _head(sheet, box, "sessions", "sessions_how")
    plot = _plot(box, y, most * BLOCK)
    with sheet.figure(say("progress.sessions_alt", sessions=most), plot):
        for number in range(1, most + 1):
            cell = Box(box.x, plot.bottom - number * BLOCK, AXIS - 3, BLOCK)
            sheet.inline(str(number), cell, theme.BODY, align="right")
        sheet.at(say("progress.sessions_axis"), Box(box.x, plot.y, AXIS, 6), plot.y + 3.6, theme.NOTE)
    columns = _week_names(sheet, plot, weeks)
    for column, week in zip(columns, weeks, strict=True):
        width = min(BLOCK_WIDTH, column.width - 3)
        for number in range(1, session_counts(edition.programme)[week.number - 1] + 1):
            block = Box(column.centre - width / 2, plot.bottom - number * BLOCK, width, BLOCK)
            with sheet.write_in(block, say("progress.block", week=week.number, number=number), theme.WRITE, role="P"):
                pass
    sheet.ink.line((plot.x, plot.bottom), (plot.right, plot.bottom), theme.AXIS)


def _point(edition: Edition) -> float:
    return POINT_TIGHT if edition.paper.tight else POINT


def _ten_degrees(edition: Edition) -> float:
    return TEN_DEGREES_TIGHT if edition.paper.tight else TEN_DEGREES


def _pain_section(edition: Edition, weeks: Sequence[Week]) -> Section:
    return Section(HEAD + 10 * _point(edition) + WEEK_LINE, partial(_draw_pain, weeks=weeks))


def _draw_pain(sheet: Sheet, edition: Edition, box: Box, *, weeks: Sequence[Week]) -> None:
    preferences = edition.programme.preferences
    ok, stop = preferences.pain_ok, preferences.pain_stop
    y = _head(sheet, box, "pain", "pain_how")
    point = _point(edition)
    plot = _plot(box, y + 0.4, 10 * point)

    def at(pain: float) -> float:
        return plot.bottom - pain * point

    zones = (zone(0, ok), zone(ok + 1, stop), zone(stop + 1, 10))
    alt = say("progress.pain_alt", fine=zones[0], care=zones[1], stop=zones[2])
    with sheet.figure(alt, plot):
        worst = Box(plot.x, plot.y, plot.width, at(stop + 0.5) - plot.y)
        sheet.ink.rect(worst, fill=theme.STOP_PALE)
        sheet.ink.hatch(worst, 3.2, Stroke(0.3, theme.STOP_HATCH))
        sheet.ink.rect(Box(plot.x, worst.bottom, plot.width, at(ok + 0.5) - worst.bottom), fill=theme.CARE_PALE)
        sheet.ink.lines([((plot.x, at(pain)), (plot.right, at(pain))) for pain in range(1, 11)], theme.GRID)
        for pain in range(11):
            style = theme.BODY_BOLD if pain in {0, 5, 10} else theme.BODY
            sheet.inline(str(pain), Box(box.x, at(pain) - 3, AXIS - 3, 6), style, align="right")
    columns = _week_names(sheet, plot, weeks)
    sheet.ink.lines([((c.centre, plot.y), (c.centre, plot.bottom)) for c in columns], theme.GRID_DOTS)
    sheet.ink.line((plot.x, plot.bottom), (plot.right, plot.bottom), theme.AXIS)
    x = box.x + 5
    parts.stop_shape(sheet, (x, at((stop + 11) / 2)))
    parts.care_shape(sheet, (x, at((ok + 1 + stop) / 2)))
    parts.fine_shape(sheet, (x, at(max(ok / 2, 0.5))))


def _draw_turn(sheet: Sheet, edition: Edition, box: Box) -> None:
    dates = test_dates(edition.programme)
    y = _head(sheet, box, "turn", "turn_how")
    ten = _ten_degrees(edition)
    plot = _plot(box, y + 1, HIGHEST_DEGREES / 10 * ten)

    def at(degrees: float) -> float:
        return plot.bottom - degrees * ten / 10

    columns = plot.columns(*[None] * len(dates))
    with sheet.figure(say("progress.turn_alt"), plot):
        sheet.ink.lines([((plot.x, at(d)), (plot.right, at(d))) for d in range(10, 51, 10)], theme.GRID)
        sheet.ink.lines([((plot.x, at(d)), (plot.right, at(d))) for d in range(5, 50, 10)], Stroke(0.5, theme.RULE))
        for degrees in range(0, 51, 10):
            words = say("progress.degrees", degrees=degrees)
            sheet.inline(words, Box(box.x, at(degrees) - 3, AXIS - 3, 6), theme.BODY, align="right")
    sheet.ink.lines([((c.centre, plot.y), (c.centre, plot.bottom)) for c in columns], theme.GRID_DOTS)
    sheet.ink.line((plot.x, plot.bottom), (plot.right, plot.bottom), theme.AXIS)
    for column, date in zip(columns, dates, strict=True):
        place = Box(column.x, plot.bottom + 0.6, column.width, 5.4)
        sheet.label(date_name(date), place, theme.SMALL_BOLD, align="centre")
    x = box.x + 5
    parts.fine_shape(sheet, (x, plot.y + 4), 2.6)
    sheet.label(say("progress.right"), Box(box.x, plot.y + 7.2, 12, 5), theme.NOTE_INK)
    sheet.ink.rect(Box(x - 2.4, plot.y + 15, 4.8, 4.8), theme.SHAPE, theme.WHITE)
    sheet.label(say("progress.left"), Box(box.x, plot.y + 20.6, 12, 5), theme.NOTE_INK)
