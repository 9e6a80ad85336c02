"""The command line: arguments in, one call, a message and an exit code out."""

from importlib import import_module

import click

from hipplan import __version__
from hipplan.errors import ExitCode, HipplanError

_SUMMARIES = {
    "build": "Write the workbook as a PDF.",
    "batch": "Make a workbook for every row of a roster.",
    "plan": "Show the programme in the terminal, or as JSON.",
    "check": "Check a PDF before it is printed.",
    "templates": "List the templates: which pages a workbook has.",
    "moves": "List the moves.",
    "precautions": "List the precautions and what they do to each move.",
    "clinic": "Print a clinic file to start from.",
    "init": "Write a preferences file to start from.",
    "schema": "Print the JSON Schema of the preferences file.",
}


class _Commands(click.Group):
    """Load a command when it is asked for, so that the first --help answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  Click passes it
        return list(_SUMMARIES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  Click passes it
        if cmd_name not in _SUMMARIES:
            return None
        command: click.Command = import_module(f"hipplan.cli.{cmd_name}").command
        command.short_help = _SUMMARIES[cmd_name]
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  Click passes it
        with formatter.section("Commands"):
            formatter.write_dl(list(_SUMMARIES.items()))

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except HipplanError as error:
            for problem in error.problems:
                click.echo(f"Error: {problem}", err=True)
            ctx.exit(int(error.exit_code))


_EXIT_CODES = "\n".join(
    (
        "\b",
        "Exit codes:",
        f"  {ExitCode.OK:d}  all is well",
        f"  {ExitCode.CHECK_FAILED:d}  something fails in a file that was checked",
        f"  {ExitCode.BAD_INPUT:d}  wrong usage or preferences, a plan that is refused, or an output that exists",
        f"  {ExitCode.FILE_PROBLEM:d}  a file or folder that is missing, unreadable, damaged, too large or read-only",
        f"  {ExitCode.SOME_ROWS_FAILED:d}  some rows of a roster are wrong; the other workbooks are made",
    ),
)


@click.group(cls=_Commands, epilog=_EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="hipplan")
def main() -> None:
    """Make a hip rotation programme and print it as a workbook.

    Say what you want with options, or in a file of preferences, or both: an option wins over the file, and the file
    over the defaults. The same preferences always give the same programme. Nothing leaves this computer.

    \b
    Examples:
      hipplan build                       a 4-week workbook in hip-plan.pdf
      hipplan build --weeks 8 --equipment mini-band
      hipplan init                        a preferences.toml to fill in
      hipplan build preferences.toml      the workbook it asks for
      hipplan batch roster.csv -o books   a workbook for every row
      hipplan plan --why                  every number, with its reasons
      hipplan check hip-plan.pdf          is it fit to be printed?

    hipplan COMMAND --help tells more about a command.
    """  # noqa: D301  Click reads the backslash
