"""The physio has the last word: read a programme edited by hand, inside the ranges or openly outside them."""

from dataclasses import replace

from hipplan.errors import ProgrammeError
from hipplan.plan.catalogue import MAIN_MOVES, MOVES, catalogue
from hipplan.plan.edit_prescription import Finding
from hipplan.plan.edit_session import Basis, Noted, edited_week, plan_again, same
from hipplan.plan.edit_shape import EditedProgramme, parse_shape
from hipplan.plan.identity import programme_id, programme_json
from hipplan.plan.planning_notes import is_timed, plan_notes
from hipplan.plan.programme import LeftOut, Programme, Week
from hipplan.plan.timing import marks
from hipplan.plan.weeks import has_a_box_a_side, moves_in
from hipplan.resources import read_toml
from hipplan.words import say

__all__ = ["programme_json", "read_programme"]

_ALLOW = "; to keep it, use --allow-outside"


def read_programme(text: str, *, allow_outside: bool) -> Programme:
    """Plan again from the file's own preferences and take the changes over, or say all that cannot be kept."""
    shape = parse_shape(text)
    basis = plan_again(shape)
    weeks, noted = _weeks(basis, shape)
    edited = _finished(basis.planned, weeks, noted)
    noted += _whole(basis.planned, shape, edited)
    wrong = [one for one in noted if not allow_outside or one.finding.printed is None]
    if wrong:
        raise ProgrammeError(*dict.fromkeys(_line(one) for one in wrong))
    return edited


def _weeks(basis: Basis, shape: EditedProgramme) -> tuple[tuple[Week, ...], list[Noted]]:
    """Match the weeks; where one is missing, added or doubled there is nothing to compare."""
    numbers = [week.number for week in shape.weeks]
    expected = [week.number for week in basis.planned.weeks]
    if numbers != expected:
        found = ", ".join(map(str, numbers))
        error = f"should be weeks 1 to {expected[-1]} in order (got {found}); drop sessions or moves, not weeks"
        raise ProgrammeError(f"weeks: {error}")
    pairs = zip(basis.planned.weeks, shape.weeks, strict=True)
    judged = [edited_week(basis, planned, given) for planned, given in pairs]
    return tuple(week for week, _ in judged), [one for _, noted in judged for one in noted]


def _finished(planned: Programme, weeks: tuple[Week, ...], noted: list[Noted]) -> Programme:
    """Work out again all that follows from the weeks."""
    kept = moves_in(replace(planned, weeks=weeks))
    left = {one.move: one.because for one in planned.left_out if one.move not in kept}
    left |= {move: say("left_out.physio") for move in moves_in(planned) if move not in kept}
    allowed = [one for one in noted if one.finding.printed]
    edited = replace(
        planned,
        weeks=_counted(planned, weeks),
        left_out=tuple(LeftOut(move=move, because=left[move]) for move in MOVES if move in left),
        notes=plan_notes(planned.preferences, weeks, timed=is_timed(planned)),
        outside=tuple(dict.fromkeys(LeftOut(move=one.move, because=one.finding.printed or "") for one in allowed)),
    )
    return replace(edited, id=programme_id(edited))


def _counted(planned: Programme, weeks: tuple[Week, ...]) -> tuple[Week, ...]:
    """Count a mark a set where the log has no room for a box a side."""
    if planned.preferences.log_detail != "sides" or has_a_box_a_side(replace(planned, weeks=weeks)):
        return weeks
    return tuple(
        replace(week, sessions=tuple(replace(one, marks=marks(one.prescriptions, "sets")) for one in week.sessions))
        for week in weeks
    )


def _whole(planned: Programme, shape: EditedProgramme, edited: Programme) -> list[Noted]:
    """Judge what concerns the programme as a whole."""
    kept = moves_in(edited)
    fewest: int = read_toml("assets", "progression.toml")["limits"]["fewest_moves"]
    noted = []
    if sum(move in MAIN_MOVES for move in kept) < fewest:
        noted.append(Noted("weeks", Finding("", f"should keep at least {fewest} of the five moves")))
    for move in kept:
        parent = catalogue()[move].parent
        if parent and parent not in kept:
            error = f"goes with {parent}, which is left out; leave both out or keep both"
            noted.append(Noted(f"weeks.{move}", Finding("", error)))
    left_out = tuple(LeftOut(move=one.move, because=one.because) for one in shape.left_out)
    noted += same("left_out", left_out, (planned.left_out, edited.left_out))
    return noted + same("notes", shape.notes, (planned.notes, edited.notes))


def _line(noted: Noted) -> str:
    where = f"{noted.path}.{noted.finding.field}".rstrip(".")
    return f"{where}: {noted.finding.error}{_ALLOW if noted.finding.printed else ''}"
