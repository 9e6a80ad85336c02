"""What a plan says about itself: limits, advice and kit that stays in the cupboard."""

from hipplan.plan.catalogue import PLANNING_KIT
from hipplan.plan.days import MOST_UNSPLIT
from hipplan.plan.precautions import active_precautions, has_short_stand, needless_clearances
from hipplan.plan.preferences import Preferences
from hipplan.plan.programme import Programme, Week
from hipplan.plan.query import query
from hipplan.plan.selection import name_of
from hipplan.plan.timing import minutes, session_seconds
from hipplan.resources import read_toml
from hipplan.words import listed, say

_LEARNING_WEEKS = 3
_SETTLING_WEEKS = 5
_LONG_SESSION_S = 45 * 60


def plan_notes(preferences: Preferences, weeks: tuple[Week, ...], *, timed: bool) -> tuple[str, ...]:
    """Collect the notes of a plan, the general ones first."""
    return (
        *_length_notes(preferences),
        *_safety_notes(preferences),
        *_time_notes(preferences, weeks, timed=timed),
        *_kit_notes(preferences, weeks),
        *_clearing_notes(preferences),
    )


@query
def is_timed(programme: Programme) -> bool:
    """Tell whether the time held the doses of a programme down."""
    return _time_cap_note(programme.preferences) in programme.notes


def _time_cap_note(preferences: Preferences) -> str:
    dose = read_toml("assets", "progression.toml")["limits"]["time_cap_dose"]
    return say("notes.time_cap", dose=dose, minutes=preferences.max_minutes)


def _length_notes(preferences: Preferences) -> list[str]:
    limits = read_toml("assets", "progression.toml")["limits"]
    notes = []
    if preferences.weeks <= _LEARNING_WEEKS:
        notes.append(say("notes.learning"))
    elif preferences.weeks <= _SETTLING_WEEKS:
        notes.append(say("notes.settling"))
    if preferences.weeks >= limits["review_from_weeks"]:
        notes.append(say("notes.review"))
    if preferences.sessions == 1:
        notes.append(say("notes.once_a_week"))
    if preferences.sessions > MOST_UNSPLIT:
        notes.append(say("notes.split"))
    return notes


def _safety_notes(preferences: Preferences) -> list[str]:
    limit = read_toml("assets", "progression.toml")["limits"]["falls_risk_below_s"]
    notes = [say("notes.short_stand", seconds=limit)] if has_short_stand(preferences) else []
    return [*notes, say("notes.falls")] if "falls-risk" in active_precautions(preferences) else notes


def _time_notes(preferences: Preferences, weeks: tuple[Week, ...], *, timed: bool) -> list[str]:
    if timed:
        return [_time_cap_note(preferences)]
    longest = max(session_seconds(session.prescriptions) for week in weeks for session in week.sessions)
    return [say("notes.long", minutes=minutes(longest))] if longest > _LONG_SESSION_S else []


def _kit_notes(preferences: Preferences, weeks: tuple[Week, ...]) -> list[str]:
    used = {kit for week in weeks for session in week.sessions for p in session.prescriptions for kit in p.equipment}
    unused = [say(f"kit.{kit}") for kit in preferences.equipment if kit in PLANNING_KIT and kit not in used]
    words = "notes.unused_kit" if len(unused) == 1 else "notes.unused_kits"
    return [say(words, kit=listed(unused))] if unused else []


def _clearing_notes(preferences: Preferences) -> list[str]:
    return [say("notes.needless", move=name_of(move)) for move in needless_clearances(preferences)]
