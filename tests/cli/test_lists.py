import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import Result

from hipplan import __version__
from hipplan.cli.init import starter_file
from hipplan.cli.schema import json_schema
from hipplan.plan.catalogue import MOVES
from hipplan.plan.precautions import code
from hipplan.plan.preferences import ORDERS, Precaution, Preferences, parse_preferences
from hipplan.words import say

Run = Callable[..., Result]
COMMANDS = (
    "build", "batch", "plan", "check", "templates", "moves", "precautions", "clinic", "init", "schema",
)  # fmt: skip


def test_the_first_help_lists_every_command_and_the_exit_codes(run: Run) -> None:
    for words in ((), ("--help",), ("-h",)):
        text = run(*words).output
        commands = text.split("\nCommands:\n")[1].split("\n\n")[0].splitlines()
        assert [line.split()[0] for line in commands] == list(COMMANDS)
        assert "Exit codes:\n    0  all is well\n    1  something fails in a file that was checked\n    2  " in text
        assert "\n    5  a file or folder" in text
        assert "\n    6  some rows of a roster are wrong" in text


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_page_says_what_the_command_does_and_fits(command: str, run: Run) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: hipplan {command}")
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert "\\" not in result.stdout


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").stdout == f"hipplan, version {__version__}\n"


def test_a_wrong_command_names_the_near_one(run: Run) -> None:
    result = run("biuld")
    assert result.exit_code == 2
    assert "biuld" in result.stderr


def test_every_move_is_listed_with_its_names(run: Run) -> None:
    text = run("moves").stdout
    blocks = [block.splitlines() for block in text.strip().split("\n\n")]
    assert [block[0].split(":")[0] for block in blocks] == list(MOVES)
    for move, block in zip(MOVES, blocks, strict=True):
        assert block[0] == f"{move}: {say(f'moves.{move}.name')}"
        assert block[1].strip() == say(f"moves.{move}.full_name")
    assert "Works: gluteus maximus and hamstrings." in text
    assert "Kit that makes it harder: mini-band, dumbbell and kettlebell." in text


def test_every_precaution_says_what_it_does_to_each_move(run: Run) -> None:
    text = run("precautions").stdout
    rows = {line.split()[0]: line.split()[1:] for line in text.splitlines() if line and line[0] != " "}
    for slug in get_args(Precaution):
        moves = ("squat-turn", "hinge-reach", "side-lunge-reach", "fire-hydrant", "clam", "clam-inward")
        assert rows[slug] == [code(slug, move) for move in moves]
    assert rows["fai"] == ["ask-V0", "V0", "V0", "V0", "note", "out"]
    for word in ("ok", "note", "V0+", "V0-1", "V0", "ask", "ask-V0", "out"):
        assert f"\n{word:<8}" in text
    assert max(map(len, text.splitlines())) <= 80


def key_lines() -> list[str]:
    return [line.removeprefix("# ") for line in starter_file().splitlines() if line.startswith("# ") and " = " in line]


def test_the_starter_file_has_every_key_switched_off_and_explained() -> None:
    assert tomllib.loads(starter_file()) == {}
    assert [line.split(" = ")[0] for line in key_lines()] == list(Preferences.model_fields)
    for field in Preferences.model_fields.values():
        assert f"\n# {field.description}\n" in starter_file()


@pytest.mark.parametrize("line", key_lines())
def test_each_line_of_the_starter_file_works_when_it_is_switched_on(line: str) -> None:
    values = tomllib.loads(line)
    [(key, value)] = parse_preferences(values).model_dump(include=set(values)).items()
    default = Preferences.model_fields[key].default
    assert value is not None
    if default is not None:
        assert value == default


def test_the_whole_starter_file_works_when_every_line_is_switched_on() -> None:
    parse_preferences(tomllib.loads("\n".join(key_lines())))


def test_init_writes_a_file_that_build_takes_and_keeps_what_is_there(run: Run, folder: Path) -> None:
    result = run("init")
    assert result.exit_code == 0
    assert result.stdout.endswith("hipplan build preferences.toml\n")
    assert (folder / "preferences.toml").read_text() == starter_file() == run("init", "-").stdout
    assert run("plan", "preferences.toml").stdout == run("plan").stdout
    (folder / "preferences.toml").write_text("weeks = 8\n")
    again = run("init")
    assert again.exit_code == 2
    assert "Error: preferences.toml: already there" in again.stderr
    assert (folder / "preferences.toml").read_text() == "weeks = 8\n"
    assert run("init", "--force").exit_code == 0
    assert run("init", "none/a.toml").exit_code == 5


def test_the_schema_knows_every_key_and_no_other() -> None:
    schema = json_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["additionalProperties"] is False
    assert list(schema["properties"]) == list(Preferences.model_fields)
    for key, rules in schema["properties"].items():
        assert rules["description"] == Preferences.model_fields[key].description
        assert "null" not in json.dumps(rules)
        assert "group" not in rules


def test_the_schema_gives_ranges_choices_defaults_and_both_forms_of_a_list() -> None:
    properties: dict[str, Any] = json_schema()["properties"]
    assert properties["weeks"] == {
        "default": 4,
        "description": "Length of the plan in weeks, 1 to 16.",
        "maximum": 16,
        "minimum": 1,
        "type": "integer",
    }
    assert properties["hip"]["enum"] == ["left", "right", "both"]
    assert properties["start"]["format"] == "date"
    for key, choices in ORDERS.items():
        array, text = properties[key]["anyOf"]
        assert array == {"type": "array", "items": {"type": "string", "enum": list(choices)}}
        assert text["type"] == "string"


def test_schema_prints_json(run: Run) -> None:
    assert json.loads(run("schema").stdout) == json_schema()
