"""A drawing is in the file once, however often it is shown, and stands exactly where it was put."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from hipplan.checking.reading import read_pdf
from hipplan.pdf.book import About, Book
from hipplan.pdf.box import PT, Box
from hipplan.pdf.form import PATH_DATA, Form, Outline, form
from hipplan.pdf.ink import Stroke

PAPER = Box(0, 0, 210, 297)
ABOUT = About(title="t", author="a", subject="s", keywords="k", language="en-GB", producer="p")
VIEW = Box(-10, -40, 30, 45)
SQUARE = "M -10 0 L 20 0 L 20 -40 L -10 -40 Z"
PLACES = ((50.0, 80.0), (120.0, 80.0), (120.0, 200.0))


def drawing(name: str = "square") -> Form:
    return form(name, VIEW, [Outline(SQUARE, "#CC5216")])


def book(*forms: Form, pages: int = 2, mirrored: bool = False, scale: float = 0.5) -> bytes:
    made = Book(PAPER, PAPER, ABOUT)
    for _ in range(pages):
        sheet = made.page()
        for shown in forms:
            for place in PLACES:
                sheet.ink.form(shown, place, scale, mirrored=mirrored)
        made.close_page()
    return made.finish()


def streams(pdf: bytes) -> list[StreamObject]:
    reader = PdfReader(BytesIO(pdf))
    objects = [reader.get_object(number) for number in sorted(reader.xref[0])]
    return [thing for thing in objects if isinstance(thing, StreamObject) and thing.get("/Subtype") == "/Form"]


def test_a_drawing_is_in_the_file_once_and_on_every_page() -> None:
    pdf = book(drawing(), drawing("other"))
    assert len(streams(pdf)) == 2
    for page in PdfReader(BytesIO(pdf)).pages:
        resources = page["/Resources"].get_object()
        assert isinstance(resources, DictionaryObject)
        assert len(resources["/XObject"].get_object()) == 2  # type: ignore[arg-type]
        contents = page.get_contents()
        assert contents is not None
        assert len(re.findall(rb"/\w+ Do", contents.get_data())) == 6


def test_a_drawing_is_compressed_and_says_what_is_seen_of_it() -> None:
    (found,) = streams(book(drawing()))
    assert found["/Filter"] == "/FlateDecode"
    assert [float(edge) for edge in found["/BBox"]] == [-10, -40, 20, 5]  # type: ignore[attr-defined]
    assert [float(part) for part in found["/Matrix"]] == [1, 0, 0, -1, 0, 0]  # type: ignore[attr-defined]
    assert found.get_data().decode().endswith("-10 0 m 20 0 l 20 -40 l -10 -40 l h f*")


@pytest.mark.parametrize(("mirrored", "left", "right"), [(False, -5, 10), (True, -10, 5)])
def test_a_drawing_stands_where_it_was_put_upright_and_mirrored(*, mirrored: bool, left: float, right: float) -> None:
    page = read_pdf(book(drawing(), mirrored=mirrored))[0]
    assert len(page.drawings) == len(PLACES)
    for seen, (x, y) in zip(page.drawings, PLACES, strict=True):
        assert seen.outline.left == pytest.approx(x + left * PT, abs=1e-3)
        assert seen.outline.right == pytest.approx(x + right * PT, abs=1e-3)
        assert seen.outline.top == pytest.approx(y - 20 * PT, abs=1e-3)
        assert seen.outline.bottom == pytest.approx(y, abs=1e-3)
        assert (seen.origin[0], seen.origin[1]) == pytest.approx((x, y), abs=1e-3)
        assert seen.across == (-0.5 if mirrored else 0.5)
        assert seen.down == 0.5


def test_what_is_drawn_after_a_drawing_has_its_own_paint() -> None:
    made = Book(PAPER, PAPER, ABOUT)
    sheet = made.page()
    stroke = Stroke(0.8, "#52606D", (2.0, 1.0))
    sheet.ink.line((10, 10), (50, 10), stroke)
    sheet.ink.form(drawing(), (60, 60), 1)
    sheet.ink.line((10, 20), (50, 20), stroke)
    made.close_page()
    (page,) = read_pdf(made.finish())
    assert [(line.stroke, line.stroke_pt) for line in page.shapes if not line.in_drawing] == [("#52606D", 0.8)] * 2


def test_two_files_of_one_process_have_the_same_bytes() -> None:
    assert book(drawing()) == book(drawing())
    assert book(drawing()) != book(drawing(), mirrored=True)


def test_a_file_without_drawings_has_no_trace_of_them() -> None:
    assert b"XObject" not in book()


@pytest.mark.parametrize("data", ["M 0 0", "M 0 0 L 1.5 -2 Z", "M 0 0 C 1 2 3 4 5 6 Z M 1 1 L 2 2"])
def test_path_data_of_the_subset_is_known(data: str) -> None:
    assert PATH_DATA.fullmatch(data)
