from collections.abc import Callable
from dataclasses import replace

import pytest

from hipplan.figures.generator import checks
from hipplan.figures.generator.body import bones
from hipplan.figures.generator.checks import OF_THE_BODY, OF_THE_VIEW, both_sides, findings, grey
from hipplan.figures.generator.figure import build
from hipplan.figures.generator.ink import COLOURS, MAT
from hipplan.figures.generator.pose import Pose, PoseError

Standing = Callable[..., Pose]
HANGING = {"hip": (0, 4, 0), "knee": 0}
BAD: dict[str, dict[str, object]] = {
    "range:neck_turn": {"neck": {"turn": 85}},
    "range:spine_twist": {"spine": {"twist": -60}},
    "range:right_hip_rotation": {"right_leg": {"plant": (0.0, -0.1), "toe_out": 56}},  # a planted leg has angles too
    "range:right_ankle_dorsiflexion": {
        "right_leg": {"hip": (40, 4, 0), "knee": 60, "ankle": (50,)},
        "balance": ("left_leg",),
    },
    "range:right_hip_abduction": {
        "right_leg": {"hip": (10, 65, 0)},
        "right_arm": {"aim": (0, -1, 0.3)},
        "balance": ("left_leg",),
    },
    "reach:right_arm": {"right_arm": {"at": (1.2, -0.3, 1.1)}},
    "floor:right_foot": {"right_leg": {**HANGING, "ankle": (-35,)}},
    "sole:right_ball": {"right_leg": {"plant": (0.0, -0.1), "height": 0.01}},
    "contact:right_hand": {"contact": ("right_hand",)},
    "balance": {"balance": (), "pelvis": {"at": (0.26, 0.0)}},
    "overlap:left_foot/right_foot": {"right_leg": {"plant": (0.0, 0.02)}},
    "overlap:chest/right_hand": {"right_arm": {"at": (0.03, -0.02, 1.25)}},
    "visible:left_leg": {"working": ("left_leg",), "camera": {"yaw": -90}},
    "visible:head": {
        "camera": {"yaw": 90},
        "working": ("left_leg",),
        "left_arm": {"aim": (0.0, 0.1, 1.0)},
        "look": {"limbs": 2.2},
    },
    "grey:hair": {"camera": {"pitch": 90}, "working": ("right_arm",), "right_arm": {"aim": (1, 0, 0)}},
}


def test_a_figure_that_stands_well_has_no_findings_on_either_side(standing: Standing) -> None:
    assert both_sides(standing()) == []


@pytest.mark.parametrize("word", BAD)
def test_each_check_finds_what_it_is_for_and_nothing_else(standing: Standing, word: str) -> None:
    found = findings(build(standing(**BAD[word])))
    assert {fault.check for fault in found} == {word.split(":", maxsplit=1)[0]}
    assert any(word in fault.words for fault in found), [str(fault) for fault in found]


def test_every_check_has_a_pose_that_breaks_it() -> None:
    broken_below = {"length", "mirror"}  # no pose can break these two
    assert {word.split(":")[0] for word in BAD} | broken_below == {*OF_THE_BODY, *OF_THE_VIEW}


def test_a_bone_of_another_length_is_found(standing: Standing, monkeypatch: pytest.MonkeyPatch) -> None:
    figure = build(standing())
    monkeypatch.setattr(checks, "bones", lambda: replace(bones(), thigh=0.43))
    assert [fault.limb for fault in findings(figure)] == ["left_thigh", "right_thigh"]


def test_a_mirror_that_forgets_a_sign_is_found(standing: Standing, monkeypatch: pytest.MonkeyPatch) -> None:
    figure = build(standing(neck={"turn": 20}))
    monkeypatch.setattr(checks, "mirrored", lambda pose: pose)
    assert "mirror:head" in {word for fault in findings(figure) for word in fault.words}


def test_a_wide_hip_is_fine_once_it_is_well_bent(standing: Standing) -> None:
    def ranges_broken(flexion: float) -> set[str]:
        leg = {"hip": (flexion, 68, 0), "knee": 90}
        found = findings(build(standing(right_leg=leg)))
        return {fault.limb for fault in found if fault.check == "range"}

    assert ranges_broken(50) == {"right_hip_abduction"}
    assert ranges_broken(70) == set()


def test_a_foot_may_stand_on_a_step_of_its_height(standing: Standing) -> None:
    step = {"kind": "step", "at": (0.07, -0.1, 0.06), "size": (0.4, 0.16, 0.12)}
    leg = {"plant": (0.0, -0.1), "height": 0.12}
    assert both_sides(standing(right_leg=leg, props={"blocks": (step,)})) == []
    assert {fault.check for fault in findings(build(standing(right_leg=leg)))} == {"sole"}


def test_a_hand_that_only_points_reaches_nothing(standing: Standing) -> None:
    assert both_sides(standing(right_arm={"at": (1.2, -0.3, 1.1), "toward": True})) == []


def test_a_hand_may_lie_on_what_it_touches(standing: Standing) -> None:
    on_chest = {"to": "chest", "offset": (0.1, 0.0, 0.0), "palm": (-1, 0, 0), "fingers": (0, 1, 0.3)}
    touching = findings(build(standing(right_arm=on_chest)))
    assert "overlap:chest/right_hand" not in {word for fault in touching for word in fault.words}


def test_a_chair_under_the_hand_widens_the_support(standing: Standing) -> None:
    leaning = {"balance": (), "pelvis": {"at": (0.26, 0.0)}}
    chair = {"at": (0.75, -0.25), "facing": 180.0}
    hand = {"to": "chair_back", "palm": (0, 0, -1), "fingers": (1, 0, 0)}
    assert any(f.check == "balance" for f in findings(build(standing(**leaning))))
    held = findings(build(standing(**leaning, props={"chair": chair}, right_arm=hand)))
    assert not any(fault.check == "balance" for fault in held)


@pytest.mark.parametrize("excuse", ["contact", "contact:right_hand"])
def test_a_pose_may_excuse_what_it_is_meant_to_break(standing: Standing, excuse: str) -> None:
    assert both_sides(standing(contact=("right_hand",), excuse=(excuse,))) == []


def test_an_excuse_for_nothing_is_a_finding(standing: Standing) -> None:
    assert [str(fault) for fault in findings(build(standing(excuse=("visible:head",))))] == [
        "standing-A: excuse: visible:head: excuses nothing (take it out)"
    ]


def test_a_finding_names_picture_check_limb_value_and_limit(standing: Standing) -> None:
    found = findings(build(standing(neck={"turn": 85})))
    assert [str(fault) for fault in found] == ["standing-A: range: neck_turn: 85.0 degrees (-78 to 78)"]


@pytest.mark.parametrize(
    "changes",
    [{"pelvis": {"height": 0.9}}, {"left_leg": {"plant": (0.0, 0.1)}}, {"ground": ("left_foot",)}],
    ids=["two sources", "no source", "knee and ground"],
)
def test_the_height_of_the_pelvis_has_exactly_one_source(standing: Standing, changes: dict[str, object]) -> None:
    with pytest.raises(PoseError, match="one source"):
        build(standing(**changes))


def test_the_accent_is_the_darkest_colour_that_covers_much(standing: Standing) -> None:
    large = ("skin", "shirt", "shorts", "legging", "helper", "thing", "thing-light", "pillow")
    assert all(grey(COLOURS[name]) > grey(COLOURS["accent"]) for name in large)
    assert grey(MAT) > grey(COLOURS["accent"])
    assert both_sides(standing()) == []
