"""How the file is written: small objects packed into streams, the structure tree, and what ReportLab leaves wrong.

ReportLab 5.1 writes every object on its own, ends no stream with an end of line (PDF/A 6.1.7.1 asks for it), and its
ToUnicode maps name the empty code 0 and overfill their blocks. Each is mended here, for our documents alone.
"""

import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFObjectReference
from reportlab.pdfbase.pdfdoc import format as formatted

PACKED = 200  # objects in a stream
BLOCK = 100  # entries that one bfchar block may have
LEVEL = 6
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
    """`structure` is asked for the tree when all else has its number: its own and the first free one in, texts out."""

    structure: Callable[[int, int], Sequence[str]] | None = None
    Catalog: Any  # ReportLab's, without types

    def add(self, thing: PDFObject) -> PDFObjectReference:
        """Give an object its number; the same object keeps it."""
        reference: PDFObjectReference = self.Reference(thing)  # type: ignore[no-untyped-call] # not in the stubs
        return reference

    def number_of(self, name: str) -> int:
        """The number of a named object."""
        number, _ = self.idToObjectNumberAndVersion[name]
        return int(number)

    def format(self) -> bytes:
        """The whole file."""
        self.encrypt.prepare(self)
        root, info = self.add(self.Catalog), self.add(self.info)
        texts: list[bytes] = []
        while (number := len(texts) + 1) in self.numberToId:
            name = self.numberToId[number]
            thing: Any = self.idToObject[name]
            if name.startswith("toUnicodeCMap:"):
                thing.content = _mended(thing.content)
            texts.append(formatted(thing, self, toplevel=1))
        if self.structure:
            number = self.number_of(self.add(self.Catalog.StructTreeRoot).name)
            first, *others = self.structure(number, len(texts) + 1)
            texts[number - 1] = first.encode()
            texts += [text.encode() for text in others]
        trailer = b"/Root %b/Info %b/ID%b" % tuple(formatted(part, self) for part in (root, info, self.ID()))
        return _file(texts, trailer)


def _file(texts: Sequence[bytes], trailer: bytes) -> bytes:
    """Streams as they are, everything else packed, found by a cross-reference stream."""
    parts = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
    place = len(parts[0])
    entries: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}

    def write(number: int, body: bytes) -> None:
        nonlocal place
        entries[number] = (1, place, 0)
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, body.rstrip(b"\n")))
        place += len(parts[-1])

    small = []
    for number, text in enumerate(texts, start=1):
        if text.endswith(b"endstream\n"):
            write(number, _ended(text))
        else:
            small.append(number)
    following = len(texts) + 1
    for numbers in _batches(small, PACKED):
        write(following, _object_stream([(number, texts[number - 1].strip()) for number in numbers]))
        entries |= {number: (2, following, index) for index, number in enumerate(numbers)}
        following += 1
    entries[following] = (1, place, 0)
    rows = b"".join(
        kind.to_bytes(1) + where.to_bytes(4) + index.to_bytes(2) for _, (kind, where, index) in sorted(entries.items())
    )
    head = b"/Type/XRef/Size %d/W[1 4 2]%b" % (following + 1, trailer)
    parts.append(b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (following, _stream(head, rows), place))
    return b"".join(parts)


def _ended(text: bytes) -> bytes:
    """A stream with an end of line before its last word; the length in its dictionary stays true."""
    data = text[: -len(b"endstream\n")]
    return data + _end_of_line(data) + b"endstream"


def _end_of_line(data: bytes) -> bytes:
    """After data that ends with a carriage return a line feed alone would be read as one end of line with it."""
    return b"\r\n" if data.endswith(b"\r") else b"\n"


def _object_stream(objects: Sequence[tuple[int, bytes]]) -> bytes:
    index, place = [], 0
    for number, text in objects:
        index.append(b"%d %d" % (number, place))
        place += len(text) + 1
    head = b" ".join(index) + b"\n"
    body = head + b"\n".join(text for _, text in objects)
    return _stream(b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head)), body)


def _stream(dictionary: bytes, data: bytes) -> bytes:
    packed = zlib.compress(data, LEVEL)
    end = _end_of_line(packed)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b%bendstream" % (dictionary, len(packed), packed, end)


def _mended(unicode_map: str) -> str:
    """ReportLab's map of codes to text without the empty code, in blocks of a hundred, high letters in pairs."""
    head, _, rest = unicode_map.partition(" beginbfchar\n")
    rows, _, tail = rest.partition("\nendbfchar")
    entries = [_entry(row) for row in rows.split("\n") if not row.endswith("<0000>")]
    blocks = [f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in _batches(entries, BLOCK)]
    return head.rpartition("\n")[0] + "\n" + "\n".join(blocks) + tail


def _entry(row: str) -> str:
    code, letter = row.split()
    return f"{code} <{chr(int(letter[1:-1], 16)).encode('utf-16-be').hex().upper()}>"


def _batches(rows: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    return (rows[start : start + size] for start in range(0, len(rows), size))
