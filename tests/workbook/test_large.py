"""Large print keeps its own column of the page design: nothing small, nothing clipped, the whole programme."""

import re
from collections.abc import Sequence
from io import BytesIO
from types import ModuleType

import pytest
from hypothesis import given, note, reject, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from hipplan.checking.english import grade, sentences, words
from hipplan.checking.inspection import inspect
from hipplan.checking.lines import TIMES, lines_of
from hipplan.checking.page_measures import boxes
from hipplan.checking.reading import read_pdf
from hipplan.checking.seen import PageSeen
from hipplan.errors import PlanRefusedError, PreferencesError
from hipplan.pdf.letterhead import read_letterhead
from hipplan.pdf.text import TextStyle
from hipplan.plan.preferences import Preferences
from hipplan.plan.programme import Prescription
from hipplan.plan.progression import plan_programme
from hipplan.plan.quantities import level_line, moves_in, spare_after
from hipplan.words import say
from hipplan.workbook import theme
from hipplan.workbook.clinic import SafeArea
from hipplan.workbook.document import render
from hipplan.workbook.large import log
from hipplan.workbook.large import type as large
from hipplan.workbook.naming import move_name
from hipplan.workbook.stationery import Stationery
from measuring.accessible import breaches, faults
from measuring.foreign import A4, LETTER, letterhead
from measuring.large_print import found_on
from measuring.large_workbooks import LARGE
from measuring.large_workbooks import built_large as built
from measuring.workbooks import CHOICES, Built, build

SOME = ("default", "letter", "16-weeks-of-6", "12-weeks-letter", "6-sessions", "sides", "sides-letter", "simple")


@pytest.mark.parametrize("name", LARGE)
def test_every_page_keeps_the_measures_of_large_print(name: str) -> None:
    pages = built(name).pages
    assert len(pages) >= 20
    assert sum(len(list(boxes(page))) for page in pages) > 20
    assert found_on(pages) == []


@pytest.mark.parametrize(
    ("module", "name", "value", "measure"),
    [
        (large, "BODY", TextStyle(14, 18, theme.INK), "text_is_large_enough"),
        (large, "SMALL_GREY", TextStyle(16, 20, theme.MUTED), "text_has_contrast"),
        (log, "SET", 12.0, "boxes_have_room_for_a_pen"),
        (large, "TICK", 6.0, "boxes_have_room_for_a_pen"),
        (large, "TEXT", 178.0, "lines_are_short"),
    ],
)
def test_planted_faults_are_measured(
    module: ModuleType, name: str, value: object, measure: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, name, value)
    pages = read_pdf(render(built("default").programme).pdf)
    assert measure in {broken for _, broken, _ in found_on(pages)}


@pytest.mark.parametrize("name", LARGE)
def test_large_print_conforms_and_reads_aloud_what_its_programme_says(name: str) -> None:
    book = built(name)
    assert breaches(book.pdf) == []
    assert faults(book.pdf, book.programme) == []


@pytest.mark.parametrize("name", [*SOME, "left-hand-sides-letter", "left-hand-simple", "grey-duplex", "people-letter"])
def test_a_check_passes_every_row_of_large_print(name: str) -> None:
    answer = inspect(built(name).pdf)
    assert answer.print == "large"
    assert [row for row in answer.rows if row.result != "ok"] == []


@pytest.mark.parametrize("name", LARGE)
def test_the_footer_says_which_page_of_which_plan(name: str) -> None:
    book = built(name)
    assert book.count == len(book.pages)
    for number, page in enumerate(book.pages, start=1):
        foot = [line.text for line in lines_of(page)[-3:]]
        assert foot[-1] == f"Page {number} of {len(book.pages)}"
        assert any(text.startswith(f"Plan {book.programme.id}, version") for text in foot)


def test_large_print_has_the_same_plan_and_more_pages() -> None:
    for name in ("default", "letter"):
        standard = build(CHOICES[name])
        assert built(name).programme.id == standard.programme.id
        assert built(name).count > 2 * standard.count


DOSE = re.compile(rf"(\d+) {TIMES} (\d+) each side, rest (\d+) s")


def printed_doses(book: Built, week: int) -> list[tuple[str, int, int, int]]:
    """Name, sets, repetitions and rest of every row of a week's pages, in order."""
    found, name = [], ""
    for page in book.pages:
        title = " ".join(line.text for line in lines_of(page)[:2])
        if not re.match(rf"Week {week}( of|,)", title) or "Stop:" not in page.words:
            continue
        for line in lines_of(page):
            dose = DOSE.fullmatch(line.text)
            if dose:
                sets, reps, rest = map(int, dose.groups())
                found.append((name, sets, reps, rest))
            name = line.text
    return found


