"""The programme: every number a reader can count, with the reasons that made it. Frozen data, no behaviour."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from hipplan.plan.preferences import Preferences

WeekKind = Literal["load", "easy"]
Split = Literal["A", "B"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescription:
    """One move in one session; sets and repetitions are a side."""

    move: str
    level: int
    dose: int
    variation: str
    sets: int
    reps: int
    per_side: bool
    rest_s: int
    hold_s: int
    tempo: str
    load: str | None
    equipment: tuple[str, ...]
    effort: tuple[int, int]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """The moves of one day, in the order they are done."""

    number: int
    day: str
    split: Split | None
    date: date | None
    minutes: int
    marks: int
    effort: tuple[int, int]
    prescriptions: tuple[Prescription, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week, Monday to Sunday; `test` marks the weeks with the self-tests."""

    number: int
    kind: WeekKind
    aim: str
    test: bool
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A move that is not in the programme, and the reason in the reader's words."""

    move: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """The whole plan; `outside` lists what a physio's edit set beyond the usual ranges."""

    id: str
    preferences: Preferences
    weeks: tuple[Week, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[str, ...]
    outside: tuple[LeftOut, ...] = ()
