"""One sheet for the fridge door: pictures, doses by week, boxes to tick. It is one page for any plan.

Up to four weeks every move has its own boxes. A longer plan has small columns for the doses, eight weeks side by side,
and one grid with a box for each session.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, TextStyle, height_of, runs_of, width_of
from hipplan.plan.quantities import moves_in
from hipplan.words import rich, say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.endings import draw_paragraph
from hipplan.workbook.face import HIGHEST, draw_logo, logo_width
from hipplan.workbook.naming import zone
from hipplan.workbook.pages.fridge_grid import PAIN, draw_pain_row, draw_session_grid, grid_height
from hipplan.workbook.pages.fridge_row import ACROSS, FEW, HEAD, Columns, columns_of, draw_row, has_labels, least_height

GAP = 3.0
CARDS, CARDS_TIGHT = 12.6, 10.8
STRIP, STRIP_TIGHT = 12.0, 7.0
LIFT, LIFT_TIGHT = 1.8, 0.8
INWARD = 0.75  # of the height of a move's row
MOST_ROW = 36.6
SAFETY = 137.0


@dataclass(frozen=True, slots=True)
class Heights:
    """Down the page: the row of each move, the table of sessions or the pain row, the cards (0 for none)."""

    rows: Mapping[str, float]
    foot: float
    cards: float


def fridge_pages(edition: Edition) -> list[Page]:
    """One page, always."""
    del edition
    return [Page("fridge", say("fridge.title"), draw_fridge)]


def draw_fridge(sheet: Sheet, edition: Edition) -> None:
    """Title, the table of moves, what was done, how much pain is all right, when to stop."""
    rest = _title(sheet, edition)
    high, lift = (STRIP_TIGHT, LIFT_TIGHT) if edition.paper.tight else (STRIP, LIFT)
    strip = Box(rest.x, rest.bottom - high - lift, rest.width, high)
    safety = _safety_height(edition)
    body = Box(rest.x, rest.y, rest.width, strip.y - GAP - safety - GAP - rest.y)
    heights = _share(edition, body.height)
    y = _table(sheet, edition, body, heights)
    spare = body.bottom - y - heights.cards - (GAP if heights.cards else 0)
    y += GAP + min(4.0, max(0.0, spare / 2))
    if heights.cards:
        _cards(sheet, edition, Box(rest.x, y, rest.width, heights.cards))
        y += heights.cards + GAP
    own = Box(rest.x, y + 4, rest.width, body.bottom - y - 8)
    parts.note_lines(sheet, own, say("notes_page.own"), say("notes_page.own"))
    _safety(sheet, edition, Box(rest.x, strip.y - GAP - safety, rest.width, safety))
    if edition.paper.tight:
        parts.stop_line(sheet, edition, strip)
    else:
        parts.stop_strip(sheet, edition, strip, unsure=say("fridge.unsure"))


def _title(sheet: Sheet, edition: Edition) -> Box:
    """The name and how often, right of the title; a long name is left to the footer."""
    area, preferences = sheet.area, edition.programme.preferences
    title = say("fridge.title")
    y = sheet.heading(1, title, area.below(0.4), theme.COVER_TITLE)
    name = preferences.name or ""
    words = how_often(edition)
    place = area.after(width_of(title, theme.COVER_TITLE) + 8)
    logo = logo_width(sheet.emblem, y - area.y, place.width - width_of(words, theme.SMALL) - parts.LOGO_APART)
    if logo:
        draw_logo(sheet, Box(area.right - logo, area.y, logo, min(y - area.y, HIGHEST)))
        place = place.left(place.width - logo - parts.LOGO_APART)
    if name and width_of(name, theme.H3) <= place.width:
        with sheet.element("P"):
            sheet.at(name, place, area.y + 4.6, theme.H3, align="right")
    with sheet.element("P"):
        sheet.at(words, place, area.y + 10.2, theme.SMALL, align="right")
    y += 1.4
    sheet.ink.line((area.x, y), (area.right, y), theme.TITLE_RULE)
    return area.below(y + 2.6 - area.y)


def how_often(edition: Edition, *, days_too: bool = True) -> str:
    """Sessions a week, and on which days."""
    sessions = edition.programme.preferences.sessions
    often = say("fridge.session" if sessions == 1 else "fridge.sessions", sessions=sessions)
    days = say("fridge.split_days" if sessions > 3 else "fridge.rest_day")
    return often if sessions == 1 or not days_too else say("fridge.often", often=often, days=days)


def _share(edition: Edition, height: float) -> Heights:
    """Rows take what the rest leaves; the cards are left out where rows would be too low for their words."""
    foot = PAIN if len(edition.programme.weeks) <= FEW else grid_height(edition)
    most = CARDS_TIGHT if edition.paper.tight else CARDS
    least = {slug: least_height(edition, slug) for slug in moves_in(edition.programme)}
    room = height - HEAD - foot
    cards = most if sum(least.values()) <= room - GAP - most else 0.0
    return Heights(_rows(least, room - (GAP + cards if cards else 0.0)), foot, cards)


def _rows(least: Mapping[str, float], room: float) -> Mapping[str, float]:
    """Moves have rows of one height, inward options lower ones; what one more needs for its words the others give."""
    own: dict[str, float] = {}
    while len(own) < len(least):
        weights = {slug: INWARD if slug.endswith("-inward") else 1.0 for slug in least if slug not in own}
        row = min(MOST_ROW, (room - sum(own.values())) / sum(weights.values()))
        short = {slug: least[slug] for slug, weight in weights.items() if row * weight < least[slug]}
        own |= short or {slug: row * weight for slug, weight in weights.items()}
    return own


def _table(sheet: Sheet, edition: Edition, box: Box, heights: Heights) -> float:
    columns = columns_of(edition, box)
    few = len(edition.programme.weeks) <= FEW
    labels = has_labels(edition, heights.rows)
    with sheet.table(say("fridge.table")):
        _head(sheet, edition, box.top(HEAD), columns)
        y = box.y + HEAD
        for slug in moves_in(edition.programme):
            row = Box(box.x, y, box.width, heights.rows[slug])
            draw_row(sheet, edition, row, columns, slug, labels=labels)
            y = row.bottom
        if few:
            draw_pain_row(sheet, edition, Box(box.x, y, box.width, PAIN), columns)
            edges = (c.right if edition.programme.preferences.hand == "left" else c.x for c in columns.weeks)
            sheet.ink.lines([((x, box.y + HEAD), (x, y + PAIN)) for x in edges], theme.ROW)
    return y + PAIN if few else draw_session_grid(sheet, edition, Box(box.x, y, box.width, heights.foot), columns)


def _head(sheet: Sheet, edition: Edition, bar: Box, columns: Columns) -> None:
    parts.bar(sheet, bar)
    few = len(edition.programme.weeks) <= FEW
    with sheet.row():
        words = say("fridge.head" if few else "fridge.head_long")
        width = columns.words.right - columns.picture.x
        sheet.header(words, Box(columns.picture.x + 2, bar.y, width - 2, bar.height), theme.NOTE_INK)
        for number, column in enumerate(columns.weeks, start=1):
            place = Box(column.x, bar.y, column.width, bar.height)
            if few or len(edition.programme.weeks) <= ACROSS:
                style = theme.SMALL_BOLD if few else theme.SECOND_BOLD
                sheet.header(say("cover.week", week=number), place, style, align="centre")
            else:
                _column_head(sheet, edition, place, number)


def _column_head(sheet: Sheet, edition: Edition, place: Box, number: int) -> None:
    """The week of a small column, and that of its second line, under the word for them."""
    second = number + ACROSS
    two = second <= len(edition.programme.weeks)
    numbers = say("fridge.two_weeks", first=number, second=second) if two else str(number)
    style = theme.SECOND_BOLD
    with sheet.element("TH", scope="Column"):
        sheet.at(
            say("fridge.weeks_over" if two else "fridge.week_over"), place, place.middle - 0.6, style, align="centre"
        )
        sheet.at(numbers, place, place.middle + 3.0, style, align="centre")


def _cards(sheet: Sheet, edition: Edition, box: Box) -> None:
    """How much pain is all right, each with its shape."""
    preferences = edition.programme.preferences
    ok, stop = preferences.pain_ok, preferences.pain_stop
    cards = (
        (parts.fine_shape, zone(0, ok), say("fridge.fine"), 50.0),
        (parts.care_shape, zone(ok + 1, stop), say("fridge.care"), None),
        (parts.stop_shape, zone(stop + 1, 10), say("fridge.stop"), 50.0),
    )
    places = box.columns(*[width for *_, width in cards], gap=4)
    with sheet.list():
        for place, (shape, pain, words, _) in zip(places, cards, strict=True):
            sheet.ink.frame(place, theme.CARD)
            shape(sheet, (place.x + 7, place.middle), 3.4)
            with sheet.element("LI"), sheet.element("LBody"):
                text = place.inset(14, 0, 1)
                sheet.at(say("fridge.pain", zone=pain), text, place.middle - 0.9, theme.BODY_BOLD)
                sheet.at(words, text, place.middle + 3.9, theme.NOTE_INK)


def safety_words(edition: Edition) -> Text:
    """The red flags in short, and where they all are."""
    number = edition.programme.preferences.emergency_number or say("before.emergency_unknown")
    return rich("fridge.safety", emergency=number)


def _safety_height(edition: Edition) -> float:
    return sum(height_of(words, SAFETY, style, breakable=True) for words, style in _safety_lines(edition))


def _safety_lines(edition: Edition) -> tuple[tuple[Text, TextStyle], ...]:
    """In one paragraph where that saves a line."""
    words, care = safety_words(edition), say("document.care")
    both = (*runs_of(words, theme.SMALL), (f" {care}", False))
    if height_of(both, SAFETY, theme.SMALL, breakable=True) <= height_of(words, SAFETY, theme.SMALL, breakable=True):
        return ((both, theme.SMALL),)
    return (words, theme.SMALL), (care, theme.SMALL)


def _safety(sheet: Sheet, edition: Edition, box: Box) -> None:
    y = box.y
    for words, style in _safety_lines(edition):
        y = draw_paragraph(sheet, words, Box(box.x, y, SAFETY, box.bottom - y + 0.1), style, breakable=True)
