"""A finished file as a booklet: two pages a side, in the order of a stack that is folded once and stapled in the fold.

For printing only. A side shows two pages at once, so tags, links and bookmarks no longer fit and are left out, and the
file claims neither PDF/UA nor PDF/A.
"""

from collections.abc import Sequence
from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

FOLDED = 4  # pages on a sheet
Side = tuple[int, int]
"""Numbers of the pages at the left and at the right of a side; those after the last page stay empty."""


def saddle(pages: int) -> list[Side]:
    """The sides of all sheets, outermost first, each front before its back."""
    last = -(-pages // FOLDED) * FOLDED
    sides: list[Side] = []
    for first in range(1, last // 2, 2):
        other = last + 1 - first
        sides += [(other, first), (first + 1, other - 1)]
    return sides


def booklet(pdf: bytes, *, subject: str) -> bytes:
    """Lay the pages out on sheets of the first page's paper, turned; `subject` says what the file is for."""
    reader = PdfReader(BytesIO(pdf))
    writer = PdfWriter()
    writer.pdf_header = "%PDF-1.7"
    forms = [_form(writer, page) for page in reader.pages]
    width, height = _seen(reader.pages[0])
    for side in saddle(len(forms)):
        sheet = writer.add_blank_page(height, width)
        _draw(writer, sheet, [(forms[n - 1], reader.pages[n - 1]) if n <= len(forms) else None for n in side])
    _describe(writer, reader, subject)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def _seen(page: PageObject) -> tuple[float, float]:
    """Width and height as a reader shows the page."""
    width, height = float(page.cropbox.width), float(page.cropbox.height)
    return (height, width) if page.rotation % 180 else (width, height)


def _form(writer: PdfWriter, page: PageObject) -> IndirectObject:
    """The page as a drawing; what several pages share, such as a font, is in the file once."""
    stream = DecodedStreamObject()
    stream.set_data(b"\n".join(part.get_data() for part in _contents(page)))
    form = stream.flate_encode()
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = ArrayObject(FloatObject(edge) for edge in page.cropbox)
    for key in ("/Resources", "/Group"):
        if key in page:
            form[NameObject(key)] = page[key].clone(writer)
    return writer._add_object(form)  # noqa: SLF001 - pypdf has no other way to add an object


def _contents(page: PageObject) -> list[StreamObject]:
    """What paints the page: one stream, or several to be read as one."""
    contents = page["/Contents"].get_object() if "/Contents" in page else None
    parts = [part.get_object() for part in contents] if isinstance(contents, ArrayObject) else [contents]
    return [stream for stream in parts if isinstance(stream, StreamObject)]


def _draw(writer: PdfWriter, sheet: PageObject, pages: Sequence[tuple[IndirectObject, PageObject] | None]) -> None:
    """Each page as large as its half allows, in the middle of it."""
    half = float(sheet.mediabox.width) / 2
    operators, forms = [], DictionaryObject()
    for place, shown in enumerate(pages):
        if shown:
            form, page = shown
            name = f"/Page{place}"
            forms[NameObject(name)] = form
            middle = (half * (place + 0.5), float(sheet.mediabox.height) / 2)
            matrix = " ".join(f"{part:.5f}" for part in _fitted(page, half, float(sheet.mediabox.height), middle))
            operators.append(f"q {matrix} cm {name} Do Q")
    stream = DecodedStreamObject()
    stream.set_data("\n".join(operators).encode())
    sheet[NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001 - as above
    sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): forms})


def _fitted(page: PageObject, width: float, height: float, middle: tuple[float, float]) -> Sequence[float]:
    """The matrix that turns, scales and moves a page into its place."""
    box = page.cropbox
    wide, high = _seen(page)
    scale = min(width / wide, height / high)
    to_origin = Transformation().translate(-float(box.left + box.right) / 2, -float(box.bottom + box.top) / 2)
    return to_origin.rotate(-page.rotation).scale(scale).translate(*middle).ctm


def _describe(writer: PdfWriter, reader: PdfReader, subject: str) -> None:
    """Title, author and mark of the workbook; printers that listen turn the paper the right way and scale nothing."""
    known = {key: str(value) for key, value in (reader.metadata or {}).items() if key != "/Trapped"}
    writer.metadata = {**known, "/Subject": subject}
    root = writer.root_object
    language = reader.root_object.get("/Lang")
    if language:
        root[NameObject("/Lang")] = TextStringObject(language)
    root[NameObject("/ViewerPreferences")] = DictionaryObject(
        {
            NameObject("/DisplayDocTitle"): BooleanObject(value=True),
            NameObject("/Duplex"): NameObject("/DuplexFlipShortEdge"),
            NameObject("/PrintScaling"): NameObject("/None"),
        }
    )
