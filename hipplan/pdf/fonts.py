"""The one typeface: found in its package, parsed once per process, registered when a document is built."""

from functools import cache, lru_cache
from pathlib import Path

import fontpkg_atkinson_hyperlegible as atkinson
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR = "AtkinsonHyperlegible-Regular"
BOLD = "AtkinsonHyperlegible-Bold"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@cache
def face(name: str) -> TTFont:
    """Parse and register one face at its first use, never at import."""
    font = TTFont(name, str(Path(atkinson.ROOT) / "files" / f"{name}.ttf"))
    pdfmetrics.registerFont(font)
    return font


@lru_cache(maxsize=20_000)
def text_width(text: str, bold: bool, /) -> float:  # noqa: FBT001 - a cache key, always given by position
    """Width in thousandths of the type size."""
    widths = face(BOLD if bold else REGULAR).face.charWidths
    return float(sum(widths[ord(" " if letter == NO_BREAK_SPACE else letter)] for letter in text))


def missing_letters(text: str) -> tuple[str, ...]:
    """Printable characters that the typeface lacks, in order, each once."""
    glyphs = face(REGULAR).face.charToGlyph
    return tuple(dict.fromkeys(letter for letter in text if letter != "\n" and ord(letter) not in glyphs))
