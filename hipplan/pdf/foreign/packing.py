"""Write a stranger's objects anew: only what draws a page, nothing that runs, sends, or points outside."""

from collections import deque
from collections.abc import Callable, Mapping
from io import BytesIO
from zlib import compress

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from hipplan.pdf.foreign.entries import entry, named
from hipplan.pdf.foreign.flaws import Flaws
from hipplan.pdf.foreign.operators import has_cmyk
from hipplan.pdf.foreign.pages import Key
from hipplan.pdf.foreign.parcel import Piece
from hipplan.pdf.foreign.problem import ForeignFileError
from hipplan.pdf.foreign.streams import Budget, content_of, kept_data, parameters_of
from hipplan.pdf.foreign.weight import Weights, check_tile

MOST_PIECES = 60_000
MOST_BYTES = 40_000_000
DEEPEST = 40
_TANGLED = "too large or too tangled; print it to a new PDF, or leave it out"
# What runs or points outside; what is of no use in a drawing; what PDF/A forbids and no print shows.
_LEFT_OUT = frozenset(
    """/AA /OpenAction /JS /Metadata /PieceInfo /LastModified /OPI /Alternates /AF /EF /Ref /PS /Interpolate /TR /TR2
    /HT /HTP /OC /Parent /P /Pg /StructTreeRoot /StructParent /StructParents /A""".split()  # noqa: SIM905  one string
)
_RESOURCES = ("/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/XObject", "/Font", "/Properties")
_OF_STREAMS = frozenset({"/F", "/FFilter", "/FDecodeParms", "/Length", "/Filter", "/DecodeParms", "/DL"})
_NEVER = frozenset({"/Catalog", "/Pages", "/Page", "/Annot", "/StructElem", "/StructTreeRoot", "/Action", "/Filespec"})
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-_.*")


class Packer:
    """Gives pieces their numbers as they are first asked for; `rows` are parent tree rows of drawings with tags."""

    def __init__(self, reader: PdfReader, *, change: Callable[[bytes], bytes] | None = None) -> None:
        self._reader, self._change = reader, change
        self._left_out = _LEFT_OUT | {"/Properties"} if change else _LEFT_OUT  # of marks, which a changed drawing lacks
        self.budget = Budget()
        self.flaws = Flaws(self.budget)
        self.weights = Weights()
        self.rows: Mapping[Key, int] = {}
        self._pieces: list[Piece | None] = []
        self._numbers: dict[Key, int] = {}
        self._waiting: deque[Key] = deque()
        self._bytes = 0

    def reserve(self) -> int:
        """Number of a piece that is put there later."""
        if len(self._pieces) >= MOST_PIECES:
            raise ForeignFileError(_TANGLED)
        self._pieces.append(None)
        return len(self._pieces) - 1

    def put(self, number: int, text: str, data: bytes | None = None) -> None:
        """Put a piece that was made here; data goes in packed already."""
        self._bytes += len(text) + len(data or b"")
        if self._bytes > MOST_BYTES:
            raise ForeignFileError(_TANGLED)
        self._pieces[number] = Piece(text, data)

    def put_content(self, number: int, entries: str, content: bytes) -> None:
        """Put a stream of operators."""
        if has_cmyk(content):
            self.flaws.cmyk()
        data = compress(content, 6)
        self.put(number, f"<<{entries}/Filter/FlateDecode/Length {len(data)}>>", data)

    def pieces(self) -> list[Piece]:
        """All of them, with everything they refer to."""
        while self._waiting:
            key = self._waiting.popleft()
            thing = self._reader.get_object(IndirectObject(*key, self._reader))
            self._pack(key, thing if thing is not None else NullObject())
        self.weights.check()
        return [piece or Piece("null") for piece in self._pieces]

    def text(self, thing: PdfObject | None, depth: int = 0) -> str:  # noqa: PLR0911  one for each kind there is
        """An object as it stands inside another."""
        if depth > DEEPEST:
            raise ForeignFileError(_TANGLED)
        if isinstance(thing, IndirectObject):
            return self._reference(thing)
        if isinstance(thing, NameObject):
            self.flaws.look_at_name(str(thing))
            return written_name(str(thing))
        if isinstance(thing, TextStringObject | ByteStringObject):
            return f"<{thing.original_bytes.hex().upper()}>"
        if isinstance(thing, StreamObject):
            return "null"  # a stream has a number, or it is damaged
        if isinstance(thing, DictionaryObject):
            return f"<<{self._entries(thing, depth)}>>"
        if isinstance(thing, ArrayObject):
            return f"[{' '.join(self.text(item, depth + 1) for item in list.__iter__(thing))}]"
        if isinstance(thing, BooleanObject | NumberObject | FloatObject):
            out = BytesIO()
            thing.write_to_stream(out)
            return out.getvalue().decode("ascii")
        return "null"

    def _reference(self, reference: IndirectObject) -> str:
        key = (reference.idnum, reference.generation)
        if key not in self._numbers:
            self._numbers[key] = self.reserve()
            self._waiting.append(key)
        return f"@{self._numbers[key]}@"

    def _entries(self, thing: DictionaryObject, depth: int, besides: frozenset[str] = frozenset()) -> str:
        if named(thing, "/Type") in _NEVER:
            return ""
        self.flaws.look_at(thing)
        kept = [name for name in thing if name not in self._left_out and name not in besides]
        return "".join(f"{written_name(name)} {self._value(thing, name, depth + 1)}" for name in kept)

    def _value(self, thing: DictionaryObject, name: str, depth: int) -> str:
        return (
            self.resources(entry(thing, name), depth) if name == "/Resources" else self.text(thing.raw_get(name), depth)
        )

    def resources(self, thing: PdfObject | None, depth: int = 0) -> str:
        """What operators may use, by names that are the file's own: /A and /P are as good as others here."""
        kinds = {kind: entry(thing, kind) for kind in _RESOURCES if kind not in self._left_out}
        texts = (f"{kind}<<{self._named(found, depth)}>>" for kind, found in kinds.items() if found is not None)
        return f"<<{''.join(texts)}>>"

    def _named(self, thing: PdfObject, depth: int) -> str:
        names = thing if isinstance(thing, DictionaryObject) else DictionaryObject()
        return "".join(f"{written_name(name)} {self.text(names.raw_get(name), depth + 2)}" for name in names)

    def _pack(self, key: Key, thing: PdfObject) -> None:
        number = self._numbers[key]
        if not isinstance(thing, StreamObject):
            self.put(number, self.text(thing))
            return
        entries = self._entries(thing, 0, _OF_STREAMS)
        if named(thing, "/Subtype") == "/Form" or "/PatternType" in thing:
            entries += f"/StructParents ^{self.rows[key]}^" if key in self.rows else ""
            content = content_of(thing, self.budget)
            check_tile(thing)
            self.weights.note(key, content, entry(thing, "/Resources"))
            self.put_content(number, entries, self._change(content) if self._change else content)
            return
        data, name, with_parameters = kept_data(thing, self.budget)
        self.flaws.look_at_name(name)
        parameters = parameters_of(thing) if with_parameters else None
        if parameters:
            entries += f"/DecodeParms {self.text(parameters)}"
        entries += f"/StructParent ^{self.rows[key]}^" if key in self.rows else ""
        self.put(number, f"<<{entries}/Filter{name}/Length {len(data)}>>", data)


def written_name(name: str) -> str:
    """A name with everything but letters, digits and a few marks in hexadecimal."""
    codes = name.removeprefix("/").encode("utf-8", "surrogateescape")
    return "/" + "".join(chr(code) if chr(code) in _PLAIN else f"#{code:02X}" for code in codes)
