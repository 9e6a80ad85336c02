"""For a printer that prints on both sides: moves and weeks open on the right, so each can be taken out alone."""

from collections.abc import Iterable

from hipplan.workbook.edition import Page
from hipplan.workbook.pages.blank import blank_side

_OPEN_RIGHT = ("moves", "weeks")


def open_right(groups: Iterable[tuple[str, list[Page]]]) -> list[Page]:
    """All pages of the groups; each move and each week on an odd page, room for notes on the sides left free."""
    pages: list[Page] = []
    for name, group in groups:
        for page in group:
            if page.bookmark and name.startswith(_OPEN_RIGHT) and len(pages) % 2:
                pages.append(blank_side(len(pages) + 1))
            pages.append(page)
    return pages
