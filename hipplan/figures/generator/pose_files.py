"""Pose files: frames inherit from the base or from another frame."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from hipplan.figures.generator.pose import LIMBS, Pose, PoseError

MODES = {"leg": ("plant", "hip", "meet"), "arm": ("to", "at", "aim", "shoulder")}
PARTS = ("pelvis", "spine", "neck", "left_shoulder", "right_shoulder", "camera", *LIMBS)


def read_poses(path: Path) -> tuple[Pose, ...]:
    """Every frame of a file, with what it inherits. Raises PoseError naming file, frame and key."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    frames: dict[str, dict[str, Any]] = {}
    common = {key: value for key, value in raw.items() if key not in {"id", "base", "frame"}}
    base = merged(common, raw.get("base", {}))
    for frame in raw.get("frame", []):
        parent = frames[frame["from"]] if "from" in frame else base
        own = {key: value for key, value in frame.items() if key != "from"}
        frames[frame["name"]] = merged(_inheritable(parent), own)
    return tuple(_checked(path, raw["id"], frame) for frame in frames.values())


def _inheritable(parent: dict[str, Any]) -> dict[str, Any]:
    """Arrows, ghosts and crosses belong to one frame alone."""
    return {key: value for key, value in parent.items() if key not in {"arrows", "ghost", "key", "cross", "icon"}}


def merged(parent: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """A limb that names its mode replaces the inherited one; any other table only changes what it names."""
    result = dict(parent)
    for key, value in own.items():
        if key in PARTS and isinstance(value, dict) and not _names_mode(key, value):
            result[key] = {**parent.get(key, {}), **value}
        else:
            result[key] = value
    return result


def _names_mode(key: str, table: Mapping[str, Any]) -> bool:
    return key in LIMBS and any(mode in table for mode in MODES[key.rsplit("_", 1)[1]])


def _checked(path: Path, family: str, frame: dict[str, Any]) -> Pose:
    frame.setdefault("key", f"{family}-{frame['name']}")
    try:
        return Pose.model_validate(frame)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise PoseError(f"{path.name}: frame {frame['name']}: {where}: {first['msg']}") from error
