"""hipplan precautions: the conditions, and what each does to each move."""

from typing import get_args

import click

from hipplan.cli.help_page import Command
from hipplan.cli.terminal import paragraph
from hipplan.plan.catalogue import MAIN_MOVES
from hipplan.plan.precautions import code
from hipplan.plan.preferences import Precaution
from hipplan.words import say

_COLUMNS = (*MAIN_MOVES, "fire-hydrant-inward")
_HEADS = ("squat\nturn", "hinge\nreach", "side\nlunge", "fire\nhydrant", "clam", "inward")
_LEGEND = {
    "ok": "normal care, normal start",
    "note": "normal start; a note is printed on its page",
    "V0+": "starts at level 0",
    "V0-1": "starts at level 0 and never goes above level 1",
    "V0": "stays at level 0",
    "ask": "left out until a clinician clears it (--cleared); then starts at level 0",
    "ask-V0": "left out until a clinician clears it; then stays at level 0",
    "out": "left out; it cannot be cleared while this precaution is set",
}


@click.command(cls=Command)
def command() -> None:
    """List the precautions: slug, condition, and what it does to each move.

    The slug is the word to use in --precautions. With several of them the stricter word counts, move by move. The table
    is a planning aid: whoever knows the person decides.

    \b
    Example:
      hipplan plan --precautions hip-osteoarthritis,falls-risk --why
    """  # noqa: D301  Click reads the backslash
    click.echo(precautions_text())


def precautions_text() -> str:
    """Lay out the matrix, 80 characters wide."""
    slugs = get_args(Precaution)
    width = max(map(len, slugs))
    heads = [head.partition("\n")[::2] for head in _HEADS]
    rows = [_row("", [line[part] for line in heads], width) for part in (0, 1)]
    for slug in slugs:
        cells = [code(slug, move) for move in _COLUMNS]
        rows += [_row(slug, cells, width), paragraph(say(f"precautions.{slug}.clinic"), indent=2)]
    return "\n".join([*rows, "", *(f"{word:<8}{meaning}" for word, meaning in _LEGEND.items())])


def _row(head: str, cells: list[str], width: int) -> str:
    return f"{head:<{width}}  {''.join(f'{cell:<9}' for cell in cells)}".rstrip()
