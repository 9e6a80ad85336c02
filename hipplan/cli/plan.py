"""hipplan plan: the programme in the terminal, or as JSON."""

import json
from collections.abc import Mapping
from pathlib import Path

import click

from hipplan.cli.asking import planned
from hipplan.cli.formats import takes_format
from hipplan.cli.plan_table import plan_table
from hipplan.cli.preference_options import PreferencesCommand, takes_preferences
from hipplan.plan.edit import programme_json


@click.command(cls=PreferencesCommand)
@takes_preferences
@click.option("--why", is_flag=True, help="Say how each move is done, and the reasons for its numbers.")
@takes_format("A table to read, or JSON to edit and give to hipplan build --programme.")
@click.pass_obj
def command(given: Mapping[str, object], *, preferences_file: Path | None, why: bool, shape: str) -> None:
    """Show the programme that the workbook would hold; nothing is written.

    It takes the same preferences as hipplan build.

    \b
    Examples:
      hipplan plan --weeks 8 --level intermediate
      hipplan plan sam.toml --why
      hipplan plan sam.toml --format json > edited.json
    """  # noqa: D301  Click reads the backslash
    programme = planned(preferences_file, given)
    if shape == "json":
        click.echo(json.dumps(programme_json(programme), indent=2, ensure_ascii=False))
    else:
        click.echo(plan_table(programme, why=why))
