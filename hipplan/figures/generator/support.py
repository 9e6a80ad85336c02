"""What holds a figure up: the floor, the things it leans on, and whether its weight is over them. Metres."""

from collections.abc import Iterator

import numpy as np
from scipy.spatial import ConvexHull

from hipplan.figures.generator.figure import Figure
from hipplan.figures.generator.mesh import Piece
from hipplan.figures.generator.pose import PlantedLeg, ReachingArm
from hipplan.figures.generator.skeleton import SIDES, centre_of_mass
from hipplan.figures.generator.turning import Vector

TOUCH = 0.025  # how near is near enough to lean on
ON_FLOOR = 0.012
HELD_IN_HAND = {"weight", "band"}


def gaps(figure: Figure) -> Iterator[tuple[str, float]]:
    """Each listed contact, and how far it is from the nearest thing or the floor."""
    for name in figure.pose.contact:
        yield name, min(abs(float(away.min())) for away in _distances(figure, _vertices(figure, name)))


def soles(figure: Figure) -> Iterator[tuple[str, float]]:
    """Each planted foot, and how far its ball (and its heel when it is flat) is from what it stands on."""
    for side in SIDES:
        leg = getattr(figure.pose, f"{side}_leg")
        if isinstance(leg, PlantedLeg):
            flat = leg.heel_up == 0
            for name in ("ball", "heel") if flat else ("ball",):
                point = figure.skeleton.joint(f"{side}_{name}")
                yield f"{side}_{name}", float(point[2]) - _ground_under(figure, point)


def balance_margin(figure: Figure) -> float:
    """How far inside its support the centre of mass is; negative outside, or with nothing to stand on."""
    points = _support(figure)
    if len(points) < 3:
        return -1.0
    hull = ConvexHull(points)
    return float(-(hull.equations[:, :2] @ centre_of_mass(figure.skeleton)[:2] + hull.equations[:, 2]).max())


def _support(figure: Figure) -> Vector:
    """Seen from above: all that touches the floor, the planted feet, listed contacts, hands on a chair or wall."""
    everything = np.concatenate([piece.vertices for piece in figure.body])
    rows = [everything[everything[:, 2] < ON_FLOOR]]
    for side in SIDES:
        leg, arm = getattr(figure.pose, f"{side}_leg"), getattr(figure.pose, f"{side}_arm")
        if isinstance(leg, PlantedLeg):
            foot = _vertices(figure, f"{side}_foot")
            rows.append(foot[foot[:, 2] < leg.height + ON_FLOOR])
        if isinstance(arm, ReachingArm) and arm.to in figure.skeleton.spots:
            rows.append(figure.skeleton.joint(f"{side}_palm")[None])
    for name in figure.pose.contact:
        part = _vertices(figure, name)
        rows += [part[away < TOUCH] for away in _distances(figure, part)]
    return np.asarray(np.concatenate(rows)[:, :2])


def _vertices(figure: Figure, name: str) -> Vector:
    """All points of a part or of a whole limb."""
    return np.concatenate([piece.vertices for piece in figure.body if name in {piece.part, piece.limb}])


def _distances(figure: Figure, points: Vector) -> Iterator[Vector]:
    """How far points are from the floor and from each thing; negative inside."""
    yield points[:, 2]
    for piece in _solid(figure):
        planes = ConvexHull(piece.vertices).equations
        yield (points @ planes[:, :3].T + planes[:, 3]).max(axis=1)


def _ground_under(figure: Figure, point: Vector) -> float:
    """Height of the floor or of the thing under a point that is nearest to it."""
    tops = [0.0]
    for piece in _solid(figure):
        corners = piece.vertices[:, :2]
        planes = ConvexHull(corners).equations
        if (planes[:, :2] @ point[:2] + planes[:, 2]).max() < 0:
            tops.append(float(piece.vertices[:, 2].max()))
    return min(tops, key=lambda top: abs(top - point[2]))


def _solid(figure: Figure) -> list[Piece]:
    return [piece for piece in figure.things if piece.limb not in HELD_IN_HAND]
