"""The numbers of the page design, measured on a page that was read back. Each measure lists what is wrong, in words."""

from collections.abc import Callable, Iterator, Mapping
from itertools import takewhile

from measuring.contrast import contrast, grey
from measuring.ground import grounds, hidden, strokes_through
from measuring.lines import lines_of, paragraphs_of
from measuring.reading import Area, PageSeen, Shape

LEAST_SIZE = 9.5
SIZES = frozenset({9.5, 10, 10.5, 11, 11.5, 12, 12.5, 13, 14, 15, 16, 18, 26, 30})
FONTS = frozenset({"AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold"})
SECOND_FONT = "NotoSans-Regular"
LATIN = 0x180  # the first letter that the first typeface may lack, but for a few
LEAST_CONTRAST = 4.5
MOST_LETTERS = 82
TEXT_AREAS = {210: Area(16, 13, 194, 284), 216: Area(16, 13, 199.9, 266.4)}  # by the width of the paper
ROUNDING = 0.06
OVERHANG = 0.15  # millimetres that a letter may stand out of its own width, as the dots of an i do
TOUCH = 0.1  # millimetres two texts may share
CORNERS = 1.5  # PDFium takes the round corners of a line for pointed ones
CLEAR = 0.4
ON_DRAWINGS = frozenset("LR1234")
WRITE_IN = {"#52606D", grey("#52606D")}
TICK = {"#1F2933", grey("#1F2933")}
SET_BOX, TICK_BOX = (12.0, 9.0), 5.0

Measure = Callable[[PageSeen], Iterator[str]]


def text_is_large_enough(page: PageSeen) -> Iterator[str]:
    for piece in page.texts:
        if piece.size < LEAST_SIZE or piece.size not in SIZES:
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
    area = TEXT_AREAS[round(page.width)].grown(ROUNDING)
    wide = Area(area.left - OVERHANG, area.top, area.right + OVERHANG, area.bottom)
    for piece in page.texts:
        if not _within(piece.ink, wide):
            yield f"{piece.text!r} at {_place(piece.ink)}"
    for shape in page.shapes:
        if not _within(shape.outline, area):
            yield f"{_name(shape)} at {_place(shape.outline)}"
    for drawing in page.drawings:
        if not _within(drawing.outline, area.grown(CORNERS)):
            yield f"a drawing at {_place(drawing.outline)}"


def drawings_keep_clear_of_text(page: PageSeen) -> Iterator[str]:
    """Of all but the letters of the sides and the numbers of the muscles, which belong on them."""
    for drawing in page.drawings:
        for piece in page.texts:
            across, down = drawing.outline.overlap(piece.ink)
            if min(across, down) > CLEAR and piece.text.strip() not in ON_DRAWINGS:
                yield f"{piece.text!r} at {_place(piece.ink)} lies on a drawing at {_place(drawing.outline)}"


def text_has_contrast(page: PageSeen) -> Iterator[str]:
    """Against every fill painted under it, in colour and in grey."""
    for piece in page.texts:
        for under in grounds(page, piece):
            pairs = ((piece.colour, under), (grey(piece.colour), grey(under)))
            for text, ground in pairs:
                if contrast(text, ground) < LEAST_CONTRAST:
                    yield f"{piece.text!r}: {text} on {ground} is {contrast(text, ground):.2f}"


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
        if shape.stroke in WRITE_IN and (wide < SET_BOX[0] or high < SET_BOX[1]):
            yield f"write-in box {box.width:.1f} x {box.height:.1f} at {_place(box)}"
        if shape.stroke in TICK and min(wide, high) < TICK_BOX:
            yield f"tick box {box.width:.1f} x {box.height:.1f} at {_place(box)}"


def boxes(page: PageSeen) -> tuple[Shape, ...]:
    """Boxes to write in and boxes to tick."""
    return tuple(
        shape
        for shape in page.shapes
        if shape.is_rect
        and shape.fill == "#FFFFFF"
        and ((shape.stroke in WRITE_IN and shape.stroke_pt == 0.8) or (shape.stroke in TICK and shape.stroke_pt == 1.0))
    )


MEASURES: Mapping[str, Measure] = {
    measure.__name__: measure
    for measure in (
        text_is_large_enough,
        text_is_in_our_typeface,
        nothing_is_in_the_margins,
        drawings_keep_clear_of_text,
        text_has_contrast,
        text_is_not_painted_over,
        text_lies_on_one_ground,
        no_line_runs_through_text,
        no_text_overlaps_another,
        lines_of_paragraphs_are_short,
        letters_are_whole,
        boxes_have_room_for_a_pen,
    )
}


def _within(box: Area, area: Area) -> bool:
    across = area.left <= box.left <= box.right <= area.right
    return across and area.top <= box.top <= box.bottom <= area.bottom


def _place(box: Area) -> str:
    return f"{box.left:.1f} {box.top:.1f} {box.right:.1f} {box.bottom:.1f}"


def _name(shape: Shape) -> str:
    painted = " ".join(part for part in (shape.fill, shape.stroke) if part)
    return f"{'rect' if shape.is_rect else 'path'} {painted} {shape.stroke_pt:g} pt"
