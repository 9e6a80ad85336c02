"""The committed pictures are those that the poses and the generator make today, to the eye and in their words."""

import re
from collections.abc import Mapping

import pytest

from hipplan.figures.generator.figure import build
from hipplan.figures.generator.pose_files import read_poses
from hipplan.figures.generator.studio import figures_of, pictures, pose_files, svg_of
from hipplan.resources import resource
from measuring.likeness import unlike

FOLDER = resource("assets", "figures")


@pytest.fixture(scope="module")
def drawn() -> dict[str, str]:
    """Every picture drawn anew, by its key."""
    return dict(pictures(workers=2))


def stale(drawn: Mapping[str, str], kept: Mapping[str, str]) -> list[str]:
    """One line for each picture that is not as it should be, with the command that mends it."""
    again = "run python -m hipplan.figures"
    other = [key for key in drawn if key in kept and kept[key] != drawn[key]]
    differ = unlike([(key, kept[key]) for key in other], [(key, drawn[key]) for key in other]) if other else []
    lines = [f"{key}: differs from its pose; {again}" for key in differ]
    lines += [f"{key}: has no SVG file; {again}" for key in drawn if key not in kept]
    return lines + [f"{key}: belongs to no pose; delete assets/figures/{key}.svg" for key in kept if key not in drawn]


def test_every_picture_is_current(drawn: Mapping[str, str]) -> None:
    kept = {path.stem: path.read_bytes().decode("utf-8") for path in sorted(FOLDER.glob("*.svg"))}
    assert len(drawn) > 20  # five moves with three pictures and more
    assert stale(drawn, kept) == []


def test_a_stale_a_missing_and_an_orphan_picture_are_named() -> None:
    clam, squat = ((FOLDER / f"{key}.svg").read_text(encoding="utf-8") for key in ("clam-0-A", "squat-turn-0-A"))
    lines = stale({"same": clam, "old": squat, "gone": clam}, {"same": clam, "old": clam, "orphan": clam})
    assert [line.split(":")[0] for line in lines] == ["old", "gone", "orphan"]
    assert all("python -m hipplan.figures" in line for line in lines[:2])


def test_a_degree_or_another_word_makes_a_picture_stale_and_a_rounding_does_not() -> None:
    path = next(path for path in pose_files() if any(pose.key == "squat-turn-1-B" for pose in read_poses(path)))
    text = (FOLDER / "squat-turn-1-B.svg").read_text(encoding="utf-8")
    pose = next(pose for pose in read_poses(path) if pose.key == "squat-turn-1-B")
    spine = pose.spine.model_copy(update={"flex": pose.spine.flex + 1})
    bent = svg_of(build(pose.model_copy(update={"spine": spine})), figures_of(path))
    assert stale({"x": bent}, {"x": text})
    assert stale({"x": text.replace("<title>", "<title>Now ")}, {"x": text})
    rounded = re.sub(r"(?<= )-?\d+\.\d(?= [LCZ])", lambda found: f"{float(found[0]) + 0.1:.1f}", text, count=20)
    assert rounded != text
    assert not stale({"x": rounded}, {"x": text})
