"""Text as runs of regular and bold, measured and wrapped into lines."""

from dataclasses import dataclass
from functools import lru_cache

from hipplan.pdf.box import PT
from hipplan.pdf.fonts import text_width

Run = tuple[str, bool]
"""Some text, and whether it is bold."""
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
    return tuple((part, bold or style.bold) for part, bold in text)


def plain(text: Text) -> str:
    """The words alone."""
    return text if isinstance(text, str) else "".join(part for part, _ in text)


def width_of(text: Text, style: TextStyle) -> float:
    """Width of one line in millimetres."""
    return sum(text_width(part, bold) for part, bold in runs_of(text, style)) * style.size * PT / 1000


def wrap(text: Text, width: float, style: TextStyle, *, breakable: bool = False) -> tuple[Line, ...]:
    """Break into lines at spaces and line feeds; only text from people may break inside a word.

    Raises LayoutError when a word is wider than the box.
    """
    return _wrap(runs_of(text, style), width * 1000 / (style.size * PT), breakable)


def height_of(text: Text, width: float, style: TextStyle, *, breakable: bool = False) -> float:
    """Height of the wrapped block in millimetres."""
    return len(wrap(text, width, style, breakable=breakable)) * style.pitch


@lru_cache(maxsize=4096)
def _wrap(runs: tuple[Run, ...], limit: float, breakable: bool, /) -> tuple[Line, ...]:  # noqa: FBT001 - a cache key
    lines: list[Line] = []
    for paragraph in _paragraphs(runs):
        words = _words(paragraph)
        if breakable:
            words = [piece for word in words for piece in _pieces(word, limit)]
        lines.extend(_fill(words, limit))
    return tuple(lines)


def _paragraphs(runs: tuple[Run, ...]) -> list[list[Run]]:
    paragraphs: list[list[Run]] = [[]]
    for part, bold in runs:
        first, *rest = part.split("\n")
        paragraphs[-1].append((first, bold))
        paragraphs.extend([(piece, bold)] for piece in rest)
    return paragraphs


def _words(runs: list[Run]) -> list[Line]:
    """Cut at spaces; a word keeps its runs, as in a bold word with a plain full stop."""
    words: list[list[Run]] = [[]]
    for part, bold in runs:
        for number, piece in enumerate(part.split(" ")):
            if number:
                words.append([])
            if piece:
                words[-1].append((piece, bold))
    return [tuple(word) for word in words if word]


def _measure(word: Line) -> float:
    return sum(text_width(part, bold) for part, bold in word)


def _pieces(word: Line, limit: float) -> list[Line]:
    """Cut a word of somebody's own that is wider than the line."""
    if _measure(word) <= limit:
        return [word]
    pieces: list[list[Run]] = [[]]
    for letter, bold in ((letter, bold) for part, bold in word for letter in part):
        if pieces[-1] and _measure((*pieces[-1], (letter, bold))) > limit:
            pieces.append([])
        pieces[-1].append((letter, bold))
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
    """Put spaces back and merge neighbours of one weight."""
    merged: list[Run] = []
    for number, word in enumerate(words):
        for position, (part, bold) in enumerate(word):
            if number and not position:
                last, last_bold = merged[-1]
                merged[-1] = (last + " ", last_bold)
            if merged and merged[-1][1] == bold:
                merged[-1] = (merged[-1][0] + part, bold)
            else:
                merged.append((part, bold))
    return tuple(merged)
