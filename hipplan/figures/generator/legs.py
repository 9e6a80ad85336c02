"""Legs: hung by their joint angles, planted on the floor, or resting on the other foot."""

from collections.abc import Callable, Mapping

import numpy as np

from hipplan.figures.generator.body import bones
from hipplan.figures.generator.pose import HungLeg, Leg, MeetingLeg, PlantedLeg, Pose, PoseError
from hipplan.figures.generator.skeleton import SIDES, Bone, Skeleton, sign_of, two_bones
from hipplan.figures.generator.turning import (
    FORWARD,
    UP,
    Matrix,
    Vector,
    about,
    about_x,
    about_y,
    about_z,
    bone_frame,
    unit,
)


def add_legs(skeleton: Skeleton, pose: Pose, origin: Vector, frame: Matrix) -> None:
    """Both legs under a pelvis; one that rests on the other comes last. Adds to the skeleton."""
    for side in sorted(SIDES, key=lambda side: isinstance(_leg(pose, side), MeetingLeg)):
        leg = _leg(pose, side)
        _SOLVERS[type(leg)](skeleton, leg, side, origin, frame)


def pelvis_height(pose: Pose, at: Vector, frame: Matrix) -> float:
    """Exactly one source: the height itself, the knee of a planted leg, or the ground (then 0.5 for now)."""
    knees = [(side, leg) for side in SIDES if isinstance(leg := _leg(pose, side), PlantedLeg) and leg.knee is not None]
    sources = [pose.pelvis.height is not None, bool(knees), bool(pose.ground)]
    if sum(sources) != 1 or len(knees) > 1:
        raise PoseError(f"{pose.key}: pelvis height needs one source: height, one knee or ground (has {sum(sources)})")
    if pose.pelvis.height is not None:
        return pose.pelvis.height
    if not knees:
        return 0.5
    side, leg = knees[0]
    b = bones()
    reach = np.sqrt(b.thigh**2 + b.shank**2 + 2 * b.thigh * b.shank * np.cos(np.radians(leg.knee or 0)))
    hip = _hip(np.array([at[0], at[1], 0.0]), frame, side)
    ankle, _ = _planted_foot(leg, side)
    flat = np.hypot(*(hip - ankle)[:2])
    if flat > reach:
        raise PoseError(f"{pose.key}: {side} foot is {flat - reach:.3f} m too far away for its knee")
    return float(ankle[2] + np.sqrt(reach**2 - flat**2) - hip[2])


def _leg(pose: Pose, side: str) -> Leg:
    leg: Leg = getattr(pose, f"{side}_leg")
    return leg


def _hip(origin: Vector, frame: Matrix, side: str) -> Vector:
    return np.asarray(origin + frame @ np.array([0.0, sign_of(side) * bones().hip_half, 0.0]))


def _add_leg(skeleton: Skeleton, side: str, points: tuple[Vector, Vector, Vector], frames: tuple[Matrix, ...]) -> None:
    hip, knee, ankle = points
    thigh, shank, foot = frames
    skeleton.bones[f"{side}_thigh"] = Bone(hip, knee, thigh)
    skeleton.bones[f"{side}_shank"] = Bone(knee, ankle, shank)
    skeleton.bones[f"{side}_foot"] = Bone(ankle, ankle + foot @ (FORWARD * bones().toe_forward), foot)


def _hung(skeleton: Skeleton, leg: HungLeg, side: str, origin: Vector, frame: Matrix) -> None:
    b, sign = bones(), sign_of(side)
    flex, out, turn = leg.hip
    hip = _hip(origin, frame, side)
    thigh = frame @ about_y(-flex) @ about_x(sign * out) @ about_z(sign * turn)
    knee = hip - thigh @ UP * b.thigh
    shank = thigh @ about_y(leg.knee)
    ankle = knee - shank @ UP * b.shank
    up, *out_turn = leg.ankle
    foot = shank @ about_y(-up) @ about_x(sign * (out_turn[0] if out_turn else 0.0))
    _add_leg(skeleton, side, (hip, knee, ankle), (thigh, shank, foot))


def _planted_foot(leg: PlantedLeg, side: str) -> tuple[Vector, Matrix]:
    """Ankle and frame of a foot flat on the floor, or up on its ball."""
    b, sign = bones(), sign_of(side)
    turn = about_z(sign * leg.toe_out)
    ground = np.array([*leg.plant, leg.height])
    ball = ground + turn @ np.array([b.ball_forward, 0.0, 0.0])
    foot = turn @ about_x(-sign * leg.tilt) @ about_y(leg.heel_up)
    ankle = ball + foot @ np.array([-b.ball_forward, 0.0, b.ankle_height])
    return ankle, foot


def _planted(skeleton: Skeleton, leg: PlantedLeg, side: str, origin: Vector, frame: Matrix) -> None:
    hip = _hip(origin, frame, side)
    ankle, foot = _planted_foot(leg, side)
    pole = about_z(sign_of(side) * (leg.toe_out + leg.knee_out)) @ FORWARD
    _bend(skeleton, side, (hip, ankle), pole, foot)


def _meeting(skeleton: Skeleton, leg: MeetingLeg, side: str, origin: Vector, frame: Matrix) -> None:
    """The upper leg of the clam: ankle beside the other ankle, knee swung open about the line from hip to ankle."""
    hip = _hip(origin, frame, side)
    other = skeleton.bones[f"{leg.meet}_shank"]
    foot = skeleton.bones[f"{leg.meet}_foot"].frame
    apart = frame @ np.array([0.0, sign_of(side), 0.0])
    ankle = other.end + apart * leg.gap + apart * leg.foot_lift
    other_knee = other.start - other.end
    line = unit(ankle - hip)
    pole = about(line, -sign_of(side) * leg.swivel) @ (other_knee - line * (other_knee @ line))
    turned = about(line, -sign_of(side) * leg.swivel * 0.35) @ foot
    _bend(skeleton, side, (hip, ankle), np.asarray(pole), np.asarray(turned))


def _bend(skeleton: Skeleton, side: str, ends: tuple[Vector, Vector], pole: Vector, foot: Matrix) -> None:
    b = bones()
    hip, ankle = ends
    knee, short = two_bones(hip, ankle, (b.thigh, b.shank), pole)
    skeleton.short[f"{side}_leg"] = short
    line = ankle - hip
    hinge = unit(np.cross(-line, pole))
    thigh = bone_frame(knee - hip, np.cross(hinge, hip - knee))
    shank = bone_frame(ankle - knee, np.cross(hinge, knee - ankle))
    _add_leg(skeleton, side, (hip, knee, ankle), (thigh, shank, foot))


_SOLVERS: Mapping[type, Callable[..., None]] = {HungLeg: _hung, PlantedLeg: _planted, MeetingLeg: _meeting}
