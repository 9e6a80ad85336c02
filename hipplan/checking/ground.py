"""What lies under a text: the fills painted before it, and the strokes that run through it."""

from collections.abc import Iterator, Sequence

from hipplan.checking.seen import MM, Area, PageSeen, Piece, Point, Shape

PAPER = "#FFFFFF"
EDGE = 0.12  # millimetres that a text may touch
PROBES = (0.04, 0.35, 0.65, 0.96)


def fills_near(page: PageSeen, box: Area) -> tuple[Shape, ...]:
    """Filled shapes that reach into a box, in the order of painting."""
    return tuple(shape for shape in page.shapes if shape.fill and shape.outline.meets(box))


def fill_at(fills: Sequence[Shape], point: Point, *, before: int, after: int = -1) -> str:
    """The colour last filled at a point between two places in the order of painting; empty for none."""
    colour = ""
    for shape in fills:
        if after < shape.order < before and covers(shape, point):
            colour = shape.fill
    return colour


def covers(shape: Shape, point: Point) -> bool:
    """Whether a filled shape covers a point: an odd number of its edges lie to the right."""
    box = shape.outline.within(shape.clip)
    x, y = point
    if not (box.left <= x <= box.right and box.top <= y <= box.bottom):
        return False
    inside = False
    for (x0, y0), (x1, y1) in shape.segments():
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            inside = not inside
    return inside


def probes(box: Area) -> Iterator[Point]:
    """Points spread over a box, its corners nearly included."""
    for across in PROBES:
        for down in (PROBES[0], PROBES[-1]):
            yield box.left + across * box.width, box.top + down * box.height


def grounds(page: PageSeen, piece: Piece) -> set[str]:
    """Colours under a text."""
    fills = fills_near(page, piece.ink)
    return {fill_at(fills, point, before=piece.order) or PAPER for point in probes(piece.ink)}


def hidden(page: PageSeen, piece: Piece) -> bool:
    """Whether something filled was painted over a text."""
    later = [shape for shape in fills_near(page, piece.ink) if shape.order > piece.order]
    return any(covers(shape, point) for shape in later for point in probes(piece.ink))


def strokes_through(page: PageSeen, piece: Piece) -> Iterator[Shape]:
    """Strokes that can be seen inside a text's ink."""
    box = piece.ink.grown(-EDGE)
    near = [shape for shape in page.shapes if shape.outline.meets(piece.ink)]
    fills = [shape for shape in near if shape.fill]
    for shape in near:
        reach = box.grown(shape.stroke_pt * MM / 2).within(shape.clip)
        if shape.stroke and _is_seen(shape, piece, reach, fills):
            yield shape


def _is_seen(shape: Shape, piece: Piece, reach: Area, fills: Sequence[Shape]) -> bool:
    points = [point for start, end in shape.segments() for point in _inside(start, end, reach)]
    if shape.order > piece.order:
        return bool(points)
    return any(not fill_at(fills, point, before=piece.order, after=shape.order) for point in points)


def _inside(start: Point, end: Point, box: Area) -> list[Point]:
    """Three points of the part of a segment that lies in a box; none when it passes by."""
    low, high = 0.0, 1.0
    (x0, y0), (x1, y1) = start, end
    for near, far, least, most in ((x0, x1, box.left, box.right), (y0, y1, box.top, box.bottom)):
        step = far - near
        if abs(step) < 1e-9:
            if not least < near < most:
                return []
            continue
        first, last = sorted(((least - near) / step, (most - near) / step))
        low, high = max(low, first), min(high, last)
    if low >= high:
        return []
    return [(x0 + t * (x1 - x0), y0 + t * (y1 - y0)) for t in (low + (high - low) * part for part in (0.05, 0.5, 0.95))]
