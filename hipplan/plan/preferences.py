"""The preferences: each declared once here, for the command line, the TOML file and the README alike."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError, field_validator, model_validator
from pydantic_core import PydanticCustomError

from hipplan.errors import PreferencesError
from hipplan.plan.choices import ORDERS, Equipment, Move, MoveOrOption, Precaution
from hipplan.plan.complaints import Contradiction, complaint
from hipplan.plan.contradictions import contradictions
from hipplan.plan.days import Day
from hipplan.plan.emergency import emergency_numbers
from hipplan.plan.values import (
    country,
    day,
    in_order,
    no_minus_zero,
    note_lines,
    notes_in_order,
    number,
    split_at_commas,
    text,
)
from hipplan.plan.written import short_goals, written_lines

__all__ = [
    "ORDERS",
    "PAPER_ONLY",
    "PERSONAL_LINES",
    "PERSONAL_TEXT",
    "Equipment",
    "Move",
    "MoveOrOption",
    "Precaution",
    "Preferences",
    "parse_preferences",
]

PAPER_ONLY = ("paper", "text_size", "hand", "grey", "duplex", "spare_weeks")
PERSONAL_TEXT = ("name", "id", "clinician", "clinic", "phone", "emergency", "notes")
NUMBERS = ("weeks", "sessions", "one_leg_stand", "max_minutes", "pain_ok", "pain_stop", "spare_weeks")
PERSONAL_LINES = ("goals", "notes_for")  # several texts, each with its own limit
_PLAN: dict[str, JsonValue] = {"group": "plan"}
_PEOPLE: dict[str, JsonValue] = {"group": "people"}
_PAPER: dict[str, JsonValue] = {"group": "paper"}


class Preferences(BaseModel):
    """Everything that can be asked for; the same preferences always give the same programme."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    weeks: int = Field(4, ge=1, le=16, description="Length of the plan in weeks, 1 to 16.", json_schema_extra=_PLAN)
    sessions: int = Field(
        3,
        ge=1,
        le=6,
        description="Sessions a week, 1 to 6; 4 or more are for level intermediate.",
        json_schema_extra=_PLAN,
    )
    equipment: tuple[Equipment, ...] = Field(
        (),
        description="Kit at home: mini-band, dumbbell, kettlebell, step (these change the plan); "
        "mat, towel, chair, wall (these are listed only).",
        json_schema_extra=_PLAN,
    )
    level: Literal["novice", "intermediate"] = Field(
        "novice",
        description="novice, or intermediate for someone with about 6 months of steady training.",
        json_schema_extra=_PLAN,
    )
    easier: tuple[Move, ...] = Field(
        (),
        description="Moves to start at their easiest level: squat-turn, hinge-reach, side-lunge-reach, "
        "fire-hydrant, clam.",
        json_schema_extra=_PLAN,
    )
    one_leg_stand: float | None = Field(
        None,
        ge=0,
        le=300,
        description="Best one-leg stand of the worse side in seconds, 0 to 300; under 10 counts as falls-risk.",
        json_schema_extra=_PLAN,
    )
    precautions: tuple[Precaution, ...] = Field(
        (),
        description="Conditions to plan around; `hipplan precautions` lists them all.",
        json_schema_extra=_PLAN,
    )
    cleared: tuple[MoveOrOption, ...] = Field(
        (),
        description="Moves a clinician has cleared; the five moves, fire-hydrant-inward and clam-inward.",
        json_schema_extra=_PLAN,
    )
    inward: bool = Field(
        default=False,
        description="Add the two options that load inward turning, fire-hydrant-inward and clam-inward.",
        json_schema_extra=_PLAN,
    )
    skip: tuple[MoveOrOption, ...] = Field(
        (),
        description="Moves to leave out; the five moves, fire-hydrant-inward and clam-inward.",
        json_schema_extra=_PLAN,
    )
    hip: Literal["left", "right", "both"] | None = Field(
        None,
        description="The hip of concern: left, right or both.",
        json_schema_extra=_PLAN,
    )
    first_side: Literal["left", "right"] | None = Field(
        None,
        description="The side to do first, left or right; else the side of `hip`, else right.",
        json_schema_extra=_PLAN,
    )
    max_minutes: int | None = Field(
        None,
        ge=15,
        le=120,
        description="Longest a session may take in minutes, 15 to 120, warm-up included.",
        json_schema_extra=_PLAN,
    )
    start: date | None = Field(
        None,
        ge=date(2000, 1, 1),
        le=date(2100, 12, 31),
        description="First day, such as 2026-11-30; prints dates. Years 2000 to 2100.",
        json_schema_extra=_PLAN,
    )
    days: tuple[Day, ...] = Field(
        (),
        description="Session days, as many as sessions: mon, tue, wed, thu, fri, sat, sun.",
        json_schema_extra=_PLAN,
    )
    pain_ok: int = Field(
        2,
        ge=0,
        le=4,
        description="Highest pain, 0 to 10, at which the plan goes on: 0 to 4, below pain_stop.",
        json_schema_extra=_PLAN,
    )
    pain_stop: int = Field(
        5,
        ge=1,
        le=5,
        description="Pain, 0 to 10, above which a set is stopped: 1 to 5.",
        json_schema_extra=_PLAN,
    )

    name: str | None = Field(
        None,
        max_length=80,
        description="The person's name, at most 80 characters.",
        json_schema_extra=_PEOPLE,
    )
    id: str | None = Field(
        None,
        max_length=40,
        description="The clinic's number for the person, at most 40 characters.",
        json_schema_extra=_PEOPLE,
    )
    clinician: str | None = Field(
        None,
        max_length=80,
        description="The physio's name, at most 80 characters.",
        json_schema_extra=_PEOPLE,
    )
    clinic: str | None = Field(
        None,
        max_length=80,
        description="The clinic's name, at most 80 characters.",
        json_schema_extra=_PEOPLE,
    )
    phone: str | None = Field(
        None,
        max_length=30,
        description="The clinic's phone number, at most 30 characters.",
        json_schema_extra=_PEOPLE,
    )
    emergency: str | None = Field(
        None,
        max_length=30,
        description='The emergency number, at most 30 characters; else "your emergency number" is printed.',
        json_schema_extra=_PEOPLE,
    )
    emergency_country: str | None = Field(
        None,
        description="The country whose emergency number is printed unless `emergency` gives one, such as GB or FR.",
        json_schema_extra=_PEOPLE,
    )
    review: date | None = Field(
        None,
        ge=date(2000, 1, 1),
        le=date(2100, 12, 31),
        description="Date of the next visit, such as 2026-12-28. Years 2000 to 2100.",
        json_schema_extra=_PEOPLE,
    )
    notes: str | None = Field(
        None,
        max_length=600,
        description="Notes from the physio, at most 600 characters; new lines are kept.",
        json_schema_extra=_PEOPLE,
    )
    notes_for: tuple[str, ...] = Field(
        (),
        description='A note from the physio for a move, such as "clam: keep the pillow", at most 160 characters each.',
        json_schema_extra=_PEOPLE,
    )
    goals: tuple[str, ...] = Field(
        (),
        max_length=3,
        description="Goals in the person's own words, at most 3 of 80 characters each.",
        json_schema_extra=_PEOPLE,
    )

    paper: Literal["a4", "letter"] = Field("a4", description="a4 or letter.", json_schema_extra=_PAPER)
    log_detail: Literal["simple", "sets", "sides"] = Field(
        "sets",
        description="What is ticked in the log: simple (each move), sets (each set) or sides (each set and side).",
        json_schema_extra=_PAPER,
    )
    text_size: Literal["standard", "large"] = Field(
        "standard",
        description="standard, or large: 18 point, laid out anew on more pages.",
        json_schema_extra=_PAPER,
    )
    hand: Literal["right", "left"] = Field(
        "right",
        description="The hand that writes: left puts the boxes of the log at the left edge.",
        json_schema_extra=_PAPER,
    )
    grey: bool = Field(
        default=False,
        description="No colour anywhere, for a black-and-white printer.",
        json_schema_extra=_PAPER,
    )
    duplex: bool = Field(
        default=False,
        description="For printing on both sides: moves and weeks open on a right-hand page.",
        json_schema_extra=_PAPER,
    )
    spare_weeks: int = Field(
        1,
        ge=0,
        le=4,
        description='How many "Repeat a week" pages follow every fourth week, 0 to 4.',
        json_schema_extra=_PAPER,
    )

    @property
    def emergency_number(self) -> str | None:
        """The number that was given, else that of the country."""
        return self.emergency or emergency_numbers().get(self.emergency_country or "")

    _split = field_validator(*ORDERS, mode="before")(split_at_commas)
    _in_order = field_validator(*ORDERS)(in_order)
    _number = field_validator(*NUMBERS, mode="before")(number)
    _no_minus_zero = field_validator("one_leg_stand")(no_minus_zero)
    _day = field_validator("start", "review", mode="before")(day)
    _text = field_validator(*PERSONAL_TEXT, mode="before")(text)
    _goal_lines = field_validator("goals", mode="before")(written_lines)
    _short_goals = field_validator("goals")(short_goals)
    _note_lines = field_validator("notes_for", mode="before")(note_lines)
    _by_move = field_validator("notes_for")(notes_in_order)
    _country = field_validator("emergency_country", mode="before")(country)

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        found = tuple(
            contradictions(
                level=self.level,
                sessions=self.sessions,
                days=self.days,
                pain_ok=self.pain_ok,
                pain_stop=self.pain_stop,
            )
        )
        if found:
            raise PydanticCustomError("contradiction", "{lines}", {"lines": "; ".join(map(str, found)), "found": found})
        return self


def parse_preferences(
    data: Mapping[str, object],
    *,
    origins: Mapping[str, str] = MappingProxyType({}),
) -> Preferences:
    """Read preferences, or say everything that is wrong with them at once."""
    try:
        return Preferences.model_validate(dict(data))
    except ValidationError as error:
        lines = [
            complaint(dict(problem), Preferences.model_fields, origins=origins)
            for problem in error.errors()
            if problem["loc"]
        ]
        wrong = {str(problem["loc"][0]) for problem in error.errors() if problem["loc"]}
        kept = {key: value for key, value in data.items() if key not in wrong}
        lines += [
            f"{origins.get(found.field, found.field)}: {found.message}"
            for found in _remaining_contradictions(kept)
            if not wrong & set(found.about)
        ]
        raise PreferencesError(*dict.fromkeys(lines)) from None


def _remaining_contradictions(data: Mapping[str, object]) -> tuple[Contradiction, ...]:
    try:
        Preferences.model_validate(dict(data))
    except ValidationError as error:
        found: tuple[Contradiction, ...] = error.errors()[0]["ctx"]["found"]
        return found
    return ()
