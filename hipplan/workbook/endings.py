"""Paragraphs that never end in a word alone on its line; the word before comes down to it, so no line is added."""

from functools import lru_cache

from hipplan.pdf.box import Box
from hipplan.pdf.fonts import NO_BREAK_SPACE
from hipplan.pdf.sheet import TOLERANCE, Sheet
from hipplan.pdf.tags import Role
from hipplan.pdf.text import LayoutError, Text, TextStyle, plain, runs_of, wrap


def draw_paragraph(
    sheet: Sheet, text: Text, box: Box, style: TextStyle, *, role: Role = "P", breakable: bool = False
) -> float:
    """As `Sheet.paragraph`, with a last line of at least two words; return the y below."""
    words = ended(text, box.width + TOLERANCE, style, breakable)
    return sheet.paragraph(words, box, style, role=role, breakable=breakable)


@lru_cache(maxsize=2048)
def ended(text: Text, width: float, style: TextStyle, breakable: bool, /) -> Text:  # noqa: FBT001 - a cache key
    """The same text with its last two words tied where they would part."""
    lines = wrap(text, width, style, breakable=breakable)
    if len(lines) == 1 or not _is_lonely(plain(lines[-1])):
        return text
    try:
        tied = _tied(text, style)
        again = wrap(tied, width, style, breakable=breakable)
    except LayoutError:  # the two words are wider than the line
        return text
    return tied if len(again) == len(lines) else text


def _is_lonely(line: str) -> bool:
    """One word, or one and what is tied to it, such as the letter of a picture."""
    return " " not in line and line.count(NO_BREAK_SPACE) <= 1


def _tied(text: Text, style: TextStyle) -> Text:
    """The last space does not break."""
    runs = list(runs_of(text, style))
    for place in reversed(range(len(runs))):
        part, face = runs[place]
        before, space, after = part.rpartition(" ")
        if space:
            runs[place] = (f"{before}{NO_BREAK_SPACE}{after}", face)
            break
    return tuple(runs)
