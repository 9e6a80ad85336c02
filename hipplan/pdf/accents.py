"""Accents with no letter of their own, as in Yoruba: placed over or under the letter before them.

Most accents are one character with their letter. Where there is no such character, the font file says where the
accent goes in tables that ReportLab does not read; the boxes of both glyphs say it well enough.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from struct import unpack
from typing import Any
from unicodedata import combining

from hipplan.pdf.fonts import ABOVE, SECOND, SECOND_BOLD, THICKENED, face

CLEAR = 60  # between letter and accent, in thousandths of the size: what the face has between its o and its accents
_LONG_OFFSETS = 50  # where the head of a font file says how wide the places of its glyphs are


@dataclass(frozen=True, slots=True)
class Placed:
    """Some letters, or one accent and how far it is moved across and up; thousandths of the size."""

    text: str
    across: float = 0.0
    up: float = 0.0
    accent: bool = False


def placed(text: str, number: int) -> Iterator[Placed]:
    """Take a text of the second typeface apart into letters and accents."""
    more = 1000 * THICKENED if number == SECOND_BOLD else 0.0
    before = ""
    for is_accent, group in groupby(text, key=lambda letter: bool(combining(letter))):
        letters = "".join(group)
        if is_accent:
            yield from _over(before, letters, more)
        else:
            yield Placed(letters)
        before = letters[-1]


def _over(base: str, accents: str, more: float) -> Iterator[Placed]:
    """Each accent clear of the letter and of the accents before it."""
    left, low, right, high = ink_box(base)
    middle = (left + right) / 2 - face(SECOND).face.charWidths[ord(base)] - more
    for accent in accents:
        from_x, from_y, to_x, to_y = ink_box(accent)
        above = combining(accent) == ABOVE
        up = max(0, high + CLEAR - from_y) if above else min(0, low - CLEAR - to_y)
        low, high = (low, to_y + up) if above else (from_y + up, high)
        yield Placed(accent, middle - (from_x + to_x) / 2, up, accent=True)


@cache
def ink_box(letter: str) -> tuple[int, int, int, int]:
    """Left, bottom, right and top of a glyph."""
    file: Any = face(SECOND).face  # the stubs lack its tables
    glyph, head = file.charToGlyph[ord(letter)], file.get_table("head")
    scale, width = (1, 4) if unpack(">h", head[_LONG_OFFSETS : _LONG_OFFSETS + 2])[0] else (2, 2)
    places = file.get_table("loca")
    start = int.from_bytes(places[glyph * width : (glyph + 1) * width]) * scale
    left, low, right, high = unpack(">4h", file.get_table("glyf")[start + 2 : start + 10])
    return left, low, right, high
