"""Ways to look into a programme: its moves, its sessions, and a move's dose in a week."""

from collections.abc import Iterator

from hipplan.plan.catalogue import MOVES
from hipplan.plan.programme import Prescription, Programme, Session, Week
from hipplan.plan.query import query

MOST_SETS_SPLIT = 3  # more leave no side a box that is wide enough for a pen


def sessions_of(programme: Programme) -> Iterator[Session]:
    """Go through every session."""
    return (session for week in programme.weeks for session in week.sessions)


@query
def moves_in(programme: Programme) -> tuple[str, ...]:
    """List the moves of a programme in session order, inward options after their parents."""
    done = {prescription.move for session in sessions_of(programme) for prescription in session.prescriptions}
    return tuple(move for move in MOVES if move in done)


def dose_in_week(week: Week, move: str) -> Prescription | None:
    """Find a move's prescription in a week; where an edit made the sessions differ, the largest."""
    done = [found for session in week.sessions for found in session.prescriptions if found.move == move]
    return max(done, key=lambda found: (found.level, found.sets * found.reps, found.sets, -found.rest_s), default=None)


def week_effort(week: Week) -> tuple[int, int]:
    """Effort asked for in a week: the highest of its sessions."""
    return max(session.effort for session in week.sessions)


@query
def most_sets(programme: Programme) -> int:
    """Most sets of a move in any session."""
    return max(done.sets for session in sessions_of(programme) for done in session.prescriptions)


@query
def has_a_box_a_side(programme: Programme) -> bool:
    """Whether the log has a box for each side: it is asked for, and no move has more sets than there is room for."""
    return programme.preferences.log_detail == "sides" and most_sets(programme) <= MOST_SETS_SPLIT


@query
def first_done(programme: Programme, move: str | None = None) -> Prescription:
    """The first prescription of the plan, or the first of a move."""
    done = (one for session in sessions_of(programme) for one in session.prescriptions)
    return next(one for one in done if move in (None, one.move))


@query
def session_counts(programme: Programme) -> tuple[int, ...]:
    """How many sessions each week has."""
    return tuple(len(week.sessions) for week in programme.weeks)
