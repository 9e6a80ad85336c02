"""What a batch is asked for: files read, rows named and judged, and all that is wrong with them said at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from hipplan.batch.look import Look, read_look
from hipplan.batch.naming import Names, file_names
from hipplan.batch.roster import read_roster
from hipplan.batch.rows import Base
from hipplan.batch.tasks import Task, tasks_of
from hipplan.cli.asking import check_each
from hipplan.cli.findings import found_by, reporting
from hipplan.cli.template_file import find_template
from hipplan.clinic_file import read_clinic_file
from hipplan.errors import PreferencesError
from hipplan.preferences_file import read_preferences_file
from hipplan.workbook.clinic import Clinic


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Rows with their files, and the look of all workbooks."""

    tasks: tuple[Task, ...]
    names: Names
    look: Look


def read_order(
    roster: Path,
    *,
    preferences: Path | None,
    filename: str,
    print_stream: Path | None,
    clinic_file: Path | None,
    template: str,
    booklet: bool,
) -> Order:
    """Read everything once. Raises HipplanError with a line for every problem but those of single rows."""
    checks: list[Callable[[], object]] = [
        partial(_check_stream, print_stream, booklet=booklet),
        partial(find_template, template),
        *([partial(read_clinic_file, clinic_file)] if clinic_file else []),
    ]
    with reporting(found_by(*checks)):
        base = _base(preferences)
        rows = read_roster(roster)
    clinic = read_clinic_file(clinic_file) if clinic_file else Clinic()
    taken: Sequence[str] = [print_stream.name] if print_stream else []
    names = file_names(rows, filename, base={"clinic": clinic.name, **base.values}, taken=taken)
    tasks = tasks_of(rows, names.files, base)
    sizes = {task.preferences.paper for task in tasks if task.preferences}
    look = read_look(find_template(template), sizes, clinic=clinic, origin=clinic_file, booklet=booklet)
    return Order(tasks=tasks, names=names, look=look)


def _base(file: Path | None) -> Base:
    """What rows leave out; each value is judged once here, and with its row later."""
    if not file:
        return Base()
    found = read_preferences_file(file)
    if found.problems:
        raise PreferencesError(*found.problems)
    check_each(found.values, found.origins)
    return Base(values=found.values, origins=found.origins)


def _check_stream(print_stream: Path | None, *, booklet: bool) -> None:
    if booklet and print_stream:
        raise PreferencesError("--booklet: its sheets do not go into one file; leave out either it or --print-stream")
