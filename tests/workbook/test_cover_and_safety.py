"""The cover, the safety page and the words from people, read back."""

import pytest

from hipplan.checking.lines import lines_of, paragraphs_of, text_of, whole_text
from hipplan.checking.seen import PageSeen
from hipplan.plan.quantities import effort_span, kit_used, marks_range, moves_in, session_minutes_range
from hipplan.words import say
from hipplan.workbook.naming import effort_range, move_name
from measuring.workbooks import LONG, NOTES, Built, build, built, names

RED_FLAGS = {  # content 4.1, typed again: one group of words for each line of it
    "injury": ("sudden", "fall", "injury", "stand on the leg", "shorter", "turned out"),
    "infection": ("hot", "red", "swollen joint", "fever", "feel ill"),
    "constant": ("pain all the time", "night pain", "does not ease", "weight loss", "cancer"),
    "nerves": ("numbness", "weakness", "between the legs", "bladder", "bowel"),
    "bone": ("groin pain", "walk or run", "steroids", "alcohol", "thin bones", "Stop all loading"),
    "children": ("under 18", "hip, thigh or knee pain", "limp", "turns in less", "Do not exercise", "today"),
    "chest": ("swollen, painful calf", "chest pain", "breathing", "fainting"),
}
EMERGENCY = ("injury", "infection", "nerves", "chest")


def span(low_high: tuple[int, int]) -> str:
    low, high = low_high
    return str(low) if low == high else f"{low} to {high}"


@pytest.mark.parametrize("name", names())
def test_the_cover_prints_minutes_and_marks(name: str) -> None:
    book = built(name)
    figures = [line.text for line in lines_of(book.pages[0]) if line.size == 18]
    assert figures == [span(session_minutes_range(book.programme)), span(marks_range(book.programme))]


@pytest.mark.parametrize("name", names())
def test_the_cover_sends_the_reader_to_the_right_pages(name: str) -> None:
    book = built(name)
    cover = text_of(book.pages[0])
    titles = {lines_of(page)[0].text: page.number for page in reversed(book.pages)}
    tests = "Start and finish tests" if "Start and finish tests" in titles else "Start tests"
    assert f"Read page {titles['Before you start']} " in cover
    assert f"Do the tests page {titles[tests]} " in cover
    assert f"Open week 1 page {titles['Week 1']} " in cover
    cards = [p.text for p in paragraphs_of(book.pages[0])]
    for move in moves_in(book.programme):
        if not move.endswith("-inward"):
            place = cards.index(move_name(move))
            assert cards[place + 1].split(",")[0] == f"page {titles[move_name(move)]}"


@pytest.mark.parametrize("name", names())
def test_what_is_left_out_is_said_with_the_reason(name: str) -> None:
    book = built(name)
    early = " ".join(" ".join(p.text for p in paragraphs_of(page)) for page in book.pages[:2])
    for left in book.programme.left_out:
        assert f"{move_name(left.move)}: {left.because}" in early


def test_something_was_left_out_somewhere() -> None:
    assert sum(len(built(name).programme.left_out) for name in names()) > 30


@pytest.mark.parametrize("name", names())
def test_every_note_of_the_plan_is_printed(name: str) -> None:
    book = built(name)
    early = " ".join(" ".join(p.text for p in paragraphs_of(page)) for page in book.pages[:2])
    assert [note for note in book.programme.notes if note not in early] == []


def test_most_plans_have_notes_to_print() -> None:
    assert sum(bool(built(name).programme.notes) for name in names()) > 0.9 * len(names())


def test_the_kit_to_have_at_hand_is_what_the_plan_uses() -> None:
    book = built("kit")
    used = kit_used(book.programme)
    assert used
    have = text_of(book.pages[0]).partition("Have at hand")[2]
    assert all(say(f"kit.{kit}") in have for kit in used)
    assert "loop band" not in text_of(built("default").pages[0])


