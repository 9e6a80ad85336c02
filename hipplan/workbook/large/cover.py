"""The cover in large print: for whom, where to start, the moves, how the weeks build up, what to have at hand."""

from dataclasses import replace

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, TextStyle, height_of
from hipplan.plan.quantities import marks_range, moves_in, session_minutes_range, warm_up
from hipplan.words import count_in_words, rich, say
from hipplan.workbook import theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.large import type as large
from hipplan.workbook.large.blocks import bullet, disc, heading, paragraph, step_ring, to_tick
from hipplan.workbook.large.breaks import well_broken
from hipplan.workbook.large.figure import figure
from hipplan.workbook.large.flow import Block, height_of_all
from hipplan.workbook.large.notes import has_notes
from hipplan.workbook.large.page import Chapter, chapter_pages
from hipplan.workbook.large.stairs import stairs_blocks
from hipplan.workbook.naming import long_date, move_name, move_number
from hipplan.workbook.pages.at_hand import things_to_have
from hipplan.workbook.pages.cover import lead_of, left_out_lines
from hipplan.workbook.pages.move_cards import main_moves
from hipplan.workbook.pages.people import between_days, goal_lines, how_often

INSET, LINE = 5.0, large.ROW
START_STEP = 12.0
TITLE = 20.0  # and more than it
CARD, PICTURE = 30.0, 46.0


def cover_pages(edition: Edition) -> list[Page]:
    """As many pages as the plan at a glance needs."""
    return chapter_pages(
        edition,
        Chapter(
            key="cover",
            title=say("cover.title"),
            bookmark=say("cover.bookmark"),
            build=_blocks,
            style=large.COVER_TITLE,
        ),
    )


def _blocks(edition: Edition) -> list[Block]:
    programme = edition.programme
    number = count_in_words(len(moves_in(programme)))
    return [
        *_first(edition),
        *_session(edition),
        heading(say("cover.moves", number=number)),
        *_moves(edition),
        *_left_out(edition),
        *stairs_blocks(edition),
        *_notes(edition),
    ]


def _first(edition: Edition) -> list[Block]:
    """Where to start stands under for whom and from whom, unless long names and goals fill the page."""
    blocks = [
        paragraph(f"{lead_of(edition.programme)}.", large.LEAD, gap=0.0),
        _people(edition, "for", _for_whom(edition)),
        _people(edition, "from", _from_whom(edition)),
        *_start(edition),
    ]
    if height_of_all(blocks) > edition.paper.area.height - TITLE:
        return blocks
    return [*(replace(block, keep=True) for block in blocks[:-1]), blocks[-1]]


Lines = list[tuple[Text, TextStyle]]


def _people(edition: Edition, key: str, lines: Lines) -> Block:
    """A framed box; what was not given can be written in by hand."""
    named = bool(lines) and lines[0][1].bold
    room = edition.paper.area.width - 2 * INSET
    lines = [(well_broken(text, room, style, breakable=True), style) for text, style in lines]
    title = say(f"cover.{key}" if named else f"cover.{key}_write")
    head = height_of(title, room, large.SMALL_GREY)
    write = 0.0 if named else LINE + 2
    words = sum(height_of(text, room, style, breakable=True) for text, style in lines)

    def draw(sheet: Sheet, box: Box) -> None:
        sheet.ink.frame(box, theme.CARD)
        inner = box.inset(INSET, 3)
        y = sheet.paragraph(title, inner, large.SMALL_GREY)
        if not named:
            place = Box(inner.x, y, inner.width, LINE)
            with sheet.element("P", label=title, box=place):
                sheet.ink.line((place.x, place.bottom), (place.right, place.bottom), theme.WRITE)
            y += write
        for text, style in lines:
            y = sheet.paragraph(text, Box(inner.x, y, inner.width, box.bottom - y), style, breakable=True)

    return Block(head + write + words + 6, draw, gap=4.0)


def _for_whom(edition: Edition) -> Lines:
    preferences = edition.programme.preferences
    number = say("cover.number", id=preferences.id) if preferences.id else ""
    lines: Lines = [(text, large.BODY) for text in (preferences.name, number) if text]
    if lines:
        lines[0] = (lines[0][0], large.H2)
    lines.append((f"{how_often(edition)}.", large.BODY))
    if days := between_days(edition):
        lines.append((f"{days}.", large.BODY))
    if preferences.hip:
        lines.append((f"{say(f'cover.hip_{preferences.hip}')}.", large.BODY))
    return [*lines, *((line, large.BODY) for line in goal_lines(preferences.goals))]


def _from_whom(edition: Edition) -> Lines:
    preferences = edition.programme.preferences
    given = [
        text
        for text in (preferences.clinic, edition.face.clinic.address, preferences.clinician, preferences.phone)
        if text
    ]
    lines: Lines = [(text, large.BODY if place else large.H2) for place, text in enumerate(given)]
    if preferences.review:
        lines.append((say("cover.review", date=long_date(preferences.review)), large.BODY))
    return lines


