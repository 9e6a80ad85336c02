"""Papers of others in a grey workbook: not a pixel has a colour, and all that can be seen in colour is there."""

from collections.abc import Callable

import pypdfium2  # type: ignore[import-untyped] # comes without types
import pytest
from PIL import Image, ImageChops

from hipplan.pdf.about import About
from hipplan.pdf.book import Book
from hipplan.pdf.box import Box
from hipplan.pdf.colour import grey_level
from hipplan.pdf.foreign.parcel import Parcel
from hipplan.pdf.leaflets import read_leaflets
from hipplan.pdf.letterhead import Letterhead, read_letterhead
from hipplan.pdf.text import TextStyle
from measuring.accessible import breaches
from measuring.foreign import A4, colourful, leaflet, letterhead, one_page, running, stream

ABOUT = About(title="t", author="a", subject="s", keywords="k", language="en-GB", producer="hipplan")
KINDS: dict[str, Callable[[], bytes]] = {
    "all kinds": colourful,
    "turned": lambda: colourful(turned=True),
    "states left open": lambda: colourful(left_open=b"q 0 0 9 9 re W n q 0.1 0 0 0.1 9 9 cm"),
    "states closed too often": lambda: colourful(left_open=b"Q Q 2 0 0 2 99 99 cm 1 0 1 rg 0 0 99 99 re f"),
    "large units": lambda: one_page(stream(b"1 0 0 rg 9 9 99 99 re f", b""), page=b"/UserUnit 2/CropBox[5 5 250 300]"),
    "tagged": leaflet,
    "links": lambda: running(leaflet()),
}


def printed(parcel: Parcel, *, under: bool = False) -> bytes:
    book = Book(A4, Box(16, 13, 178, 265), ABOUT)
    sheet = book.page([("Page 1", 0)], letterhead=Letterhead(parcel, ()) if under else None)
    sheet.heading(1, "Hello", Box(16, 50, 100, 20), TextStyle(20, 24, "#000000"))
    book.close_page()
    if not under:
        (only,) = read_leaflets([("a.pdf", leaflet())])
        book.append(type(only)(only.title, parcel, ()))
    return book.finish()


def pictures(data: bytes) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(data)
    found = [page.render(scale=1).to_pil().convert("RGB") for page in document]
    document.close()
    return found


def most_colour(picture: Image.Image) -> int:
    red, green, blue = picture.split()
    apart = [ImageChops.difference(*pair) for pair in ((red, green), (green, blue), (red, blue))]
    return max(level for each in apart for level, count in enumerate(each.histogram()) if count)


@pytest.mark.parametrize("kind", KINDS)
def test_no_pixel_of_a_leaflet_has_a_colour_and_all_of_it_is_there(kind: str) -> None:
    (only,) = read_leaflets([("a.pdf", KINDS[kind]())])
    coloured, grey = pictures(printed(only.parcel))[1:], pictures(printed(only.parcel.in_grey()))[1:]
    assert any(most_colour(page) > 100 for page in coloured) or kind in {"tagged", "links"}
    assert [most_colour(page) for page in grey] == [0] * len(coloured)
    _same_lightness(coloured, grey)


@pytest.mark.parametrize("kind", ["letterhead", *[kind for kind in KINDS if kind != "large units"]])
def test_no_pixel_of_a_letterhead_has_a_colour_and_all_of_it_is_there(kind: str) -> None:
    data = KINDS[kind]() if kind in KINDS else letterhead()
    if kind == "turned":
        data = data.replace(b"595.28 841.89", b"841.89 595.28")
    parcel = read_letterhead(data, "l.pdf", A4).parcel
    coloured, grey = pictures(printed(parcel, under=True)), pictures(printed(parcel.in_grey(), under=True))
    assert most_colour(grey[0]) == 0
    _same_lightness(coloured, grey)


def _same_lightness(coloured: list[Image.Image], grey: list[Image.Image]) -> None:
    """As a copier would show it; pixels at edges may differ a little."""
    for first, second in zip(coloured, grey, strict=True):
        apart = ImageChops.difference(first.convert("L"), second.convert("L"))
        assert sum(apart.histogram()[12:]) == 0


def test_the_greys_are_those_of_our_own_pages() -> None:
    data = one_page(stream(b"0.04 0.43 0.41 rg 0 0 999 999 re f", b""))
    (only,) = read_leaflets([("a.pdf", data)])
    page = pictures(printed(only.parcel.in_grey()))[1]
    level = page.crop((99, 99, 100, 100)).convert("L").tobytes()[0]
    assert abs(level - grey_level(0.04 * 255, 0.43 * 255, 0.41 * 255)) <= 2


def test_grey_papers_keep_both_standards() -> None:
    (only,) = read_leaflets([("a.pdf", leaflet())])
    assert breaches(printed(only.parcel.in_grey())) == []
    assert breaches(printed(read_letterhead(letterhead(), "l.pdf", A4).parcel.in_grey(), under=True)) == []


def test_in_colour_the_papers_are_as_they_were() -> None:
    (only,) = read_leaflets([("a.pdf", leaflet())])
    assert b"Saturation" not in b"".join(piece.text.encode() for piece in only.parcel.pieces)
    assert len(only.parcel.in_grey().pieces) == len(only.parcel.pieces) + 1 + len(only.parcel.pages)
