"""Condition by move: the stricter code wins, and clearing lifts only the asking, never another condition's limit."""

from collections.abc import Mapping
from dataclasses import dataclass

from hipplan.errors import PlanRefusedError
from hipplan.plan.catalogue import HIGHEST_LEVEL, MOVES, catalogue
from hipplan.plan.preferences import Preferences
from hipplan.resources import read_toml
from hipplan.words import say

_CLEARED = {"ask": "V0+", "ask-V0": "V0"}
_CAPS = {"V0-1": 1, "V0": 0}
_LEFT_OUT = ("ask", "ask-V0", "out")
_FREE = ("ok", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the precautions do to one move; `because` are the conditions with the strictest code."""

    code: str
    start: int
    cap: int
    excluded: bool
    because: tuple[str, ...]
    notes: tuple[str, ...]


def active_precautions(preferences: Preferences) -> tuple[str, ...]:
    """List the precautions in force, with falls-risk when the one-leg stand is short."""
    codes = read_toml("assets", "precautions.toml")["codes"]
    asked = {*preferences.precautions, *(["falls-risk"] if has_short_stand(preferences) else [])}
    return tuple(slug for slug in codes if slug in asked)


def has_short_stand(preferences: Preferences) -> bool:
    """Tell whether the one-leg stand alone switches on falls-risk."""
    limit: float = read_toml("assets", "progression.toml")["limits"]["falls_risk_below_s"]
    return preferences.one_leg_stand is not None and preferences.one_leg_stand < limit


def code(precaution: str, move: str) -> str:
    """Look up one cell of the matrix, before any clearing."""
    facts = read_toml("assets", "precautions.toml")
    column = "inward" if catalogue()[move].parent else move
    found: str = facts["codes"][precaution][facts["columns"].index(column)]
    return found


def verdicts(preferences: Preferences) -> Mapping[str, Verdict]:
    """Judge every move; refuse a clearance for a move that cannot be cleared."""
    active = active_precautions(preferences)
    refusals = [
        say("refusals.cleared_out", move=say(f"moves.{move}.name"), slug=move, precaution=_quoted(barred))
        for move in preferences.cleared
        if (barred := [one for one in active if code(one, move) == "out"])
    ]
    if refusals:
        raise PlanRefusedError(*refusals)
    return {move: _verdict(move, active, cleared=move in preferences.cleared) for move in MOVES}


def needless_clearances(preferences: Preferences) -> tuple[str, ...]:
    """List the cleared moves that no precaution asks about."""
    active = active_precautions(preferences)
    return tuple(move for move in preferences.cleared if not any(code(one, move) in _CLEARED for one in active))


def _verdict(move: str, active: tuple[str, ...], *, cleared: bool) -> Verdict:
    order = read_toml("assets", "precautions.toml")["strictness"]
    codes = {one: code(one, move) for one in active}
    if cleared:
        codes = {one: _CLEARED.get(found, found) for one, found in codes.items()}
    strictest = max(codes.values(), key=order.index, default="ok")
    return Verdict(
        code=strictest,
        start=1 if strictest in _FREE else 0,
        cap=_CAPS.get(strictest, HIGHEST_LEVEL),
        excluded=strictest in _LEFT_OUT,
        because=tuple(one for one in active if codes[one] == strictest and strictest != "ok"),
        notes=tuple(one for one in active if codes[one] != "ok"),
    )


def _quoted(precautions: list[str]) -> str:
    return " and ".join(precautions)
