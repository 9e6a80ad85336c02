"""What is drawn over a figure: arrows of movement, the hip line, the cross of a fault, the places of the letters."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from hipplan.figures.generator.curves import Bezier
from hipplan.figures.generator.figure import Figure
from hipplan.figures.generator.ink import ARROW, HALO, LINE, Shape
from hipplan.figures.generator.pose import Arrow, HipLine
from hipplan.figures.generator.raster import View
from hipplan.figures.generator.turning import Vector

SHAFT, HALO_WIDE = 2.0, 1.1
HEAD_LONG, HEAD_WIDE = 7.5, 3.4
LETTER_DROP = 10.5  # points under the toes
LETTER_APART = 17.5  # points between two letters
LETTER_JOINTS = {"toe", "heel", "sole", "ball", "ankle"}


def _units(figure: Figure, view: View, point: Vector) -> Vector:
    seen = view.see(point)
    return np.array([seen[0], -seen[1]]) * figure.pose.scale


def arrow_shapes(figure: Figure, figures: Mapping[str, Figure], view: View) -> list[Shape]:
    """Shaft and head with a white halo, for each arrow of the frame."""
    shapes: list[Shape] = []
    for arrow in figure.pose.arrows:
        path = _path(arrow, figure, figures, view)
        shapes += _arrow(path, dashed=arrow.dashed)
    return shapes


def _path(arrow: Arrow, figure: Figure, figures: Mapping[str, Figure], view: View) -> Vector:
    scale = figure.pose.scale
    end = _units(figure, view, figure.skeleton.joint(arrow.joint))
    flip = np.array([1.0, -1.0]) * scale
    if arrow.start is not None and arrow.end is not None:
        path = _bowed(end + np.array(arrow.start) * flip, end + np.array(arrow.end) * flip, arrow.bend)
    else:
        earlier = figures[arrow.frame or next(iter(figures))]
        start = _units(figure, view, earlier.skeleton.joint(arrow.joint))
        if arrow.about:
            centre = _units(figure, view, figure.skeleton.joint(arrow.about))
            path = _round(start, end, centre, arrow.offset * scale)
        else:
            path = _bowed(start, end, arrow.bend)
    low, high = arrow.trim
    count = len(path)
    path = path[round(low * count) : count - round(high * count)]
    return np.asarray(path + np.array(arrow.shift) * flip)


def _bowed(start: Vector, end: Vector, bend: float) -> Vector:
    """A parabola; bend is its height as a share of the length, to the left of the way."""
    share = np.linspace(0, 1, 33)[:, None]
    way = end - start
    side = np.array([way[1], -way[0]])
    return np.asarray(start + share * way + 4 * share * (1 - share) * bend * side)


def _round(start: Vector, end: Vector, centre: Vector, off: float) -> Vector:
    """From one place to the other around a centre, a little farther out."""
    polar = [(np.hypot(*(p - centre)) + off, np.arctan2(*(p - centre)[::-1])) for p in (start, end)]
    (r0, a0), (r1, a1) = polar
    turn = (a1 - a0 + np.pi) % (2 * np.pi) - np.pi
    share = np.linspace(0, 1, 33)
    radius, angle = r0 + share * (r1 - r0), a0 + share * turn
    return np.asarray(centre + np.column_stack([radius * np.cos(angle), radius * np.sin(angle)]))


def _arrow(path: Vector, *, dashed: bool) -> list[Shape]:
    lengths = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    total = lengths[-1]
    tip = path[-1]
    neck = np.array([np.interp(total - HEAD_LONG * 0.75, lengths, path[:, axis]) for axis in (0, 1)])
    ahead = tip - np.array([np.interp(total - HEAD_LONG, lengths, path[:, axis]) for axis in (0, 1)])
    ahead = ahead / np.linalg.norm(ahead)
    side = np.array([-ahead[1], ahead[0]])
    shaft_points = np.array(
        [[np.interp(s, lengths, path[:, axis]) for axis in (0, 1)] for s in np.linspace(0, total - HEAD_LONG * 0.8, 12)]
    )
    shaft = _spline(shaft_points)
    barb = tip - ahead * HEAD_LONG
    head = _straight([tip, barb + side * HEAD_WIDE, neck, barb - side * HEAD_WIDE])
    dash = "3.2 2.6" if dashed else ""
    return [
        Shape([shaft], stroke=HALO, width=SHAFT + 2 * HALO_WIDE, closed=False),
        Shape([head], fill=HALO, stroke=HALO, width=2 * HALO_WIDE),
        Shape([shaft], stroke=ARROW, width=SHAFT, dash=dash, closed=False),
        Shape([head], fill=ARROW, stroke=ARROW, width=0.6),
    ]


def _spline(points: Vector) -> list[Bezier]:
    """Catmull and Rom's way through a few points."""
    slopes = np.gradient(points, axis=0, edge_order=2)
    return [
        (a, a + m / 3, b - n / 3, b)
        for a, b, m, n in zip(points[:-1], points[1:], slopes[:-1], slopes[1:], strict=True)
    ]


