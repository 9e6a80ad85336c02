"""The mark by which we know our own files again: kept in the Keywords of the document information."""

import logging
import re
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what is wrong with a stranger's file is not our news
_MARK = re.compile(r"hipplan programme [0-9a-f]{8} person [0-9a-f]{8}")


def read_mark(data: bytes) -> str | None:
    """The mark of one of our files; None for anything else, whole or damaged."""
    try:
        information = PdfReader(BytesIO(data)).metadata
        keywords = str(information.keywords or "") if information else ""
    except (PyPdfError, ValueError, OSError, RecursionError):
        return None
    found = _MARK.search(keywords)
    return found.group() if found else None
