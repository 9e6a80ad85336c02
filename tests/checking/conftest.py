"""Pages drawn with ReportLab alone, to be read back: nothing of them comes from our own sheet."""

from collections.abc import Callable
from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from hipplan.checking.seen import MM
from hipplan.pdf.fonts import BOLD, REGULAR, face

Drawing = Callable[[Canvas], None]


@pytest.fixture
def draw() -> Callable[..., bytes]:
    """One A4 page for each drawing."""
    face(REGULAR)
    face(BOLD)

    def drawn(*drawings: Drawing) -> bytes:
        file = BytesIO()
        canvas = Canvas(file, pagesize=(210 / MM, 297 / MM), initialFontName=REGULAR)  # type: ignore[arg-type] # as in hipplan/pdf/canvas.py
        for drawing in drawings:
            drawing(canvas)
            canvas.showPage()
        canvas.save()
        return file.getvalue()

    return drawn
