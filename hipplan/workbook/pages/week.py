"""A page a week: the log of every session, then the gate. More sessions continue on a page with the same grid."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.ink import Stroke
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, width_of
from hipplan.plan.programme import Session, Week
from hipplan.plan.quantities import gate, spare_after, staircase, test_dates
from hipplan.words import rich, say
from hipplan.workbook import log_table, parts, theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.log_measures import TITLE_RULE, content_height, gate_height, measures, share_out
from hipplan.workbook.log_session import RowDrawer, draw_session
from hipplan.workbook.naming import effort_range
from hipplan.workbook.pages.gate import Card, GateWords, draw_gate, gate_cards, spare_cards
from hipplan.workbook.pages.spare import draw_spare_row, draw_spare_title
from hipplan.workbook.pages.week_goal import WeekGoal, draw_goal, week_goal

ROOM_FOR_NOTES = 30.0
MOST_GAP = 4.0
LIFT = 2.0  # of the strip over the lowest content, where there is room


@dataclass(frozen=True, slots=True)
class Log:
    """What one week's pages have in common; a spare week differs in title, rows, cards and note."""

    week: Week
    words: GateWords
    draw_title: Callable[[Sheet, Edition, Week], None]
    row_drawer: RowDrawer
    cards: Callable[[Edition, Week], tuple[Card, ...]]
    planned: bool


def week_pages(edition: Edition) -> list[Page]:
    """All weeks in order, each with the spare weeks that follow it."""
    spare = spare_after(edition.programme)
    pages: list[Page] = []
    for week in edition.programme.weeks:
        title = say("week.bookmark_easy" if week.kind == "easy" else "week.bookmark", week=week.number)
        loaded = gate(edition.programme, week).loaded
        words = GateWords(say("week.gate_how"), rich("week.next_size") if loaded else "")
        log = Log(week, words, _draw_title, log_table.draw_row, gate_cards, planned=True)
        pages += _pages(edition, f"week-{week.number}", title, log)
        if week.number in spare:
            pages += _spare_pages(edition, week)
    return pages


def _spare_pages(edition: Edition, week: Week) -> list[Page]:
    """As many spare weeks as were asked for, all alike; further ones have their number in the bookmark."""
    log = Log(week, GateWords(say("week.spare_off"), ""), draw_spare_title, draw_spare_row, spare_cards, planned=False)
    key, title = f"spare-{week.number}", say("week.bookmark_spare", week=week.number)
    pages: list[Page] = []
    for number in range(1, edition.programme.preferences.spare_weeks + 1):
        if number > 1:
            key = f"spare-{week.number}-copy-{number}"
            title = say("week.bookmark_spare_more", number=number, week=week.number)
        pages += _pages(edition, key, title, log)
    return pages


def week_pages_without_spare(edition: Edition) -> list[Page]:
    """The weeks alone, for those who pay for paper; spare weeks only for those who asked for them."""
    pages = week_pages(edition)
    if "spare_weeks" in edition.programme.preferences.model_fields_set:
        return pages
    return [page for page in pages if not page.key.startswith("spare-")]


def _pages(edition: Edition, key: str, title: str, log: Log) -> list[Page]:
    """One page, or as few as hold all sessions of the week with the same grid."""
    groups = share_out(log.week.sessions, edition.paper, gate_height(edition.paper, log.words.note))
    return [
        Page(
            f"{key}-{number}" if number else key,
            "" if number else title,
            partial(_draw, log=log, sessions=group, last=number == len(groups) - 1),
        )
        for number, group in enumerate(groups)
    ]