def _start(edition: Edition) -> list[Block]:
    """Read, test, open: in one frame."""
    pages = {key: edition.page_of(key) for key in ("before", "tests", "week-1")}
    words = [
        (say("large.read", page=pages["before"]), say("cover.read_why")),
        (say("cover.tests"), say("cover.page", page=pages["tests"]) if pages["tests"] else ""),
        (say("cover.open"), say("cover.page", page=pages["week-1"]) if pages["week-1"] else ""),
    ]
    steps = [step for step, key in zip(words, pages, strict=True) if pages[key]]

    def draw(sheet: Sheet, box: Box) -> None:
        sheet.ink.frame(box, theme.START_FRAME)
        inner = box.inset(INSET, 4)
        sheet.heading(2, ((f"{say('cover.start')} ", True), (say("cover.before"), False)), inner, large.H2)
        y = inner.y + large.H2.pitch + 1
        with sheet.list():
            for number, (title, under) in enumerate(steps, start=1):
                _step(sheet, Box(inner.x, y, inner.width, START_STEP), number, title, under)
                y += START_STEP

    return [Block(large.H2.pitch + 1 + len(steps) * START_STEP + 7, draw, gap=4.0)]


def _step(sheet: Sheet, place: Box, number: int, title: str, under: str) -> None:
    with sheet.element("LI"):
        with sheet.element("Lbl"):
            step_ring(sheet, (place.x + large.DISC + 0.5, place.middle), str(number))
        with sheet.element("LBody"):
            words: Text = ((title, True), (f": {under}" if under else "", False))
            sheet.inline(words, place.after(13), large.BODY)


def _moves(edition: Edition) -> list[Block]:
    """A row a move, all on one page."""
    *rows, last = (_move(edition, slug, rule=bool(n)) for n, slug in enumerate(main_moves(edition.programme)))
    return [*(replace(row, keep=True) for row in rows), last]


def _move(edition: Edition, slug: str, *, rule: bool) -> Block:
    """Number, picture, name, page; a rule parts it from the one above."""
    programme = edition.programme
    picture = edition.pictures.get(f"{slug}-cover")
    number = edition.page_of(f"move-{slug}")
    inward = f"{slug}-inward" in moves_in(programme)
    left = PICTURE + 18 if picture else 14.0

    def draw(sheet: Sheet, box: Box) -> None:
        with sheet.element("LI"):
            with sheet.element("Lbl"):
                disc(sheet, (box.x + large.DISC, box.middle), str(move_number(programme, slug)))
            with sheet.element("LBody"):
                if picture:
                    figure(sheet, picture, box.after(14).left(PICTURE).inset(0, 0.6))
                room = box.after(left)
                upper, lower = room.centred(room.width, 2 * large.BODY.pitch).rows(None, None)
                sheet.inline(move_name(slug), upper, large.BODY_BOLD)
                if number:
                    words = say("cover.page_inward" if inward else "cover.page", page=number)
                    with sheet.link(number, say("cover.link", move=move_name(slug), page=number), box):
                        sheet.inline(words, lower, large.BODY)
        if rule:
            sheet.ink.line((box.x, box.y - 0.8), (box.right, box.y - 0.8), theme.ROW)

    return Block(CARD if picture else 18.0, draw, gap=1.6, listing="moves")


def _left_out(edition: Edition) -> list[Block]:
    lines = left_out_lines(edition.programme)
    if not lines:
        return []
    return [heading(say("cover.left_out")), *(bullet(line, "left-out") for line in lines)]


def _session(edition: Edition) -> list[Block]:
    """How long a session takes, what the warm-up is and what to have at hand."""
    figures = ((session_minutes_range, "minutes"), (marks_range, "marks"))
    blocks = [heading(say("cover.session"))]
    for count, key in figures:
        low, high = count(edition.programme)
        number = str(low) if low == high else say("lists.range", low=low, high=high)
        blocks.append(paragraph(((number, True), (f" {say(f'cover.{key}')}", False))))
    warm = paragraph(rich(f"cover.warm_up_{warm_up(edition.programme.preferences)}"))
    blocks.append(replace(warm, holds="warm-up"))
    *items, last = (to_tick(thing, "at-hand") for thing in things_to_have(edition))
    kept = [replace(item, keep=True) for item in items]  # all on one page
    return [*blocks, heading(say("cover.have")), *kept, last]


def _notes(edition: Edition) -> list[Block]:
    """Where the notes are."""
    if not has_notes(edition):
        return []
    return [paragraph(say("cover.more", page=edition.page_of("notes")), large.BODY_BOLD, gap=7.0)]
