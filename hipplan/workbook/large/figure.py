"""Pictures in large print: larger than their nominal size where there is room, the letters of the sides at 16 point."""

from hipplan.pdf.box import Box
from hipplan.pdf.ink import Point
from hipplan.pdf.sheet import Sheet
from hipplan.words import say
from hipplan.workbook import theme
from hipplan.workbook.large import type as large
from hipplan.workbook.picture import Picture

LARGEST = 1.9  # times the nominal size
LETTER = 3.4  # radius
APART = 8.0
UNDER = 5.2  # from a foot to the middle of its letter
BESIDE = 3.7  # what the drawing itself leaves, at its nominal size


def scale_in(picture: Picture, width: float, height: float) -> float:
    """The scale at which a picture fills a box."""
    return min(LARGEST, width / picture.width, height / (picture.above + picture.below))


def fit(sheet: Sheet, picture: Picture, box: Box) -> None:
    """Stand the drawing on the lower edge of the box; the element that is open says what it shows."""
    scale = scale_in(picture, box.width, box.height)
    picture.stand(sheet, box, box.bottom - picture.below * scale, scale)


def figure(sheet: Sheet, picture: Picture, box: Box, *, letters: bool = False) -> None:
    """The drawing with its words, and with the letters of both sides where asked for."""
    with sheet.figure(picture.alt, box):
        if not letters or not ({"left", "right"} & set(picture.drawing.marks)):
            fit(sheet, picture, box)
            return
        place = box.top(box.height - LETTER - UNDER + 1)
        scale = scale_in(picture, place.width - 2 * LETTER, place.height)
        floor = place.bottom - picture.below * scale
        picture.stand(sheet, box, floor, scale)
        for side, (x, lowest) in _letters(picture, box, floor, scale).items():
            y = min(lowest, box.bottom - LETTER)
            sheet.ink.circle((x, y), LETTER, theme.SIDE_RING, theme.WHITE)
            room = Box(x - LETTER - 1, y - LETTER, 2 * LETTER + 2, 2 * LETTER)
            sheet.at(say(f"sides.{side}_letter"), room, y + 1.9, large.SMALL_BOLD, align="centre")


def _letters(picture: Picture, box: Box, floor: float, scale: float) -> dict[str, Point]:
    found = {}
    for mark in ("left", "right"):
        if mark in picture.drawing.marks:
            x, y = picture.place(mark, box, floor, scale)
            side = {"left": "right", "right": "left"}[mark] if picture.mirrored else mark
            by_foot = picture.drawing.on_floor or y > floor
            found[side] = (x, max(y - BESIDE * scale, floor) + UNDER if by_foot else y)
    if len(found) < 2:
        return found
    (first, (x0, y0)), (second, (x1, y1)) = sorted(found.items(), key=lambda entry: entry[1])
    if (x1 - x0) ** 2 + (y1 - y0) ** 2 >= APART**2:
        return found
    across = max(0.0, APART**2 - (y1 - y0) ** 2) ** 0.5
    middle = (x0 + x1) / 2
    return {first: (middle - across / 2, y0), second: (middle + across / 2, y1)}
