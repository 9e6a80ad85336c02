"""The data of a stranger's streams: unpacked within limits, kept as it is where that is safe."""

import zlib

from pypdf.generic import ArrayObject, DictionaryObject, NullObject, PdfObject, StreamObject

from hipplan.pdf.foreign.entries import entry
from hipplan.pdf.foreign.problem import ForeignFileError

MOST_UNPACKED = 300_000_000  # of all streams of a file: a page of colour at 600 dots an inch has 100 million
MOST_OPERATORS = 8_000_000  # bytes of one content stream: a detailed map has five million
_CHUNK = 1 << 16
_KEPT = frozenset({"/FlateDecode", "/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode"})


class Budget:
    """Counts what streams unpack to, over a whole file, without keeping it."""

    def __init__(self, most: int = MOST_UNPACKED) -> None:
        self._left = most

    def spend(self, length: int) -> None:
        """Raises ForeignFileError when all streams together are larger than any leaflet."""
        self._left -= length
        if self._left < 0:
            megabytes = MOST_UNPACKED // 1_000_000
            raise ForeignFileError(f"unpacks to more than {megabytes} MB; print it to a new PDF, or leave it out")

    def unpack(self, data: bytes, most: int | None = None) -> bytes:
        """Inflate; with `most`, keep the result and refuse when it is longer, else only count it."""
        machine = zlib.decompressobj()
        kept: list[bytes] = []
        length = 0
        while data and not machine.eof:
            try:
                part = machine.decompress(data, _CHUNK)
            except zlib.error:
                raise ForeignFileError("damaged; make it again, or copy it again from where it came") from None
            data = machine.unconsumed_tail
            length += len(part)
            self.spend(len(part))
            if most is not None:
                if length > most:
                    raise ForeignFileError(too_many_operators())
                kept.append(part)
            if not part and not data:
                break
        return b"".join(kept)


def too_many_operators() -> str:
    """What to say of a page that is drawn with millions of strokes."""
    return f"a page has more than {MOST_OPERATORS // 1_000_000} MB of strokes; print it to a new PDF as a picture"


def filters_of(stream: StreamObject) -> list[str]:
    """Names of its filters, in the order in which they are undone."""
    found = entry(stream, "/Filter")
    if isinstance(found, ArrayObject):
        return [str(name.get_object()) for name in list.__iter__(found)]
    return [] if found is None or isinstance(found, NullObject) else [str(found)]


def parameters_of(stream: StreamObject) -> PdfObject | None:
    """Parameters of its last filter."""
    found = entry(stream, "/DecodeParms")
    if isinstance(found, ArrayObject):
        found = found[-1] if len(found) else None
    return found if isinstance(found, DictionaryObject) else None


def content_of(stream: PdfObject | None, budget: Budget) -> bytes:
    """The operators of a content stream, or of several joined. Raises ForeignFileError for too many."""
    if isinstance(stream, ArrayObject):
        parts: list[bytes] = []
        for part in list.__iter__(stream):
            parts.append(content_of(part.get_object(), budget))
            if sum(map(len, parts)) > MOST_OPERATORS:
                raise ForeignFileError(too_many_operators())
        return b"\n".join(parts)
    if not isinstance(stream, StreamObject):
        return b""
    if filters_of(stream) == ["/FlateDecode"] and not parameters_of(stream):
        return budget.unpack(stream._data, MOST_OPERATORS)  # noqa: SLF001  pypdf unpacks without counting
    data = stream.get_data()
    budget.spend(len(data))
    if len(data) > MOST_OPERATORS:
        raise ForeignFileError(too_many_operators())
    return data


def kept_data(stream: StreamObject, budget: Budget) -> tuple[bytes, str, bool]:
    """Data as it goes into our file, its one filter, and whether the filter's parameters go with it."""
    names = filters_of(stream)
    raw: bytes = stream._data  # noqa: SLF001  get_data would unpack it
    if len(names) == 1 and names[0] in _KEPT:
        if names[0] == "/FlateDecode":
            budget.unpack(raw)
        return raw, names[0], True
    if not names:
        budget.spend(len(raw))
        return zlib.compress(raw), "/FlateDecode", False
    data = stream.get_data()
    budget.spend(len(data))
    if names[-1] in _KEPT and names[-1] != "/FlateDecode":
        return data, names[-1], True
    return zlib.compress(data), "/FlateDecode", False
