"""Names and words of people, whatever their letters: printed where they belong, read back letter by letter."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from hipplan.checking.lines import lines_of, paragraphs_of
from hipplan.checking.seen import PageSeen
from hipplan.errors import PreferencesError
from hipplan.plan.preferences import parse_preferences
from hipplan.plan.progression import plan_programme
from hipplan.workbook.document import render
from hipplan.workbook.letters import check_letters
from hipplan.workbook.template import read_template
from measuring.accessible import breaches, faults
from measuring.logs import week_pages
from measuring.measures import MEASURES
from measuring.workbooks import PEOPLE, Built, build

OTHER_LETTERS = {
    "name": "İpek Nguyễn",
    "id": "№ 17",
    "clinician": "Ḥasan al-Masri",
    "clinic": "Иванова и Παπαδόπουλος",
    "phone": "555 0100",
    "notes": "Ещё раз, медленно.\nΠάμε.",
    "goals": ["Подняться по лестнице", "Dance with İpek"],
    "notes_for": {"clam": "Медленно: keep the pillow.", "squat-turn": "**bold** {note} %s"},
    "emergency_country": "GB",
    "start": "2026-11-30",
}
LEFT_OUT = {"skip": "clam", "notes_for": {"clam": "Leave it for now.", "fire-hydrant": "Hands under shoulders."}}
LONG = {"goals": ["W" * 80] * 3, "notes_for": dict.fromkeys(("clam", "squat-turn"), "W" * 160), "notes": "a\n" * 200}


@pytest.fixture(scope="module")
def other() -> Built:
    return build(OTHER_LETTERS)


def squeezed(page: PageSeen) -> str:
    """The letters of a page without spaces, which stand for the ends of lines too."""
    return "".join("".join(piece.text for piece in page.texts).split())


def unmeasured(book: Built) -> set[str]:
    """What the measures of the page design find."""
    return {f"{name}: {fault}" for page in book.pages for name, measure in MEASURES.items() for fault in measure(page)}


def text_on(page: PageSeen) -> str:
    return " ".join(paragraph.text for paragraph in paragraphs_of(page))


def page_titled(book: Built, title: str) -> PageSeen:
    return next(page for page in book.pages if lines_of(page)[0].text.startswith(title))


def test_every_text_of_people_is_read_back_by_two_readers(other: Built) -> None:
    seen = "".join(squeezed(page) for page in other.pages)
    again = "".join("".join(page.extract_text() for page in PdfReader(BytesIO(other.pdf)).pages).split())
    preferences = other.preferences
    texts = [preferences.name, preferences.id, preferences.clinician, preferences.clinic, *preferences.goals]
    texts += [*str(preferences.notes).split("\n"), "Медленно: keep the pillow.", "**bold** {note} %s"]
    for text in texts:
        assert "".join(str(text).split()) in seen, text
        assert "".join(str(text).split()) in again, text


def test_the_file_keeps_both_standards_the_measures_and_its_titles(other: Built) -> None:
    assert breaches(other.pdf) == []
    assert faults(other.pdf, other.programme) == []
    found = {
        f"{name}: {fault}" for page in other.pages for name, measure in MEASURES.items() for fault in measure(page)
    }
    assert found == set()
    about = PdfReader(BytesIO(other.pdf)).metadata
    assert about is not None
    assert about.title == "Hip rotation workbook, for İpek Nguyễn"
    assert about.author == "Иванова и Παπαδόπουλος"


def test_the_name_is_in_every_footer(other: Built) -> None:
    assert len(other.pages) > 10
    assert all("forİpekNguyễn" in squeezed(page) for page in other.pages)


def goals_on(page: PageSeen) -> list[str]:
    return [line.text for line in lines_of(page) if line.text.startswith(("My goal:", "Goal "))]


def test_short_goals_stand_on_the_cover_and_all_of_them_on_each_week(other: Built) -> None:
    cover = text_on(other.pages[0])
    goals = ["Goal 1: Подняться по лестнице", "Goal 2: Dance with İpek"]
    assert [goal in cover for goal in goals] == [True, True]
    weeks = other.programme.weeks
    assert len(weeks) > 2
    for week in weeks:
        for page in week_pages(other.pages, week.number):
            assert goals_on(page) in ([" ".join(goals)], goals)


def test_long_goals_stand_on_the_weeks_in_turn() -> None:
    goals = [f"Goal {number}: " + "walk to the shop and back " * 2 + "again" for number in (1, 2)]
    book = build({"goals": [goal.split(": ")[1] for goal in goals], "paper": "letter", "weeks": 4})
    for week in book.programme.weeks:
        for page in week_pages(book.pages, week.number):
            assert goals_on(page) == [goals[(week.number - 1) % 2]]


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("detail", ["simple", "sets", "sides"])
@pytest.mark.parametrize("hand", ["left", "right"])
def test_a_goal_of_80_letters_has_room_on_the_fullest_page_of_every_log(paper: str, detail: str, hand: str) -> None:
    goal = "Walk to the market twice a week and carry my own shopping home without any pain."
    assert len(goal) == 80
    book = build({"goals": goal, "paper": paper, "log_detail": detail, "hand": hand, "weeks": 4})
    pages = [page for week in book.programme.weeks for page in week_pages(book.pages, week.number)]
    assert [goals_on(page) for page in pages] == [[f"My goal: {goal}"]] * 4
    assert [fault for page in pages for measure in MEASURES.values() for fault in measure(page)] == []


def test_all_goals_stand_on_a_page_with_room_a_line_each() -> None:
    goals = ["Dance", "Climb", "Kneel"]
    book = build({"goals": goals, "paper": "letter", "weeks": 1, "sessions": 2})
    page = page_titled(book, "Week 1")
    assert goals_on(page) == [f"Goal {number}: {goal}" for number, goal in enumerate(goals, start=1)]


def test_the_weeks_whose_pages_have_no_room_for_a_goal_are_said() -> None:
    choices = {"goals": "W" * 80, "paper": "letter", "weeks": 2}
    workbook = render(plan_programme(parse_preferences(choices)))
    said = "goals: too long for the pages of weeks 1 and 2, so they are only at the front; "
    assert workbook.notes == (said + "shorten one, or ask for fewer sessions",)
    (note,) = render(plan_programme(parse_preferences(choices)), read_template("handout")).notes
    assert "weeks 1 and 2, so they are not printed there; " in note  # a handout has no front
    assert render(plan_programme(parse_preferences({**choices, "sessions": 2}))).notes == ()


def test_a_note_for_a_move_stands_before_its_steps_and_is_no_warning(other: Built) -> None:
    clam = text_on(page_titled(other, "Clam"))
    assert clam.index("From your physio: Медленно: keep the pillow.") < clam.index("How to do it")
    hydrant = text_on(page_titled(other, "Fire hydrant"))
    assert "From your physio" not in hydrant
    own = text_on(page_titled(build({"notes_for": "clam: slowly", "weeks": 1}), "Clam"))
    assert "Your note: slowly" in own


def test_a_note_for_a_move_that_is_left_out_is_on_the_page_of_notes() -> None:
    book = build({**LEFT_OUT, "weeks": 1, "clinician": "Sam"})
    notes = text_on(page_titled(book, "Notes for you"))
    assert "From your physio" in notes
    assert "Clam: Leave it for now." in notes
    assert "Hands under shoulders." not in notes


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_texts_of_the_greatest_length_are_whole_and_keep_the_measures(paper: str) -> None:
    book = build({**LONG, "paper": paper, "name": "W" * 80, "skip": "clam"})
    assert unmeasured(book) == set()
    assert faults(book.pdf, book.programme) == []
    seen = "".join(squeezed(page) for page in book.pages)
    assert seen.count("W") >= 80 + 3 * 80 + 2 * 160
    assert "More notes, continued" in text_on(book.pages[2])
    assert sum(line.text == "a" for page in book.pages for line in lines_of(page)) == 200


def test_the_emergency_number_of_the_country_is_printed(other: Built) -> None:
    assert "Call 999 or 112 or go to the emergency department" in text_on(page_titled(other, "Before you start"))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("דוד", "U+05D3 Hebrew letter dalet, U+05D5 Hebrew letter vav"),
        ("محمد", "U+0645 Arabic letter meem, U+062D Arabic letter hah, U+062F Arabic letter dal"),
        ("Ana 😀", "U+1F600 Grinning face"),
        ("क", "U+0915 Devanagari letter ka"),
        ("日本語山田", "U+5C71 Cjk unified ideograph-5c71 and 1 more"),
    ],
)
@pytest.mark.parametrize("field", ["name", "notes", "goals", "notes_for"])
def test_letters_that_cannot_be_printed_are_refused_by_name(field: str, text: str, named: str) -> None:
    given = {"clam": text} if field == "notes_for" else text
    with pytest.raises(PreferencesError) as caught:
        check_letters(parse_preferences({field: given}))
    (line,) = caught.value.problems
    assert line.startswith(f"{field}: has letters that our typefaces cannot print (U+")
    assert named in line
    assert text not in line


def test_nothing_is_drawn_when_a_letter_is_refused() -> None:
    with pytest.raises(PreferencesError, match="goals"):
        render(plan_programme(parse_preferences({"goals": "日"})))


def test_three_goals_leave_the_cover_its_pictures_and_the_plan_its_place() -> None:
    goals = ["Walk to the market and carry my shopping home", "Play on the floor with my grandson", "Climb the stairs"]
    kit = {"level": "intermediate", "equipment": "mini-band,dumbbell", "notes": "Slowly.", "start": "2026-11-30"}
    for paper in ("a4", "letter"):
        cover = build({**PEOPLE, **kit, "goals": goals, "paper": paper, "weeks": 12}).pages[0]
        assert len(cover.drawings) == 5
        assert "12 weeks, 3 sessions a week" in text_on(cover)
