"""Things beside the body: chair, dumbbell, kettlebell, loop band, step, towel, pillow, table and wall."""

from collections.abc import Mapping
from itertools import pairwise

import numpy as np
from scipy.spatial import ConvexHull

from hipplan.figures.generator.mesh import MATERIALS, Piece, Ring, box, ellipse, loft, tube
from hipplan.figures.generator.pose import Band, Block, Chair, Pose, Weight
from hipplan.figures.generator.skeleton import Bone, Skeleton
from hipplan.figures.generator.turning import UP, Matrix, Vector, about_z, unit

SEAT, BACK_HIGH = 0.42, 0.45  # width and depth of the seat; height of the back over it
BAND_WIDE = 0.064  # radius of a band round a thigh
UPRIGHT = 0.35  # a thumb that points up so far holds a kettlebell by the side of its handle
SOFT = {"towel": "towel", "pillow": "pillow", "step": "thing-light", "table": "thing-light", "wall": "thing-light"}


def spots(pose: Pose) -> Mapping[str, tuple[Vector, Matrix]]:
    """Places on things where a hand can go."""
    if not pose.props.chair:
        return {}
    chair = pose.props.chair
    turn = about_z(chair.facing)
    origin = np.array([*chair.at, 0.0])
    top = np.array([-SEAT / 2, 0.0, chair.height + BACK_HIGH])
    return {
        "chair_back": (origin + turn @ top, turn),
        "chair_left": (origin + turn @ (top + [0.0, SEAT / 2 - 0.05, 0.0]), turn),
        "chair_right": (origin + turn @ (top - [0.0, SEAT / 2 - 0.05, 0.0]), turn),
        "chair_seat": (origin + turn @ np.array([0.0, 0.0, chair.height]), turn),
    }


def things(pose: Pose, skeleton: Skeleton) -> list[Piece]:
    """All pieces that are not body."""
    props = pose.props
    pieces: list[Piece] = []
    if props.chair:
        pieces += _chair(props.chair)
    if props.dumbbell:
        pieces += _dumbbell(*_held(props.dumbbell, skeleton))
    if props.kettlebell:
        pieces += _kettlebell(*_held(props.kettlebell, skeleton))
    if props.band:
        pieces.append(_band(props.band, skeleton, pose.look.limbs))
    for number, block in enumerate(block for block in props.blocks if block.kind != "wall"):  # walls: drawing.py
        pieces += _table(block, number) if block.kind == "table" else [_block(block, number)]
    return pieces


def _chair(chair: Chair) -> list[Piece]:
    """Seat, four legs, two posts and a back rail."""
    turn = about_z(chair.facing)
    origin = np.array([*chair.at, 0.0])
    half, leg = SEAT / 2, 0.034

    def part(x: float, y: float, z: float, size: tuple[float, float, float], name: str, light: str = "thing") -> Piece:
        return box(name, f"chair-{name}", (origin + turn @ np.array([x, y, z]), turn), size, material=light)

    pieces = [part(0, 0, chair.height - 0.02, (SEAT, SEAT, 0.04), "seat", "thing-light")]
    inner = half - leg / 2
    for x in (-inner, inner):
        for y in (-inner, inner):
            high = chair.height - 0.04
            pieces.append(part(x, y, high / 2, (leg, leg, high), "leg"))
    pieces += [part(-inner, y, chair.height + BACK_HIGH / 2, (leg, leg, BACK_HIGH), "post") for y in (-inner, inner)]
    rail = (0.026, SEAT - leg, 0.20)
    pieces.append(part(-inner, 0, chair.height + BACK_HIGH - 0.11, rail, "rail", "thing-light"))
    return pieces


def _grip(hand: Bone) -> Vector:
    """The middle of a closed fist."""
    return np.asarray(hand.start + hand.frame @ np.array([0.0, 0.0, -0.062]))


def _held(weight: Weight, skeleton: Skeleton) -> tuple[Vector, Vector]:
    """The middle of a handle and its way: along the thumb, or in the middle between both hands."""
    hand = skeleton.bones[f"{weight.hand}_hand"]
    if not weight.both:
        return _grip(hand), hand.frame[:, 0]
    other = skeleton.bones[f"{'left' if weight.hand == 'right' else 'right'}_hand"]
    return (_grip(hand) + _grip(other)) / 2, unit(hand.frame[:, 0] + other.frame[:, 0])


def _dumbbell(middle: Vector, along: Vector) -> list[Piece]:
    bar = tube("bar", "weight", (middle - along * 0.075, middle + along * 0.075), 0.015)
    heads = [
        tube("head", "weight", (middle + way * along * 0.052, middle + way * along * 0.108), 0.044) for way in (-1, 1)
    ]
    return [bar, *heads]


