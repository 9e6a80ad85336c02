"""The programme as JSON, and the number that says which programme it is."""

import json
from dataclasses import fields
from datetime import date
from functools import lru_cache
from hashlib import sha256

from hipplan.plan.preferences import PAPER_ONLY, PERSONAL_LINES, PERSONAL_TEXT
from hipplan.plan.programme import LeftOut, Prescription, Programme, Session, Week

SCHEMA = "hipplan.programme/1"
_NOT_IN_ID = (*PERSONAL_TEXT, *PERSONAL_LINES, "emergency_country", "review", *PAPER_ONLY)
_ID_LENGTH = 8

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


def programme_json(programme: Programme) -> dict[str, Json]:
    """Lay a programme out in the shape that `build --programme` reads back."""
    return {
        "schema": SCHEMA,
        "id": programme.id,
        "preferences": programme.preferences.model_dump(mode="json"),
        "weeks": [_laid_out(week) for week in programme.weeks],
        "left_out": [_laid_out(left) for left in programme.left_out],
        "notes": list(programme.notes),
    }


def programme_id(programme: Programme) -> str:
    """Hash what is done, not whose it is nor the paper it is printed on."""
    shape = programme_json(programme)
    del shape["id"]
    preferences = programme.preferences.model_dump(mode="json", exclude=set(_NOT_IN_ID))
    text = json.dumps(shape | {"preferences": preferences}, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(text.encode()).hexdigest()[:_ID_LENGTH]


def _laid_out(value: object) -> Json:
    if isinstance(value, Prescription):
        kept = _prescription(value)
        # copies, for the caller to change at will
        return {name: list(item) if isinstance(item, list) else item for name, item in kept.items()}
    if isinstance(value, Week | Session | LeftOut):
        return {field.name: _laid_out(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, list | tuple):
        return [_laid_out(inner) for inner in value]
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"{value!r} has no place in a programme")


@lru_cache(maxsize=2048)
def _prescription(prescription: Prescription, /) -> dict[str, Json]:
    """Most patients of a day share most of theirs."""
    return {field.name: _laid_out(getattr(prescription, field.name)) for field in fields(prescription)}
