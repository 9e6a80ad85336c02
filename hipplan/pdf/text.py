"""Text as runs of regular and bold, measured and wrapped into lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from hipplan.pdf.box import PT
from hipplan.pdf.fonts import SECOND_BOLD, SECOND_REGULAR, clusters, first_has, second_has, text_width

Run = tuple[str, int]
"""Some text and the number of its face; False and True are the weights of the first typeface."""
Line = tuple[Run, ...]
Text = str | tuple[Run, ...]
"""Plain text takes its weight from the style; runs carry their own."""


class LayoutError(Exception):
    """A text does not fit its box: a bug of ours, never cut off or shrunk in silence."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Size and leading in points, a colour as #RRGGBB."""

    size: float
    leading: float
    colour: str
    bold: bool = False

    @property
    def pitch(self) -> float:
        """Distance of two baselines in millimetres."""
        return self.leading * PT

    @property
    def drop(self) -> float:
        """From the top of a block to its first baseline, in millimetres."""
        return 0.74 * self.size * PT

    @property
    def centring(self) -> float:
        """From the middle of a bar to the baseline of a text centred in it, in millimetres."""
        return 0.25 * self.size * PT


def runs_of(text: Text, style: TextStyle) -> tuple[Run, ...]:
    """Give plain text the weight of its style; within runs, a bold style makes everything bold."""
    if isinstance(text, str):
        return ((text, style.bold),)
    return tuple((part, number or style.bold) for part, number in text)


def plain(text: Text) -> str:
    """The words alone."""
    if isinstance(text, str):
        return text
    return text[0][0] if len(text) == 1 else "".join([part for part, _ in text])


def width_of(text: Text, style: TextStyle) -> float:
    """Width of one line in millimetres."""
    return _width(runs_of(text, style)) * style.size * PT / 1000


def one_line(text: Text, style: TextStyle) -> tuple[Line, float]:
    """A text that is not wrapped, with its faces settled, and its width in millimetres."""
    line, width = _settled(runs_of(text, style))
    return line, width * style.size * PT / 1000


def line_width(line: Line, style: TextStyle) -> float:
    """Width in millimetres of a line that was wrapped, whose faces are settled."""
    return _measure(line) * style.size * PT / 1000


def wrap(text: Text, width: float, style: TextStyle, *, breakable: bool = False) -> tuple[Line, ...]:
    """Break into lines at spaces and line feeds; only text from people may break inside a word.

    Raises LayoutError when a word is wider than the box.
    """
    return _wrap(runs_of(text, style), width * 1000 / (style.size * PT), breakable)


def height_of(text: Text, width: float, style: TextStyle, *, breakable: bool = False) -> float:
    """Height of the wrapped block in millimetres."""
    return len(wrap(text, width, style, breakable=breakable)) * style.pitch


def _faced(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Set each word in the second typeface that has a letter the first one lacks; other words stay as they are."""
    if all(first_has(part) for part, _ in runs):
        return runs
    return _merged(run for word in _with_spaces(runs) for run in _word_faced(word))


def _with_spaces(runs: tuple[Run, ...]) -> Iterator[Line]:
    """Words, each with the spaces and line feeds that follow it; a word may have several runs."""
    word: list[Run] = []
    for part, number in runs:
        for piece in re.findall(r"[^ \n]+|[ \n]+", part):
            if word and piece[0] not in " \n" and word[-1][0][-1] in " \n":
                yield tuple(word)
                word = []
            word.append((piece, number))
    yield tuple(word)


def _word_faced(word: Line) -> Iterator[Run]:
    """All of a word in one typeface; only a word that mixes rare signs has letters of both."""
    letters = plain(word)
    whole = first_has(letters) or second_has(letters)
    for part, number in word:
        if whole:
            yield part, number if first_has(letters) else _second(number)
        else:
            yield from ((letter, number if first_has(letter) else _second(number)) for letter in clusters(part))


def _second(number: int) -> int:
    return SECOND_BOLD if number in {True, SECOND_BOLD} else SECOND_REGULAR


def _merged(runs: Iterator[Run]) -> tuple[Run, ...]:
    return tuple(("".join(part for part, _ in same), number) for number, same in groupby(runs, key=lambda run: run[1]))


@lru_cache(maxsize=2048)
def _width(runs: tuple[Run, ...], /) -> float:
    return _measure(_faced(runs))


@lru_cache(maxsize=2048)
def _settled(runs: tuple[Run, ...], /) -> tuple[Line, float]:
    """On one line, as wrapping would leave it: spaces at the ends and double ones gone."""
    lines = _wrap(runs, float("inf"), False)  # noqa: FBT003  a cache key
    if len(lines) > 1:
        raise LayoutError(f"{plain(runs)!r} is more than one line")
    return lines[0], _measure(lines[0])


@lru_cache(maxsize=2048)
def _wrap(runs: tuple[Run, ...], limit: float, breakable: bool, /) -> tuple[Line, ...]:  # noqa: FBT001 - a cache key
    lines: list[Line] = []
    for paragraph in _paragraphs(_faced(runs)):
        words = _words(paragraph)
        if breakable:
            words = [piece for word in words for piece in _pieces(word, limit)]
        lines.extend(_fill(words, limit))
    return tuple(lines)


def _paragraphs(runs: tuple[Run, ...]) -> list[list[Run]]:
    paragraphs: list[list[Run]] = [[]]
    for part, number in runs:
        first, *rest = part.split("\n")
        paragraphs[-1].append((first, number))
        paragraphs.extend([(piece, number)] for piece in rest)
    return paragraphs


def _words(runs: list[Run]) -> list[Line]:
    """Cut at spaces; a word keeps its runs, as in a bold word with a plain full stop."""
    words: list[list[Run]] = [[]]
    for part, number in runs:
        for place, piece in enumerate(part.split(" ")):
            if place:
                words.append([])
            if piece:
                words[-1].append((piece, number))
    return [tuple(word) for word in words if word]


def _measure(word: Line) -> float:
    return sum([text_width(part, number) for part, number in word])


def _pieces(word: Line, limit: float) -> list[Line]:
    """Cut a word of somebody's own that is wider than the line."""
    if _measure(word) <= limit:
        return [word]
    pieces: list[list[Run]] = [[]]
    for letter, number in ((letter, number) for part, number in word for letter in clusters(part)):
        if pieces[-1] and _measure((*pieces[-1], (letter, number))) > limit:
            pieces.append([])
        pieces[-1].append((letter, number))
    return [tuple(piece) for piece in pieces]


def _fill(words: list[Line], limit: float) -> list[Line]:
    if not words:
        return [()]
    lines: list[list[Line]] = []
    used = 0.0
    for word in words:
        width = _measure(word)
        if width > limit:
            raise LayoutError(f"the word {plain(word)!r} is wider than its line")
        # a space is as bold as the word before it
        space = text_width(" ", lines[-1][-1][-1][1]) if lines else 0.0
        if lines and used + space + width <= limit:
            lines[-1].append(word)
            used += space + width
        else:
            lines.append([word])
            used = width
    return [_join(line) for line in lines]


def _join(words: list[Line]) -> Line:
    """Put spaces back and merge neighbours of one face."""
    merged: list[Run] = []
    for place, word in enumerate(words):
        for position, (part, number) in enumerate(word):
            if place and not position:
                last, last_number = merged[-1]
                merged[-1] = (last + " ", last_number)
            if merged and merged[-1][1] == number:
                merged[-1] = (merged[-1][0] + part, number)
            else:
                merged.append((part, number))
    return tuple(merged)
