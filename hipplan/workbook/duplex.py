"""For a printer that prints on both sides: moves and weeks open on the right, so each can be taken out alone."""

from collections.abc import Iterable, Sequence

from hipplan.workbook.edition import Page
from hipplan.workbook.pages.blank import blank_side

_EACH = ("moves", "weeks")


def open_right(groups: Iterable[tuple[str, list[Page]]]) -> list[Page]:
    """All pages of the groups, with room for notes on the sides left free.

    Each move and each week is on an odd page. A handout is there to save paper: of its groups, moves-short and
    weeks-no-spare, only the first page is, as a blank side behind each week would print almost twice the sheets.
    """
    pages: list[Page] = []
    for name, group in groups:
        for page in group:
            opens = page.bookmark and (name in _EACH or page is group[0])
            if opens and name.startswith(_EACH) and len(pages) % 2:
                pages.append(blank_side(len(pages) + 1))
            pages.append(page)
    return pages


def even(pages: Sequence[Page]) -> list[Page]:
    """The pages, and a side for notes where the last sheet has one free: what comes behind opens on the right."""
    return [*pages, *([blank_side(len(pages) + 1)] if len(pages) % 2 else [])]
