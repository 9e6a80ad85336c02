"""Take a stranger's parcel into our own file: each object once, under numbers of ours, in our own way of writing."""

import re

from hipplan.pdf.elements import Hung, text_string
from hipplan.pdf.foreign.parcel import Parcel

_PLACE = re.compile(r"@(\d+)@|@parent@|\^(\d+)\^|\{(\d+|part)\}|<%")


class Adopted:
    """A parcel with numbers from `first` on and rows of the parent tree from `row` on; `parent` is our page tree."""

    def __init__(self, parcel: Parcel, first: int, *, parent: int, row: int = 0, place: int = 0) -> None:
        self.parcel, self._first, self._parent, self._row = parcel, first, parent, row
        self._mark = f"{place:04X}"  # before the names of elements, so that two files may use the same
        self._part = first + len(parcel.pieces)
        self.end = self._part + 1 + len(parcel.elements)
        self.end_row = row + len(parcel.rows)

    @property
    def pages(self) -> list[int]:
        """Numbers of its pages, in order."""
        return [self._first + number for number in self.parcel.pages]

    @property
    def form(self) -> int:
        """The number of the page that was made a drawing."""
        return self._first + self.parcel.form

    def objects(self) -> dict[int, bytes]:
        """Every object by its number, without its structure."""
        found = {}
        for number, piece in enumerate(self.parcel.pieces, start=self._first):
            text = self._resolved(piece.text).encode("ascii")
            found[number] = text if piece.data is None else text + b"\nstream\n" + piece.data + b"endstream\n"
        return found

    def _resolved(self, text: str) -> str:
        """Put numbers of ours for its own."""

        def number(found: re.Match[str]) -> str:
            piece, row, element = found.groups()
            if found[0] == "<%":
                return f"<{self._mark}"
            if row:
                return str(self._row + int(row))
            if piece:
                return f"{self._first + int(piece)} 0 R"
            if element:
                return f"{self._part if element == 'part' else self._part + 1 + int(element)} 0 R"
            return f"{self._parent} 0 R"

        return _PLACE.sub(number, text)

    def hung(self, title: str, document: int) -> Hung:
        """Its structure under a Part of ours."""
        first, parcel = self._part + 1, self.parcel
        kids = " ".join(f"{first + top} 0 R" for top in parcel.tops)
        language = f"/Lang({parcel.language})" if parcel.language else ""
        part = f"<</Type/StructElem/S/Part/P {document} 0 R/T{text_string(title)}{language}/K[{kids}]>>"
        texts = [part, *map(self._resolved, parcel.elements)]
        return Hung(
            {number: text.encode() for number, text in enumerate(texts, start=self._part)},
            [(key, self._resolved(row)) for key, row in enumerate(parcel.rows, start=self._row)],
            [(self._mark + name, first + number) for name, number in parcel.ids],
        )
