"""PDFs of others for the tests: well made, made by programs that do not know better, and made to harm."""

import zlib
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject
from reportlab.pdfgen.canvas import Canvas

from hipplan.pdf.about import About
from hipplan.pdf.book import Book
from hipplan.pdf.box import PT, Box
from hipplan.pdf.text import TextStyle

A4, LETTER = Box(0, 0, 210, 297), Box(0, 0, 215.9, 279.4)
BLUE = "#1F4E8C"
ABOUT = About(title="letterhead", author="a", subject="s", keywords="k", language="en-GB", producer="p")


def letterhead(paper: Box = A4, words: str = "Riverside Physio") -> bytes:
    """A good one: a band, a name, a line at the foot; its typeface embedded."""
    book = Book(paper, paper, ABOUT)
    sheet = book.page()
    with sheet.decoration():
        sheet.ink.rect(Box(0, 0, paper.width, 3), fill=BLUE)
        sheet.ink.text((16, 18), ((words, 1),), 22, BLUE)
        sheet.ink.rect(Box(0, paper.height - 8, paper.width, 1), fill=BLUE)
    book.close_page()
    return book.finish()


def tagged_letterhead() -> bytes:
    """One with marked content, as a word processor makes it."""
    book = Book(A4, A4, ABOUT)
    ink = book.page().ink
    ink.operators.append("/P <</MCID 0>> BDC")
    ink.text((16, 18), (("Riverside (EMC) Physio", 1),), 22, BLUE)
    ink.operators.append("EMC /Span BMC")
    ink.text((16, 30), (("5 BDC Street", 0),), 12, BLUE)
    ink.operators.append("EMC")
    book.close_page()
    return book.finish()


def leaflet(title: str = "Back care", pages: int = 2, language: str = "en-GB") -> bytes:
    """A good one: tagged, with a link from each page to the first."""
    about = About(title=title, author="Sam", subject="s", keywords="k", language=language, producer="hipplan")
    book = Book(A4, Box(16, 13, 178, 265), about)
    style = TextStyle(12, 15, "#000000")
    for number in range(1, pages + 1):
        sheet = book.page([(f"Page {number}", 0)])
        sheet.heading(1, f"{title} {number}", Box(16, 20, 100, 20), style)
        with sheet.list(), sheet.element("LI"):
            sheet.paragraph("Stand up.", Box(16, 40, 100, 20), style, role="LBody")
        with sheet.element("P"), sheet.link(1, "to the start", Box(16, 60, 40, 8)):
            sheet.at("Start", Box(16, 60, 40, 8), 66, style)
        book.close_page()
    return book.finish()


def untagged(pages: int = 1, title: str = "") -> bytes:
    """What a program that knows no tags makes; its Helvetica is not embedded."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(A4.width / PT, A4.height / PT), invariant=1)
    canvas.setTitle(title or "untitled")
    for number in range(pages):
        canvas.drawString(72, 700, f"Plain page {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def running(data: bytes) -> bytes:
    """The same file, with everything in it that runs, sends or points outside."""
    writer = PdfWriter(clone_from=BytesIO(data))
    writer._root_object[NameObject("/OpenAction")] = _action("/JavaScript", JS="app.alert('x')")
    writer.add_attachment("secret.txt", b"secret")
    page = writer.pages[0]
    page[NameObject("/AA")] = _action("/JavaScript", JS="app.beep()")
    actions = [
        _action("/Launch", F="calc.exe"),
        _action("/URI", URI="file:///etc/passwd"),
        _action("/URI", URI="https://example.org/hip"),
        _action("/SubmitForm", F="https://example.org"),
    ]
    found = page.get("/Annots")
    links = ArrayObject(list.__iter__(found.get_object()) if found is not None else ())
    for place, action in enumerate(actions):
        edges = ArrayObject(map(NumberObject, (0, 20 * place, 90, 20 * place + 10)))
        link = {"/Type": NameObject("/Annot"), "/Subtype": NameObject("/Link"), "/Rect": edges, "/A": action}
        links.append(writer._add_object(DictionaryObject({NameObject(key): value for key, value in link.items()})))
    field = {"/Type": "/Annot", "/Subtype": "/Widget", "/FT": "/Tx"}
    widget = DictionaryObject({NameObject(key): NameObject(value) for key, value in field.items()})
    widget[NameObject("/Rect")] = ArrayObject(map(NumberObject, (0, 0, 9, 9)))
    widget[NameObject("/T")] = TextStringObject("name")
    reference = writer._add_object(widget)
    links.append(reference)
    page[NameObject("/Annots")] = links
    form = DictionaryObject({NameObject("/Fields"): ArrayObject([reference])})
    writer._root_object[NameObject("/AcroForm")] = form
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _action(kind: str, **entries: str) -> DictionaryObject:
    action = DictionaryObject({NameObject("/S"): NameObject(kind)})
    for key, value in entries.items():
        action[NameObject(f"/{key}")] = TextStringObject(value)
    return action


def encrypted() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(untagged())))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def locked(handler: bytes = b"Standard") -> bytes:
    """With the lock of PDF 2.0, AES of 256 bits, or one of a firm's own."""
    lock = b"<</Filter/%b/V 5/R 6/Length 256/P -4/O<%b>/U<%b>/OE<%b>/UE<%b>/Perms<%b>/CF<<%b>>/StmF/Std/StrF/Std>>"
    zeros = [b"00" * length for length in (48, 48, 32, 32, 16)]
    how = b"/Std<</CFM/AESV3/Length 32/AuthEvent/DocOpen>>"
    data = one_page(stream(b"0 0 9 9 re f", b""), [lock % (handler, *zeros, how)])
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt 5 0 R/ID[<00><00>]").replace(b"%PDF-1.7", b"%PDF-2.0")


