"""How the file is written: small objects packed into streams, pages as they were pressed, all found by number.

ReportLab keeps what a file has as a whole: the outline, page labels, what it says of itself. But it writes every
object on its own and ends no stream with an end of line (PDF/A 6.1.7.1 asks for it); here both are mended, for our
documents alone.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import groupby
from struct import pack
from typing import Any, TypeVar

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFObjectReference
from reportlab.pdfbase.pdfdoc import format as formatted

from hipplan.pdf.numbering import FIRST_OF_PAGES
from hipplan.pdf.pressing import Pressed
from hipplan.pdf.streams import ENTRY, end_of_line, object_text, packed_row, packed_stream, packing_stream

PACKED = 200  # objects in a stream
Item = TypeVar("Item")


class Written(PDFObject):
    """An object whose text is ours from the first byte to the last, asked for when the file is written."""

    def __init__(self, text: Callable[[], bytes]) -> None:
        self._text = text

    def format(self, document: PDFDocument) -> bytes:
        """The bytes as they stand in the file."""
        del document
        return self._text()


class PackedDocument(PDFDocument):
    """ReportLab numbers what the file has as a whole, from 1 on; `pressed` and `numbered` have their numbers."""

    pressed: Sequence[Pressed]
    numbered: dict[int, bytes]
    Catalog: Any  # ReportLab's, without types

    def reference(self, thing: PDFObject) -> PDFObjectReference:
        """Give an object its number; the same object keeps it."""
        found: PDFObjectReference = self.Reference(thing)  # type: ignore[no-untyped-call] # not in the stubs
        return found

    def add(self, thing: PDFObject) -> int:
        """The number of an object."""
        number, _ = self.idToObjectNumberAndVersion[self.reference(thing).name]
        return int(number)

    def put(self, text: bytes) -> int:
        """Put an object into the file that is ready as it is."""
        return self.add(Written(lambda: text))

    def name_number(self, name: str, number: int) -> None:
        """Let ReportLab refer by this name to an object that it does not have."""
        self.idToObjectNumberAndVersion[name] = (number, 0)

    def format(self) -> bytes:
        """The whole file."""
        root, info = (self.add(thing) for thing in (self.Catalog, self.info))
        texts: dict[int, bytes] = {}
        while (number := len(texts) + 1) in self.numberToId:
            texts[number] = formatted(self.idToObject[self.numberToId[number]], self, toplevel=1)
        if number > FIRST_OF_PAGES:
            raise OverflowError(f"{number - 1} objects beside the pages; {FIRST_OF_PAGES - 1} have a number")
        return File(self.pressed, texts | self.numbered).written(root, info)


class File:
    """Everything by its number; pages are as they were pressed, other streams stand alone, the rest is packed."""

    def __init__(self, pages: Sequence[Pressed], texts: Mapping[int, bytes]) -> None:
        self._parts = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
        self._place = len(self._parts[0])
        self._rows: dict[int, bytes] = {}
        self._digest = blake2b(digest_size=16)
        for page in pages:
            self._add_page(page)
        self._add_texts(texts, max((page.end for page in pages), default=0))

    def _add_page(self, page: Pressed) -> None:
        where = b"".join(self._write(text) for text in page.streams)
        self._rows[page.first] = page.rows + where

    def _add_texts(self, texts: Mapping[int, bytes], end: int) -> None:
        small = []
        for number, text in sorted(texts.items()):
            if text.endswith(b"endstream"):
                self._rows[number] = self._write(object_text(number, text))
            elif text.endswith(b"endstream\n"):
                self._rows[number] = self._write(object_text(number, ended(text)))
            else:
                small.append(number)
        self._free = max(end, *texts) + 1
        for numbers in _batches(small, PACKED):
            self._rows |= {number: packed_row(self._free, place) for place, number in enumerate(numbers)}
            packed = packing_stream([(number, texts[number].strip()) for number in numbers])
            self._rows[self._free] = self._write(object_text(self._free, packed))
            self._free += 1

    def _write(self, text: bytes) -> bytes:
        row = pack(ENTRY, 1, self._place, 0)
        self._parts.append(text)
        self._place += len(text)
        self._digest.update(text)
        return row

    def written(self, root: int, info: int) -> bytes:
        """The file, with where everything is at its end."""
        self._rows[0] = pack(ENTRY, 0, 0, 65535)
        self._rows[self._free] = pack(ENTRY, 1, self._place, 0)
        width = len(self._rows[0])
        runs = sorted((first, len(rows) // width) for first, rows in self._rows.items())
        index = b" ".join(b"%d %d" % run for run in _joined(runs))
        mark = self._digest.hexdigest().encode()
        head = b"/Type/XRef/Size %d/Index[%b]/W[1 4 2]" % (self._free + 1, index)
        head += b"/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]" % (root, info, mark, mark)
        table = packed_stream(head, b"".join(self._rows[first] for first, _ in runs))
        end = b"startxref\n%d\n%%%%EOF\n" % self._place
        return b"".join((*self._parts, object_text(self._free, table), end))


def _joined(runs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Runs of numbers, each as its first and its length; neighbours become one."""
    place = 0
    spans = []
    for first, length in runs:
        spans.append((first - place, first, length))  # the difference is the same all along a run
        place += length
    for _, group in groupby(spans, key=lambda span: span[0]):
        joined = list(group)
        yield joined[0][1], sum(length for _, _, length in joined)


def ended(text: bytes) -> bytes:
    """A stream with an end of line before its last word; the length in its dictionary stays true."""
    data = text.removesuffix(b"endstream\n")
    return data + end_of_line(data) + b"endstream"


def _batches(rows: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    return (rows[start : start + size] for start in range(0, len(rows), size))
