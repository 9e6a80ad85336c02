"""The body around a skeleton: trunk, limbs, hands, shoes, head and hair, each lofted over rings."""

import numpy as np
from scipy.interpolate import PchipInterpolator

from hipplan.figures.generator.body import body, bones, profile
from hipplan.figures.generator.mesh import Piece, Ring, ellipse, limb_rings, loft
from hipplan.figures.generator.pose import Look, Pose
from hipplan.figures.generator.skeleton import SIDES, Bone, Skeleton
from hipplan.figures.generator.turning import UP, Vector

LEG_ROOT, ARM_ROOT = 0.34, 0.22  # shares of thigh and upper arm that melt into the trunk


def flesh(pose: Pose, skeleton: Skeleton) -> list[Piece]:
    """All pieces of the body."""
    pieces = [_torso(pose.look, skeleton), *_head(pose.look, skeleton)]
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
    foot = _shoe(skeleton.bones[f"{side}_foot"], side, pose.look.limbs)
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


def _shoe(foot: Bone, side: str, grow: float) -> list[Piece]:
    """An upper with a flat dark sole, the best sign of a heel that is down."""
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
    return [loft(part, f"{side}_leg", uppers), loft(part, f"{side}_leg", soles)]


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
    for share in np.linspace(stations[0, 0], stations[-1, 0], 14):
        thick, wide, shift = smooth(share)
        centre = hand.start + hand.frame @ np.array([shift, 0.0, -share * length])
        rings.append(
            Ring(ellipse(centre, hand.frame[:, 0] * wide * grow, hand.frame[:, 1] * thick * grow, around=20), "skin")
        )
    thumb = _thumb(hand, sign, length, grow, fist=fist)
    limb, part = f"{side}_arm", f"{side}_hand"
    return [loft(part, limb, rings), loft(part, limb, thumb)]


def _thumb(hand: Bone, sign: int, length: float, grow: float, *, fist: bool) -> list[Ring]:
    root = np.array([0.022, -sign * 0.004, -0.20 * length])
    tip = np.array([0.030, -sign * 0.030, -0.50 * length]) if fist else np.array([0.056, -sign * 0.014, -0.50 * length])
    start, end = hand.start + hand.frame @ root, hand.start + hand.frame @ tip
    stations = np.array([[0, 0, 0, 0.017, 0.016], [0.5, 0, 0, 0.0145, 0.014], [1, 0, 0, 0.0105, 0.010]])
    along = (end - start) / np.linalg.norm(end - start)
    side = np.cross(along, hand.frame[:, 1])
    frame = np.column_stack([side / np.linalg.norm(side), np.cross(-along, side), -along])
    return limb_rings((start, end), frame, _scaled(stations, grow), [(-1, "skin")], side=1)


# the head: height over the chin joint, back, front and half width, in metres

_SKULL = np.array(
    [
        [-0.052, 0.034, 0.072, 0.020],
        [-0.044, 0.014, 0.086, 0.036],
        [-0.020, -0.030, 0.091, 0.051],
        [0.010, -0.066, 0.091, 0.060],
        [0.045, -0.088, 0.090, 0.067],
        [0.080, -0.097, 0.089, 0.071],
        [0.110, -0.094, 0.081, 0.070],
        [0.135, -0.083, 0.066, 0.061],
        [0.153, -0.060, 0.043, 0.045],
        [0.164, -0.030, 0.016, 0.024],
        [0.168, -0.010, 0.000, 0.006],
    ]
)


def _head(look: Look, skeleton: Skeleton) -> list[Piece]:
    bone = skeleton.bones["head"]
    size = body()["clothes"]["head_scale"] * look.head
    pieces = [_neck(skeleton), loft("head", "head", _skull_rings(bone, size, 0.0, "skin")), _nose(bone, size)]
    pieces += [_ear(bone, size, sign) for sign in (1, -1)]
    pieces += [_eye(bone, size, sign) for sign in (1, -1)]
    return [*pieces, *_hair(look, bone, size)]


def _neck(skeleton: Skeleton) -> Piece:
    """From the nape into the skull, so that a turned head leaves no gap."""
    neck, head = skeleton.bones["neck"], skeleton.bones["head"]
    low = neck.start - neck.frame @ np.array([0.0, 0.0, 0.03])
    high = head.start + head.frame @ np.array([0.0, 0.0, 0.03])
    rows = [(low, neck.frame, 0.058), (neck.start, neck.frame, 0.052), (neck.at(0.6), neck.frame, 0.049)]
    rows.append((high, head.frame, 0.047))
    rings = [Ring(ellipse(at, frame[:, 0] * r, frame[:, 1] * r * 0.95), "skin", root=True) for at, frame, r in rows]
    return loft("neck", "torso", rings)


def _skull_rings(bone: Bone, size: float, off: float, material: str, low: float = -1.0) -> list[Ring]:
    smooth = PchipInterpolator(_SKULL[:, 0], _SKULL[:, 1:], axis=0)
    rings = []
    for height in np.concatenate([np.linspace(max(low, -0.052), 0.14, 22), np.linspace(0.145, 0.168, 9)]):
        back, front, wide = smooth(height)
        middle, deep = (front + back) / 2, (front - back) / 2 + off
        lift = off * np.clip((height - 0.04) / 0.12, 0, 1)
        centre = bone.start + bone.frame @ (np.array([middle, 0.0, height + lift]) * size)
        points = ellipse(centre, bone.frame[:, 0] * deep * size, bone.frame[:, 1] * (wide + off) * size, power=2.2)
        rings.append(Ring(points, material))
    return rings


