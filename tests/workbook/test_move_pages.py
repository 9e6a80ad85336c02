"""What a move's pages print is what the programme says."""

import re

import pytest

from hipplan.checking.lines import TIMES, TextLine, lines_of, paragraphs_of, text_of
from hipplan.checking.seen import PageSeen
from hipplan.plan.catalogue import MAIN_MOVES
from hipplan.plan.programme import Prescription
from hipplan.plan.quantities import cautions, levels_used, moves_in
from hipplan.plan.weeks import dose_in_week
from hipplan.words import say
from hipplan.workbook.naming import move_name
from measuring.workbooks import Built, build, built, names

Dose = tuple[int, int, int, int]


def pages_of(book: Built, move: str) -> list[PageSeen]:
    """A move's page and what it is continued on; an option is on its parent's."""
    name = move_name(move.removesuffix("-inward"))
    return [page for page in book.pages if paragraphs_of(page)[0].text in (name, f"{name}, continued")]


def dose_tables(pages: list[PageSeen]) -> list[dict[int, Dose]]:
    """Each printed table as week -> level, sets, reps, rest."""
    tables = []
    for page in pages:
        lines = lines_of(page)
        heads = [line for line in lines if line.text == f"Sets {TIMES} reps" and line.size == 10.5]
        for head in heads:
            below = [line for line in lines if line.y > head.y and line.size == 12 and line.x > head.x - 30]
            tables.append(_table(below, head))
    return tables


def _table(lines: list[TextLine], head: TextLine) -> dict[int, Dose]:
    doses = {}
    last = head.y
    for dose in (line for line in lines if abs(line.x - head.x) < 0.1):
        if not re.fullmatch(rf"\d+ {TIMES} \d+", dose.text) or dose.y - last > 12:
            break
        last = dose.y
        week, level, _, rest = (line.text for line in sorted((n for n in lines if n.y == dose.y), key=lambda n: n.x))
        first, _, end = week.partition("-")
        sets, reps = map(int, dose.text.split(f" {TIMES} "))
        for number in range(int(first), int(end or first) + 1):
            doses[number] = (int(level), sets, reps, int(rest.removesuffix(" s")))
    return doses


def planned(book: Built, move: str) -> dict[int, Dose]:
    found: dict[int, Prescription] = {}
    for week in book.programme.weeks:
        done = dose_in_week(week, move)
        if done:
            found[week.number] = done
    return {number: (done.level, done.sets, done.reps, done.rest_s) for number, done in found.items()}


@pytest.mark.parametrize("name", names())
def test_the_dose_table_of_every_move_is_the_programme(name: str) -> None:
    book = built(name)
    for move in moves_in(book.programme):
        assert planned(book, move)
        assert planned(book, move) in dose_tables(pages_of(book, move))


@pytest.mark.parametrize("name", names())
def test_there_is_a_page_for_every_move_of_the_plan_and_for_no_other(name: str) -> None:
    book = built(name)
    used = [move for move in moves_in(book.programme) if move in MAIN_MOVES]
    assert used == [move for move in MAIN_MOVES if pages_of(book, move)]
    for move in moves_in(book.programme):
        words = " ".join(map(text_of, pages_of(book, move)))
        assert move_name(move) in words
        if move in MAIN_MOVES:
            assert say(f"moves.{move}.full_name") in words


@pytest.mark.parametrize("name", names())
def test_every_precaution_of_a_move_is_printed_on_its_page(name: str) -> None:
    book = built(name)
    for move in moves_in(book.programme):
        words = " ".join(map(text_of, pages_of(book, move)))
        for note in cautions(book.preferences, move):
            assert note in words


def test_precautions_were_there_to_be_printed() -> None:
    books = [built(name) for name in names()]
    assert sum(bool(cautions(book.preferences, move)) for book in books for move in moves_in(book.programme)) > 50


@pytest.mark.parametrize("name", ["12-weeks-letter", "16-weeks-of-6", "inward"])
def test_every_level_of_a_long_plan_is_explained_with_its_week(name: str) -> None:
    book = built(name)
    levels = 0
    for move in moves_in(book.programme):
        words = " ".join(map(text_of, pages_of(book, move)))
        for use in levels_used(book.programme, move)[1:]:
            levels += 1
            assert use.variation in words
            assert f"evel {use.level}, from week {use.first_week}" in words
    assert levels > 4


