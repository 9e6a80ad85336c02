"""From what was asked for, in options and a file, to a programme."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from hipplan.cli.findings import reporting
from hipplan.errors import HipplanError, PreferencesError
from hipplan.plan.complaints import complaint
from hipplan.plan.preferences import Preferences, parse_preferences
from hipplan.plan.programme import Programme
from hipplan.plan.progression import plan_programme
from hipplan.preference_guide import entries
from hipplan.preferences_file import FilePreferences, read_preferences_file

OPTIONS = {entry.key: entry.option for entry in entries()}


def planned(path: Path | None, given: Mapping[str, object]) -> Programme:
    """Plan what a preferences file and options ask for; an option wins over the file."""
    options = {key: OPTIONS[key] for key in given}
    try:
        file = read_preferences_file(path) if path else FilePreferences({}, {})
    except HipplanError as error:
        with reporting([error]):
            check_each(given, options)
        raise
    values, origins = {**file.values, **given}, {**file.origins, **options}
    if file.problems:
        with reporting([PreferencesError(*file.problems)]):
            check_each(values, origins)
    return plan_programme(parse_preferences(values, origins=origins))


def check_each(values: Mapping[str, object], origins: Mapping[str, str]) -> None:
    """Judge each value alone, when what goes with them is not known."""
    try:
        Preferences.model_validate(dict(values))
    except ValidationError as error:
        alone = [dict(problem) for problem in error.errors() if problem["loc"]]  # a contradiction has no place
        if alone:
            lines = [complaint(problem, Preferences.model_fields, origins=origins) for problem in alone]
            raise PreferencesError(*lines) from None