@pytest.mark.parametrize("name", SOME)
def test_every_session_prints_the_moves_and_doses_of_the_programme(name: str) -> None:
    book = built(name)
    for week in book.programme.weeks:
        planned = [planned_dose(done) for session in week.sessions for done in session.prescriptions]
        assert printed_doses(book, week.number) == planned


@pytest.mark.parametrize("name", SOME)
def test_large_print_reads_as_easily_as_the_standard_workbook(name: str) -> None:
    names_of_things = {f"{say(f'moves.{slug}.full_name')}." for slug in moves_in(built(name).programme)}
    pages = [sentences(page, names_of_things) for page in built(name).pages]
    assert sum(map(len, pages)) > 200
    assert grade([sentence for page in pages for sentence in page]) <= 6
    assert [sentence for page in pages for sentence in page if len(words(sentence)) > 20] == []


def planned_dose(done: Prescription) -> tuple[str, int, int, int]:
    return move_name(done.move), done.sets, done.reps, done.rest_s


@pytest.mark.parametrize("name", SOME)
def test_a_week_says_its_level_in_the_title_or_in_every_row(name: str) -> None:
    book = built(name)
    for week in book.programme.weeks:
        pages = [page for page in book.pages if re.match(rf"Week {week.number}( of|,)", title_of(page))]
        words = " ".join(line.text for page in pages for line in lines_of(page))
        for session in week.sessions:
            assert all(level_line(done) in words for done in session.prescriptions)


def title_of(page: PageSeen) -> str:
    return " ".join(line.text for line in lines_of(page)[:2])


def test_the_default_week_is_two_pages_as_designed() -> None:
    book = built("default")
    for week in (1, 2, 3, 4):
        pages = [page for page in book.pages if re.match(rf"Week {week}( of|,)", title_of(page))]
        titles = [lines_of(page)[0].text for page in pages]
        assert titles[1:] == [f"Week {week}, session 3 and what next"]
        assert all("Stop:" in page.words for page in pages)
        assert [len(re.findall(r"Session \d", page.words)) for page in pages] == [2, 1]


def test_a_week_of_two_sets_has_no_third_column() -> None:
    words = dict.fromkeys((2, 4), "")
    for page in built("default").pages:
        for week in words:
            if re.match(rf"Week {week}( of|,)", title_of(page)):
                words[week] += page.words
    assert "Set 3" not in words[2]
    assert "Set 3" in words[4]


@pytest.mark.parametrize(("name", "copies"), [("default", 1), ("three-spare", 3), ("no-spare", 0)])
def test_spare_weeks_follow_as_often_as_asked_for(name: str, copies: int) -> None:
    book = built(name)
    heads = [page for page in book.pages if lines_of(page)[0].text == say("week.spare_title")]
    assert len(heads) == copies * len(spare_after(book.programme))


@pytest.mark.parametrize("name", ["default", "people-letter", "left-hand", "left-hand-sides-letter", "simple"])
def test_no_rule_of_a_row_is_drawn_over_the_frame_of_a_box(name: str) -> None:
    frames = 0
    for page in built(name).pages:
        rules = [shape for shape in page.shapes if shape.stroke == theme.ROW.colour and not shape.closed]
        for box in boxes(page):
            after = [rule.ink.overlap(box.outline) for rule in rules if rule.order > box.order]
            assert [across for across, down in after if across > 0.1 and down > 0] == [], (page.number, box.outline)
            frames += 1
    assert frames > 100


def test_for_the_left_hand_the_boxes_come_first() -> None:
    for name, at_left in (("default", False), ("left-hand", True)):
        pages = [page for page in built(name).pages if title_of(page).startswith("Week 2")]
        found = [box.outline for page in pages for box in boxes(page) if abs(box.outline.width - 25) < 0.1]
        assert len(found) == 30
        middle = pages[0].width / 2
        assert all((box.right < middle) == at_left for box in found)


@pytest.mark.parametrize("hand", ["right", "left"])
def test_a_date_has_room_beside_a_kind_of_day_and_a_box_for_each_side(hand: str) -> None:
    book = build({"sessions": 4, "level": "intermediate", "log_detail": "sides", "hand": hand, "text_size": "large"})
    assert any("Session 1: A" in line.text for page in book.pages for line in lines_of(page))
    assert found_on(book.pages) == []


@pytest.mark.parametrize("name", ["default", "two-weeks", "simple"])
def test_a_striped_box_is_told_of_where_one_is_printed_and_shown_in_the_example(name: str) -> None:
    book = built(name)
    weeks = [{done.sets for s in week.sessions for done in s.prescriptions} for week in book.programme.weeks]
    striped = any(len(sets) > 1 for sets in weeks) and name != "simple"
    assert striped == (name == "default")
    (page,) = [page for page in book.pages if say("before.example") in [line.text for line in lines_of(page)]]
    words = " ".join(line.text for line in lines_of(page))
    assert ("Skip a striped box." in words) == striped
    assert ("Set 3" in words) == striped


