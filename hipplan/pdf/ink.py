"""Painting operators of one page, written straight into its content stream. Millimetres in, points out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, sin
from types import MappingProxyType

from hipplan.pdf.accents import Placed, placed
from hipplan.pdf.box import PT, Box
from hipplan.pdf.colour import paint
from hipplan.pdf.drawings import Drawing, drawing_name
from hipplan.pdf.fonts import SECOND_BOLD, SECOND_REGULAR, THICKENED, clusters, text_width
from hipplan.pdf.form import Form, grey_form
from hipplan.pdf.lettering import FIRST_LETTERS, Font, Lettering, font_name, usual
from hipplan.pdf.raster import Raster, grey_raster
from hipplan.pdf.text import Line

Point = tuple[float, float]
Dyes = tuple[tuple[tuple[str, str], ...], bool]
"""What becomes of colours: those that others stand in for, and whether all are grey."""
_CIRCLE = 0.5523  # handle length of the usual four-curve circle


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line: width in points, colour as #RRGGBB, dash lengths in points."""

    width: float
    colour: str
    dash: tuple[float, ...] = ()


class Ink:
    """Writes operators and remembers the state, so that none is written twice.

    `colours` stand in for others; after that `grey` makes a grey of every colour. `fonts` and `drawings` are what was
    used of the file; `rare` tells whether a letter was written whose code is this file's own.
    """

    def __init__(
        self,
        lettering: Lettering,
        height: float,
        *,
        colours: Mapping[str, str] = MappingProxyType({}),
        grey: bool = False,
    ) -> None:
        self._lettering = lettering
        self._colours = colours
        self._grey = grey
        self.dyes: Dyes = (tuple(colours.items()), grey)
        self.operators: list[str] = []
        self.fonts: set[Font] = set()
        self.drawings: dict[str, Drawing] = {}
        self.rare = False
        self._height = height
        self._fill = self._colour = ""
        self._width = -1.0
        self._dash: tuple[float, ...] = ()

    def line(self, start: Point, end: Point, stroke: Stroke) -> None:
        """One straight line."""
        self.lines([(start, end)], stroke)

    def lines(self, pieces: Iterable[tuple[Point, Point]], stroke: Stroke) -> None:
        """Many separate lines in one go."""
        self._pen(stroke)
        self.operators.append(" ".join(f"{self._at(a)} m {self._at(b)} l" for a, b in pieces) + " S")

    def rect(self, box: Box, stroke: Stroke | None = None, fill: str | None = None) -> None:
        """A rectangle, filled first, then outlined."""
        x, y = self._at((box.x, box.bottom)).split()
        self._paint(f"{x} {y} {box.width / PT:.2f} {box.height / PT:.2f} re", stroke, fill)

    def frame(self, box: Box, stroke: Stroke) -> None:
        """An outline whose whole width is inside the box, for boxes that end at a margin."""
        self.rect(box.inset(stroke.width * PT / 2), stroke)

    def polygon(self, points: Sequence[Point], stroke: Stroke | None = None, fill: str | None = None) -> None:
        """A closed outline."""
        self._paint(self._path(points) + " h", stroke, fill)

    def polyline(self, points: Sequence[Point], stroke: Stroke) -> None:
        """An open outline."""
        self._pen(stroke)
        self.operators.append(self._path(points) + " S")

    def circle(self, centre: Point, radius: float, stroke: Stroke | None = None, fill: str | None = None) -> None:
        """A circle around a point."""
        x, y = centre
        k = radius * _CIRCLE
        curves = (
            ((x + radius, y + k), (x + k, y + radius), (x, y + radius)),
            ((x - k, y + radius), (x - radius, y + k), (x - radius, y)),
            ((x - radius, y - k), (x - k, y - radius), (x, y - radius)),
            ((x + k, y - radius), (x + radius, y - k), (x + radius, y)),
        )
        path = f"{self._at((x + radius, y))} m " + " ".join(
            " ".join(self._at(point) for point in curve) + " c" for curve in curves
        )
        self._paint(path + " h", stroke, fill)

    def hatch(self, box: Box, step: float, stroke: Stroke) -> None:
        """Lines at 45 degrees rising to the right, kept inside the box; step is along the edge."""
        pieces = []
        offset = step
        while offset < box.width + box.height:
            start = (box.x + max(0, offset - box.height), box.y + min(offset, box.height))
            end = (box.x + min(offset, box.width), box.y + max(0, offset - box.width))
            pieces.append((start, end))
            offset += step
        self.lines(pieces, stroke)

    def text(self, start: Point, line: Line, size: float, colour: str) -> None:
        """One line of text from the start of its baseline."""
        self._brush(colour)
        x, y = start
        for part, number in line:
            shown = _usual(part, number, size)
            if shown is None:
                shown = self._rare(part, number, size, colour)
            else:
                self.fonts.add((number, FIRST_LETTERS))
            self.operators.append(f"BT {x / PT:.2f} {(self._height - y) / PT:.2f} Td {shown} ET")
            x += text_width(part, number) * size * PT / 1000

    def form(self, form: Form, origin: Point, scale: float, *, mirrored: bool = False) -> None:
        """A drawing made before, its own origin at this point; mirrored, what was at its right is at its left."""
        name = self._named(grey_form(form) if self._grey else form)
        x, y = (f"{place:.4f}" for place in (origin[0] / PT, (self._height - origin[1]) / PT))
        self.operators.append(f"q {-scale if mirrored else scale:.6f} 0 0 {scale:.6f} {x} {y} cm {name} Do Q")

    def picture(self, picture: Raster, box: Box) -> None:
        """A picture of pixels that fills the box."""
        name = self._named(grey_raster(picture) if self._grey else picture)
        size = f"{box.width / PT:.4f} 0 0 {box.height / PT:.4f}"
        self.operators.append(f"q {size} {self._at((box.x, box.bottom))} cm {name} Do Q")

    def _named(self, drawing: Drawing) -> str:
        name = drawing_name(drawing)
        self.drawings[name] = drawing
        return name

    def _rare(self, text: str, number: int, size: float, colour: str) -> str:
        """A text with letters that have no code of their own in every file."""
        self.rare = True
        pieces = placed(text, number) if number >= SECOND_REGULAR else [Placed(text)]
        shown = " ".join(self._show_piece(piece, size, number) for piece in pieces)
        if number == SECOND_BOLD:
            more = f"{size * THICKENED:.4g}"
            shown = f"{self._paint_of(colour, fill=False)} {more} w {more} Tc [] 0 d 2 Tr {shown} 0 Tc 0 Tr"
            self._colour, self._width, self._dash = colour, size * THICKENED, ()
        if number >= SECOND_REGULAR and len(clusters(text)) < len(text):
            # moved accents look to readers like words of their own
            letters = text.encode("utf-16-be").hex()
            shown = f"/Span <</ActualText <feff{letters}>>> BDC {shown} EMC"
        return shown

    def _show_piece(self, piece: Placed, size: float, number: int) -> str:
        back = piece.across + (1000 * THICKENED if number == SECOND_BOLD else 0.0)
        shown = []
        for name, letters in self._lettering.spelled(piece.text, number):
            operator = f"{letters} Tj"
            if piece.accent:
                operator = f"{piece.up * size / 1000:.3g} Ts [{-piece.across:.0f} {letters} {back:.0f}] TJ 0 Ts"
            shown.append(f"{name} {size:g} Tf {operator}")
        return " ".join(shown)

    def _paint(self, path: str, stroke: Stroke | None, fill: str | None) -> None:
        if fill:
            self._brush(fill)
        if stroke:
            self._pen(stroke)
        self.operators.append(f"{path} {'B' if fill and stroke else 'f' if fill else 'S'}")

    def _path(self, points: Sequence[Point]) -> str:
        first, *rest = points
        return f"{self._at(first)} m " + " ".join(f"{self._at(point)} l" for point in rest)

    def _at(self, point: Point) -> str:
        return f"{point[0] / PT:.2f} {(self._height - point[1]) / PT:.2f}"

    def _paint_of(self, colour: str, *, fill: bool) -> str:
        return paint(self._colours.get(colour, colour), grey=self._grey, fill=fill)

    def _brush(self, colour: str) -> None:
        if colour != self._fill:
            self._fill = colour
            self.operators.append(self._paint_of(colour, fill=True))

    def _pen(self, stroke: Stroke) -> None:
        if stroke.colour != self._colour:
            self._colour = stroke.colour
            self.operators.append(self._paint_of(stroke.colour, fill=False))
        if stroke.width != self._width:
            self._width = stroke.width
            self.operators.append(f"{stroke.width:g} w")
        if stroke.dash != self._dash:
            self._dash = stroke.dash
            self.operators.append(f"[{' '.join(f'{length:g}' for length in stroke.dash)}] 0 d")


def ring(centre: Point, radius: float, corners: int, *, turn: float = 0) -> list[Point]:
    """Corners of a regular polygon; turn in degrees, 0 puts the first corner at the top."""
    x, y = centre
    angles = [pi * (2 * corner / corners - 0.5) + turn * pi / 180 for corner in range(corners)]
    return [(x + radius * cos(angle), y + radius * sin(angle)) for angle in angles]


@lru_cache(maxsize=2048)
def _usual(text: str, number: int, size: float, /) -> str | None:
    """What shows a text of usual letters; None for others."""
    letters = usual(text, number)
    return letters and f"{font_name((number, FIRST_LETTERS))} {size:g} Tf {letters} Tj"
