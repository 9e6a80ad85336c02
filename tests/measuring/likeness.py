"""Whether two pictures look the same: their last digits depend on the processor that drew them."""

from collections.abc import Sequence

import numpy as np
import pypdfium2  # type: ignore[import-untyped] # comes without types

from hipplan.figures.svg import Drawing, read_svg
from hipplan.pdf.about import About
from hipplan.pdf.book import Book
from hipplan.pdf.box import Box

PAPER, ORIGIN = Box(0, 0, 140, 120), (70.0, 95.0)
DOTS = 2  # to a point
NEAR = 2.0  # points that a mark or an edge of the view may move; on another processor an icon moved by 1.5
MOST_DOTS = 12  # of the 14,000 and more of a picture: another processor changed 3, a degree in the spine 400
FAR_OFF = 96  # of 255: less is the edge of a line that moved by a hair
_ABOUT = About(title="T", author="A", subject="S", keywords="K", language="en-GB", producer="P")


def unlike(one: Sequence[tuple[str, str]], other: Sequence[tuple[str, str]]) -> list[str]:
    """The keys of pictures that differ in what they say, in their places, or to the eye; each with its SVG text."""
    first, second = ([read_svg(text, key) for key, text in pictures] for pictures in (one, other))
    looks = zip(_seen(first), _seen(second), strict=True)
    different = [int((np.abs(a - b).max(axis=2) > FAR_OFF).sum()) for a, b in looks]
    rows = zip(one, first, second, different, strict=True)
    return [key for (key, _), a, b, dots in rows if dots > MOST_DOTS or _said(a) != _said(b) or not _near(a, b)]


def _said(drawing: Drawing) -> tuple[object, ...]:
    return drawing.title, drawing.description, drawing.side, drawing.on_floor, drawing.scale, sorted(drawing.marks)


def _near(one: Drawing, other: Drawing) -> bool:
    return bool(np.allclose(_places(one), _places(other), rtol=0, atol=NEAR))


def _places(drawing: Drawing) -> list[float]:
    view = drawing.view
    marks = [place for name in sorted(drawing.marks) for place in drawing.marks[name]]
    return [view.x, view.y, view.right, view.bottom, *marks]


def _seen(drawings: Sequence[Drawing]) -> list["np.ndarray"]:
    book = Book(PAPER, PAPER, _ABOUT)
    for drawing in drawings:
        sheet = book.page()
        with sheet.decoration():
            sheet.ink.form(drawing.form, ORIGIN, 1.0)
        book.close_page()
    document = pypdfium2.PdfDocument(book.finish())
    return [page.render(scale=DOTS).to_numpy()[:, :, :3].astype(int) for page in document]
