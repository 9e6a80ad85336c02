"""The measures fail on pages that are wrong on purpose, one fault a page, and pass on a page that is right."""

from collections.abc import Callable
from io import BytesIO

import pytest
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from hipplan.checking.contrast import contrast, grey
from hipplan.checking.reading import read_pdf
from hipplan.checking.seen import MM, PageSeen
from hipplan.pdf.fonts import BOLD, REGULAR, face
from measuring.describing import describe
from measuring.measures import MEASURES

Drawing = Callable[[Canvas], None]
INK, WHITE, MUTED = "#1F2933", "#FFFFFF", "#52606D"


def drawn(*drawings: Drawing) -> PageSeen:
    """One A4 page, drawn with ReportLab alone."""
    face(REGULAR)
    face(BOLD)
    file = BytesIO()
    canvas = Canvas(file, pagesize=(210 / MM, 297 / MM), initialFontName=REGULAR)  # type: ignore[arg-type] # as in hipplan/pdf/canvas.py
    for drawing in drawings:
        drawing(canvas)
    canvas.showPage()
    canvas.save()
    (page,) = read_pdf(file.getvalue())
    return page


def words(text: str, x: float, y: float, *, size: float = 12, font: str = REGULAR, colour: str = INK) -> Drawing:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(HexColor(colour))
        canvas.setFont(font, size)
        canvas.drawString(x / MM, (297 - y) / MM, text)

    return draw


def rect(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    fill: str | None = None,
    stroke: str | None = None,
    line: float = 0.8,
) -> Drawing:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(HexColor(fill or WHITE))
        canvas.setStrokeColor(HexColor(stroke or INK))
        canvas.setLineWidth(line)
        edges = (x / MM, (297 - y - height) / MM, width / MM, height / MM)
        canvas.rect(*edges, fill=int(fill is not None), stroke=int(stroke is not None))

    return draw


def line(x0: float, y0: float, x1: float, y1: float) -> Drawing:
    def draw(canvas: Canvas) -> None:
        canvas.setStrokeColor(HexColor(INK))
        canvas.setLineWidth(1)
        canvas.line(x0 / MM, (297 - y0) / MM, x1 / MM, (297 - y1) / MM)

    return draw


def shading(x: float, y: float, width: float, height: float) -> Drawing:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(x / MM, (297 - y - height) / MM, width / MM, height / MM)
        canvas.clipPath(path, stroke=0)
        canvas.linearGradient(0, 0, 100, 100, [HexColor(INK), HexColor(WHITE)])
        canvas.restoreState()

    return draw


def form(x: float, y: float, width: float, height: float) -> Drawing:
    """A drawing that the file holds once."""

    def draw(canvas: Canvas) -> None:
        canvas.beginForm("picture")
        rect(x, y, width, height, fill=PALE)(canvas)
        canvas.endForm()
        canvas.doForm("picture")

    return draw


TINT, PALE = "#E6F1F0", "#99A5B0"
GOOD = (
    rect(16, 13, 178, 20, fill=TINT),
    words("Sit deep, turn your chest", 20, 25),
    rect(60, 40, 24, 9, fill=WHITE, stroke=MUTED),
    rect(90, 40, 5, 5, fill=WHITE, stroke=INK, line=1),
    words("8", 62, 44.7),
)
LONG = "All the words of this line stand in one row that is longer than the eye can follow home"
BAD: dict[str, tuple[Drawing, ...]] = {
    "text_is_large_enough": (words("small", 20, 60, size=9.4),),
    "text_is_in_our_typeface": (words("other", 20, 60, font="Times-Roman"),),
    "nothing_is_in_the_margins": (words("out", 14, 60),),
    "drawings_keep_clear_of_text": (form(18, 50, 40, 20), words("beside", 20, 60)),
    "text_has_contrast": (words("pale", 20, 60, colour=PALE),),
    "everything_can_be_measured": (shading(20, 60, 10, 10),),
    "text_is_not_painted_over": (words("under", 20, 60), rect(19, 55, 20, 8, fill=WHITE)),
    "text_lies_on_one_ground": (rect(15.99, 55, 10, 8, fill=TINT), words("over the edge", 20, 60)),
    "no_line_runs_through_text": (words("crossed", 20, 60), line(25, 50, 25, 70)),
    "no_text_overlaps_another": (words("first", 20, 60), words("second", 22, 62)),
    "lines_of_paragraphs_are_short": (words(LONG, 20, 60), words("and goes on", 20, 65.3)),
    "letters_are_whole": (words("lost \ufffd", 20, 60),),
    "boxes_have_room_for_a_pen": (rect(20, 60, 24, 8.8, fill=WHITE, stroke=MUTED),),
}


