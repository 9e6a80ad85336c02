"""Surfaces made of rings: the only shape there is. A piece knows its part, its limb and the cloth of each triangle."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import PchipInterpolator

from hipplan.figures.generator.turning import Matrix, Vector

AROUND = 36  # points of a ring
MATERIALS = (
    "none", "skin", "shirt", "shorts", "legging", "accent", "helper", "shoe", "sole", "hair", "grey-hair",
    "thing", "thing-light", "band", "pillow", "towel",
)  # fmt: skip
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Piece:
    """Triangles of one part. `limb` decides where lines are drawn; `root` marks where a limb grows out of the trunk.

    vertices (n, 3) metres; triangles (m, 3) indices; materials (m,) into MATERIALS; faces (m,) flat sides of things.
    """

    part: str
    limb: str
    vertices: Vector
    triangles: Integers
    materials: Integers
    root: Flags
    faces: Integers

    def coloured(self, name: str, *, instead_of: Sequence[str]) -> "Piece":
        """The same piece with some of its cloth changed."""
        old = [MATERIALS.index(cloth) for cloth in instead_of]
        materials = np.where(np.isin(self.materials, old), MATERIALS.index(name), self.materials)
        return Piece(self.part, self.limb, self.vertices, self.triangles, materials, self.root, self.faces)

    def moved(self, by: Vector) -> "Piece":
        """The same piece somewhere else."""
        return Piece(self.part, self.limb, self.vertices + by, self.triangles, self.materials, self.root, self.faces)


@dataclass(frozen=True, slots=True)
class Ring:
    """A closed row of points with the cloth of the strip that follows it."""

    points: Vector
    material: str
    root: bool = False


def loft(part: str, limb: str, rings: Sequence[Ring]) -> Piece:
    """Skin over rings of the same number of points, closed at both ends."""
    around = len(rings[0].points)
    vertices = np.concatenate([ring.points for ring in rings])
    strips, materials, root = [], [], []
    here = np.arange(around)
    following = (here + 1) % around
    for number, ring in enumerate(rings[:-1]):
        a, b = number * around + here, number * around + following
        strips += [np.column_stack([a, b, b + around]), np.column_stack([a, b + around, a + around])]
        materials += [MATERIALS.index(ring.material)] * (2 * around)
        root += [ring.root] * (2 * around)
    for number, flip in ((0, True), (len(rings) - 1, False)):
        start = number * around
        fan = np.column_stack([np.full(around - 2, start), start + here[1:-1], start + here[2:]])
        strips.append(fan[:, ::-1] if flip else fan)
        ring = rings[max(0, number - 1)]
        materials += [MATERIALS.index(ring.material)] * (around - 2)
        root += [ring.root] * (around - 2)
    triangles = np.concatenate(strips)
    return Piece(
        part, limb, vertices, triangles, np.array(materials), np.array(root), np.zeros(len(triangles), dtype=int)
    )


def ellipse(centre: Vector, forward: Vector, left: Vector, *, power: float = 2.0, around: int = AROUND) -> Vector:
    """Points of an ellipse, or of a rounder box for powers above 2; runs from forward to left."""
    turn = np.linspace(0, 2 * np.pi, around, endpoint=False)
    c, s = np.cos(turn), np.sin(turn)
    x, y = np.sign(c) * np.abs(c) ** (2 / power), np.sign(s) * np.abs(s) ** (2 / power)
    return np.asarray(centre + np.outer(x, forward) + np.outer(y, left))


def limb_rings(
    ends: tuple[Vector, Vector],
    frame: Matrix,
    stations: Vector,
    cloth: Sequence[tuple[float, str]],
    *,
    side: int,
    root: float = -1.0,
) -> list[Ring]:
    """Rings along a bone from its stations, smooth between them, round at both ends.

    `cloth` lists (share where it starts, material), in order; `root` is the share up to which the trunk takes over.
    """
    start, end = ends
    smooth = PchipInterpolator(stations[:, 0], stations[:, 1:], axis=0)
    first, last = float(stations[0, 0]), float(stations[-1, 0])
    shares = np.linspace(first, last, 26)
    hems = [share for share, _ in cloth if first < share < last]
    shares = np.unique(np.concatenate([shares, *[[hem - 1e-4, hem] for hem in hems]]))
    length = float(np.linalg.norm(end - start))
    rings = []
    for share, grow in [*_round_end(first, -1), *[(share, 1.0) for share in shares], *_round_end(last, 1)]:
        inside = float(np.clip(share, first, last))
        forward, outward, deep, wide = smooth(inside)
        shift = (share - inside) * deep / length
        centre = start + (inside + shift) * (end - start)
        centre = centre + frame @ np.array([forward, side * outward, 0.0])
        material = [name for at, name in cloth if at <= share or at <= first][-1]
        points = ellipse(centre, frame[:, 0] * deep * grow, frame[:, 1] * wide * grow)
        rings.append(Ring(points, material, inside < root))
    return rings


def _round_end(share: float, way: int) -> list[tuple[float, float]]:
    """Half an ellipsoid: (share beyond the end counted in radii, growth of the ring)."""
    angles = np.radians([82, 66, 45, 24] if way < 0 else [24, 45, 66, 82])
    return [(share + way * float(np.sin(a)), float(np.cos(a))) for a in angles]


def box(
    part: str, limb: str, frame: tuple[Vector, Matrix], size: tuple[float, float, float], *, material: str = "thing"
) -> Piece:
    """A box around its centre; each side is a face of its own, so that edges get lines."""
    origin, turn = frame
    half = np.array(size) / 2
    corners = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)]) * half
    sides = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
    vertices, triangles, faces = [], [], []
    for number, side in enumerate(sides):
        start = 4 * number
        vertices += [origin + turn @ corners[corner] for corner in side]
        triangles += [(start, start + 1, start + 2), (start, start + 2, start + 3)]
        faces += [number + 1] * 2
    materials = np.full(12, MATERIALS.index(material))
    return Piece(
        part, limb, np.array(vertices), np.array(triangles), materials, np.zeros(12, dtype=bool), np.array(faces)
    )


def tube(part: str, limb: str, ends: tuple[Vector, Vector], radius: float, *, material: str = "thing") -> Piece:
    """A round bar with flat ends."""
    start, end = ends
    axis = end - start
    across = np.cross(axis, [0.0, 0.0, 1.0] if abs(axis[2]) < 0.9 * np.linalg.norm(axis) else [1.0, 0.0, 0.0])
    across = across / np.linalg.norm(across) * radius
    other = np.cross(axis, across)
    other = other / np.linalg.norm(other) * radius
    rings = [Ring(ellipse(place, across, other, around=24), material) for place in (start, end)]
    piece = loft(part, limb, rings)
    faces = np.where(np.arange(len(piece.triangles)) < 48, 1, np.where(np.arange(len(piece.triangles)) < 70, 2, 3))
    return Piece(part, limb, piece.vertices, piece.triangles, piece.materials, piece.root, faces)
