"""A pose made flesh: skeleton, surfaces and what the checks ask of them."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from hipplan.figures.generator.flesh import flesh
from hipplan.figures.generator.mesh import Piece
from hipplan.figures.generator.pose import Pose
from hipplan.figures.generator.skeleton import Skeleton
from hipplan.figures.generator.solving import solve
from hipplan.figures.generator.things import spots, things


@dataclass(frozen=True, slots=True)
class Figure:
    """A posed body and its things. `pose` has the pelvis height that was found."""

    pose: Pose
    skeleton: Skeleton
    body: tuple[Piece, ...]
    things: tuple[Piece, ...]

    def lowest(self, name: str) -> float:
        """Height in metres of the lowest point of a part or of a whole limb."""
        return min(float(p.vertices[:, 2].min()) for p in self.body if name in {p.part, p.limb})


def build(pose: Pose) -> Figure:
    """Solve and dress a pose; one that rests on the ground is lowered onto it. Raises PoseError."""
    places = spots(pose)
    skeleton = solve(pose, places)
    if pose.ground:
        draft = flesh(pose, skeleton)
        under = min(float(p.vertices[:, 2].min()) for p in draft if {p.part, p.limb} & set(pose.ground))
        height = float(skeleton.bones["pelvis"].start[2]) - under
        pose = pose.model_copy(update={"pelvis": pose.pelvis.model_copy(update={"height": height}), "ground": ()})
        skeleton = solve(pose, places)
    return Figure(pose, skeleton, tuple(flesh(pose, skeleton)), tuple(things(pose, skeleton)))


def build_all(poses: Mapping[str, Pose]) -> dict[str, Figure]:
    """Figures by the name of their frame."""
    return {name: build(pose) for name, pose in poses.items()}


def mirrored(pose: Pose) -> Pose:
    """The same pose on the other side: left and right change places, and all that leans to the left leans right."""
    table = pose.model_dump(exclude_none=True)
    swapped = {_other(key): _flip(_other(key), value) for key, value in table.items()}
    swapped["side"] = "left" if pose.side == "right" else "right"
    return Pose.model_validate(swapped)


_NEGATED = {"roll", "yaw", "side", "twist", "turn", "facing"}
_SIDED = {"left", "right"}


def _other(word: str) -> str:
    for one, two in (("left", "right"), ("right", "left")):
        if word == one or word.startswith(one + "_"):
            return two + word[len(one) :]
    if word in {"chair_left", "chair_right"}:
        return "chair_right" if word.endswith("left") else "chair_left"
    return word


def _flip(key: str, value: object) -> object:
    """Swap the words, negate what leans, turn every y."""
    if isinstance(value, Mapping):
        if key in {"left_arm", "right_arm"} and "turn" in value:
            hand_turn = value["turn"]
            return {k: (hand_turn if k == "turn" else _flip_entry(k, v)) for k, v in value.items()}
        return {_other(k): _flip_entry(k, v) for k, v in value.items()}
    if isinstance(value, str):
        return _other(value)
    if isinstance(value, tuple | list) and all(isinstance(v, str) for v in value):
        return tuple(_other(v) for v in value)
    if isinstance(value, tuple | list):
        return tuple(_flip(key, v) for v in value)
    return value


def _flip_entry(key: str, value: object) -> object:
    if key in _NEGATED and isinstance(value, int | float):
        return -value
    if key in {"at", "plant", "fingers", "palm", "pole", "aim"} and isinstance(value, tuple | list):
        numbers = np.array(value, dtype=float)
        numbers[1] *= -1
        return tuple(numbers.tolist())
    if key == "offset" and isinstance(value, tuple | list):
        x, y, *z = value
        return (x, -y, *z)
    if key == "blocks" and isinstance(value, tuple | list):
        return tuple({k: _flip_entry(k, v) for k, v in dict(block).items()} for block in value)
    return _flip(key, value)
