"""Every workbook conforms to PDF/UA-1 and PDF/A-2a, reads aloud as its programme says; planted faults are caught."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.pdfbase.pdfdoc import PDFDocument

from hipplan.errors import PlanRefusedError, PreferencesError
from hipplan.pdf import elements, tags, whole
from hipplan.pdf.about import About
from hipplan.pdf.pressing import Pressed
from hipplan.pdf.sheet import Sheet
from hipplan.plan.preferences import Preferences
from hipplan.plan.progression import plan_programme
from hipplan.workbook.document import render
from measuring.accessible import breaches, faults
from measuring.structure import read_structure
from measuring.workbooks import built, names


@pytest.mark.parametrize("name", names())
def test_every_workbook_conforms_to_pdf_ua_1_and_pdf_a_2a(name: str) -> None:
    assert breaches(built(name).pdf) == []


@pytest.mark.parametrize("name", names())
def test_every_workbook_reads_aloud_what_its_programme_says(name: str) -> None:
    book = built(name)
    assert faults(book.pdf, book.programme) == []


def test_the_reading_order_of_a_week_is_that_of_a_reader() -> None:
    page = next(page for page in read_structure(built("default").pdf) if "Week 2 of 4" in page.roles("H1")[0].words)
    heard = " | ".join(element.text or element.alt for element in page.walk() if element.text or element.alt)
    landmarks = ["Week 2 of 4", "Aim:", "Session 1 ", "Set 1", "Squat and turn", "Clam", "Worst pain"]
    landmarks += ["write your worst pain", "Effort", "write your effort", "Session 2 ", "Session 3 ", "After session 3"]
    landmarks += ["Move on", "Repeat week", "Step back", "Stop the set"]
    place = -1
    for landmark in landmarks:
        place = heard.find(landmark, place + 1)
        assert place >= 0, f"{landmark!r} is not heard after what comes before it"


@pytest.mark.parametrize(("name", "written"), [("default", "6"), ("simple", "2 \N{MULTIPLICATION SIGN} 6")])
def test_the_example_says_in_words_what_is_written_by_hand(name: str, written: str) -> None:
    before = read_structure(built(name).pdf)[1]
    (example,) = [figure for figure in before.roles("Figure") if figure.alt.startswith("Filled in by hand")]
    assert f"says {written}." in example.alt
    assert example.text.startswith(written)


def test_words_on_the_cover_lead_to_the_pages_of_the_moves() -> None:
    (cover, *pages) = read_structure(built("default").pdf)
    links = [link.alt for link in cover.roles("Link")]
    titles = {page.number: page.roles("H1")[0].words for page in pages}
    assert links == [f"{titles[number]}, page {number}" for number in range(5, 10)]
    reader = PdfReader(BytesIO(built("default").pdf))
    goals = [note["/Dest"][0] for note in (reference.get_object() for reference in reader.pages[0]["/Annots"])]
    assert [reader.get_page_number(goal.get_object()) + 1 for goal in goals] == list(range(5, 10))


Fault = Callable[[pytest.MonkeyPatch], None]


def text_as_artifact(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(tags, "LEAVES", tags.LEAVES - {"LBody"})


def figure_without_alt(patch: pytest.MonkeyPatch) -> None:
    unattributed(patch, "Figure")


def unattributed(patch: pytest.MonkeyPatch, role: str) -> None:
    true = elements.attributes_of

    def attributes(node: tags.Node, bounds: str) -> str:
        return (bounds and f"/A<</O/Layout/BBox[{bounds}]>>") if node.role == role else true(node, bounds)

    patch.setattr(elements, "attributes_of", attributes)


def renamed(patch: pytest.MonkeyPatch, role: str, other: str) -> None:
    true = elements.element_text

    def text(node: tags.Node, *rest: Any) -> str:  # noqa: ANN401  as they come
        return true(replace(node, role=other) if node.role == role else node, *rest)  # type: ignore[arg-type]

    patch.setattr(elements, "element_text", text)


def heading_as_paragraph(patch: pytest.MonkeyPatch) -> None:
    renamed(patch, "H1", "P")


def header_as_data(patch: pytest.MonkeyPatch) -> None:
    renamed(patch, "TH", "TD")


def skipped_level(patch: pytest.MonkeyPatch) -> None:
    renamed(patch, "H2", "H3")


def swapped_order(patch: pytest.MonkeyPatch) -> None:
    true = elements.grouped
    patch.setattr(elements, "grouped", lambda node: list(reversed(true(node))))


def missing_parents(patch: pytest.MonkeyPatch) -> None:
    true = whole.rows_of

    def rows(pages: Iterable[Pressed]) -> Iterator[tuple[int, str]]:
        _, *others = true(pages)
        yield from others

    patch.setattr(whole, "rows_of", rows)


def missing_language(patch: pytest.MonkeyPatch) -> None:
    true = whole.archive

    def archive(document: PDFDocument, about: About, **declared: bool) -> None:
        true(document, about, **declared)
        document.Catalog.Lang = None

    patch.setattr(whole, "archive", archive)


def box_without_words(patch: pytest.MonkeyPatch) -> None:
    unattributed(patch, "TD")


def cell_left_out(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Sheet, "empty_cells", lambda _sheet, _count=1: None)


FAULTS: tuple[Fault, ...] = (
    text_as_artifact,
    figure_without_alt,
    heading_as_paragraph,
    header_as_data,
    swapped_order,
    missing_parents,
    missing_language,
    skipped_level,
    box_without_words,
    cell_left_out,
)


@pytest.mark.parametrize("plant", FAULTS, ids=lambda fault: fault.__name__)
def test_planted_faults_are_caught(plant: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    programme = plan_programme(Preferences())
    plant(monkeypatch)
    pdf = render(programme).pdf
    assert breaches(pdf) + faults(pdf, programme)


@given(st.from_type(Preferences))
@settings(max_examples=25)
def test_any_preferences_give_a_conforming_workbook(preferences: Preferences) -> None:
    try:
        programme = plan_programme(preferences)
        pdf = render(programme).pdf
    except (PlanRefusedError, PreferencesError):
        reject()
    assert breaches(pdf) + faults(pdf, programme) == []
