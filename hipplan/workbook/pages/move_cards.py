"""The strip of moves on the cover: a card each, in session order; room left by moves that were left out says why."""

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, height_of
from hipplan.plan.catalogue import MAIN_MOVES
from hipplan.plan.programme import Programme
from hipplan.plan.quantities import moves_in
from hipplan.words import rich, say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.endings import draw_paragraph
from hipplan.workbook.naming import move_name, move_number
from hipplan.workbook.theme import Paper

CARDS_HEIGHT = 57.0
SLOTS, GUTTER = 5, 4.0
FOOT, FOOT_BARE = 17.5, 12.4  # name and page number; the name alone where the moves have no pages
LEAST_HEIGHT = 28.0
PANEL_MOST = 50.0
BADGE_STEP = 8.0
LEAST_PICTURE = 9.0  # high: any less and nobody sees what it is
LOW_PICTURE = 14.0


def draw_cards(sheet: Sheet, edition: Edition, box: Box) -> None:
    """Draw a card for each of the main moves, then why the others were left out."""
    moves = main_moves(edition.programme)
    slots = box.columns(*[None] * SLOTS, gap=GUTTER)
    with sheet.list():
        for slot, slug in zip(slots, moves, strict=False):
            _draw_card(sheet, edition, slot, slug)
    if panel_holds_left_out(edition.programme, edition.paper):
        first = slots[len(moves)]
        _draw_panel(sheet, edition.programme, Box(first.x, box.y, box.right - first.x, box.height))


def least_cards_height(edition: Edition) -> float:
    """Room for name and page alone, or for what was left out beside the cards."""
    programme = edition.programme
    if not panel_holds_left_out(programme, edition.paper):
        return LEAST_HEIGHT
    return max(LEAST_HEIGHT, _panel_height(programme, _panel_width(programme, edition.paper)))


def main_moves(programme: Programme) -> tuple[str, ...]:
    """The moves with a page of their own; the inward options belong to their parents."""
    return tuple(slug for slug in moves_in(programme) if slug in MAIN_MOVES)


def panel_holds_left_out(programme: Programme, paper: Paper) -> bool:
    """Whether the room beside the cards is enough for the words about what was left out."""
    if len(main_moves(programme)) == SLOTS or not programme.left_out:
        return False
    return _panel_height(programme, _panel_width(programme, paper)) <= PANEL_MOST


def _panel_width(programme: Programme, paper: Paper) -> float:
    free = SLOTS - len(main_moves(programme))
    slot = (paper.area.width - (SLOTS - 1) * GUTTER) / SLOTS
    return free * slot + (free - 1) * GUTTER - 6


def _panel_lines(programme: Programme) -> tuple[Text, ...]:
    return tuple(
        rich("cover.left_out_item", name=move_name(left.move), because=left.because) for left in programme.left_out
    )


def _panel_height(programme: Programme, width: float) -> float:
    lines = _panel_lines(programme)
    return (
        6
        + height_of(say("cover.left_out"), width, theme.H3)
        + sum(height_of(line, width, theme.SMALL, breakable=True) + 1.2 for line in lines)
    )


def _draw_panel(sheet: Sheet, programme: Programme, box: Box) -> None:
    sheet.ink.rect(box, fill=theme.TINT)
    inner = box.inset(3)
    y = sheet.heading(3, say("cover.left_out"), inner, theme.H3) + 1.2
    for line in _panel_lines(programme):
        place = Box(inner.x, y, inner.width, box.bottom - y)
        y = draw_paragraph(sheet, line, place, theme.SMALL, breakable=True) + 1.2


def _draw_card(sheet: Sheet, edition: Edition, box: Box, slug: str) -> None:
    sheet.ink.frame(box, theme.CARD)
    number = edition.page_of(f"move-{slug}")
    line = box.bottom - (FOOT if number else FOOT_BARE)
    sheet.ink.line((box.x, line), (box.right, line), theme.ROW)
    with sheet.element("LI"):
        with sheet.element("Lbl"):
            for place, badge in enumerate(_numbers(edition.programme, slug)):
                parts.badge(sheet, (box.x + 5 + place * BADGE_STEP, box.y + 5), 3.3, badge, 12)
        with sheet.element("LBody"):
            _picture_or_cue(sheet, edition, box.top(line - box.y), slug)
            name = Box(box.x + 2.5, line + 0.6, box.width - 3, 11.2)
            draw_paragraph(sheet, move_name(slug), name, theme.BODY_BOLD)
            inward = f"{slug}-inward" in moves_in(edition.programme)
            if not number:
                return
            words = say("cover.page_inward" if inward else "cover.page", page=number)
            with sheet.link(number, say("cover.link", move=move_name(slug), page=number), box):
                sheet.inline(words, Box(name.x, box.bottom - 5.6, box.width - 2, 5), theme.NOTE)


def _numbers(programme: Programme, slug: str) -> tuple[str, ...]:
    """The number of a move, and of its inward option, which shares its card and its page."""
    return tuple(str(move_number(programme, name)) for name in (slug, f"{slug}-inward") if name in moves_in(programme))


def _picture_or_cue(sheet: Sheet, edition: Edition, box: Box, slug: str) -> None:
    """Under the numbers, or in a low card beside them where a picture gets larger there."""
    picture = edition.pictures.get(f"{slug}-cover")
    under = Box(box.x + 2.5, box.y + 9.8, box.width - 4, box.height - 10.3)
    numbers = 1.7 + BADGE_STEP * len(_numbers(edition.programme, slug))
    beside = Box(box.x + numbers, box.y + 0.8, box.width - numbers - 1.5, box.height - 1.3)
    low = under.height < LOW_PICTURE
    if picture and low and beside.height >= LEAST_PICTURE:
        picture.draw(sheet, max(under, beside, key=picture.fitted))
    elif picture and not low:
        picture.draw(sheet, under)
    elif height_of(say(f"cue.{slug}"), under.width, theme.SMALL) <= under.height:
        draw_paragraph(sheet, say(f"cue.{slug}"), under, theme.SMALL)
