"""What a check found, as a table for the terminal."""

from itertools import zip_longest
from textwrap import wrap

from hipplan.checking.answer import FAILS, NOT_CHECKED, Answer, Row, listed_pages
from hipplan.cli.terminal import paragraph

_WIDTHS = (11, 16, 29, 21)  # with the spaces between them, 80
_HEADS = ("Result", "What", "Found", "Should be")


def check_table(answer: Answer, name: str) -> str:
    """Lay out every row, 80 characters wide, and sum up."""
    head = [paragraph(f"{name}: {_about(answer)}"), "", *_lines(_HEADS)]
    rows = [line for row in answer.rows for line in _lines(_cells(row))]
    return "\n".join([*head, *rows, "", *_sum(answer)])


def _about(answer: Answer) -> str:
    whose = f"programme {answer.programme}" if answer.ours else "not one of our workbooks"
    return f"{whose}. Limits are those of {answer.print} print." if answer.print else f"{whose}."


def _cells(row: Row) -> tuple[str, ...]:
    where = f" ({listed_pages(row.pages)})" if row.pages else ""
    return (row.result, row.what, row.found + where, row.limit)


def _lines(cells: tuple[str, ...]) -> list[str]:
    columns = [wrap(cell, width, break_on_hyphens=False) for cell, width in zip(cells, _WIDTHS, strict=True)]
    lines = []
    for parts in zip_longest(*columns, fillvalue=""):
        padded = (f"{part:<{width}}" for part, width in zip(parts, _WIDTHS, strict=True))
        lines.append(" ".join(padded).rstrip())
    return lines


def _sum(answer: Answer) -> list[str]:
    failing = [row.what for row in answer.rows if row.result == FAILS]
    unchecked = [row.what for row in answer.rows if row.result == NOT_CHECKED]
    lines = [paragraph(f"Fails: {', '.join(failing)}.") if failing else "Nothing fails."]
    return lines + ([paragraph(f"Not checked: {', '.join(unchecked)}.")] if unchecked else [])
