"""Take over the weeks and sessions of an edited programme: days stay, moves and sessions may go."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hipplan.plan.catalogue import MOVES, catalogue
from hipplan.plan.complaints import nearest, shown
from hipplan.plan.edit_prescription import Case, Finding, judge
from hipplan.plan.edit_shape import EditedPrescription, EditedProgramme, EditedSession, EditedWeek
from hipplan.plan.planning_notes import is_timed
from hipplan.plan.precautions import Verdict, active_precautions, verdicts
from hipplan.plan.preferences import parse_preferences
from hipplan.plan.prescribing import Course, course, prescribe
from hipplan.plan.programme import Prescription, Programme, Session, Week
from hipplan.plan.progression import highest_dose, plan_programme
from hipplan.plan.schedule import moves_of
from hipplan.plan.timing import marks, minutes, session_seconds
from hipplan.plan.weeks import moves_in
from hipplan.words import say


@dataclass(frozen=True, slots=True)
class Noted:
    """A finding, where it was made and about which move."""

    path: str
    finding: Finding
    move: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What was planned, and how every move was or would have been planned."""

    planned: Programme
    courses: Mapping[str, Course]
    judged: Mapping[str, Verdict]
    strict_rest: bool


def plan_again(shape: EditedProgramme) -> Basis:
    """Make the programme of the file's own preferences."""
    origins = {key: f"preferences.{key}" for key in shape.preferences}
    preferences = parse_preferences(shape.preferences, origins=origins)
    planned = plan_programme(preferences)
    judged = verdicts(preferences)
    most = highest_dose(timed=is_timed(planned))
    return Basis(
        planned=planned,
        courses={move: course(move, preferences, verdict=judged[move], highest_dose=most) for move in MOVES},
        judged=judged,
        strict_rest="falls-risk" in active_precautions(preferences),
    )


def same(path: str, given: object, allowed: tuple[object, ...]) -> list[Noted]:
    """Refuse a value that is neither as planned nor as it follows from the changes."""
    if given in allowed:
        return []
    return [Noted(path, Finding("", f"follows from the preferences and cannot be changed (got {shown('', given)})"))]


def edited_week(basis: Basis, planned: Week, given: EditedWeek) -> tuple[Week, list[Noted]]:
    """Match the sessions of a week by their numbers; some may be gone."""
    path = f"weeks[{planned.number}]"
    noted = [
        one
        for field in ("kind", "aim", "test")
        for one in same(f"{path}.{field}", getattr(given, field), (getattr(planned, field),))
    ]
    sessions = {}
    for edited in given.sessions:
        session = next((one for one in planned.sessions if one.number == edited.number), None)
        if session is None or edited.number in sessions:
            error = f"should be numbers of planned sessions, each once (got {edited.number})"
            noted.append(Noted(f"{path}.sessions", Finding("", error)))
            continue
        sessions[edited.number], found = _session(basis, planned, session=session, given=edited)
        noted += found
    return replace(planned, sessions=tuple(sessions[number] for number in sorted(sessions))), noted


def _session(
    basis: Basis,
    week: Week,
    *,
    session: Session,
    given: EditedSession,
) -> tuple[Session, list[Noted]]:
    path = f"weeks[{week.number}].sessions[{session.number}]"
    noted = [
        one
        for field in ("day", "split", "date")
        for one in same(f"{path}.{field}", getattr(given, field), (getattr(session, field),))
    ]
    done: dict[str, Prescription] = {}
    for row in given.prescriptions:
        refusal, outside = _place(basis.planned, session, row.move, doubled=row.move in done)
        noted += [Noted(f"{path}.{shown('', row.move)}", one, row.move) for one in (refusal, outside) if one]
        if refusal is None:
            done[row.move], findings = judge(_case(basis, week, session=session, row=row))
            noted += [Noted(f"{path}.{row.move}", one, row.move) for one in findings]
    if not done:
        return session, noted
    return _counted(session, tuple(done[move] for move in MOVES if move in done), basis.planned), noted


def _place(
    planned: Programme,
    session: Session,
    move: str,
    *,
    doubled: bool,
) -> tuple[Finding | None, Finding | None]:
    """Say why a move cannot be in a session, or that it was left out of the plan."""
    if move not in MOVES:
        return Finding("", f"no such move{nearest(move, MOVES)}"), None
    if doubled:
        return Finding("", "is there twice; the same move needs 48 hours in between"), None
    if catalogue()[move].parent and not planned.preferences.inward:
        return Finding("", "is not asked for; set inward to true in the preferences and plan again"), None
    if move not in moves_of(session.split):
        return Finding("", "belongs to the other day; on this one it would come within 48 hours"), None
    if move in moves_in(planned):
        return None, None
    because = next(one.because for one in planned.left_out if one.move == move)
    words = say("reasons.outside_move", because=because)
    return None, Finding("", f"is left out of this plan ({because.rstrip('.')})", words)


def _case(basis: Basis, week: Week, *, session: Session, row: EditedPrescription) -> Case:
    move, preferences = row.move, basis.planned.preferences
    planned = next((one for one in session.prescriptions if one.move == move), None)
    return Case(
        edited=row,
        planned=planned
        or prescribe(basis.courses[move], week.number, preferences=preferences, verdict=basis.judged[move]),
        course=basis.courses[move],
        kind=week.kind,
        preferences=preferences,
        left_out=planned is None,
        strict_rest=basis.strict_rest,
    )


def _counted(session: Session, prescriptions: tuple[Prescription, ...], planned: Programme) -> Session:
    return replace(
        session,
        minutes=minutes(session_seconds(prescriptions)),
        marks=marks(prescriptions, planned.preferences.log_detail),
        effort=max(prescription.effort for prescription in prescriptions),
        prescriptions=prescriptions,
    )