def forms_in_forms(depth: int = 14) -> bytes:
    """Each drawing shows the next ten times."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>"
    inner = [stream(b"/F Do " * 10, form % number) for number in range(6, 5 + depth)]
    last = stream(b"0 0 9 9 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    return one_page(stream(b"/#46 Do", b""), [*inner, last], page=b"/Resources<</XObject<</F 5 0 R>>>>")


def fine_pattern(step: float) -> bytes:
    """A page filled with tiles of this size."""
    tile = b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep %g/YStep %g/Resources<<>>" % (step, step)
    content = stream(b"/Pattern cs /P scn 0 0 600 850 re f", b"")
    return one_page(content, [stream(b"0 0 1 1 re f", tile)], page=b"/Resources<</Pattern<</P 5 0 R>>>>")


def by_hand(objects: Sequence[bytes]) -> bytes:
    """A file of these objects, numbered from 1; the first is the catalog."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
    return out + head + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))


def stream(data: bytes, entries: bytes = b"/Filter/FlateDecode") -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(data), data)


def one_page(content: bytes, more: Sequence[bytes] = (), *, page: bytes = b"", catalog: bytes = b"") -> bytes:
    """A file of one page with this content stream as its fourth object; more objects have numbers from 5."""
    head = [
        b"<</Type/Catalog/Pages 2 0 R%b>>" % catalog,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.28 841.89]/Contents 4 0 R%b>>" % page,
    ]
    return by_hand([*head, content, *more])


def zeros(megabytes: int) -> bytes:
    """So many megabytes of nothing, packed."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(megabytes)) + packer.flush()


def page_tree_ring() -> bytes:
    return by_hand([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Kids[2 0 R]>>"])


def many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    return by_hand(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count)] + [page] * count
    )


def colourful(*, turned: bool = False, left_open: bytes = b"") -> bytes:
    """A page with every way to be coloured: strokes, a picture, a shading, a pattern, a press's colours, glass."""
    content = b"""0.5 0 0 0.5 30 30 cm 1 0 0 rg 50 50 200 200 re f q /G gs 0 0 1 rg 99 99 200 200 re f Q
    q 200 0 0 200 400 400 cm /I Do Q q 300 300 50 50 re W n /S sh Q 0 1 0.5 0 k 10 500 50 50 re f
    /Pattern cs /P scn 500 10 200 200 re f 0 1 0 RG 9 w 0 700 m 900 700 l S """
    dots = bytes([255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 0])
    page = b"/Resources<</ExtGState 5 0 R/XObject<</I 6 0 R>>/Shading<</S 7 0 R>>/Pattern<</P 9 0 R>>>>"
    return one_page(
        stream(zlib.compress(content + left_open)),
        [
            b"<</G<</ca 0.5>>>>",
            stream(dots, b"/Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceRGB"),
            b"<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 600 0]/Function 8 0 R/Extend[true true]>>",
            b"<</FunctionType 2/Domain[0 1]/N 1/C0[1 0 0]/C1[0 1 0]>>",
            stream(
                b"1 0 1 rg 0 0 5 5 re f",
                b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 10 10]/XStep 10/YStep 10/Resources<<>>",
            ),
        ],
        page=page + b"/Group<</S/Transparency/CS/DeviceCMYK>>" + (b"/Rotate 90" if turned else b""),
    )


def tags_in_a_ring() -> bytes:
    return one_page(
        stream(zlib.compress(b"/P <</MCID 0>> BDC 0 0 9 9 re f EMC")),
        [
            b"<</Type/StructTreeRoot/K 6 0 R>>",
            b"<</Type/StructElem/S/Sect/P 5 0 R/K[7 0 R]>>",
            b"<</Type/StructElem/S/P/P 6 0 R/Pg 3 0 R/K[6 0 R 0 99999999 <</Type/MCR/MCID 5/Pg 3 0 R>>]>>",
        ],
        catalog=b"/StructTreeRoot 5 0 R/MarkInfo<</Marked true>>",
    )


def put(folder: Path, **files: bytes) -> None:
    """Write files by the names of their keywords, all PDFs."""
    for name, data in files.items():
        (folder / f"{name}.pdf").write_bytes(data)
