"""The options of a workbook's look, the same for one workbook and many: template, clinic file, booklet."""

from collections.abc import Callable
from pathlib import Path

import click

from hipplan.clinic_file import VARIABLE
from hipplan.workbook.template import SHIPPED


def takes_look(command: Callable[..., None]) -> Callable[..., None]:
    """Add --clinic-file, --template and --booklet."""
    for option in reversed((_clinic_file, _template, _booklet)):
        command = option(command)
    return command


_clinic_file = click.option(
    "--clinic-file",
    metavar="CLINIC.toml",
    type=click.Path(path_type=Path),
    envvar=VARIABLE,
    show_envvar=True,
    help="Name, logo, colour and more of a clinic; hipplan clinic prints one.",
)
_template = click.option(
    "--template",
    metavar="NAME|FILE.toml",
    default="workbook",
    show_default=True,
    help=f"Which pages: {', '.join(SHIPPED)}, or a file of your own. hipplan templates lists them.",
)
_booklet = click.option(
    "--booklet",
    is_flag=True,
    help="Two pages a side, to fold and staple; for print only, without tags. "
    "The print is small: 12 pt becomes 8.5 pt, on Letter 7.8 pt; large print makes up for it.",
)
