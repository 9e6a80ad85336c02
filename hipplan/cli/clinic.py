"""hipplan clinic: a clinic file to start from."""

import click

from hipplan.cli.help_page import Command
from hipplan.workbook.clinic import Clinic

_EXAMPLES = {
    "name": '"Riverside Physio"',
    "address": '"1 Mill Lane\\nRiverton"',
    "phone": '"555 0100"',
    "logo": '"logo.png"',
    "accent": '"#1F4E8C"',
    "footer": '"Riverside Physio, 555 0100"',
    "letterhead": '"letterhead.pdf"',
    "letterhead_pages": '"cover"',
    "safe_area": "{ top = 45, bottom = 20 }",
    "leaflets": '["back-care.pdf"]',
}


@click.command(cls=Command)
def command() -> None:
    """Print a clinic file with every key in it, explained and switched off.

    \b
    Examples:
      hipplan clinic > clinic.toml
      hipplan build --clinic-file clinic.toml
    """  # noqa: D301  Click reads the backslash
    click.echo(starter_file(), nl=False)


def starter_file() -> str:
    """Write out every key with what it means, commented out, in TOML."""
    lines = [
        "# The face of a clinic, for hipplan build --clinic-file, or for the environment variable HIPPLAN_CLINIC.",
        "# Take away the # before a key to use its line. Paths start from the folder of this file.",
    ]
    for key, field in Clinic.model_fields.items():
        lines += ["", f"# {field.description}", f"# {key} = {_EXAMPLES[key]}"]
    return "\n".join(lines) + "\n"
