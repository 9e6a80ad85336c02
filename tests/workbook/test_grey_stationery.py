"""A grey workbook has the clinic's own papers in grey too, and nothing to say about them."""

from collections.abc import Sequence

import pypdfium2  # type: ignore[import-untyped] # comes without types
import pytest
from PIL import ImageChops

from hipplan.pdf.leaflets import read_leaflets
from hipplan.pdf.letterhead import read_letterhead
from hipplan.plan.preferences import Preferences
from hipplan.plan.progression import plan_programme
from hipplan.workbook.clinic import SafeArea
from hipplan.workbook.document import render
from hipplan.workbook.stationery import Stationery
from hipplan.workbook.template import read_template
from measuring.accessible import breaches
from measuring.foreign import A4, letterhead
from measuring.workbooks import built


def coloured_pages(data: bytes) -> Sequence[int]:
    document = pypdfium2.PdfDocument(data)
    pictures = [page.render(scale=0.5).to_pil().convert("RGB").split() for page in document]
    document.close()
    pairs = [(0, 1), (1, 2)]
    return [
        number
        for number, parts in enumerate(pictures, start=1)
        if any(ImageChops.difference(parts[one], parts[two]).getbbox() for one, two in pairs)
    ]


@pytest.mark.parametrize("grey", [True, False])
def test_a_grey_workbook_has_no_colour_on_any_page(*, grey: bool) -> None:
    papers = Stationery(
        letterhead=read_letterhead(letterhead(), "head.pdf", A4),
        safe=SafeArea(top=35, bottom=12),
        everywhere=True,
        leaflets=read_leaflets([("leaflet.pdf", built("default").pdf)]),
    )
    programme = plan_programme(Preferences(grey=grey, weeks=1))
    made = render(programme, read_template("log"), stationery=papers)
    assert made.notes == ()
    assert breaches(made.pdf) == []
    assert bool(coloured_pages(made.pdf)) is not grey
