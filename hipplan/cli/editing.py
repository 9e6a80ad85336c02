"""A programme edited by hand, with other people or paper if options say so."""

import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from hipplan.cli.asking import OPTIONS, check_each
from hipplan.cli.findings import found_by, reporting
from hipplan.errors import HipplanError, PreferencesError
from hipplan.plan.edit import read_programme
from hipplan.plan.preferences import Preferences
from hipplan.plan.programme import Programme
from hipplan.preference_guide import entries
from hipplan.preferences_file import read_text

_PLAN_KEYS = tuple(entry.key for entry in entries() if entry.group == "plan")


def edited(path: Path, given: Mapping[str, object], *, preferences_file: Path | None, allow_outside: bool) -> Programme:
    """Read a programme and judge its changes; options for people and paper replace what it holds."""
    changes = {key: value for key, value in given.items() if key not in _PLAN_KEYS}
    told = [str(preferences_file)] if preferences_file else []
    told += [OPTIONS[key] for key in _PLAN_KEYS if key in given]
    with reporting(found_by(partial(_check_alone, path, told), partial(check_each, changes, OPTIONS))):
        text = read_text(path, "programme")
    try:
        return read_programme(_with_changes(text, changes), allow_outside=allow_outside)
    except HipplanError as error:
        raise type(error)(*(f"{path}: {problem}" for problem in error.problems)) from None


def _check_alone(path: Path, told: list[str]) -> None:
    """Refuse what would plan again."""
    if told:
        raise PreferencesError(
            *(f"{one}: cannot go with --programme, as {path} holds the whole plan; leave one out" for one in told),
        )


def _with_changes(text: str, changes: Mapping[str, object]) -> str:
    """Put other people or paper into the text, so that all that follows from them is computed again."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return text  # read_programme says what is wrong with it
    if not changes or not isinstance(data, dict) or not isinstance(data.get("preferences"), dict):
        return text
    known = Preferences.model_validate(dict(changes)).model_dump(mode="json", include=set(changes))
    return json.dumps({**data, "preferences": {**data["preferences"], **known}})
