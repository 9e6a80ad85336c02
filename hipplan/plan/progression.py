"""Preferences in, programme out: choose the moves, climb their ladders, hold the time, say why."""

from collections.abc import Mapping
from dataclasses import replace
from math import ceil

from hipplan.errors import PlanRefusedError
from hipplan.plan.identity import programme_id
from hipplan.plan.ladder import is_easy
from hipplan.plan.planning_notes import plan_notes
from hipplan.plan.precautions import Verdict, verdicts
from hipplan.plan.preferences import Preferences
from hipplan.plan.prescribing import course, prescribe
from hipplan.plan.programme import LeftOut, Prescription, Programme, Session, Week
from hipplan.plan.schedule import Slot, session_date, week_slots
from hipplan.plan.selection import kept_moves, left_out_moves, refuse_if_too_little, shortfall
from hipplan.plan.timing import marks, minutes, session_seconds
from hipplan.resources import read_toml
from hipplan.words import say


def plan_programme(preferences: Preferences) -> Programme:
    """Make the programme, or refuse with every reason."""
    judged = verdicts(preferences)
    left = left_out_moves(preferences, judged)
    refuse_if_too_little(preferences, left)
    weeks, left, timed = _fit_time(preferences, judged, left=left)
    draft = Programme(
        id="",
        preferences=preferences,
        weeks=weeks,
        left_out=tuple(LeftOut(move=move, because=left[move]) for move in judged if move in left),
        notes=plan_notes(preferences, weeks, timed=timed),
    )
    return replace(draft, id=programme_id(draft))


def highest_dose(*, timed: bool) -> int:
    """Look up the highest dose a plan reaches; a limit on the time holds it lower."""
    limits = read_toml("assets", "progression.toml")["limits"]
    dose: int = limits["time_cap_dose" if timed else "highest_planned_dose"]
    return dose


def _fit_time(
    preferences: Preferences,
    judged: Mapping[str, Verdict],
    *,
    left: Mapping[str, str],
) -> tuple[tuple[Week, ...], dict[str, str], bool]:
    """Cap the doses, then leave moves out, until the longest session fits."""
    gone = dict(left)
    weeks = _weeks(preferences, judged, left=gone, timed=False)
    if preferences.max_minutes is None or not _too_long(weeks, preferences.max_minutes):
        return weeks, gone, False
    weeks = _weeks(preferences, judged, left=gone, timed=True)
    while too_long := _too_long(weeks, preferences.max_minutes):
        because = say("left_out.time", minutes=preferences.max_minutes)
        move = _next_to_leave(preferences, too_long, left=gone)
        if move is None:
            reached = ceil(max(map(_seconds, too_long)) / 60)
            raise PlanRefusedError(say("refusals.too_long", reached=reached, minutes=preferences.max_minutes))
        gone[move] = because
        weeks = _weeks(preferences, judged, left=gone, timed=True)
    return weeks, gone, True


def _next_to_leave(preferences: Preferences, too_long: list[Session], *, left: Mapping[str, str]) -> str | None:
    done = {prescription.move for session in too_long for prescription in session.prescriptions}
    order: list[str] = read_toml("assets", "progression.toml")["limits"]["leave_out_for_time"]
    return next((m for m in order if m in done and not shortfall(preferences, {**left, m: ""})), None)


def _seconds(session: Session) -> int:
    return session_seconds(session.prescriptions)


def _too_long(weeks: tuple[Week, ...], limit: int) -> list[Session]:
    return [session for week in weeks for session in week.sessions if _seconds(session) > 60 * limit]


def _weeks(
    preferences: Preferences,
    judged: Mapping[str, Verdict],
    *,
    left: Mapping[str, str],
    timed: bool,
) -> tuple[Week, ...]:
    moves = kept_moves(preferences, left)
    most = highest_dose(timed=timed)
    courses = {m: course(m, preferences, verdict=judged[m], highest_dose=most) for m in moves}
    slots = week_slots(preferences, moves)
    weeks = []
    for number in range(1, preferences.weeks + 1):
        done = {m: prescribe(plan, number, preferences=preferences, verdict=judged[m]) for m, plan in courses.items()}
        sessions = tuple(_session(slot, number, preferences=preferences, done=done) for slot in slots)
        weeks.append(_week(number, preferences.weeks, sessions))
    return tuple(weeks)


def _week(number: int, weeks: int, sessions: tuple[Session, ...]) -> Week:
    easy = is_easy(number, weeks)
    aim = "learn" if number == 1 else "finish" if number == weeks else "easy" if easy else "build"
    return Week(
        number=number,
        kind="easy" if easy else "load",
        aim=say(f"aims.{aim}"),
        test=aim != "build",
        sessions=sessions,
    )


def _session(slot: Slot, week: int, *, preferences: Preferences, done: Mapping[str, Prescription]) -> Session:
    prescriptions = tuple(done[move] for move in slot.moves)
    return Session(
        number=slot.number,
        day=slot.day,
        split=slot.split,
        date=session_date(preferences, week, slot.day),
        minutes=minutes(session_seconds(prescriptions)),
        marks=marks(prescriptions, preferences.log_detail),
        effort=max(prescription.effort for prescription in prescriptions),
        prescriptions=prescriptions,
    )
