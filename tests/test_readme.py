"""The README shows what the program really does. Run as a script, it writes the made parts again."""

import re
import shlex
import tomllib
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import pytest
from click.testing import CliRunner, Result

from hipplan.batch.starter import starter_roster
from hipplan.cli import main
from hipplan.errors import ExitCode
from hipplan.plan.preferences import Precaution, Preferences, parse_preferences
from hipplan.preference_guide import GROUPS, entries

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
WRONG_ROW = "A-20,Kim Example,40,3,,,,,,,,,\n"
_PART = re.compile(r"<!-- made: (?P<name>[^>]+) -->\n.*?<!-- end -->", re.DOTALL)


def run(*words: str) -> Result:
    runner = CliRunner(env={"COLUMNS": "80"})
    return runner.invoke(main, words, prog_name="hipplan", catch_exceptions=False)


def shown(command: str) -> str:
    with TemporaryDirectory() as folder, chdir(folder):
        if "hip-plan.pdf" in command:
            run("build")
        Path("roster.csv").write_text(starter_roster() + WRONG_ROW, encoding="utf-8")
        return f"```console\n$ hipplan {command}\n{run(*command.split()).output.rstrip()}\n```"


def preference_tables() -> str:
    tables = []
    for group, title in GROUPS.items():
        rows = [f"| {title} | default | what it is |", "| --- | --- | --- |"]
        rows += [
            f"| `{entry.key}` | {entry.default or ''} | {entry.description.replace('|', chr(92) + '|')} |"
            for entry in entries()
            if entry.group == group
        ]
        tables.append("\n".join(rows))
    return "\n\n".join(tables)


def made(name: str) -> str:
    return preference_tables() if name == "preferences" else shown(name)


def current(text: str) -> str:
    return _PART.sub(lambda part: f"<!-- made: {part['name']} -->\n{made(part['name'])}\n<!-- end -->", text)


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def command_lines() -> list[str]:
    return [line for block in blocks("sh") for line in block.splitlines()]


def test_the_made_parts_are_what_the_program_says() -> None:
    text = README.read_text(encoding="utf-8")
    assert [part["name"] for part in _PART.finditer(text)] == [
        "check hip-plan.pdf",
        "batch --example",
        "batch roster.csv -o workbooks",
        "plan",
        "preferences",
        "build --help",
    ]
    assert text == current(text), "run: python tests/test_readme.py"
    assert all(f"| `{key}` |" in text for key in Preferences.model_fields)


def test_the_first_two_command_lines_build_a_workbook_and_run_the_checks() -> None:
    build, check = command_lines()[:2]
    assert build == "python3 -m venv .venv && .venv/bin/python -m pip install --quiet . && .venv/bin/hipplan build"
    assert check.startswith("python3 -m venv .venv-dev && ")
    assert check.endswith(" && .venv-dev/bin/python tests/check.py")
    assert not re.search(r"^\$? *(hipplan|python3)", README.read_text().split("```sh")[0], re.MULTILINE)


def test_ci_runs_exactly_the_command_of_the_readme() -> None:
    ours = [line for line in (ROOT / ".ci" / "run").read_text().splitlines() if line and line[0] != "#"]
    assert ours == ["set -euo pipefail", 'cd "$(dirname "$0")/.."', command_lines()[1]]


def test_the_recipes_work_in_the_order_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    [file] = blocks("toml")
    (tmp_path / "sam.toml").write_text(file)
    recipes = [line for line in command_lines() if line.startswith("hipplan ")]
    assert len(recipes) >= 8
    for line in recipes:
        command, _, target = line.partition("  #")[0].strip().partition(" > ")
        result = run(*shlex.split(command)[1:])
        assert result.exit_code == 0, f"{line}: {result.stderr}"
        if target:
            Path(target).write_text(result.stdout)
    assert (tmp_path / "edited.pdf").is_file()


def test_the_preferences_file_of_the_readme_is_right() -> None:
    [file] = blocks("toml")
    parse_preferences(tomllib.loads(file))


def test_every_command_is_in_the_readme() -> None:
    text = README.read_text()
    listed = run("--help").stdout.split("\nCommands:\n")[1].split("\n\n")[0]
    commands = re.findall(r"^  (\w+)", listed, re.MULTILINE)
    assert len(commands) == 10
    assert [command for command in commands if f"hipplan {command}" not in text] == []


def test_the_precautions_are_counted_right() -> None:
    assert f"{len(get_args(Precaution))} precautions" in README.read_text()


def test_the_exit_codes_of_today_are_told() -> None:
    table = README.read_text().split("## Exit codes\n\n")[1].split("\n\n")[0]
    told = re.findall(r"^\| (\d)", table, re.MULTILINE)
    assert told == [f"{code:d}" for code in ExitCode]


if __name__ == "__main__":
    README.write_text(current(README.read_text(encoding="utf-8")), encoding="utf-8")
