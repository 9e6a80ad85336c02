"""The two ladder cards of a move, side by side, each with a small picture of the version it names."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.stamping import stamped
from hipplan.pdf.text import height_of
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.endings import draw_paragraph
from hipplan.workbook.pages.ladder import LadderCard, ladder_cards
from hipplan.workbook.pages.section import Section
from hipplan.workbook.picture import Picture

GUTTER = 4.0
INSET, TOP = 4.0, 3.0
PICTURE, PICTURE_WIDE = 25.0, 30.0  # the wide one for people who lie
PICTURE_HEIGHT, PICTURE_INSET = 15.0, 2.4
LYING = 2.0  # times as wide as high
ARROW = 7.0


def ladder_section(edition: Edition, slug: str, width: float, *, pictures: bool = True) -> Section:
    """Easier at the left, harder at the right; without pictures where the page is short."""
    cards: Sequence[LadderCard] = ladder_cards(edition, slug)
    if not pictures:
        cards = [replace(card, picture="") for card in cards]
    height = max(_card_height(edition, card, (width - GUTTER) / 2) for card in cards)
    return Section(height, partial(_draw, cards=cards))


def _picture(edition: Edition, card: LadderCard) -> Picture | None:
    return edition.pictures.get(card.picture)


def _picture_room(picture: Picture | None) -> float:
    if not picture:
        return 0.0
    return PICTURE_WIDE if picture.width > LYING * (picture.above + picture.below) else PICTURE


def _card_height(edition: Edition, card: LadderCard, width: float) -> float:
    picture = _picture(edition, card)
    room = width - 2 * INSET - _picture_room(picture)
    title = height_of(card.title, room - ARROW, theme.H3)
    words = 2 * TOP + 0.2 + title + height_of(card.words, room, theme.BODY, breakable=True)
    return max(words, PICTURE_HEIGHT + 2 * PICTURE_INSET if picture else 0.0)


def _draw(sheet: Sheet, edition: Edition, box: Box, *, cards: Sequence[LadderCard]) -> None:
    for place, card in zip(box.columns(None, None, gap=GUTTER), cards, strict=True):
        _card(sheet, place, card, _picture(edition, card))


@stamped
def _card(sheet: Sheet, place: Box, card: LadderCard, picture: Picture | None) -> None:
    sheet.ink.frame(place, theme.CARD)
    inner = place.inset(INSET, TOP).after(_picture_room(picture))
    y = sheet.heading(2, card.title, inner.left(inner.width - ARROW), theme.H3)
    if picture:
        frame = place.inset(PICTURE_INSET).left(_picture_room(picture) - 0.6)
        picture.draw(sheet, frame.centred(*picture.fitted(frame)))
    draw_paragraph(sheet, card.words, Box(inner.x, y, inner.width, place.bottom - y), theme.BODY, breakable=True)
    x, top = place.right - 6.5, place.y + 2.8
    if card.points == "down":
        parts.arrow(sheet, (x, top), (x, top + 5))
    elif card.points == "up":
        parts.arrow(sheet, (x, top + 5), (x, top))
