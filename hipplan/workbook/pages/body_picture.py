"""The body from the front and from the back, with a number for each muscle of the table beside it."""

from hipplan.pdf.box import Box
from hipplan.pdf.ink import Point
from hipplan.pdf.sheet import Sheet
from hipplan.words import say
from hipplan.workbook import parts, theme
from hipplan.workbook.picture import Picture, shared_scale

LABEL = 6.0
DOT, DISC = 0.9, 3.0
DISC_AT = {"1": (12.0, 11.6), "2": (-9.0, 13.2), "3": (14.2, 13.5), "4": (-12.2, 6.9)}  # from the spot on the body


def draw_body(sheet: Sheet, picture: Picture, box: Box) -> None:
    """Both views, a line from each muscle to its number, and which view is which."""
    place = box.top(box.height - LABEL)
    scale = shared_scale([picture], place.width, place.height)
    floor = place.bottom - picture.below * scale
    with sheet.figure(picture.alt, place):
        picture.stand(sheet, place, floor, scale)
        for number, (across, down) in DISC_AT.items():
            if number in picture.drawing.marks:
                x, y = picture.place(number, place, floor, scale)
                _number(sheet, number, (x, y), (x + across, y + down))
    labels = box.below(box.height - LABEL)
    for words, half in zip(
        ("front", "back"), labels.centred(picture.width * scale, LABEL).columns(None, None), strict=True
    ):
        sheet.label(say(f"how.{words}"), half, theme.NOTE, align="centre", role="Caption")


def _number(sheet: Sheet, number: str, spot: Point, disc: Point) -> None:
    sheet.ink.line(spot, disc, theme.LEADER)
    sheet.ink.circle(spot, DOT, fill=theme.INK)
    parts.badge(sheet, disc, DISC, number, 11)
