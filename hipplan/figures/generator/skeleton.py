"""The bones of a posed figure, its joints by name, and where its weight acts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from hipplan.figures.generator.body import body, bones
from hipplan.figures.generator.turning import Matrix, Vector, unit

SIDES = ("left", "right")
PALM_AT = 0.42  # where the palm is on the hand
SOLE_AT = 0.045  # the middle of the foot, in front of the ankle


@dataclass(frozen=True, slots=True)
class Bone:
    """A bone from start to end; `frame` has forward, left and up as columns, the bone runs down it or up it."""

    start: Vector
    end: Vector
    frame: Matrix

    def at(self, share: float) -> Vector:
        """A point along the bone."""
        return np.asarray(self.start + share * (self.end - self.start))


@dataclass(slots=True)
class Skeleton:
    """All bones by name, joints on demand, and by how much a limb could not reach (metres)."""

    bones: dict[str, Bone] = field(default_factory=dict)
    short: dict[str, float] = field(default_factory=dict)
    spots: dict[str, tuple[Vector, Matrix]] = field(default_factory=dict)

    def joint(self, name: str) -> Vector:
        """A named joint: left_hip, right_knee, left_heel, head and so on. Raises KeyError for an unknown one."""
        side, _, plain = name.partition("_")
        if side not in SIDES:
            bone, share = JOINTS[name]
            return self.bones[bone].at(share)
        if plain in SHOE:
            foot = self.bones[f"{side}_foot"]
            return np.asarray(foot.start + foot.frame @ np.array([SHOE[plain], 0.0, -bones().ankle_height]))
        bone, share = JOINTS[plain]
        return self.bones[f"{side}_{bone}"].at(share)

    def moved(self, by: Vector) -> "Skeleton":
        """The same figure somewhere else."""
        return Skeleton(
            {name: Bone(bone.start + by, bone.end + by, bone.frame) for name, bone in self.bones.items()},
            self.short,
            self.spots,
        )


SHOE: Mapping[str, float] = {
    "heel": -bones().heel_back,
    "toe": bones().toe_forward,
    "ball": bones().ball_forward,
    "sole": SOLE_AT,
}
JOINTS: Mapping[str, tuple[str, float]] = {
    "hip": ("thigh", 0),
    "knee": ("thigh", 1),
    "ankle": ("shank", 1),
    "shoulder": ("upper_arm", 0),
    "elbow": ("upper_arm", 1),
    "wrist": ("forearm", 1),
    "palm": ("hand", PALM_AT),
    "tip": ("hand", 1),
    "head": ("head", 0.6),
    "chin": ("head", 0),
    "pelvis": ("pelvis", 0),
    "chest": ("thorax", 0.5),
    "shin": ("shank", 0.4),
}


def centre_of_mass(skeleton: Skeleton) -> Vector:
    """Where the weight acts, by Dempster's shares."""
    mass = body()["mass"]
    total = np.zeros(3)
    parts = skeleton.bones
    for name in ("head", "thorax", "pelvis"):
        total += mass[name] * parts[name].at(0.5)
    total += mass["abdomen"] * parts["lumbar"].at(0.5)
    for side in SIDES:
        for name in ("upper_arm", "forearm", "hand", "thigh", "shank"):
            share, place = mass[name]
            total += share * parts[f"{side}_{name}"].at(place)
        total += mass["foot"][0] * skeleton.joint(f"{side}_sole")
    return np.asarray(total)


def sign_of(side: str) -> int:
    """+1 for the left, -1 for the right: the way of y."""
    return 1 if side == "left" else -1


def two_bones(start: Vector, end: Vector, lengths: tuple[float, float], pole: Vector) -> tuple[Vector, float]:
    """Where the joint between two bones is, bent towards the pole; and by how much they are too short."""
    first, second = lengths
    line = end - start
    far = float(np.linalg.norm(line))
    short = max(0.0, far - first - second)
    far = float(np.clip(far, abs(first - second) + 1e-6, first + second - 1e-6))
    along = (first**2 + far**2 - second**2) / (2 * far)
    direction = unit(line)
    side = pole - direction * (pole @ direction)
    return start + direction * along + unit(side) * np.sqrt(max(0.0, first**2 - along**2)), short
