"""What one process hands to the other: objects of a stranger's PDF, written anew, numbered among themselves.

In texts `@n@` stands for a reference to the piece n, `{n}` for one to the element n of its structure, `^n^` for the
key of a row of the parent tree; `@parent@`, `{part}` are the page tree and the element that our own file hangs them
under. No name or text in them has these characters: names are escaped, texts are written in hexadecimal.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Piece:
    """An object: its dictionary, or whatever it is, as text; data when it is a stream."""

    text: str
    data: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """Sizes are millimetres as pages are seen; `pages` and `sizes` are side by side, `form` is a page made a drawing.

    `elements`, `tops` and `rows` are the structure; `ids` name elements. `breaks_ua` and `breaks_archive` say what
    keeps a file that holds these pages from PDF/UA-1 and from PDF/A-2a, in words, empty for nothing. `greys` are pieces
    for a file without colours, by number: text, and operators for a stream; those behind all others are new, and the
    last of them is the form, if there is one.
    """

    pieces: Sequence[Piece] = ()
    pages: Sequence[int] = ()
    sizes: Sequence[tuple[float, float]] = ()
    form: int = -1
    greys: Sequence[tuple[int, str, str]] = ()
    elements: Sequence[str] = ()
    tops: Sequence[int] = ()
    rows: Sequence[str] = ()
    ids: Sequence[tuple[str, int]] = ()
    title: str = ""
    language: str = ""
    taken_out: Sequence[str] = ()
    breaks_ua: str = ""
    breaks_archive: str = ""
    problem: str = ""

    def in_grey(self) -> "Parcel":
        """The same without colours."""
        pieces = [*self.pieces, *(Piece("null") for number, _, _ in self.greys if number >= len(self.pieces))]
        for number, text, content in self.greys:
            data = content.encode("ascii") if content else None
            pieces[number] = Piece(text if data is None else f"<<{text}/Length {len(data)}>>", data)
        form = self.form if self.form < 0 or not self.greys else len(pieces) - 1
        return replace(self, pieces=pieces, form=form, greys=())

    def packed(self) -> Iterator[bytes]:
        """One line of JSON, then the data of every stream."""
        facts = {name: getattr(self, name) for name in self.__slots__ if name != "pieces"}
        facts["pieces"] = [(piece.text, None if piece.data is None else len(piece.data)) for piece in self.pieces]
        yield json.dumps(facts).encode("ascii") + b"\n"
        yield from (piece.data for piece in self.pieces if piece.data is not None)


def unpacked(data: bytes) -> Parcel:
    """The parcel again. Raises ValueError when it was cut off."""
    head, line, _ = data.partition(b"\n")
    if not line:
        raise ValueError("no parcel")
    facts = json.loads(head)
    place, pieces = len(head) + 1, []
    for text, length in facts.pop("pieces"):
        pieces.append(Piece(text, None if length is None else data[place : place + length]))
        place += length or 0
    if place != len(data):
        raise ValueError("a parcel that was cut off")
    facts["greys"] = [tuple(grey) for grey in facts["greys"]]
    facts["sizes"] = [tuple(size) for size in facts["sizes"]]
    facts["ids"] = [tuple(row) for row in facts["ids"]]
    return Parcel(pieces=pieces, **facts)
