"""What pypdf can see that keeps a file from PDF/UA-1 or PDF/A-2a; what it cannot see, it does not promise."""

import re

from pypdf.generic import DictionaryObject, PdfObject, StreamObject

from hipplan.pdf.foreign.entries import entry, named
from hipplan.pdf.foreign.streams import Budget, content_of

_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_CODES = re.compile(rb"<[0-9A-Fa-f\s]*>")
_NO_LETTERS = frozenset({b"<0000>", b"<FEFF>", b"<FFFE>"})
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


class Flaws:
    """The first flaw for each standard, in words."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self.ua = self.archive = ""

    def both(self, words: str) -> None:
        """Against both standards."""
        self.ua = self.ua or words
        self.archive = self.archive or words

    def against_archive(self, words: str) -> None:
        """Against PDF/A alone."""
        self.archive = self.archive or words

    def look_at(self, thing: DictionaryObject) -> None:
        """Look at one dictionary that will be in our file."""
        if named(thing, "/Type") == "/Font":
            self._look_at_font(thing)
        if named(thing, "/Type") in {"/OCG", "/OCMD"}:
            self.against_archive("has layers")
        if named(thing, "/Subtype") == "/PS":
            self.both("has PostScript in it")
        if "/BM" in thing and isinstance(thing["/BM"], list):
            self.against_archive("mixes colours in a way of its own")

    def look_at_name(self, name: str) -> None:
        """Look at a name that is a value."""
        if name == "/DeviceCMYK":
            self.cmyk()
        if name == "/JPXDecode":
            self.against_archive("has JPEG 2000 pictures")

    def cmyk(self) -> None:
        """Four-colour printing cannot be archived beside our sRGB."""
        self.against_archive("has colours for a printing press (CMYK)")

    def _look_at_font(self, font: DictionaryObject) -> None:
        kind = named(font, "/Subtype")
        name = str(entry(font, "/BaseFont") or "/a font").lstrip("/").split("+")[-1]
        name = name if name.isprintable() and len(name) < 60 else "a font"
        if kind not in {"/Type0", "/Type3"} and not _file(entry(font, "/FontDescriptor")):
            self.both(f"does not embed its font {name}")
        if kind == "/CIDFontType2" and "/CIDToGIDMap" not in font:
            self.both(f"does not say which letters its font {name} has")
        no_letters = "/ToUnicode" not in font
        if kind == "/Type0" and no_letters and named(font, "/Encoding").startswith("/Identity"):
            self.both(f"does not say which letters its font {name} has")
        letters = entry(font, "/ToUnicode")
        if isinstance(letters, StreamObject) and names_no_letters(content_of(letters, self._budget)):
            self.both(f"gives letters of its font {name} no meaning")
        if kind in {"/TrueType", "/Type3"} and no_letters and "/Encoding" not in font:
            self.both(f"does not say which letters its font {name} has")


def _file(descriptor: PdfObject | None) -> bool:
    return isinstance(descriptor, DictionaryObject) and any(name in descriptor for name in _FILES)


def names_no_letters(letters: bytes) -> bool:
    """Whether a map of codes to letters gives a code one that is none, which both standards forbid."""
    for kind, block in _BLOCK.findall(letters):
        codes = _CODES.findall(block)
        if any(code.upper() in _NO_LETTERS for code in (codes[1::2] if kind == b"char" else codes[2::3])):
            return True
    return False
