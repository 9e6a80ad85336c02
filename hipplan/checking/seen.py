"""What stands on a page that was read back, in millimetres from the top left of the paper."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

MM = 25.4 / 72
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From the left edge to the right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From the top edge to the bottom."""
        return self.bottom - self.top

    def grown(self, by: float) -> "Area":
        """With every edge moved outwards."""
        return Area(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def overlap(self, other: "Area") -> tuple[float, float]:
        """How far two areas lie over each other, across and down; negative for a gap."""
        across = min(self.right, other.right) - max(self.left, other.left)
        return across, min(self.bottom, other.bottom) - max(self.top, other.top)

    def meets(self, other: "Area") -> bool:
        """Whether two areas lie over each other or touch."""
        if self.left > other.right or other.left > self.right:
            return False
        return self.top <= other.bottom and other.top <= self.bottom

    def within(self, other: "Area | None") -> "Area":
        """The part inside another area; all of it when there is none."""
        if other is None:
            return self
        left, top = max(self.left, other.left), max(self.top, other.top)
        return Area(left, top, max(left, min(self.right, other.right)), max(top, min(self.bottom, other.bottom)))


def around(points: Iterator[Point]) -> Area:
    """The smallest area that holds all points."""
    xs, ys = zip(*points, strict=True)
    return Area(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of one size, weight and colour, with the box of its ink."""

    order: int
    text: str
    font: str
    size: float
    colour: str
    x: float
    y: float
    ink: Area
    in_drawing: bool = False

    @property
    def weight(self) -> str:
        """Regular or Bold, by the name of the font."""
        return self.font.rpartition("-")[2]


@dataclass(frozen=True, slots=True)
class Shape:
    """A painted path: its subpaths with curves made straight, its fill and its stroke."""

    order: int
    subpaths: tuple[tuple[Point, ...], ...]
    curved: bool
    closed: bool
    fill: str
    stroke: str
    stroke_pt: float
    outline: Area  # without the width of the stroke
    clip: Area | None = None  # what can be seen of it
    in_drawing: bool = False

    @property
    def ink(self) -> Area:
        """What is painted: a closed path grows on all sides, a line only across its own direction."""
        half = self.stroke_pt * MM / 2 if self.stroke else 0.0
        if self.closed or self.curved or not half:
            return self.outline.grown(half)
        boxes = [_line_ink(start, end, half) for start, end in self.segments()]
        return around(corner for box in boxes for corner in ((box.left, box.top), (box.right, box.bottom)))

    @property
    def is_rect(self) -> bool:
        """Whether it is one upright rectangle."""
        if self.curved or not self.closed or len(self.subpaths) != 1:
            return False
        points = {(round(x, 2), round(y, 2)) for x, y in self.subpaths[0]}
        return len(points) == 4 == len({x for x, _ in points}) * len({y for _, y in points})

    def segments(self) -> Iterator[tuple[Point, Point]]:
        """Every straight part, by its ends."""
        for path in self.subpaths:
            yield from pairwise(path)


@dataclass(frozen=True, slots=True)
class Patch:
    """A place where an image or a shading is painted, in colours that are not known."""

    order: int
    area: Area
    in_drawing: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing that the file holds once: the box of its ink, its own origin, its scale across (below 0: mirrored)."""

    order: int
    outline: Area
    origin: Point
    across: float
    down: float
    in_drawing: bool = False


@dataclass(frozen=True, slots=True)
class PageSeen:
    """One page of a finished file; texts and shapes are those inside drawings too."""

    number: int
    label: str
    width: float
    height: float
    texts: tuple[Piece, ...]
    shapes: tuple[Shape, ...]
    drawings: tuple[Drawing, ...]
    unknown: tuple[Patch, ...]
    lost: int  # letters that cannot be read back

    def on_letterhead(self, *, whole: bool) -> "PageSeen":
        """A page that begins with a letterhead without the words of that; `whole`: without anything of it."""
        things: tuple[Piece | Shape | Patch | Drawing, ...] = (*self.texts, *self.shapes, *self.unknown)
        first = min((thing.order for thing in (*things, *self.drawings[1:]) if not thing.in_drawing), default=0)
        texts = tuple(text for text in self.texts if text.order >= first)
        if not whole:
            return replace(self, texts=texts)
        return replace(
            self,
            texts=texts,
            shapes=tuple(shape for shape in self.shapes if shape.order >= first),
            unknown=tuple(patch for patch in self.unknown if patch.order >= first),
            drawings=tuple(drawing for drawing in self.drawings if drawing.order >= first),
        )

    @property
    def words(self) -> str:
        """All text in the order of drawing, with single spaces."""
        return " ".join(" ".join(piece.text for piece in self.texts).split())


def _line_ink(start: Point, end: Point, half: float) -> Area:
    (x0, y0), (x1, y1) = start, end
    length = max(((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5, 1e-9)
    across, down = half * abs(y1 - y0) / length, half * abs(x1 - x0) / length
    return Area(min(x0, x1) - across, min(y0, y1) - down, max(x0, x1) + across, max(y0, y1) + down)
