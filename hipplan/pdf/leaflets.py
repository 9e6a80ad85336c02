"""A physio's own leaflets: PDFs whose pages go behind ours, with their links and their structure."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from hipplan.errors import FileProblemError
from hipplan.pdf.box import Box
from hipplan.pdf.foreign.guarded import read_foreign
from hipplan.pdf.foreign.parcel import Parcel
from hipplan.pdf.notes import paper_note, standard_notes, taken_out_note

MOST_PAGES = 200  # of all leaflets
MOST_BYTES = 60_000_000  # of all leaflets as our file holds them


@dataclass(frozen=True, slots=True)
class Leaflet:
    """Its title for the bookmark, its pages, and what is to be said of it, a line each."""

    title: str
    parcel: Parcel
    notes: tuple[str, ...]


def read_leaflets(files: Iterable[tuple[str, bytes]], paper: Box | None = None) -> tuple[Leaflet, ...]:
    """Read them in order, for this paper. Raises FileProblemError in one line for the first that cannot be used."""
    leaflets: list[Leaflet] = []
    size = 0
    for name, data in files:
        left = MOST_PAGES - pages_in(leaflets)
        if left < 1:
            raise FileProblemError(f"{name}: the leaflets before it have the {MOST_PAGES} pages that all may have")
        parcel = read_foreign("leaflet", data, name, left)
        size += sum(len(piece.text) + len(piece.data or b"") for piece in parcel.pieces)
        if size > MOST_BYTES:
            raise FileProblemError(
                f"{name}: too much with the leaflets before it; all may have {MOST_BYTES // 1_000_000} MB"
            )
        other = paper_note(name, parcel, paper) if paper else ()
        notes = (*taken_out_note(name, parcel), *other, *standard_notes(name, parcel))
        leaflets.append(Leaflet(parcel.title or PurePath(name).stem, parcel, notes))
    return tuple(leaflets)


def pages_in(leaflets: Iterable[Leaflet]) -> int:
    """How many pages they have together."""
    return sum(len(leaflet.parcel.pages) for leaflet in leaflets)
