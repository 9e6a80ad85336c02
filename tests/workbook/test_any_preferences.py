"""Whatever the preferences: a plan is refused clearly, or a workbook is built and its pages keep the measures."""

from io import BytesIO

from hypothesis import assume, given, note
from hypothesis import strategies as st
from pypdf import PdfReader

from hipplan.checking.lines import lines_of
from hipplan.checking.reading import read_pdf
from hipplan.checking.seen import PageSeen
from hipplan.errors import PlanRefusedError, PreferencesError
from hipplan.plan.preferences import Preferences
from hipplan.plan.progression import plan_programme
from hipplan.workbook.document import render
from measuring.logs import sessions_on, week_pages
from measuring.measures import MEASURES


@given(st.from_type(Preferences))
def test_a_workbook_is_built_and_measured_or_refused_in_lines(preferences: Preferences) -> None:
    note(repr({key: value for key, value in preferences.model_dump().items() if value}))
    refusal = None
    try:
        programme = plan_programme(preferences)
        workbook = render(programme)
    except (PlanRefusedError, PreferencesError) as error:
        refusal = error
    if refusal:
        assert refusal.problems
        assert all(problem.strip() and "\n" not in problem for problem in refusal.problems)
    assume(refusal is None)
    pages = read_pdf(workbook.pdf, inside_drawings=False)
    assert len(pages) == workbook.pages > 8
    assert faults(pages) == []
    for number, page in enumerate(pages, start=1):
        foot = [line.text for line in lines_of(page)[-2:]]
        assert foot[0].startswith(f"Plan {programme.id}, version")
        assert foot[1] == f"Page {number} of {len(pages)}"
    for week in programme.weeks:
        rows = [row for page in week_pages(pages, week.number) for rows in sessions_on(page).values() for row in rows]
        planned = [done for session in week.sessions for done in session.prescriptions]
        assert [(row.sets, row.reps, row.rest) for row in rows] == [
            (done.sets, done.reps, f"rest {done.rest_s} s") for done in planned
        ]
    # with pypdf, as pdfium takes a hyphen at the end of a line for a word that goes on
    read_again = PdfReader(BytesIO(workbook.pdf)).pages
    printed = "".join("".join(page.extract_text() for page in read_again).split())
    for field in ("name", "id", "clinician", "clinic", "phone", "emergency", "notes"):
        given_text = getattr(preferences, field) or ""
        assert all("".join(part.split()) in printed for part in given_text.split("\n")), field
    for own in (*preferences.goals, *(line.partition(": ")[2] for line in preferences.notes_for)):
        assert "".join(own.split()) in printed, own


def faults(pages: tuple[PageSeen, ...]) -> list[tuple[int, str, str]]:
    """Page, measure and what is wrong."""
    return [
        (page.number, name, fault) for page in pages for name, measure in MEASURES.items() for fault in measure(page)
    ]