def _kettlebell(middle: Vector, along: Vector) -> list[Piece]:
    """Hangs plumb under the hand, or between two hands that hold it by the sides of its handle."""
    level = along - UP * along[2]
    along = unit(level) if np.linalg.norm(level) > UPRIGHT else np.array([0.0, 1.0, 0.0])
    other = np.cross(UP, along)
    ball_at = middle - UP * 0.115
    rings = [
        Ring(
            ellipse(ball_at + UP * 0.066 * np.sin(a), along * 0.072 * np.cos(a), other * 0.072 * np.cos(a), around=32),
            "thing",
        )
        for a in np.radians(np.linspace(-62, 85, 14))
    ]
    arc = [middle + along * 0.052 * np.cos(a) + UP * 0.018 * np.sin(a) for a in np.radians(np.linspace(0, 180, 8))]
    feet = [ball_at + UP * 0.045 + along * 0.050, *arc, ball_at + UP * 0.045 - along * 0.050]
    handle = [tube("handle", "weight", pair, 0.012) for pair in pairwise(feet)]
    return [loft("ball", "weight", rings), *handle]


def _band(band: Band, skeleton: Skeleton, grow: float) -> Piece:
    """A stretched loop: the hull round both thighs, in planes across them."""
    thighs = [skeleton.bones[f"{side}_thigh"] for side in ("left", "right")]
    half = 0.026
    low, high = [_loop(thighs, band.t + way * half / 0.42, BAND_WIDE * grow - way * band.flare / 2) for way in (1, -1)]
    order = ConvexHull(_flat(np.concatenate(low), thighs)).vertices
    rows = [np.concatenate(part)[order] for part in (low, high)]
    count = len(order)
    here, following = np.arange(count), (np.arange(count) + 1) % count
    triangles = np.concatenate(
        [
            np.column_stack([here, following, following + count]),
            np.column_stack([here, following + count, here + count]),
        ]
    )
    total = len(triangles)
    return Piece(
        "band",
        "band",
        np.concatenate(rows),
        triangles,
        np.full(total, MATERIALS.index("band")),
        np.zeros(total, dtype=bool),
        np.zeros(total, dtype=int),
    )


def _loop(thighs: list[Bone], share: float, radius: float) -> list[Vector]:
    return [ellipse(t.at(share), t.frame[:, 0] * radius, t.frame[:, 1] * radius, around=40) for t in thighs]


def _flat(points: Vector, thighs: list[Bone]) -> Vector:
    """Coordinates across both thighs."""
    along = unit(sum((unit(t.end - t.start) for t in thighs), start=np.zeros(3)))
    apart = thighs[0].end - thighs[1].end
    apart = unit(apart - along * (apart @ along))
    return np.asarray(np.column_stack([points @ apart, points @ np.cross(along, apart)]))


def _block(block: Block, number: int) -> Piece:
    frame = (np.array(block.at), about_z(block.turn))
    if block.kind in {"pillow", "towel"}:
        return _cushion(block, frame, number)
    return box(block.kind, f"{block.kind}-{number}", frame, block.size, material=SOFT[block.kind])


def _table(block: Block, number: int) -> list[Piece]:
    """A top on four legs; the size of the block is that of the whole table."""
    turn, top, leg = about_z(block.turn), 0.05, 0.045
    x, y, z = block.size
    middle = np.array(block.at)
    name = f"table-{number}"
    surface = (middle + UP * (z - top) / 2, turn)
    pieces = [box("table", f"{name}-top", surface, (x, y, top), material=SOFT["table"])]
    for fore in (-1, 1):
        for side in (-1, 1):
            foot = np.array([fore * (x / 2 - 0.04), side * (y / 2 - 0.04), -top / 2])
            size = (leg, leg, z - top)
            pieces.append(box("leg", f"{name}-leg", (middle + turn @ foot, turn), size, material=SOFT["table"]))
    return pieces


def _cushion(block: Block, frame: tuple[Vector, Matrix], number: int) -> Piece:
    """A soft box: superellipses along its length, thin at both ends."""
    origin, turn = frame
    x, y, z = (half / 2 for half in block.size)
    rings = []
    for share in np.sin(np.radians(np.linspace(-88, 88, 17))):
        grow = (1 - abs(share) ** 4) ** 0.25
        centre = origin + turn @ np.array([share * x, 0.0, 0.0])
        points = ellipse(centre, turn[:, 1] * y * grow**0.4, turn[:, 2] * z * grow, power=2.8, around=32)
        rings.append(Ring(points, SOFT[block.kind]))
    return loft(block.kind, f"{block.kind}-{number}", rings)
