"""Colours become the greys that a copier makes of them, one number each."""

import zlib

import pytest

from hipplan.checking.contrast import grey
from hipplan.checking.reading import read_pdf
from hipplan.pdf.about import About
from hipplan.pdf.book import Book
from hipplan.pdf.box import Box
from hipplan.pdf.colour import paint
from hipplan.pdf.form import Outline, form, grey_form
from hipplan.pdf.ink import Stroke

PAPER = Box(0, 0, 210, 297)
ABOUT = About(title="t", author="a", subject="s", keywords="k", language="en-GB", producer="p")
ORANGE, TEAL = "#CC5216", "#0B6E69"


@pytest.mark.parametrize(
    ("colour", "level"),
    [("#1F2933", 39), ("#52606D", 93), ("#66717C", 111), (TEAL, 80), (ORANGE, 112), ("#E6F1F0", 238), ("#FFFFFF", 255)],
)
def test_a_grey_is_that_of_the_design(colour: str, level: int) -> None:
    operand, operator = paint(colour, grey=True, fill=True).split()
    assert (round(float(operand) * 255), operator) == (level, "g")
    assert paint(colour, grey=True, fill=False) == f"{operand} G"


def test_without_grey_a_colour_stays_what_it_is() -> None:
    assert paint(ORANGE, grey=False, fill=True) == "0.8 0.3216 0.08627 rg"


def test_a_drawing_loses_its_colours_and_nothing_else() -> None:
    made = form(
        "leg", Box(0, 0, 9, 9), [Outline("M 0 0 L 9 0 L 9 9 Z", ORANGE, TEAL, 1.5), Outline("M 1 1 L 2 2", "", TEAL)]
    )
    coloured, plain = (zlib.decompress(one.stream).decode() for one in (made, grey_form(made)))
    assert ("0.8 0.3216 0.08627 rg" in coloured, "rg" in plain, "RG" in plain) == (True, False, False)
    assert plain == coloured.replace("0.8 0.3216 0.08627 rg", "0.4392 g").replace(
        "0.04314 0.4314 0.4118 RG", "0.3137 G"
    )
    assert (grey_form(made).name, grey_form(made).view) == (made.name, made.view)
    assert grey_form(made) is grey_form(made)  # made once


def test_a_grey_book_paints_fills_strokes_and_text_in_grey() -> None:
    book = Book(PAPER, PAPER, ABOUT, grey=True)
    sheet = book.page()
    sheet.ink.rect(Box(20, 20, 30, 30), Stroke(1, TEAL), ORANGE)
    with sheet.element("P"):
        sheet.ink.text((20, 80), (("words", False),), 12, TEAL)
    book.close_page()
    (page,) = read_pdf(book.finish())
    assert [(shape.fill, shape.stroke) for shape in page.shapes] == [(grey(ORANGE), grey(TEAL))]
    assert [piece.colour for piece in page.texts] == [grey(TEAL)]
