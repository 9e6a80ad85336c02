"""Two typefaces: the one all pages are set in, and one for names with letters that it lacks.

Each face is found in its package, parsed once per process and registered when a document first needs it.
"""

from functools import cache, lru_cache
from pathlib import Path
from unicodedata import category, combining

import fontpkg_atkinson_hyperlegible as atkinson
import fontpkg_noto_sans as noto
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR = "AtkinsonHyperlegible-Regular"
BOLD = "AtkinsonHyperlegible-Bold"
SECOND = "NotoSans-Regular"
FACES = (REGULAR, BOLD, SECOND, SECOND)
"""A run's face by number: False and True are the weights of the first typeface, 2 and 3 those of the second."""
SECOND_REGULAR, SECOND_BOLD = 2, 3
THICKENED = 0.035  # of the size: the outline that makes letters bold where there is no bold file, and the room for it
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
# Letters that change shape or place with their neighbours, which nothing here arranges: they would come out wrong.
_ARRANGED = (range(0x0900, 0x0980), range(0x1CD0, 0x1D00), range(0xA8E0, 0xA900))
_UNPLACED = ("Mn", "Mc", "Me", "Cn", "Zl", "Zp")  # marks with no letter of their own, and codes of no character


@cache
def face(name: str) -> TTFont:
    """Parse and register one face at its first use, never at import."""
    font = TTFont(name, str(_file(name)))
    pdfmetrics.registerFont(font)
    return font


def _file(name: str) -> Path:
    if name == SECOND:
        return Path(noto.ROOT) / "files" / "NotoSans[wdth,wght].ttf"  # holds every weight, is read as the regular one
    return Path(atkinson.ROOT) / "files" / f"{name}.ttf"


@lru_cache(maxsize=20_000)
def text_width(text: str, number: int, /) -> float:
    """Width in thousandths of the type size, in the face of this number."""
    widths = face(FACES[number]).face.charWidths
    more = 1000 * THICKENED * len(text) if number == SECOND_BOLD else 0.0
    return float(sum(widths[ord(" " if letter == NO_BREAK_SPACE else letter)] for letter in text)) + more


@lru_cache(maxsize=20_000)
def first_has(text: str, /) -> bool:
    """Whether the first typeface has every letter."""
    glyphs = face(REGULAR).face.charToGlyph
    return all(letter == "\n" or (ord(letter) in glyphs and not _never(letter)) for letter in text)


def second_has(text: str) -> bool:
    """Whether the second typeface has every letter; looked into only when the first has not."""
    glyphs = face(SECOND).face.charToGlyph
    return all(letter == "\n" or (ord(letter) in glyphs and not _never(letter)) for letter in text)


def missing_letters(text: str) -> tuple[str, ...]:
    """Printable characters that both typefaces lack, in order, each once."""
    if first_has(text):
        return ()
    return tuple(dict.fromkeys(letter for letter in text if not first_has(letter) and not second_has(letter)))


def _never(letter: str) -> bool:
    """Whether a glyph alone does not print this letter right."""
    return category(letter) in _UNPLACED or bool(combining(letter)) or any(ord(letter) in block for block in _ARRANGED)
