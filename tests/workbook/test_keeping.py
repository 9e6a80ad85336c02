"""Pages that are kept: taken again where all they looked at is the same, never where anything of it is not."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipplan.errors import PlanRefusedError
from hipplan.plan.gate import gate
from hipplan.plan.preferences import Preferences, parse_preferences
from hipplan.plan.progression import plan_programme
from hipplan.plan.quantities import cautions, dose_rows
from hipplan.workbook import keeping
from hipplan.workbook.document import draft_of, render
from hipplan.workbook.edition import Page
from hipplan.workbook.keeping import Keeper, forget_pages
from hipplan.workbook.looking import Look
from hipplan.workbook.template import read_template


@contextmanager
def drawn_pages(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Keys of the pages that are drawn and not taken from before."""
    found: list[str] = []
    true = keeping.KeptPages.draw

    def draw(self: keeping.KeptPages, page: Page, *others: object) -> None:
        found.append(page.key)
        true(self, page, *others)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(keeping.KeptPages, "draw", draw)
        yield found


def made(choices: Mapping[str, object], template: str = "workbook") -> bytes:
    return render(plan_programme(parse_preferences(choices)), read_template(template)).pdf


PATIENTS: tuple[Mapping[str, object], ...] = (
    {},
    {"name": "Ana Example", "id": "A-1"},
    {"name": "Zoë Nguyễn", "start": "2026-12-07", "days": "mon,wed,fri"},
    {"name": "Zoë Nguyễn", "start": "2026-12-14", "days": "mon,wed,fri"},
    {"hip": "left", "goals": ["Climb the stairs"]},
    {"log_detail": "sides"},
    {"pain_ok": 1, "pain_stop": 2},
    {"phone": "01632 960 123", "clinic": "Northfield"},
    {"equipment": "mini-band", "level": "intermediate"},
    {"precautions": "hip-osteoarthritis"},
    {"paper": "letter", "grey": True},
    {"duplex": True},
    {"hand": "left", "spare_weeks": 2},
    {"text_size": "large", "name": "Ana"},
    {"notes": "Go slowly.", "notes_for": {"clam": "Keep the pillow."}},
)


@pytest.mark.parametrize("template", ["workbook", "handout", "fridge", "log"])
def test_a_workbook_made_after_others_is_the_same_as_one_made_alone(template: str) -> None:
    after_others = [made(choices, template) for choices in (*PATIENTS, *reversed(PATIENTS))]
    for place, choices in enumerate((*PATIENTS, *reversed(PATIENTS))):
        forget_pages()
        assert made(choices, template) == after_others[place], choices


@given(st.lists(st.from_type(Preferences), min_size=2, max_size=3))
@settings(max_examples=12, deadline=None)
def test_any_workbook_made_after_any_others_is_the_same_as_one_made_alone(several: list[Preferences]) -> None:
    forget_pages()
    programmes = []
    for preferences in several:
        try:
            programmes.append(plan_programme(preferences))
        except PlanRefusedError:
            continue
    after_others = [render(programme).pdf for programme in programmes]
    for programme, pdf in zip(programmes, after_others, strict=True):
        forget_pages()
        assert render(programme).pdf == pdf


def test_only_pages_that_show_something_of_a_person_are_drawn_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    people: Mapping[str, object] = {"name": "Ana", "id": "A-1", "start": "2026-12-07", "notes": "Slowly.", "weeks": 4}
    made(people)
    with drawn_pages(monkeypatch) as drawn:
        made({**people, "name": "Bo", "id": "B-2", "start": "2026-12-14", "notes": "As it goes."})
    assert drawn == ["cover", "notes"]
    with drawn_pages(monkeypatch) as drawn:
        made({**people, "pain_stop": 4})
    assert {"before", "week-1", "move-clam"} <= set(drawn)
    assert "cover" not in drawn


def test_a_page_with_a_letter_of_its_own_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    made({"name": "Zoë"})
    with drawn_pages(monkeypatch) as drawn:
        made({"name": "Zoë"})
    assert drawn == ["cover"]


def test_what_was_used_last_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "_pages", Keeper(20))
    made({})
    for number in range(8):
        made({"name": f"Patient {number}"})
    with drawn_pages(monkeypatch) as drawn:
        made({"name": "Another"})
    assert drawn == ["cover"]
    assert len(keeping._pages._kept) == 20


def test_a_look_notes_what_is_read_and_dates_apart_from_weeks() -> None:
    programme = plan_programme(parse_preferences({"start": "2026-12-07"}))
    look = Look(draft_of(programme))
    seen = look.through(draft_of(programme)).programme
    with look.noting() as first:
        assert seen.preferences.pain_stop == programme.preferences.pain_stop
        assert seen.weeks[1].sessions[0].minutes == programme.weeks[1].sessions[0].minutes
    assert first == {("preferences", "pain_stop"), ("programme", "weeks"), ("week", 2)}
    with look.noting() as second:
        assert seen.weeks[0].sessions[0].date == programme.weeks[0].sessions[0].date
    assert second == {("programme", "weeks"), ("week", 1), ("programme", "dates")}
    with look.noting() as third:
        assert seen.weeks[3].kind == "load"
    assert third == {("programme", "weeks"), ("head", 4)}
    later = Look(draft_of(plan_programme(parse_preferences({"start": "2026-12-14"}))))
    assert look.value(("week", 2)) == later.value(("week", 2)) != later.value(("week", 1))
    assert look.value(("programme", "dates")) != later.value(("programme", "dates"))


def test_a_look_notes_questions_by_their_answers() -> None:
    programme = plan_programme(parse_preferences({"weeks": 9, "level": "intermediate"}))
    look = Look(draft_of(programme))
    seen = look.through(draft_of(programme)).programme
    with look.noting() as noted:
        assert dose_rows(seen, "clam") == dose_rows(programme, "clam")
        assert gate(seen, seen.weeks[8]) == gate(programme, programme.weeks[8])
        assert cautions(seen.preferences, "clam") == ()
    asked = {(kind, function.__name__, args) for kind, (function, args) in noted - {("programme", "weeks")}}  # type: ignore[misc]
    assert asked == {("asked", "dose_rows", ("clam",)), ("asked", "gate", (9,)), ("chosen", "cautions", ("clam",))}
    shorter = Look(draft_of(plan_programme(parse_preferences({}))))
    values = {name: shorter.value(name) for name in noted}
    assert "no answer" in values.values()  # there is no ninth week
    assert all(look.value(name) != value for name, value in values.items() if value == "no answer")


def test_reasons_are_not_seen_as_no_page_prints_them() -> None:
    programme = plan_programme(parse_preferences({}))
    seen = Look(draft_of(programme)).through(draft_of(programme)).programme
    assert programme.weeks[0].sessions[0].prescriptions[0].reasons
    assert seen.weeks[0].sessions[0].prescriptions[0].reasons == ()
