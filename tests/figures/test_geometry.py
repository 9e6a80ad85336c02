from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from hipplan.figures.generator.angles import joint_angles
from hipplan.figures.generator.checks import apart
from hipplan.figures.generator.figure import build
from hipplan.figures.generator.marks import _path, mark_places
from hipplan.figures.generator.mirroring import mirrored
from hipplan.figures.generator.pose import Pose
from hipplan.figures.generator.raster import View
from hipplan.figures.generator.skeleton import two_bones
from hipplan.figures.generator.solving import solve
from hipplan.figures.generator.things import spots
from hipplan.figures.generator.turning import about, about_x, about_y, about_z, between, bone_frame

Standing = Callable[..., Pose]
DEGREES = st.floats(-720, 720)
METRES = st.floats(-2, 2)
PLACES = st.tuples(METRES, METRES, METRES).map(np.array)
WAYS = PLACES.filter(lambda vector: float(np.linalg.norm(vector)) > 1e-3)
SMALL = st.floats(-40, 40)
one_pose = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # the fixture only makes poses


@given(start=PLACES, way=WAYS, pole=WAYS, lengths=st.tuples(st.floats(0.1, 0.6), st.floats(0.1, 0.6)))
def test_two_bones_keep_their_lengths(
    start: np.ndarray, way: np.ndarray, pole: np.ndarray, lengths: tuple[float, float]
) -> None:
    assume(np.linalg.norm(np.cross(way, pole)) > 1e-3 * np.linalg.norm(way) * np.linalg.norm(pole))
    far = float(np.linalg.norm(way))
    middle, short = two_bones(start, start + way, lengths, pole)
    assert np.linalg.norm(middle - start) == pytest.approx(lengths[0], abs=1e-6)
    assert short == pytest.approx(max(0.0, far - sum(lengths)))
    if abs(lengths[0] - lengths[1]) + 1e-5 < far < sum(lengths) - 1e-5:
        assert np.linalg.norm(start + way - middle) == pytest.approx(lengths[1], abs=1e-6)


@given(degrees=DEGREES, one=WAYS, other=WAYS)
def test_turning_matrices_are_orthonormal_and_right_handed(degrees: float, one: np.ndarray, other: np.ndarray) -> None:
    turns = [about_x(degrees), about_y(degrees), about_z(degrees), about(one, degrees)]
    for matrix in (*turns, between(one, other), bone_frame(one, other)):
        assert np.allclose(matrix.T @ matrix, np.eye(3), atol=1e-6)
        assert np.linalg.det(matrix) == pytest.approx(1.0, abs=1e-6)


@given(one=WAYS, other=WAYS)
@example(one=np.array([1.0, 0.0, 0.0]), other=np.array([-1.0, 0.0, 0.0]))
@example(one=np.array([0.0, 0.0, -1.0]), other=np.array([0.0, 0.0, 2.0]))
def test_between_takes_one_direction_to_the_other(one: np.ndarray, other: np.ndarray) -> None:
    turned = between(one, other) @ one / np.linalg.norm(one)
    assert np.allclose(turned, other / np.linalg.norm(other), atol=1e-6)


@one_pose
@given(
    hip=st.tuples(st.floats(-20, 120), st.floats(-25, 60), st.floats(-40, 45)),
    knee=st.floats(0, 140),
    ankle=st.floats(-50, 35),
    spine=st.tuples(SMALL, SMALL, SMALL),
    neck=st.tuples(SMALL, SMALL, SMALL),
)
def test_the_measured_angles_are_those_that_were_asked_for(
    standing: Standing,
    hip: tuple[float, ...],
    knee: float,
    ankle: float,
    spine: tuple[float, ...],
    neck: tuple[float, ...],
) -> None:
    trunk = {"spine": dict(zip(("flex", "side", "twist"), spine, strict=True))}
    trunk |= {"neck": dict(zip(("flex", "side", "turn"), neck, strict=True))}
    legs = {f"{side}_leg": {"hip": hip, "knee": knee, "ankle": (ankle,)} for side in ("left", "right")}
    pelvis = {"height": 1.0, "pitch": spine[0], "roll": neck[1], "yaw": hip[2]}
    angles = joint_angles(solve(standing(**trunk, **legs, pelvis=pelvis, balance=())))
    for side in ("left", "right"):
        names = ("hip_flexion", "hip_abduction", "hip_rotation", "knee_flexion", "ankle_dorsiflexion")
        for name, asked in zip(names, (*hip, knee, ankle), strict=True):
            assert angles[f"{side}_{name}"] == pytest.approx(asked, abs=1e-6)
    assert [angles[f"spine_{name}"] for name in ("flexion", "side", "twist")] == pytest.approx(spine, abs=1e-6)
    assert [angles["neck_flexion"], angles["neck_turn"]] == pytest.approx([neck[0], neck[2]], abs=1e-6)