def _nose(bone: Bone, size: float) -> Piece:
    rows = [
        (0.066, 0.083, 0.005),
        (0.050, 0.094, 0.008),
        (0.030, 0.111, 0.012),
        (0.019, 0.110, 0.014),
        (0.011, 0.090, 0.009),
    ]
    rings = []
    for height, front, half in rows:
        centre = bone.start + bone.frame @ (np.array([front - 0.016, 0.0, height]) * size)
        rings.append(
            Ring(ellipse(centre, bone.frame[:, 0] * 0.016 * size, bone.frame[:, 1] * half * size, around=16), "skin")
        )
    return loft("nose", "head", rings)


def _ear(bone: Bone, size: float, sign: int) -> Piece:
    rings = []
    for out, grow in ((0.060, 0.85), (0.070, 1.0), (0.078, 0.9), (0.080, 0.4)):
        centre = bone.start + bone.frame @ (np.array([-0.012, sign * out, 0.035]) * size)
        points = ellipse(
            centre, bone.frame[:, 0] * 0.017 * grow * size, bone.frame[:, 2] * 0.029 * grow * size, around=20
        )
        rings.append(Ring(points, "skin"))
    return loft("ear", "head", rings)


def _eye(bone: Bone, size: float, sign: int) -> Piece:
    """A dark dot: enough to show where a face looks."""
    rings = []
    for out, grow in ((0.060, 1.0), (0.084, 1.0), (0.0865, 0.5)):
        centre = bone.start + bone.frame @ (np.array([out, sign * 0.027, 0.052]) * size)
        points = ellipse(
            centre, bone.frame[:, 1] * 0.0052 * grow * size, bone.frame[:, 2] * 0.0078 * grow * size, around=16
        )
        rings.append(Ring(points, "hair"))
    return loft("eye", "head", rings)


def _hair(look: Look, bone: Bone, size: float) -> list[Piece]:
    """A shell over the skull behind the hairline; a bun on top of it."""
    thick = {"crop": 0.005, "short": 0.009, "bun": 0.007, "bob": 0.013}[look.hair]
    cloth = "grey-hair" if look.grey else "hair"
    rings = [Ring(_scalp(bone, size, thick, look.hair, share), cloth) for share in np.linspace(0.0, 0.985, 26)]
    pieces = [loft("hair", "head", rings)]
    if look.hair == "bun":
        pieces.append(_ball(bone, np.array([-0.105, 0.0, 0.128]) * size, 0.040 * size, cloth))
    return pieces


def _scalp(bone: Bone, size: float, off: float, hair: str, share: float) -> Vector:
    """A ring of the shell: 0 is the hairline, 1 the crown; every point climbs its own way up the skull."""
    smooth = PchipInterpolator(_SKULL[:, 0], _SKULL[:, 1:], axis=0)
    turn = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    low = _hairline(np.abs(np.degrees((turn + np.pi) % (2 * np.pi) - np.pi)), hair)
    height = low + (0.168 - low) * np.sin(share * np.pi / 2)
    back, front, wide = smooth(height).T
    lift = off * np.clip((height - 0.04) / 0.12, 0, 1)
    grow = off * min(1.0, 0.35 + share * 4)  # thin where it meets the skin
    c, s = np.cos(turn), np.sin(turn)
    x = (front + back) / 2 + np.sign(c) * np.abs(c) ** (2 / 2.2) * ((front - back) / 2 + grow)
    y = np.sign(s) * np.abs(s) ** (2 / 2.2) * (wide + grow)
    return np.asarray(bone.start + (np.column_stack([x, y, height + lift]) * size) @ bone.frame.T)


def _hairline(turn: Vector, hair: str) -> Vector:
    """Height of the hairline by the angle from the front: forehead, temple, over the ear, nape."""
    nape = {"crop": 0.024, "short": 0.004, "bun": 0.008, "bob": -0.046}[hair]
    if hair == "bob":
        return np.asarray(np.interp(turn, [0, 38, 58, 72, 110, 180], [0.122, 0.114, 0.074, nape + 0.012, nape, nape]))
    return np.asarray(
        np.interp(
            turn, [0, 35, 55, 72, 88, 103, 118, 180], [0.122, 0.116, 0.092, 0.056, 0.054, 0.062, nape + 0.01, nape]
        )
    )


def _ball(bone: Bone, local: Vector, radius: float, cloth: str) -> Piece:
    centre = bone.start + bone.frame @ local
    rings = [
        Ring(
            ellipse(
                centre + bone.frame @ (UP * radius * np.sin(a)),
                bone.frame[:, 0] * radius * np.cos(a),
                bone.frame[:, 1] * radius * np.cos(a),
                around=24,
            ),
            cloth,
        )
        for a in np.radians(np.linspace(-85, 85, 13))
    ]
    return loft("hair", "head", rings)
