"""Everything else that is printed and can be counted, worked out from a programme; pages do geometry only."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from hipplan.plan.gate import Gate, gate, spare_after
from hipplan.plan.precautions import active_precautions, code, verdicts
from hipplan.plan.preferences import ORDERS, Preferences
from hipplan.plan.programme import Prescription, Programme, Week, WeekKind
from hipplan.plan.query import query
from hipplan.plan.selection import precaution_names
from hipplan.plan.staircase import Column, Staircase, staircase
from hipplan.plan.timing import session_seconds, version_done
from hipplan.plan.weeks import dose_in_week, moves_in, sessions_of, week_effort
from hipplan.resources import read_toml
from hipplan.words import say

__all__ = [
    "Column",
    "DoseRow",
    "Gate",
    "LevelUse",
    "SelfTests",
    "Staircase",
    "StandWarning",
    "TestDate",
    "cautions",
    "dose_rows",
    "effort_span",
    "gate",
    "kit_used",
    "level_line",
    "levels_used",
    "marks_range",
    "moves_in",
    "self_tests",
    "session_minutes_range",
    "spare_after",
    "staircase",
    "stand_warning",
    "test_dates",
    "warm_up",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseRow:
    """Neighbouring weeks of one move with the same level, dose, rest and load."""

    first_week: int
    last_week: int
    level: int
    sets: int
    reps: int
    rest_s: int
    load: str | None
    kind: WeekKind


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelUse:
    """A level of a move, the loading week it starts in and how it is done."""

    level: int
    first_week: int
    variation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TestDate:
    """A week with the self-tests."""

    week: int
    kind: Literal["start", "easy", "finish"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfTests:
    """Whether the seated hip turn is tested, and whether the one-leg stand needs a helper."""

    hip_turn: bool
    stand_helper: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StandWarning:
    """Numbers of the moves to leave out, or to do at level 0, after a short one-leg stand."""

    left_out: tuple[int, ...]
    level_0: tuple[int, ...]


@query
def session_minutes_range(programme: Programme) -> tuple[int, int]:
    """Shortest and longest session, each to the nearest 5 minutes."""
    seconds = [session_seconds(session.prescriptions) for session in sessions_of(programme)]
    return (min(seconds) + 150) // 300 * 5, (max(seconds) + 150) // 300 * 5


@query
def marks_range(programme: Programme) -> tuple[int, int]:
    """Fewest and most marks to make in a session."""
    counts = [session.marks for session in sessions_of(programme)]
    return min(counts), max(counts)


@query
def dose_rows(programme: Programme, move: str) -> tuple[DoseRow, ...]:
    """Gather a move's doses, week by week, into as few rows as tell them apart."""
    rows: list[DoseRow] = []
    for week, done in _week_doses(programme, move):
        row = _dose_row(week, done)
        last = rows[-1] if rows else None
        if last and _joins(last, row):
            rows[-1] = replace(last, last_week=row.last_week)
        else:
            rows.append(row)
    return tuple(rows)


@query
def levels_used(programme: Programme, move: str) -> tuple[LevelUse, ...]:
    """List the levels of a move's loading weeks, in the order they come."""
    first: dict[int, LevelUse] = {}
    for week, done in _week_doses(programme, move):
        if week.kind == "load" and done.level not in first:
            first[done.level] = LevelUse(level=done.level, first_week=week.number, variation=done.variation)
    return tuple(first.values())


def level_line(prescription: Prescription) -> str:
    """Say the level in a few words, and what makes it harder."""
    version = version_done(prescription)
    if prescription.load not in (None, version.load):
        return say("reasons.level_load", level=prescription.level, load=prescription.load)
    return say(f"moves.{prescription.move}.levels.{version.words}.short")


@query
def test_dates(programme: Programme) -> tuple[TestDate, ...]:
    """List the weeks with tests; one session is a start without a finish."""
    start = TestDate(week=1, kind="start")
    easy = [TestDate(week=week.number, kind="easy") for week in programme.weeks if week.kind == "easy"]
    one_session = sum(1 for _ in sessions_of(programme)) == 1
    finish = [] if one_session else [TestDate(week=len(programme.weeks), kind="finish")]
    return (start, *easy, *finish)


@query
def self_tests(preferences: Preferences) -> SelfTests:
    """Choose the self-tests that are safe with the precautions."""
    facts = read_toml("assets", "precautions.toml")
    active = set(active_precautions(preferences))
    return SelfTests(
        hip_turn=not active & set(facts["no_hip_turn"]),
        stand_helper=bool(active & set(facts["stand_helper"])),
    )


def warm_up(preferences: Preferences) -> Literal["full", "gentle"]:
    """Any precaution makes the warm-up a gentle one: walking or marching only."""
    return "gentle" if active_precautions(preferences) else "full"


@query
def kit_used(programme: Programme) -> tuple[str, ...]:
    """List the kit that any session needs."""
    used = {kit for session in sessions_of(programme) for done in session.prescriptions for kit in done.equipment}
    return tuple(kit for kit in ORDERS["equipment"] if kit in used)


@query
def cautions(preferences: Preferences, move: str) -> tuple[str, ...]:
    """Collect the printed notes of the precautions for one move."""
    return tuple(_caution(precaution, move) for precaution in verdicts(preferences)[move].notes)


@query
def effort_span(programme: Programme) -> tuple[tuple[int, int], tuple[int, int]]:
    """Effort asked for in the first week and in the last."""
    return week_effort(programme.weeks[0]), week_effort(programme.weeks[-1])


@query
def stand_warning(programme: Programme) -> StandWarning:
    """Say what a one-leg stand that is too short would change, by the numbers of this plan."""
    codes = [code("falls-risk", move) for move in moves_in(programme)]
    return StandWarning(
        left_out=tuple(number for number, found in enumerate(codes, start=1) if found == "out"),
        level_0=tuple(number for number, found in enumerate(codes, start=1) if found == "V0"),
    )


def _caution(precaution: str, move: str) -> str:
    if code(precaution, move) == "out":
        return say("notes.out_kept", precaution=precaution_names((precaution,)))
    column = "inward" if move.endswith("-inward") else move
    return say(f"precautions.{precaution}.notes.{column}")


def _week_doses(programme: Programme, move: str) -> Iterator[tuple[Week, Prescription]]:
    return ((week, done) for week in programme.weeks if (done := dose_in_week(week, move)))


def _dose_row(week: Week, done: Prescription) -> DoseRow:
    return DoseRow(
        first_week=week.number,
        last_week=week.number,
        level=done.level,
        sets=done.sets,
        reps=done.reps,
        rest_s=done.rest_s,
        load=done.load,
        kind=week.kind,
    )


def _joins(last: DoseRow, row: DoseRow) -> bool:
    following = last.last_week + 1 == row.first_week
    return following and replace(last, first_week=row.first_week, last_week=row.last_week) == row
