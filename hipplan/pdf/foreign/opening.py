"""Open a stranger's PDF, find its pages, and say in one line what is wrong with it."""

import logging
import re
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError
from pypdf.generic import DictionaryObject

from hipplan.pdf.foreign.entries import entry, items, named
from hipplan.pdf.foreign.parcel import Parcel
from hipplan.pdf.foreign.problem import ForeignFileError

_DAMAGED = "damaged; make it again, or copy it again from where it came"
_TOO_MUCH = "too large or too tangled to be read within limits; print it to a new PDF, or leave it out"
_LOCKED = "encrypted; save it without a password"
_TRAILING = re.compile(rb"startxref\s+\d{1,12}\s+%%EOF")


def parcel_of(kind: str, data: bytes, most_pages: int) -> Parcel:
    """The file as a parcel; what is wrong with it is in the parcel too."""
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    from hipplan.pdf.foreign.page_as_drawing import letterhead_parcel  # noqa: PLC0415  they open files with this
    from hipplan.pdf.foreign.page_by_page import leaflet_parcel  # noqa: PLC0415

    try:
        reader = opened(data)
        return letterhead_parcel(reader) if kind == "letterhead" else leaflet_parcel(reader, most_pages)
    except ForeignFileError as error:
        return Parcel(problem=str(error))
    except (MemoryError, LimitReachedError):
        return Parcel(problem=_TOO_MUCH)
    except (
        PyPdfError,
        RecursionError,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        IndexError,
        OSError,
        NotImplementedError,
    ):
        # pypdf trusts the types of what it finds; in a file made or bent to harm they are others
        return Parcel(problem=_DAMAGED)


def opened(data: bytes) -> PdfReader:
    """A reader for a whole file without a password. Raises ForeignFileError for any other."""
    if data.find(b"%PDF-", 0, 1024) < 0:
        raise ForeignFileError("not a PDF; save it as PDF")
    if not _TRAILING.search(data[-2048:]):
        raise ForeignFileError("cut off; copy it again from where it came")
    try:
        reader = PdfReader(BytesIO(data))
    except (DependencyError, NotImplementedError):  # locked in a way that pypdf alone cannot even try to open
        raise ForeignFileError(_LOCKED) from None
    if reader.is_encrypted:
        raise ForeignFileError(_LOCKED)
    if not isinstance(reader.trailer["/Root"].get_object(), DictionaryObject):
        raise ForeignFileError(_DAMAGED)
    if _hides_layers(reader):
        raise ForeignFileError("has hidden layers, which would show; save it without layers")
    return reader


def _hides_layers(reader: PdfReader) -> bool:
    """Whether some of it is switched off: our file knows no layers, so all of it would be printed."""
    usual = entry(entry(reader.root_object, "/OCProperties"), "/D")
    return bool(items(entry(usual, "/OFF"), 1)) or named(usual, "/BaseState") == "/OFF"
