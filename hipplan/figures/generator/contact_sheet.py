"""All pictures on paper at their printed size: in colour, as a grey printer makes them, and mirrored."""

import re
from collections.abc import Sequence

from hipplan.figures.svg import Drawing, read_svg
from hipplan.pdf.about import About
from hipplan.pdf.book import Book
from hipplan.pdf.box import PT, Box
from hipplan.pdf.ink import Stroke
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import TextStyle

PAPER = Box(0, 0, 297, 210)
AREA = PAPER.inset(12)
ROWS = 3
LABEL = TextStyle(9.5, 12, "#52606D")
FLOOR = Stroke(0.6, "#B5BFC8")
UNDER = 11.0  # millimetres under the floor, for mats
ABOUT = About(
    title="hipplan pictures",
    author="hipplan",
    subject="Every picture in colour, in grey and mirrored",
    keywords="hipplan pictures",
    language="en-GB",
    producer="hipplan",
)


def contact_sheet(drawn: Sequence[tuple[str, str]]) -> bytes:
    """A PDF with a row for each picture (key, SVG text), three rows a page."""
    book = Book(PAPER, AREA, ABOUT)
    for start in range(0, len(drawn), ROWS):
        sheet = book.page([(drawn[start][0], 0)])
        for place, (key, svg) in zip(AREA.rows(*[None] * ROWS), drawn[start : start + ROWS], strict=False):
            _row(sheet, place, key, svg)
        book.close_page()
    return book.finish()


def _row(sheet: Sheet, row: Box, key: str, svg: str) -> None:
    sheet.label(key, row.top(5), LABEL)
    colour, grey, mirrored = row.columns(None, None, None, gap=4)
    drawing = read_svg(svg, key)
    for box, version, flipped in (
        (colour, drawing, False),
        (grey, read_svg(greyed(svg), f"{key}-grey"), False),
        (mirrored, drawing, True),
    ):
        with sheet.figure(f"{drawing.description} {'mirrored' if flipped else ''}".strip(), box):
            _stand(sheet, box, version, mirrored=flipped)


def _stand(sheet: Sheet, box: Box, drawing: Drawing, *, mirrored: bool) -> None:
    floor = box.bottom - UNDER
    if drawing.on_floor:
        sheet.ink.line((box.x, floor), (box.right, floor), FLOOR)
    shift = drawing.view.centre * PT * (-1 if mirrored else 1)
    sheet.ink.form(drawing.form, (box.centre - shift, floor), 1.0, mirrored=mirrored)


def greyed(svg: str) -> str:
    """The same picture as a black and white printer shows it: ITU-R BT.601 luma."""
    return re.sub(r"#[0-9A-Fa-f]{6}", lambda found: _grey(found[0]), svg)


def _grey(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    level = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return f"#{level:02X}{level:02X}{level:02X}"
