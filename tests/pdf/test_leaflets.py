"""Leaflets come behind our pages with their tags and links, and without anything that runs; what is lost is said."""

import re
import subprocess
import sys
import time
import zlib
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination, DictionaryObject

from hipplan.errors import FileProblemError
from hipplan.pdf.about import About
from hipplan.pdf.book import Book
from hipplan.pdf.box import Box
from hipplan.pdf.leaflets import MOST_PAGES, Leaflet, read_leaflets
from hipplan.pdf.text import TextStyle
from measuring import foreign
from measuring.accessible import breaches
from measuring.foreign import A4, leaflet, one_page, running, stream, untagged
from measuring.objects import objects_of
from measuring.structure import read_structure

ABOUT = About(title="t", author="a", subject="s", keywords="k", language="en-GB", producer="hipplan")
STYLE = TextStyle(20, 24, "#000000")


def printed(*leaflets: Leaflet) -> bytes:
    book = Book(A4, Box(16, 13, 178, 265), ABOUT)
    for number in (1, 2):
        sheet = book.page([(f"Page {number}", 0)])
        sheet.heading(1, "Hello", Box(16, 50, 100, 20), STYLE)
        with sheet.element("P"), sheet.link(1, "to the start", Box(16, 80, 40, 8)):
            sheet.at("Start", Box(16, 80, 40, 8), 86, STYLE)
        book.close_page()
    for each in leaflets:
        book.append(each)
    return book.finish()


def read(*files: bytes) -> tuple[Leaflet, ...]:
    return read_leaflets([(f"{'ab'[place]}.pdf", data) for place, data in enumerate(files)])


def test_tagged_leaflets_keep_both_standards_and_are_heard_as_before() -> None:
    leaflets = read(leaflet("Back care"), leaflet("Où aller", pages=1, language="fr-FR"))
    data = printed(*leaflets)
    assert [each.notes for each in leaflets] == [(), ()]
    assert breaches(data) == []
    pages = read_structure(data)
    titles = [page.roles("H1")[0].words for page in pages]
    assert titles == ["Hello", "Hello", "Back care 1", "Back care 2", "Où aller 1"]
    assert [page.roles("LBody")[0].words for page in pages[2:]] == ["Stand up."] * 3
    assert [page.roles("Link")[0].words for page in pages] == ["Start"] * 5


def test_each_leaflet_hangs_under_a_part_with_its_title_and_language() -> None:
    reader = PdfReader(BytesIO(printed(*read(leaflet("Back care"), leaflet("Feet", language="fr-FR")))))
    document = reader.root_object["/StructTreeRoot"]["/K"]  # type: ignore[index]
    parts = [kid for kid in document["/K"] if kid["/S"] == "/Part"]
    assert [(part["/T"], part["/Lang"]) for part in parts] == [("Back care", "en-GB"), ("Feet", "fr-FR")]
    assert all(part["/K"][0].get_object().raw_get("/P") == part for part in parts)


def test_every_page_and_link_leads_back_to_its_element() -> None:
    reader = PdfReader(BytesIO(printed(*read(leaflet(), leaflet()))))
    rows = reader.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]  # type: ignore[index]
    table = dict(zip(rows[::2], rows[1::2], strict=True))
    assert list(table) == sorted(table)
    assert max(table) + 1 == reader.root_object["/StructTreeRoot"]["/ParentTreeNextKey"]  # type: ignore[index]
    seen = set()
    for page in reader.pages:
        owners = table[page["/StructParents"]].get_object()
        assert owners
        assert all(owner["/Pg"] == page for owner in owners)
        assert len(page["/Annots"]) == 1  # type: ignore[arg-type]
        link = page["/Annots"][0]  # type: ignore[index]
        assert table[link["/StructParent"]]["/S"] == "/Link"
        seen |= {page["/StructParents"], link["/StructParent"]}
    assert seen == set(table)


def test_links_inside_lead_to_the_leaflets_own_pages() -> None:
    reader = PdfReader(BytesIO(printed(*read(leaflet(pages=2)))))
    goals = [page["/Annots"][0]["/Dest"][0] for page in reader.pages]  # type: ignore[index]
    assert [reader.get_page_number(goal) for goal in goals] == [0, 0, 2, 2]


def test_bookmarks_have_titles_or_file_names_and_page_labels_run_on() -> None:
    reader = PdfReader(BytesIO(printed(*read(leaflet("Back care"), untagged(pages=2)))))
    marks = [mark for mark in reader.outline if isinstance(mark, Destination)]
    outline = [(mark.title, reader.get_destination_page_number(mark)) for mark in marks]
    assert outline == [("Page 1", 0), ("Page 2", 1), ("Back care", 2), ("b", 4)]
    assert reader.page_labels == ["1", "2", "3", "4", "5", "6"]


