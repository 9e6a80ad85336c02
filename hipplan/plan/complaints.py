"""What is wrong with a value, in one line that names the field, the value and the way out."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import get_args

from pydantic.fields import FieldInfo

from hipplan.plan.dates_meant import date_way_out

NEVER_ECHOED = ("name", "id", "clinician", "clinic", "phone", "emergency", "notes", "notes_for", "goals")
_LONGEST_ECHO = 60
_WAYS_OUT = {
    "weeks": {"less_than_equal": "; ask for a new check and a new book after 16 weeks"},
    "sessions": {"less_than_equal": "; every week needs a day of rest"},
}
_SHOULD = {
    "greater_than_equal": "should be at least {ge}",
    "less_than_equal": "should be at most {le}",
    "string_too_long": "should be at most {max_length} characters",
    "string_type": "should be text in quotes",
    "control_characters": "should hold no control or invisible characters",
    "goal_too_long": "should be at most {most} characters each",
    "move_note": 'should be one note for a move, such as "clam: keep the pillow"; the moves are {moves}',
    "move_note_too_long": "should be at most {most} characters for each move",
    "country": "should be one of {codes}, or give the number itself as emergency",
    "day": "should be a date such as 2026-11-30",
    "date_from_datetime_parsing": "should be a date such as 2026-11-30",
    "date_parsing": "should be a date such as 2026-11-30",
    "date_type": "should be a date such as 2026-11-30",
    "number": "should be a number",
    "float_type": "should be a number",
    "float_parsing": "should be a number",
    "finite_number": "should be a number",
    "int_type": "should be a whole number",
    "int_parsing": "should be a whole number",
    "int_parsing_size": "should be a whole number",
    "int_from_float": "should be a whole number",
    "bool_type": "should be true or false",
    "bool_parsing": "should be true or false",
    "tuple_type": "should be a list",
    "too_long": "should hold at most {max_length} entries",
    "too_short": "should not be empty",
    "string_too_short": "should not be empty",
    "missing": "is missing",
    "dict_type": "should hold named values",
    "model_type": "should hold named values",
    "model_attributes_type": "should hold named values",
}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Values of the fields `about` that cannot stand together; the line starts with `field`."""

    field: str
    message: str
    about: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.field}: {self.message}"


def nearest(word: str, words: list[str] | tuple[str, ...]) -> str:
    """Suggest the nearest right word, or nothing."""
    close = get_close_matches(word.lower(), words, n=1)
    return f"; did you mean {close[0]}?" if close else ""


def complaint(problem: Mapping[str, object], fields: Mapping[str, FieldInfo], *, origins: Mapping[str, str]) -> str:
    """Turn one of Pydantic's findings into a line for people."""
    loc = problem["loc"]
    field = str(loc[0]) if isinstance(loc, tuple) else ""
    where = origins.get(field, field)
    kind = str(problem["type"])
    if kind == "extra_forbidden":
        return f"{shown('', where)}: no such preference{nearest(field, list(fields))}"
    got = shown(field, problem["input"])
    if kind == "literal_error":
        choices = choices_of(fields[field].annotation)
        return f"{where}: should be one of {', '.join(choices)} (got {got}){nearest(str(problem['input']), choices)}"
    way_out = date_way_out(problem["input"]) if kind == "day" else _WAYS_OUT.get(field, {}).get(kind, "")
    return f"{where}: {what_it_should_be(problem)} (got {got}){way_out}"


def what_it_should_be(problem: Mapping[str, object]) -> str:
    """Say what Pydantic would have accepted."""
    limits = problem.get("ctx")
    return _SHOULD.get(str(problem["type"]), "cannot be used").format(**limits if isinstance(limits, dict) else {})


def choices_of(annotation: object) -> tuple[str, ...]:
    """List the words a Literal allows, also inside a tuple or beside None."""
    if isinstance(annotation, str):
        return (annotation,)
    return tuple(word for part in get_args(annotation) for word in choices_of(part))


def shown(field: str, value: object) -> str:
    """Show a value on one short line; a person's own words are never shown."""
    if field in NEVER_ECHOED:
        return "…"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    text = "".join(letter if letter.isprintable() else "?" for letter in text)
    return text if len(text) <= _LONGEST_ECHO else text[:_LONGEST_ECHO] + "…"
