"""The weeks in large print: two sessions a page where they fit, then the last with the gate as full-width cards."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, height_of, width_of, wrap
from hipplan.plan.programme import Prescription, Session, Week
from hipplan.plan.quantities import gate, level_line, spare_after
from hipplan.words import listed, rich, say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.hand import is_left
from hipplan.workbook.large import type as large
from hipplan.workbook.large.blocks import lines_in, paragraph
from hipplan.workbook.large.flow import Block
from hipplan.workbook.large.log import (
    BAR,
    LOWER,
    PAD,
    RATINGS,
    SET,
    Grid,
    cut,
    draw_changed,
    draw_heads,
    draw_loads,
    draw_picture,
    draw_ratings,
    draw_row,
    draw_rule,
    grid_for,
    row_height,
    row_lines,
    target,
)
from hipplan.workbook.large.page import Chapter, chapter_pages
from hipplan.workbook.log_measures import loaded_moves
from hipplan.workbook.naming import effort_range, move_name, short_date, sides
from hipplan.workbook.pages.gate import Card, gate_cards, spare_cards
from hipplan.workbook.pages.week import _aim, _first_thing

CARD, CARD_PAD, CARD_LEFT, CARD_RIGHT = 27.9, 2.0, 17.0, 18.0
BETWEEN = 2.4
DATE = 50.0
SPARE_DOSE = 38.0


def week_pages(edition: Edition) -> list[Page]:
    """All weeks in order, each with the spare weeks that follow it."""
    after = spare_after(edition.programme)
    pages: list[Page] = []
    for week in edition.programme.weeks:
        pages += chapter_pages(edition, _week(edition, week))
        for copy in range(edition.programme.preferences.spare_weeks if week.number in after else 0):
            pages += chapter_pages(edition, _spare(week, copy + 1))
    return pages


def week_pages_without_spare(edition: Edition) -> list[Page]:
    """The weeks alone; spare weeks only for those who asked for them."""
    pages = week_pages(edition)
    if "spare_weeks" in edition.programme.preferences.model_fields_set:
        return pages
    return [page for page in pages if not page.key.startswith("spare-")]


def _week(edition: Edition, week: Week) -> Chapter:
    effort = effort_range(max(session.effort for session in week.sessions))
    level = _one_level(week)
    words = "large.effort" if level is None else "large.level_effort"
    return Chapter(
        key=f"week-{week.number}",
        title=say("week.title", week=week.number),
        after=say("week.of", weeks=len(edition.programme.weeks)),
        aside=say(words, level=level, effort=effort),
        bookmark=say("week.bookmark_easy" if week.kind == "easy" else "week.bookmark", week=week.number),
        build=partial(_week_blocks, week=week),
        more=partial(_later_title, title=say("week.title", week=week.number)),
        strip=True,
        under=2.4,
        unsure=say("large.unsure"),
        own=say("week.own"),
        own_on_all=True,
    )


def _later_title(names: Sequence[str], *, title: str) -> str:
    """Week 2, session 3 and what next."""
    numbers = [name for name in names if name.isdigit()]
    what = []
    if numbers:
        key = "large.sessions" if len(numbers) > 1 else "large.session"
        what.append(say(key, first=numbers[0], last=numbers[-1]))
    what += [name for name in names if name and not name.isdigit()]
    return say("large.later", title=title, what=listed(what)) if what else title


def _one_level(week: Week) -> int | None:
    """The level of every move, when it is the same and there is no more to say of it."""
    lines = {level_line(done) for session in week.sessions for done in session.prescriptions}
    level = week.sessions[0].prescriptions[0].level
    return level if lines == {say("large.level", level=level)} else None


def _week_blocks(edition: Edition, week: Week) -> list[Block]:
    grid = grid_for(edition, week.sessions)
    level = _one_level(week) is None
    rows = [_rows(edition, grid, session, level=level) for session in week.sessions]
    sessions = [
        _session(edition, grid, session, own, planned=_planned(edition, session))
        for session, own in zip(week.sessions, rows, strict=True)
    ]
    note = rich("week.next_size") if gate(edition.programme, week).loaded else ""
    return [_first(edition, week), *sessions, *_gate(edition, gate_cards(edition, week), note), *_goal(edition)]


def _goal(edition: Edition) -> list[Block]:
    """The person's first goal, under the gate: the sessions leave no room for it."""
    goals = edition.programme.preferences.goals
    return [paragraph(rich("week.goal", goal=goals[0]), gap=4.0)] if goals else []


def _first(edition: Edition, week: Week) -> Block:
    """Warm-up and tests, with the aim where it fits into the line."""
    warm_up = edition.page_of("warm-up")
    if edition.contents and warm_up:  # on a later page of the cover
        edition = replace(edition, contents={**edition.contents, "cover": warm_up})
    words = _first_thing(edition, week)
    runs = words if isinstance(words, tuple) else ((words, False),)
    with_aim = ((f"{_aim(edition, week)}. ", True), *runs)
    width = edition.paper.area.width
    if len(wrap(with_aim, width, large.SMALL)) == 1:
        runs = with_aim
    room = width if len(wrap(runs, width, large.SMALL)) == 1 else large.TEXT * large.SMALL.size / large.BODY.size
    high = height_of(runs, room, large.SMALL)

    def draw(sheet: Sheet, box: Box) -> None:
        sheet.paragraph(runs, box.left(room), large.SMALL)

    return Block(high, draw, gap=0.0)


