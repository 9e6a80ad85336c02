"""The large-print column of the page design, measured on finished pages."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from hipplan.checking.contrast import contrast, grey
from hipplan.checking.ground import grounds
from hipplan.checking.lines import paragraphs_of
from hipplan.checking.page_measures import boxes, is_tick
from hipplan.checking.seen import PageSeen
from measuring.measures import MEASURES

SIZES = frozenset({16, 18, 22, 26, 32})
LEAST_CONTRAST = 7.0
ROW, CELL, TICK_BOX = 16.2, 15.0, 7.0
MOST_LETTERS = 60
ROUNDING = 0.06
SHARED = (
    "text_is_in_our_typeface",
    "nothing_is_in_the_margins",
    "drawings_keep_clear_of_text",
    "text_is_not_painted_over",
    "text_lies_on_one_ground",
    "no_line_runs_through_text",
    "no_text_overlaps_another",
    "letters_are_whole",
)


def text_is_large_enough(page: PageSeen) -> Iterator[str]:
    for piece in page.texts:
        if piece.size not in SIZES:
            yield f"{piece.text!r} is {piece.size} pt"


def text_has_contrast(page: PageSeen) -> Iterator[str]:
    """Against every fill painted under it, in colour and in grey."""
    for piece in page.texts:
        for under in grounds(page, piece):
            for text, ground in ((piece.colour, under), (grey(piece.colour), grey(under))):
                if contrast(text, ground) < LEAST_CONTRAST:
                    yield f"{piece.text!r}: {text} on {ground} is {contrast(text, ground):.2f}"


def boxes_have_room_for_a_pen(page: PageSeen) -> Iterator[str]:
    """The boxes of the ratings are in a row of 14.5, as the design draws them."""
    for shape in boxes(page):
        wide, high = shape.outline.width + ROUNDING, shape.outline.height + ROUNDING
        ratings = abs(wide - 15.5) < 0.2 and abs(high - 14.5) < 0.2
        date = abs(high - 12.5) < 0.2 and wide > 25
        if not is_tick(shape) and not ratings and not date and (wide < CELL or high < ROW):
            yield f"write-in box {wide:.1f} x {high:.1f} at {shape.outline}"
        if is_tick(shape) and min(wide, high) < TICK_BOX:
            yield f"tick box {wide:.1f} x {high:.1f} at {shape.outline}"


def lines_are_short(page: PageSeen) -> Iterator[str]:
    for paragraph in paragraphs_of(page):
        for line in paragraph.lines:
            if len(paragraph.lines) > 1 and len(line.text) > MOST_LETTERS:
                yield f"{len(line.text)} characters: {line.text!r}"


Measure = Callable[[PageSeen], Iterator[str]]
OWN: Sequence[Measure] = (text_is_large_enough, text_has_contrast, boxes_have_room_for_a_pen, lines_are_short)
ALL: Mapping[str, Measure] = {
    **{name: MEASURES[name] for name in SHARED},
    **{measure.__name__: measure for measure in OWN},
}


def found_on(pages: Sequence[PageSeen]) -> list[tuple[int, str, str]]:
    """Page, measure and fault."""
    return [(page.number, name, fault) for page in pages for name, measure in ALL.items() for fault in measure(page)]
