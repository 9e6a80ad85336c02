import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
SURELY_PRIVATE = "Wilhelmina Quartermaine"

WRONG = [
    (("--weeks", "40"), 2, "Error: --weeks: should be at most 16 (got 40)"),
    (("--weeks", "four"), 2, "Error: --weeks: should be a whole number (got four)"),
    (("--equipment", "rowing-machine"), 2, "Error: --equipment: should be one of mini-band, dumbbell, kettlebell"),
    (("--skip", "clams"), 2, "did you mean clam?"),
    (("--sessions", "5"), 2, "Error: --sessions: should be at most 3 for a novice (got 5)"),
    (("--days", "mon,tue,wed"), 2, "Error: --days: should leave 48 hours"),
    (("--start", "30.11.2026"), 2, "Error: --start: should be a date such as 2026-11-30"),
    (("--precautions", "pain-high"), 2, "Error: no plan: fewer than two of the five moves are left"),
    (("--wekks", "4"), 2, "--weeks"),
    (("none.toml",), 5, "Error: none.toml: no such file"),
    ((".",), 5, "Error: .: a folder; name the preferences file inside it"),
    (("wrong.toml",), 2, "Error: wrong.toml: wekks: no such preference; did you mean weeks?"),
    (("table.toml",), 2, "Error: table.toml: [plan]: preferences are plain keys, not tables; move weeks above"),
    (("broken.toml",), 2, "Error: broken.toml: not valid TOML: "),
    (("binary.toml",), 5, "Error: binary.toml: a binary or UTF-16 file"),
    (("large.toml",), 5, "Error: large.toml: larger than 1 MB"),
]
ONLY_BUILD = [
    (("-o", "none/a.pdf"), 5, "Error: none/a.pdf: the folder none does not exist"),
    (("-o", "."), 5, "Error: .: a folder; name a file inside it, such as hip-plan.pdf"),
    (("-o", "binary.toml"), 2, "Error: binary.toml: already there, and not one of our workbooks; name another file"),
    (("--allow-outside",), 2, "Error: --allow-outside: only goes with --programme"),
    (("--programme", "none.json"), 5, "Error: none.json: no such file; check the name of the programme"),
    (("--programme", "binary.toml"), 5, "Error: binary.toml: a binary or UTF-16 file, not a programme"),
    (("--programme", "wrong.toml"), 2, "Error: wrong.toml: programme: cannot be read as JSON"),
    (("--programme", "p.json", "--weeks", "4"), 2, "Error: --weeks: cannot go with --programme, as p.json holds"),
    (("--programme", "p.json", "wrong.toml"), 2, "Error: wrong.toml: cannot go with --programme"),
]


@pytest.fixture(autouse=True)
def bad_files(folder: Path) -> None:
    (folder / "wrong.toml").write_text("wekks = 4\n")
    (folder / "table.toml").write_text("[plan]\nweeks = 4\n")
    (folder / "broken.toml").write_text("weeks 4\n")
    (folder / "binary.toml").write_bytes(b"%PDF\0\1\2")
    (folder / "large.toml").write_bytes(b"#" * 1_000_001)
    (folder / "p.json").write_text("{}")


@pytest.mark.parametrize(
    ("command", "words", "code", "line"),
    [("plan", *case) for case in WRONG] + [("build", *case) for case in WRONG + ONLY_BUILD],
)
def test_a_mistake_has_its_exit_code_one_clear_line_and_leaves_nothing(
    command: str,
    words: tuple[str, ...],
    code: int,
    line: str,
    *,
    run: Run,
    folder: Path,
) -> None:
    before = sorted(folder.iterdir())
    result = run(command, *words)
    assert result.exit_code == code
    assert line in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert sorted(folder.iterdir()) == before


def test_everything_wrong_is_said_at_once_and_a_file_problem_decides_the_exit_code(run: Run, folder: Path) -> None:
    (folder / "plan.toml").write_text("wekks = 4\nsessions = 9\n[people]\nname = 'Sam'\n")
    result = run("build", "plan.toml", "--paper", "a5", "--weeks", "0", "-o", "none/a.pdf")
    assert result.exit_code == 5
    assert [line.split(": should")[0] for line in result.stderr.splitlines()] == [
        "Error: none/a.pdf: the folder none does not exist; make it first or choose another",
        "Error: plan.toml: [people]: preferences are plain keys, not tables; move name above the first [ ] line",
        "Error: --weeks",
        "Error: plan.toml: sessions",
        "Error: --paper",
        "Error: plan.toml: wekks: no such preference; did you mean weeks?",
    ]


def test_a_file_problem_decides_the_exit_code_wherever_it_stands(run: Run) -> None:
    result = run("build", "none.toml", "-o", "wrong.toml")
    assert result.exit_code == 5
    taken, missing = result.stderr.splitlines()
    assert taken.startswith("Error: wrong.toml: already there")
    assert missing.startswith("Error: none.toml: no such file")


def test_a_missing_file_does_not_hide_what_is_wrong_with_the_options(run: Run) -> None:
    result = run("plan", "none.toml", "--weeks", "40", "--sessions", "5")
    lines = result.stderr.splitlines()
    assert result.exit_code == 5
    assert lines[0].startswith("Error: none.toml: no such file")
    assert lines[1].startswith("Error: --weeks: should be at most 16")
    assert len(lines) == 2, "5 sessions may be right for the level in the file"


def test_a_refused_plan_and_a_bad_output_are_said_together(run: Run) -> None:
    result = run("build", "--precautions", "pain-high", "-o", "none/a.pdf")
    assert result.exit_code == 5
    assert "the folder none does not exist" in result.stderr
    assert "Error: no plan: fewer than two of the five moves are left" in result.stderr


@pytest.mark.parametrize("key", ["name", "id", "clinician", "clinic", "phone", "emergency", "notes"])
@pytest.mark.parametrize("ending", ["\x07", " too long" * 100])
def test_what_a_person_wrote_is_never_in_an_error(key: str, ending: str, run: Run, folder: Path) -> None:
    option = run("build", f"--{key}", SURELY_PRIVATE + ending)
    (folder / "plan.toml").write_text(f"{key} = {json.dumps(SURELY_PRIVATE + ending)}\n")
    file = run("build", "plan.toml")
    for result in (option, file):
        assert result.exit_code == 2
        assert f"{key}: should" in result.stderr
        assert "Wilhelmina" not in result.output


def test_a_person_in_a_programme_is_never_in_an_error(run: Run, folder: Path) -> None:
    data = json.loads(run("plan", "--format", "json", "--name", SURELY_PRIVATE).stdout)
    data["preferences"]["name"] += "\x07"
    data["weeks"][0]["sessions"][0]["prescriptions"][0]["reps"] = 7
    (folder / "p.json").write_text(json.dumps(data))
    result = run("build", "--programme", "p.json")
    assert result.exit_code == 2
    assert "Wilhelmina" not in result.output


def test_a_bug_keeps_its_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def bug(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("hipplan.cli.plan.planned", bug)
    with pytest.raises(ZeroDivisionError):
        run("plan")
