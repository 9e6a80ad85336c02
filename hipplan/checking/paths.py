"""Paths of PDFium as lists of points, with curves made straight."""

from collections.abc import Iterator
from ctypes import byref, c_float, c_void_p

from pypdfium2 import raw  # type: ignore[import-untyped] # comes without types

from hipplan.checking.placing import Matrix, moved
from hipplan.checking.seen import Point
from hipplan.errors import FileProblemError

CURVE_PARTS, PARTS_A_MM = 12, 3
MOST_SEGMENTS = 100_000
Path = tuple[Point, ...]
_WEIGHTS = {  # of the four corners of a curve, for each number of parts
    parts: tuple(
        ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        for t in (part / parts for part in range(1, parts + 1))
    )
    for parts in range(1, CURVE_PARTS + 1)
}


def subpaths_of(path: c_void_p, matrix: Matrix, *, coarse: bool) -> tuple[tuple[Path, ...], bool, bool]:
    """Points of every part on the paper; whether any part is curved; whether any is closed. Coarse is faster."""
    paths: list[list[Point]] = []
    handles: list[Point] = []
    curved = closed = False
    count = raw.FPDFPath_CountSegments(path)
    if count > MOST_SEGMENTS:
        raise FileProblemError("draws a line too long to be measured; no workbook does")
    for number in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, number)
        point = moved(matrix, _point(segment))
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO or not paths:
            paths.append([point])
        elif kind == raw.FPDF_SEGMENT_LINETO:
            paths[-1].append(point)
        else:
            handles.append(point)
            if len(handles) == 3:
                curved = True
                paths[-1] += _curve((paths[-1][-1], *handles), coarse=coarse)
                handles = []
        if raw.FPDFPathSegment_GetClose(segment):
            closed = True
            paths[-1].append(paths[-1][0])
    return tuple(tuple(points) for points in paths), curved, closed


def clip_of(thing: c_void_p) -> tuple[float, float, float, float] | None:
    """Left, bottom, right and top of what can be seen of a thing, in its own points; None when nothing is cut off."""
    clip = raw.FPDFPageObj_GetClipPath(thing)
    edges = [_edges(clip, number) for number in range(max(raw.FPDFClipPath_CountPaths(clip), 0))]
    known = [edge for edge in edges if edge]
    if not known:
        return None
    lefts, bottoms, rights, tops = zip(*known, strict=True)
    return max(lefts), max(bottoms), max(*lefts, min(rights)), max(*bottoms, min(tops))


def _edges(clip: c_void_p, number: int) -> tuple[float, float, float, float] | None:
    count = raw.FPDFClipPath_CountPathSegments(clip, number)
    points = [_point(raw.FPDFClipPath_GetPathSegment(clip, number, place)) for place in range(max(count, 0))]
    if not points:
        return None
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _point(segment: c_void_p) -> Point:
    across, up = c_float(), c_float()
    raw.FPDFPathSegment_GetPoint(segment, byref(across), byref(up))
    return across.value, up.value


def _curve(corners: tuple[Point, ...], *, coarse: bool) -> Iterator[Point]:
    """Points along a cubic curve, the start left out; coarse gives few to a small curve."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    reach = abs(x1 - x0) + abs(y1 - y0) + abs(x2 - x1) + abs(y2 - y1) + abs(x3 - x2) + abs(y3 - y2)
    parts = min(CURVE_PARTS, 2 + int(reach * PARTS_A_MM)) if coarse else CURVE_PARTS
    for a, b, c, d in _WEIGHTS[parts]:
        yield a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3
