"""The body around a skeleton: trunk, limbs, hands, shoes, head and hair, each lofted over rings."""

from dataclasses import replace

import numpy as np
from scipy.interpolate import PchipInterpolator

from hipplan.figures.generator.body import body, bones, profile
from hipplan.figures.generator.head import head_pieces
from hipplan.figures.generator.mesh import Piece, Ring, ellipse, limb_rings, loft
from hipplan.figures.generator.pose import Look, PlantedLeg, Pose
from hipplan.figures.generator.skeleton import SIDES, Bone, Skeleton
from hipplan.figures.generator.turning import Vector, about_y

FINGERS_FROM = 0.56  # share of the hand
LEG_ROOT, ARM_ROOT = 0.34, 0.22  # shares of thigh and upper arm that melt into the trunk


def flesh(pose: Pose, skeleton: Skeleton) -> list[Piece]:
    """All pieces of the body."""
    pieces = [_torso(pose.look, skeleton), *head_pieces(pose.look, skeleton)]
    for side in SIDES:
        pieces += _leg(pose, skeleton, side)
        pieces += _arm(pose, skeleton, side)
    return pieces


def _torso(look: Look, skeleton: Skeleton) -> Piece:
    """Rings fixed to pelvis, lumbar spine and thorax, smooth in between."""
    table = body()["profiles"]["torso"]
    knots = []
    for segment, height, forward, deep, wide, cloth in table:
        bone = skeleton.bones[segment]
        centre = bone.start + bone.frame @ np.array([forward, 0.0, height])
        grow = 1.0 if cloth == "skin" else look.width
        knots.append((centre, bone.frame[:, 0] * deep * grow, bone.frame[:, 1] * wide * grow, cloth))
    stack = np.array([[*centre, *deep, *wide] for centre, deep, wide, _ in knots])
    smooth = PchipInterpolator(np.arange(len(knots)), stack, axis=0)
    rings = []
    for place in np.linspace(0, len(knots) - 1, 4 * (len(knots) - 1) + 1):
        row = smooth(place)
        cloth = knots[min(int(place + 1e-9), len(knots) - 1)][3]
        rings.append(Ring(ellipse(row[:3], row[3:6], row[6:9], power=2.35, around=48), cloth))
    return loft("torso", "torso", rings)


def _cloth(pose: Pose, limb: str, resting: str) -> str:
    return "accent" if limb in pose.working else "helper" if limb in pose.helping else resting


def _sign(side: str) -> int:
    return 1 if side == "left" else -1


def _scaled(stations: Vector, grow: float) -> Vector:
    return np.column_stack([stations[:, :3], stations[:, 3:] * grow])


def _leg(pose: Pose, skeleton: Skeleton, side: str) -> list[Piece]:
    limb, sign, grow = f"{side}_leg", _sign(side), pose.look.limbs
    cloth = _cloth(pose, limb, "legging")
    clothes = body()["clothes"]
    thigh, shank = skeleton.bones[f"{side}_thigh"], skeleton.bones[f"{side}_shank"]
    upper = limb_rings(
        (thigh.start, thigh.end),
        thigh.frame,
        _shorts(_scaled(profile("thigh"), grow), clothes["shorts_hem"]),
        [(-1, "shorts"), (clothes["shorts_hem"], cloth)],
        side=sign,
        root=LEG_ROOT,
    )
    lower = limb_rings(
        (shank.start, shank.end),
        shank.frame,
        _scaled(profile("shank"), grow),
        [(-1, cloth), (clothes["sock_line"], "skin")],
        side=sign,
    )
    leg = getattr(pose, f"{side}_leg")
    heel_up = leg.heel_up if isinstance(leg, PlantedLeg) else 0.0
    foot = _shoe(skeleton.bones[f"{side}_foot"], side, pose.look.limbs, heel_up)
    return [loft(f"{side}_thigh", limb, upper), loft(f"{side}_shank", limb, lower), *foot]


def _shorts(stations: Vector, hem: float) -> Vector:
    """The leg of the shorts stands a little off the thigh and ends in a step."""
    smooth = PchipInterpolator(stations[:, 0], stations[:, 1:], axis=0)
    rows = []
    for share in (*stations[stations[:, 0] < hem, 0], hem - 1e-3):
        row = smooth(share)
        off = 0.007 * max(0.0, share / hem)
        rows.append([share, row[0], row[1], row[2] + off, row[3] + off])
    rows.append([hem + 1e-3, *smooth(hem)])
    return np.array([*rows, *stations[stations[:, 0] > hem + 2e-3]])


def _shoe(foot: Bone, side: str, grow: float, heel_up: float) -> list[Piece]:
    """An upper with a flat dark sole, the best sign of a heel that is down; the toes stay flat under a raised heel."""
    b, sign = bones(), _sign(side)
    stations = np.array(body()["profiles"]["shoe"])
    stations[:, 1:3] *= grow**0.5
    smooth = PchipInterpolator(stations[:, 0], stations[:, 1:], axis=0)
    uppers, soles = [], []
    for x in np.linspace(stations[0, 0], stations[-1, 0], 22):
        inner, outer, high = smooth(x)
        uppers.append(_shoe_ring(foot, sign, (x, inner, outer), (0.012, max(0.018, high)), b.ankle_height, "shoe"))
        soles.append(
            _shoe_ring(foot, sign, (x, inner + 0.003, outer + 0.003), (0.0, 0.020), b.ankle_height, "sole", power=6)
        )
    part = f"{side}_foot"
    rows = [[_toes_flat(foot, ring, heel_up) for ring in rings] for rings in (uppers, soles)]
    return [loft(part, f"{side}_leg", rings) for rings in rows]


