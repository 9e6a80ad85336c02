"""Every pose file held to the checks, on both sides."""

from pathlib import Path

import pytest

from hipplan.figures.generator.checks import both_sides
from hipplan.figures.generator.pose_files import read_poses
from hipplan.figures.generator.studio import pose_files

FILES = pose_files()


def test_there_are_poses_to_check() -> None:
    assert len(FILES) >= 5  # at least one for each move


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_pose_file_has_no_findings_on_either_side(path: Path) -> None:
    poses = read_poses(path)
    assert poses
    assert [str(finding) for pose in poses for finding in both_sides(pose)] == []


def test_no_two_pictures_share_a_key() -> None:
    keys = [str(pose.key) for path in FILES for pose in read_poses(path)]
    assert sorted(keys) == sorted(set(keys))
