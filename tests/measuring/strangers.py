"""Files that are damaged, locked or made to harm whoever reads them, written byte by byte."""

import zlib
from collections.abc import Callable, Mapping
from io import BytesIO

from pypdf import PdfReader, PdfWriter

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
TREE = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>/Contents 4 0 R>>"
EMPTY = b"<</Length 0>>stream\n\nendstream"
ONE_PAGE = {1: CATALOG, 2: TREE, 3: PAGE, 4: EMPTY}
MANY = 2_000_000


def pdf(objects: Mapping[int, bytes], *, trailer: bytes = b"") -> bytes:
    """A whole file with a right table of its objects, whatever is in them."""
    file = BytesIO()
    file.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, body in objects.items():
        places[number] = file.tell()
        file.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    start = file.tell()
    file.write(b"xref\n0 1\n0000000000 65535 f \n")
    for number, place in sorted(places.items()):
        file.write(b"%d 1\n%010d 00000 n \n" % (number, place))
    size = max(objects) + 1
    file.write(b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start))
    return file.getvalue()


def stream(content: bytes, more: bytes = b"") -> bytes:
    """A compressed stream."""
    packed = zlib.compress(content)
    return b"<</Length %d/Filter/FlateDecode%b>>stream\n%b\nendstream" % (len(packed), more, packed)


