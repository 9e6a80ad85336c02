"""The title of a week's page: its number and aim, what comes first, and where in the plan you are."""

from dataclasses import replace

from hipplan.pdf.box import Box
from hipplan.pdf.ink import Stroke
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, width_of
from hipplan.plan.programme import Week
from hipplan.plan.quantities import staircase, test_dates
from hipplan.words import rich, say
from hipplan.workbook import theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.face import draw_logo_in, width_in_log
from hipplan.workbook.log_measures import TITLE_RULE
from hipplan.workbook.naming import effort_range

LOW_RULE = 9.2  # of the rule where every millimetre counts: under a title with lines closer together
STAIRS, LOGO_APART = 26.0, 3.0
STAIRS_LEAST, COLUMN_LEAST = 12.0, 1.6  # wide where a logo needs the room; a column with its gap
CLOSE_LINES = replace(theme.SMALL, leading=12.4)


def draw_title(sheet: Sheet, edition: Edition, week: Week, rule: float) -> None:
    """Draw all of it over a rule that is this far below the top of the area."""
    area = sheet.area
    low = rule < TITLE_RULE
    title, of = say("week.title", week=week.number), say("week.of", weeks=len(edition.programme.weeks))
    width = width_of(title, theme.TITLE)
    baseline = area.y + theme.TITLE.drop + (0.0 if low else 0.4)
    with sheet.element("H1"):
        sheet.at(title, area.left(width + 1), baseline, theme.TITLE)
        sheet.at(of, area.after(width + 2.5), baseline, theme.LEAD)
    end = area.x + width + 2.5 + width_of(of, theme.LEAD)
    x = max(area.x + 52, end + 4)
    style = CLOSE_LINES if low else theme.SMALL
    first, second = Box(x, area.y + 0.1, area.right - 28 - x, 0).top(2 * style.pitch).rows(None, None)
    effort = effort_range(max(session.effort for session in week.sessions))
    lines = (rich("week.aim", aim=aim_of(edition, week), effort=effort), first_thing(edition, week))
    for line, place in zip(lines, (first, second), strict=True):
        sheet.paragraph(line, place, style)
    beside = x + max(width_of(line, style) for line in lines) + LOGO_APART
    room = Box(beside, area.y + 0.4, area.right - beside, rule - 2.0)
    stairs = _stairs_width(sheet, edition, room)
    draw_logo_in(sheet, room.left(room.width - stairs - LOGO_APART))
    _stairs(sheet, edition, week.number, room.after(room.width - stairs))
    sheet.ink.line((area.x, area.y + rule), (area.right, area.y + rule), theme.TITLE_RULE)


def aim_of(edition: Edition, week: Week) -> str:
    """The aim, with no word of tests where there is no page for them."""
    bare = {say(f"aims.{key}"): say(f"week.aim_{key}") for key in ("easy", "finish")}
    return week.aim if edition.page_of("tests") else bare.get(week.aim, week.aim)


def first_thing(edition: Edition, week: Week, *, close: bool = False) -> Text:
    """Warm up; before the first session of the plan, in easy weeks and in the last session: the tests."""
    pages = {"page": edition.page_of("cover") or edition.page_of("warm-up"), "tests": edition.page_of("tests")}
    if not edition.page_of("before"):
        return rich("week.first_safety")
    if not pages["page"]:
        return rich("week.first_bare")
    if not week.test or not pages["tests"]:
        return rich("week.first", **pages)
    session = 1 if week.kind == "easy" else week.sessions[-1].number
    if week.number == 1:
        both = len(edition.programme.weeks) == 1 and len(test_dates(edition.programme)) > 1
        return rich("week.first_both" if both else "week.first_baseline", session=session, **pages)
    return rich("large.first_test" if close else "week.first_test", session=session, **pages)


def _stairs_width(sheet: Sheet, edition: Edition, room: Box) -> float:
    """The stairs are as narrow as their columns allow where that lets a logo stand beside long words."""
    least = max(STAIRS_LEAST, COLUMN_LEAST * len(staircase(edition.programme).columns))

    def holds_logo(stairs: float) -> bool:
        return width_in_log(sheet.emblem, room.left(room.width - stairs - LOGO_APART)) > 0

    return least if holds_logo(least) and not holds_logo(STAIRS) else STAIRS


def _stairs(sheet: Sheet, edition: Edition, number: int, room: Box) -> None:
    """The plan's staircase, very small, with this week filled: where you are."""
    columns = staircase(edition.programme).columns
    tallest = max(column.sets * column.reps for column in columns)
    gap = 1.0 if len(columns) < 9 else 0.4
    width = min(5.5, (room.width - gap * (len(columns) - 1)) / len(columns))
    with sheet.figure(say("week.stairs_alt", week=number, weeks=len(columns)), room):
        for place, column in enumerate(reversed(columns)):
            high = room.height * column.sets * column.reps / tallest
            box = Box(room.right - width - place * (width + gap), room.bottom - high, width, high)
            sheet.ink.rect(box, Stroke(0.8, theme.TEAL), theme.TEAL if column.week == number else theme.WHITE)
