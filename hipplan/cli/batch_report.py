"""What a batch says: how far it is, what was made, and what is wrong with which row. No line names a person."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click

from hipplan.batch import manifest
from hipplan.batch.naming import Names
from hipplan.batch.run import Report
from hipplan.batch.tasks import Task
from hipplan.cli.terminal import counted, paragraph
from hipplan.words import listed

_MOST_SHOWN = 5


class Saying:
    """Lines and progress on standard output, or nothing."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet

    def lines(self, lines: Sequence[str]) -> None:
        """Say each of them in a paragraph."""
        for line in lines if not self._quiet else ():
            click.echo(paragraph(line))

    def notes(self, notes: Sequence[str]) -> None:
        """Say, also when asked to be quiet, what the files do not say."""
        for note in notes:
            click.echo(note, err=True)

    @contextmanager
    def progress(self, total: int) -> Iterator[Callable[[], None]]:
        """Give what is to be called for each row: a bar on a terminal, now and then a line elsewhere."""
        if self._quiet:
            yield lambda: None
        elif sys.stdout.isatty():
            with click.progressbar(length=total, label="Workbooks", show_pos=True) as bar:
                yield partial(bar.update, 1)
        else:
            yield _counting(total)


def _counting(total: int) -> Callable[[], None]:
    """A line now and then, but not at the end, which the report tells."""
    every = min(max(total // 10, 10), 1000)
    done = 0

    def tell() -> None:
        nonlocal done
        done += 1
        if done < total and done % every == 0:
            click.echo(f"{done} of {total} rows")

    return tell


def shared_lines(names: Names) -> list[str]:
    """Rows with the same id may be the same person twice: not wrong, but worth a look."""
    groups = [listed([str(number) for number in group]) for group in names.shared]
    more = [f"There are {len(groups) - _MOST_SHOWN} more such groups of rows."] if len(groups) > _MOST_SHOWN else []
    told = [
        f"Rows {rows} ask for the same file name; the later ones end in -2, -3 and so on."
        for rows in groups[:_MOST_SHOWN]
    ]
    return told + more


def checked_lines(tasks: Sequence[Task]) -> list[str]:
    """What a look at the rows found."""
    wrong = sum(bool(task.problems) for task in tasks)
    return [f"{counted(len(tasks) - wrong, 'row')} of {len(tasks)} can be made. Nothing is written."]


def stopped_line(folder: str) -> str:
    """What to do after Ctrl-C."""
    place = click.format_filename(folder)
    return f"Stopped. What is finished stays in {place}; the same command makes the rest."


def made_lines(report: Report, folder: str, *, clinic_file: Path | None = None) -> list[str]:
    """What is in the folder now."""
    place = click.format_filename(folder)
    good = report.good
    pages = counted(sum(outcome.pages for outcome in good), "page")
    lines = [f"Made {counted(report.made, 'workbook')} in {place}; {len(good) - report.made} were there already."]
    lines[0] += f" Together they have {pages}. The list is {place}/{manifest.NAME}."
    if clinic_file:
        lines[0] += f" With the clinic file {click.format_filename(clinic_file)}."
    if report.problems:
        lines.append(
            f"{counted(len(report.problems), 'row')} failed. Mend that, and the same command makes what is missing."
        )
    if report.stray:
        told = counted(report.stray, "workbook")
        lines.append(f"{told} in {place} came from rows that are gone or wrong now; they are not in the list.")
    return lines


def stream_lines(file: Path, pages: int) -> list[str]:
    """What there is to print."""
    return [f"Wrote {click.format_filename(file)}: {counted(pages, 'page')} for duplex printing."]


def failed_lines(roster: Path, problems: Mapping[int, tuple[str, ...]]) -> list[str]:
    """A line for each problem, in the order of the roster."""
    return [f"{roster}: {problem}" for row in sorted(problems) for problem in problems[row]]
