"""The measured body: bones, profiles, ranges of motion and masses, from assets/poses/body.toml. Metres."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from hipplan.figures.generator.turning import Vector
from hipplan.resources import read_toml, resource

POSES = resource("assets", "poses")


@dataclass(frozen=True, slots=True)
class Bones:
    """Lengths and joint places; the pelvis lies in the middle between the hip joints."""

    hip_half: float
    thigh: float
    shank: float
    ankle_height: float
    heel_back: float
    toe_forward: float
    ball_forward: float
    lumbar_base: Vector
    lumbar: float
    shoulder_half: float
    shoulder_height: float
    neck_base: Vector
    neck: float
    upper_arm: float
    forearm: float
    hand: float


def body() -> dict[str, Any]:
    """The whole table of measures."""
    return read_toml("assets", "poses/body.toml")


@cache
def bones() -> Bones:
    """The skeleton's measures."""
    table = body()["bones"]
    measures: dict[str, Any] = {k: np.array(value) if isinstance(value, list) else value for k, value in table.items()}
    return Bones(**measures)


def profile(name: str) -> Vector:
    """Stations of a limb: share of the bone, forward and outward offset, forward and sideways radius."""
    return np.array(body()["profiles"][name], dtype=float)
