"""The manifest: a table of every row and its workbook. Names nobody, beyond the file names that the user chose."""

import csv
import io
from collections.abc import Iterable

from hipplan.batch.outcome import Outcome

NAME = "manifest.csv"
COLUMNS = ("row", "file", "programme", "pages", "left_out", "sha256", "error")


def manifest(outcomes: Iterable[Outcome]) -> bytes:
    """The table of these outcomes."""
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(COLUMNS)
    table.writerows(_cells(outcome) for outcome in outcomes)
    return text.getvalue().encode()


def _cells(outcome: Outcome) -> tuple[object, ...]:
    """A row without a workbook names no file."""
    if outcome.error:
        return (outcome.row, "", "", "", "", "", outcome.error)
    left_out = " ".join(outcome.left_out)
    return (outcome.row, outcome.file, outcome.programme, outcome.pages, left_out, outcome.sha256, "")
