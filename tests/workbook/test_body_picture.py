"""The body with a number for each muscle: the discs keep off the body and off each other."""

import re
from itertools import combinations
from math import dist
from zlib import decompress

import pytest

from hipplan.figures import library
from hipplan.figures.svg import Drawing
from hipplan.pdf.box import PT
from hipplan.pdf.ink import Point
from hipplan.workbook.pages.body_picture import DISC, DISC_AT, LABEL
from hipplan.workbook.pages.how import BODY_HEIGHT, BODY_PICTURE
from hipplan.workbook.picture import Picture, shared_scale

CLEAR = 1.0


@pytest.fixture
def drawing() -> Drawing:
    return library.drawing("muscles")


def scale_of(drawing: Drawing) -> float:
    """Millimetres on the page for a point of the drawing; large print grows the picture more than its discs."""
    return PT * shared_scale([Picture(alt="", caption="", drawing=drawing)], BODY_PICTURE, BODY_HEIGHT - LABEL)


def discs(drawing: Drawing) -> list[Point]:
    """The middle of each disc, in millimetres from the drawing's own nought."""
    scale = scale_of(drawing)
    spots = {number: drawing.marks[number] for number in DISC_AT}
    return [(x * scale + DISC_AT[number][0], y * scale + DISC_AT[number][1]) for number, (x, y) in spots.items()]


def outline(drawing: Drawing) -> list[Point]:
    """Every corner of the drawing, in the same millimetres."""
    scale = scale_of(drawing)
    pairs = re.findall(r"(-?[\d.]+) (-?[\d.]+) (?=[-\d. ]*[mlc]\b)", decompress(drawing.form.stream).decode("ascii"))
    return [(float(x) * scale, float(y) * scale) for x, y in pairs]


def test_no_two_numbers_of_the_muscles_touch(drawing: Drawing) -> None:
    gaps = [dist(one, other) - 2 * DISC for one, other in combinations(discs(drawing), 2)]
    assert len(gaps) == 6
    assert min(gaps) >= CLEAR


def test_no_number_of_a_muscle_covers_a_hand_or_a_leg(drawing: Drawing) -> None:
    corners = outline(drawing)
    assert len(corners) > 1000
    assert min(dist(disc, corner) - DISC for disc in discs(drawing) for corner in corners) >= CLEAR
