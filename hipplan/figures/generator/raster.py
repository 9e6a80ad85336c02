"""Pixels with meaning: which triangle is nearest at every point of a fine grid, seen by a parallel camera."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from hipplan.figures.generator.mesh import Flags, Integers, Piece
from hipplan.figures.generator.pose import Camera
from hipplan.figures.generator.turning import Matrix, Vector

GRID = 0.0018  # metres of a pixel
MARGIN = 12  # pixels around the figure
LIGHT = np.array([-0.45, 0.62, 0.64])  # from the upper left, in front: right, up, towards the viewer
LIT = 0.10  # a surface that faces the light less than this is in shade


@dataclass(frozen=True, slots=True)
class View:
    """Rows of `axes` are right, up and towards the viewer."""

    axes: Matrix

    @classmethod
    def of(cls, camera: Camera) -> "View":
        """The view of a camera at infinity."""
        yaw, pitch = np.radians(camera.yaw), np.radians(camera.pitch)
        towards = np.array([np.cos(yaw) * np.cos(pitch), np.sin(yaw) * np.cos(pitch), np.sin(pitch)])
        right = np.array([-np.sin(yaw), np.cos(yaw), 0.0])
        return cls(np.stack([right, np.cross(towards, right), towards]))

    def see(self, points: Vector) -> Vector:
        """Right, up and depth of points (n, 3) or of one point."""
        return np.asarray(points @ self.axes.T)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the grid lies: the right and up coordinate of its first pixel, and its size (rows, columns)."""

    left: float
    top: float
    rows: int
    columns: int

    @classmethod
    def around(cls, seen: Vector) -> "Frame":
        """The grid that holds all points, with a margin."""
        low, high = seen[:, :2].min(axis=0), seen[:, :2].max(axis=0)
        columns, rows = np.ceil((high - low) / GRID).astype(int) + 2 * MARGIN
        return cls(float(low[0] - MARGIN * GRID), float(high[1] + MARGIN * GRID), int(rows), int(columns))

    def pixels(self, seen: Vector) -> Vector:
        """Column and row, as decimals, of points in the view."""
        return np.column_stack([(seen[:, 0] - self.left) / GRID, (self.top - seen[:, 1]) / GRID])

    def metres(self, pixels: Vector) -> Vector:
        """Right and up of (column, row) points."""
        return np.column_stack([self.left + pixels[:, 0] * GRID, self.top - pixels[:, 1] * GRID])


@dataclass(frozen=True, slots=True)
class Layer:
    """What one limb shows when nothing is in front of it. Empty pixels have depth -inf and code -1."""

    depth: Vector
    material: Integers
    part: Integers
    face: Integers
    shade: Flags
    root: Flags


@dataclass(frozen=True, slots=True)
class Scene:
    """All limbs together; `limb` indexes `limbs`, -1 is the background; `shares` says how much of each is seen."""

    frame: Frame
    limbs: tuple[str, ...]
    limb: Integers
    layer: Layer
    shares: Mapping[str, float]


def look(pieces: Sequence[Piece], view: View, *, more: Vector | None = None) -> Scene:
    """Draw every limb alone, then the nearest of all."""
    everything = np.concatenate([piece.vertices for piece in pieces])
    seen = view.see(everything if more is None else np.concatenate([everything, more]))
    frame = Frame.around(seen)
    limbs = tuple(dict.fromkeys(piece.limb for piece in pieces))
    parts = list(dict.fromkeys(piece.part for piece in pieces))
    layers = [_layer([p for p in pieces if p.limb == limb], view, frame, parts) for limb in limbs]
    depth = np.stack([layer.depth for layer in layers])
    nearest = depth.argmax(axis=0)
    empty = np.isneginf(depth.max(axis=0))

    def pick(name: str) -> Any:  # noqa: ANN401 - integers, flags or decimals
        return np.take_along_axis(np.stack([getattr(layer, name) for layer in layers]), nearest[None], axis=0)[0]

    picked = Layer(*(pick(name) for name in ("depth", "material", "part", "face", "shade", "root")))
    limb = np.where(empty, -1, nearest)
    shares = {
        name: float((limb == number).sum() / max(1, (~np.isneginf(layers[number].depth)).sum()))
        for number, name in enumerate(limbs)
    }
    return Scene(frame, limbs, limb, picked, shares)


