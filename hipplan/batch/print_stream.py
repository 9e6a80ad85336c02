"""One file for the print room: every workbook on a right-hand page, so that duplex sheets are never shared.

It is for a printer, so it has no tags and no links. What many workbooks share (fonts, pictures) is in it once, and only
one workbook is in memory at a time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import BinaryIO

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    create_string_object,
)

from hipplan.batch.printing import HEAD

_CATALOG, _PAGES, _OUTLINES = 1, 2, 3
_KEPT = ("/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/Group")  # the rest leads to tags and links


@dataclass(frozen=True, slots=True)
class _Part:
    """A workbook in the file: its title, its node in the tree of pages, its first page."""

    title: str
    node: int
    first: int
    pages: int


class PrintStream:
    """Add workbooks, then finish; nothing but their numbers is kept."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._at = file.write(HEAD)
        self._offsets: dict[int, int] = {}
        self._number = _OUTLINES
        self._same: dict[bytes, int] = {}
        self._parts: list[_Part] = []

    @property
    def pages(self) -> int:
        """How many pages there are, blank ones included."""
        return sum(part.pages for part in self._parts)

    def add(self, pdf: bytes, title: str) -> None:
        """Append a workbook, and a blank page when its own are odd."""
        copied = _Copy(self, PdfReader(BytesIO(pdf)))
        node = self._next()
        kids = [self._page(page, copied, node) for page in copied.reader.pages]
        if len(kids) % 2:
            blank = DictionaryObject({NameObject("/MediaBox"): copied.reader.pages[-1].mediabox})
            kids.append(self._page(blank, copied, node))
        tree: dict[str, PdfObject] = {"/Type": NameObject("/Pages"), "/Parent": _to(_PAGES), "/Kids": _list(kids)}
        self._write(node, _dictionary({**tree, "/Count": NumberObject(len(kids))}))
        self._parts.append(_Part(title, node, kids[0], len(kids)))

    def _page(self, page: DictionaryObject, copied: "_Copy", node: int) -> int:
        kept = {key: copied.of(page[key] if key == "/MediaBox" else page.raw_get(key)) for key in _KEPT if key in page}
        number = self._next()
        self._write(number, _dictionary({"/Type": NameObject("/Page"), "/Parent": _to(node), **kept}))
        return number

    def once(self, thing: PdfObject) -> int:
        """The number of an object, written when there is none like it."""
        data = _bytes(thing)
        digest = sha256(data).digest()
        if digest not in self._same:
            self._same[digest] = self._next()
            self._put(self._same[digest], data)
        return self._same[digest]

    def finish(self) -> None:
        """Write the tree of pages, the bookmarks and the table of objects."""
        nodes: dict[str, PdfObject] = {
            "/Type": NameObject("/Pages"),
            "/Kids": _list([part.node for part in self._parts]),
        }
        self._write(_PAGES, _dictionary({**nodes, "/Count": NumberObject(self.pages)}))
        self._bookmarks()
        catalog = {"/Type": NameObject("/Catalog"), "/Pages": _to(_PAGES), "/Outlines": _to(_OUTLINES)}
        viewing = {"/PageMode": NameObject("/UseOutlines"), "/ViewerPreferences": _duplex()}
        self._write(_CATALOG, _dictionary({**catalog, **viewing}))
        start, size = self._at, self._number + 1
        table = "".join(f"{self._offsets[number]:010} 00000 n \n" for number in range(1, size))
        self._file.write(f"xref\n0 {size}\n0000000000 65535 f \n{table}".encode())
        self._file.write(f"trailer\n<</Size {size}/Root {_CATALOG} 0 R>>\nstartxref\n{start}\n%%EOF\n".encode())

    def _bookmarks(self) -> None:
        first = self._number + 1
        last = self._number = self._number + len(self._parts)
        for number, part in enumerate(self._parts, start=first):
            goal = ArrayObject([_to(part.first), NameObject("/Fit")])
            item = {"/Title": create_string_object(part.title), "/Parent": _to(_OUTLINES), "/Dest": goal}
            beside = {"/Prev": _to(number - 1)} if number > first else {}
            beside |= {"/Next": _to(number + 1)} if number < last else {}
            self._write(number, _dictionary({**item, **beside}))
        ends = {"/First": _to(first), "/Last": _to(last), "/Count": NumberObject(len(self._parts))}
        self._write(_OUTLINES, _dictionary({"/Type": NameObject("/Outlines"), **ends}))

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _write(self, number: int, thing: PdfObject) -> None:
        self._put(number, _bytes(thing))

    def _put(self, number: int, data: bytes) -> None:
        self._offsets[number] = self._at
        self._at += self._file.write(b"%d 0 obj\n%b\nendobj\n" % (number, data))


class _Copy:
    """Objects of one workbook, with the numbers they have in the stream."""

    def __init__(self, stream: PrintStream, reader: PdfReader) -> None:
        self.reader = reader
        self._stream = stream
        self._numbers: dict[int, int] = {}

    def of(self, thing: PdfObject) -> PdfObject:
        """The same object, leading to objects of the stream."""
        if isinstance(thing, IndirectObject):
            if thing.idnum not in self._numbers:
                found = thing.get_object()
                self._numbers[thing.idnum] = self._stream.once(self.of(found)) if found is not None else 0
            return _to(self._numbers[thing.idnum])
        if isinstance(thing, ArrayObject):
            return ArrayObject([self.of(one) for one in thing])
        if isinstance(thing, DictionaryObject):
            kept = _dictionary(
                {key: self.of(thing.raw_get(key)) for key in thing if key not in ("/StructParents", "/Parent")}
            )
            return _with_data(kept, thing) if isinstance(thing, StreamObject) else kept
        return thing


def _with_data(head: DictionaryObject, source: StreamObject) -> StreamObject:
    stream = StreamObject()
    stream.update(head)
    stream._data = source._data  # noqa: SLF001  packed as it is; there is no public way to the bytes
    return stream


def _bytes(thing: PdfObject) -> bytes:
    buffer = BytesIO()
    thing.write_to_stream(buffer)
    return buffer.getvalue()


def _dictionary(entries: Mapping[str, PdfObject]) -> DictionaryObject:
    return DictionaryObject({NameObject(key): value for key, value in entries.items()})


def _duplex() -> DictionaryObject:
    return _dictionary({"/Duplex": NameObject("/DuplexFlipLongEdge")})


def _to(number: int) -> IndirectObject:
    return IndirectObject(number, 0, None)


def _list(numbers: list[int]) -> ArrayObject:
    return ArrayObject([_to(number) for number in numbers])
