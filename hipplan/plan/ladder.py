"""Climb one move's levels and doses over the weeks. Pure arithmetic; what a level looks like is decided elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from hipplan.plan.programme import WeekKind
from hipplan.resources import read_toml

Rule = Literal["start", "easy", "level_up", "dose_up", "same", "top", "last_week"]


@dataclass(frozen=True, slots=True)
class Rung:
    """Level and dose of one week, the rule that chose them, and whether a cap or the time held them down."""

    kind: WeekKind
    level: int
    dose: int
    rule: Rule
    capped: bool = False
    timed: bool = False


def is_easy(week: int, weeks: int) -> bool:
    """Tell whether a week is an easy one: every fourth, but never the last."""
    every: int = read_toml("assets", "progression.toml")["easy_week"]["every"]
    return week % every == 0 and week < weeks


def climb(column: Sequence[Sequence[int]], weeks: int, *, cap: int, highest_dose: int) -> tuple[Rung, ...]:
    """Walk a column week by week; `cap` is the highest level, `highest_dose` holds the time."""
    easy_dose: int = read_toml("assets", "progression.toml")["easy_week"]["dose"]
    rungs: list[Rung] = []
    level, dose = -1, 0  # of the loading week before, before the time cap
    loading = 0
    for week in range(1, weeks + 1):
        if is_easy(week, weeks):
            rungs.append(Rung("easy", level, easy_dose, "easy"))
            continue
        loading += 1
        asked_level, asked_dose = column[min(loading, len(column)) - 1]
        before = (level, min(dose, highest_dose))
        late = 1 < week == weeks and level < asked_level <= cap
        capped = asked_level > cap
        if capped:
            dose = min(dose + 1, _highest_planned_dose())
        elif not late:
            level, dose = asked_level, asked_dose
        after = (level, min(dose, highest_dose))
        rule = "last_week" if late else _rule(before, after)
        rungs.append(Rung("load", *after, rule, capped=capped, timed=dose > highest_dose))
    return tuple(rungs)


def _rule(before: tuple[int, int], after: tuple[int, int]) -> Rule:
    if before[0] < 0:
        return "start"
    if after[0] > before[0]:
        return "level_up"
    if after[1] > before[1]:
        return "dose_up"
    return "top" if after[1] == _highest_planned_dose() else "same"


def _highest_planned_dose() -> int:
    dose: int = read_toml("assets", "progression.toml")["limits"]["highest_planned_dose"]
    return dose
