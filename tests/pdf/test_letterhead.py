"""A letterhead lies under our pages once, as it is seen, heard by nobody; and the file says only what is true."""

from io import BytesIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import StreamObject

from hipplan.errors import FileProblemError
from hipplan.pdf.about import About
from hipplan.pdf.book import Book
from hipplan.pdf.box import Box
from hipplan.pdf.foreign.operators import has_cmyk, operators, without_marks
from hipplan.pdf.letterhead import Letterhead, SafeAreaError, read_letterhead
from hipplan.pdf.text import TextStyle
from measuring.accessible import breaches
from measuring.foreign import A4, LETTER, letterhead, one_page, running, stream, tagged_letterhead, untagged
from measuring.structure import read_structure

ABOUT = About(title="t", author="a", subject="s", keywords="k", language="en-GB", producer="hipplan")
STYLE = TextStyle(20, 24, "#000000")


def printed(under: Letterhead, pages: int = 3, clear: Box | None = None) -> bytes:
    book = Book(A4, Box(16, 13, 178, 265), ABOUT)
    for number in range(pages):
        sheet = book.page([(f"Page {number}", 0)], letterhead=under, clear=clear)
        sheet.heading(1, "Hello", Box(16, 50, 100, 20), STYLE)
        book.close_page()
    return book.finish()


def drawings(data: bytes) -> list[StreamObject]:
    pages = PdfReader(BytesIO(data)).pages
    found = [page["/Resources"]["/XObject"]["/letterhead"] for page in pages]  # type: ignore[index]
    assert len({drawing.indirect_reference.idnum for drawing in found}) == 1
    return found


