"""The preferences: each declared once here, for the command line, the TOML file and the README alike."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Literal, Self, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from hipplan.errors import PreferencesError
from hipplan.plan.complaints import Contradiction, complaint
from hipplan.plan.days import MOST_UNSPLIT, Day, crowded_days
from hipplan.plan.emergency import emergency_numbers
from hipplan.plan.written import notes_by_move, short_goals, table_lines, written, written_lines

Equipment = Literal["mini-band", "dumbbell", "kettlebell", "step", "mat", "towel", "chair", "wall"]
Move = Literal["squat-turn", "hinge-reach", "side-lunge-reach", "fire-hydrant", "clam"]
MoveOrOption = Literal[
    "squat-turn",
    "hinge-reach",
    "side-lunge-reach",
    "fire-hydrant",
    "fire-hydrant-inward",
    "clam",
    "clam-inward",
]
Precaution = Literal[
    "hip-replacement-posterior",
    "hip-replacement-lateral",
    "hip-replacement-anterior",
    "hip-replacement-cleared",
    "hip-surgery",
    "fai",
    "recent-fracture",
    "hip-osteoarthritis",
    "dysplasia",
    "lateral-hip-pain",
    "hamstring-tendon",
    "osteoporosis",
    "osteoporosis-fracture",
    "pregnancy",
    "pelvic-girdle-pain",
    "knee-pain",
    "cannot-kneel",
    "falls-risk",
    "pain-high",
    "back-leg-symptoms",
    "wrist-shoulder",
    "toe-in",
    "heart-lung",
    "under-18",
]

ORDERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "equipment": get_args(Equipment),
        "easier": get_args(Move),
        "precautions": get_args(Precaution),
        "cleared": get_args(MoveOrOption),
        "skip": get_args(MoveOrOption),
        "days": get_args(Day),
    },
)
PAPER_ONLY = ("paper", "text_size", "hand", "grey", "duplex", "spare_weeks")
PERSONAL_TEXT = ("name", "id", "clinician", "clinic", "phone", "emergency", "notes")
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

    @field_validator(*ORDERS, mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        """Take "mini-band, step", and lists of such strings, apart."""
        if not isinstance(value, str | list | tuple | set | frozenset):
            return value
        given = [value] if isinstance(value, str) else list(value)
        parts: list[object] = []
        for item in given:
            parts += [part.strip() for part in item.split(",") if part.strip()] if isinstance(item, str) else [item]
        return parts

    @field_validator(*ORDERS)
    @classmethod
    def _in_order(cls, value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        """Make the same choices in another order the same preferences."""
        return tuple(choice for choice in ORDERS[info.field_name or ""] if choice in value)

    @field_validator(
        "weeks", "sessions", "one_leg_stand", "max_minutes", "pain_ok", "pain_stop", "spare_weeks", mode="before"
    )
    @classmethod
    def _number(cls, value: object) -> object:
        """Refuse yes and no, which Python would count as 1 and 0."""
        if isinstance(value, bool):
            raise PydanticCustomError("number", "not a number")
        return value

    @field_validator("one_leg_stand")
    @classmethod
    def _no_minus_zero(cls, value: float | None) -> float | None:
        """Make -0.0 the 0.0 it equals, so that both give the same programme id."""
        return None if value is None else abs(value)

    @field_validator("start", "review", mode="before")
    @classmethod
    def _day(cls, value: object) -> object:
        """Refuse bare numbers, which would be read as seconds since 1970."""
        if isinstance(value, str):
            value = value.strip()
        written = isinstance(value, str) and len(value) == len("2026-11-30") and value[4] == value[7] == "-"
        if value is None or written or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        raise PydanticCustomError("day", "not a date")

    @field_validator(*PERSONAL_TEXT, mode="before")
    @classmethod
    def _text(cls, value: object, info: ValidationInfo) -> object:
        """Trim, join accents to their letters and refuse what no pen can write; nothing left is nothing said."""
        if not isinstance(value, str):
            return value
        return written(value, kept="\n" if info.field_name == "notes" else "") or None

    @field_validator("goals", mode="before")
    @classmethod
    def _goal_lines(cls, value: object) -> object:
        """Take goals one a line, or one an entry; a comma does not part them."""
        return written_lines(value)

    @field_validator("goals")
    @classmethod
    def _short_goals(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return short_goals(value)

    @field_validator("notes_for", mode="before")
    @classmethod
    def _note_lines(cls, value: object) -> object:
        """Take a table of notes by move, or lines such as "clam: keep the pillow" or "clam=keep the pillow"."""
        return written_lines(table_lines(value))

    @field_validator("notes_for")
    @classmethod
    def _by_move(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        """Make the same notes in another order the same preferences."""
        return notes_by_move(value, ORDERS["cleared"])

    @field_validator("emergency_country", mode="before")
    @classmethod
    def _country(cls, value: object) -> object:
        """Take a code in any case; nothing is nothing said."""
        if not isinstance(value, str):
            return value
        code = value.strip().upper()
        if code and code not in emergency_numbers():
            codes = tuple(emergency_numbers())
            raise PydanticCustomError("country", "unknown", {"codes": f"{', '.join(codes[:-1])} or {codes[-1]}"})
        return code or None

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        found = tuple(contradictions(self))
        if found:
            raise PydanticCustomError("contradiction", "{lines}", {"lines": "; ".join(map(str, found)), "found": found})
        return self


def contradictions(preferences: Preferences) -> list[Contradiction]:
    """Find values that are fine alone and impossible together."""
    p = preferences
    found = []
    if p.level == "novice" and p.sessions > MOST_UNSPLIT:
        message = (
            f"should be at most {MOST_UNSPLIT} for a novice (got {p.sessions}); "
            f"choose {MOST_UNSPLIT} or fewer, or level intermediate"
        )
        found.append(Contradiction("sessions", message, ("sessions", "level")))
    if p.pain_ok >= p.pain_stop:
        message = f"should be below pain_stop, which is {p.pain_stop} (got {p.pain_ok}); lower pain_ok"
        found.append(Contradiction("pain_ok", message, ("pain_ok", "pain_stop")))
    if p.days and len(p.days) != p.sessions:
        message = (
            f"should name {p.sessions} different days for sessions = {p.sessions} "
            f"(got {len(p.days)}: {', '.join(p.days)}); change days or sessions"
        )
        found.append(Contradiction("days", message, ("days", "sessions")))
    elif p.days and (crowded := crowded_days(p.days)):
        message = (
            f"should leave 48 hours between two sessions of the same move (got {', '.join(p.days)}; "
            f"{crowded[0]} and {crowded[1]} share moves); choose days further apart"
        )
        found.append(Contradiction("days", message, ("days", "sessions")))
    return found


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
