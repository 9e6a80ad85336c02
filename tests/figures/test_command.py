from pathlib import Path

import pytest

from hipplan.figures.generator import studio
from hipplan.figures.generator.command import main

GOOD = """
id = "stand"
[[frame]]
name = "A"
left_leg = {plant = [0, 0.1], knee = 8}
right_leg = {plant = [0, -0.1]}
balance = ["left_leg", "right_leg"]
"""
OWL = "neck = {turn = 95}\n"


@pytest.fixture
def poses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(studio, "POSES", tmp_path)
    return tmp_path


def test_check_prints_each_finding_exits_1_and_draws_nothing(
    poses: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (poses / "stand.toml").write_text(GOOD + OWL, encoding="utf-8")
    assert main(["--check", "--to", str(tmp_path / "drawn")]) == 1
    assert capsys.readouterr().out == "stand-A: range: neck_turn: 95.0 degrees (-78 to 78)\n"
    assert not (tmp_path / "drawn").exists()


def test_check_exits_0_when_there_is_nothing_to_mend(poses: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (poses / "stand.toml").write_text(GOOD, encoding="utf-8")
    assert main(["--check"]) == 0
    assert "nothing to mend" in capsys.readouterr().out


def test_check_names_a_file_that_cannot_be_read_and_goes_on(poses: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (poses / "odd.toml").write_text(GOOD.replace("knee = 8", "knees = 8"), encoding="utf-8")
    (poses / "stand.toml").write_text(GOOD + OWL, encoding="utf-8")
    assert main(["--check"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("odd.toml: frame A: left_leg")
    assert lines[-1].startswith("stand-A: range")


def test_only_the_files_asked_for_are_checked(poses: Path) -> None:
    (poses / "stand.toml").write_text(GOOD, encoding="utf-8")
    (poses / "turn.toml").write_text(GOOD + OWL, encoding="utf-8")
    assert main(["stand", "--check"]) == 0
    assert main(["turn", "--check"]) == 1
