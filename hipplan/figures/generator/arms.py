"""Arms: swung from the shoulder, aimed, or reaching for a place with palm or fingertips."""

import numpy as np

from hipplan.figures.generator.body import bones
from hipplan.figures.generator.pose import AimingArm, Arm, Pose, PoseError, ReachingArm, SwungArm, TouchingArm
from hipplan.figures.generator.skeleton import (
    JOINTS,
    PALM_AT,
    SHOE,
    SIDES,
    Bone,
    Skeleton,
    sign_of,
    two_bones,
)
from hipplan.figures.generator.turning import (
    FORWARD,
    UP,
    Matrix,
    Vector,
    about_y,
    about_z,
    between,
    bone_frame,
    unit,
)

PALM_OUT = 0.02  # metres of the palm under the bone


def add_arm(skeleton: Skeleton, pose: Pose, side: str) -> None:
    """Solve twice: the shoulder rises with the arm."""
    arm: Arm = getattr(pose, f"{side}_arm")
    rise = 0.0
    for _ in range(2):
        shoulder = _shoulder(skeleton, pose, side, rise)
        _set_arm(skeleton, arm, side, shoulder)
        upper = skeleton.bones[f"{side}_upper_arm"]
        down = -(skeleton.bones["thorax"].frame @ UP)
        elevation = np.degrees(np.arccos(np.clip(unit(upper.end - upper.start) @ down, -1, 1)))
        rise = float(np.clip((elevation - 60) / 110, 0, 1))


def _shoulder(skeleton: Skeleton, pose: Pose, side: str, rise: float) -> Vector:
    b, sign = bones(), sign_of(side)
    shift = pose.left_shoulder if side == "left" else pose.right_shoulder
    thorax = skeleton.bones["thorax"]
    out = b.shoulder_half + shift.out - 0.030 * rise
    local = np.array([shift.forward, sign * out, b.shoulder_height + shift.up + 0.045 * rise])
    return np.asarray(thorax.start + thorax.frame @ local)


def _set_arm(skeleton: Skeleton, arm: Arm, side: str, shoulder: Vector) -> None:
    if isinstance(arm, SwungArm):
        _swung(skeleton, arm, side, shoulder)
    elif isinstance(arm, AimingArm):
        _aiming(skeleton, arm, side, shoulder)
    else:
        _touching(skeleton, arm, side, shoulder)


def _add_arm(skeleton: Skeleton, side: str, points: tuple[Vector, Vector, Vector], frames: tuple[Matrix, ...]) -> None:
    shoulder, elbow, wrist = points
    upper, forearm, hand = frames
    skeleton.bones[f"{side}_upper_arm"] = Bone(shoulder, elbow, upper)
    skeleton.bones[f"{side}_forearm"] = Bone(elbow, wrist, forearm)
    skeleton.bones[f"{side}_hand"] = Bone(wrist, wrist - hand @ UP * bones().hand, hand)


def _hang(skeleton: Skeleton, arm: Arm, side: str, shoulder: Vector, upper: Matrix, elbow: float) -> None:
    """Forearm and hand after an upper arm whose frame is known."""
    b = bones()
    joint = shoulder - upper @ UP * b.upper_arm
    forearm = upper @ about_y(-elbow)
    wrist = joint - forearm @ UP * b.forearm
    hand = _hand_frame(arm, side, np.asarray(forearm))
    _add_arm(skeleton, side, (shoulder, joint, wrist), (upper, forearm, hand))


def _hand_frame(arm: Arm, side: str, forearm: Matrix) -> Matrix:
    """Columns: thumb, left, away from the fingers. A palm turns its face, fingers turn the whole hand."""
    fingers = np.array(arm.fingers) if arm.fingers else -forearm @ UP
    if arm.palm is not None:
        left = -sign_of(side) * unit(np.array(arm.palm))
        up = -unit(fingers)
        left = unit(left - up * (left @ up))
        return np.column_stack([np.cross(left, up), left, up])
    return np.asarray(bone_frame(fingers, forearm @ FORWARD) @ about_z(sign_of(side) * arm.turn))


