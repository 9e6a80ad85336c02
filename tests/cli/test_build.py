import json
import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import Result
from pypdf import PdfReader

Run = Callable[..., Result]


def pages(data: bytes) -> int:
    return len(PdfReader(BytesIO(data)).pages)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_build_writes_a_workbook_and_says_what_is_in_it(run: Run, folder: Path) -> None:
    result = run("build", "--precautions", "fai")
    said = " ".join(result.stdout.split())
    assert result.exit_code == 0
    assert result.stderr == ""
    assert names(folder) == ["hip-plan.pdf"]
    assert f"Wrote hip-plan.pdf: {pages((folder / 'hip-plan.pdf').read_bytes())} pages, 4 weeks of 3 sessions" in said
    assert "minutes each, with one-leg hinge and reach, side lunge to one-leg reach, fire hydrant and clam." in said
    assert "Left out: Squat and turn. " in said
    assert "Strength takes longer." in said
    assert said.endswith('Print it, read "Before you start", and do the tests before session 1.')


def test_one_week_and_one_session_are_counted_as_one(run: Run) -> None:
    assert "1 week of 1 session, about" in run("build", "--weeks", "1", "--sessions", "1").stdout


def test_standard_output_gets_the_same_bytes_and_the_words_go_beside_it(run: Run, folder: Path) -> None:
    run("build")
    result = run("build", "-o", "-")
    assert result.stdout_bytes == (folder / "hip-plan.pdf").read_bytes()
    assert result.stderr.startswith("Wrote standard output: ")


def test_quiet_says_nothing_unless_something_is_wrong(run: Run) -> None:
    assert run("build", "--quiet").output == ""
    assert run("build", "--quiet", "--weeks", "0").stderr.startswith("Error: --weeks")


def test_the_same_programme_for_the_same_person_is_replaced(run: Run, folder: Path) -> None:
    run("build", "--name", "Sam Example")
    before = (folder / "hip-plan.pdf").stat().st_ino
    result = run("build", "--name", "Sam Example", "--paper", "letter")
    assert result.exit_code == 0
    assert (folder / "hip-plan.pdf").stat().st_ino != before


@pytest.mark.parametrize("other", [("--name", "Tom Example"), ("--weeks", "3", "--name", "Sam Example"), ()])
def test_another_person_or_programme_is_kept_unless_forced(other: tuple[str, ...], run: Run, folder: Path) -> None:
    run("build", "--name", "Sam Example")
    before = (folder / "hip-plan.pdf").read_bytes()
    result = run("build", *other)
    assert result.exit_code == 2
    assert result.stderr == (
        "Error: hip-plan.pdf: holds another programme, or another person's; "
        "name another file with -o, or add --force to replace it\n"
    )
    assert (folder / "hip-plan.pdf").read_bytes() == before
    assert run("build", *other, "--force").exit_code == 0
    assert (folder / "hip-plan.pdf").read_bytes() != before


@pytest.mark.parametrize("text", ["my thesis", "%PDF-1.7 cut off", ""])
def test_a_file_that_is_not_ours_is_kept_unless_forced(text: str, run: Run, folder: Path) -> None:
    (folder / "hip-plan.pdf").write_text(text)
    result = run("build")
    assert result.exit_code == 2
    assert result.stderr == (
        "Error: hip-plan.pdf: already there, and not one of our workbooks; "
        "name another file with -o, or add --force to replace it\n"
    )
    assert (folder / "hip-plan.pdf").read_text() == text
    assert run("build", "--force").exit_code == 0


def test_a_failure_while_writing_leaves_nothing(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = run("build")
    assert result.exit_code == 5
    assert "Error: hip-plan.pdf: cannot be written (No space left on device)" in result.stderr
    assert names(folder) == []


def test_a_letter_the_typeface_lacks_is_a_clear_error(run: Run, folder: Path) -> None:
    result = run("build", "--name", "\u65e5\u672c")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: name")
    assert names(folder) == []


def test_a_programme_that_nobody_edited_gives_the_same_workbook(run: Run, folder: Path) -> None:
    (folder / "p.json").write_text(run("plan", "--format", "json", "--weeks", "2").stdout)
    run("build", "--weeks", "2", "-o", "a.pdf")
    assert run("build", "--programme", "p.json", "-o", "b.pdf").exit_code == 0
    assert (folder / "a.pdf").read_bytes() == (folder / "b.pdf").read_bytes()


def test_people_and_paper_may_come_from_options_beside_a_programme(run: Run, folder: Path) -> None:
    (folder / "p.json").write_text(run("plan", "--format", "json", "--name", "Sam Example").stdout)
    people = ("--name", "Tom Example", "--paper", "letter", "--log-detail", "sides")
    assert run("build", "--programme", "p.json", *people, "-o", "a.pdf").exit_code == 0
    run("build", *people, "-o", "b.pdf")
    assert (folder / "a.pdf").read_bytes() == (folder / "b.pdf").read_bytes()


def test_an_edit_outside_the_ranges_needs_a_flag_and_is_told(run: Run, folder: Path) -> None:
    data = json.loads(run("plan", "--format", "json").stdout)
    data["weeks"][0]["sessions"][0]["prescriptions"][0]["reps"] = 7
    (folder / "p.json").write_text(json.dumps(data))
    refused = run("build", "--programme", "p.json")
    assert refused.exit_code == 2
    assert refused.stderr.startswith("Error: p.json: weeks[1].sessions[1].squat-turn.reps: should be 8 to 10 (got 7)")
    allowed = run("build", "--programme", "p.json", "--allow-outside")
    assert allowed.exit_code == 0
    assert "Outside the usual ranges: Squat and turn." in " ".join(allowed.stdout.split())
