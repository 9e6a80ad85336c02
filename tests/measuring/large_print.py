"""The large-print column of the page design, measured on finished pages."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from hipplan.checking.box_kinds import is_small, kind_of
from hipplan.checking.contrast import contrast, grey
from hipplan.checking.ground import grounds
from hipplan.checking.limits import LARGE
from hipplan.checking.lines import paragraphs_of
from hipplan.checking.page_measures import boxes
from hipplan.checking.seen import PageSeen
from measuring.measures import MEASURES

SIZES = frozenset({16, 18, 22, 26, 32})
LEAST_CONTRAST = 7.0
MOST_LETTERS = 60
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
    """Those of the ratings and of the dates are in lower rows, as the design draws them."""
    for shape in boxes(page):
        if is_small(page, shape, LARGE):
            wide, high = shape.outline.width, shape.outline.height
            yield f"{kind_of(page, shape)} box {wide:.1f} x {high:.1f} at {shape.outline}"


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
