"""A page a week: the log of every session, then the gate. More sessions continue on a page with the same grid."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.plan.programme import Session, Week
from hipplan.plan.quantities import gate, spare_after
from hipplan.words import listed, rich, say
from hipplan.workbook import log_table, parts
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.log_measures import TITLE_RULE, content_height, gate_height, measures, share_out
from hipplan.workbook.log_session import RowDrawer, draw_session
from hipplan.workbook.pages.gate import Card, GateWords, draw_gate, gate_cards, spare_cards, spare_note
from hipplan.workbook.pages.spare import draw_spare_row, draw_spare_title
from hipplan.workbook.pages.week_goal import Asked, Head, Shape, care_line, draw_goals, week_head, week_shape
from hipplan.workbook.pages.week_title import draw_title

ROOM_FOR_NOTES = 30.0
MOST_GAP = 4.0
LIFT = 2.0  # of the strip over the lowest content, where there is room


@dataclass(frozen=True, slots=True)
class Log:
    """What one week's pages have in common; a spare week differs in title, rows, cards and note."""

    week: Week
    words: GateWords
    draw_title: Callable[[Sheet, Edition, Week, float], None]
    row_drawer: RowDrawer
    cards: Callable[[Edition, Week], tuple[Card, ...]]
    planned: bool


def week_pages(edition: Edition) -> list[Page]:
    """All weeks in order, each with the spare weeks that follow it."""
    spare = spare_after(edition.programme)
    pages: list[Page] = []
    for week in edition.programme.weeks:
        pages += edition.apart(f"week-{week.number}", partial(_planned_pages, edition, week))
        if week.number in spare:
            pages += edition.apart(f"spare-{week.number}", partial(_spare_pages, edition, week))
    return pages


def _planned_pages(edition: Edition, week: Week) -> list[Page]:
    title = say("week.bookmark_easy" if week.kind == "easy" else "week.bookmark", week=week.number)
    return _pages(edition, f"week-{week.number}", title, _log(edition, week))


def _log(edition: Edition, week: Week) -> Log:
    loaded = gate(edition.programme, week).loaded
    words = GateWords(say("week.gate_how"), rich("week.next_size") if loaded else "")
    return Log(week, words, draw_title, log_table.draw_row, gate_cards, planned=True)


def _spare_pages(edition: Edition, week: Week) -> list[Page]:
    """As many spare weeks as were asked for, all alike; further ones have their number in the bookmark."""
    words = GateWords(spare_note(edition, week), "")
    log = Log(week, words, draw_spare_title, draw_spare_row, spare_cards, planned=False)
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


def goal_notes(edition: Edition) -> tuple[str, ...]:
    """What is to be said of weeks none of whose pages has room for a goal that was given."""
    if not edition.programme.preferences.goals or not edition.page_of("week-1"):
        return ()
    weeks = [str(week.number) for week in edition.programme.weeks if not _has_goals(edition, _log(edition, week))]
    if not weeks:
        return ()
    pages = f"{'page of week' if len(weeks) == 1 else 'pages of weeks'} {listed(weeks)}"
    left = "only at the front" if edition.has("cover") else "not printed there"
    return (f"goals: too long for the {pages}, so they are {left}; shorten one, or ask for fewer sessions",)


def _has_goals(edition: Edition, log: Log) -> bool:
    groups = share_out(log.week.sessions, edition.paper, gate_height(edition.paper, log.words.note))
    asked = (_asked(edition, log, group, last=group is groups[-1]) for group in groups)
    heads = (week_head(edition.programme.preferences.goals, page) for page in asked)
    return any(head.goals not in ("", care_line(edition)) for head in heads)


def _asked(edition: Edition, log: Log, sessions: Sequence[Session], *, last: bool) -> Asked:
    """What is above the sessions without goals, and what the page has to spare."""
    paper = edition.paper
    gate_room = gate_height(paper, log.words.note) if last else 0.0
    spare = paper.area.height - TITLE_RULE - content_height(sessions, paper, gate_room)
    usual = Head(TITLE_RULE, "", measures(paper), spare)
    return Asked(log.week.number, usual, len(sessions), last, paper.area.width, care_line(edition))


def _draw(sheet: Sheet, edition: Edition, *, log: Log, sessions: Sequence[Session], last: bool) -> None:
    asked = _asked(edition, log, sessions, last=last)
    bare = Shape(asked.usual.rule, asked.usual.measures, asked.usual.spare, 0.0)
    head = week_shape(edition.programme.preferences, asked) if log.planned else bare
    log.draw_title(sheet, edition, log.week, head.rule)
    m, spare = head.measures, head.spare
    more = min(MOST_GAP, spare / (len(sessions) + 1)) if spare > MOST_GAP else 0.0
    y = draw_goals(sheet, asked, head.high, sheet.area.y + head.rule + m.top, more=more)
    week = log.week.number if log.planned else 0
    for session in sessions:
        y = draw_session(sheet, edition, y, session, row_drawer=log.row_drawer, week=week) + m.between + more
    if last:
        gate_y = y - m.between + m.before_gate
        y = draw_gate(sheet, edition, gate_y, log.week.sessions[-1].number, log.cards(edition, log.week), log.words)
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