Row = tuple[float, Callable[[Sheet, Box], None]]


def _rows(edition: Edition, grid: Grid, session: Session, *, level: bool) -> list[Row]:
    found: list[Row] = []
    for done in session.prescriptions:
        high = row_height(edition, grid, row_lines(done, level=level))

        def draw(sheet: Sheet, row: Box, done: Prescription = done) -> None:
            draw_row(sheet, edition, grid, row, done, level=level)

        found.append((high, draw))
    return found


def _session(edition: Edition, grid: Grid, session: Session, rows: Sequence[Row], *, planned: str) -> Block:
    """The bar with its date, a row a move, the weights, the ratings."""
    loaded = loaded_moves(session)
    high = BAR + sum(row for row, _ in rows) + (large.ROW if loaded else 0.0) + RATINGS

    def draw(sheet: Sheet, box: Box) -> None:
        bar = box.top(BAR)
        _bar(sheet, edition, grid, bar, session, planned)
        y = bar.bottom
        with sheet.table(say("week.table", number=session.number)):
            with sheet.row():
                sheet.empty_cells(2)
                draw_heads(sheet, edition, grid, bar)
            for row_high, drawer in rows:
                drawer(sheet, Box(box.x, y, box.width, row_high))
                y += row_high
        if loaded:
            draw_loads(sheet, edition, Box(box.x, y, box.width, large.ROW), loaded)
            y += large.ROW
        ratings = Box(box.x, y, box.width, RATINGS)
        draw_ratings(sheet, edition, ratings, say("week.session", number=session.number))

    return Block(high, draw, gap=BETWEEN, name=str(session.number))


def _bar(sheet: Sheet, edition: Edition, grid: Grid, bar: Box, session: Session, planned: str) -> None:
    right = not is_left(edition)
    parts.bar(sheet, bar, edge=True)
    words = "week.session_split" if session.split else "week.session"
    title = say(words, number=session.number, split=session.split)
    first, last = cut(edition, grid, bar).sets[0], cut(edition, grid, bar).sets[-1]
    free = Box(bar.x, bar.y, first.x - bar.x, bar.height) if right else bar.after(last.right - bar.x)
    style = large.BODY_BOLD
    room = width_of(title, style) + 1
    date_word = width_of(say("week.date"), large.SMALL) + 1.5
    place = free.inset(5 if right else 3, 0, 3)
    sheet.label(title, place.left(room), style, role="H2")
    width = min(DATE, place.width - room - 2.5 - date_word)
    date = Box(place.right - width, bar.y, width, bar.height)
    sheet.label(say("week.date"), Box(date.x - date_word, bar.y, date_word, bar.height), large.SMALL)
    with sheet.write_in(date, say("week.date_box", number=session.number), theme.WRITE, role="P"):
        if planned and width_of(planned, large.TARGET_SMALL) <= width - 1.4:
            target(sheet, date.inset(0, -0.6), planned, large.TARGET_SMALL)


def _planned(edition: Edition, session: Session) -> str:
    weekday = say(f"days.{session.day}")
    if session.date:
        return f"{weekday} {short_date(session.date)}"
    return weekday if edition.programme.preferences.days else ""


def _gate(edition: Edition, cards: Sequence[Card], note: Text) -> list[Block]:
    """A heading, three cards that stay together, and a note that may go on to the next page."""
    width = edition.paper.area.width

    def head(sheet: Sheet, box: Box) -> None:
        hint = say("large.gate_how")
        room = width_of(hint, large.SMALL) + 1
        sheet.label(say("large.gate"), box.left(box.width - room), large.H2, role="H2")
        sheet.label(hint, box.after(box.width - room), large.SMALL, align="right")

    blocks = [Block(8.4, head, gap=4.0, keep=True, name=say("large.what_next"))]
    for number, card in enumerate(cards):
        words = say(
            "large.conditions_fine" if not number else "large.conditions",
            **dict(zip("abc", card.conditions, strict=True)),
        )
        room = width - CARD_LEFT - CARD_RIGHT
        high = large.BODY.pitch + height_of(words, room, large.BODY) + CARD_PAD

        def draw(sheet: Sheet, box: Box, card: Card = card, words: str = words) -> None:
            _card(sheet, box, card, words)

        blocks.append(Block(high, draw, gap=1.4 if not number else 2.2, keep=number < 2, listing="gate"))
    return [*blocks, *([paragraph(note, gap=3.0)] if note else [])]


