"""A clinic's letterhead: the first page of its PDF, held once by the file and placed under pages of ours."""

from dataclasses import dataclass

from hipplan.errors import FileProblemError
from hipplan.pdf.box import Box
from hipplan.pdf.foreign.guarded import read_foreign
from hipplan.pdf.foreign.parcel import Parcel
from hipplan.pdf.notes import named_paper, same_paper, standard_notes, taken_out_note

FORM = "letterhead"  # its name in the file


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
    if not same_paper(size, paper):
        wanted = named_paper((paper.width, paper.height))
        raise FileProblemError(
            f"{name}: its page is {named_paper(size)}, the workbook's {wanted}; save it for that paper"
        )
    return Letterhead(parcel, (*taken_out_note(name, parcel), *standard_notes(name, parcel)))
