"""Leaflets behind a workbook for a duplex printer open on the right; an address without room is said."""

from collections.abc import Mapping
from io import BytesIO

import pytest
from pypdf import PdfReader

from hipplan.pdf.leaflets import read_leaflets
from hipplan.plan.preferences import parse_preferences
from hipplan.plan.progression import plan_programme
from hipplan.workbook.clinic import Clinic
from hipplan.workbook.document import Workbook, render
from hipplan.workbook.face import Face
from hipplan.workbook.stationery import Stationery
from hipplan.workbook.template import read_template
from measuring.accessible import breaches
from measuring.foreign import leaflet

ADDRESS = "1 Mill Lane\nRiverton\nNorthshire\nAB1 2CD"
LONG = "Bartholomew-Maximilian von Habsburg-Lothringen of Great Yarmouth and Little Wick"


def with_leaflets(choices: Mapping[str, object], template: str) -> Workbook:
    leaflets = read_leaflets([(f"{n}.pdf", leaflet(f"Leaflet {n}", pages=n)) for n in (1, 2, 3)])
    programme = plan_programme(parse_preferences({"weeks": 2, **choices}))
    return render(programme, read_template(template), stationery=Stationery(leaflets=leaflets))


@pytest.mark.parametrize("template", ["workbook", "log", "fridge"])
@pytest.mark.parametrize("choices", [{}, {"text_size": "large", "paper": "letter"}])
def test_for_duplex_every_leaflet_opens_on_the_right(template: str, choices: Mapping[str, object]) -> None:
    made = with_leaflets({**choices, "duplex": True}, template)
    texts = [page.extract_text() for page in PdfReader(BytesIO(made.pdf)).pages]
    places = {n: texts.index(next(t for t in texts if f"Leaflet {n} 1" in t)) for n in (1, 2, 3)}
    assert [place % 2 for place in places.values()] == [0, 0, 0]
    for n, place in places.items():  # a leaflet follows what is before it, but for a side for notes
        before = texts[place - 1]
        assert "For your notes" in before or f"Leaflet {n - 1}" in before or n == 1
    assert "For your notes" in texts[places[2] - 1]  # after a leaflet of one page
    assert made.pages == len(texts)
    assert breaches(made.pdf) == []


def test_without_duplex_nothing_stands_between_leaflets() -> None:
    made = with_leaflets({}, "log")
    texts = [page.extract_text() for page in PdfReader(BytesIO(made.pdf)).pages]
    assert ["Leaflet" in text for text in texts][-6:] == [True] * 6
    assert not any("For your notes" in text for text in texts)


def test_a_side_for_notes_before_leaflets_is_counted_in_the_footers() -> None:
    made = with_leaflets({"duplex": True}, "fridge")
    first, second, *_ = [page.extract_text() for page in PdfReader(BytesIO(made.pdf)).pages]
    assert "of 2" in first
    assert "Page 2 of 2" in second


@pytest.mark.parametrize(
    ("choices", "template", "said"),
    [
        ({"clinic": LONG, "clinician": LONG, "phone": "0" * 30, "paper": "letter"}, "workbook", True),
        ({"clinic": LONG, "clinician": LONG, "phone": "0" * 30, "text_size": "large"}, "workbook", False),
        ({"clinic": LONG, "clinician": LONG, "phone": "0" * 30, "paper": "letter"}, "log", False),
        ({}, "workbook", False),
    ],
)
def test_an_address_that_is_left_off_is_said(choices: Mapping[str, object], template: str, *, said: bool) -> None:
    face = Face(Clinic(name="Riverside Physio", address=ADDRESS))
    programme = plan_programme(parse_preferences({"review": "2026-12-28", "precautions": "falls-risk", **choices}))
    made = render(programme, read_template(template), face=face, stationery=Stationery(origin="clinic.toml"))
    cover = " ".join(PdfReader(BytesIO(made.pdf)).pages[0].extract_text().split())
    assert ("Northshire" in cover) is (not said and template == "workbook")
    note = "clinic.toml: address: the cover has no room for it beside the names; shorten it, or put it on a letterhead"
    assert made.notes == ((note,) if said else ())
