"""Every object that a file has, by what its cross-reference says."""

from pypdf import PdfReader
from pypdf.generic import PdfObject


def numbers_of(reader: PdfReader) -> list[int]:
    """Numbers of all objects; there may be gaps between them."""
    alone = {number for numbers in reader.xref.values() for number in numbers}
    return sorted((alone | set(reader.xref_objStm)) - {0})


def objects_of(reader: PdfReader) -> list[PdfObject | None]:
    """All objects, in the order of their numbers."""
    return [reader.get_object(number) for number in numbers_of(reader)]
