"""Folded, a booklet reads from first page to last; it claims nothing that a booklet is not."""

import re
from functools import cache
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped] # comes without types
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, StreamObject

from hipplan.pdf.about import About
from hipplan.pdf.book import Book
from hipplan.pdf.booklet import Side, booklet, saddle
from hipplan.pdf.box import PT, Box
from hipplan.pdf.ink import Stroke
from hipplan.pdf.metadata import read_mark
from measuring.accessible import breaches
from measuring.objects import objects_of
from measuring.workbooks import built

ABOUT = About(title="t", author="a", subject="s", keywords="k", language="en-GB", producer="p")
SUBJECT = "For printing only"
A4 = Box(0, 0, 210, 297)


@cache
def folded(name: str) -> bytes:
    return booklet(built(name).pdf, subject=SUBJECT)


def leafed_through(sides: list[Side]) -> list[int]:
    """Page numbers as the reader of the folded stack meets them."""
    fronts, backs = sides[::2], sides[1::2]
    first_half = [number for front, back in zip(fronts, backs, strict=True) for number in (front[1], back[0])]
    second_half = [number for front, back in zip(fronts, backs, strict=True) for number in (front[0], back[1])]
    return [*first_half, *reversed(second_half)]


@given(st.integers(1, 300))
def test_a_folded_stack_reads_from_the_first_page_to_the_last(pages: int) -> None:
    sides = saddle(pages)
    read = leafed_through(sides)
    assert read == list(range(1, len(read) + 1))
    assert pages <= len(read) < pages + 4
    assert len(sides) % 2 == 0


def test_eight_pages_lie_on_two_sheets_as_printers_know_them() -> None:
    assert saddle(8) == [(8, 1), (2, 7), (6, 3), (4, 5)]
    assert saddle(5) == saddle(8)


@pytest.mark.parametrize("name", ["default", "grey-duplex-letter", "6-sessions"])
def test_every_half_shows_its_page_and_the_rest_is_empty(name: str) -> None:
    count = built(name).count
    document = pypdfium2.PdfDocument(folded(name))
    sides = saddle(count)
    assert len(document) == len(sides)
    for page, side in zip(document, sides, strict=True):
        width, height = page.get_size()
        text = page.get_textpage()
        for half, number in enumerate(side):
            words = text.get_text_bounded(half * width / 2, 0, (half + 1) * width / 2, height)
            assert re.findall(r"Page (\d+) of", words) == ([str(number)] if number <= count else [])
    document.close()


def test_six_pages_are_padded_with_two_empty_ones() -> None:
    page = PdfReader(BytesIO(booklet(plain(6), subject=SUBJECT))).pages[0]
    contents = page.get_contents()
    assert contents is not None
    assert contents.get_data().count(b" Do") == 1


def plain(pages: int) -> bytes:
    book = Book(A4, A4, ABOUT)
    for number in range(pages):
        sheet = book.page()
        sheet.ink.rect(Box(20, 20, 10 + number, 20), Stroke(1, "#000000"))
        book.close_page()
    return book.finish()


@pytest.mark.parametrize(("name", "width", "height"), [("default", 297, 210), ("letter", 279.4, 215.9)])
def test_the_sheets_are_the_same_paper_turned(name: str, width: float, height: float) -> None:
    for page in PdfReader(BytesIO(folded(name))).pages:
        assert float(page.mediabox.width) * PT == pytest.approx(width, abs=0.1)
        assert float(page.mediabox.height) * PT == pytest.approx(height, abs=0.1)


def test_a_booklet_claims_nothing_and_says_what_it_is_for() -> None:
    reader = PdfReader(BytesIO(folded("default")))
    root = reader.root_object
    assert not {"/StructTreeRoot", "/MarkInfo", "/Metadata", "/OutputIntents", "/Outlines"} & set(root)
    assert b"pdfuaid" not in folded("default")
    assert breaches(folded("default"))
    assert reader.metadata
    assert reader.metadata.subject == SUBJECT
    assert reader.metadata.title == "Hip rotation workbook"
    preferences = root["/ViewerPreferences"].get_object()
    assert isinstance(preferences, DictionaryObject)
    assert str(preferences["/Duplex"]) == "/DuplexFlipShortEdge"
    assert all("/Annots" not in page for page in reader.pages)


@pytest.mark.parametrize("name", ["default", "grey-duplex-letter"])
def test_a_booklet_has_every_font_and_drawing_once_and_is_small(name: str) -> None:
    before, after = (streams(pdf) for pdf in (built(name).pdf, folded(name)))
    assert after["/Length1"] == before["/Length1"]  # font files have one
    assert after["/Subtype"] == before["/Subtype"] + built(name).count
    assert len(folded(name)) < len(built(name).pdf)


def streams(pdf: bytes) -> dict[str, int]:
    reader = PdfReader(BytesIO(pdf))
    objects = objects_of(reader)
    found = [thing for thing in objects if isinstance(thing, StreamObject) and thing.get("/Type") != "/Metadata"]
    return {key: sum(key in stream for stream in found) for key in ("/Length1", "/Subtype")}


def test_the_mark_stays_and_the_same_workbook_gives_the_same_booklet() -> None:
    assert read_mark(folded("default")) == read_mark(built("default").pdf) is not None
    assert booklet(built("default").pdf, subject=SUBJECT) == folded("default")


def test_a_page_that_lies_on_its_side_is_shown_as_readers_turn_it() -> None:
    writer = PdfWriter(clone_from=BytesIO(plain(4)))
    writer.pages[0].rotate(90)
    writer.pages[0].cropbox.lower_left = (20, 10)
    turned = BytesIO()
    writer.write(turned)
    document = pypdfium2.PdfDocument(booklet(turned.getvalue(), subject=SUBJECT))
    width, height = document[0].get_size()
    (right,) = [found for found in document[0].get_objects(max_depth=1) if found.get_bounds()[0] >= width / 2 - 1]
    left, bottom, edge, top = right.get_bounds()
    assert width / 2 - 1 <= left < edge <= width + 1
    assert (edge - left) > (top - bottom) * 0.9
    assert 0 <= bottom < top <= height
    document.close()
