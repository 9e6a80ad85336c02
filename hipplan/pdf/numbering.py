"""Numbers of objects: those of a page follow from its place alone, so that a page can be written once and kept."""

FIRST_OF_PAGES = 10_000  # below are the objects of the file as a whole
PER_PAGE = 2_000
ROWS = 1_000  # keys of the parent tree that a page may use


def page_number(place: int) -> int:
    """The number of the page object at this place, 1 for the first page; all others of the page follow it."""
    return FIRST_OF_PAGES + place * PER_PAGE


def section_number(place: int) -> int:
    """The number of the section that begins on the page at this place."""
    return page_number(place) + PER_PAGE - 1


def first_row(place: int) -> int:
    """The page's own key in the parent tree; those of its links follow."""
    return place * ROWS


def foot_number(place: int) -> int:
    """The number of the stream that paints the foot of the page at this place."""
    return section_number(place) - 1
