"""Pictures of a move in large print: two by two with captions, a level or a slip beside its words."""

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, height_of
from hipplan.workbook.edition import Edition
from hipplan.workbook.large import type as large
from hipplan.workbook.large.blocks import beside_disc, disc
from hipplan.workbook.large.breaks import well_broken
from hipplan.workbook.large.figure import figure, scale_in
from hipplan.workbook.large.flow import Block
from hipplan.workbook.picture import Picture

GUTTER = 6.0
LETTER = 11.0  # of a picture and the room behind it
LADDER_PICTURE, LADDER_HIGH = 52.0, 34.0


def pair(edition: Edition, frames: list[tuple[str, Picture]], high: float) -> Block:
    """Pictures with their captions under them; beside it, where there is only one."""
    width = (edition.paper.area.width - GUTTER) / 2
    alone = len(frames) == 1
    caption = 0.0 if alone else 2 + max(_caption_height(letter, picture, width) for letter, picture in frames)

    def draw(sheet: Sheet, box: Box) -> None:
        for place, (letter, picture) in zip(box.columns(width, width, gap=GUTTER), frames, strict=False):
            figure(sheet, picture, place.top(high), letters=True)
            words = place.below(high + 2)
            if alone:
                words = box.after(width + GUTTER).centred(width, _caption_height(letter, picture, width))
            if letter:
                with sheet.element("P"):
                    disc(sheet, (words.x + large.DISC, words.y + large.DISC), letter)
                words = beside_disc(words.after(LETTER))
            sheet.paragraph(_caption(letter, picture, width), words, large.BODY, role="Caption")

    return Block(high + caption, draw, gap=4.0)


def _caption(letter: str, picture: Picture, width: float) -> Text:
    return well_broken(picture.caption, width - (LETTER if letter else 0), large.BODY)


def _caption_height(letter: str, picture: Picture, width: float) -> float:
    words = _caption(letter, picture, width)
    return max(2 * large.DISC, height_of(words, width - (LETTER if letter else 0), large.BODY))


def level_beside(edition: Edition, picture: Picture, title: str, words: str) -> Block:
    """A level beside its picture."""
    left = LADDER_PICTURE + GUTTER
    room = edition.paper.area.width - left
    text = well_broken(words, room, large.BODY, breakable=True)
    lines = large.BODY_BOLD.pitch + height_of(text, room, large.BODY, breakable=True)
    high = max(
        lines, min(LADDER_HIGH, (picture.above + picture.below) * scale_in(picture, LADDER_PICTURE, LADDER_HIGH))
    )

    def draw(sheet: Sheet, box: Box) -> None:
        figure(sheet, picture, box.left(LADDER_PICTURE))
        place = box.after(left).centred(room, lines)
        y = sheet.paragraph(title, place, large.BODY_BOLD)
        sheet.paragraph(text, Box(place.x, y, room, box.bottom - y), large.BODY, breakable=True)

    return Block(high, draw, gap=4.0)


def fault_beside(edition: Edition, picture: Picture) -> Block:
    """The picture of a slip beside its caption."""
    room = edition.paper.area.width - LADDER_PICTURE - 10
    words = height_of(picture.caption, room, large.BODY)
    scale = scale_in(picture, LADDER_PICTURE + 4, LADDER_HIGH)
    high = max(words, (picture.above + picture.below) * scale)

    def draw(sheet: Sheet, box: Box) -> None:
        figure(sheet, picture, box.left(LADDER_PICTURE + 4))
        place = box.after(LADDER_PICTURE + 10).centred(room, words)
        sheet.paragraph(picture.caption, place, large.BODY, role="Caption")

    return Block(high, draw, gap=2.0, keep=True)