def _card(sheet: Sheet, box: Box, card: Card, words: str) -> None:
    sheet.ink.frame(box, theme.GATE_FRAME)
    inner = Box(
        box.x + CARD_LEFT, box.y + CARD_PAD / 2 + 0.7, box.width - CARD_LEFT - CARD_RIGHT, box.height - CARD_PAD / 2
    )
    with sheet.element("LI"):
        parts.tick_box(sheet, (box.x + 4.0, box.y + 4.0), large.TICK)
        with sheet.element("LBody"):
            y = lines_in(sheet, say("large.card", title=card.title, leads_to=card.leads_to), inner, large.BODY_BOLD)
            lines_in(sheet, words, Box(inner.x, y, inner.width, box.bottom - y), large.BODY)
    card.shape(sheet, (box.right - 9.5, box.y + 8.5), 4.2)


def _spare(week: Week, copy: int) -> Chapter:
    title = say("week.spare_title")
    return Chapter(
        key=f"spare-{week.number}" + (f"-copy-{copy}" if copy > 1 else ""),
        title=title,
        bookmark=say("week.bookmark_spare_more" if copy > 1 else "week.bookmark_spare", number=copy, week=week.number),
        build=partial(_spare_blocks, week=week),
        more=partial(_later_title, title=title),
        strip=True,
        under=2.4,
        unsure=say("large.unsure"),
    )


def _spare_blocks(edition: Edition, week: Week) -> list[Block]:
    grid = grid_for(edition, [session for each in edition.programme.weeks for session in each.sessions])
    blocks = [_spare_head(edition)]
    for session in week.sessions:
        empty = replace(session, prescriptions=tuple(replace(p, load=None) for p in session.prescriptions))
        rows = [_spare_row(edition, grid, done) for done in session.prescriptions]
        blocks.append(_session(edition, grid, empty, rows, planned=""))
    return [*blocks, *_gate(edition, spare_cards(edition, week), say("week.spare_off"))]


def _spare_head(edition: Edition) -> Block:
    """When to use the page, and a box for the number of the week that is repeated."""
    room = edition.paper.area.width - 28.0
    lines_ = (rich("week.spare_aim"), rich("week.spare_first"))
    high = max(large.ROW, sum(height_of(words, room, large.SMALL) for words in lines_))

    def draw(sheet: Sheet, box: Box) -> None:
        y = box.y
        for words in lines_:
            y = sheet.paragraph(words, Box(box.x, y, room, box.bottom - y + 0.1), large.SMALL)
        number = Box(box.right - SET, box.y, SET, large.ROW)
        with sheet.write_in(number, say("week.spare_week"), theme.WRITE, role="P"):
            target(sheet, number, say("week.spare_corner"), large.TARGET_SMALL)

    return Block(high, draw, gap=0.0)


def _spare_row(edition: Edition, grid: Grid, done: Prescription) -> Row:
    """A name, boxes for the sets and repetitions to copy, and all set boxes open."""
    name = move_name(done.move)
    words = cut(edition, grid, Box(0, 0, edition.paper.area.width, large.ROW)).words
    high = max(large.ROW, height_of(name, words.width - SPARE_DOSE, large.BODY_BOLD) + PAD)

    def draw(sheet: Sheet, row: Box) -> None:
        place = cut(edition, grid, row)
        inner, dose = place.words.columns(None, SPARE_DOSE)
        if is_left(edition):
            dose, inner = place.words.columns(SPARE_DOSE, None)
        with sheet.row():
            with sheet.element("TH", scope="Row"):
                draw_picture(sheet, edition, place.picture, done.move)
                lines_in(sheet, name, inner.below(LOWER), large.BODY_BOLD)
            _spare_dose(sheet, dose, name)
            _spare_boxes(sheet, edition, grid, place.sets, name)
        draw_rule(sheet, row, place.sets)

    return high, draw


def _spare_dose(sheet: Sheet, box: Box, name: str) -> None:
    sets, times, reps, _ = box.columns(15.0, 6.0, 15.0, None)
    with sheet.element("TD", label=say("week.spare_dose_box", move=name), box=box):
        sheet.ink.rect(sets, theme.WRITE, theme.WHITE)
        sheet.ink.rect(reps, theme.WRITE, theme.WHITE)
        sheet.at(say("week.spare_times"), times, times.middle + large.BODY.centring, large.BODY_BOLD, align="centre")


def _spare_boxes(sheet: Sheet, edition: Edition, grid: Grid, sets: Sequence[Box], name: str) -> None:
    if grid.simple:
        with sheet.write_in(sets[0], say("week.spare_all", move=name), theme.WRITE):
            pass
        draw_changed(sheet, sets[1], name)
        return
    for number, box in enumerate(sets, start=1):
        halves = box.columns(None, None) if grid.split else (box,)
        for half, side in zip(halves, sides(edition.programme), strict=False):
            with sheet.write_in(half, say("week.spare_box", move=name, number=number), theme.WRITE):
                if grid.split:
                    target(sheet, half, say(f"sides.{side}_letter"), large.TARGET_SMALL)
