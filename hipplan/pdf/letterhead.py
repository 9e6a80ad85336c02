"""A clinic's letterhead: the first page of its PDF, held once by the file and placed under pages of ours."""

from dataclasses import dataclass

from hipplan.errors import FileProblemError
from hipplan.pdf.box import Box
from hipplan.pdf.foreign.guarded import read_foreign
from hipplan.pdf.foreign.parcel import Parcel
from hipplan.pdf.notes import standard_notes, taken_out_note

FORM = "letterhead"  # its name in the file
SLACK = 1.5  # millimetres that the same paper may differ by in two programs
_KNOWN = {(210, 297): "A4", (216, 279): "Letter", (148, 210): "A5", (297, 420): "A3", (216, 356): "Legal"}


class SafeAreaError(Exception):
    """A page has something where the letterhead is: at this side of the paper, by so many millimetres."""

    def __init__(self, side: str, millimetres: float) -> None:
        super().__init__(f"{millimetres:.1f} mm at the {side}")
        self.side, self.millimetres = side, millimetres


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What is placed, and what is to be said of it, a line each."""

    parcel: Parcel
    notes: tuple[str, ...]


def read_letterhead(data: bytes, name: str, paper: Box) -> Letterhead:
    """Read it for this paper. Raises FileProblemError in one line for what cannot be printed on it."""
    parcel = read_foreign("letterhead", data, name)
    (size,) = parcel.sizes
    if abs(size[0] - paper.width) > SLACK or abs(size[1] - paper.height) > SLACK:
        wanted = _named((paper.width, paper.height))
        raise FileProblemError(f"{name}: its page is {_named(size)}, the workbook's {wanted}; save it for that paper")
    return Letterhead(parcel, (*taken_out_note(name, parcel), *standard_notes(name, parcel)))


def _named(size: tuple[float, float]) -> str:
    width, height = round(size[0]), round(size[1])
    known = _KNOWN.get((width, height), "")
    return f"{known} ({width} x {height} mm)" if known else f"{width} x {height} mm"
