"""What is said of a file that others made, one line each."""

from collections.abc import Iterator

from hipplan.pdf.foreign.parcel import Parcel


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
