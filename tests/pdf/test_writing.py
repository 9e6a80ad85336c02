"""The bytes of a file: packed objects, ends of lines where the standard wants them, honest maps to text."""

import re
import zlib
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject

from hipplan.pdf import embedding, writing
from hipplan.pdf.about import About
from hipplan.pdf.book import Book
from hipplan.pdf.box import Box
from hipplan.pdf.text import TextStyle
from measuring.objects import objects_of

PAPER = Box(0, 0, 210, 297)
STYLE = TextStyle(12, 15, "#1F2933")
ABOUT = About(title="t & <u>", author="a", subject="s", keywords="k", language="en-GB", producer="p")


@pytest.fixture
def pdf() -> bytes:
    book = Book(PAPER, PAPER.inset(16), ABOUT)
    for number in range(30):
        sheet = book.page([(f"Page {number}", 0)])
        sheet.heading(1, f"Page {number}", sheet.area, STYLE)
        book.close_page()
    return book.finish()


def test_every_object_is_found_by_its_number(pdf: bytes) -> None:
    reader = PdfReader(BytesIO(pdf), strict=True)
    assert len(reader.pages) == 30
    assert [page.extract_text().strip() for page in reader.pages] == [f"Page {n}" for n in range(30)]
    found = objects_of(reader)
    assert len(found) > 30 * 5
    assert all(thing is not None for thing in found)


def test_only_streams_stand_alone(pdf: bytes) -> None:
    bodies = re.findall(rb"\n\d+ 0 obj\n(.*?)\nendobj(?=\n)", pdf, re.DOTALL)
    assert len(bodies) > 30
    assert all(body.endswith(b"endstream") for body in bodies)


def test_the_length_of_every_stream_is_true_and_a_line_ends_before_its_last_word(pdf: bytes) -> None:
    found = 0
    for match in re.finditer(rb"/Length (\d+)\b", pdf):
        end = pdf.index(b"stream\n", match.end()) + len(b"stream\n") + int(match[1])
        assert re.match(rb"\r?\nendstream\b", pdf[end : end + 12])
        found += 1
    assert found > 30


def test_data_that_ends_with_a_carriage_return_keeps_it() -> None:
    assert writing.ended(b"<<>>\nstream\nab\rendstream\n") == b"<<>>\nstream\nab\r\r\nendstream"
    assert writing.ended(b"<<>>\nstream\nabendstream\n") == b"<<>>\nstream\nab\nendstream"


def test_the_map_to_text_has_no_empty_code_small_blocks_and_pairs_for_high_letters() -> None:
    subset = [0, 0x41, 0x1F600, *range(0x100, 0x1E0)]
    text = embedding._unicode_map(b"F", subset).decode()
    rows = re.findall(r"^<(\w\w)> <(\w+)>$", text, re.MULTILINE)
    assert [int(code, 16) for code, _ in rows if code != "00"] == list(range(1, len(subset)))
    assert dict(rows)["02"] == "D83DDE00"
    blocks = [int(count) for count in re.findall(r"^(\d+) beginbfchar$", text, re.MULTILINE)]
    assert (sum(blocks), max(blocks)) == (len(subset) - 1, 100)
    assert text.count("endbfchar") == len(blocks)


def test_the_metadata_is_open_and_escapes_what_people_wrote(pdf: bytes) -> None:
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in pdf
    assert b"t &amp; &lt;u&gt;" in pdf


def test_the_colour_profile_is_the_committed_one_without_a_date(pdf: bytes) -> None:
    (intent,) = PdfReader(BytesIO(pdf)).root_object["/OutputIntents"]  # type: ignore[misc]
    profile = intent["/DestOutputProfile"].get_object()
    assert isinstance(profile, StreamObject)
    data = profile.get_data()
    assert data[36:40] == b"acsp"
    assert data[24:36] == bytes(12)
    assert zlib.crc32(data)


def test_a_link_to_a_page_that_is_not_there_is_an_error() -> None:
    book = Book(PAPER, PAPER.inset(16), ABOUT)
    sheet = book.page()
    with sheet.element("P"), sheet.link(2, "to nowhere", Box(16, 20, 60, 10)):
        sheet.at("Nowhere", Box(16, 20, 60, 10), 26, STYLE)
    book.close_page()
    with pytest.raises(IndexError, match="none of the 1"):
        book.finish()
