"""The levels beside the one a plan starts with: what is easier and what would be harder, within kit and precautions."""

from hipplan.plan.catalogue import catalogue
from hipplan.plan.precautions import verdicts
from hipplan.plan.prescribing import sentence
from hipplan.plan.programme import Programme
from hipplan.plan.quantities import levels_used
from hipplan.plan.query import query


@query
def next_level(programme: Programme, move: str) -> int | None:
    """The level above the highest this plan uses; None when precautions, kit or the ladder end here."""
    preferences = programme.preferences
    cap = min(verdicts(preferences)[move].cap, catalogue()[move].kit_cap(preferences.equipment))
    level = max(use.level for use in levels_used(programme, move)) + 1
    return level if level <= cap else None


@query
def level_words(programme: Programme, move: str, level: int) -> str:
    """How a level is done with the kit of this plan. Raises LookupError when the kit does not reach it."""
    version = catalogue()[move].version(level, programme.preferences.equipment)
    if version is None:
        raise LookupError(f"{move} has no level {level} with {programme.preferences.equipment}")
    return sentence(move, version)