def test_a_good_page_passes_every_measure() -> None:
    page = drawn(*GOOD)
    assert [found for measure in MEASURES.values() for found in measure(page)] == []


def test_there_is_a_bad_page_for_every_measure() -> None:
    assert set(BAD) == set(MEASURES)


@pytest.mark.parametrize("name", BAD)
def test_a_bad_page_fails_its_measure_and_no_other(name: str) -> None:
    page = drawn(*GOOD, *BAD[name])
    assert [other for other, measure in MEASURES.items() if list(measure(page))] == [name]


@pytest.mark.parametrize(
    ("name", "drawing"),
    [
        ("nothing_is_in_the_margins", rect(15, 60, 20, 9, stroke=INK)),
        ("nothing_is_in_the_margins", rect(180, 270, 10, 15, fill=TINT)),
        ("boxes_have_room_for_a_pen", rect(20, 60, 11.8, 9, fill=WHITE, stroke=MUTED)),
        ("boxes_have_room_for_a_pen", rect(20, 60, 4.8, 4.8, fill=WHITE, stroke=INK, line=1)),
        ("nothing_is_in_the_margins", form(180, 270, 10, 17)),
        ("text_is_large_enough", words("odd", 20, 60, size=12.25)),
    ],
)
def test_other_ways_to_fail(name: str, drawing: Drawing) -> None:
    assert list(MEASURES[name](drawn(*GOOD, drawing)))


def test_text_on_a_colour_that_a_copier_makes_too_dark_has_no_contrast() -> None:
    pale = drawn(rect(20, 50, 60, 20, fill=TINT), words("white", 30, 60, colour=WHITE))
    assert list(MEASURES["text_has_contrast"](pale))
    red = "#FF5656"
    assert contrast(INK, red) > 4.5 > contrast(grey(INK), grey(red))
    assert list(MEASURES["text_has_contrast"](drawn(rect(20, 50, 60, 20, fill=red), words("ink", 30, 60))))


def test_contrast_and_grey_are_those_of_the_design() -> None:
    assert [round(contrast(colour, "#FFFFFF"), 1) for colour in ("#1F2933", "#0B6E69", "#CC5216")] == [14.8, 6.1, 4.4]
    assert [grey(colour) for colour in ("#1F2933", "#0B6E69", "#CC5216", "#E6F1F0")] == [
        "#272727", "#505050", "#707070", "#EEEEEE",
    ]  # fmt: skip  # 39, 80, 112 and 238


def test_a_description_says_where_everything_is() -> None:
    page = drawn(*GOOD, line(20, 70, 60, 70))
    assert describe(page).splitlines() == [
        "page 1 of 210.0 x 297.0",
        "rect 16.0 13.0 178.0 20.0 fill #E6F1F0",
        "text 20.0 25.0 12pt Regular #1F2933 'Sit deep, turn your chest'",
        "rect 60.0 40.0 24.0 9.0 0.8pt #52606D fill #FFFFFF",
        "rect 90.0 40.0 5.0 5.0 1pt #1F2933 fill #FFFFFF",
        "text 62.0 44.7 12pt Regular #1F2933 '8'",
        "line 20.0 70.0 60.0 70.0 1pt #1F2933",
    ]


def test_a_description_changes_when_a_column_moves_by_half_a_millimetre() -> None:
    moved = (*GOOD[:-1], words("8", 62.5, 44.7))
    assert describe(drawn(*GOOD)) != describe(drawn(*moved))