def spaces(megabytes: int) -> bytes:
    """Packed, and very large unpacked: one megabyte again and again."""
    packer = zlib.compressobj(9)
    head, again = (packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    return head + again * (megabytes - 1)


def bomb(megabytes: int, more: bytes = b"") -> bytes:
    """A stream that becomes very large."""
    packed = spaces(megabytes)
    return b"<</Length %d/Filter/FlateDecode%b>>stream\n%b\nendstream" % (len(packed), more, packed)


def bomb_in_a_bomb() -> bytes:
    """The same, packed again: some kilobytes are enough."""
    return stream(spaces(4000)).replace(b"/FlateDecode", b"[/FlateDecode/FlateDecode]")


def page_with(content: bytes, resources: bytes = b"<<>>") -> dict[int, bytes]:
    """One page with this content stream."""
    return {**ONE_PAGE, 3: PAGE.replace(b"<<>>", resources), 4: stream(content)}


def nested_pages(depth: int) -> dict[int, bytes]:
    """Page trees in page trees."""
    objects = {1: CATALOG}
    for number in range(2, 2 + depth):
        parent = b"/Parent %d 0 R" % (number - 1) if number > 2 else b""
        objects[number] = b"<</Type/Pages/Count 1/Kids[%d 0 R]%b>>" % (number + 1, parent)
    objects[2 + depth] = PAGE.replace(b"4 0 R", b"%d 0 R" % (3 + depth))
    objects[3 + depth] = EMPTY
    return objects


def forms_in_forms() -> dict[int, bytes]:
    """Each of 14 forms shows the next ten times: 100,000,000,000,000 in all."""
    objects = page_with(b"/F Do", b"<</XObject<</F 10 0 R>>>>")
    for number in range(10, 24):
        more = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>" % (number + 1)
        objects[number] = stream(b"/F Do " * 10, more)
    objects[24] = stream(b"0 0 9 9 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    return objects


def looped_tables() -> bytes:
    """The table of objects says that the one before it is itself."""
    whole = pdf(ONE_PAGE)
    return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % whole.rindex(b"xref\n0 1"))


def tables_in_a_ring() -> bytes:
    """Two tables of objects, each said to follow the other."""
    whole = pdf(ONE_PAGE)
    first = whole.rindex(b"xref\n0 1")
    second = len(whole) + 20  # the first grows by this
    whole = whole.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %010d    " % second)
    assert len(whole) == second
    tail = b"xref\n0 0\ntrailer\n<</Size 5/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (first, second)
    return whole + tail


def bomb_for_a_table() -> bytes:
    """The table of objects is a stream that becomes very large."""
    head = b"%PDF-1.7\n"
    table = (
        b"5 0 obj\n" + bomb(4000, b"/Type/XRef/W[1 4 2]/Index[0 500000000]/Size 500000000/Root 1 0 R") + b"\nendobj\n"
    )
    return head + table + b"startxref\n%d\n%%%%EOF\n" % len(head)


def locked(whole: bytes, *, reader: str) -> bytes:
    """Encrypted; with an empty password for readers every program opens it."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(whole)))
    writer.encrypt(reader, "owner", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def catalog(more: bytes, **objects: bytes) -> bytes:
    """A page and something more in the root."""
    return pdf({**ONE_PAGE, 1: CATALOG[:-2] + more + b">>", **{int(key[1:]): body for key, body in objects.items()}})


def tree(kids: bytes, count: int = 1) -> dict[int, bytes]:
    """A page tree with these kids."""
    return {**ONE_PAGE, 2: b"<</Type/Pages/Count %d/Kids[%b]>>" % (count, kids)}


def text_in(font: bytes, text: bytes) -> dict[int, bytes]:
    """A page with some text in one font."""
    return page_with(b"BT /F 20 Tf " + text + b" ET", b"<</Font<</F " + font + b">>>>")


def many_pages(count: int) -> bytes:
    """A tree that says it has one page."""
    numbers = range(10, 10 + count)
    return pdf({**tree(b" ".join(b"%d 0 R" % number for number in numbers)), **dict.fromkeys(numbers, PAGE)})


def form_in_itself() -> bytes:
    """A form that shows itself."""
    more = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>"
    return pdf({**page_with(b"/F Do", b"<</XObject<</F 5 0 R>>>>"), 5: stream(b"/F Do", more)})


def font_in_itself() -> bytes:
    """A font made of itself."""
    font = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[5 0 R]>>"
    return pdf({**text_in(b"5 0 R", b"(a) Tj"), 5: font})


HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
LISTS = b"/X " + b"[" * 1_000_000 + b"]" * 1_000_000
TABLES = b"/X " + b"<</X " * 500_000 + b">>" * 500_000
HOSTILE: Mapping[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "garbage": lambda: bytes(range(256)) * 40,
    "garbage with a head": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 4000,
    "cut off": lambda: pdf(page_with(b"0 0 9 9 re f " * 1000))[:-200],
    "a head and an end": lambda: b"%PDF-1.7\nstartxref\n0\n%%EOF\n",
    "no pages": lambda: pdf(tree(b"", 0)),
    "no root": lambda: pdf({2: TREE, 3: PAGE, 4: EMPTY}),
    "locked": lambda: locked(pdf(ONE_PAGE), reader="secret"),
    "locked for changes": lambda: locked(pdf(ONE_PAGE), reader=""),
    "a bomb for a page": lambda: pdf({**ONE_PAGE, 4: bomb(4000)}),
    "a bomb in a bomb": lambda: pdf({**ONE_PAGE, 4: bomb_in_a_bomb()}),
    "a bomb for metadata": lambda: catalog(b"/Metadata 5 0 R", _5=bomb(4000)),
    "a bomb for a table": bomb_for_a_table,
    "a tree of pages in a ring": lambda: pdf(tree(b"2 0 R")),
    "two trees in a ring": lambda: pdf({**tree(b"3 0 R"), 3: b"<</Type/Pages/Count 1/Kids[2 0 R]>>"}),
    "a table before itself": looped_tables,
    "tables in a ring": tables_in_a_ring,
    "labels in a ring": lambda: catalog(b"/PageLabels 5 0 R", _5=b"<</Kids[5 0 R]/Limits[0 9]>>"),
    "a page of 2 million operators": lambda: pdf(page_with(b"0 0 9 9 re f\n" * MANY)),
    "a page of 2 million letters": lambda: pdf(text_in(HELVETICA, b"(a) Tj\n" * MANY)),
    "a path of 2 million points": lambda: pdf(page_with(b"0 0 m " + b"9 9 l 0 9 l\n" * MANY + b"f")),
    "2 billion pages, it says": lambda: pdf(tree(b"3 0 R", 2_000_000_000)),
    "a million times the same page": lambda: pdf(tree(b"3 0 R " * 1_000_000, 400)),
    "30,000 pages, it says 1": lambda: many_pages(30_000),
    "lists in lists": lambda: catalog(LISTS),
    "tables in tables": lambda: catalog(TABLES),
    "pages in pages": lambda: pdf(nested_pages(50_000)),
    "forms in forms": lambda: pdf(forms_in_forms()),
}
"""Each must end in one line."""
ODD: Mapping[str, Callable[[], bytes]] = {
    "2 million states": lambda: pdf(page_with(b"q " * MANY)),
    "lists in the page": lambda: pdf(page_with(b"[" * 5_000_000)),
    "a form in itself": form_in_itself,
    "a font in itself": font_in_itself,
    "a font that steers terminals": lambda: pdf(text_in(HELVETICA.replace(b"vet", b"#1b#5b2J#0a"), b"(a) Tj")),
    "no contents": lambda: pdf({**ONE_PAGE, 4: b"null"}),
    "contents that are no operators": lambda: pdf(page_with(b"( << [ 1 2 3 ) re re f f Q Q Q")),
    "a size that is too small": lambda: pdf({**ONE_PAGE, 3: PAGE.replace(b"595 842", b"0.01 0.01")}),
    "a size from right to left": lambda: pdf({**ONE_PAGE, 3: PAGE.replace(b"0 0 595 842", b"595 842 0 0")}),
}
"""Each can be read after all, and is not one of ours."""
