"""What next, in large print: three answers as cards over the full width."""

from collections.abc import Sequence

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, height_of, width_of
from hipplan.words import say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.large import type as large
from hipplan.workbook.large.blocks import lines_in, paragraph
from hipplan.workbook.large.breaks import well_broken
from hipplan.workbook.large.flow import Block
from hipplan.workbook.pages.gate import Card

CARD_PAD, CARD_LEFT, CARD_RIGHT = 2.0, 17.0, 18.0


def gate_blocks(edition: Edition, cards: Sequence[Card], note: Text) -> list[Block]:
    """A heading, three cards that stay together, and a note that may go on to the next page."""
    width = edition.paper.area.width

    def head(sheet: Sheet, box: Box) -> None:
        hint = say("large.gate_how")
        room = width_of(hint, large.SMALL) + 1
        sheet.label(say("large.gate"), box.left(box.width - room), large.H2, role="H2")
        sheet.label(hint, box.after(box.width - room), large.SMALL, align="right")

    blocks = [Block(8.4, head, gap=4.0, keep=True, name=say("large.what_next"))]
    for number, card in enumerate(cards):
        key = "large.conditions" if number else "large.conditions_fine"
        room = width - CARD_LEFT - CARD_RIGHT
        words = well_broken(say(key, **dict(zip("abc", card.conditions, strict=True))), room, large.BODY)
        high = large.BODY.pitch + height_of(words, room, large.BODY) + CARD_PAD

        def draw(sheet: Sheet, box: Box, card: Card = card, words: Text = words) -> None:
            _card(sheet, box, card, words)

        blocks.append(Block(high, draw, gap=1.4 if not number else 2.2, keep=number < 2, listing="gate"))
    return [*blocks, *([paragraph(note, gap=3.0)] if note else [])]


def _card(sheet: Sheet, box: Box, card: Card, words: Text) -> None:
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
