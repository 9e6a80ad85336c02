"""The numbers of the page design, measured on a page that was read back. Each measure lists what is wrong, in words."""

from collections.abc import Callable, Iterator, Mapping
from itertools import takewhile

from hipplan.checking.ground import grounds, hidden, strokes_through
from hipplan.checking.limits import ENDS, ROUNDING, SIDES, STANDARD
from hipplan.checking.lines import lines_of, paragraphs_of
from hipplan.checking.page_measures import boxes, contrasts, gaps, is_tick
from hipplan.checking.seen import Area, PageSeen, Patch, Piece, Shape

SIZES = frozenset({9.5, 10, 10.5, 11, 11.5, 12, 12.5, 13, 14, 15, 16, 18, 26, 30})
FONTS = frozenset({"AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold"})
SECOND_FONT = "NotoSans-Regular"
LATIN = 0x180  # the first letter that the first typeface may lack, but for a few
MOST_LETTERS = 82
TOUCH = 0.1  # millimetres two texts may share
CLEAR = 0.4
ON_DRAWINGS = frozenset("LR1234")

Measure = Callable[[PageSeen], Iterator[str]]


def text_is_large_enough(page: PageSeen) -> Iterator[str]:
    for piece in page.texts:
        if piece.size < STANDARD.least_size or piece.size not in SIZES:
            yield f"{piece.text!r} is {piece.size} pt"


def text_is_in_our_typeface(page: PageSeen) -> Iterator[str]:
    """Words with other letters than ours may be in the second one; nothing else."""
    for piece in page.texts:
        font = piece.font.rpartition("+")[2]
        foreign = any(ord(letter) >= LATIN or letter in "İĐđ" for letter in piece.text)
        # a moved accent has no text of its own: the words are told once for all their pieces
        if font not in FONTS and not (font == SECOND_FONT and (foreign or not piece.text)):
            yield f"{piece.text!r} is set in {piece.font}"


def nothing_is_in_the_margins(page: PageSeen) -> Iterator[str]:
    """Ink of text and paths; a stroke on the edge may stand out by half its width."""
    for gap in gaps(page):
        if gap.side < SIDES - ROUNDING or gap.end < ENDS - ROUNDING:
            yield f"{_name(gap.thing)} at {_place(gap.box)}"


def drawings_keep_clear_of_text(page: PageSeen) -> Iterator[str]:
    """Of all but the letters of the sides and the numbers of the muscles, which belong on them."""
    for drawing in page.drawings:
        for piece in page.texts:
            across, down = drawing.outline.overlap(piece.ink)
            if min(across, down) > CLEAR and piece.text.strip() not in ON_DRAWINGS:
                yield f"{piece.text!r} at {_place(piece.ink)} lies on a drawing at {_place(drawing.outline)}"


def text_has_contrast(page: PageSeen) -> Iterator[str]:
    """Against every fill painted under it, in colour and in grey."""
    for seen in contrasts(page):
        if min(seen.coloured, seen.grey) < STANDARD.least_contrast:
            yield f"{_name(seen.piece)} on {seen.ground} is {seen.coloured:.2f}, in grey {seen.grey:.2f}"


def everything_can_be_measured(page: PageSeen) -> Iterator[str]:
    """Images and shadings are of colours that are not known."""
    for patch in page.unknown:
        yield f"{_name(patch)} at {_place(patch.area)}"


def text_is_not_painted_over(page: PageSeen) -> Iterator[str]:
    for piece in page.texts:
        if hidden(page, piece):
            yield f"{piece.text!r} at {_place(piece.ink)}"


def text_lies_on_one_ground(page: PageSeen) -> Iterator[str]:
    """Text that reaches over the edge of a bar or a disc lies on two colours."""
    for piece in page.texts:
        found = grounds(page, piece)
        if len(found) > 1:
            yield f"{piece.text!r} at {_place(piece.ink)} lies on {sorted(found)}"


def no_line_runs_through_text(page: PageSeen) -> Iterator[str]:
    for piece in page.texts:
        for shape in strokes_through(page, piece):
            yield f"{piece.text!r} at {_place(piece.ink)} is crossed by {_name(shape)} at {_place(shape.outline)}"


def no_text_overlaps_another(page: PageSeen) -> Iterator[str]:
    lines = sorted(lines_of(page), key=lambda line: line.ink.top)
    for number, first in enumerate(lines, start=1):
        for second in takewhile(lambda line: line.ink.top < first.ink.bottom, lines[number:]):  # noqa: B023 - used at once
            across, down = first.ink.overlap(second.ink)
            if min(across, down) > TOUCH:
                yield f"{first.text!r} and {second.text!r} share {across:.1f} x {down:.1f}"


def lines_of_paragraphs_are_short(page: PageSeen) -> Iterator[str]:
    for paragraph in paragraphs_of(page):
        for line in paragraph.lines:
            if len(paragraph.lines) > 1 and len(line.text) > MOST_LETTERS:
                yield f"{len(line.text)} characters: {line.text!r}"


def letters_are_whole(page: PageSeen) -> Iterator[str]:
    if page.lost:
        yield f"{page.lost} letters cannot be read back"


def boxes_have_room_for_a_pen(page: PageSeen) -> Iterator[str]:
    """Write-in boxes have a muted frame, tick boxes an ink frame and the size of one."""
    for shape in boxes(page):
        box = shape.outline
        wide, high = box.width + ROUNDING, box.height + ROUNDING
        least = (STANDARD.tick, STANDARD.tick) if is_tick(shape) else STANDARD.write_in
        if wide < least[0] or high < least[1]:
            yield f"box {box.width:.1f} x {box.height:.1f} at {_place(box)}"


MEASURES: Mapping[str, Measure] = {
    measure.__name__: measure
    for measure in (
        text_is_large_enough,
        text_is_in_our_typeface,
        nothing_is_in_the_margins,
        drawings_keep_clear_of_text,
        text_has_contrast,
        everything_can_be_measured,
        text_is_not_painted_over,
        text_lies_on_one_ground,
        no_line_runs_through_text,
        no_text_overlaps_another,
        lines_of_paragraphs_are_short,
        letters_are_whole,
        boxes_have_room_for_a_pen,
    )
}


def _place(box: Area) -> str:
    return f"{box.left:.1f} {box.top:.1f} {box.right:.1f} {box.bottom:.1f}"


def _name(thing: Piece | Shape | Patch) -> str:
    if isinstance(thing, Piece):
        return f"{thing.text!r} ({thing.colour})"
    if isinstance(thing, Patch):
        return "an image or a shading"
    painted = " ".join(part for part in (thing.fill, thing.stroke) if part)
    return f"{'rect' if thing.is_rect else 'path'} {painted} {thing.stroke_pt:g} pt"
