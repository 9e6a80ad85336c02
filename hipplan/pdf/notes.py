"""What is said of a file that others made, one line each."""

from collections.abc import Iterator

from hipplan.pdf.box import Box
from hipplan.pdf.foreign.parcel import Parcel

SLACK = 1.5  # millimetres that the same paper may differ by in two programs
_KNOWN = {(210, 297): "A4", (216, 279): "Letter", (148, 210): "A5", (297, 420): "A3", (216, 356): "Legal"}


def taken_out_note(name: str, parcel: Parcel) -> Iterator[str]:
    """What is not printed or does nothing any more."""
    if parcel.taken_out:
        *first, last = parcel.taken_out
        yield f"{name}: left out {', '.join(first)}{' and ' if first else ''}{last}"


def standard_notes(name: str, parcel: Parcel) -> Iterator[str]:
    """Why the whole file cannot be what our own pages are."""
    ua, archive = parcel.breaks_ua, parcel.breaks_archive
    if ua and ua == archive:
        yield f"{name}: {ua}, so the file is not declared PDF/UA-1 or PDF/A-2a"
        return
    if ua:
        yield f"{name}: {ua}, so the file is not declared PDF/UA-1"
    if archive:
        yield f"{name}: {archive}, so the file is not declared PDF/A-2a"


def paper_note(name: str, parcel: Parcel, paper: Box) -> Iterator[str]:
    """That a printer will ask for other paper; a page on its side is no other paper."""
    other = [size for size in parcel.sizes if not same_paper(size, paper) and not same_paper(size[::-1], paper)]
    if other:
        yield f"{name}: has pages of {named_paper(other[0])}; let the printer fit them to the paper"


def same_paper(size: tuple[float, float], paper: Box) -> bool:
    """Whether it is the same paper for a printer."""
    return abs(size[0] - paper.width) <= SLACK and abs(size[1] - paper.height) <= SLACK


def named_paper(size: tuple[float, float]) -> str:
    """A size as people say it."""
    width, height = round(size[0]), round(size[1])
    known = _KNOWN.get((width, height), "")
    return f"{known} ({width} x {height} mm)" if known else f"{width} x {height} mm"