@st.composite
def poses(draw: st.DrawFn) -> Pose:
    """Poses with everything in them that has a side."""
    small = st.floats(-0.2, 0.2)
    pair = st.tuples(small, small)
    table: dict[str, object] = {
        "name": "left",
        "side": draw(st.sampled_from(["left", "right"])),
        "working": draw(st.sampled_from([("left_leg",), ("right_arm", "left_leg")])),
        "excuse": ("overlap:chest/left_hand", "visible:right_leg"),
        "camera": {"yaw": draw(SMALL), "pitch": draw(SMALL)},
        "mat_size": (-0.5, 0.5, draw(st.floats(-0.9, -0.1)), 0.7),
        "cross_at": draw(pair),
        "mark_shift": {"left": draw(pair)},
        "pelvis": {"at": draw(pair), "pitch": draw(SMALL), "roll": draw(SMALL), "yaw": draw(SMALL)},
        "spine": {"flex": draw(SMALL), "side": draw(SMALL), "twist": draw(SMALL)},
        "neck": {"flex": draw(SMALL), "side": draw(SMALL), "turn": draw(SMALL)},
        "left_shoulder": {"out": draw(small), "up": draw(small)},
        "left_leg": {"plant": draw(pair), "toe_out": draw(SMALL), "knee": 20, "tilt": draw(SMALL)},
        "right_leg": {"hip": (draw(SMALL), draw(SMALL), draw(SMALL)), "knee": 30, "ankle": (5, draw(SMALL))},
        "left_arm": {"to": "chair_left", "turn": draw(SMALL), "offset": (draw(small), draw(small), 0.0)},
        "right_arm": {"shoulder": (draw(SMALL), 40, draw(SMALL)), "elbow": 20, "turn": draw(SMALL)},
        "props": {
            "chair": {"at": draw(pair), "facing": draw(SMALL)},
            "dumbbell": {"hand": "right"},
            "blocks": ({"kind": "step", "at": (0.1, draw(small), 0.0), "size": (0.1, 0.2, 0.1), "turn": draw(SMALL)},),
        },
        "arrows": ({"joint": "left_heel", "start": draw(pair), "end": draw(pair), "shift": draw(pair), "bend": 0.2},),
        "ghost": {"parts": ("left_leg",), "frame": "left"},
    }
    return Pose.model_validate(table)


@given(pose=poses())
def test_the_mirror_of_the_mirror_is_the_pose_itself(pose: Pose) -> None:
    assert mirrored(mirrored(pose)) == pose
    assert mirrored(pose) != pose
    assert mirrored(pose).name == pose.name


@given(pose=poses())
def test_the_skeleton_of_the_mirror_is_the_mirror_of_the_skeleton(pose: Pose) -> None:
    one, two = solve(pose, spots(pose)), solve(mirrored(pose), spots(mirrored(pose)))
    distances = apart(one, two)
    assert len(distances) == len(one.bones) > 15
    assert max(distances.values()) < 1e-9


def test_arrows_and_letters_of_the_mirror_are_mirrored(standing: Standing) -> None:
    arrows = (
        {"joint": "right_knee", "start": (0.1, 0.2), "end": (0.3, -0.1), "bend": 0.3},
        {"joint": "right_tip", "frame": "A", "about": "right_shoulder", "offset": 0.06, "shift": (0.05, 0.02)},
        {"joint": "left_heel", "frame": "A", "bend": -0.2, "trim": (0.1, 0.2)},
    )
    before = standing()
    pose = standing(
        arrows=arrows,
        mark_shift={"left": (7.0, 3.0)},
        right_arm={"aim": (0.3, -0.5, 1)},
        left_leg={"plant": (0.1, 0.2), "knee": 8},
    )

    def drawn(*, flip: bool) -> tuple[np.ndarray, dict[str, tuple[float, float]]]:
        first, last = (build(mirrored(one) if flip else one) for one in (before, pose))
        view = View.of(last.pose.camera)
        paths = [_path(arrow, last, {"A": first}, view) for arrow in last.pose.arrows]
        return np.concatenate(paths), mark_places(last, view)

    (path, letters), (other_path, other_letters) = drawn(flip=False), drawn(flip=True)
    assert np.allclose(path * [-1, 1], other_path)
    assert {*letters} == {"left", "right"}
    for one, two in (("left", "right"), ("right", "left")):
        assert np.allclose(np.array(letters[one]) * [-1, 1], other_letters[two])
