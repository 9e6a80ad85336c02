"""hipplan batch: a workbook for every row of a roster."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from urllib.parse import unquote

import click

from hipplan.batch.cluster import made_on_cluster
from hipplan.batch.folder import Folder
from hipplan.batch.printing import check_stream, titled, write_stream
from hipplan.batch.run import run
from hipplan.batch.starter import starter_roster
from hipplan.batch.store import Store
from hipplan.batch.tasks import looked_through
from hipplan.batch.workers import cores, made_in_turn
from hipplan.cli.batch_report import (
    Saying,
    checked_lines,
    failed_lines,
    made_lines,
    shared_lines,
    stopped_line,
    stream_lines,
)
from hipplan.cli.booklet import booklets_note
from hipplan.cli.help_page import Command
from hipplan.cli.look_options import takes_look
from hipplan.cli.stopping import stopping_with
from hipplan.errors import PreferencesError, RowsFailedError

_PATH = click.Path(path_type=Path)


def _example(ctx: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001  Click passes it
    if value and not ctx.resilient_parsing:
        click.echo(starter_roster(), nl=False)
        ctx.exit()


@click.command(cls=Command)
@click.argument("roster", type=_PATH)
@click.option(
    "-o", "--output", metavar="FOLDER", help="Where the workbooks go; made if it is not there. May be a URL: s3://..."
)
@click.option("--preferences", metavar="FILE.toml", type=_PATH, help="Preferences for what a row leaves out.")
@click.option(
    "--filename",
    metavar="PATTERN",
    default="{id}",
    show_default=True,
    help="File names; may hold {id}, {row}, {name}, {clinician}, {clinic}, {start}, {review}, {weeks}, {level}.",
)
@takes_look
@click.option("--print-stream", metavar="FILE.pdf", type=_PATH, help="All workbooks in one file for duplex printing.")
@click.option("--jobs", metavar="N", type=click.IntRange(1), help="Processes to use.  [default: all cores]")
@click.option("--scheduler", metavar="tcp://HOST:PORT", help="A Dask cluster to use instead of processes here.")
@click.option("--strict", is_flag=True, help="Make none if any row is wrong.")
@click.option("--dry-run", is_flag=True, help="Only check the rows; write nothing.")
@click.option("--afresh", is_flag=True, help="Make every workbook again, also those that are right.")
@click.option(
    "--shared", is_flag=True, help="Give files and folder the rights of any new one, so that others may read them."
)
@click.option("--quiet", is_flag=True, help="Say nothing when all is well.")
@click.option("--example", is_flag=True, is_eager=True, expose_value=False, callback=_example, help="Print a roster.")
def command(  # noqa: PLR0913  one for each option
    *,
    roster: Path,
    output: str | None,
    preferences: Path | None,
    filename: str,
    clinic_file: Path | None,
    template: str,
    booklet: bool,
    print_stream: Path | None,
    jobs: int | None,
    scheduler: str | None,
    strict: bool,
    dry_run: bool,
    afresh: bool,
    shared: bool,
    quiet: bool,
) -> None:
    """Make a workbook for every row of a roster.

    ROSTER is a CSV file with commas or semicolons, a file of JSON lines, or a folder of preferences files (TOML). Its
    columns or keys are preferences: hipplan batch --example prints one to start from. Where a cell holds several words,
    put commas between them; several goals, or notes_for several moves, stand on lines of their own in the cell.

    The folder also gets manifest.csv: row, file, programme, pages, moves left out, SHA-256 and what is wrong. Rows that
    are wrong are told, the others are made. Run the same command again, also after it was stopped at any moment, and
    only what is missing or has changed is made.

    Nothing that is said, nor the manifest, names a person, unless --filename does. Nobody else may read the files.

    \b
    Examples:
      hipplan batch --example > roster.csv
      hipplan batch roster.csv --dry-run
      hipplan batch roster.csv -o workbooks --preferences base.toml
      hipplan batch roster.csv -o out --template handout --clinic-file clinic.toml
      hipplan batch roster.csv -o workbooks --print-stream all.pdf
    """  # noqa: D301  Click reads the backslash
    # Brings in ReportLab, which --help and --example need not wait for.
    from hipplan.batch.making import make  # noqa: PLC0415
    from hipplan.cli.batch_order import read_order  # noqa: PLC0415

    order = read_order(
        roster,
        preferences=preferences,
        filename=filename,
        print_stream=print_stream,
        clinic_file=clinic_file,
        template=template,
        booklet=booklet,
    )
    saying = Saying(quiet=quiet)
    saying.lines(shared_lines(order.names))
    tasks = order.tasks
    if dry_run or strict:
        tasks = tuple(looked_through(task, order.look.refused) for task in tasks)
    if dry_run or (strict and any(task.problems for task in tasks)):
        saying.lines(checked_lines(tasks))
        _raise_for(roster, {task.row.number: task.problems for task in tasks if task.problems})
        return
    if print_stream:
        check_stream(print_stream)
    folder = _folder(output, shared=shared)
    ready = partial(make, look=order.look)
    on_cluster = partial(made_on_cluster, scheduler=scheduler or "", make=ready)
    makers = on_cluster if scheduler else partial(made_in_turn, jobs=jobs or cores(), make=ready)
    with stopping_with(stopped_line(folder.name)):
        with saying.progress(len(tasks)) as tell:
            report = run(tasks, folder, makers=makers, digests=order.look.digests, afresh=afresh, tell=tell)
        saying.lines(made_lines(report, folder.name, clinic_file=clinic_file))
        if print_stream and report.good:
            pages = write_stream(print_stream, folder, titled(tasks, report.outcomes))
            saying.lines(stream_lines(print_stream, pages))
        saying.notes([*report.notes, *([booklets_note()] if booklet else [])])
    _raise_for(roster, report.problems)


def _folder(output: str | None, *, shared: bool) -> Folder | Store:
    """A folder of this computer, or one elsewhere when it is a URL."""
    if not output:
        raise PreferencesError("-o: is missing; name a folder for the workbooks, or add --dry-run to check the rows")
    if "://" in output and not output.startswith("file://"):
        return Store(output)
    return Folder(Path(unquote(output.removeprefix("file://")) if "://" in output else output), shared=shared)


def _raise_for(roster: Path, problems: Mapping[int, tuple[str, ...]]) -> None:
    if problems:
        raise RowsFailedError(*failed_lines(roster, problems))
