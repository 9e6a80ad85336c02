"""What a stranger's file says of itself: standards, title, language."""

import re

from pypdf import PdfReader
from pypdf.generic import StreamObject

from hipplan.pdf.foreign.entries import entry
from hipplan.pdf.foreign.streams import Budget, content_of

_VALUE = r"(?:>|\s*=\s*[\"'])\s*"
_UA = re.compile(rf"pdfuaid:part{_VALUE}1\b".encode())
_PART = re.compile(rf"pdfaid:part{_VALUE}[12]\b".encode())
_LEVEL = re.compile(rf"pdfaid:conformance{_VALUE}A\b".encode())
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}")
LONGEST_TITLE = 80
_NO_TITLES = frozenset({"untitled", "anonymous", "document1"})  # what programs write when nobody gave one


def declared(reader: PdfReader, budget: Budget) -> tuple[bool, bool]:
    """Whether it declares PDF/UA-1, and level A of PDF/A-1 or PDF/A-2."""
    stream = entry(reader.root_object, "/Metadata")
    text = content_of(stream, budget) if isinstance(stream, StreamObject) else b""
    return bool(_UA.search(text)), bool(_PART.search(text) and _LEVEL.search(text))


def title_of(reader: PdfReader) -> str:
    """The title for a bookmark, printable and short; empty for none."""
    found = entry(entry(reader.trailer, "/Info"), "/Title")
    words = " ".join("".join(c if c.isprintable() else " " for c in found).split()) if isinstance(found, str) else ""
    if words.lower() in _NO_TITLES:
        return ""
    return words if len(words) <= LONGEST_TITLE else words[: LONGEST_TITLE - 3].rstrip() + "..."


def language_of(reader: PdfReader) -> str:
    """Its language, when it is one."""
    found = entry(reader.root_object, "/Lang")
    return found if isinstance(found, str) and _LANGUAGE.fullmatch(found) else ""
