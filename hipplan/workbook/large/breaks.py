"""Where lines of large print end: between two sentences where both fit, and no last word alone on a line."""

import re
from functools import lru_cache

from hipplan.pdf.text import Line, Text, TextStyle, line_width, plain, runs_of, width_of, wrap
from hipplan.workbook.endings import ended
from hipplan.workbook.units import kept_runs

SENTENCE = re.compile(r"(?<=[.?!]) (?=[A-Z0-9])")
SHORTEST = 0.3  # of the width: a line with less looks broken off


def well_broken(text: Text, width: float, style: TextStyle, *, breakable: bool = False) -> Text:
    """The same text with line feeds where its lines should end; it never takes more lines for that."""
    return _well_broken(text, width, style, breakable)


@lru_cache(maxsize=2048)
def _well_broken(text: Text, width: float, style: TextStyle, breakable: bool, /) -> Text:  # noqa: FBT001 - a cache key
    text = kept_runs(text)
    count = len(wrap(text, width, style, breakable=breakable))
    if count == 1 or "\n" in plain(text):
        return text
    return _between_sentences(text, width, style, count, breakable=breakable) or ended(text, width, style, breakable)


def _between_sentences(text: Text, width: float, style: TextStyle, count: int, *, breakable: bool) -> Text:
    """The last sentences on the last line, where they fill it and no more; nothing where they do not."""
    runs = runs_of(text, style)
    for found in reversed(list(SENTENCE.finditer(plain(text)))):
        before, after = _cut(runs, found.start())
        if width_of(after, style) > width:
            break
        lines = wrap(before, width, style, breakable=breakable)
        if len(lines) < count and " " in plain(after) and line_width(lines[-1], style) >= SHORTEST * width:
            before = runs_of(well_broken(before, width, style, breakable=breakable), style)
            return (*before, ("\n", False), *after)
    return ""


def _cut(runs: Line, place: int) -> tuple[Line, Line]:
    """What is before and behind the space at this place."""
    before, after = [], []
    start = 0
    for part, face in runs:
        at = max(0, place - start)
        before.append((part[:at], face))
        after.append((part[at + (start <= place) :], face))
        start += len(part)
    return tuple(run for run in before if run[0]), tuple(run for run in after if run[0])