def _layer(pieces: Sequence[Piece], view: View, frame: Frame, parts: Sequence[str]) -> Layer:
    shape = (frame.rows, frame.columns)
    depth = np.full(shape, -np.inf)
    integers = [np.full(shape, -1) for _ in range(3)]
    flags = [np.zeros(shape, dtype=bool) for _ in range(2)]
    for piece in pieces:
        triangle, place, near, light = _cover(piece, view, frame)
        closer = near > depth.ravel()[place]
        triangle, place, near, light = triangle[closer], place[closer], near[closer], light[closer]
        order = np.argsort(near, kind="stable")  # the nearest is written last, and stays
        triangle, place, near, light = triangle[order], place[order], near[order], light[order]
        depth.ravel()[place] = near
        integers[0].ravel()[place] = piece.materials[triangle]
        integers[1].ravel()[place] = parts.index(piece.part)
        integers[2].ravel()[place] = piece.faces[triangle]
        flags[0].ravel()[place] = light < LIT
        flags[1].ravel()[place] = piece.root[triangle]
    return Layer(depth, *integers, *flags)


def _cover(piece: Piece, view: View, frame: Frame) -> tuple[Integers, Integers, Vector, Vector]:
    """For every pixel that a triangle covers: triangle, flat pixel index, depth and light."""
    seen = view.see(piece.vertices)
    flat = frame.pixels(seen)
    normals = _normals(piece) @ view.axes.T
    bright = normals @ (LIGHT / np.linalg.norm(LIGHT))
    corners = flat[piece.triangles]
    low = np.maximum(np.ceil(corners.min(axis=1) - 0.5), 0).astype(int)
    high = np.minimum(np.floor(corners.max(axis=1) - 0.5), [frame.columns - 1, frame.rows - 1]).astype(int)
    size = np.maximum(high - low + 1, 0)
    count = size[:, 0] * size[:, 1]
    triangle = np.repeat(np.arange(len(count)), count)
    inside = np.arange(len(triangle)) - np.repeat(np.cumsum(count) - count, count)
    column = low[triangle, 0] + inside % np.maximum(size[triangle, 0], 1)
    row = low[triangle, 1] + inside // np.maximum(size[triangle, 0], 1)
    a, b, c = (corners[triangle, corner] for corner in range(3))
    x, y = column + 0.5, row + 0.5
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (c[:, 0] - a[:, 0]) * (b[:, 1] - a[:, 1])
    with np.errstate(divide="ignore", invalid="ignore"):  # a triangle seen on edge has no area, and no pixel
        u = ((x - a[:, 0]) * (c[:, 1] - a[:, 1]) - (c[:, 0] - a[:, 0]) * (y - a[:, 1])) / area
        v = ((b[:, 0] - a[:, 0]) * (y - a[:, 1]) - (x - a[:, 0]) * (b[:, 1] - a[:, 1])) / area
        hit = (u >= -1e-9) & (v >= -1e-9) & (u + v <= 1 + 1e-9)
    triangle, u, v = triangle[hit], u[hit], v[hit]
    weights = np.column_stack([1 - u - v, u, v])
    corner = piece.triangles[triangle]
    near = (seen[corner, 2] * weights).sum(axis=1)
    light = (bright[corner] * weights).sum(axis=1)
    return triangle, (row * frame.columns + column)[hit], near, light


def _normals(piece: Piece) -> Vector:
    """Outward unit normals at the vertices."""
    a, b, c = (piece.vertices[piece.triangles[:, corner]] for corner in range(3))
    flat = np.cross(b - a, c - a)
    total = np.zeros_like(piece.vertices)
    for corner in range(3):
        np.add.at(total, piece.triangles[:, corner], flat)
    length = np.linalg.norm(total, axis=1, keepdims=True)
    total = total / np.where(length > 0, length, 1)
    outward = ((piece.vertices - piece.vertices.mean(axis=0)) * total).sum(axis=1, keepdims=True)
    if (piece.faces > 0).all():  # a box: every side by itself
        return np.asarray(np.where(outward >= 0, total, -total))
    return np.asarray(total if outward.sum() >= 0 else -total)