def test_a_leaflet_without_tags_is_printed_and_said() -> None:
    leaflets = read(untagged(), leaflet())
    assert leaflets[0].notes == ("a.pdf: has no tags, so the file is not declared PDF/UA-1 or PDF/A-2a",)
    data = printed(*leaflets)
    reader = PdfReader(BytesIO(data))
    assert "Plain page 1" in reader.pages[2].extract_text()
    assert b"pdfuaid:part" not in reader.root_object["/Metadata"].get_data()  # type: ignore[attr-defined]
    assert read_structure(data)[3].roles("H1")[0].words == "Back care 1"


def test_a_leaflet_that_does_not_declare_a_standard_keeps_its_tags_and_costs_the_declaration() -> None:
    plain = leaflet().replace(b"<pdfuaid:part>1</pdfuaid:part>", b"<pdfuaid:part>9</pdfuaid:part>")
    (only,) = read(plain)
    assert only.notes == ("a.pdf: does not declare PDF/UA-1, so the file is not declared PDF/UA-1",)
    assert read_structure(printed(only))[2].roles("H1")[0].words == "Back care 1"
    assert [line for line in breaches(printed(only)) if line.startswith("2a")] == []


def test_what_runs_is_stripped_and_said_and_web_links_stay() -> None:
    (only,) = read(running(leaflet()))
    said = "JavaScript, a form, actions of its own, files inside, links that start a program and links to files"
    assert only.notes[0] == f"a.pdf: left out {said}"
    reader = PdfReader(BytesIO(printed(only)))
    found = objects_of(reader)
    text = " ".join(repr(thing) for thing in found if isinstance(thing, DictionaryObject))
    assert not re.search("JavaScript|/Launch|passwd|'/AA'|EmbeddedFile|Widget|AcroForm|SubmitForm|app.beep", text)
    assert "https://example.org/hip" in text


def test_the_same_leaflets_give_the_same_bytes() -> None:
    assert printed(*read(leaflet(), untagged())) == printed(*read(leaflet(), untagged()))


def test_another_paper_is_said_and_a_page_on_its_side_is_none() -> None:
    (other,) = read_leaflets([("a.pdf", leaflet())], foreign.LETTER)
    assert other.notes == ("a.pdf: has pages of A4 (210 x 297 mm); let the printer fit them to the paper",)
    lying = one_page(stream(b"f", b""), page=b"/Rotate 90")
    assert not any("let the printer" in note for note in read_leaflets([("a.pdf", lying)], A4)[0].notes)