@pytest.mark.parametrize(("choices", "first"), [("default", "Right first"), ("sides", "Left first")])
def test_the_side_that_goes_first_is_said(choices: str, first: str) -> None:
    book = built(choices)
    for move in moves_in(book.programme):
        (page, *_) = pages_of(book, move)
        assert f"{first}: " in text_of(page)


@pytest.mark.parametrize("choices", [{"weeks": 5, "paper": "letter"}, {"weeks": 8, "paper": "letter"}, {"weeks": 8}])
def test_moves_of_one_level_need_no_second_page(choices: dict[str, object]) -> None:
    book = build(choices)
    assert {len(levels_used(book.programme, move)) for move in MAIN_MOVES} == {1}
    assert [len(pages_of(book, move)) for move in MAIN_MOVES] == [1] * 5
    for move in MAIN_MOVES:
        assert dose_tables(pages_of(book, move)) == [planned(book, move)]


SHORT_ENOUGH = [{"weeks": weeks, "paper": paper} for weeks in (4, 6, 8, 9) for paper in ("a4", "letter")]
NOTED = [
    {"paper": paper, "notes_for": [f"{move}:keep the chair close" for move in MAIN_MOVES]} for paper in ("a4", "letter")
]


CAREFUL = [
    {"precautions": "hip-replacement-cleared,falls-risk,osteoporosis", "weeks": 8, "paper": "letter"},
    {"precautions": "cannot-kneel,back-leg-symptoms,hamstring-tendon", "cleared": "squat-turn", "weeks": 10},
]


@pytest.mark.parametrize("preferences", [*SHORT_ENOUGH, *NOTED, *CAREFUL], ids=str)
def test_the_dose_stands_by_the_steps_and_the_care_on_the_same_page(preferences: dict[str, object]) -> None:
    book = build(preferences)
    for move in moves_in(book.programme):
        first, *continued = pages_of(book, move)
        texts = [line.text for line in lines_of(first)]
        for title in ("move.how", "move.dose", "move.careful"):
            assert say(title) in texts
        known = [page for page in (first, *continued) if say("move.works") in [line.text for line in lines_of(page)]]
        assert len(known) == 1


def test_a_short_note_from_the_physio_needs_no_second_page() -> None:
    book = build(NOTED[0])
    assert [move for move in MAIN_MOVES if len(pages_of(book, move)) > 1] == []


def test_a_dose_table_of_one_level_goes_on_without_a_list_of_levels() -> None:
    notes = [f"{move}:{'keep the chair close by ' * 6}" for move in MAIN_MOVES]
    book = build({"weeks": 8, "paper": "letter", "notes_for": notes})
    continued = [[line.text for line in lines_of(page)] for page in book.pages if "of 5, continued" in text_of(page)]
    dosed = [texts for texts in continued if "Your dose" in texts]
    assert dosed
    for texts in dosed:
        assert say("move.levels") not in texts


def test_an_easy_week_speaks_of_weights_and_bands_only_where_the_move_has_them() -> None:
    bare, loaded = build({"weeks": 5}), built("kit")
    assert "Week 4 is an easy week." in text_of(pages_of(bare, "clam")[0])
    assert "no band" not in text_of(pages_of(bare, "clam")[0])
    assert "Week 4 is an easy week: no weight, no band." in " ".join(map(text_of, pages_of(loaded, "clam")))


def test_no_line_of_a_move_ends_between_a_number_and_its_unit() -> None:
    for preferences in ({}, {"paper": "letter", "weeks": 8}, {"equipment": "dumbbell", "weeks": 8}):
        book = build(preferences)
        lines = [line.text for move in MAIN_MOVES for page in pages_of(book, move) for line in lines_of(page)]
        starts = ("second", "cm ", "kg ", "to 4 ", "minutes")
        assert [line for line in lines if line.startswith(starts)] == []
        assert any("2 seconds" in line for line in lines)
