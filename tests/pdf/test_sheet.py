"""A sheet refuses what does not fit, and what says nothing about its meaning."""

import pytest

from hipplan.checking.reading import read_pdf
from hipplan.checking.seen import PageSeen
from hipplan.pdf.book import About, Book
from hipplan.pdf.box import Box
from hipplan.pdf.ink import Stroke, ring
from hipplan.pdf.sheet import Align, Sheet
from hipplan.pdf.text import LayoutError, TextStyle

PAPER = Box(0, 0, 210, 297)
AREA = Box(16, 13, 178, 265)
BODY = TextStyle(12, 15, "#1F2933")
LINE = Stroke(0.8, "#52606D")
ABOUT = About(
    title="Title", author="Author", subject="Subject", keywords="Keywords", language="en-GB", producer="Producer"
)


class OnePage:
    """A book of one page, and the page as it is read back."""

    def __init__(self) -> None:
        self._book = Book(PAPER, AREA, ABOUT)
        self.sheet: Sheet = self._book.page()

    def read(self) -> PageSeen:
        self._book.close_page()
        (page,) = read_pdf(self._book.finish())
        return page


@pytest.fixture
def page() -> OnePage:
    return OnePage()


def test_text_without_a_role_is_an_error(page: OnePage) -> None:
    with pytest.raises(LayoutError, match="'lost' is drawn inside Document"):
        page.sheet.inline("lost", AREA, BODY)
    with page.sheet.element("Sect"), pytest.raises(LayoutError, match="drawn inside Sect"):
        page.sheet.at("lost", AREA, 30, BODY)


def test_text_inside_a_row_but_in_no_cell_is_an_error(page: OnePage) -> None:
    with page.sheet.table("doses"), page.sheet.row(), pytest.raises(LayoutError, match="drawn inside TR"):
        page.sheet.inline("8", AREA, BODY)


def test_a_label_wider_than_its_box_is_an_error_with_both_widths(page: OnePage) -> None:
    with pytest.raises(LayoutError, match=r"'Squat and turn' is 2\d\.\d mm wide, its box 20\.0 mm"):
        page.sheet.label("Squat and turn", Box(16, 20, 20, 8), BODY)


def test_a_paragraph_higher_than_its_box_is_an_error_with_both_heights(page: OnePage) -> None:
    with pytest.raises(LayoutError, match=r"is 10\.6 mm high, its box 10\.0 mm"):
        page.sheet.paragraph("One line\nand another", Box(16, 20, 60, 10), BODY)


def test_a_line_feed_in_a_label_is_an_error_and_not_a_lost_line(page: OnePage) -> None:
    with pytest.raises((LayoutError, KeyError)):
        page.sheet.label("One\ntwo", Box(16, 20, 60, 10), BODY)


def test_nothing_is_drawn_by_a_call_that_was_refused(page: OnePage) -> None:
    with pytest.raises(LayoutError):
        page.sheet.paragraph("One line\nand another", Box(16, 20, 60, 10), BODY)
    page.sheet.label("kept", Box(16, 40, 60, 10), BODY)
    assert page.read().words == "kept"


def test_a_paragraph_stands_where_the_design_says_and_says_where_it_ends(page: OnePage) -> None:
    y = page.sheet.paragraph("One line\nand another", Box(16, 20, 60, 12), BODY)
    assert y == pytest.approx(20 + 2 * BODY.pitch)
    first, second = page.read().texts
    assert first.y == pytest.approx(20 + BODY.drop, abs=0.02)
    assert second.y - first.y == pytest.approx(BODY.pitch, abs=0.02)
    assert (round(first.x, 1), first.size, first.colour, first.weight) == (16.0, 12, "#1F2933", "Regular")


@pytest.mark.parametrize("align", ["left", "centre", "right"])
def test_a_label_is_aligned_within_its_box(align: Align) -> None:
    page = OnePage()
    page.sheet.label("HHH", Box(50, 20, 60, 8), BODY, align=align)
    (seen,) = page.read().texts
    middle = {"left": seen.ink.left, "centre": (seen.ink.left + seen.ink.right) / 2, "right": seen.ink.right}[align]
    assert middle == pytest.approx({"left": 50, "centre": 80, "right": 110}[align], abs=0.5)
    assert (seen.ink.top + seen.ink.bottom) / 2 == pytest.approx(24, abs=0.5)


def test_runs_follow_each_other_in_their_own_weight(page: OnePage) -> None:
    page.sheet.label((("Lift your ", False), ("right", True), (" arm", False)), Box(50, 20, 60, 8), BODY)
    seen = page.read().texts
    assert [(piece.text.strip(), piece.weight) for piece in seen] == [
        ("Lift your", "Regular"), ("right", "Bold"), ("arm", "Regular"),
    ]  # fmt: skip
    assert seen[0].ink.right < seen[1].ink.left < seen[1].ink.right < seen[2].ink.left
    assert len({piece.y for piece in seen}) == 1


