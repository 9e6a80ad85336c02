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
ABOVE, BELOW = 230, 220  # Unicode's classes of accents
MOST_ACCENTS = 2  # on one letter; more would run into the lines around
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


@lru_cache(maxsize=4096)
def text_width(text: str, number: int, /) -> float:
    """Width in thousandths of the type size, in the face of this number."""
    widths = face(FACES[number]).face.charWidths
    more = 1000 * THICKENED * len(clusters(text)) if number == SECOND_BOLD else 0.0
    return float(sum(widths[ord(" " if letter == NO_BREAK_SPACE else letter)] for letter in text)) + more


def clusters(text: str) -> list[str]:
    """Letters, each with the accents that follow it and have no letter of their own."""
    found: list[str] = []
    for letter in text:
        if found and combining(letter):
            found[-1] += letter
        else:
            found.append(letter)
    return found


@lru_cache(maxsize=2048)
def first_has(text: str, /) -> bool:
    """Whether the first typeface prints every letter."""
    glyphs = face(REGULAR).face.charToGlyph
    return all(letter == "\n" or (ord(letter) in glyphs and _stands_alone(letter)) for letter in text)


def second_has(text: str) -> bool:
    """Whether the second typeface prints every letter; looked into only when the first does not."""
    return not any(_second_lacks(cluster) for cluster in clusters(text))


def missing_letters(text: str) -> tuple[str, ...]:
    """Printable characters that both typefaces lack, in order, each once."""
    if first_has(text):
        return ()
    lacking = (letter for one in clusters(text) if not first_has(one) for letter in _second_lacks(one))
    return tuple(dict.fromkeys(lacking))


def _second_lacks(cluster: str) -> str:
    """The letters of a cluster that cannot be printed; accents only go with a letter, and only a few."""
    glyphs = face(SECOND).face.charToGlyph
    letter, accents = cluster[0], cluster[1:]
    lacking = "" if letter == "\n" or (ord(letter) in glyphs and _stands_alone(letter)) else letter
    fine = category(letter).startswith("L") and not lacking and len(accents) <= MOST_ACCENTS
    return lacking + "".join(
        accent for accent in accents if not (fine and ord(accent) in glyphs and combining(accent) in (ABOVE, BELOW))
    )


def _stands_alone(letter: str) -> bool:
    """Whether the glyph alone prints this letter right."""
    return category(letter) not in _UNPLACED and not any(ord(letter) in block for block in _ARRANGED)
