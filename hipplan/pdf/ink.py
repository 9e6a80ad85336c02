"""Painting operators of one page, written straight into its content stream. Millimetres in, points out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from hipplan.pdf.box import PT, Box
from hipplan.pdf.canvas import PageCanvas
from hipplan.pdf.colour import rgb
from hipplan.pdf.fonts import BOLD, REGULAR, face, text_width
from hipplan.pdf.form import Form
from hipplan.pdf.text import Line

Point = tuple[float, float]
_CIRCLE = 0.5523  # handle length of the usual four-curve circle
# codes outside printable ASCII are written in octal: a raw carriage return would be read back as a line feed
_ESCAPES = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))} | str.maketrans(
    {"(": r"\(", ")": r"\)", "\\": r"\\"}
)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line: width in points, colour as #RRGGBB, dash lengths in points."""

    width: float
    colour: str
    dash: tuple[float, ...] = ()


class Ink:
    """Writes operators and remembers the state, so that none is written twice."""

    def __init__(self, canvas: PageCanvas, height: float) -> None:
        self._canvas = canvas
        self._code = canvas.operators
        self._height = height
        self._fill = self._colour = ""
        self._width = -1.0
        self._dash: tuple[float, ...] = ()

    @property
    def operators(self) -> list[str]:
        """The content stream that grows with every stroke."""
        return self._code

    def line(self, start: Point, end: Point, stroke: Stroke) -> None:
        """One straight line."""
        self.lines([(start, end)], stroke)

    def lines(self, pieces: Iterable[tuple[Point, Point]], stroke: Stroke) -> None:
        """Many separate lines in one go."""
        self._pen(stroke)
        self._code.append(" ".join(f"{self._at(a)} m {self._at(b)} l" for a, b in pieces) + " S")

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
        self._code.append(self._path(points) + " S")

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
        for part, bold in line:
            self._code.append(f"BT {self._at((x, y))} Td {self._show(part, size, bold=bold)} ET")
            x += text_width(part, bold) * size * PT / 1000

    def form(self, form: Form, origin: Point, scale: float, *, mirrored: bool = False) -> None:
        """A drawing made before, its own origin at this point; mirrored, what was at its right is at its left."""
        name = self._canvas.use_form(form)
        x, y = (f"{place:.4f}" for place in (origin[0] / PT, (self._height - origin[1]) / PT))
        self._code.append(f"q {-scale if mirrored else scale:.6f} 0 0 {scale:.6f} {x} {y} cm /{name} Do Q")

    def _show(self, text: str, size: float, *, bold: bool) -> str:
        font, document = face(BOLD if bold else REGULAR), self._canvas.document
        shown = []
        for subset, codes in font.splitString(text, document):
            name = font.getSubsetInternalName(subset, document)
            shown.append(f"{name} {size:g} Tf ({codes.decode('latin-1').translate(_ESCAPES)}) Tj")
        return " ".join(shown)

    def _paint(self, path: str, stroke: Stroke | None, fill: str | None) -> None:
        if fill:
            self._brush(fill)
        if stroke:
            self._pen(stroke)
        self._code.append(f"{path} {'B' if fill and stroke else 'f' if fill else 'S'}")

    def _path(self, points: Sequence[Point]) -> str:
        first, *rest = points
        return f"{self._at(first)} m " + " ".join(f"{self._at(point)} l" for point in rest)

    def _at(self, point: Point) -> str:
        return f"{point[0] / PT:.2f} {(self._height - point[1]) / PT:.2f}"

    def _brush(self, colour: str) -> None:
        if colour != self._fill:
            self._fill = colour
            self._code.append(f"{rgb(colour)} rg")

    def _pen(self, stroke: Stroke) -> None:
        if stroke.colour != self._colour:
            self._colour = stroke.colour
            self._code.append(f"{rgb(stroke.colour)} RG")
        if stroke.width != self._width:
            self._width = stroke.width
            self._code.append(f"{stroke.width:g} w")
        if stroke.dash != self._dash:
            self._dash = stroke.dash
            self._code.append(f"[{' '.join(f'{length:g}' for length in stroke.dash)}] 0 d")


def ring(centre: Point, radius: float, corners: int, *, turn: float = 0) -> list[Point]:
    """Corners of a regular polygon; turn in degrees, 0 puts the first corner at the top."""
    x, y = centre
    angles = [pi * (2 * corner / corners - 0.5) + turn * pi / 180 for corner in range(corners)]
    return [(x + radius * cos(angle), y + radius * sin(angle)) for angle in angles]
