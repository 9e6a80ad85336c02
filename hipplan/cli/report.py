"""What was written, in one short paragraph."""

from pathlib import Path

import click

from hipplan.cli.terminal import counted, paragraph, span
from hipplan.output import STANDARD_OUTPUT
from hipplan.plan.programme import LeftOut, Programme
from hipplan.plan.quantities import moves_in, session_minutes_range
from hipplan.words import listed, say


def build_report(
    programme: Programme, output: Path, *, pages: int, groups: tuple[str, ...], clinic: Path | None = None
) -> str:
    """Say what was written, what is in it, what is not and why, and what to do next."""
    place = "standard output" if output == STANDARD_OUTPUT else click.format_filename(output)
    wrote = f"Wrote {place}: {counted(pages, 'page')}, {overview(programme)}."
    missing = _listed("Left out:", programme.left_out)
    outside = _listed("Outside the usual ranges:", programme.outside)
    face = [f"With the clinic file {click.format_filename(clinic)}."] if clinic else []
    return paragraph(" ".join([wrote, *face, *missing, *outside, *programme.notes, _what_next(groups)]))


def _what_next(groups: tuple[str, ...]) -> str:
    """What to do with a file that has these groups of pages."""
    if "before" not in groups:
        return 'Print it, to go with "Before you start" of a workbook or a handout: that is read before session 1.'
    if "tests" not in groups:
        return 'Print it, and read "Before you start" before session 1.'
    return 'Print it, read "Before you start", and do the tests before session 1.'


def _listed(head: str, moves: tuple[LeftOut, ...]) -> list[str]:
    return [head, *(f"{_name(one.move)}. {one.because}" for one in moves)] if moves else []


def overview(programme: Programme) -> str:
    """Count weeks, sessions, minutes and moves."""
    names = [_name(move).lower() for move in moves_in(programme)]
    return (
        f"{counted(len(programme.weeks), 'week')} of {counted(len(programme.weeks[0].sessions), 'session')}, "
        f"about {span(*session_minutes_range(programme))} minutes each, with {listed(names)}"
    )


def _name(move: str) -> str:
    return say(f"moves.{move}.name")
