"""The gate at the end of a week: where moving on, repeating and stepping back lead."""

from dataclasses import dataclass

from hipplan.plan.catalogue import MOVES
from hipplan.plan.programme import Programme, Week
from hipplan.plan.query import query
from hipplan.plan.weeks import dose_in_week, week_effort
from hipplan.resources import read_toml

_ENOUGH_PERCENT = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """No `next_week` is the end of the plan, no `back_week` is one level easier; `missed` sessions mean repeat."""

    next_week: int | None
    repeat_week: int
    back_week: int | None
    effort_limit: int
    pain_ok: int
    pain_stop: int
    missed: int
    loaded: bool


@query
def gate(programme: Programme, week: Week) -> Gate:
    """Work out the gate of one week."""
    preferences = programme.preferences
    return Gate(
        next_week=week.number + 1 if week.number < len(programme.weeks) else None,
        repeat_week=week.number,
        back_week=_back_week(programme, week),
        effort_limit=week_effort(week)[1],
        pain_ok=preferences.pain_ok,
        pain_stop=preferences.pain_stop,
        missed=len(week.sessions) * (100 - _ENOUGH_PERCENT) // 100 + 1,
        loaded=any(done.load is not None for session in week.sessions for done in session.prescriptions),
    )


@query
def spare_after(programme: Programme) -> tuple[int, ...]:
    """List the weeks that a spare log follows."""
    every: int = read_toml("assets", "progression.toml")["easy_week"]["every"]
    weeks = len(programme.weeks)
    return tuple(range(every, weeks + 1, every)) or (weeks,)


def _back_week(programme: Programme, week: Week) -> int | None:
    """Find the last loading week that asks for less; an easy week is dose 1 already, so it steps down a level."""
    if week.kind == "easy":
        return None
    before = [w for w in programme.weeks[: week.number - 1] if w.kind == "load"]
    return next((w.number for w in reversed(before) if _asks_less(w, week)), None)


def _asks_less(earlier: Week, week: Week) -> bool:
    pairs = [(dose_in_week(earlier, move), dose_in_week(week, move)) for move in MOVES]
    steps = [((a.level, a.dose), (b.level, b.dose)) for a, b in pairs if a and b]
    return any(a < b for a, b in steps) and all(a <= b for a, b in steps)
