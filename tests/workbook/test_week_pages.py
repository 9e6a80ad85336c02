"""What a week's pages print is what the programme says."""

import json
import re
from collections.abc import Callable

import pytest

from hipplan.checking.lines import TIMES, lines_of, text_of
from hipplan.pdf.book import About, Book
from hipplan.pdf.box import Box
from hipplan.plan.edit import programme_json, read_programme
from hipplan.plan.preferences import Preferences
from hipplan.plan.programme import Prescription
from hipplan.plan.progression import plan_programme
from hipplan.plan.quantities import gate, level_line, spare_after
from hipplan.workbook.edition import Edition
from hipplan.workbook.log_table import draw_row
from hipplan.workbook.naming import effort_range, move_name, short_date
from hipplan.workbook.theme import PAPERS
from measuring.large_workbooks import built_large
from measuring.logs import LogRow, sessions_on, week_pages
from measuring.workbooks import Built, built

NAMES = (
    "default",
    "16-weeks-of-6",
    "12-weeks-letter",
    "6-sessions",
    "sides",
    "sides-letter",
    "simple",
    "inward",
    "two-moves",
    "dates",
    "pain-0-1",
    "pain-4-5-letter",
    "only-falls-risk",
)


ABOUT = About(title="", author="", subject="", keywords="", language="en-GB", producer="")


def expected(book: Built, done: Prescription) -> LogRow:
    targets = {
        "sets": (str(done.reps),) * done.sets,
        "sides": tuple(f"{side} {done.reps}" for side in _letters(book)) * done.sets,
        "simple": (f"{done.sets} {TIMES} {done.reps}",),
    }[book.preferences.log_detail]
    name = move_name(done.move)
    return LogRow(name, level_line(done), done.sets, done.reps, f"rest {done.rest_s} s", targets)


def _letters(book: Built) -> tuple[str, str]:
    return ("L", "R") if (book.preferences.first_side or book.preferences.hip) == "left" else ("R", "L")


@pytest.mark.parametrize("name", NAMES)
def test_every_session_prints_the_moves_doses_and_targets_of_the_programme(name: str) -> None:
    book = built(name)
    for week in book.programme.weeks:
        printed = {bar: rows for page in week_pages(book.pages, week.number) for bar, rows in sessions_on(page).items()}
        bars = [
            f"Session {session.number}" + (f": {session.split}" if session.split else "") for session in week.sessions
        ]
        assert list(printed) == bars
        for bar, session in zip(bars, week.sessions, strict=True):
            assert printed[bar] == tuple(expected(book, done) for done in session.prescriptions)


@pytest.mark.parametrize("name", NAMES)
def test_every_week_prints_its_aim_its_effort_and_the_limits_of_its_gate(name: str) -> None:
    book = built(name)
    preferences = book.preferences
    care = preferences.pain_ok + 1
    zones = (
        f"0 to {preferences.pain_ok}" if preferences.pain_ok else "0",
        f"{care} to {preferences.pain_stop}" if care < preferences.pain_stop else str(care),
    )
    for week in book.programme.weeks:
        pages = week_pages(book.pages, week.number)
        limits = gate(book.programme, week)
        assert all(
            f"Aim: {week.aim}. Effort {effort_range(max(s.effort for s in week.sessions))}" in text_of(p) for p in pages
        )
        gates = [page for page in pages if "what next?" in text_of(page)]
        assert gates == [pages[-1]]
        printed = [line.text for line in lines_of(gates[0]) if line.size == 11]
        for words in (
            f"Effort {limits.effort_limit} or less",
            f"or effort {limits.effort_limit + 1} or more",
            f"Pain {zones[0]}, fine by morning",
            f"Pain {zones[1]}, fine by morning",
            f"Pain above {preferences.pain_stop}",
            "or I missed a session" if limits.missed == 1 else "or I missed two sessions",
        ):
            assert words in printed
        if limits.next_week:
            assert f"to week {limits.next_week}" in text_of(gates[0])


@pytest.mark.parametrize("name", NAMES)
def test_tests_are_asked_for_in_the_weeks_that_have_them(name: str) -> None:
    book = built(name)
    asked = [week.number for week in book.programme.weeks if "ests" in _head(book, week.number)]
    assert asked
    assert asked == [week.number for week in book.programme.weeks if week.test]


def _head(book: Built, week: int) -> str:
    return " ".join(line.text for line in lines_of(week_pages(book.pages, week)[0]) if line.y < 23)


@pytest.mark.parametrize("name", ["default", "16-weeks", "12-weeks-letter", "one-session", "6-sessions"])
def test_a_spare_week_follows_where_the_programme_has_one(name: str) -> None:
    book = built(name)
    found, week = [], 0
    for page in book.pages:
        title = lines_of(page)[0].text
        if title.startswith("Week ") and "Session" in page.words:
            week = int(title.removeprefix("Week "))
        if title == "Repeat a week" and week not in found:
            found.append(week)
            assert not sessions_on(page) or not any(sessions_on(page).values())  # empty targets
    assert found == list(spare_after(book.programme))


@pytest.mark.parametrize("read", [built, built_large])
def test_nobody_in_the_first_block_is_sent_back_four_weeks(read: Callable[[str], Built]) -> None:
    for name, later in (("default", 0), ("12-weeks-letter", 2)):
        book = read(name)
        notes = re.findall(r"Off two weeks or more\? (Go [^.]+\.)", " ".join(map(text_of, book.pages)))
        assert notes == ["Go to week 1.", *["Go back four."] * later]
        assert len(notes) == len(spare_after(book.programme))


def test_a_plan_with_dates_prints_the_day_of_every_session() -> None:
    book = built("dates")
    for week in book.programme.weeks:
        words = " ".join(map(text_of, week_pages(book.pages, week.number)))
        assert len(week.sessions) == 3
        for session in week.sessions:
            assert session.date
            assert f"{session.day.capitalize()} {short_date(session.date)}" in words


@pytest.mark.parametrize("name", ["12-weeks-letter", "inward"])
def test_a_session_with_loads_has_a_box_for_the_weight_or_band(name: str) -> None:
    book = built(name)
    loaded = 0
    for week in book.programme.weeks:
        sessions = [session for session in week.sessions if any(done.load for done in session.prescriptions)]
        words = " ".join(map(text_of, week_pages(book.pages, week.number)))
        assert words.count("Weight or band move") == len(sessions)
        loaded += len(sessions)
    assert loaded


@pytest.mark.parametrize(("detail", "boxes"), [("sets", 5), ("sides", 5), ("simple", 1)])
def test_an_edit_to_five_sets_has_a_box_for_every_set(detail: str, boxes: int) -> None:
    edited = programme_json(plan_programme(Preferences(log_detail=detail)))
    edited["weeks"][1]["sessions"][0]["prescriptions"][0]["sets"] = 5
    programme = read_programme(json.dumps(edited), allow_outside=True)
    draft = Edition(programme=programme, paper=PAPERS["a4"], version="1")
    book = Book(draft.paper.sheet, draft.paper.area, ABOUT)
    sheet = book.page()
    row = Box(16, 100, 178, 9)
    with sheet.table("log"):
        draw_row(sheet, draft, row, programme.weeks[1].sessions[0].prescriptions[0])
    cells = [node for node in sheet.structure.children[0].children[0].children if node.box and node.role == "TD"]
    filled = [node for node in cells if "tick" in node.label]
    assert len(filled) == boxes
    assert all(node.box and node.box.width >= 12 for node in filled)
    assert max(node.box.right for node in filled if node.box) <= 194.01
