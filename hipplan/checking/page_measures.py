"""What is measured on pages that were read back: sizes, contrast, distance from the edges, boxes."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hipplan.checking.contrast import contrast, grey
from hipplan.checking.ground import grounds
from hipplan.checking.limits import OVERHANG
from hipplan.checking.seen import Area, PageSeen, Patch, Piece, Shape

# the frames of our boxes: colour, also as a grey workbook has it, and points
WRITE_IN = {(colour, 0.8) for colour in ("#52606D", grey("#52606D"))}
TICK = {(colour, 1.0) for colour in ("#1F2933", grey("#1F2933"))}


@dataclass(frozen=True, slots=True)
class Contrast:
    """A text against one colour under it, from 1 to 21; in grey as a copier makes it."""

    piece: Piece
    ground: str
    coloured: float
    grey: float


@dataclass(frozen=True, slots=True)
class Gap:
    """How near something comes to the edges of the paper: the nearer side, and the nearer of top and bottom."""

    thing: Piece | Shape | Patch
    box: Area
    side: float
    end: float


def body_size(pages: Iterable[PageSeen]) -> float:
    """The size of most letters; 0 when there are none."""
    letters: Counter[float] = Counter()
    for page in pages:
        for piece in page.texts:
            letters[piece.size] += len(piece.text.strip())
    return max(letters, key=lambda size: (letters[size], size), default=0.0)


def contrasts(page: PageSeen) -> Iterator[Contrast]:
    """Every text against every fill painted under it; texts on images are left out, as their ground is not known."""
    for piece in page.texts:
        if not on_unknown(page, piece):
            for under in grounds(page, piece):
                greys = contrast(grey(piece.colour), grey(under))
                yield Contrast(piece, under, contrast(piece.colour, under), greys)


def on_unknown(page: PageSeen, piece: Piece) -> bool:
    """Whether an image or a shading lies under a text."""
    return any(patch.order < piece.order and min(patch.area.overlap(piece.ink)) > 0 for patch in page.unknown)


def gaps(page: PageSeen) -> Iterator[Gap]:
    """Ink of texts, and paths and images as far as they are seen; a stroke may stand out by half its width."""
    for piece in page.texts:
        if piece.text.strip():
            yield _gap(page, piece, piece.ink, spare=OVERHANG)
    for shape in page.shapes:
        if shape.fill or shape.stroke:
            yield _gap(page, shape, shape.outline.within(shape.clip))
    for patch in page.unknown:
        yield _gap(page, patch, patch.area)


def boxes(page: PageSeen) -> tuple[Shape, ...]:
    """Boxes to write in and boxes to tick, as our own workbooks draw them."""
    return tuple(
        shape
        for shape in page.shapes
        if shape.is_rect and shape.fill == "#FFFFFF" and (shape.stroke, shape.stroke_pt) in WRITE_IN | TICK
    )


def is_tick(box: Shape) -> bool:
    """Whether a box is one to tick, not one to write in."""
    return (box.stroke, box.stroke_pt) in TICK


def _gap(page: PageSeen, thing: Piece | Shape | Patch, box: Area, *, spare: float = 0.0) -> Gap:
    side = min(box.left, page.width - box.right) + spare
    return Gap(thing, box, side, min(box.top, page.height - box.bottom))