def test_the_structure_keeps_roles_labels_and_texts_in_reading_order(page: OnePage) -> None:
    sheet = page.sheet
    sheet.heading(1, "Week 2", AREA, BODY)
    with sheet.table("Session 1"), sheet.row():
        sheet.header("Set 1", AREA, BODY)
        with sheet.write_in(Box(50, 50, 24, 9), "set 1: tick", LINE):
            sheet.at("9", Box(51, 50, 20, 9), 54, BODY)
    heading, table = sheet.structure.children
    assert (heading.role, heading.texts) == ("H1", ["Week 2"])
    head, cell = table.children[0].children
    assert (table.label, head.role, head.scope, head.texts) == ("Session 1", "TH", "Column", ["Set 1"])
    assert (cell.role, cell.label, cell.texts, cell.box) == ("TD", "set 1: tick", ["9"], Box(50, 50, 24, 9))


@pytest.mark.parametrize(
    "text",
    [
        r"(a)\b",
        "((",
        "))",
        "\\",
        "a\\(b",
        "Łukasz Žižek (x)",
        "Ærøskøbing",
        "½ \N{MULTIPLICATION SIGN} 20 °",
        "\N{LEFT DOUBLE QUOTATION MARK}quoted\N{RIGHT DOUBLE QUOTATION MARK}",
        "à la carte",
        "\xad-",
    ],
)
def test_every_letter_is_read_back_as_it_was_written(text: str) -> None:
    page = OnePage()
    page.sheet.paragraph(text, AREA, BODY, breakable=True)
    page.sheet.paragraph(text, Box(16, 100, 178, 20), TextStyle(12, 15, "#1F2933", bold=True), breakable=True)
    seen = page.read()
    assert seen.lost == 0
    assert seen.words.replace(" ", "") == 2 * text.replace(" ", "")


def test_every_letter_of_latin_1_and_its_neighbours_is_read_back() -> None:
    letters = "".join(map(chr, [*range(33, 127), *range(161, 173), *range(174, 256)]))
    page = OnePage()
    page.sheet.paragraph(letters, AREA, BODY, breakable=True)
    assert page.read().words.replace(" ", "") == letters


def test_shapes_stand_where_they_were_asked_to(page: OnePage) -> None:
    ink = page.sheet.ink
    ink.rect(Box(20, 30, 24, 9), LINE, "#FFFFFF")
    ink.line((20, 50), (60, 50), Stroke(1.6, "#0B6E69"))
    ink.circle((100, 100), 3.1, fill="#0B6E69")
    ink.polygon(ring((50, 70), 4, 8, turn=22.5), fill="#1F2933")
    rect, line, circle, octagon = page.read().shapes
    assert rect.is_rect
    assert (rect.stroke, rect.fill, rect.stroke_pt) == ("#52606D", "#FFFFFF", 0.8)
    assert (round(rect.outline.left, 1), round(rect.outline.top, 1)) == (20.0, 30.0)
    assert (round(rect.outline.width, 1), round(rect.outline.height, 1)) == (24.0, 9.0)
    assert line.ink.height == pytest.approx(1.6 * 25.4 / 72, abs=0.01)
    assert circle.outline.width == pytest.approx(circle.outline.height)
    assert circle.outline.width == pytest.approx(6.2, abs=0.02)
    assert octagon.outline.bottom - octagon.outline.top == pytest.approx(2 * 4 * 0.9239, abs=0.02)


def test_a_hatch_stays_in_its_box_and_rises_to_the_right(page: OnePage) -> None:
    page.sheet.ink.hatch(Box(20, 30, 24, 9), 2, LINE)
    (hatch,) = page.read().shapes
    assert len(hatch.subpaths) == 16  # (24 + 9) / 2, rounded down
    assert hatch.outline.grown(-0.02).left >= 20
    for (x0, y0), (x1, y1) in hatch.segments():
        assert 20 - 0.01 <= min(x0, x1) <= max(x0, x1) <= 44 + 0.01
        assert 30 - 0.01 <= min(y0, y1) <= max(y0, y1) <= 39 + 0.01
        assert (x1 - x0) * (y0 - y1) > 0


def test_a_page_in_a_book_has_its_bookmarks_and_its_paper() -> None:
    book = Book(Box(0, 0, 215.9, 279.4), AREA, ABOUT)
    for _ in range(2):
        book.page([("Chapter", 0), ("Part", 1)])
        book.close_page()
    pages = read_pdf(book.finish())
    assert [page.label for page in pages] == ["1", "2"]
    assert (round(pages[1].width, 1), round(pages[1].height, 1)) == (215.9, 279.4)
