"""hipplan build: the workbook as a PDF."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import click

from hipplan.cli.asking import planned
from hipplan.cli.booklet import as_booklet, booklet_note
from hipplan.cli.editing import edited
from hipplan.cli.findings import found_by, reporting
from hipplan.cli.look_options import takes_look
from hipplan.cli.preference_options import PreferencesCommand, takes_preferences
from hipplan.cli.report import build_report
from hipplan.cli.template_file import find_template
from hipplan.clinic_file import read_clinic_file
from hipplan.errors import OutputExistsError, PreferencesError
from hipplan.output import STANDARD_OUTPUT, check_output, write_whole
from hipplan.plan.programme import Programme
from hipplan.workbook.template import Template

_WAY_OUT = "name another file with -o, or add --force to replace it"
_FILE = click.Path(path_type=Path)


@click.command(cls=PreferencesCommand)
@takes_preferences
@click.option("--programme", metavar="FILE.json", type=_FILE, help="A programme edited by hand, to print as it is.")
@click.option("--allow-outside", is_flag=True, help="Let that programme leave the usual ranges; the workbook says so.")
@takes_look
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=_FILE,
    default=Path("hip-plan.pdf"),
    show_default=True,
    help="Where to write; - is standard output.",
)
@click.option("--force", is_flag=True, help="Replace an output that holds something else.")
@click.option("--quiet", is_flag=True, help="Say nothing when all is well.")
@click.pass_obj
def command(  # noqa: PLR0913  Click hands over every option
    given: Mapping[str, object],
    *,
    preferences_file: Path | None,
    programme: Path | None,
    allow_outside: bool,
    clinic_file: Path | None,
    template: str,
    booklet: bool,
    output: Path,
    force: bool,
    quiet: bool,
) -> None:
    """Write the workbook: from preferences, or from a programme edited by hand.

    Without anything it is a 4-week workbook for a novice with no kit, in hip-plan.pdf. Preferences come from the file
    PREFERENCES.toml, from options, or from both; an option wins. Where several words fit, such as in --equipment, put
    commas between them or give the option again.

    The output is written whole or not at all. A workbook of the same programme for the same person is replaced;
    anything else at that place stays, unless you say --force.

    \b
    Examples:
      hipplan build --weeks 8 --equipment mini-band,dumbbell
      hipplan build sam.toml --output sam.pdf
      hipplan build --precautions hip-osteoarthritis --sessions 2
      hipplan build --programme edited.json --name "Sam Example"
      hipplan build --template handout
      hipplan build sam.toml --clinic-file clinic.toml
      hipplan build --booklet --output sam-booklet.pdf
      hipplan build --output - | lp

    To edit a programme by hand, take it from hipplan plan --format json, change it, and give it to --programme. The
    people and the paper may still come from options.
    """  # noqa: D301  Click reads the backslash
    ask: Callable[[], Programme]
    if programme:
        ask = partial(edited, programme, given, preferences_file=preferences_file, allow_outside=allow_outside)
    else:
        ask = partial(planned, preferences_file, given)
    with reporting(
        found_by(
            partial(_check_place, output, force=force),
            partial(_check_outside, programme, allow_outside=allow_outside),
            partial(find_template, template),
            *([partial(read_clinic_file, clinic_file)] if clinic_file else []),
        )
    ):
        result = ask()
    finish = as_booklet if booklet else bytes
    chosen = find_template(template)
    pages = _write(result, chosen, output, clinic_file=clinic_file, force=force, finish=finish)
    if not quiet:
        report = build_report(result, output, pages=pages, groups=chosen.pages, clinic=clinic_file)
        click.echo(report, err=output == STANDARD_OUTPUT)
        if booklet:
            click.echo(booklet_note(pages, result.preferences), err=True)


def _check_outside(programme: Path | None, *, allow_outside: bool) -> None:
    if allow_outside and not programme:
        raise PreferencesError("--allow-outside: only goes with --programme; add it, or leave this out")


def _check_place(output: Path, *, force: bool) -> None:
    """Find what would stop the writing, as far as can be known before there is a programme."""
    check_output(output)
    if _is_taken(output, force=force) and _found_mark(output) is None:
        raise OutputExistsError(f"{output}: already there, and not one of our workbooks; {_WAY_OUT}")


def _is_taken(output: Path, *, force: bool) -> bool:
    return not force and output != STANDARD_OUTPUT and output.exists()


def _found_mark(output: Path) -> str | None:
    """Read whose workbook stands at the output."""
    from hipplan.pdf.metadata import mark_of  # noqa: PLC0415  brings in pypdf, which a first build need not wait for

    return mark_of(output)


def _write(
    programme: Programme,
    template: Template,
    output: Path,
    *,
    clinic_file: Path | None,
    force: bool,
    finish: Callable[[bytes], bytes],
) -> int:
    """Draw, finish and write, and give the pages; a workbook of another programme or person is not replaced."""
    # Brings in ReportLab, which --help and wrong preferences need not wait for.
    from hipplan.workbook.document import mark, render  # noqa: PLC0415
    from hipplan.workbook.face import NOBODYS, read_face  # noqa: PLC0415
    from hipplan.workbook.stationery import NO_STATIONERY, read_stationery  # noqa: PLC0415
    from hipplan.workbook.theme import PAPERS  # noqa: PLC0415

    face, stationery = NOBODYS, NO_STATIONERY
    if clinic_file:
        clinic = read_clinic_file(clinic_file)
        face = read_face(clinic, clinic_file)
        stationery = read_stationery(clinic, clinic_file, PAPERS[programme.preferences.paper])
    if _is_taken(output, force=force) and _found_mark(output) != mark(programme):
        raise OutputExistsError(f"{output}: holds another programme, or another person's; {_WAY_OUT}")
    workbook = render(programme, template, face=face, stationery=stationery)
    write_whole(output, finish(workbook.pdf))
    for note in workbook.notes:
        click.echo(note, err=True)  # also when asked to be quiet: what it says is not in the file
    return workbook.pages
