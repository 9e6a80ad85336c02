"""A roster as a table: CSV with commas or semicolons, a column for each preference; no unknown cell is ever shown."""

import csv
import io
from collections.abc import Iterator, Sequence

from hipplan.batch.rows import Row
from hipplan.errors import FileProblemError, PreferencesError
from hipplan.plan.complaints import nearest
from hipplan.plan.preferences import Preferences

SPREADSHEET = " (in Excel: Save As, CSV UTF-8; in LibreOffice: Save As, Text CSV, character set UTF-8)"
_START = "hipplan batch --example prints a roster to start from"
_TAKE_AWAY = f"; rename it or take it away; {_START}"
Lines = Iterator[tuple[str, list[str]]]


def table_rows(text: str, name: str) -> tuple[Row, ...]:
    """Read the rows of a table. Raises PreferencesError for its columns, FileProblemError for quotes that never end."""
    lines = _lines(text, name)
    where, header = next(lines, ("line 1", []))
    if "".join(header).strip() == "sep=":  # Excel's own line, which says how values are parted
        where, header = next(lines, ("line 1", []))
    columns = _columns(header, f"{name}: {where}")
    return tuple(_row(place, where, cells, columns) for place, (where, cells) in enumerate(lines, start=1))


def _lines(text: str, name: str) -> Lines:
    """Every line that says something, and where it starts; a sheet counts a cell of many lines as one."""
    first = text.lstrip().partition("\n")[0]
    if "\t" in first and not set(",;") & set(first):
        raise PreferencesError(f"{name}: line 1: values parted by tabs; save it as CSV{SPREADSHEET}")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in first else ",", strict=True)
    start = 1
    try:
        for row, cells in enumerate(reader, start=1):
            if any(cell.strip() for cell in cells):
                yield f"line {start}" if row == start else f"line {start} (row {row} of the sheet)", cells
            start = reader.line_num + 1
    except csv.Error:
        message = f'{name}: line {start}: quotes that do not match, or a cell without end; write " inside quotes as ""'
        raise FileProblemError(message) from None


def _columns(header: Sequence[str], where: str) -> tuple[str, ...]:
    """The preferences that the columns are for; what Excel leaves empty at the end is none."""
    columns = [cell.strip().lower().replace("-", "_").replace(" ", "_") for cell in header]
    while columns and not columns[-1]:
        columns.pop()
    if not any(column in Preferences.model_fields for column in columns):
        raise PreferencesError(f"{where}: should name the columns, such as id,name,weeks; {_START}")
    problems = [f"{where}: column {n}: {what}" for n, what in enumerate(_wrong(columns), start=1) if what]
    if problems:
        raise PreferencesError(*problems)
    return tuple(columns)


def _wrong(columns: Sequence[str]) -> Iterator[str]:
    for place, column in enumerate(columns):
        if not column:
            yield "has no name; name it after a preference, or take it away"
        elif column not in Preferences.model_fields:
            yield f"no such preference{nearest(column, list(Preferences.model_fields)) or _TAKE_AWAY}"
        else:
            yield f"{column} once more; keep one of them" if column in columns[:place] else ""


def _row(place: int, where: str, cells: Sequence[str], columns: Sequence[str]) -> Row:
    """An empty cell says nothing; too many or too few mean that values stand under the wrong name."""
    problems: tuple[str, ...] = ()
    if len(cells) < len(columns) or any(cell.strip() for cell in cells[len(columns) :]):
        found = f"has {len(cells)} values for {len(columns)} columns"
        problems = (f"{found}; put a value with commas, semicolons or new lines in quotes",)
    values = {column: cell for column, cell in zip(columns, cells, strict=False) if cell.strip()}
    return Row(number=place, where=where, values=values, problems=problems)
