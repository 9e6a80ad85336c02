"""One person of a roster, and what they ask for once what the row leaves out is filled in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hipplan.errors import PreferencesError
from hipplan.plan.preferences import Preferences, parse_preferences

_TABLES = ("notes_for",)  # may be written as a table; its problems show nothing of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`number` counts people from 1; `where` leads to the row without saying who it is: "line 4" or "file 3"."""

    number: int
    where: str
    values: Mapping[str, object] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    def named(self, problem: str) -> str:
        """The problem with its place, once."""
        return problem if problem.startswith(f"{self.where}: ") else f"{self.where}: {problem}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What rows leave out, and where each value of it stands."""

    values: Mapping[str, object] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)


def judged(row: Row, base: Base) -> Preferences:
    """What the row asks for. Raises PreferencesError with everything that is wrong, and no personal word in it."""
    if row.problems:
        raise PreferencesError(*map(row.named, row.problems))
    if nested := [key for key, value in row.values.items() if isinstance(value, dict) and key not in _TABLES]:
        # a person may be in there
        keys = [_shown(key, [*row.values].index(key) + 1) for key in nested]
        raise PreferencesError(*(row.named(f"{key}: should be a plain value, not named values") for key in keys))
    places = {key: row.named(_shown(key, place)) for place, key in enumerate(row.values, start=1)}
    try:
        return parse_preferences({**base.values, **row.values}, origins={**base.origins, **places})
    except PreferencesError as error:
        raise PreferencesError(*map(row.named, error.problems)) from None


def _shown(key: str, place: int) -> str:
    """Only our own words: an unknown key may be a person's name in the wrong place."""
    return key if key in Preferences.model_fields else f"key {place}"
