"""hipplan moves: what can be asked for by name."""

import click

from hipplan.cli.help_page import Command
from hipplan.cli.terminal import paragraph
from hipplan.plan.catalogue import Move, catalogue
from hipplan.words import listed, say


@click.command(cls=Command)
def command() -> None:
    """List the moves in the order of a session: slug, names, muscles and kit.

    The slug is the word to use in --easier, --cleared and --skip, and in a programme edited by hand. The two inward
    options are only in a plan that asks for them with --inward.
    """
    click.echo("\n\n".join(move_lines(move) for move in catalogue().values()))


def move_lines(move: Move) -> str:
    """Describe one move for the terminal."""
    name, full_name = (say(f"moves.{move.slug}.{key}") for key in ("name", "full_name"))
    muscles = listed([worker.replace("-", " ") for worker in move.workers])
    kit = listed(list(dict.fromkeys(version.kit for version in move.versions if version.kit)))
    lines = [full_name, f"Works: {muscles}.", f"Kit that makes it harder: {kit or 'none'}."]
    return "\n".join([f"{move.slug}: {name}", *(paragraph(line, indent=4) for line in lines)])
