"""Limbs as rows of slices of the measured body, to find where one runs through another."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy.interpolate import PchipInterpolator

from hipplan.figures.generator.body import body, bones, profile
from hipplan.figures.generator.flesh import LEG_ROOT
from hipplan.figures.generator.pose import MeetingLeg, Pose, ReachingArm
from hipplan.figures.generator.skeleton import JOINTS, SHOE, SIDES, Skeleton, sign_of
from hipplan.figures.generator.turning import Vector

COUNT = 18  # slices of a bone
NEIGHBOURS = {"thigh": "shank pelvis", "shank": "foot", "upper_arm": "forearm chest pelvis head", "forearm": "hand"}
SKULL = (0.09, 0.07)  # metres from the middle to the front and to the side


@dataclass(frozen=True, slots=True)
class Slices:
    """Ellipses across a bone: middles and half axes, each (n, 3) metres."""

    middle: Vector
    one: Vector
    other: Vector

    def part(self, keep: slice) -> "Slices":
        """Some of the slices."""
        return Slices(self.middle[keep], self.one[keep], self.other[keep])


def overlaps(pose: Pose, skeleton: Skeleton) -> Iterator[tuple[str, str, float]]:
    """Two parts and by how many metres they run into each other, for all that have no business to touch."""
    parts = _parts(skeleton)
    excused = set(_touching(pose))
    for one, two in combinations(parts, 2):
        if not _joined(one, two) and frozenset((one, two)) not in excused:
            yield one, two, _depth(parts[one], parts[two])


def _depth(one: Slices, two: Slices) -> float:
    """The deepest overlap of any two slices, each as wide as it is towards the other."""
    away = two.middle[None] - one.middle[:, None]
    far = np.linalg.norm(away, axis=2)
    way = away / np.maximum(far, 1e-9)[:, :, None]
    wide = _towards(one, way) + _towards(two, way.transpose(1, 0, 2)).T
    return float((wide - far).max())


def _towards(slices: Slices, way: Vector) -> Vector:
    one = (way * slices.one[:, None]).sum(axis=2)
    return np.asarray(np.hypot(one, (way * slices.other[:, None]).sum(axis=2)))


def _joined(one: str, two: str) -> bool:
    """Neighbours on the same side, or one of them in the middle."""
    if {one, two} in ({"pelvis", "chest"}, {"chest", "head"}):
        return True
    sides = {word.split("_")[0] for word in (one, two)} & set(SIDES)
    if len(sides) != 1:
        return False
    plain = [word.removeprefix(f"{next(iter(sides))}_") for word in (one, two)]
    return any(b in NEIGHBOURS.get(a, "").split() for a, b in (plain, plain[::-1]))


def _touching(pose: Pose) -> Iterator[frozenset[str]]:
    """The hand on its target, and the feet that rest on each other."""
    if isinstance(pose.left_leg, MeetingLeg) or isinstance(pose.right_leg, MeetingLeg):
        yield frozenset(("left_foot", "right_foot"))
    for side in SIDES:
        arm = getattr(pose, f"{side}_arm")
        if isinstance(arm, ReachingArm):
            yield from (frozenset((f"{side}_hand", part)) for part in _bones_at(arm.to))


def _bones_at(joint: str) -> set[str]:
    """The bones that meet at a joint; the trunk is one soft thing."""
    side, _, name = joint.partition("_")
    if side not in SIDES:
        return {"head", "chest"} if joint in {"head", "chin"} else {"chest", "pelvis"}
    if name in SHOE or name == "ankle":
        return {f"{side}_foot", f"{side}_shank"}
    joints = {"knee": ("thigh", "shank"), "elbow": ("upper_arm", "forearm"), "shoulder": ("upper_arm",)}
    joints |= {"wrist": ("forearm", "hand"), "hip": ("thigh",)}
    found = {f"{side}_{bone}" for bone in joints.get(name, (JOINTS[name][0],) if name in JOINTS else ())}
    return found | ({"chest", "pelvis"} if name in {"hip", "shoulder"} else set())


def _parts(skeleton: Skeleton) -> dict[str, Slices]:
    parts = {"head": _head(skeleton), **_torso(skeleton)}
    for side in SIDES:
        for name in ("thigh", "shank", "upper_arm", "forearm"):
            parts[f"{side}_{name}"] = _limb(skeleton, side, name)
        parts[f"{side}_thigh"] = parts[f"{side}_thigh"].part(slice(round(COUNT * LEG_ROOT), None))
        parts[f"{side}_foot"], parts[f"{side}_hand"] = _foot(skeleton, side), _hand(skeleton, side)
    return parts


def _limb(skeleton: Skeleton, side: str, name: str) -> Slices:
    bone = skeleton.bones[f"{side}_{name}"]
    stations = profile(name)
    share = np.linspace(0, 1, COUNT)
    forward, outward, deep, wide = PchipInterpolator(stations[:, 0], stations[:, 1:], axis=0)(share).T
    front, left, _ = bone.frame.T
    middle = bone.start + np.outer(share, bone.end - bone.start)
    middle = middle + np.outer(forward, front) + np.outer(sign_of(side) * outward, left)
    return Slices(middle, np.outer(deep, front), np.outer(wide, left))


def _foot(skeleton: Skeleton, side: str) -> Slices:
    bone = skeleton.bones[f"{side}_foot"]
    x, inner, outer, high = np.array(body()["profiles"]["shoe"]).T
    local = np.column_stack([x, sign_of(side) * (outer - inner) / 2, high / 2 - bones().ankle_height])
    middle = bone.start + local @ bone.frame.T
    return Slices(middle, np.outer(high / 2, bone.frame[:, 2]), np.outer((inner + outer) / 2, bone.frame[:, 1]))


def _hand(skeleton: Skeleton, side: str) -> Slices:
    bone = skeleton.bones[f"{side}_hand"]
    share, thick, wide, _ = np.array(body()["profiles"]["hand"]).T
    middle = bone.start + np.outer(share, bone.end - bone.start)
    return Slices(middle, np.outer(wide, bone.frame[:, 0]), np.outer(thick, bone.frame[:, 1]))


def _head(skeleton: Skeleton) -> Slices:
    bone = skeleton.bones["head"]
    share = np.linspace(0.1, 0.9, 9)
    grow = np.sqrt(1 - (2 * share - 1) ** 4)
    middle = bone.start + np.outer(share, bone.end - bone.start)
    return Slices(middle, np.outer(SKULL[0] * grow, bone.frame[:, 0]), np.outer(SKULL[1] * grow, bone.frame[:, 1]))


def _torso(skeleton: Skeleton) -> dict[str, Slices]:
    """Pelvis with waist, and chest."""
    rows: dict[str, list[tuple[Vector, Vector, Vector]]] = {"pelvis": [], "chest": []}
    for segment, height, forward, deep, wide, cloth in body()["profiles"]["torso"]:
        if cloth != "skin":  # the neck
            bone = skeleton.bones[segment]
            middle = bone.start + bone.frame @ np.array([forward, 0.0, height])
            row = (middle, deep * bone.frame[:, 0], wide * bone.frame[:, 1])
            rows["chest" if segment == "thorax" else "pelvis"].append(row)
    return {name: Slices(*(np.array(column) for column in zip(*found, strict=True))) for name, found in rows.items()}
