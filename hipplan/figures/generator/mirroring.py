"""The same pose on the other side: left and right change places, and all that leans to the left leans right."""

import re
from collections.abc import Mapping

from hipplan.figures.generator.pose import LIMBS, Pose

LEANS = {"roll", "yaw", "side", "twist", "turn", "facing", "bend", "back_view"}  # change their sign
SIDEWAYS = {"at": 1, "plant": 1, "fingers": 1, "palm": 1, "pole": 1, "aim": 1, "offset": 1}  # in the room: y
SIDEWAYS |= {"shift": 0, "start": 0, "end": 0, "cross_at": 0, "mark_shift": 0}  # on the picture: to the right
NAMES = {"name", "key", "frame"}  # of frames, whatever they are called
SIDED = re.compile(r"(?<![a-z])(left|right)(?![a-z])")


def mirrored(pose: Pose) -> Pose:
    """The mirror image of a pose; its mirror image is the pose again."""
    return Pose.model_validate(_table(pose.model_dump(exclude_none=True)))


def _table(table: Mapping[str, object]) -> dict[str, object]:
    return {other_side(key): _turned(key, value) for key, value in table.items()}


def _turned(key: str, value: object) -> object:
    if key in NAMES:
        return value
    if key in LIMBS and isinstance(value, Mapping):  # the turn of a hand is anatomical, the same on both sides
        return {**_table(value), **{k: v for k, v in value.items() if k == "turn"}}
    if isinstance(value, Mapping):
        return {other_side(k): _turned(key if key == "mark_shift" else k, v) for k, v in value.items()}
    if isinstance(value, str):
        return other_side(value)
    if isinstance(value, tuple | list):
        return _row(key, tuple(value))
    return -value if key in LEANS and isinstance(value, int | float) else value


def _row(key: str, row: tuple[object, ...]) -> tuple[object, ...]:
    if key == "mat_size":
        x0, x1, y0, y1 = (float(str(number)) for number in row)
        return (x0, x1, -y1, -y0)
    place = SIDEWAYS.get(key)
    if place is None:
        return tuple(_turned(key, entry) for entry in row)
    return tuple(-entry if at == place and isinstance(entry, int | float) else entry for at, entry in enumerate(row))


def other_side(word: str) -> str:
    """The same word of the other side."""
    return SIDED.sub(lambda found: "left" if found[0] == "right" else "right", word)
