"""How it works, in large print."""

from hipplan.pdf.box import Box
from hipplan.pdf.ink import Point, Stroke
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text
from hipplan.words import keys_under, rich, say
from hipplan.workbook import theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.large import type as large
from hipplan.workbook.large.blocks import bad, disc, good, heading, item, paragraph, table
from hipplan.workbook.large.figure import figure, scale_in
from hipplan.workbook.large.flow import Block
from hipplan.workbook.large.page import Chapter, chapter_pages
from hipplan.workbook.pages.body_picture import DISC_AT, LABEL
from hipplan.workbook.pages.how import BODY_HEIGHT, BODY_PICTURE, our_choice, what_they_do
from hipplan.workbook.pages.move_cards import main_moves
from hipplan.workbook.picture import Picture, shared_scale

TURN, BODY = 70.0, 92.0
DOT = 1.3


def how_pages(edition: Edition) -> list[Page]:
    """What turning in is, which muscles do it, what the moves do and do not do, what studies say."""
    return chapter_pages(edition, Chapter(key="how", title=say("how.title"), build=_blocks))


def _blocks(edition: Edition) -> list[Block]:
    turn, muscles = edition.pictures.get("seated-hip-turn"), edition.pictures.get("muscles")
    does, does_not = what_they_do(edition)
    return [
        paragraph(say("how.lead"), large.LEAD, gap=0.0),
        heading(say("how.what")),
        *([_turn(turn)] if turn else []),
        paragraph(rich("how.what_text")),
        heading(say("how.why")),
        paragraph(rich("how.why_text")),
        paragraph(rich("how.where")),
        heading(say("how.muscles")),
        *([_body(edition, muscles)] if muscles else []),
        _muscles(),
        paragraph(rich("how.muscles_note")),
        heading(say("how.do")),
        *(item(words, good, "do") for words in does),
        heading(say("how.do_not")),
        *(item(words, bad, "do-not") for words in does_not),
        heading(say("how.studies")),
        *_studies(edition),
        paragraph(our_choice(edition), gap=5.0),
    ]


def _turn(picture: Picture) -> Block:
    def draw(sheet: Sheet, box: Box) -> None:
        figure(sheet, picture, box)

    return Block(TURN, draw, keep=True)


def _body(edition: Edition, picture: Picture) -> Block:
    """Both views, a line from each muscle to its number, and which view is which."""
    scale = scale_in(picture, edition.paper.area.width, BODY)
    larger = scale / shared_scale([picture], BODY_PICTURE, BODY_HEIGHT - LABEL)

    def draw(sheet: Sheet, box: Box) -> None:
        place = box.top(BODY)
        floor = place.bottom - picture.below * scale
        with sheet.figure(picture.alt, place):
            picture.stand(sheet, place, floor, scale)
            for number, (across, down) in DISC_AT.items():
                if number in picture.drawing.marks:
                    x, y = picture.place(number, place, floor, scale)
                    _number(sheet, number, (x, y), (x + across * larger, y + down * larger))
        halves = box.below(BODY).centred(picture.width * scale, 8).columns(None, None)
        for words, half in zip(("front", "back"), halves, strict=True):
            sheet.label(say(f"how.{words}"), half, large.SMALL, align="centre", role="Caption")

    return Block(BODY + 9, draw, keep=True)


def _number(sheet: Sheet, number: str, spot: Point, place: Point) -> None:
    sheet.ink.line(spot, place, Stroke(1.4, theme.INK))
    sheet.ink.circle(spot, DOT, fill=theme.INK)
    disc(sheet, place, number)


def _muscles() -> Block:
    rows: list[tuple[Text, ...]] = [
        (str(number), ((say(f"{key}.where"), True),), say(f"{key}.what"))
        for number, key in enumerate(keys_under("how.muscle"), start=1)
    ]
    heads = ("", say("how.where_head"), say("how.muscle_head"))
    return table(say("how.muscles"), heads, rows, (12.0, 56.0, None))


def _studies(edition: Edition) -> list[Block]:
    lines = []
    for slug in main_moves(edition.programme):
        name, says = say(f"how.study.{slug}.name"), say(f"how.study.{slug}.says")
        lines.append(paragraph(((f"{name}: ", True), (says, False))))
    return lines
