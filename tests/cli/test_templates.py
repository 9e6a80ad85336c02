import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from pypdf import PdfReader

from hipplan.workbook.template import SHIPPED

Run = Callable[..., Result]
OURS = 'name = "ours"\ndescription = "Safety and weeks."\npages = ["before", "weeks"]\n'


def test_the_templates_are_listed_with_their_pages(run: Run) -> None:
    text = run("templates").stdout
    blocks = [block.splitlines() for block in text.strip().split("\n\n")]
    assert [block[0].split(":")[0] for block in blocks] == list(SHIPPED)
    assert blocks[1][0] == "handout: about 8 pages for 4 weeks, 17 in large print"
    assert blocks[2][0] == "fridge: about 1 page for 4 weeks, 1 in large print"
    assert "    Pages: before, moves-short, weeks-no-spare." in blocks[1]
    assert max(map(len, text.splitlines())) <= 80


def test_the_templates_are_listed_as_json(run: Run) -> None:
    facts = json.loads(run("templates", "--format", "json").stdout)
    assert [fact["template"] for fact in facts] == list(SHIPPED)
    assert {fact["template"]: fact["pages_for_4_weeks"] for fact in facts}["log"] == 5
    assert set(facts[0]) == {
        "template",
        "name",
        "description",
        "pages",
        "theme",
        "pages_for_4_weeks",
        "pages_for_4_weeks_in_large_print",
    }


def test_a_file_is_checked_by_naming_it(run: Run, folder: Path) -> None:
    (folder / "ours.toml").write_text(OURS)
    assert run("templates", "ours.toml").stdout.startswith(
        "ours.toml (ours): about 6 pages for 4 weeks, 14 in large print\n"
    )


@pytest.mark.parametrize(("template", "pages"), [("handout", 8), ("fridge", 1), ("log", 5), ("ours.toml", 6)])
def test_a_template_decides_the_pages(run: Run, folder: Path, template: str, pages: int) -> None:
    (folder / "ours.toml").write_text(OURS)
    result = run("build", "--template", template, "-o", "out.pdf")
    assert result.exit_code == 0
    assert f"Wrote out.pdf: {pages} page" in result.stdout
    assert "do the tests" not in result.stdout
    assert len(PdfReader(folder / "out.pdf").pages) == pages


def test_another_template_of_the_same_plan_replaces_the_file_and_another_plan_does_not(run: Run, folder: Path) -> None:
    assert run("build", "-o", "out.pdf").exit_code == 0
    assert run("build", "--template", "fridge", "-o", "out.pdf").exit_code == 0
    assert len(PdfReader(folder / "out.pdf").pages) == 1
    refused = run("build", "--template", "fridge", "--weeks", "5", "-o", "out.pdf")
    assert refused.exit_code == 2
    assert "out.pdf: holds another programme" in refused.stderr


def test_a_wrong_name_names_the_near_one_beside_other_faults(run: Run) -> None:
    result = run("build", "--template", "handuot", "--weeks", "40")
    assert result.exit_code == 2
    assert "--template: should be one of workbook, handout, fridge, log (got handuot); did you mean handout?" in (
        result.stderr
    )
    assert "--weeks: should be at most 16" in result.stderr
    assert run("templates", "x" * 300).exit_code == 2


@pytest.mark.parametrize(
    ("data", "told", "code"),
    [
        (None, "no such file; check the name of the template", 5),
        (b"#" * 1_000_001, "larger than 1 MB, so not a template", 5),
        (b"\0PDF", "a binary or UTF-16 file, not a template", 5),
        (b"\xff\xff", "not UTF-8 text", 5),
        (b"pages = [", "not valid TOML", 2),
        (OURS.replace("weeks", "wekes").encode(), "(got wekes); did you mean weeks?", 2),
    ],
)
@pytest.mark.parametrize("command", [("templates",), ("build", "--template")])
def test_a_file_that_is_no_template_is_one_clear_line(
    run: Run, folder: Path, command: tuple[str, ...], data: bytes | None, told: str, code: int
) -> None:
    if data is not None:
        (folder / "bad.toml").write_bytes(data)
    result = run(*command, "bad.toml")
    assert result.exit_code == code
    lines = result.stderr.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("Error: bad.toml: ")
    assert told in lines[0]
    assert not (folder / "hip-plan.pdf").exists()


def test_a_folder_is_no_template(run: Run, folder: Path) -> None:
    (folder / "ours").mkdir()
    assert "a folder; name the template inside it" in run("build", "--template", "ours").stderr


ELSEWHERE = 'Print it, to go with "Before you start" of a workbook or a handout: that is read before session 1.'
WITHIN = 'Print it, and read "Before you start" before session 1.'


@pytest.mark.parametrize(("template", "after"), [("handout", WITHIN), ("fridge", ELSEWHERE), ("log", ELSEWHERE)])
def test_what_is_done_next_is_in_the_file_or_said_to_be_elsewhere(run: Run, template: str, after: str) -> None:
    said = " ".join(run("build", "--template", template).stdout.split())
    assert said.endswith(f"Strength takes longer. {after}")
