"""A drawing that depends on its arguments alone is made once, and looks and reads the same wherever it is put."""

import ast
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

import hipplan
from hipplan.checking.reading import read_pdf
from hipplan.pdf.about import About
from hipplan.pdf.book import Book
from hipplan.pdf.box import Box
from hipplan.pdf.ink import Stroke
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.stamping import forget_stamps, stamped
from hipplan.pdf.text import LayoutError, TextStyle
from measuring.objects import objects_of
from measuring.structure import read_structure

PAPER = Box(0, 0, 210, 297)
BODY = TextStyle(12, 15, "#1F2933")
ABOUT = About(title="T", author="A", subject="S", keywords="K", language="en-GB", producer="P")
drawn: list[str] = []


def _card(sheet: Sheet, box: Box, words: str, *, alt: str = "A picture, 5 % (of all)") -> None:
    drawn.append(words)
    sheet.ink.rect(box, Stroke(0.8, "#0B6E69"), "#FFFFFF")
    y = sheet.heading(2, words, box.inset(2), BODY)
    with sheet.figure(alt, Box(box.x + 2, y, 10, 10)):
        sheet.ink.circle((box.x + 7, y + 5), 4, fill="#0B6E69")
    with sheet.list(), sheet.element("LI"):
        sheet.label("1.", Box(box.x + 2, y + 12, 8, 6), BODY, role="Lbl")
        sheet.label("100 % of it\\", Box(box.x + 12, y + 12, box.width - 12, 6), BODY, role="LBody")


card = stamped(_card)


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    forget_stamps()
    drawn.clear()
    yield
    forget_stamps()


def book_of(draw: object, *, grey: bool = False, words: str = "Words") -> bytes:
    book = Book(PAPER, PAPER.inset(16, 13), ABOUT, grey=grey)
    sheet = book.page([("Page", 0)])
    sheet.heading(1, "Title", sheet.area, BODY)
    for y in (40, 100.25):
        draw(sheet, Box(20.4, y, 60, 40), words)  # type: ignore[operator]
    sheet.paragraph("After", Box(20, 160, 60, 20), BODY)
    book.close_page()
    return book.finish()


def seen(pdf: bytes) -> tuple[list[object], list[float]]:
    """What is on the page, and where."""
    (page,) = read_pdf(pdf)
    whats = [(piece.text, piece.font.partition("+")[2], piece.size, piece.colour) for piece in page.texts]
    shapes = [(shape.fill, shape.stroke, shape.stroke_pt) for shape in page.shapes]
    inks = [thing.ink for thing in (*page.texts, *page.shapes)]
    return [*whats, *shapes], [edge for ink in inks for edge in (ink.left, ink.top, ink.right, ink.bottom)]


def heard(pdf: bytes) -> list[object]:
    """Every element, and where its figures are."""
    (page,) = read_structure(pdf)
    objects = objects_of(PdfReader(BytesIO(pdf)))
    figures = [thing for thing in objects if isinstance(thing, DictionaryObject) and thing.get("/S") == "/Figure"]
    bounds = [[round(edge) for edge in figure["/A"]["/BBox"]] for figure in figures]  # type: ignore[index]
    return [*((one.role, one.alt, one.text, one.scope) for one in page.walk()), bounds, page.artifacts]


@pytest.mark.parametrize("words", ["Words", "Иванова 5 % Ḥasan"])
@pytest.mark.parametrize("grey", [False, True])
def test_it_looks_and_reads_as_if_it_were_drawn_where_it_is(words: str, *, grey: bool) -> None:
    put, direct = book_of(card, grey=grey, words=words), book_of(_card, grey=grey, words=words)
    assert seen(put)[0] == seen(direct)[0]
    assert seen(put)[1] == pytest.approx(seen(direct)[1], abs=0.01)
    assert heard(put) == heard(direct)
    assert len(heard(put)) > 15


def test_it_is_drawn_once_for_each_size_and_argument() -> None:
    first = book_of(card)
    assert drawn == ["Words"]
    assert book_of(card) == first
    assert drawn == ["Words"]
    book_of(card, words="Others")
    assert drawn == ["Words", "Others"]


def test_what_does_not_fit_is_told_with_its_place_on_the_page() -> None:
    with pytest.raises(LayoutError, match=r"x=22\.4, y=42"):
        book_of(card, words="Far too many words for such a little card, " * 12)


def test_links_and_what_each_copy_writes_are_never_part_of_it() -> None:
    def linked(sheet: Sheet, box: Box) -> None:
        with sheet.link(1, "there", box):
            sheet.inline("there", box, BODY)

    def late(sheet: Sheet, box: Box) -> None:
        with sheet.element("P"):
            sheet.later(str, box, box.middle, BODY)

    for draw, said in ((linked, "of one page"), (late, "each copy")):
        sheet = Book(PAPER, PAPER, ABOUT).page()
        with pytest.raises(TypeError, match=said):
            stamped(draw)(sheet, Box(20, 20, 60, 20))


def test_no_function_that_is_remembered_so_can_see_more_than_its_arguments() -> None:
    found = 0
    for path in Path(hipplan.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and "stamped" in map(ast.unparse, node.decorator_list):
                found += 1
                args = (*node.args.args, *node.args.kwonlyargs)
                taken = [ast.unparse(arg.annotation) for arg in args if arg.annotation]
                assert not {"Edition", "Programme", "Preferences", "Any"} & set(taken), f"{path.name}: {node.name}"
                assert "sheet.area" not in ast.unparse(node), f"{path.name}: {node.name} draws in its own box"
    assert found >= 10
