"""A check of a workbook with a clinic's papers measures our pages: leaflets are named and left, letterheads not ours.

The ground that a letterhead gives our words is measured all the same.
"""

import re
from collections.abc import Mapping

import pytest

from hipplan.checking.inspection import inspect
from hipplan.pdf.leaflets import read_leaflets
from hipplan.pdf.letterhead import read_letterhead
from hipplan.plan.preferences import parse_preferences
from hipplan.plan.progression import plan_programme
from hipplan.workbook.clinic import SafeArea
from hipplan.workbook.document import render
from hipplan.workbook.stationery import Stationery
from hipplan.workbook.template import read_template
from measuring.foreign import A4, colourful, leaflet, letterhead, one_page, stream

DARK = one_page(stream(b"0.2 0 0.3 rg 0 0 600 850 re f", b""))


def checked(choices: Mapping[str, object], head: bytes, behind: bytes, *, everywhere: bool = True) -> dict[str, str]:
    papers = Stationery(
        letterhead=read_letterhead(head, "head.pdf", A4),
        safe=SafeArea(top=30, bottom=12),
        everywhere=everywhere,
        leaflets=read_leaflets([("a.pdf", behind)]),
    )
    programme = plan_programme(parse_preferences({"weeks": 1, "sessions": 1, **choices}))
    made = render(programme, read_template("log"), stationery=papers)
    return {row.key: f"{row.result}: {row.found}" for row in inspect(made.pdf).rows}


@pytest.mark.parametrize("everywhere", [True, False])
@pytest.mark.parametrize("choices", [{}, {"grey": True}, {"text_size": "large"}, {"text_size": "large", "grey": True}])
def test_nothing_fails_for_good_papers(choices: Mapping[str, object], *, everywhere: bool) -> None:
    found = checked(choices, letterhead(), leaflet(), everywhere=everywhere)
    assert {key: said for key, said in found.items() if not said.startswith("ok: ")} == {}
    assert "none" not in found["write-in"]
    assert found["pages"].endswith("the last 2 a clinic's leaflets, not measured")
    assert re.fullmatch(r"ok: right on (\d+) of \1 pages", found["footers"])


@pytest.mark.parametrize("grey", [True, False])
def test_words_on_a_dark_letterhead_fail(*, grey: bool) -> None:
    assert checked({"grey": grey}, DARK, leaflet())["contrast"].startswith("fails: ")


def test_what_an_odd_leaflet_looks_like_is_not_measured() -> None:
    found = checked({}, letterhead(), colourful())
    assert {key for key, said in found.items() if not said.startswith("ok: ")} == {"pdfua-1", "pdfa-2a"}