def test_it_is_held_once_and_seen_on_every_page() -> None:
    data = printed(read_letterhead(letterhead(), "l.pdf", A4))
    assert len(drawings(data)) == 3
    assert all("Riverside Physio" in page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    assert len(data) < len(printed(read_letterhead(letterhead(), "l.pdf", A4), pages=1)) + 3000


def test_it_is_read_to_nobody_and_the_file_keeps_both_standards() -> None:
    data = printed(read_letterhead(letterhead(), "l.pdf", A4))
    assert breaches(data) == []
    assert [page.roles("H1")[0].words for page in read_structure(data)] == ["Hello"] * 3
    assert not any("Riverside" in element.words for page in read_structure(data) for element in page.walk())


def test_its_own_marks_are_taken_off_and_its_words_are_not() -> None:
    data = printed(read_letterhead(tagged_letterhead(), "l.pdf", A4))
    assert breaches(data) == []
    content = drawings(data)[0].get_data()
    assert [word for word, _, _ in operators(content) if word in {b"BDC", b"BMC", b"EMC"}] == []
    assert "Riverside (EMC) Physio" in PdfReader(BytesIO(data)).pages[0].extract_text()


def test_the_same_files_give_the_same_bytes() -> None:
    assert printed(read_letterhead(letterhead(), "a.pdf", A4)) == printed(read_letterhead(letterhead(), "a.pdf", A4))


@pytest.mark.parametrize(
    ("made", "wanted", "said"), [(LETTER, A4, "A4 (210 x 297 mm)"), (A4, LETTER, "Letter (216 x 279 mm)")]
)
def test_another_paper_is_refused_in_one_line(made: Box, wanted: Box, said: str) -> None:
    with pytest.raises(FileProblemError) as refused:
        read_letterhead(letterhead(made), "head.pdf", wanted)
    assert len(refused.value.problems) == 1
    assert refused.value.problems[0].startswith("head.pdf: its page is ")
    assert said in refused.value.problems[0]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_placed_as_it_is_seen(turn: int) -> None:
    wide = turn != 180
    size = b"841.89 595.28" if wide else b"595.28 841.89"
    # a black square in the corner that is at the upper left when the page is turned
    corner = {90: b"0 0", 180: b"495.28 0", 270: b"741.89 495.28"}[turn]
    data = one_page(stream(b"0 g %b 100 100 re f" % corner, b""), page=b"/Rotate %d" % turn)
    data = data.replace(b"595.28 841.89", size)
    under = read_letterhead(data, "l.pdf", A4)
    assert pixel(printed(under, pages=1), 15, 15) == (0, 0, 0)
    assert pixel(printed(under, pages=1), 195, 15) == (255, 255, 255)


def pixel(data: bytes, x: float, y: float) -> tuple[int, ...]:
    import pypdfium2  # type: ignore[import-untyped] # noqa: PLC0415 - only here

    document = pypdfium2.PdfDocument(data)
    picture = document[0].render(scale=1).to_pil().convert("RGB")
    document.close()
    return tuple(picture.getpixel((int(x / 25.4 * 72), int(y / 25.4 * 72))))


def test_a_typeface_that_is_not_embedded_is_said_and_nothing_is_declared() -> None:
    under = read_letterhead(untagged(), "l.pdf", A4)
    assert under.notes == (
        "l.pdf: does not embed its font Helvetica, so the file is not declared PDF/UA-1 or PDF/A-2a",
    )
    data = printed(under)
    assert b"pdfaid:part" not in xmp(data)
    assert b"pdfuaid:part" not in xmp(data)
    assert b"<dc:title>" in xmp(data)


def test_colours_of_a_printing_press_cost_pdfa_alone() -> None:
    under = read_letterhead(one_page(stream(b"1 0 0 0 k 0 0 9 9 re f", b"")), "l.pdf", A4)
    assert len(under.notes) == 1
    assert under.notes[0].endswith("(CMYK), so the file is not declared PDF/A-2a")
    data = printed(under)
    assert b"pdfaid:part" not in xmp(data)
    assert [line for line in breaches(data) if line.startswith("ua1")] == []


def xmp(data: bytes) -> bytes:
    found = PdfReader(BytesIO(data)).root_object["/Metadata"]
    assert isinstance(found, StreamObject)
    return found.get_data()


def test_what_runs_in_it_does_not_come_along() -> None:
    under = read_letterhead(running(letterhead()), "l.pdf", A4)
    assert under.notes[0].startswith("l.pdf: left out JavaScript, a form, ")
    data = printed(under)
    assert breaches(data) == []
    for word in (b"JavaScript", b"/Launch", b"passwd", b"'/AA'", b"EmbeddedFile", b"Widget"):
        assert word not in everything(data)


def everything(data: bytes) -> bytes:
    reader = PdfReader(BytesIO(data))
    return b" ".join(repr(reader.get_object(number)).encode() for number in range(1, len(reader.xref_objStm) + 1))


def test_a_page_that_comes_on_it_is_refused_with_side_and_room() -> None:
    with pytest.raises(SafeAreaError) as refused:
        printed(read_letterhead(letterhead(), "l.pdf", A4), clear=Box(0, 60, 210, 237))
    assert refused.value.side == "top"
    assert 5 < refused.value.millimetres < 10
    printed(read_letterhead(letterhead(), "l.pdf", A4), clear=Box(0, 45, 210, 240))


LAYER = b"/OCProperties<</OCGs[5 0 R]/D<<%b>>>>"


@pytest.mark.parametrize("hidden", [b"/OFF[5 0 R]", b"/BaseState/OFF"])
def test_hidden_layers_are_refused_and_others_do_no_harm(hidden: bytes) -> None:
    def layered(state: bytes) -> bytes:
        page = b"/Resources<</Properties<</L 5 0 R>>>>"
        content = stream(b"/OC /L BDC 0 0 9 9 re f EMC", b"")
        return one_page(content, [b"<</Type/OCG/Name(x)>>"], page=page, catalog=LAYER % state)

    with pytest.raises(FileProblemError, match="has hidden layers, which would show; save it without layers"):
        read_letterhead(layered(hidden), "l.pdf", A4)
    under = read_letterhead(layered(b""), "l.pdf", A4)
    assert under.notes == ()
    assert breaches(printed(under)) == []


def test_an_empty_first_page_is_refused() -> None:
    with pytest.raises(FileProblemError, match="its first page is empty"):
        read_letterhead(one_page(stream(b" ", b"")), "l.pdf", A4)


@given(st.lists(st.sampled_from([b"/P BMC", b"EMC", b"(a\\)EMC (b) c) Tj", b"1 0 0 k", b"<</A(BDC)>> DP", b"% EMC\nf",
                                 b"BI /W 1 ID \x00EMC k\x01 EI", b"<45> Tj", b"q", b"[(EMC)] TJ"])))  # fmt: skip
@example([b"(unclosed"])
def test_only_marks_are_taken_off(pieces: list[bytes]) -> None:
    content = b"\n".join(pieces)
    kept = [word for word, _, _ in operators(content) if word not in {b"BMC", b"EMC", b"DP", b"BDC"}]
    assert [word for word, _, _ in operators(without_marks(content))] == kept
    assert has_cmyk(content) == (b"k" in kept)