def _straight(points: Sequence[Vector], *, closed: bool = True) -> list[Bezier]:
    row = [*points, points[0]] if closed else list(points)
    return [(a, a + (b - a) / 3, a + (b - a) * 2 / 3, b) for a, b in pairwise(row)]


def hip_line_shapes(figure: Figure, view: View) -> list[Shape]:
    """Dotted, through both hip joints and beyond; with a cross at one end where it tells of a fault."""
    line = figure.pose.hip_line
    if not line:
        return []
    shaft = _straight(_hip_line_ends(figure, view, line), closed=False)
    shapes = [
        Shape([shaft], stroke=HALO, width=2.6, closed=False),
        Shape([shaft], stroke=LINE, width=1.2, dash="0.1 2.8", closed=False),
    ]
    if line.mark == "cross":
        shapes += _cross(_beside_hip_line(figure, view, line), 3.2, 1.5)
    return shapes


def _hip_line_ends(figure: Figure, view: View, line: HipLine) -> list[Vector]:
    pelvis = figure.skeleton.bones["pelvis"]
    return [
        _units(figure, view, pelvis.start + pelvis.frame @ np.array([0.0, way * line.length / 2, 0.0]))
        for way in (1, -1)
    ]


def _beside_hip_line(figure: Figure, view: View, line: HipLine) -> Vector:
    """Where the tick or the cross of the line is."""
    way = 1.0 if line.mark_on == "right" else -1.0
    return np.asarray(max(_hip_line_ends(figure, view, line), key=lambda end: way * float(end[0])) + [9.0 * way, 0.0])


def _cross(at: Vector, half: float, width: float) -> list[Shape]:
    strokes = [
        _straight([at + [-half, -half], at + [half, half]], closed=False),
        _straight([at + [half, -half], at + [-half, half]], closed=False),
    ]
    return [
        Shape(strokes, stroke=HALO, width=width + 2.4, closed=False),
        Shape(strokes, stroke=LINE, width=width, closed=False),
    ]


def cross_shapes(figure: Figure, bounds: tuple[float, float, float, float]) -> list[Shape]:
    """The cross of a picture that shows a fault: at its upper left corner, or where the pose says."""
    pose = figure.pose
    if not pose.cross:
        return []
    left, top, *_ = bounds
    at = np.array([left + 8.0, top + 8.0])
    if pose.cross_at:
        at = np.array(pose.cross_at) * [pose.scale, -pose.scale]
    return _cross(at, 6.0, 2.4)


def mark_places(figure: Figure, view: View) -> dict[str, tuple[float, float]]:
    """Places of what the page draws itself, as it must not be mirrored: the letters L and R, apart, and a tick."""
    places = {}
    for name, joint in figure.pose.marks.items():
        x, y = _units(figure, view, figure.skeleton.joint(joint))
        drop = LETTER_DROP if joint.rsplit("_", 1)[-1] in LETTER_JOINTS else 0.0
        dx, dy = figure.pose.mark_shift.get(name, (0.0, 0.0))
        places[name] = np.array([x + dx, y + drop + dy])
    if {"left", "right"} <= set(places):
        _part(places["left"], places["right"])
    line = figure.pose.hip_line
    if line and line.mark == "tick":
        places["tick"] = _beside_hip_line(figure, view, line)
    return {name: (float(place[0]), float(place[1])) for name, place in places.items()}


def _part(one: Vector, two: Vector) -> None:
    """Push two letters apart sideways until they can be told apart."""
    dx, dy = two - one
    if np.hypot(dx, dy) >= LETTER_APART:
        return
    need = np.sqrt(LETTER_APART**2 - min(abs(dy), LETTER_APART) ** 2)
    way = 1.0 if dx >= 0 else -1.0
    push = (need - abs(dx)) / 2
    one[0] -= way * push
    two[0] += way * push
