"""A grey workbook says which papers of the clinic it cannot make grey."""

import pytest

from hipplan.pdf.leaflets import read_leaflets
from hipplan.plan.preferences import Preferences
from hipplan.plan.progression import plan_programme
from hipplan.workbook.document import render
from hipplan.workbook.stationery import Stationery
from measuring.workbooks import built


@pytest.mark.parametrize(("grey", "said"), [(True, 1), (False, 0)])
def test_a_grey_workbook_says_that_a_leaflet_keeps_its_colours(grey: bool, said: int) -> None:  # noqa: FBT001 - a case
    leaflets = read_leaflets([("leaflet.pdf", built("default").pdf)])
    made = render(plan_programme(Preferences(grey=grey)), stationery=Stationery(leaflets=leaflets))
    assert [note.startswith("grey: the colours of the leaflets stay; ") for note in made.notes] == [True] * said


def test_a_grey_workbook_without_papers_of_a_clinic_has_nothing_to_say() -> None:
    assert render(plan_programme(Preferences(grey=True))).notes == ()
