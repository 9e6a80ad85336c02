"""A programme as a table for the terminal: weeks and sessions that are the same stand together."""

from dataclasses import replace
from itertools import groupby

from hipplan.cli.report import overview
from hipplan.cli.terminal import counted, paragraph, span
from hipplan.plan.programme import Prescription, Programme, Session, Week
from hipplan.words import say

_NAME = 29
_KEY = "Sets x repetitions are for each side. Tempo is in seconds: first part, pause, last part."


def plan_table(programme: Programme, *, why: bool) -> str:
    """Lay out the whole programme, 80 characters wide."""
    said: dict[str, str] = {}
    parts = [paragraph(f"Programme {programme.id}: {overview(programme)}."), paragraph(_KEY)]
    for _, group in groupby(programme.weeks, key=lambda week: _content(week, why=why)):
        parts.append(_weeks(list(group), said if why else None))
    parts += [paragraph(f"Left out: {say(f'moves.{left.move}.name')}. {left.because}") for left in programme.left_out]
    parts += [paragraph(note) for note in programme.notes]
    return "\n\n".join(parts)


def _content(week: Week, *, why: bool) -> tuple[object, ...]:
    """Find what two weeks must share to stand together."""
    sessions = ((session.date, _moves_of(session, why=why)) for session in week.sessions)
    return (week.kind, week.aim, week.test, *sessions)


def _moves_of(session: Session, *, why: bool) -> tuple[Prescription, ...]:
    return session.prescriptions if why else tuple(replace(one, reasons=()) for one in session.prescriptions)


def _weeks(weeks: list[Week], said: dict[str, str] | None) -> str:
    first, last = weeks[0], weeks[-1]
    numbers = "Week" if first is last else "Weeks"
    tests = ", with the tests" if first.test and "test" not in first.aim else ""
    lines = [f"{numbers} {span(first.number, last.number)}: {first.aim}{tests}"]
    by_moves: dict[tuple[Prescription, ...], list[Session]] = {}
    for session in first.sessions:
        by_moves.setdefault(session.prescriptions, []).append(session)
    for prescriptions, sessions in by_moves.items():
        lines += [_session_line(sessions), *(line for one in prescriptions for line in _move_lines(one, said))]
    return "\n".join(lines)


def _session_line(sessions: list[Session]) -> str:
    first = sessions[0]
    days = ", ".join(f"{one.day.capitalize()} {one.date}" if one.date else one.day.capitalize() for one in sessions)
    half = f"Day {first.split}, " if first.split else ""
    return f"  {half}{days}: {counted(first.minutes, 'minute')}, effort {_effort(*first.effort)} of 10"


def _effort(low: int, high: int) -> str:
    return span(low, high) if low else f"at most {high}"


def _move_lines(one: Prescription, said: dict[str, str] | None) -> list[str]:
    """Give the numbers of a move and, where they are asked for, the words that have not been said yet."""
    name = say(f"moves.{one.move}.name")
    kit = f", {one.load}" if one.load else ""
    line = f"    {name:<{_NAME}}level {one.level}  {f'{one.sets} x {one.reps}':<8}rest {one.rest_s} s  {one.tempo}{kit}"
    if said is None:
        return [line]
    lines = [line]
    for label, words in (("How", one.variation), ("Why", " ".join(one.reasons))):
        if said.get(one.move + label) != words:
            said[one.move + label] = words
            lines.append(paragraph(f"{label}: {words}", indent=6))
    return lines