def _toes_flat(foot: Bone, ring: Ring, heel_up: float) -> Ring:
    """Turn what is in front of the ball of the foot back by as much as the heel is raised."""
    b = bones()
    local = (ring.points - foot.start) @ foot.frame
    ball = np.array([b.ball_forward - 0.02, 0.0, -b.ankle_height])
    if not heel_up or local[:, 0].mean() < ball[0]:
        return ring
    turned = ball + (local - ball) @ about_y(-heel_up).T
    return replace(ring, points=foot.start + turned @ foot.frame.T)


def _shoe_ring(
    foot: Bone,
    sign: int,
    across: tuple[float, float, float],
    heights: tuple[float, float],
    ankle: float,
    material: str,
    power: float = 2.6,
) -> Ring:
    x, inner, outer = across
    low, high = heights
    shift, half = (outer - inner) / 2, (outer + inner) / 2
    centre = foot.start + foot.frame @ np.array([x, sign * shift, (low + high) / 2 - ankle])
    points = ellipse(centre, foot.frame[:, 2] * (high - low) / 2, foot.frame[:, 1] * half, power=power, around=28)
    return Ring(points, material)


def _arm(pose: Pose, skeleton: Skeleton, side: str) -> list[Piece]:
    limb, sign, grow = f"{side}_arm", _sign(side), pose.look.limbs
    cloth = _cloth(pose, limb, "skin")
    hem = body()["clothes"]["sleeve_hem"]
    upper_bone, fore_bone = skeleton.bones[f"{side}_upper_arm"], skeleton.bones[f"{side}_forearm"]
    upper = limb_rings(
        (upper_bone.start, upper_bone.end),
        upper_bone.frame,
        _shorts(_scaled(profile("upper_arm"), grow), hem),
        [(-1, "shirt"), (hem, cloth)],
        side=sign,
        root=ARM_ROOT,
    )
    lower = limb_rings(
        (fore_bone.start, fore_bone.end), fore_bone.frame, _scaled(profile("forearm"), grow), [(-1, cloth)], side=sign
    )
    arm = getattr(pose, f"{side}_arm")
    held = pose.props.dumbbell or pose.props.kettlebell
    fist = arm.fist or (held is not None and held.hand == side)
    hand = _hand(skeleton.bones[f"{side}_hand"], side, grow, fist=fist)
    return [loft(f"{side}_upper_arm", limb, upper), loft(f"{side}_forearm", limb, lower), *hand]


def _hand(hand: Bone, side: str, grow: float, *, fist: bool) -> list[Piece]:
    """A mitten with a thumb, or a fist."""
    sign = _sign(side)
    stations = np.array(body()["profiles"]["fist" if fist else "hand"])
    smooth = PchipInterpolator(stations[:, 0], stations[:, 1:], axis=0)
    length = bones().hand
    rings = []
    for share in np.linspace(stations[0, 0], stations[-1, 0], 24):
        thick, wide, shift = smooth(share)
        centre = hand.start + hand.frame @ np.array([shift, 0.0, -share * length])
        rings.append(
            Ring(ellipse(centre, hand.frame[:, 0] * wide * grow, hand.frame[:, 1] * thick * grow, around=48), "skin")
        )
    thumb = _thumb(hand, sign, length, grow, fist=fist)
    limb, part = f"{side}_arm", f"{side}_hand"
    palm = loft(part, limb, rings)
    return [palm if fist else _fingered(palm, hand, length), loft(part, limb, thumb)]


def _fingered(palm: Piece, hand: Bone, length: float) -> Piece:
    """Number the four fingers, so that fine lines part them."""
    middle = (palm.vertices[palm.triangles].mean(axis=1) - hand.start) @ hand.frame
    share = -middle[:, 2] / length
    wide = np.interp(share, [0.5, 0.78, 0.93, 1.0], [0.045, 0.039, 0.029, 0.015])
    finger = np.digitize(middle[:, 0] / wide, [-0.45, 0.02, 0.48]) + 1
    return replace(palm, faces=np.where(share > FINGERS_FROM, finger, 0))


def _thumb(hand: Bone, sign: int, length: float, grow: float, *, fist: bool) -> list[Ring]:
    root = np.array([0.022, -sign * 0.004, -0.20 * length])
    tip = np.array([0.030, -sign * 0.030, -0.50 * length]) if fist else np.array([0.056, -sign * 0.014, -0.50 * length])
    start, end = hand.start + hand.frame @ root, hand.start + hand.frame @ tip
    stations = np.array([[0, 0, 0, 0.017, 0.016], [0.5, 0, 0, 0.0145, 0.014], [1, 0, 0, 0.0105, 0.010]])
    along = (end - start) / np.linalg.norm(end - start)
    side = np.cross(along, hand.frame[:, 1])
    frame = np.column_stack([side / np.linalg.norm(side), np.cross(-along, side), -along])
    return limb_rings((start, end), frame, _scaled(stations, grow), [(-1, "skin")], side=1)
