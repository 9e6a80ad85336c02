"""The cover: the plan at a glance. Who it is for, where to start, the moves, how the weeks build up, what to have at hand."""

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, height_of
from hipplan.plan.programme import Programme
from hipplan.plan.quantities import moves_in
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.naming import move_name
from hipplan.workbook.pages.at_hand import draw_session_facts, facts_height
from hipplan.workbook.pages.move_cards import CARDS_HEIGHT, draw_cards, panel_holds_left_out
from hipplan.workbook.pages.people import draw_people, people_height
from hipplan.workbook.pages.stairs import draw_stairs
from hipplan.workbook.words import count_in_words, rich, say

START_HERE = 22.0
HEADING = 9.2
STAIRS_LEAST, STAIRS_MOST = 30.0, 53.0
AROUND_STAIRS = 34.5  # heading, caption, flag, date boxes and their note
GAPS = 4


def cover_pages(edition: Edition) -> list[Page]:
    """The cover is always one page; notes that do not fit have a page of their own."""
    del edition
    return [Page("cover", say("cover.bookmark"), draw_cover)]


def draw_cover(sheet: Sheet, edition: Edition) -> None:
    """Draw blocks from the top; spare height goes to the gaps, then missing height comes from the staircase."""
    programme = edition.programme
    rest = parts.title_block(
        sheet, say("cover.title"), _lead(programme), style=theme.COVER_TITLE, lead_width=sheet.area.width
    )
    left_out = left_out_lines(programme)
    strip = (
        _strip_height(left_out, rest.width) if left_out and not panel_holds_left_out(programme, edition.paper) else 0.0
    )
    cards = CARDS_HEIGHT - (9 if edition.paper.tight or strip else 0)
    people = people_height(edition)
    fixed = people + START_HERE + HEADING + cards + strip
    notes = height_of(cover_notes(edition), 110, theme.SMALL) if cover_notes(edition) else 0.0
    around = AROUND_STAIRS + notes
    bottom = max(facts_height(edition), around + STAIRS_LEAST)
    spare = rest.height - fixed - bottom
    gap = max(3.0, min(7.0, spare / GAPS))
    y = draw_people(sheet, edition, rest.top(people)) + gap
    y = _start_here(sheet, edition, Box(rest.x, y, rest.width, START_HERE)) + gap
    y = sheet.heading(2, _moves_heading(programme), Box(rest.x, y, rest.width, HEADING), theme.H2) + 2.2
    draw_cards(sheet, edition, Box(rest.x, y, rest.width, cards))
    y += cards + gap
    if strip:
        y = _left_out_strip(sheet, left_out, Box(rest.x, y - gap + 2, rest.width, strip)) + gap
    lower = Box(rest.x, y, rest.width, rest.bottom - y)
    stairs, facts = lower.columns(110 + rest.width - 178, 56, gap=12)
    y = draw_stairs(sheet, edition, stairs.left(110), min(STAIRS_MOST, lower.height - around))
    if notes:
        sheet.paragraph(cover_notes(edition), Box(stairs.x, y, 110, notes), theme.SMALL)
    draw_session_facts(sheet, edition, facts)


def left_out_lines(programme: Programme) -> tuple[Text, ...]:
    """One line of words for each move that was left out."""
    return tuple(
        rich("cover.left_out_item", name=move_name(left.move), because=left.because) for left in programme.left_out
    )


def cover_notes(edition: Edition) -> str:
    """What the plan says of itself, when it is short enough not to need a page of its own."""
    return "" if edition.page_of("notes") else " ".join(edition.programme.notes)


def _lead(programme: Programme) -> str:
    weeks = len(programme.weeks)
    number = count_in_words(len(moves_in(programme)))
    if weeks > 3:
        return say("cover.lead", weeks=weeks, number=number)
    return say("cover.lead_learning" if weeks > 1 else "cover.lead_learning_one", weeks=weeks, number=number)


def _moves_heading(programme: Programme) -> str:
    return say("cover.moves", number=count_in_words(len(moves_in(programme))))


def _start_here(sheet: Sheet, edition: Edition, box: Box) -> float:
    sheet.ink.rect(box, theme.START_FRAME)
    sheet.heading(2, say("cover.start"), Box(box.x + 5, box.middle - 6.6, 33, 8), theme.H2_TEAL)
    sheet.label(say("cover.before"), Box(box.x + 5, box.middle + 0.9, 33, 5), theme.SMALL)
    steps = (
        (say("cover.read", page=edition.page_of("before")), say("cover.read_why")),
        (say("cover.tests"), say("cover.page", page=edition.page_of("tests"))),
        (say("cover.open"), say("cover.page", page=edition.page_of("week-1"))),
    )
    places = box.after(40).columns(44, 42, None, gap=4.5)
    with sheet.list():
        for number, (place, (title, under)) in enumerate(zip(places, steps, strict=True), start=1):
            _start_step(sheet, place, number, title, under)
    for place in places[:2]:
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


def _strip_height(lines: tuple[Text, ...], width: float) -> float:
    return 7.5 + sum(height_of(line, width, theme.SMALL, breakable=True) for line in lines)


def _left_out_strip(sheet: Sheet, lines: tuple[Text, ...], box: Box) -> float:
    y = sheet.heading(3, say("cover.left_out"), box, theme.H3) + 0.8
    for line in lines:
        y = sheet.paragraph(line, Box(box.x, y, box.width, box.bottom - y + 1), theme.SMALL, breakable=True)
    return box.bottom