def _draw(sheet: Sheet, edition: Edition, *, log: Log, sessions: Sequence[Session], last: bool) -> None:
    m = measures(edition.paper)
    log.draw_title(sheet, edition, log.week)
    gate_room = gate_height(edition.paper, log.words.note) if last else 0.0
    spare = sheet.area.height - TITLE_RULE - content_height(sessions, edition.paper, gate_room)
    goal = week_goal(edition, m, spare, sessions=len(sessions), last=last) if log.planned else WeekGoal("", m, spare)
    m, spare = goal.measures, goal.spare
    more = min(MOST_GAP, spare / (len(sessions) + 1)) if spare > MOST_GAP else 0.0
    y = draw_goal(sheet, goal.words, sheet.area.y + TITLE_RULE + m.top)
    week = log.week.number if log.planned else 0
    for session in sessions:
        y = draw_session(sheet, edition, y, session, row_drawer=log.row_drawer, week=week) + m.between + more
    if last:
        head = y - m.between + m.before_gate
        y = draw_gate(sheet, edition, head, log.week.sessions[-1].number, log.cards(edition, log.week), log.words)
    y += m.before_strip
    strip = max(y, sheet.area.bottom - m.strip - LIFT) if spare > MOST_GAP + LIFT else y
    if spare > ROOM_FOR_NOTES:
        own = Box(sheet.area.x, y + 5, sheet.area.width, strip - y - 9)
        parts.note_lines(sheet, own, say("week.own"), say("week.own"))
    draw_strip(sheet, edition, strip)


def draw_strip(sheet: Sheet, edition: Edition, y: float) -> None:
    """The stop strip, in one line where the paper is short."""
    box = Box(sheet.area.x, y, sheet.area.width, measures(edition.paper).strip)
    if edition.paper.tight:
        parts.stop_line(sheet, edition, box)
    else:
        parts.stop_strip(sheet, edition, box, unsure=say("strip.unsure_week"))


def _draw_title(sheet: Sheet, edition: Edition, week: Week) -> None:
    area = sheet.area
    title, of = say("week.title", week=week.number), say("week.of", weeks=len(edition.programme.weeks))
    width = width_of(title, theme.TITLE)
    baseline = area.y + theme.TITLE.drop + 0.4
    with sheet.element("H1"):
        sheet.at(title, area.left(width + 1), baseline, theme.TITLE)
        sheet.at(of, area.after(width + 2.5), baseline, theme.LEAD)
    end = area.x + width + 2.5 + width_of(of, theme.LEAD)
    x = max(area.x + 52, end + 4)
    first, second = Box(x, area.y + 0.1, area.right - 28 - x, 0).top(2 * theme.SMALL.pitch).rows(None, None)
    effort = effort_range(max(session.effort for session in week.sessions))
    sheet.paragraph(rich("week.aim", aim=_aim(edition, week), effort=effort), first, theme.SMALL)
    sheet.paragraph(_first_thing(edition, week), second, theme.SMALL)
    _stairs(sheet, edition, week.number)
    sheet.ink.line((area.x, area.y + TITLE_RULE), (area.right, area.y + TITLE_RULE), theme.TITLE_RULE)


def _aim(edition: Edition, week: Week) -> str:
    """The aim, with no word of tests where there is no page for them."""
    bare = {say(f"aims.{key}"): say(f"week.aim_{key}") for key in ("easy", "finish")}
    return week.aim if edition.page_of("tests") else bare.get(week.aim, week.aim)


def _first_thing(edition: Edition, week: Week) -> Text:
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
    return rich("week.first_test", session=session, **pages)


def _stairs(sheet: Sheet, edition: Edition, number: int) -> None:
    """The plan's staircase, very small, with this week filled: where you are."""
    columns = staircase(edition.programme).columns
    tallest = max(column.sets * column.reps for column in columns)
    room = Box(sheet.area.right - 26, sheet.area.y + 0.4, 26, 8.6)
    gap = 1.0 if len(columns) < 9 else 0.4
    width = min(5.5, (room.width - gap * (len(columns) - 1)) / len(columns))
    with sheet.figure(say("week.stairs_alt", week=number, weeks=len(columns)), room):
        for place, column in enumerate(reversed(columns)):
            height = room.height * column.sets * column.reps / tallest
            box = Box(room.right - width - place * (width + gap), room.bottom - height, width, height)
            sheet.ink.rect(box, Stroke(0.8, theme.TEAL), theme.TEAL if column.week == number else theme.WHITE)
