"""The mark by which we know our own files again: kept in the Keywords of the document information."""

import logging
import re
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what is wrong with a stranger's file is not our news
MOST_BYTES = 200_000_000  # of a workbook: its leaflets may have 60 million, its letterhead 40
_ENDS = 2048
_MARK = re.compile(r"hipplan programme [0-9a-f]{8} person [0-9a-f]{8}")


def read_mark(data: bytes | BinaryIO) -> str | None:
    """The mark of one of our files; None for anything else, whole or damaged."""
    try:
        information = PdfReader(BytesIO(data) if isinstance(data, bytes) else data).metadata
        keywords = str(information.keywords or "") if information else ""
    except (PyPdfError, DependencyError, NotImplementedError, ValueError, TypeError, KeyError, AttributeError, OSError):
        return None  # pypdf trusts the types of what it finds
    except RecursionError:
        return None
    found = _MARK.search(keywords)
    return found.group() if found else None


def mark_of(path: Path) -> str | None:
    """The mark of a file, however large: of a whole PDF only the end and what it leads to is read."""
    with path.open("rb") as file:
        if path.stat().st_size > MOST_BYTES or b"%PDF-" not in file.read(_ENDS):
            return None
        file.seek(-min(path.stat().st_size, _ENDS), 2)
        if b"startxref" not in file.read():
            return None  # a reader would go through all of it to find its objects
        file.seek(0)
        return read_mark(file)
