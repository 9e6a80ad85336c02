"""Take a stranger's parcel into our own file: each object once, under numbers of ours, in our own way of writing."""

import re
from functools import partial

from reportlab.pdfbase.pdfdoc import xObjectName

from hipplan.pdf.foreign.parcel import Parcel, Piece
from hipplan.pdf.tags import Hung, text_string
from hipplan.pdf.writing import PackedDocument, Written

_PLACE = re.compile(r"@(\d+)@|@parent@|\^(\d+)\^|\{(\d+|part)\}|<%")


class Adopted:
    """A parcel in a document; `first_row` is its first row of the parent tree, known once our own pages are done."""

    def __init__(self, document: PackedDocument, parcel: Parcel, *, place: int = 0, form: str = "") -> None:
        self._document, self.parcel = document, parcel
        self._mark = f"{place:04X}"  # before the names of elements, so that two files may use the same
        self.first_row = 0
        self._names = [self._added(piece, form if n == parcel.form else "") for n, piece in enumerate(parcel.pieces)]

    def _added(self, piece: Piece, form: str) -> str:
        written = Written(partial(self._body, piece))
        if not form:
            return str(self._document.add(written).name)
        name: str = xObjectName(form)
        self._document.Reference(written, name)  # type: ignore[no-untyped-call] # missing from the stubs
        return name

    def page_names(self) -> list[str]:
        """Names of its pages in our document, in order."""
        return [self._names[number] for number in self.parcel.pages]

    def _body(self, piece: Piece) -> bytes:
        text = self._resolved(piece.text, 0, 0).encode("ascii")
        return text if piece.data is None else text + b"\nstream\n" + piece.data + b"endstream\n"

    def _resolved(self, text: str, part: int, first: int) -> str:
        """Put numbers of ours for its own."""

        def number(found: re.Match[str]) -> str:
            piece, row, element = found.groups()
            if found[0] == "<%":
                return f"<{self._mark}"
            if row:
                return str(self.first_row + int(row))
            if piece:
                return f"{self._document.number_of(self._names[int(piece)])} 0 R"
            if element:
                return f"{part if element == 'part' else first + int(element)} 0 R"
            return f"{self._document.number_of(self._document.add(self._document.Pages).name)} 0 R"

        return _PLACE.sub(number, text)

    def hung(self, title: str, document: int, free: int) -> Hung:
        """Its structure under a Part of ours, which is numbered first."""
        first, parcel = free + 1, self.parcel
        kids = " ".join(f"{first + top} 0 R" for top in parcel.tops)
        language = f"/Lang({parcel.language})" if parcel.language else ""
        part = f"<</Type/StructElem/S/Part/P {document} 0 R/T{text_string(title)}{language}/K[{kids}]>>"
        return Hung(
            [part, *(self._resolved(text, free, first) for text in parcel.elements)],
            [self._resolved(row, free, first) for row in parcel.rows],
            [(self._mark + name, first + number) for name, number in parcel.ids],
        )
