"""A figure that stands as nobody could object to, to be made worse by each test."""

from collections.abc import Callable

import pytest

from hipplan.figures.generator.pose import Pose

STANDING: dict[str, object] = {
    "name": "A",
    "key": "standing-A",
    "working": ("right_leg",),
    "camera": {"yaw": 30},
    "left_leg": {"plant": (0.0, 0.1), "knee": 8},
    "right_leg": {"plant": (0.0, -0.1)},
    "balance": ("left_leg", "right_leg"),
}


@pytest.fixture
def standing() -> Callable[..., Pose]:
    """The standing pose, with changes."""
    return lambda **changes: Pose.model_validate({**STANDING, **changes})
