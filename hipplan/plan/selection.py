"""Which moves are in a plan, which are left out and why, and when too little is left for a plan."""

from collections.abc import Mapping

from hipplan.errors import PlanRefusedError
from hipplan.plan.catalogue import MAIN_MOVES, MOVES, catalogue
from hipplan.plan.days import MOST_UNSPLIT
from hipplan.plan.precautions import Verdict, active_precautions, code
from hipplan.plan.preferences import Preferences
from hipplan.plan.schedule import week_slots
from hipplan.resources import read_toml
from hipplan.words import listed, say

_ASKING = ("ask", "ask-V0")


def name_of(move: str) -> str:
    """Name a move in plain words."""
    return say(f"moves.{move}.name")


def precaution_names(slugs: tuple[str, ...]) -> str:
    """Name conditions in plain words."""
    return listed([say(f"precautions.{slug}.name") for slug in slugs])


def left_out_moves(preferences: Preferences, judged: Mapping[str, Verdict]) -> dict[str, str]:
    """Say of every move that is left out why; the inward options count only when asked for."""
    left: dict[str, str] = {}
    for slug in MOVES:
        parent = catalogue()[slug].parent
        if parent and not preferences.inward:
            continue
        if judged[slug].excluded:
            why = "out" if judged[slug].code == "out" else "ask"
            left[slug] = say(f"left_out.{why}", precautions=precaution_names(judged[slug].because))
        elif slug in preferences.skip:
            left[slug] = say("left_out.skip")
        elif parent in left:
            left[slug] = say("left_out.parent", parent=name_of(parent))
    return left


def kept_moves(preferences: Preferences, left: Mapping[str, str]) -> tuple[str, ...]:
    """List the moves of the plan in session order."""
    return tuple(m for m in MOVES if m not in left and (preferences.inward or not catalogue()[m].parent))


def shortfall(preferences: Preferences, left: Mapping[str, str]) -> list[str]:
    """Say why too little is left for a plan, or nothing."""
    kept = kept_moves(preferences, left)
    fewest: int = read_toml("assets", "progression.toml")["limits"]["fewest_moves"]
    if sum(move in MAIN_MOVES for move in kept) < fewest:
        return [say("refusals.few_moves"), *_who_left_them_out(preferences)]
    if preferences.sessions <= MOST_UNSPLIT:
        return []
    empty = dict.fromkeys(slot.split for slot in week_slots(preferences, kept) if not slot.moves)
    lines = [say("refusals.empty_day", sessions=preferences.sessions, half=half) for half in empty]
    gone = [say("refusals.empty_day_move", move=m, because=because) for m, because in left.items()]
    return [*lines, *gone] if lines else []


def refuse_if_too_little(preferences: Preferences, left: Mapping[str, str]) -> None:
    """Refuse a plan that holds too little, with every reason."""
    problems = shortfall(preferences, left)
    if problems:
        raise PlanRefusedError(*problems)


def _who_left_them_out(preferences: Preferences) -> list[str]:
    lines = []
    for one in active_precautions(preferences):
        out = [move for move in MAIN_MOVES if code(one, move) == "out"]
        ask = [move for move in MAIN_MOVES if code(one, move) in _ASKING and move not in preferences.cleared]
        lines += [say("refusals.few_moves_out", precaution=one, moves=listed(out))] if out else []
        lines += [say("refusals.few_moves_ask", precaution=one, moves=listed(ask))] if ask else []
    skipped = [move for move in MAIN_MOVES if move in preferences.skip]
    lines += [say("refusals.few_moves_skip", moves=listed(skipped))] if skipped else []
    return lines