def _swung(skeleton: Skeleton, arm: SwungArm, side: str, shoulder: Vector) -> None:
    plane, elevation, turn = arm.shoulder
    sign = sign_of(side)
    p, e = np.radians(plane), np.radians(elevation)
    local = np.array([np.sin(e) * np.sin(p), sign * np.sin(e) * np.cos(p), -np.cos(e)])
    upper = skeleton.bones["thorax"].frame @ between(-UP, local) @ about_z(sign * turn)
    _hang(skeleton, arm, side, shoulder, np.asarray(upper), arm.elbow)


def _aiming(skeleton: Skeleton, arm: AimingArm, side: str, shoulder: Vector) -> None:
    thorax = skeleton.bones["thorax"].frame
    local = thorax.T @ unit(np.array(arm.aim))
    upper = thorax @ between(-UP, local)
    _hang(skeleton, arm, side, shoulder, np.asarray(upper), arm.elbow)


def _touching(skeleton: Skeleton, arm: ReachingArm | TouchingArm, side: str, shoulder: Vector) -> None:
    b = bones()
    target = np.array(arm.at) if isinstance(arm, TouchingArm) else _spot(skeleton, arm)
    pole = np.array(arm.pole) if arm.pole else _elbow_back(skeleton, side)
    reach = {"palm": PALM_AT, "tip": 1.0, "wrist": 0.0}[arm.contact] * b.hand
    if arm.toward:
        _toward(skeleton, arm, side, (shoulder, target), pole)
        return
    wrist = target
    for _ in range(12):
        elbow, short = two_bones(shoulder, wrist, (b.upper_arm, b.forearm), pole)
        forearm = bone_frame(wrist - elbow, _inner(elbow, shoulder, wrist, pole))
        hand = _hand_frame(arm, side, forearm)
        inward = hand @ np.array([0.0, -sign_of(side), 0.0])
        out = PALM_OUT if arm.contact == "palm" else 0.0
        wrist = target + hand @ UP * reach - inward * out
    skeleton.short[f"{side}_arm"] = short
    upper = bone_frame(elbow - shoulder, _inner(elbow, shoulder, wrist, pole))
    _add_arm(skeleton, side, (shoulder, elbow, wrist), (upper, forearm, hand))


def _toward(
    skeleton: Skeleton, arm: ReachingArm | TouchingArm, side: str, ends: tuple[Vector, Vector], pole: Vector
) -> None:
    """Point the straight arm at the target; as near as the arm is long."""
    b = bones()
    shoulder, target = ends
    direction = unit(target - shoulder)
    upper = bone_frame(direction, -pole)
    elbow = shoulder + direction * b.upper_arm
    wrist = elbow + direction * b.forearm
    _add_arm(skeleton, side, (shoulder, elbow, wrist), (upper, upper, _hand_frame(arm, side, upper)))


def _inner(elbow: Vector, shoulder: Vector, wrist: Vector, pole: Vector) -> Vector:
    """The side of the elbow that closes: away from the pole."""
    inner = (shoulder + wrist) / 2 - elbow
    return inner if np.linalg.norm(inner) > 1e-3 else -pole  # a straight arm has no inner side


def _elbow_back(skeleton: Skeleton, side: str) -> Vector:
    return np.asarray(skeleton.bones["thorax"].frame @ np.array([-0.6, sign_of(side) * 0.6, -0.5]))


def _spot(skeleton: Skeleton, arm: ReachingArm) -> Vector:
    """A place to put a hand: a spot of a thing, or a joint with its bone's frame."""
    if arm.to in skeleton.spots:
        origin, frame = skeleton.spots[arm.to]
    else:
        try:
            origin = skeleton.joint(arm.to)
        except KeyError:
            raise PoseError(
                f"{arm.to}: is no joint and no spot of a thing; joints: {', '.join([*JOINTS, *SHOE])}"
            ) from None
        frame = _frame_at(skeleton, arm.to)
    return np.asarray(origin + frame @ np.array(arm.offset))


def _frame_at(skeleton: Skeleton, joint: str) -> Matrix:
    side, _, name = joint.partition("_")
    if side not in SIDES:
        return skeleton.bones[JOINTS[joint][0]].frame
    return skeleton.bones[f"{side}_{'foot' if name in SHOE else JOINTS[name][0]}"].frame
