"""The sessions of a week: day, split, date and the moves of each."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from hipplan.plan.catalogue import MOVES
from hipplan.plan.days import DAYS, USUAL_DAYS, Day, splits
from hipplan.plan.preferences import Preferences
from hipplan.plan.programme import Split
from hipplan.resources import read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One session of every week, before anybody has said how much is done in it."""

    number: int
    day: Day
    split: Split | None
    moves: tuple[str, ...]


def session_days(preferences: Preferences) -> tuple[Day, ...]:
    """List the days asked for, or the usual ones."""
    return preferences.days or USUAL_DAYS[preferences.sessions]


def moves_of(split: Split | None) -> tuple[str, ...]:
    """List the moves that belong to a half of the split, in session order; None is all of them."""
    halves = read_toml("assets", "progression.toml")["split"]
    return tuple(move for move in MOVES if split is None or move in halves[split])


def week_slots(preferences: Preferences, moves: Collection[str]) -> tuple[Slot, ...]:
    """Share the moves of the plan out over the sessions of a week."""
    return tuple(
        Slot(number=number, day=day, split=split, moves=tuple(m for m in moves_of(split) if m in moves))
        for number, (day, split) in enumerate(
            zip(session_days(preferences), splits(preferences.sessions), strict=True),
            start=1,
        )
    )


def session_date(preferences: Preferences, week: int, day: Day) -> date | None:
    """Date a session; the first one is the first of its weekday on or after the start."""
    if preferences.start is None:
        return None
    first = DAYS.index(session_days(preferences)[0])
    to_first = (first - preferences.start.weekday()) % len(DAYS)
    after_first = DAYS.index(day) - first
    return preferences.start + timedelta(days=to_first + after_first, weeks=week - 1)