ROLES = [
    b"<</Type/StructTreeRoot/K 6 0 R/RoleMap<</Title1/H1/Box/Odd/Odd/P>>/ClassMap<</Wide<</O/Layout/SpaceAfter 3>>>>>>",
    b"<</Type/StructElem/S/Document/P 5 0 R/K[7 0 R 8 0 R 9 0 R]>>",
    b"<</Type/StructElem/S/Title1/P 6 0 R/Pg 3 0 R/K 0/C/Wide/ID(one)/T(\xfe\xff\x20\x19)>>",
    b"<</Type/StructElem/S/Box/P 6 0 R/Pg 3 0 R/K[1]/A<</O/Table/Headers[(one)]>>>>",
    b"<</Type/StructElem/S/Figure/P 6 0 R/Alt(a leg)/K<</Type/MCR/Pg 3 0 R/Stm 10 0 R/MCID 0>>>>",
    stream(b"/P <</MCID 0>> BDC 0 0 9 9 re f EMC", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/StructParents 4"),
]
CONTENT = b"/P <</MCID 0>> BDC 0 0 9 9 re f EMC /P <</MCID 1>> BDC 9 9 9 9 re f EMC /D Do"


def test_roles_classes_names_and_tags_inside_drawings_come_along() -> None:
    page = b"/StructParents 0/Resources<</XObject<</D 10 0 R>>>>"
    data = one_page(stream(CONTENT, b""), ROLES, page=page, catalog=b"/StructTreeRoot 5 0 R/MarkInfo<</Marked true>>")
    reader = PdfReader(BytesIO(printed(*read(data, data))))
    root = reader.root_object["/StructTreeRoot"]
    rows = root["/ParentTree"]["/Nums"]  # type: ignore[index]
    table = dict(zip(rows[::2], rows[1::2], strict=True))
    names = root["/IDTree"]["/Names"]  # type: ignore[index]
    assert names[0] != names[2]
    for place, part in enumerate(root["/K"]["/K"][-2:]):  # type: ignore[index]
        (whole,) = part["/K"]
        title, box, figure = whole["/K"]
        assert [kid["/S"] for kid in (whole, title, box, figure)] == ["/Sect", "/H1", "/P", "/Figure"]
        assert title["/A"][0]["/SpaceAfter"] == 3
        assert title["/T"] == "’"  # noqa: RUF001 - as the file has it
        assert names[2 * place : 2 * place + 2] == [title["/ID"], title]
        assert box["/A"][0]["/Headers"] == [title["/ID"]]
        drawing = figure["/K"][0]["/Stm"]
        assert table[drawing["/StructParents"]] == [figure]
        assert table[reader.pages[2 + place]["/StructParents"]] == [title, box]


def test_patterns_and_drawings_of_a_usual_kind_are_kept_whatever_their_names() -> None:
    (pattern, drawings) = read(foreign.fine_pattern(4), foreign.forms_in_forms(4))
    text = "".join(piece.text for piece in pattern.parcel.pieces)
    assert "/XStep" in text  # named /P, which elsewhere leads to the page
    assert len(drawings.parcel.pieces) == 6
    named = foreign.one_page(stream(b"/A Do", b""), ROLES[-1:], page=b"/Resources<</XObject<</A 5 0 R>>>>")
    assert any("/A @" in piece.text for piece in read(named)[0].parcel.pieces)


def test_what_is_no_dictionary_is_not_copied_as_one() -> None:
    (odd,) = read(one_page(stream(b"f", b""), page=b"/Resources 7/Annots 5/Group(x)/Rotate/X"))
    assert not any("/Resources 7" in piece.text or "/Group" in piece.text for piece in odd.parcel.pieces)


def test_two_hundred_pages_are_the_most_of_all_together() -> None:
    read(foreign.many_pages(MOST_PAGES))
    with pytest.raises(FileProblemError) as refused:
        read(untagged(), foreign.many_pages(MOST_PAGES))
    assert refused.value.problems == (
        "b.pdf: more pages than the 199 that leaflets may still have; keep those that matter",
    )


def test_tags_that_go_in_a_ring_are_said() -> None:
    (only,) = read(foreign.tags_in_a_ring())
    assert "tags that" in only.notes[0]
    assert len(PdfReader(BytesIO(printed(only))).pages) == 3


BIG = zlib.compress(b"0 0 m 9 9 l S\n" * 700_000)
IMAGE = b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode"
HOSTILE = {
    "encrypted": (foreign.encrypted, "encrypted; save it without a password"),
    "encrypted as PDF 2.0 does": (foreign.locked, "encrypted; save it without a password"),
    "encrypted by a firm's own lock": (lambda: foreign.locked(b"Acme.Sec"), "encrypted; save it without a password"),
    "drawings in drawings": (foreign.forms_in_forms, "shows drawings in drawings more often than can be printed"),
    "drawings in drawings, deep": (lambda: foreign.forms_in_forms(40), "show each other in a ring or too deeply"),
    "fine pattern": (lambda: foreign.fine_pattern(0.001), "has a pattern too fine to be printed"),
    "flate bomb": (lambda: one_page(stream(foreign.zeros(400))), "a page has more than 8 MB of strokes"),
    "bomb in a bomb": (
        lambda: one_page(stream(zlib.compress(foreign.zeros(400)), b"/Filter[/FlateDecode/FlateDecode]")),
        "too large or too tangled",
    ),
    "picture bomb": (
        lambda: one_page(
            stream(b"/I Do", b""), [stream(foreign.zeros(320), IMAGE)], page=b"/Resources<</XObject<</I 5 0 R>>>>"
        ),
        "unpacks to more than 300 MB",
    ),
    "ring": (foreign.page_tree_ring, "its page tree goes round in a ring"),
    "2 million operators": (lambda: one_page(stream(BIG)), "a page has more than 8 MB of strokes"),
    "cut off": (lambda: untagged()[:-200], "cut off; copy it again"),
    "hole in it": (lambda: untagged()[:600] + untagged()[-200:], "damaged; make it again"),
    "deep": (lambda: one_page(stream(b"f", b""), page=b"/Resources " + b"[" * 9000 + b"]" * 9000), "damaged"),
    "5,000 pages": (lambda: foreign.many_pages(5000), "more pages than the 200"),
    "no PDF": (lambda: b"hello", "not a PDF"),
    "nothing": (lambda: b"", "not a PDF"),
    "no pages": (
        lambda: foreign.by_hand([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]),
        "has no pages",
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_harmful_files_end_in_one_line_soon(kind: str) -> None:
    make, said = HOSTILE[kind]
    data = make()
    start = time.monotonic()
    with pytest.raises(FileProblemError) as refused:
        read(data)
    assert time.monotonic() - start < 10
    (line,) = refused.value.problems
    assert line.startswith("a.pdf: ")
    assert said in line
    assert ";" in line  # the way out
    assert line.isprintable()


def test_the_other_process_has_limits() -> None:
    pytest.importorskip("resource")
    from hipplan.pdf.foreign import limiting  # noqa: PLC0415 - what is tested

    assert (limiting.SECONDS, limiting.MEGABYTES) == (10, 400)
    code = "from hipplan.pdf.foreign.limiting import *; limit_this_process(); bytearray(500_000_000)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert b"MemoryError" in done.stderr
