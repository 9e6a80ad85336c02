"""From a pose to a skeleton: forward kinematics for angles, inverse for planted feet and reaching hands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from hipplan.figures.generator.body import body, bones
from hipplan.figures.generator.pose import (
    AimingArm,
    Arm,
    HungLeg,
    Leg,
    MeetingLeg,
    PlantedLeg,
    Pose,
    PoseError,
    ReachingArm,
    SwungArm,
    TouchingArm,
)
from hipplan.figures.generator.turning import (
    FORWARD,
    UP,
    Matrix,
    Vector,
    about,
    about_x,
    about_y,
    about_z,
    between,
    bone_frame,
    unit,
)

SIDES = ("left", "right")
PALM_AT, PALM_OUT = 0.42, 0.02  # where the palm is on the hand, and how far under the bone
ROUNDS = 40  # of sliding the pelvis until the figure balances
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
        bone, share = _JOINTS[name.split("_", 1)[-1] if name.startswith(("left_", "right_")) else name]
        side = name.split("_", 1)[0] + "_" if name.startswith(("left_", "right_")) else ""
        if bone == "shoe":
            foot = self.bones[f"{side}foot"]
            b = bones()
            forward = {"heel": -b.heel_back, "toe": b.toe_forward, "ball": b.ball_forward, "sole": SOLE_AT}[share]
            return np.asarray(foot.start + foot.frame @ np.array([forward, 0.0, -b.ankle_height]))
        return self.bones[side + bone].at(float(share))

    def moved(self, by: Vector) -> "Skeleton":
        """The same figure somewhere else."""
        return Skeleton(
            {name: Bone(bone.start + by, bone.end + by, bone.frame) for name, bone in self.bones.items()},
            self.short,
            self.spots,
        )


_JOINTS: Mapping[str, tuple[str, float | str]] = {
    "hip": ("thigh", 0),
    "knee": ("thigh", 1),
    "ankle": ("shank", 1),
    "heel": ("shoe", "heel"),
    "toe": ("shoe", "toe"),
    "ball": ("shoe", "ball"),
    "sole": ("shoe", "sole"),
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


def solve(pose: Pose, spots: Mapping[str, tuple[Vector, Matrix]] | None = None) -> Skeleton:
    """The skeleton of a pose. `spots` are places on things: origin and frame. Raises PoseError."""
    at = np.array(pose.pelvis.at, dtype=float)
    skeleton = _stand(pose, at, dict(spots or {}))
    if not pose.balance:
        return skeleton
    for _ in range(ROUNDS):
        aim = np.mean([skeleton.joint(foot.replace("_leg", "_sole"))[:2] for foot in pose.balance], axis=0)
        away = aim - centre_of_mass(skeleton)[:2]
        if np.abs(away).max() < 1e-5:  # a hundredth of a millimetre
            break
        at = at + 0.9 * away
        skeleton = _stand(pose, at, dict(spots or {}))
    return skeleton


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


def _stand(pose: Pose, at: Vector, spots: dict[str, tuple[Vector, Matrix]]) -> Skeleton:
    skeleton = Skeleton(spots=spots)
    p = pose.pelvis
    frame = about_z(p.yaw) @ about_y(p.pitch) @ about_x(-p.roll)
    origin = np.array([at[0], at[1], _pelvis_height(pose, at, frame)])
    _trunk(skeleton, pose, origin, frame)
    order = sorted(SIDES, key=lambda side: isinstance(_leg(pose, side), MeetingLeg))
    for side in order:
        _SOLVERS[type(_leg(pose, side))](skeleton, _leg(pose, side), side, origin, frame)
    for side in SIDES:
        _arm(skeleton, pose, side)
    return skeleton


def _leg(pose: Pose, side: str) -> Leg:
    leg: Leg = getattr(pose, f"{side}_leg")
    return leg


def _sign(side: str) -> int:
    return 1 if side == "left" else -1


def _hip(origin: Vector, frame: Matrix, side: str) -> Vector:
    return np.asarray(origin + frame @ np.array([0.0, _sign(side) * bones().hip_half, 0.0]))


def _pelvis_height(pose: Pose, at: Vector, frame: Matrix) -> float:
    """Exactly one source: the height itself, the knee of a planted leg, or the ground (then 0.5 for now)."""
    knees = [
        (side, leg)
        for side in SIDES
        if isinstance(leg := _leg(pose, side), PlantedLeg) and leg.knee is not None
    ]
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


def _trunk(skeleton: Skeleton, pose: Pose, origin: Vector, frame: Matrix) -> None:
    b, s, n = bones(), pose.spine, pose.neck
    base = origin + frame @ b.lumbar_base
    skeleton.bones["pelvis"] = Bone(origin, base, frame)
    lumbar = frame @ about_z(0.25 * s.twist) @ about_y(0.55 * s.flex) @ about_x(-0.5 * s.side)
    top = base + lumbar @ (UP * b.lumbar)
    skeleton.bones["lumbar"] = Bone(base, top, lumbar)
    thorax = lumbar @ about_z(0.75 * s.twist) @ about_y(0.45 * s.flex) @ about_x(-0.5 * s.side)
    nape = top + thorax @ b.neck_base
    skeleton.bones["thorax"] = Bone(top, nape, thorax)
    half = about_z(0.5 * n.turn) @ about_y(0.5 * n.flex) @ about_x(-0.5 * n.side)
    neck = thorax @ half
    chin = nape + neck @ (UP * b.neck)
    skeleton.bones["neck"] = Bone(nape, chin, neck)
    head = neck @ half
    skeleton.bones["head"] = Bone(chin, chin + head @ (UP * 0.17), head)


# legs


def _add_leg(skeleton: Skeleton, side: str, points: tuple[Vector, Vector, Vector], frames: tuple[Matrix, ...]) -> None:
    hip, knee, ankle = points
    thigh, shank, foot = frames
    skeleton.bones[f"{side}_thigh"] = Bone(hip, knee, thigh)
    skeleton.bones[f"{side}_shank"] = Bone(knee, ankle, shank)
    skeleton.bones[f"{side}_foot"] = Bone(ankle, ankle + foot @ (FORWARD * bones().toe_forward), foot)


def _hung(skeleton: Skeleton, leg: HungLeg, side: str, origin: Vector, frame: Matrix) -> None:
    b, sign = bones(), _sign(side)
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
    b, sign = bones(), _sign(side)
    turn = about_z(sign * leg.toe_out)
    ground = np.array([*leg.plant, leg.height])
    ball = ground + turn @ np.array([b.ball_forward, 0.0, 0.0])
    foot = turn @ about_x(-sign * leg.tilt) @ about_y(leg.heel_up)
    ankle = ball + foot @ np.array([-b.ball_forward, 0.0, b.ankle_height])
    return ankle, foot


def _planted(skeleton: Skeleton, leg: PlantedLeg, side: str, origin: Vector, frame: Matrix) -> None:
    hip = _hip(origin, frame, side)
    ankle, foot = _planted_foot(leg, side)
    pole = about_z(_sign(side) * (leg.toe_out + leg.knee_out)) @ FORWARD
    _bend(skeleton, side, (hip, ankle), pole, foot)


def _meeting(skeleton: Skeleton, leg: MeetingLeg, side: str, origin: Vector, frame: Matrix) -> None:
    """The upper leg of the clam: ankle beside the other ankle, knee swung open about the line from hip to ankle."""
    hip = _hip(origin, frame, side)
    other = skeleton.bones[f"{leg.meet}_shank"]
    foot = skeleton.bones[f"{leg.meet}_foot"].frame
    apart = frame @ np.array([0.0, _sign(side), 0.0])
    ankle = other.end + apart * leg.gap + apart * leg.foot_lift
    other_knee = other.start - other.end
    line = unit(ankle - hip)
    pole = about(line, -_sign(side) * leg.swivel) @ (other_knee - line * (other_knee @ line))
    turned = about(line, -_sign(side) * leg.swivel * 0.35) @ foot
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


_SOLVERS: Mapping[type, Callable[..., None]] = {HungLeg: _hung, PlantedLeg: _planted, MeetingLeg: _meeting}


# arms


def _arm(skeleton: Skeleton, pose: Pose, side: str) -> None:
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
    b, sign = bones(), _sign(side)
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
        left = -_sign(side) * unit(np.array(arm.palm))
        up = -unit(fingers)
        left = unit(left - up * (left @ up))
        return np.column_stack([np.cross(left, up), left, up])
    return np.asarray(bone_frame(fingers, forearm @ FORWARD) @ about_z(_sign(side) * arm.turn))


def _swung(skeleton: Skeleton, arm: SwungArm, side: str, shoulder: Vector) -> None:
    plane, elevation, turn = arm.shoulder
    sign = _sign(side)
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
        inward = hand @ np.array([0.0, -_sign(side), 0.0])
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
    return np.asarray(skeleton.bones["thorax"].frame @ np.array([-0.6, _sign(side) * 0.6, -0.5]))


def _spot(skeleton: Skeleton, arm: ReachingArm) -> Vector:
    """A place to put a hand: a spot of a thing, or a joint with its bone's frame."""
    if arm.to in skeleton.spots:
        origin, frame = skeleton.spots[arm.to]
    else:
        try:
            origin = skeleton.joint(arm.to)
        except KeyError:
            raise PoseError(f"{arm.to}: is no joint and no spot of a thing; joints: {', '.join(_JOINTS)}") from None
        frame = _frame_at(skeleton, arm.to)
    return np.asarray(origin + frame @ np.array(arm.offset))


def _frame_at(skeleton: Skeleton, joint: str) -> Matrix:
    side, _, name = joint.partition("_")
    if side not in SIDES:
        return skeleton.bones[_JOINTS[joint][0]].frame
    bone = _JOINTS[name][0]
    return skeleton.bones[f"{side}_{'foot' if bone == 'shoe' else bone}"].frame
