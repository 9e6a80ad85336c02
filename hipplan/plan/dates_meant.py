"""What a date that is not written year first may have meant."""

import re
from contextlib import suppress
from datetime import date

_WRITTEN = re.compile(
    r"\s*(\d{1,4})(\. ?|/|-)(\d{1,2})\2(\d{1,4})(?:[ T]\d\d:\d\d(?::\d\d)?)?\s*"
)  # a time is for a cell
_CENTURY = 2000


def date_way_out(value: object) -> str:
    """Ask whether it was the date, or one of the two, that it can be read as."""
    meant = " or ".join(one.isoformat() for one in dates_meant(str(value)))
    return f"; did you mean {meant}?" if meant else ""


def dates_meant(text: str) -> tuple[date, ...]:
    """With dots the day comes first; with / and - it depends on where people live."""
    found = _WRITTEN.fullmatch(text)
    if not found:
        return ()
    first, mark, middle, last = int(found[1]), found[2], int(found[3]), int(found[4])
    if len(found[1]) == len("2026"):
        orders = [(first, middle, last)]
    else:
        year = last if len(found[4]) == len("2026") else _CENTURY + last
        orders = [(year, middle, first), *([] if "." in mark else [(year, first, middle)])]
    days: dict[date, None] = {}
    for order in orders:
        with suppress(ValueError):
            days[date(*order)] = None
    return tuple(days)