@pytest.mark.parametrize("name", names())
def test_the_stop_signs_are_complete_and_come_before_any_exercise(name: str) -> None:
    book = built(name)
    titles = [lines_of(page)[0].text for page in book.pages]
    signs = titles.index("Before you start")
    assert signs < min(number for number, page in enumerate(book.pages) if "How to do it" in text_of(page))
    words = text_of(book.pages[signs])
    assert len(RED_FLAGS) == 7
    assert [word for group in RED_FLAGS.values() for word in group if word not in words] == []


def test_a_sign_for_the_emergency_department_is_under_that_heading() -> None:
    page = built("default").pages[1]
    left = [p for p in paragraphs_of(page) if p.lines[0].x < 105 and p.lines[0].y < 130]
    words = " ".join(p.text for p in left)
    assert words.index("emergency department") < words.index("sudden")
    assert [word for group in EMERGENCY for word in RED_FLAGS[group] if word not in words] == []
    assert "steroids" not in words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("default", "Call your emergency number or go to the emergency department"),
        ("dates", "Call 112 or go to the emergency department"),
        ("long-texts", "Call 112 or 999 or 0118 999 881 999 or go to the emergency department"),
    ],
)
def test_the_emergency_number_is_the_one_given(name: str, words: str) -> None:
    assert words in " ".join(p.text for p in paragraphs_of(safety(built(name))))


def safety(book: Built) -> PageSeen:
    return next(page for page in book.pages if lines_of(page)[0].text == "Before you start")


@pytest.mark.parametrize("name", ["default", "pain-0-1", "pain-4-5-letter", "12-weeks-letter", "one-session"])
def test_the_safety_page_prints_the_effort_of_this_plan(name: str) -> None:
    book = built(name)
    words = text_of(safety(book))
    first, last = effort_span(book.programme)
    assert f"Aim for {effort_range(first)}" in words
    assert first == last or f"{effort_range(last)} by week {len(book.programme.weeks)}" in words


@pytest.mark.parametrize("name", ["dates", "12-weeks-letter", "6-sessions", "simple", "long-texts"])
def test_every_strip_has_the_phone_and_the_pain_limit(name: str) -> None:
    book = built(name)
    strips = [page for page in book.pages if "groin pain, " in text_of(page) and "dizz" in text_of(page)]
    needed = [page for page in book.pages if "How to do it" in text_of(page) or "Session 1" in text_of(page)]
    assert len(strips) >= len(needed) > 8
    for page in strips:
        assert book.preferences.phone
        assert book.preferences.phone in text_of(page) or "Number on page 1" in text_of(page)
        assert f"pain above {book.preferences.pain_stop}" in text_of(page)
    assert {page.number for page in needed} <= {page.number for page in strips}


def test_the_people_are_on_the_cover() -> None:
    book = built("long-texts")
    words = " ".join(p.text for p in paragraphs_of(book.pages[0]))
    assert words.count(LONG) == 3
    given = (book.preferences.id, book.preferences.phone, "Next visit: 28 Dec 2026", "For both hips")
    unbroken = words.replace(" ", "")  # a number longer than its line is broken
    assert [text for text in given if str(text).replace(" ", "") not in unbroken] == []


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_card_of_a_cover_with_goals_has_its_picture(paper: str) -> None:
    goals = ("Walk the dog round the whole park.", "Climb the stairs at work with a bag in each hand.", "Sleep well.")
    given = {"name": "Ana Example", "id": "A-1", "hip": "left", "review": "2026-12-28", "goals": goals}
    book = build({**given, "paper": paper, "clinic": "Clinic", "phone": "555 0100"})
    cards = [drawing.outline for drawing in book.pages[0].drawings if not drawing.in_drawing]
    assert len(cards) == len(moves_in(book.programme)) == 5
    assert min(max(card.bottom - card.top, card.right - card.left) for card in cards) > 9


def test_notes_are_printed_in_full() -> None:
    book = built("long-texts")
    assert len(NOTES) > 550
    assert NOTES in " ".join(p.text for p in paragraphs_of(book.pages[1]))
    unbroken = text_of(built("long-words-letter").pages[1]).replace(" ", "")
    assert "W" * 600 in unbroken


