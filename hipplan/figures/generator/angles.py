"""Joint angles as a physio would measure them on the solved skeleton, whatever the pose file asked for. Degrees."""

from collections.abc import Mapping

import numpy as np

from hipplan.figures.generator.body import body
from hipplan.figures.generator.skeleton import SIDES, Skeleton, sign_of
from hipplan.figures.generator.turning import UP, Matrix, Vector, about_x, about_y, unit

BENT_HIP, WIDE = 60.0, 72.0  # a hip bent so far opens wider, as the legs of a squat do


def joint_angles(skeleton: Skeleton) -> dict[str, float]:
    """Every angle that has a range of motion, by side and name: left_hip_flexion, spine_twist and so on."""
    angles = _trunk(skeleton)
    for side in SIDES:
        found = _leg(skeleton, side) | _arm(skeleton, side)
        angles |= {f"{side}_{name}": degrees for name, degrees in found.items()}
    return angles


def ranges(angles: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """The range of motion of each measured angle."""
    table = body()["range_of_motion"]
    found = {}
    for name in angles:
        side, _, plain = name.partition("_")
        low, high = table[plain if side in SIDES else name]
        if plain == "hip_abduction" and angles[f"{side}_hip_flexion"] > BENT_HIP:
            high = WIDE
        found[name] = (low, high)
    return found


def _leg(skeleton: Skeleton, side: str) -> dict[str, float]:
    sign = sign_of(side)
    pelvis = skeleton.bones["pelvis"].frame
    thigh, shank, foot = (skeleton.bones[f"{side}_{name}"].frame for name in ("thigh", "shank", "foot"))
    hip = pelvis.T @ thigh
    x, y, z = -hip[:, 2]  # where the thigh points
    flexion, abduction = _angle(x, -z), sign * _angle(y, np.hypot(x, z))
    turn = about_x(-sign * abduction) @ about_y(flexion) @ hip
    toes = shank.T @ foot[:, 0]
    return {
        "hip_flexion": flexion,
        "hip_abduction": abduction,
        "hip_rotation": sign * _angle(turn[1, 0], turn[0, 0]),
        "knee_flexion": _bent(thigh, shank, -1),
        "ankle_dorsiflexion": _angle(toes[2], np.hypot(toes[0], toes[1])),
    }


def _arm(skeleton: Skeleton, side: str) -> dict[str, float]:
    upper, forearm = skeleton.bones[f"{side}_upper_arm"], skeleton.bones[f"{side}_forearm"]
    down = -(skeleton.bones["thorax"].frame @ UP)
    lifted = np.clip(unit(upper.end - upper.start) @ down, -1, 1)
    return {
        "shoulder_elevation": float(np.degrees(np.arccos(lifted))),
        "elbow_flexion": _bent(upper.frame, forearm.frame, 1),
    }


def _trunk(skeleton: Skeleton) -> dict[str, float]:
    """The bends of the two joints of spine and of neck add up."""
    spine, neck = (
        sum((_joint(skeleton, one, two) for one, two in pairs), start=np.zeros(3))
        for pairs in (
            (("pelvis", "lumbar"), ("lumbar", "thorax")),
            (("thorax", "neck"), ("neck", "head")),
        )
    )
    names = ("spine_flexion", "spine_side", "spine_twist", "neck_flexion", "neck_turn")
    return dict(zip(names, map(float, (*spine, neck[0], neck[2])), strict=True))


def _joint(skeleton: Skeleton, under: str, over: str) -> Vector:
    """Flexion, bend to the left and twist to the left between two bones of the trunk."""
    turn = skeleton.bones[under].frame.T @ skeleton.bones[over].frame
    return np.array(
        [
            _angle(-turn[2, 0], np.hypot(turn[0, 0], turn[1, 0])),
            _angle(-turn[2, 1], turn[2, 2]),
            _angle(turn[1, 0], turn[0, 0]),
        ]
    )


def _bent(upper: Matrix, lower: Matrix, way: int) -> float:
    """Bend of a hinge; the lower bone folds forward (+1) or back (-1)."""
    x, _, z = -(upper.T @ lower[:, 2])
    return _angle(way * x, -z)


def _angle(opposite: float, adjacent: float) -> float:
    return float(np.degrees(np.arctan2(opposite, adjacent)))
