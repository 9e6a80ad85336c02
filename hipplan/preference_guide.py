"""How each preference is asked for, read from its one declaration: for options, starter file and README alike."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic.fields import FieldInfo

from hipplan.plan.complaints import choices_of
from hipplan.plan.preferences import ORDERS, PERSONAL_LINES, Preferences

Kind = Literal["switch", "list", "value"]
GROUPS = {"plan": "The plan", "people": "The people", "paper": "The paper"}
# One item of a list, the commands moves and precautions show the choices; and what a text is.
_WORDS = {
    "equipment": "KIT",
    "easier": "MOVE",
    "precautions": "PRECAUTION",
    "cleared": "MOVE",
    "skip": "MOVE",
    "days": "DAY",
    "emergency_country": "COUNTRY",
    "notes_for": "MOVE:TEXT",
}
# For the starter file: TOML examples of what has no default.
_EXAMPLES = {
    "one_leg_stand": "20",
    "hip": '"left"',
    "first_side": '"left"',
    "max_minutes": "30",
    "start": "2026-11-30",
    "name": '"Sam Example"',
    "id": '"A-17"',
    "clinician": '"Alex Example"',
    "clinic": '"Example Physiotherapy"',
    "phone": '"020 7946 0123"',
    "emergency": '"112"',
    "emergency_country": '"GB"',
    "review": "2026-12-28",
    "notes": '"Take the stairs slowly."',
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One preference as a reader meets it; `toml` is its default, or an example when it has none."""

    key: str
    group: str
    kind: Kind
    description: str
    placeholder: str
    choices: tuple[str, ...]
    default: str | None
    toml: str

    @property
    def option(self) -> str:
        """The option of the same name."""
        return "--" + self.key.replace("_", "-")


def entries() -> tuple[Entry, ...]:
    """Describe every preference, in the order of the declaration."""
    return tuple(_entry(key, field) for key, field in Preferences.model_fields.items())


def _entry(key: str, field: FieldInfo) -> Entry:
    extra = field.json_schema_extra
    default = json.dumps(field.default)
    return Entry(
        key=key,
        group=str(extra["group"]) if isinstance(extra, dict) else "",
        kind="list" if key in (*ORDERS, *PERSONAL_LINES) else "switch" if field.annotation is bool else "value",
        description=field.description or "",
        placeholder=_placeholder(key, field),
        choices=choices_of(field.annotation),
        default={"null": None, "[]": "none", "false": "no", "true": "yes"}.get(default, default.strip('"')),
        toml=_EXAMPLES[key] if field.default is None else default,
    )


def _placeholder(key: str, field: FieldInfo) -> str:
    if key in _WORDS:
        return _WORDS[key]
    if choices := choices_of(field.annotation):
        return "|".join(choices)
    limits = {name: getattr(rule, name) for rule in field.metadata for name in ("ge", "le") if hasattr(rule, name)}
    if not limits:
        return "TEXT"
    return "YYYY-MM-DD" if isinstance(limits["ge"], date) else "{ge}-{le}".format(**limits)
