"""Read a roster: a table, JSON Lines, or a folder of preferences files."""

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from hipplan.batch.rows import Row
from hipplan.batch.table import SPREADSHEET, table_rows
from hipplan.errors import FileProblemError, HipplanError, PreferencesError
from hipplan.preferences_file import MAX_BYTES, decoded, read_bytes

MOST_BYTES = 500_000_000
_STANDARD_INPUT = Path("-")
_KIND = "roster"
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # how .xlsx and .ods, and .xls, begin
_START = "hipplan batch --example prints a roster to start from"


def read_roster(path: Path) -> tuple[Row, ...]:
    """Every row in order, good or bad. Raises FileProblemError, or PreferencesError for bad columns or no rows."""
    if path == _STANDARD_INPUT and not path.exists():
        raise FileProblemError("-: standard input is not read; save the roster as a file, and name that")
    rows = _folder_rows(path) if path.is_dir() else _file_rows(path)
    if not rows:
        raise PreferencesError(f"{path}: an empty roster, with nobody in it; {_START}")
    return rows


def _file_rows(path: Path) -> tuple[Row, ...]:
    data = read_bytes(path, _KIND, MOST_BYTES)
    if len(data) > MOST_BYTES:
        raise FileProblemError(f"{path}: larger than {MOST_BYTES // 1_000_000} MB; split it into several rosters")
    text = _text(data, path)
    if not text.strip():
        return ()
    if text.lstrip().startswith("["):
        message = f'{path}: one list in [ ]; write each person on a line of their own, such as {{"weeks": 8}}'
        raise FileProblemError(message)
    if path.suffix.lower() in (".jsonl", ".ndjson", ".json") or text.lstrip().startswith("{"):
        lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
        return tuple(_json_row(place, number, line) for place, (number, line) in enumerate(lines, start=1))
    return table_rows(text, str(path))


def _text(data: bytes, path: Path) -> str:
    """Most rosters come from a spreadsheet, which has a name of its own for UTF-8."""
    if data.startswith(_WORKBOOKS):
        raise FileProblemError(f"{path}: a spreadsheet's own file; save the sheet as CSV{SPREADSHEET}")
    try:
        return decoded(data, path, _KIND)
    except FileProblemError as error:
        raise FileProblemError(*(f"{problem}{SPREADSHEET}" for problem in error.problems)) from None


def _json_row(place: int, number: int, line: str) -> Row:
    where = f"line {number}"
    try:
        values = json.loads(line)
    except json.JSONDecodeError as error:
        problem = f'not valid JSON at character {error.colno}; each line is one person, such as {{"weeks": 8}}'
        return Row(number=place, where=where, problems=(problem,))
    except (RecursionError, ValueError):  # lists in lists without end; a whole number of thousands of digits
        return Row(number=place, where=where, problems=("nested too deeply, or a number too long to read",))
    if not isinstance(values, dict):
        return Row(number=place, where=where, problems=('should be named values in { }, such as {"weeks": 8}',))
    return Row(number=place, where=where, values=_said(values))


def _folder_rows(folder: Path) -> tuple[Row, ...]:
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".toml")
    except OSError as error:
        raise FileProblemError(f"{folder}: cannot be read ({error.strerror}); check who may read it") from None
    return tuple(_toml_row(place, path) for place, path in enumerate(paths, start=1))


def _toml_row(place: int, path: Path) -> Row:
    """A file's name may be a person's, so that errors count the files in the order of their names instead."""
    where = f"file {place}"
    try:
        data = read_bytes(path, "preferences file", MAX_BYTES)
        if len(data) > MAX_BYTES:
            return Row(number=place, where=where, problems=("larger than 1 MB, so not a preferences file",))
        return Row(number=place, where=where, values=tomllib.loads(decoded(data, path, "preferences file")))
    except HipplanError as error:
        problems = tuple(problem.removeprefix(f"{path}: ") for problem in error.problems)
        return Row(number=place, where=where, problems=problems)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line \d+, column \d+|end of document", str(error))  # the rest may show what is written
        problem = f"not valid TOML at {found[0] if found else 'some place'}; text stands in quotes, lists in [ ]"
        return Row(number=place, where=where, problems=(problem,))
    except (RecursionError, ValueError):
        return Row(number=place, where=where, problems=("nested too deeply, or a number too long to read",))


def _said(values: Mapping[str, object]) -> dict[str, object]:
    """Null says nothing, as an empty cell does."""
    return {key: value for key, value in values.items() if value is not None}
