"""Values of preferences that are fine alone and impossible together."""

from collections.abc import Sequence

from hipplan.plan.complaints import Contradiction
from hipplan.plan.days import MOST_UNSPLIT, Day, crowded_days


def contradictions(
    *, level: str, sessions: int, days: Sequence[Day], pain_ok: int, pain_stop: int
) -> list[Contradiction]:
    """Find values that are fine alone and impossible together."""
    found = []
    if level == "novice" and sessions > MOST_UNSPLIT:
        message = (
            f"should be at most {MOST_UNSPLIT} for a novice (got {sessions}); "
            f"choose {MOST_UNSPLIT} or fewer, or level intermediate"
        )
        found.append(Contradiction("sessions", message, ("sessions", "level")))
    if pain_ok >= pain_stop:
        message = f"should be below pain_stop, which is {pain_stop} (got {pain_ok}); lower pain_ok"
        found.append(Contradiction("pain_ok", message, ("pain_ok", "pain_stop")))
    if days and len(days) != sessions:
        message = (
            f"should name {sessions} different days for sessions = {sessions} "
            f"(got {len(days)}: {', '.join(days)}); change days or sessions"
        )
        found.append(Contradiction("days", message, ("days", "sessions")))
    elif days and (crowded := crowded_days(days)):
        message = (
            f"should leave 48 hours between two sessions of the same move (got {', '.join(days)}; "
            f"{crowded[0]} and {crowded[1]} share moves); choose days further apart"
        )
        found.append(Contradiction("days", message, ("days", "sessions")))
    return found
