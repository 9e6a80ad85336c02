"""A finished PDF read back with PDFium."""

import math
from ctypes import POINTER, byref, c_float, c_int, c_uint, c_ushort, cast, create_string_buffer
from dataclasses import dataclass, field

import pypdfium2  # type: ignore[import-untyped] # comes without types
from pypdfium2 import raw

from hipplan.checking.paths import clip_of, subpaths_of
from hipplan.checking.placing import Placing, placed
from hipplan.checking.seen import MM, Area, Drawing, PageSeen, Patch, Piece, Shape, around
from hipplan.errors import FileProblemError

LOST = frozenset({0, 0xFFFD, 0xFFFE, 0xFFFF})
MOST_OBJECTS = 500_000  # in a file; a long workbook has 60,000
DEEPEST = 12  # forms in forms
_UNSEEN = frozenset({raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP})


@dataclass(slots=True)
class _Found:
    """What was met on a page so far; its length is the place in the order of painting."""

    document: pypdfium2.PdfDocument
    page: pypdfium2.PdfPage
    text_page: pypdfium2.PdfTextPage
    texts: list[Piece] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    unknown: list[Patch] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.texts) + len(self.shapes) + len(self.drawings) + len(self.unknown)


def read_pdf(data: bytes, *, inside_drawings: bool = True) -> tuple[PageSeen, ...]:
    """Read every page; what stands inside drawings, most of the work, only when asked for."""
    document = pypdfium2.PdfDocument(data)
    pages: list[PageSeen] = []
    left = MOST_OBJECTS
    try:
        for index in range(len(document)):
            pages.append(_page(document, index, left, DEEPEST if inside_drawings else 0))
            left -= len(pages[-1].texts) + len(pages[-1].shapes)
    finally:
        document.close()
    return tuple(pages)


def _page(document: pypdfium2.PdfDocument, index: int, most: int, deepest: int) -> PageSeen:
    page = document[index]
    text_page = page.get_textpage()
    left, bottom, right, top = page.get_bbox()
    found = _Found(document, page, text_page)
    _read(found, Placing((MM, 0, 0, -MM, -left * MM, top * MM)), most=most, deepest=deepest)
    codes = [raw.FPDFText_GetUnicode(text_page.raw, place) for place in range(text_page.count_chars())]
    seen = PageSeen(
        number=index + 1,
        label=document.get_page_label(index),
        width=(right - left) * MM,
        height=(top - bottom) * MM,
        texts=tuple(found.texts),
        shapes=tuple(found.shapes),
        drawings=tuple(found.drawings),
        unknown=tuple(found.unknown),
        lost=sum(code in LOST for code in codes),
    )
    text_page.close()
    page.close()
    return seen


def _read(found: _Found, placing: Placing, *, most: int, deepest: int, form: pypdfium2.PdfObject = None) -> None:
    """Read the objects of a page, or of a form on it."""
    for thing in found.page.get_objects(max_depth=1, form=form):
        if len(found) >= most:
            raise FileProblemError("draws too much to be measured; a workbook has far fewer lines and letters")
        clip = placing.clipped(clip_of(thing.raw))
        if thing.type == raw.FPDF_PAGEOBJ_TEXT:
            _read_text(found, thing, placing)
        elif thing.type == raw.FPDF_PAGEOBJ_PATH:
            _read_path(found, thing, placing, clip)
        elif thing.type == raw.FPDF_PAGEOBJ_FORM and placing.depth < DEEPEST:
            found.drawings.append(_drawing(len(found), thing, placing, clip))
            if placing.depth < deepest:
                inner = placing.inside(_matrix(thing), clip)
                _read(found, inner, most=most, deepest=deepest, form=thing)
        else:
            area = placed(thing.get_bounds(), placing).within(clip)
            found.unknown.append(Patch(len(found), area, placing.depth > 0))