def test_pictures_are_larger_than_in_the_standard_workbook() -> None:
    def highest(pages: Sequence[PageSeen]) -> float:
        titled = [page for page in pages if title_of(page).startswith("One-leg hinge and reach")]
        return max(drawing.outline.height for page in titled for drawing in page.drawings)

    assert highest(built("default").pages) > 1.2 * highest(build({}).pages)


@pytest.mark.parametrize("name", ["default", "letter", "people-letter", "12-weeks-letter", "6-sessions"])
def test_the_last_page_of_a_move_and_of_a_week_says_whom_to_ask(name: str) -> None:
    """On a line of its own, or in what the stop signs leave of theirs."""
    book = built(name)
    titles = [re.split(r",| of | Use ", title_of(page))[0] for page in book.pages]
    last = {title: page for title, page in zip(titles, book.pages, strict=True) if "Stop:" in page.words}
    assert len(last) > len(book.programme.weeks)
    asked = ("Unsure?", "Not sure how to do it?")
    assert [title for title, page in last.items() if not any(text in page.words for text in asked)] == []


def test_every_move_is_on_the_cover_and_has_pages_of_its_own() -> None:
    book = built("inward")
    titles = [lines_of(page)[0].text for page in book.pages]
    cover = " ".join(
        page.words for page, title in zip(book.pages, titles, strict=True) if title == "Hip rotation workbook"
    )
    for slug in moves_in(book.programme):
        if not slug.endswith("-inward"):
            assert move_name(slug) in cover
            assert move_name(slug) in titles


def test_what_people_wrote_is_printed_whole() -> None:
    for name in ("long-texts", "long-words-letter"):
        book = built(name)
        reader = PdfReader(BytesIO(book.pdf))
        printed = "".join("".join(page.extract_text() for page in reader.pages).split())
        for field in ("name", "id", "clinician", "clinic", "phone", "emergency", "notes"):
            text = getattr(book.preferences, field)
            assert text
            assert "".join(text.split()) in printed, field


def test_the_emergency_number_of_a_country_is_printed_in_large_print_too() -> None:
    for size in ("standard", "large"):
        book = build({"weeks": 1, "emergency_country": "GB", "text_size": size})
        printed = " ".join(" ".join(page.words.split()) for page in book.pages)
        assert "Call 999 or 112 or go to the emergency department" in printed


def test_the_warm_up_is_on_the_page_that_a_week_names() -> None:
    book = built("dates")
    week = next(page for page in book.pages if title_of(page).startswith("Week 2"))
    number = int(re.findall(r"\(page (\d+)\)", week.words)[0])
    assert "Warm up 4 minutes" in " ".join(book.pages[number - 1].words.split())


@given(st.from_type(Preferences), st.sampled_from(["left", "right"]), st.integers(0, 4))
@settings(max_examples=10)
def test_any_preferences_give_large_print_that_keeps_the_measures(
    preferences: Preferences, hand: str, spare: int
) -> None:
    asked = preferences.model_copy(update={"text_size": "large", "hand": hand, "spare_weeks": spare})
    note(repr({key: value for key, value in asked.model_dump().items() if value}))
    try:
        programme = plan_programme(asked)
        workbook = render(programme)
    except (PlanRefusedError, PreferencesError):
        reject()
    found = [fault for fault in found_on(read_pdf(workbook.pdf)) if fault[1] != "lines_are_short"]
    assert found == []  # a person may write nothing but narrow letters, of which a line holds more
    assert breaches(workbook.pdf) + faults(workbook.pdf, programme) == []


def test_without_pictures_nothing_is_missing() -> None:
    book = built("inward")
    workbook = render(book.programme, illustrated=False)
    assert found_on(read_pdf(workbook.pdf)) == []
    assert faults(workbook.pdf, book.programme) == []


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_cover_makes_room_for_a_letterhead(paper: str) -> None:
    size = LETTER if paper == "letter" else A4
    head = read_letterhead(letterhead(size), "head.pdf", size)
    stationery = Stationery(letterhead=head, safe=SafeArea(top=40), origin="clinic.toml")
    programme = plan_programme(Preferences(text_size="large", paper=paper))
    first, *others = read_pdf(render(programme, stationery=stationery).pdf)
    ours = [piece.ink.top for piece in first.texts if piece.text.strip() != "Riverside Physio"]
    assert min(ours) >= 39.7
    assert found_on(others) == []


def test_a_phone_number_too_long_for_the_footer_is_in_the_strip() -> None:
    phone = "+44 20 7946 0958 ext. 1234567"
    book = built("long-texts")
    assert book.preferences.phone == phone
    strips = [" ".join(page.words.split()) for page in book.pages if "Stop:" in page.words]
    assert len(strips) > 20
    assert all(phone in words or "Phone: page 1" in words for words in strips)
    assert sum(phone in words for words in strips) >= 5
