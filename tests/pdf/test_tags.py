"""What is drawn belongs to the element that was open, and the tree says so in the words of PDF."""

import re

import pytest

from hipplan.pdf.box import Box
from hipplan.pdf.elements import PageTree, TaggedPage, page_tree, text_string
from hipplan.pdf.numbering import page_number, section_number
from hipplan.pdf.tags import Node, PageMarks


def test_what_is_painted_goes_to_the_open_leaf_and_the_rest_to_nobody() -> None:
    operators: list[str] = []
    marks, section, words = PageMarks(operators), Node("Sect"), Node("P")
    operators.append("1 0 0 rg")
    marks.end(section)
    operators += ["BT", "ET"]
    marks.end(words)
    marks.end(words)  # nothing new
    operators.append("0 0 m")
    marks.end(Node("Artifact"))
    assert operators == [
        *("/Artifact BMC", "1 0 0 rg", "EMC"),
        *("/P <</MCID 0>> BDC", "BT", "ET", "EMC"),
        *("/Artifact <</Type /Pagination>> BDC", "0 0 m", "EMC"),
    ]
    assert (words.content, section.content, marks.count) == ([0], [], 1)


def test_an_element_that_goes_on_after_another_keeps_both_pieces_in_order() -> None:
    operators: list[str] = []
    marks, row, picture = PageMarks(operators), Node("TH", scope="Row"), Node("Artifact")
    operators.append("first")
    marks.end(row)
    row.add(picture)
    operators.append("picture")
    marks.end(picture)
    operators.append("second")
    marks.end(row)
    assert row.content == [0, 1]
    assert row.children == [picture]


PAGE, SECTION = page_number(3), section_number(2)


def written(node: Node, *, marks: int = 0, annotations: tuple[int, ...] = ()) -> PageTree:
    page = TaggedPage(Node("Document", children=[node], content=[node]), 297, marks, place=3, section=2)
    return page_tree(page, 30, annotations)


def tree(node: Node) -> list[str]:
    marks = sum(isinstance(item, int) for item in node.content)
    return list(written(node, marks=marks).objects)


def test_an_element_knows_its_section_and_its_page_and_the_page_knows_whose_each_mark_is() -> None:
    found = written(Node("P", content=[0]), marks=1)
    assert found.objects == [f"<</Type/StructElem/S/P/P {SECTION} 0 R/Pg {PAGE} 0 R/K 0>>"]
    assert (found.row, found.kids, found.links) == ("[30 0 R]", (30,), ())


def test_a_picture_has_its_words_and_its_place_measured_from_below() -> None:
    *_, figure = tree(Node("Figure", "A hip (left)", box=Box(25.4, 0, 25.4, 297), content=[0]))
    assert r"/Alt(A hip \(left\))" in figure
    assert "/BBox[72.0 0.0 144.0 841.9]" in figure


def test_a_table_has_a_head_and_a_body_scopes_and_wide_cells() -> None:
    head = Node("TR")
    for cell in (Node("TD"), Node("TH", texts=["Set 1"], span=2)):
        head.add(cell)
    row = Node("TR")
    for cell in (Node("TH", scope="Row", texts=["Clam"]), Node("TD", "write"), Node("TD")):
        row.add(cell)
    table = Node("Table", "what you did")
    table.add(head)
    table.add(row)
    text = " ".join(tree(table))
    assert re.findall(r"/S/(T\w+)", text) == ["Table", "THead", "TR", "TD", "TH", "TBody", "TR", "TH", "TD", "TD"]
    assert "/A<</O/Table/Summary(what you did)>>" in text
    assert "/A<</O/Table/Scope/Column/ColSpan 2>>" in text
    assert "/A<</O/Table/Scope/Row>>" in text
    assert "/Alt(write)" in text


@pytest.mark.parametrize(("label", "numbering"), [(True, "Decimal"), (False, "None")])
def test_a_list_says_whether_its_items_have_labels(*, label: bool, numbering: str) -> None:
    item = Node("LI")
    if label:
        item.add(Node("Lbl"))
    item.add(Node("LBody"))
    listed = Node("L")
    listed.add(item)
    assert f"/ListNumbering/{numbering}" in " ".join(tree(listed))


def test_a_link_holds_its_annotation() -> None:
    found = written(Node("Link", "Clam, page 9", content=[0]), marks=1, annotations=(12,))
    assert f"/K[0 <</Type/OBJR/Obj 12 0 R/Pg {PAGE} 0 R>>]" in found.objects[0]
    assert (found.row, found.links) == ("[30 0 R]", (30,))


@pytest.mark.parametrize(
    ("text", "string"),
    [("a (b) \\", r"(a \(b\) \\)"), ("a\rb", r"(a\rb)"), ("2 \N{MULTIPLICATION SIGN} 8", "<FEFF0032002000D700200038>")],
)
def test_words_are_written_so_that_every_reader_gets_them_back(text: str, string: str) -> None:
    assert text_string(text) == string