def _read_text(found: _Found, thing: pypdfium2.PdfObject, placing: Placing) -> None:
    if raw.FPDFTextObj_GetTextRenderMode(thing.raw) in _UNSEEN:
        return
    length = raw.FPDFTextObj_GetText(thing.raw, found.text_page.raw, None, 0)
    letters = create_string_buffer(max(length, 2))
    raw.FPDFTextObj_GetText(thing.raw, found.text_page.raw, cast(letters, POINTER(c_ushort)), length)
    size = c_float()
    raw.FPDFTextObj_GetFontSize(thing.raw, byref(size))
    matrix = placing.inside(_matrix(thing)).matrix
    font = raw.FPDFTextObj_GetFont(thing.raw)
    name = create_string_buffer(max(raw.FPDFFont_GetBaseFontName(font, None, 0), 1))
    raw.FPDFFont_GetBaseFontName(font, name, len(name))
    found.texts.append(
        Piece(
            order=len(found),
            text=letters.raw.decode("utf-16-le", "replace").rstrip("\0"),
            font=name.value.decode("utf-8", "replace"),
            size=round(size.value * math.hypot(matrix[2], matrix[3]) / MM, 2),
            colour=_colour(thing, raw.FPDFPageObj_GetFillColor),
            x=matrix[4],
            y=matrix[5],
            ink=placed(thing.get_bounds(), placing),
            in_drawing=placing.depth > 0,
        )
    )


def _read_path(found: _Found, thing: pypdfium2.PdfObject, placing: Placing, clip: Area | None) -> None:
    fill, stroke, width = c_int(), c_int(), c_float()
    raw.FPDFPath_GetDrawMode(thing.raw, byref(fill), byref(stroke))
    raw.FPDFPageObj_GetStrokeWidth(thing.raw, byref(width))
    matrix = placing.inside(_matrix(thing)).matrix
    paths, curved, closed = subpaths_of(thing.raw, matrix, coarse=placing.depth > 0)
    if not paths:
        return
    scale = math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])) / MM
    found.shapes.append(
        Shape(
            order=len(found),
            subpaths=paths,
            curved=curved,
            closed=closed,
            fill=_colour(thing, raw.FPDFPageObj_GetFillColor) if fill.value and not _blended(thing) else "",
            stroke=_colour(thing, raw.FPDFPageObj_GetStrokeColor) if stroke.value else "",
            stroke_pt=round(width.value * scale, 2) if stroke.value else 0.0,
            outline=around(point for path in paths for point in path),
            clip=clip,
            in_drawing=placing.depth > 0,
        )
    )


def _drawing(order: int, thing: pypdfium2.PdfObject, placing: Placing, clip: Area | None) -> Drawing:
    matrix = placing.inside(_matrix(thing)).matrix
    return Drawing(
        order=order,
        outline=placed(thing.get_bounds(), placing).within(clip),
        origin=(matrix[4], matrix[5]),
        across=round(matrix[0] / MM, 4),
        down=round(-matrix[3] / MM, 4),
        in_drawing=placing.depth > 0,
    )


def _matrix(thing: pypdfium2.PdfObject) -> tuple[float, float, float, float, float, float]:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing.raw, byref(found))
    return found.a, found.b, found.c, found.d, found.e, found.f


def _blended(thing: pypdfium2.PdfObject) -> bool:
    """Whether its fill changes the colours under it and covers nothing, as the sheet over a grey letterhead does."""
    solid = c_uint()
    raw.FPDFPageObj_GetFillColor(thing.raw, *(byref(c_uint()) for _ in range(3)), byref(solid))
    return solid.value == 255 and bool(raw.FPDFPageObj_HasTransparency(thing.raw))


def _colour(thing: pypdfium2.PdfObject, getter: object) -> str:
    """As it looks on white paper; what is clear through and through has none."""
    red, green, blue, solid = parts = [c_uint() for _ in range(4)]
    getter(thing.raw, *(byref(part) for part in parts))  # type: ignore[operator] # a C function without types
    share = solid.value / 255
    mixed = [round(part.value * share + 255 * (1 - share)) for part in (red, green, blue)]
    return "#" + "".join(f"{part:02X}" for part in mixed) if solid.value else ""
