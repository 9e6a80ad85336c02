"""From rows of pixels to cubic Beziers: smooth, split at corners, fit a spline, hand over its pieces."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from scipy.interpolate import splev, splprep
from scipy.ndimage import gaussian_filter1d

from hipplan.figures.generator.turning import Vector

LOOSE = 0.55  # pixels a fitted curve may be off
CORNER = 48.0  # degrees of turn that make a corner
WINDOW = 5  # pixels before and after a point in which the turn is measured

Bezier = tuple[Vector, Vector, Vector, Vector]


def open_curve(points: Vector, *, smooth: float = 2.0, loose: float = LOOSE) -> list[Bezier]:
    """Curves through an open row of points (n, 2); the ends stay."""
    if len(points) > 3:
        inner = gaussian_filter1d(points, smooth, axis=0, mode="nearest")
        points = np.concatenate([points[:1], inner[1:-1], points[-1:]])
    return _fit(points, loose)


def closed_curve(points: Vector, *, loose: float = LOOSE) -> list[Bezier]:
    """Curves through a closed row of points (n, 2), the first not repeated."""
    corners = _corners(points)
    if not len(corners):
        return _fit(points, loose, closed=True)
    rolled = np.roll(points, -corners[0], axis=0)
    rolled = np.concatenate([rolled, rolled[:1]])
    stops = [*(corners - corners[0]), len(points)]
    return [curve for a, b in pairwise(stops) for curve in _fit(rolled[a : b + 1], loose)]


def _corners(points: Vector) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Indices of the sharpest points of a closed row."""
    if len(points) < 4 * WINDOW:
        return np.array([], dtype=np.int64)
    before = points - np.roll(points, WINDOW, axis=0)
    after = np.roll(points, -WINDOW, axis=0) - points
    turn = np.degrees(
        np.abs(
            np.arctan2(
                before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0],
                (before * after).sum(axis=1),
            )
        )
    )
    found: list[int] = []
    for index in np.argsort(-turn, kind="stable"):
        if turn[index] < CORNER:
            break
        if all(min(abs(index - other), len(points) - abs(index - other)) > 2 * WINDOW for other in found):
            found.append(int(index))
    return np.array(sorted(found), dtype=np.int64)


def _fit(points: Vector, loose: float, *, closed: bool = False) -> list[Bezier]:
    points = _spaced(points, closed=closed)
    if len(points) < 5:
        return _straight(points, closed=closed)
    if closed:
        points = np.concatenate([points, points[:1]])
    weights = np.ones(len(points))
    if not closed:
        weights[[0, -1]] = 60.0  # ends stay where they are
    (knots, coefficients, degree), place = splprep(points.T, w=weights, s=len(points) * loose**2, per=closed, k=3)[:2]
    spans = np.unique(knots[(knots >= place[0]) & (knots <= place[-1])])
    spline = (knots, coefficients, degree)
    ends = np.column_stack(splev(spans, spline))
    slopes = np.column_stack(splev(spans, spline, der=1))
    if not closed:
        ends[0], ends[-1] = points[0], points[-1]
    third = np.diff(spans)[:, None] / 3
    return list(zip(ends[:-1], ends[:-1] + slopes[:-1] * third, ends[1:] - slopes[1:] * third, ends[1:], strict=True))


def _spaced(points: Vector, *, closed: bool) -> Vector:
    """Without repeated points, which a spline cannot bear."""
    step = np.linalg.norm(np.diff(points, axis=0), axis=1)
    kept = points[np.concatenate([[True], step > 1e-6])]
    if closed and len(kept) > 1 and np.linalg.norm(kept[0] - kept[-1]) < 1e-6:
        kept = kept[:-1]
    return np.asarray(kept)


def _straight(points: Vector, *, closed: bool) -> list[Bezier]:
    row: Sequence[Vector] = [*points, points[0]] if closed else list(points)
    return [(a, a + (b - a) / 3, a + (b - a) * 2 / 3, b) for a, b in pairwise(row)]
