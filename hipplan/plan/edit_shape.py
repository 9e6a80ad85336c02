"""The shape of a programme that comes back from a physio: types and sizes, nothing about exercise."""

import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from hipplan.errors import ProgrammeError
from hipplan.plan.complaints import nearest, shown, what_it_should_be

LONGEST_PROGRAMME = 4_000_000  # characters; sixteen weeks of six sessions take about 400 000
LONGEST_VARIATION = 160


def _plain_text(value: str) -> str:
    text = unicodedata.normalize("NFC", value.strip())
    if any(unicodedata.category(letter)[0] == "C" or unicodedata.category(letter) in ("Zl", "Zp") for letter in text):
        raise PydanticCustomError("control_characters", "control characters")
    return text


OwnWords = Annotated[str, AfterValidator(_plain_text)]
Line = Annotated[str, Field(max_length=400)]
Effort = tuple[Annotated[int, Field(ge=0, le=10)], Annotated[int, Field(ge=0, le=10)]]


class _Shape(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class EditedPrescription(_Shape):
    """A prescription as it stands in the file; paper holds at most five sets."""

    move: Annotated[str, Field(max_length=40)]
    level: Annotated[int, Field(ge=0, le=4)]
    dose: Annotated[int, Field(ge=1, le=7)]
    variation: Annotated[OwnWords, Field(min_length=1, max_length=LONGEST_VARIATION)]
    sets: Annotated[int, Field(ge=1, le=5)]
    reps: Annotated[int, Field(ge=1, le=30)]
    per_side: bool
    rest_s: Annotated[int, Field(ge=10, le=300)]
    hold_s: Annotated[int, Field(ge=0, le=60)]
    tempo: Annotated[str, Field(max_length=20)]
    load: Annotated[OwnWords, Field(min_length=1, max_length=24)] | None
    equipment: Annotated[tuple[Annotated[str, Field(max_length=20)], ...], Field(max_length=8)]
    effort: Effort
    reasons: Annotated[tuple[Line, ...], Field(max_length=20)]


class EditedSession(_Shape):
    """A session as it stands in the file."""

    number: Annotated[int, Field(ge=1, le=6)]
    day: Annotated[str, Field(max_length=3)]
    split: Literal["A", "B"] | None
    date: date | None
    minutes: Annotated[int, Field(ge=0, le=600)]
    marks: Annotated[int, Field(ge=0, le=200)]
    effort: Effort
    prescriptions: Annotated[tuple[EditedPrescription, ...], Field(min_length=1, max_length=7)]


class EditedWeek(_Shape):
    """A week as it stands in the file."""

    number: Annotated[int, Field(ge=1, le=16)]
    kind: Literal["load", "easy"]
    aim: Line
    test: bool
    sessions: Annotated[tuple[EditedSession, ...], Field(min_length=1, max_length=6)]


class EditedLeftOut(_Shape):
    """A move that is left out, as it stands in the file."""

    move: Annotated[str, Field(max_length=40)]
    because: Line


class EditedProgramme(_Shape):
    """The whole file; the preferences are judged by their own rules."""

    model_config = ConfigDict(title="hipplan programme")

    schema_name: Annotated[Literal["hipplan.programme/1"], Field(alias="schema")]
    id: Annotated[str, Field(max_length=64)]
    preferences: dict[str, object]
    weeks: Annotated[tuple[EditedWeek, ...], Field(min_length=1, max_length=16)]
    left_out: Annotated[tuple[EditedLeftOut, ...], Field(max_length=7)]
    notes: Annotated[tuple[Line, ...], Field(max_length=20)]


def parse_shape(text: str) -> EditedProgramme:
    """Read the file, or say everything that does not fit the shape."""
    if len(text) > LONGEST_PROGRAMME:
        raise ProgrammeError(f"programme: should be at most {LONGEST_PROGRAMME} characters (got {len(text)})")
    try:
        return EditedProgramme.model_validate_json(text)
    except ValidationError as error:
        raise ProgrammeError(*dict.fromkeys(_line(dict(problem)) for problem in error.errors())) from None


def _line(problem: Mapping[str, object]) -> str:
    loc = problem["loc"]
    path = path_of(loc if isinstance(loc, tuple) else ())
    kind = problem["type"]
    context = problem.get("ctx")
    if kind == "json_invalid" and isinstance(context, dict):
        return f"programme: cannot be read as JSON ({context['error']}); take it from hipplan plan --format json"
    if kind == "extra_forbidden" and isinstance(loc, tuple):
        keys = [*EditedProgramme.model_fields, *EditedWeek.model_fields, *EditedSession.model_fields]
        return f"{path}: no such key{nearest(str(loc[-1]), [*keys, *EditedPrescription.model_fields])}"
    if kind == "literal_error" and isinstance(context, dict):
        return f"{path}: should be {context['expected']} (got {shown('', problem['input'])})"
    got = "" if kind == "missing" else f" (got {shown('', problem['input'])})"
    return f"{path}: {what_it_should_be(problem)}{got}"


def path_of(loc: tuple[object, ...]) -> str:
    """Write a place as weeks[2].sessions[1].reps, counting from 1 as the book does."""
    path = ""
    for part in loc:
        path += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if path else str(part)
    return path or "programme"
