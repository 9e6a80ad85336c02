"""hipplan schema: the preferences file described for editors."""

import json
from typing import Any

import click

from hipplan.cli.help_page import Command
from hipplan.plan.preferences import ORDERS, PERSONAL_LINES, Preferences
from hipplan.plan.written import LONGEST_MOVE_NOTE


@click.command(cls=Command)
def command() -> None:
    """Print the JSON Schema of the preferences file.

    An editor that knows it completes keys, shows what they mean and marks mistakes while you type. Editors that use
    Taplo, such as VS Code with Even Better TOML, find it by this first line of a preferences file:

    \b
      #:schema ./preferences.schema.json

    \b
    Example:
      hipplan schema > preferences.schema.json
    """  # noqa: D301  Click reads the backslash
    click.echo(json.dumps(json_schema(), indent=2))


def json_schema() -> dict[str, Any]:
    """Describe what a preferences file may hold: plain keys, nothing else."""
    schema = Preferences.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "hipplan preferences",
        "description": schema["description"],
        "type": "object",
        "properties": {key: _property(key, value) for key, value in schema["properties"].items()},
        "additionalProperties": False,
    }


_TABLES = {
    "notes_for": [
        {
            "type": "object",
            "description": "Notes by move.",
            "propertyNames": {"enum": list(ORDERS["cleared"])},
            "additionalProperties": {"type": "string", "maxLength": LONGEST_MOVE_NOTE},
        }
    ]
}


def _property(key: str, model: dict[str, Any]) -> dict[str, Any]:
    """Leave out what TOML has not (null) and add what hipplan also takes (a string with commas)."""
    merged = dict(model)
    for branch in model.get("anyOf", ()):
        merged |= branch if branch != {"type": "null"} else {}
    kept = {word: value for word, value in merged.items() if word not in ("anyOf", "group", "title")}
    if kept.get("default", 0) is None:
        del kept["default"]
    if key in ORDERS:
        text = {"type": "string", "description": "The same words in one string, with commas between them."}
        kept["anyOf"] = [{"type": kept.pop("type"), "items": kept.pop("items")}, text]
    if key in PERSONAL_LINES:
        lines = {"type": "string", "description": "The same texts in one string, each on a line of its own."}
        many = {word: kept.pop(word) for word in ("type", "items", "maxItems") if word in kept}
        kept["anyOf"] = [many, lines, *_TABLES.get(key, ())]
    return kept
