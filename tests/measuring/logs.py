"""The log of a week as it is printed: rows of moves read back by where they stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hipplan.checking.contrast import grey
from hipplan.checking.lines import TIMES, TextLine, lines_of
from hipplan.checking.seen import PageSeen

TARGET = {"#66717C", grey("#66717C")}
ROW = 9.0
DOSE = re.compile(rf"(\d+) {TIMES} (\d+) each side")


@dataclass(frozen=True, slots=True)
class LogRow:
    """One move in one session: its words, its dose, and the numbers in its boxes."""

    name: str
    level: str
    sets: int
    reps: int
    rest: str
    targets: tuple[str, ...]


def week_pages(pages: Sequence[PageSeen], week: int) -> tuple[PageSeen, ...]:
    """Pages whose title is this week's."""
    return tuple(page for page in pages if lines_of(page)[0].text == f"Week {week}" and "Session" in page.words)


def sessions_on(page: PageSeen) -> dict[str, tuple[LogRow, ...]]:
    """Rows under each session's bar, by the bar's words."""
    lines = lines_of(page)
    bars = [line for line in lines if re.match(r"Session \d", line.text) and line.size == 14]
    ends = [*(bar.y for bar in bars[1:]), page.height]
    return {
        bar.text: _rows([line for line in lines if bar.y < line.y < end]) for bar, end in zip(bars, ends, strict=True)
    }


def _rows(lines: Sequence[TextLine]) -> tuple[LogRow, ...]:
    return tuple(_row(lines, line) for line in lines if DOSE.fullmatch(line.text))


def _row(lines: Sequence[TextLine], dose: TextLine) -> LogRow:
    near = [line for line in lines if -1 < line.y - dose.y < ROW - 4]
    targets = [line.text for line in near if line.colour in TARGET]
    words = [line for line in near if line.colour not in TARGET and line.size != 11]
    name, level = sorted((line for line in words if abs(line.x - dose.x) >= 0.1), key=lambda line: line.y)
    (rest,) = [line for line in words if abs(line.x - dose.x) < 0.1 and line is not dose]
    sets, reps = DOSE.fullmatch(dose.text).groups()  # type: ignore[union-attr] # it matched before
    return LogRow(name.text, level.text, int(sets), int(reps), rest.text, tuple(targets))
