"""hipplan init: a preferences file to start from."""

from pathlib import Path
from shlex import quote

import click

from hipplan.cli.help_page import Command
from hipplan.errors import OutputExistsError
from hipplan.output import STANDARD_OUTPUT, check_output, write_whole
from hipplan.preference_guide import GROUPS, entries


@click.command(cls=Command)
@click.argument("file", default="preferences.toml", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace a file that is already there.")
def command(file: Path, *, force: bool) -> None:
    """Write a preferences file with every key in it, explained and switched off.

    FILE is preferences.toml unless you name another; - is standard output.

    \b
    Examples:
      hipplan init
      hipplan init plans/sam.toml
    """  # noqa: D301  Click reads the backslash
    if file == STANDARD_OUTPUT:
        click.echo(starter_file(), nl=False)
        return
    check_output(file)
    if file.exists() and not force:
        raise OutputExistsError(f"{file}: already there; name another file, or add --force to replace it")
    write_whole(file, starter_file().encode())
    shown = click.format_filename(file)
    click.echo(
        f"Wrote {shown}. Open it, take away the # where you want a change, then run:\nhipplan build {quote(shown)}"
    )


def starter_file() -> str:
    """Write out every key with what it means, commented out, in TOML."""
    lines = [
        "# Preferences for hipplan.",
        "# Take away the # before a key to use its line; every other key keeps its default.",
        "# Then run hipplan build with the name of this file.",
    ]
    group = ""
    for entry in entries():
        if entry.group != group:
            group = entry.group
            lines += ["", "", f"# {GROUPS[group]}"]
        note = "  # an example; not set unless you give it" if entry.default is None else ""
        lines += ["", f"# {entry.description}", f"# {entry.key} = {entry.toml}{note}"]
    return "\n".join(lines) + "\n"
