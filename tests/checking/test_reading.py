"""What is drawn inside forms, behind clips or half clear is read back as it is seen on the paper."""

from collections.abc import Callable

import pytest
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from hipplan.checking.ground import grounds
from hipplan.checking.page_measures import gaps
from hipplan.checking.reading import read_pdf
from hipplan.checking.seen import MM, Area, PageSeen
from hipplan.pdf.fonts import REGULAR
from measuring.describing import describe

Draw = Callable[..., bytes]


def picture(canvas: Canvas) -> None:
    """A form of 100 x 100 points in which another form is moved by 20 and stands out at the right."""
    canvas.beginForm("inner", 0, 0, 50, 50)
    canvas.setFillColor(HexColor("#0B6E69"))
    canvas.rect(10, 10, 100, 20, fill=1, stroke=0)
    canvas.endForm()
    canvas.beginForm("outer", 0, 0, 100, 100)
    canvas.setFont(REGULAR, 10)
    canvas.drawString(5, 5, "hip")
    canvas.translate(20, 20)
    canvas.doForm("inner")
    canvas.endForm()


def placed_twice_as_large(canvas: Canvas) -> None:
    picture(canvas)
    canvas.saveState()
    canvas.translate(100, 200)
    canvas.scale(2, 2)
    canvas.doForm("outer")
    canvas.restoreState()
    canvas.setFillColor(HexColor("#FFFFFF"))
    canvas.setFont(REGULAR, 12)
    canvas.drawString(170, 265, "over")


@pytest.fixture
def page(draw: Draw) -> PageSeen:
    (found,) = read_pdf(draw(placed_twice_as_large))
    return found


def test_texts_and_shapes_in_a_form_stand_where_it_is_placed(page: PageSeen) -> None:
    inside, over = page.texts
    assert (inside.text, inside.size, inside.in_drawing) == ("hip", 20, True)
    assert inside.x == pytest.approx(110 * MM)
    assert inside.y == pytest.approx(297 - 210 * MM, abs=0.01)
    assert (over.text, over.size, over.in_drawing) == ("over", 12, False)
    (shape,) = page.shapes
    assert shape.in_drawing
    assert shape.outline.left == pytest.approx(160 * MM, abs=0.01)
    assert shape.outline.width == pytest.approx(200 * MM, abs=0.01)
    assert shape.outline.height == pytest.approx(40 * MM, abs=0.01)


def test_what_a_form_cuts_off_is_not_seen(page: PageSeen) -> None:
    (shape,) = page.shapes
    seen = shape.outline.within(shape.clip)
    assert seen.right == pytest.approx((100 + 2 * 70) * MM, abs=0.01)
    assert [round(gap.box.right, 1) for gap in gaps(page) if gap.thing is shape] == [round(seen.right, 1)]


def test_a_fill_inside_a_form_is_the_ground_of_a_text_over_it(page: PageSeen) -> None:
    over = page.texts[1]
    assert grounds(page, over) == {"#0B6E69"}


def test_a_drawing_is_one_line_of_a_description(page: PageSeen) -> None:
    lines = describe(page).splitlines()
    assert [line.split()[0] for line in lines] == ["page", "drawing", "text"]


def test_the_order_of_painting_counts_what_is_inside(page: PageSeen) -> None:
    (outer, inner), (shape,), (inside, over) = page.drawings, page.shapes, page.texts
    assert [outer.order, inside.order, inner.order, shape.order, over.order] == [0, 1, 2, 3, 4]


def test_clear_colours_are_seen_as_pale_and_unseen_text_is_left_out(draw: Draw) -> None:
    def half_clear(canvas: Canvas) -> None:
        canvas.setFillColor(Color(0, 0, 0, alpha=0.2))
        canvas.setFont(REGULAR, 12)
        canvas.drawString(100, 400, "pale")
        text = canvas.beginText(100, 300)
        text.setTextRenderMode(3)
        text.textLine("nothing")
        canvas.drawText(text)

    (page,) = read_pdf(draw(half_clear))
    assert [(piece.text, piece.colour) for piece in page.texts] == [("pale", "#CCCCCC")]


def test_an_image_or_a_shading_is_a_place_of_unknown_colour(draw: Draw) -> None:
    def shaded(canvas: Canvas) -> None:
        path = canvas.beginPath()
        path.rect(100, 100, 50, 50)
        canvas.clipPath(path, stroke=0)
        canvas.linearGradient(0, 0, 100, 100, [HexColor("#FF0000"), HexColor("#0000FF")])

    (page,) = read_pdf(draw(shaded))
    (patch,) = page.unknown
    assert patch.area.left == pytest.approx(100 * MM)
    assert patch.area.width == pytest.approx(50 * MM)


def test_a_paper_whose_corner_is_not_at_zero_is_measured_from_its_corner(draw: Draw) -> None:
    def moved(canvas: Canvas) -> None:
        canvas.setCropBox((100, 100, 400, 500))
        canvas.rect(110, 120, 20, 30)

    (page,) = read_pdf(draw(moved))
    assert page.width == pytest.approx(300 * MM)
    assert page.height == pytest.approx(400 * MM)
    (shape,) = page.shapes
    assert shape.outline.left == pytest.approx(10 * MM)
    assert shape.outline.bottom == pytest.approx(380 * MM)


def test_the_part_inside_another_area_is_never_turned_inside_out() -> None:
    assert Area(0, 0, 10, 10).within(Area(5, 5, 20, 20)) == Area(5, 5, 10, 10)
    assert Area(0, 0, 10, 10).within(Area(20, 20, 30, 30)) == Area(20, 20, 20, 20)
    assert Area(0, 0, 10, 10).within(None) == Area(0, 0, 10, 10)
