"""hipplan check: whether a PDF is fit to be printed."""

import json
import sys
from pathlib import Path

import click

from hipplan.checking.answer import answer_json
from hipplan.checking.guarded import MOST_BYTES, check
from hipplan.cli.check_table import check_table
from hipplan.cli.formats import takes_format
from hipplan.cli.help_page import Command
from hipplan.errors import ExitCode, FileProblemError
from hipplan.preferences_file import read_bytes

_STANDARD_INPUT = Path("-")


@click.command(cls=Command)
@click.argument("file", metavar="FILE.pdf", type=click.Path(path_type=Path))
@takes_format("A table to read, or JSON for other programs.")
@click.pass_context
def command(ctx: click.Context, file: Path, *, shape: str) -> None:
    """Check a PDF before it is printed: type, contrast, margins, boxes, words.

    It also tells which programme the file holds, whether PDF/UA-1 and PDF/A-2a are declared and true, and whether
    anything in it may run. FILE.pdf may be any PDF, not only a workbook; - is standard input. Measuring needs the extra
    hipplan[check]; without it, the table says what was not checked.

    The file is only read, in a process of its own that is ended when it takes more than 15 seconds or, where the system
    can limit it, 420 MB of memory. No text of its pages is shown.

    \b
    Examples:
      hipplan check hip-plan.pdf
      hipplan check hip-plan.pdf --format json
      hipplan build --output - | hipplan check -
    """  # noqa: D301  Click reads the backslash
    try:
        answer = check(_read(file))
    except FileProblemError as error:
        raise FileProblemError(*(_named(problem, file) for problem in error.problems)) from None
    if shape == "json":
        click.echo(json.dumps(answer_json(answer), indent=2))
    else:
        click.echo(check_table(answer, click.format_filename(file)))
    if not answer.passed:
        ctx.exit(int(ExitCode.CHECK_FAILED))


def _read(file: Path) -> bytes:
    if file == _STANDARD_INPUT:
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    return read_bytes(file, "PDF", MOST_BYTES)


def _named(problem: str, file: Path) -> str:
    return problem if problem.startswith(f"{file}: ") else f"{file}: {problem}"
