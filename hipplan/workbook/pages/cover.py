"""The cover: who it is for, where to start, the moves, how the weeks build up, what to have at hand."""

from dataclasses import dataclass

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, height_of
from hipplan.plan.programme import Programme
from hipplan.plan.quantities import moves_in
from hipplan.words import count_in_words, listed, rich, say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.endings import draw_paragraph
from hipplan.workbook.naming import move_name
from hipplan.workbook.pages.at_hand import WIDTH as FACTS_WIDTH
from hipplan.workbook.pages.at_hand import draw_session_facts, facts_height
from hipplan.workbook.pages.move_cards import CARDS_HEIGHT, draw_cards, least_cards_height, panel_holds_left_out
from hipplan.workbook.pages.people import draw_people, people_height
from hipplan.workbook.pages.stairs import draw_stairs, stairs_around

START_HERE = 22.0
HEADING = 9.2
STRIP_WIDTH = 134.0
STAIRS, STAIRS_LEAST, STAIRS_MOST = 110.0, 26.0, 53.0
GAPS = 4
LEAST_GAP, MOST_GAP = 2.6, 7.0
AN_WEEKS = (8, 11)  # eight and eleven start with a vowel


@dataclass(frozen=True, slots=True)
class Measures:
    """Heights of the blocks; `left_out` is the strip under the cards, empty where the cards leave room for it."""

    people: float
    cards: float
    left_out: tuple[Text, ...]
    strip: float
    around_stairs: float
    gap: float


def cover_pages(edition: Edition) -> list[Page]:
    """The cover is always one page; notes that do not fit have a page of their own."""
    del edition
    return [Page("cover", say("cover.bookmark"), draw_cover)]


def draw_cover(sheet: Sheet, edition: Edition) -> None:
    """Draw blocks from the top; the staircase takes what they leave."""
    programme = edition.programme
    rest = _title(sheet, programme)
    m = measure(edition, rest.height)
    y = draw_people(sheet, edition, rest.top(m.people)) + m.gap
    y = _start_here(sheet, edition, Box(rest.x, y, rest.width, START_HERE)) + m.gap
    y = sheet.heading(2, _moves_heading(programme), Box(rest.x, y, rest.width, HEADING), theme.H2) + 2.2
    draw_cards(sheet, edition, Box(rest.x, y, rest.width, m.cards))
    y += m.cards + m.gap
    if m.left_out:
        y = _left_out_strip(sheet, m.left_out, Box(rest.x, y - m.gap + 2, rest.width, m.strip)) + m.gap - 2
    lower = Box(rest.x, y, rest.width, rest.bottom - y)
    stairs, facts = lower.columns(STAIRS + rest.width - 178, FACTS_WIDTH, gap=12)
    y = draw_stairs(sheet, edition, stairs.left(STAIRS), min(STAIRS_MOST, lower.height - m.around_stairs))
    notes = cover_notes(edition)
    if notes:
        draw_paragraph(sheet, notes, Box(stairs.x, y, STAIRS, stairs.bottom - y), theme.SMALL)
    draw_session_facts(sheet, edition, facts)


def measure(edition: Edition, height: float) -> Measures:
    """Share the height out: gaps give way first, then the cards."""
    programme = edition.programme
    left_out: tuple[Text, ...] = ()
    if programme.left_out and not panel_holds_left_out(programme, edition.paper):
        left_out = (_left_out_names(edition),) if edition.page_of("notes") else left_out_lines(programme)
    strip = 2 + theme.H3.pitch + 0.8 + sum(_line_height(line) for line in left_out) if left_out else 0.0
    notes = cover_notes(edition)
    around = stairs_around(edition) + (height_of(notes, STAIRS, theme.SMALL) if notes else 0.0)
    people = people_height(edition)
    lower = max(facts_height(edition), around + STAIRS_LEAST)
    room = height - people - START_HERE - HEADING - strip - lower
    cards = max(least_cards_height(edition), min(CARDS_HEIGHT, room - GAPS * LEAST_GAP))
    gap = max(LEAST_GAP, min(MOST_GAP, (room - cards) / GAPS))
    return Measures(people, cards, left_out, strip, around, gap)


