import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfWriter

from hipplan import __version__
from hipplan.checking.answer import answer_json, listed_pages, read_answer
from hipplan.checking.guarded import check
from hipplan.checking.inspection import inspect
from hipplan.cli import main
from hipplan.cli.check_table import check_table

Run = Callable[..., Result]
ROW = {"key": str, "what": str, "found": str, "limit": str, "result": str, "pages": list}
ANSWER = {"passed": bool, "ours": bool, "programme": str, "version": str, "print": str, "rows": list}
PRIVATE = "Wilhelmina Quartermaine"


@pytest.fixture
def plan(run: Run, folder: Path) -> Path:
    run("build", "--name", PRIVATE, "--quiet")
    return folder / "hip-plan.pdf"


def test_the_table_has_a_line_for_every_row_and_sums_up(run: Run, plan: Path) -> None:
    result = run("check", plan.name)
    answer = inspect(plan.read_bytes())
    assert (result.exit_code, answer.passed) == (0, True)
    assert result.stderr == ""
    lines = result.stdout.splitlines()
    assert lines[0] == f"hip-plan.pdf: programme {answer.programme}. Limits are those of standard print."
    for row in answer.rows:
        [line] = [line for line in lines if line.startswith(f"{row.result:<11} {row.what:<16} ")]
        assert row.found[:20] in line
    assert lines[-1] == "Nothing fails."
    assert max(map(len, lines)) <= 80


def test_json_says_the_same_in_a_shape_that_stays(run: Run, plan: Path) -> None:
    result = run("check", plan.name, "--format", "json")
    data = json.loads(result.stdout)
    assert {key: type(value) for key, value in data.items()} == ANSWER
    assert len(data["rows"]) == 13
    for row in data["rows"]:
        assert {key: type(value) for key, value in row.items()} == ROW
        assert row["result"] in {"ok", "fails", "not checked"}
        assert re.fullmatch(r"[a-z0-9-]+", row["key"])
    assert len({row["key"] for row in data["rows"]}) == 13
    assert data["passed"] is (result.exit_code == 0)
    assert data["passed"] is not any(row["result"] == "fails" for row in data["rows"])
    assert (data["ours"], data["version"], data["print"]) == (True, __version__, "standard")


def test_the_answer_of_the_other_process_is_the_answer_of_this_one(plan: Path) -> None:
    data = plan.read_bytes()
    answer = inspect(data)
    assert check(data) == answer == read_answer(json.dumps(answer_json(answer)))


def test_what_fails_gives_exit_code_1_and_what_does_not_gives_0(
    run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stranger = PdfWriter(clone_from=plan)
    stranger.add_metadata({"/Keywords": "hip"})
    stranger.write(plan)
    result = run("check", plan.name)
    assert result.exit_code == 1
    assert "not one of our workbooks. Limits" in result.stdout
    assert re.search(r"^Fails: Programme\b", result.stdout, re.MULTILINE)
    answer = inspect(plan.read_bytes())
    passing = replace(answer, rows=tuple(row for row in answer.rows if row.result != "fails"))
    monkeypatch.setattr("hipplan.cli.check.check", lambda _: passing)
    assert run("check", plan.name).exit_code == 0
    assert "\nNothing fails.\nNot checked: Footers, Write-in boxes.\n" in run("check", plan.name).stdout


def test_standard_input_is_read(run: Run, plan: Path) -> None:
    piped = CliRunner().invoke(main, ["check", "-"], input=plan.read_bytes())
    named = run("check", plan.name)
    assert piped.exit_code == named.exit_code
    assert piped.stdout.splitlines()[1:] == named.stdout.splitlines()[1:]
    assert piped.stdout.startswith("-: programme ")


def test_nothing_that_is_said_of_the_person_is_shown(run: Run, plan: Path) -> None:
    assert PRIVATE.encode("utf-16-be") in plan.read_bytes() or PRIVATE.encode() in plan.read_bytes()
    for shape in ("table", "json"):
        assert "Wilhelmina" not in run("check", plan.name, "--format", shape).output
    plan.write_bytes(plan.read_bytes()[:-300])
    assert "Wilhelmina" not in run("check", plan.name).output


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("none.pdf", "Error: none.pdf: no such file; check the name of the PDF\n"),
        (".", "Error: .: a folder; name the PDF inside it\n"),
        ("text.pdf", "Error: text.pdf: not a PDF; check the name\n"),
        ("cut.pdf", "Error: cut.pdf: cut off or damaged; make it again, or copy it again from where it came\n"),
    ],
)
@pytest.mark.parametrize("shape", ["table", "json"])
def test_a_file_that_cannot_be_checked_gives_one_line(
    name: str, line: str, shape: str, *, run: Run, plan: Path
) -> None:
    (plan.parent / "text.pdf").write_text("hip")
    (plan.parent / "cut.pdf").write_bytes(plan.read_bytes()[:-300])
    result = run("check", name, "--format", shape)
    assert (result.exit_code, result.stdout, result.stderr) == (5, "", line)


def test_a_missing_name_is_wrong_usage(run: Run) -> None:
    result = run("check")
    assert result.exit_code == 2
    assert "FILE.pdf" in result.stderr


def test_the_file_is_not_changed_and_nothing_else_is_written(run: Run, plan: Path) -> None:
    before = {path: path.read_bytes() for path in plan.parent.iterdir()}
    run("check", plan.name)
    assert {path: path.read_bytes() for path in plan.parent.iterdir()} == before


def test_pages_are_named_shortly() -> None:
    assert [listed_pages(range(1, count + 1)) for count in (0, 1, 2, 4, 5, 60)] == [
        "",
        "page 1",
        "pages 1 and 2",
        "pages 1, 2, 3 and 4",
        "pages 1, 2, 3 and 2 more",
        "pages 1, 2, 3 and 57 more",
    ]


def test_pages_that_fail_stand_in_the_table(plan: Path) -> None:
    answer = inspect(plan.read_bytes())
    row = type(answer.rows[0])(key="a", what="A", found="b", limit="c", result="fails", pages=(2, 9))
    text = check_table(type(answer)(ours=False, programme="", version="", print="", rows=(row,)), "x.pdf")
    assert "fails       A                b (pages 2 and 9)             c" in text
    assert text.startswith("x.pdf: not one of our workbooks.\n")
