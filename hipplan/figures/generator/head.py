"""The head: skull, nose, ears, eyes, neck and hair, enough to show which way a face looks."""

import numpy as np
from scipy.interpolate import PchipInterpolator

from hipplan.figures.generator.body import body
from hipplan.figures.generator.mesh import Piece, Ring, ellipse, loft
from hipplan.figures.generator.pose import Look
from hipplan.figures.generator.skeleton import Bone, Skeleton
from hipplan.figures.generator.turning import UP, Vector

# height over the chin joint, back, front and half width, in metres

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


def head_pieces(look: Look, skeleton: Skeleton) -> list[Piece]:
    """All pieces of the head and the neck."""
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