def _line_height(line: Text) -> float:
    return height_of(line, STRIP_WIDTH, theme.SMALL, breakable=True)


def _left_out_names(edition: Edition) -> Text:
    names = listed([move_name(left.move) for left in edition.programme.left_out])
    return rich("cover.left_out_short", names=names, page=edition.page_of("notes"))


def _title(sheet: Sheet, programme: Programme) -> Box:
    width = sheet.area.width
    return parts.title_block(sheet, say("cover.title"), lead_of(programme), style=theme.COVER_TITLE, lead_width=width)


def left_out_lines(programme: Programme) -> tuple[Text, ...]:
    """One line of words for each move that was left out."""
    return tuple(
        rich("cover.left_out_item", name=move_name(left.move), because=left.because) for left in programme.left_out
    )


def cover_notes(edition: Edition) -> str:
    """What the plan says of itself, when it is short enough not to need a page of its own."""
    return "" if edition.page_of("notes") else " ".join(edition.programme.notes)


def lead_of(programme: Programme) -> str:
    """How long the plan is, what it is for, and in how many moves."""
    weeks = len(programme.weeks)
    key = "lead" if weeks > 3 else "lead_learning" if weeks > 1 else "lead_learning_one"
    a = say("cover.an" if weeks in AN_WEEKS else "cover.a")
    return say(f"cover.{key}", a=a, weeks=weeks, number=count_in_words(len(moves_in(programme))))


def _moves_heading(programme: Programme) -> str:
    return say("cover.moves", number=count_in_words(len(moves_in(programme))))


def _start_here(sheet: Sheet, edition: Edition, box: Box) -> float:
    sheet.ink.frame(box, theme.START_FRAME)
    sheet.heading(2, say("cover.start"), Box(box.x + 5, box.middle - 6.6, 33, 8), theme.H2_TEAL)
    sheet.label(say("cover.before"), Box(box.x + 5, box.middle + 0.9, 33, 5), theme.SMALL)
    steps = [
        (edition.page_of("before"), say("cover.read", page=edition.page_of("before")), say("cover.read_why")),
        (edition.page_of("tests"), say("cover.tests"), say("cover.page", page=edition.page_of("tests"))),
        (edition.page_of("week-1"), say("cover.open"), say("cover.page", page=edition.page_of("week-1"))),
    ]
    steps = [step for step in steps if step[0]]  # a clinic's template may leave pages out
    places = box.after(40).columns(44, 42, None, gap=4.5)[: len(steps)]
    with sheet.list():
        for number, (place, (_, title, under)) in enumerate(zip(places, steps, strict=True), start=1):
            _start_step(sheet, place, number, title, under)
    for place in places[:-1]:
        parts.arrow(
            sheet, (place.right - 1.5, box.middle), (place.right + 3.5, box.middle), colour=theme.MUTED, width=1.1
        )
    return box.bottom


def _start_step(sheet: Sheet, place: Box, number: int, title: str, under: str) -> None:
    with sheet.element("LI"):
        with sheet.element("Lbl"):
            parts.badge(sheet, (place.x + 4.6, place.middle), 4.6, str(number), 16)
        with sheet.element("LBody"):
            words = place.inset(11.2, 0, 0)
            sheet.at(title, words, place.middle - 1.1, theme.BODY_BOLD)
            sheet.at(under, words, place.middle + 4.4, theme.SMALL)


def _left_out_strip(sheet: Sheet, lines: tuple[Text, ...], box: Box) -> float:
    y = sheet.heading(3, say("cover.left_out"), box, theme.H3) + 0.8
    for line in lines:
        y = draw_paragraph(sheet, line, Box(box.x, y, STRIP_WIDTH, box.bottom - y + 1), theme.SMALL, breakable=True)
    return y