def test_lines_of_notes_stay_lines() -> None:
    book = build({"notes": "First the left.\n\nThen <i>the right</i>."})
    lines = [line.text for line in lines_of(book.pages[1])]
    assert lines.index("Then <i>the right</i>.") == lines.index("First the left.") + 1


@pytest.mark.parametrize(
    "name", ["<b>Ana</b>", "{name}", "**x**", "a & b &amp; c", "%s {0} {}", r"back\slash (x", "Łukasz Žižek"]
)
def test_what_people_wrote_is_printed_as_it_is(name: str) -> None:
    book = build(
        {"name": name, "clinic": name, "clinician": name, "notes": name, "id": name, "weeks": 1, "sessions": 1}
    )
    cover = [line.text for line in lines_of(book.pages[0])]
    assert cover.count(name) == 3
    assert f"Number {name}" in cover
    assert name in [line.text for line in lines_of(book.pages[1])]
    assert whole_text(book.pages).count(f"Hip rotation workbook, for {name}") == len(book.pages)


@pytest.mark.parametrize("name", ["16-weeks", "12-weeks-letter", "dates-of-8-weeks"])
def test_tests_on_two_pages_share_them_evenly(name: str) -> None:
    pages = [page for page in built(name).pages if lines_of(page)[0].text == say("tests.title")]
    titles = {say(f"tests.{key}") for key in ("turn", "stand", "chair", "activities")}
    counts = [sum(line.text.endswith(tuple(titles)) and line.size == 15 for line in lines_of(page)) for page in pages]
    assert counts == [2, 2]


@pytest.mark.parametrize("name", ["12-weeks-letter", "16-weeks", "letter", "grey-duplex-letter"])
def test_no_line_to_write_on_doubles_the_rule_over_the_footer(name: str) -> None:
    pages = built(name).pages
    assert len(pages) > 10
    for page in pages:
        rules = sorted((shape.ink.top for shape in page.shapes if shape.ink.right - shape.ink.left > 170), reverse=True)
        assert [top for top in rules[1:] if abs(top - rules[0]) < 2.5] == [], page.number


def test_the_charts_of_four_weeks_are_one_page_on_both_papers() -> None:
    for name in ("default", "letter"):
        assert sum(lines_of(page)[0].text == say("progress.title") for page in built(name).pages) == 1


@pytest.mark.parametrize("name", ["6-sessions", "12-weeks-letter", "default", "letter"])
def test_the_staircase_names_each_week_once_and_gives_the_effort_of_all_or_of_none(name: str) -> None:
    book = built(name)
    texts = [line.text for line in lines_of(book.pages[0])]
    weeks = [week.number for week in book.programme.weeks]
    named = [texts.count(say("cover.week", week=number)) for number in weeks]
    assert named == [0 if len(weeks) > 4 else 1] * len(weeks)
    assert len(weeks) <= 4 or {str(number) for number in weeks} <= set(texts)
    assert texts.count(say("cover.effort")) in (0, len(weeks))


@pytest.mark.parametrize(("weeks", "start"), [(4, "A 4-week"), (8, "An 8-week"), (11, "An 11-week")])
def test_the_cover_says_an_before_a_vowel(weeks: int, start: str) -> None:
    assert any(line.text.startswith(start) for line in lines_of(build({"weeks": weeks}).pages[0]))


def test_the_cards_of_the_cover_number_every_move_of_the_plan() -> None:
    book = build({"inward": True})
    badges = [line.text for line in lines_of(book.pages[0]) if line.size == 12 and line.text.replace(" ", "").isdigit()]
    assert "".join(badges).replace(" ", "") == "1234567"


@pytest.mark.parametrize(("sessions", "printed"), [(1, False), (2, True)])
@pytest.mark.parametrize("size", ["standard", "large"])
def test_a_day_of_rest_between_needs_two_sessions(sessions: int, size: str, *, printed: bool) -> None:
    book = build({"sessions": sessions, "weeks": 1, "text_size": size})
    assert (say("cover.rest_day") in text_of(book.pages[0])) == printed
