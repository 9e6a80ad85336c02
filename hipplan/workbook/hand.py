"""Which hand writes: for the left one the boxes are at the left and the words at the right, so no hand hides them."""

from hipplan.pdf.box import Box
from hipplan.workbook.edition import Edition


def is_left(edition: Edition) -> bool:
    """Whether the left hand writes."""
    return edition.programme.preferences.hand == "left"


def placed(edition: Edition, box: Box, within: Box) -> Box:
    """A box as it is laid out for the right hand, or as far from the other end of its row for the left one."""
    return placed_for(box, within, left=is_left(edition))


def placed_for(box: Box, within: Box, *, left: bool) -> Box:
    """The same, for a hand that is known."""
    if not left:
        return box
    return Box(within.x + within.right - box.right, box.y, box.width, box.height)
