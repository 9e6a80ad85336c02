"""Pieces of text joined to lines, and lines to paragraphs, as an eye joins them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hipplan.checking.seen import MM, Area, PageSeen, Piece

TIMES = "\N{MULTIPLICATION SIGN}"
SPACE = 0.13  # of the type size: side bearings are narrower, a space is wider
APART = 0.42  # of the type size: wider than any space between words of one line
LOOSEST = 1.31  # leading by size: the widest of the design, 15.5 on 12


@dataclass(frozen=True, slots=True)
class TextLine:
    """Neighbouring pieces on one baseline."""

    pieces: tuple[Piece, ...]
    ink: Area

    @property
    def text(self) -> str:
        """The pieces with a space wherever there is a gap."""
        words = self.pieces[0].text
        for before, after in zip(self.pieces, self.pieces[1:], strict=False):
            gap = after.ink.left - before.ink.right > SPACE * after.size * MM
            words += (" " if gap else "") + after.text
        return " ".join(words.split())

    @property
    def size(self) -> float:
        """In points."""
        return self.pieces[0].size

    @property
    def colour(self) -> str:
        """As #RRGGBB."""
        return self.pieces[0].colour

    @property
    def x(self) -> float:
        """Where the line starts."""
        return self.pieces[0].x

    @property
    def y(self) -> float:
        """The baseline."""
        return self.pieces[0].y


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of one style under each other."""

    lines: tuple[TextLine, ...]

    @property
    def text(self) -> str:
        """The lines with a space between them."""
        return " ".join(line.text for line in self.lines)


def lines_of(page: PageSeen) -> tuple[TextLine, ...]:
    """Join each piece to the one drawn before it when it goes on in the same line."""
    lines: list[list[Piece]] = []
    for piece in page.texts:
        if not piece.text.strip():
            continue
        if lines and _goes_on(lines[-1][-1], piece):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return tuple(TextLine(tuple(pieces), _around(pieces)) for pieces in lines)


def paragraphs_of(page: PageSeen) -> tuple[Paragraph, ...]:
    """Join lines with the same left edge, style and leading, in the order they were drawn."""
    groups: list[list[TextLine]] = []
    for line in lines_of(page):
        if groups and _is_next(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(Paragraph(tuple(group)) for group in groups)


def text_of(page: PageSeen) -> str:
    """All lines of a page in the order of drawing, with single spaces."""
    return " ".join(line.text for line in lines_of(page))


def whole_text(pages: Iterable[PageSeen]) -> str:
    """All pages' text, with single spaces."""
    return " ".join(text_of(page) for page in pages)


def line_holding(lines: Sequence[TextLine], words: str) -> TextLine:
    """The first line with these words; a KeyError names what is missing."""
    for line in lines:
        if words in line.text:
            return line
    raise KeyError(words)


def _around(pieces: Sequence[Piece]) -> Area:
    boxes = [piece.ink for piece in pieces]
    return Area(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _goes_on(before: Piece, after: Piece) -> bool:
    room = APART * before.size * MM
    close = -0.1 * room < after.ink.left - before.ink.right < room
    return close and abs(before.y - after.y) < 0.05 and before.size == after.size and before.colour == after.colour


def _is_next(before: TextLine, after: TextLine) -> bool:
    pitch = after.y - before.y
    same = before.size == after.size and before.colour == after.colour and abs(before.x - after.x) < 0.1
    ended = not re.search(r"[.?!:;,]$", before.text) and after.text[:1].isupper() and not after.text.startswith("I ")
    return same and not ended and 0.5 < pitch <= LOOSEST * before.size * MM
