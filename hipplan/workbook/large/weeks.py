"""The weeks in large print: two sessions a page where they fit, then the last with the gate as full-width cards."""

from dataclasses import replace
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, height_of, wrap
from hipplan.plan.programme import Session, Week
from hipplan.plan.quantities import gate, level_line, spare_after
from hipplan.words import rich, say
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.large import type as large
from hipplan.workbook.large.alone import care_blocks, is_alone, safety_blocks
from hipplan.workbook.large.flow import Block
from hipplan.workbook.large.gate import gate_blocks
from hipplan.workbook.large.log import grid_for
from hipplan.workbook.large.page import Chapter, chapter_pages, lines_beside
from hipplan.workbook.large.session import later_title, planned_rows, session_block
from hipplan.workbook.large.spare import spare_chapter
from hipplan.workbook.naming import effort_range, short_date
from hipplan.workbook.pages.gate import gate_cards
from hipplan.workbook.pages.people import goal_lines
from hipplan.workbook.pages.week_title import aim_of, first_thing

FEWEST_CLOSE = 3  # pages of a week from which on one less is worth words closer together
MOST_BESIDE = 2  # lines of a goal
CLOSE_UNDER = 1.0  # the title, where its goal has two lines


def week_pages(edition: Edition) -> list[Page]:
    """All weeks in order, each with the spare weeks that follow it."""
    after = spare_after(edition.programme)
    pages: list[Page] = []
    for week in edition.programme.weeks:
        pages += _pages_of(edition, week)
        for copy in range(edition.programme.preferences.spare_weeks if week.number in after else 0):
            pages += chapter_pages(edition, spare_chapter(week, copy + 1))
    return pages


def week_pages_without_spare(edition: Edition) -> list[Page]:
    """The weeks alone; spare weeks only for those who asked for them."""
    pages = week_pages(edition)
    if "spare_weeks" in edition.programme.preferences.model_fields_set:
        return pages
    return [page for page in pages if not page.key.startswith("spare-")]


def _pages_of(edition: Edition, week: Week) -> list[Page]:
    """A goal stands beside the title where that saves a page."""
    chapter = _week(edition, week)
    pages = chapter_pages(edition, chapter)
    if not chapter.line or len(pages) < FEWEST_CLOSE:
        return pages
    close = _close(edition, week, chapter)
    if len(lines_beside(edition, close)) > MOST_BESIDE:
        return pages
    return min(pages, chapter_pages(edition, close), key=len)


def _close(edition: Edition, week: Week, chapter: Chapter) -> Chapter:
    """The same week with its level behind the title, its effort before the warm-up and its goal beside both."""
    level, after = _one_level(week), chapter.after
    if level is not None:
        after = say("large.after_level", after=after, level=level)
    close = replace(
        chapter, after=after, aside="", beside=chapter.line, build=partial(_week_blocks, week=week, close=True)
    )
    two = len(lines_beside(edition, close)) > 1
    return replace(close, under=CLOSE_UNDER) if two else close


def _week(edition: Edition, week: Week) -> Chapter:
    effort, level = _effort(week), _one_level(week)
    after = say("week.of", weeks=len(edition.programme.weeks))
    words = "large.effort" if level is None else "large.level_effort"
    return Chapter(
        key=f"week-{week.number}",
        title=say("week.title", week=week.number),
        after=say("large.after_easy", after=after) if week.kind == "easy" else after,
        aside=say(words, level=level, effort=effort),
        bookmark=say("week.bookmark_easy" if week.kind == "easy" else "week.bookmark", week=week.number),
        build=partial(_week_blocks, week=week),
        more=partial(later_title, title=say("week.title", week=week.number)),
        line=_goal(edition, week),
        strip=True,
        under=2.4,
        unsure=say("large.unsure"),
        own=say("week.own"),
        own_on_all=True,
    )


def _goal(edition: Edition, week: Week) -> Text:
    """The goal, or one of several in turn."""
    goals = edition.programme.preferences.goals
    if not goals:
        return ""
    return goal_lines(goals)[(week.number - 1) % len(goals)] if len(goals) > 1 else rich("week.goal", goal=goals[0])


def _effort(week: Week) -> str:
    return effort_range(max(session.effort for session in week.sessions))


def _one_level(week: Week) -> int | None:
    """The level of every move, when it is the same and there is no more to say of it."""
    lines = {level_line(done) for session in week.sessions for done in session.prescriptions}
    level = week.sessions[0].prescriptions[0].level
    return level if lines == {say("large.level", level=level)} else None


def _week_blocks(edition: Edition, week: Week, *, close: bool = False) -> list[Block]:
    grid = grid_for(edition, week.sessions)
    level = _one_level(week) is None
    rows = [planned_rows(edition, grid, session, level=level) for session in week.sessions]
    sessions = [
        session_block(edition, grid, session, own, planned=_planned(edition, session))
        for session, own in zip(week.sessions, rows, strict=True)
    ]
    note = rich("week.next_size") if gate(edition.programme, week).loaded else ""
    return [
        *safety_blocks(edition, week),
        _first(edition, week, close=close),
        *sessions,
        *gate_blocks(edition, gate_cards(edition, week), note),
        *care_blocks(edition, week),
    ]


def _first(edition: Edition, week: Week, *, close: bool) -> Block:
    """Warm-up and tests, with the aim where it fits into the line; `close` says the effort first."""
    warm_up = edition.page_of("warm-up")
    if edition.contents and warm_up:  # on a later page of the cover
        edition = replace(edition, contents={**edition.contents, "cover": warm_up})
    alone = is_alone(edition, week)  # then other words have said what to read first
    words = rich("week.first_bare") if alone else first_thing(edition, week, close=close)
    runs = words if isinstance(words, tuple) else ((words, False),)
    if close:
        runs = ((f"{say('large.effort', effort=_effort(week))}. ", False), *runs)
    with_aim = ((f"{aim_of(edition, week)}. ", True), *runs)
    width = edition.paper.area.width
    if len(wrap(with_aim, width, large.SMALL)) == 1:
        runs = with_aim
    room = width if len(wrap(runs, width, large.SMALL)) == 1 else large.TEXT * large.SMALL.size / large.BODY.size
    high = height_of(runs, room, large.SMALL)

    def draw(sheet: Sheet, box: Box) -> None:
        sheet.paragraph(runs, box.left(room), large.SMALL)

    return Block(high, draw, gap=3.0 if alone else 0.0)


def _planned(edition: Edition, session: Session) -> str:
    weekday = say(f"days.{session.day}")
    if session.date:
        return f"{weekday} {short_date(session.date)}"
    return weekday if edition.programme.preferences.days else ""
