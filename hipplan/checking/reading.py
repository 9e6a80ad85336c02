"""A finished PDF read back with PDFium: what stands where, in millimetres from the top left of the paper."""

from collections.abc import Iterator
from ctypes import POINTER, byref, c_float, c_int, c_uint, c_ushort, cast, create_string_buffer
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2  # type: ignore[import-untyped] # comes without types
from pypdfium2 import raw

MM = 25.4 / 72
CURVE_PARTS = 12
LOST = frozenset({0, 0xFFFD, 0xFFFE, 0xFFFF})
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

    @property
    def ink(self) -> Area:
        """What is painted: a closed path grows on all sides, a line only across its own direction."""
        half = self.stroke_pt * MM / 2 if self.stroke else 0.0
        if self.closed or self.curved or not half:
            return self.outline.grown(half)
        boxes = [_line_ink(start, end, half) for start, end in self.segments()]
        edges = zip(*((box.left, box.top, box.right, box.bottom) for box in boxes), strict=True)
        left, top, right, bottom = edges
        return Area(min(left), min(top), max(right), max(bottom))

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
class PageSeen:
    """One page of a finished file."""

    number: int
    label: str
    width: float
    height: float
    texts: tuple[Piece, ...]
    shapes: tuple[Shape, ...]
    lost: int  # letters that cannot be read back

    @property
    def words(self) -> str:
        """All text in the order of drawing, with single spaces."""
        return " ".join(" ".join(piece.text for piece in self.texts).split())


def read_pdf(data: bytes) -> tuple[PageSeen, ...]:
    """Read every page."""
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(_page(document, index) for index in range(len(document)))
    finally:
        document.close()


def _page(document: pypdfium2.PdfDocument, index: int) -> PageSeen:
    page = document[index]
    text_page = page.get_textpage()
    width, height = page.get_size()
    texts: list[Piece] = []
    shapes: list[Shape] = []
    for order, found in enumerate(page.get_objects()):
        if found.type == raw.FPDF_PAGEOBJ_TEXT:
            texts.append(_piece(order, found, text_page, height))
        elif found.type == raw.FPDF_PAGEOBJ_PATH:
            shapes.append(_shape(order, found, height))
        else:
            raise ValueError(f"page {index + 1} holds an object of type {found.type} that is not measured")
    codes = [raw.FPDFText_GetUnicode(text_page.raw, place) for place in range(text_page.count_chars())]
    lost = sum(code in LOST for code in codes)
    label = document.get_page_label(index)
    text_page.close()
    page.close()
    return PageSeen(index + 1, label, width * MM, height * MM, tuple(texts), tuple(shapes), lost)


def _piece(order: int, found: pypdfium2.PdfObject, text_page: pypdfium2.PdfTextPage, height: float) -> Piece:
    length = raw.FPDFTextObj_GetText(found.raw, text_page.raw, None, 0)
    letters = create_string_buffer(length)
    raw.FPDFTextObj_GetText(found.raw, text_page.raw, cast(letters, POINTER(c_ushort)), length)
    size, matrix = c_float(), raw.FS_MATRIX()
    raw.FPDFTextObj_GetFontSize(found.raw, byref(size))
    raw.FPDFPageObj_GetMatrix(found.raw, byref(matrix))
    font = raw.FPDFTextObj_GetFont(found.raw)
    name = create_string_buffer(raw.FPDFFont_GetBaseFontName(font, None, 0))
    raw.FPDFFont_GetBaseFontName(font, name, len(name))
    left, bottom, right, top = found.get_bounds()
    return Piece(
        order=order,
        text=letters.raw.decode("utf-16-le").rstrip("\0"),
        font=name.value.decode(),
        size=round(size.value * matrix.d, 2),
        colour=_colour(found, raw.FPDFPageObj_GetFillColor),
        x=matrix.e * MM,
        y=(height - matrix.f) * MM,
        ink=Area(left * MM, (height - top) * MM, right * MM, (height - bottom) * MM),
    )


def _shape(order: int, found: pypdfium2.PdfObject, height: float) -> Shape:
    fill, stroke, width = c_int(), c_int(), c_float()
    raw.FPDFPath_GetDrawMode(found.raw, byref(fill), byref(stroke))
    raw.FPDFPageObj_GetStrokeWidth(found.raw, byref(width))
    subpaths, curved, closed = _subpaths(found, height)
    return Shape(
        order=order,
        subpaths=subpaths,
        curved=curved,
        closed=closed,
        fill=_colour(found, raw.FPDFPageObj_GetFillColor) if fill.value else "",
        stroke=_colour(found, raw.FPDFPageObj_GetStrokeColor) if stroke.value else "",
        stroke_pt=round(width.value, 2) if stroke.value else 0.0,
        outline=_outline(subpaths),
    )


def _outline(subpaths: tuple[tuple[Point, ...], ...]) -> Area:
    xs, ys = zip(*(point for path in subpaths for point in path), strict=True)
    return Area(min(xs), min(ys), max(xs), max(ys))


def _subpaths(found: pypdfium2.PdfObject, height: float) -> tuple[tuple[tuple[Point, ...], ...], bool, bool]:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(found.raw, byref(matrix))
    paths: list[list[Point]] = []
    handles: list[Point] = []
    curved = closed = False
    for number in range(raw.FPDFPath_CountSegments(found.raw)):
        segment = raw.FPDFPath_GetPathSegment(found.raw, number)
        across, up = c_float(), c_float()
        raw.FPDFPathSegment_GetPoint(segment, byref(across), byref(up))
        x = (matrix.a * across.value + matrix.c * up.value + matrix.e) * MM
        y = (height - matrix.b * across.value - matrix.d * up.value - matrix.f) * MM
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            paths.append([(x, y)])
        elif kind == raw.FPDF_SEGMENT_LINETO:
            paths[-1].append((x, y))
        else:
            handles.append((x, y))
            if len(handles) == 3:
                curved = True
                paths[-1] += _curve(paths[-1][-1], *handles)
                handles = []
        if raw.FPDFPathSegment_GetClose(segment):
            closed = True
            paths[-1].append(paths[-1][0])
    return tuple(tuple(path) for path in paths), curved, closed


def _curve(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    """Points along a cubic curve, the start left out."""
    points = []
    for part in range(1, CURVE_PARTS + 1):
        t = part / CURVE_PARTS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        corners = (start, first, second, end)
        x = sum(weight * corner[0] for weight, corner in zip(weights, corners, strict=True))
        y = sum(weight * corner[1] for weight, corner in zip(weights, corners, strict=True))
        points.append((x, y))
    return points


def _line_ink(start: Point, end: Point, half: float) -> Area:
    (x0, y0), (x1, y1) = start, end
    length = max(((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5, 1e-9)
    across, down = half * abs(y1 - y0) / length, half * abs(x1 - x0) / length
    return Area(min(x0, x1) - across, min(y0, y1) - down, max(x0, x1) + across, max(y0, y1) + down)


def _colour(found: pypdfium2.PdfObject, getter: object) -> str:
    parts = [c_uint() for _ in range(4)]
    getter(found.raw, *(byref(part) for part in parts))  # type: ignore[operator] # a C function without types
    return "#" + "".join(f"{part.value:02X}" for part in parts[:3])
