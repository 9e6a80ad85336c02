"""The handout, the fridge sheet and the log in large print: as short as 18 point allows, each whole on its own."""

import re
from collections import Counter

import pytest

from hipplan.checking.english import grade, sentences, words
from hipplan.checking.lines import lines_of, paragraphs_of
from hipplan.checking.seen import PageSeen
from hipplan.pdf.text import plain
from hipplan.plan.quantities import moves_in
from hipplan.words import say
from hipplan.workbook.document import draft_of, page_list
from hipplan.workbook.large.type import DISC
from hipplan.workbook.naming import move_name
from hipplan.workbook.pages.dose_table import how_to_log
from hipplan.workbook.pages.fridge import safety_words
from hipplan.workbook.pages.fridge_words import done_in
from hipplan.workbook.pages.handout_move import fault_of
from hipplan.workbook.pages.move_sections import steps_with
from hipplan.workbook.template import read_template
from measuring.accessible import breaches, faults
from measuring.large_print import found_on
from measuring.workbooks import Built, built_by, built_large_by

OTHERS = ("handout", "fridge", "log")
SOME = (
    "default",
    "letter",
    "12-weeks-letter",
    "6-sessions",
    "inward-letter",
    "easier",
    "long-texts",
    "own-words-letter",
    "left-sides-letter",
)
FOUR_WEEKS = ("default", "letter", "left", "dates", "sides", "simple-letter")
BODY, LEADING = 18, (22.4, 23.1)
LEAST_LETTERS = 30


def words_on(page: PageSeen) -> str:
    return " ".join(line.text for line in lines_of(page)).replace("\xa0", " ")


def words_of(book: Built) -> str:
    return " ".join(map(words_on, book.pages))


def keys_of(book: Built, template: str) -> list[str]:
    return [page.key for page in page_list(draft_of(book.programme, read_template(template)))]


@pytest.mark.parametrize("name", SOME)
@pytest.mark.parametrize("template", OTHERS)
def test_every_page_keeps_the_measures_of_large_print(template: str, name: str) -> None:
    pages = built_large_by(template, name).pages
    assert len(pages) > 0
    assert found_on(pages) == []


@pytest.mark.parametrize("name", SOME)
@pytest.mark.parametrize("template", OTHERS)
def test_every_template_conforms_and_reads_aloud_in_large_print(template: str, name: str) -> None:
    book = built_large_by(template, name)
    assert breaches(book.pdf) + faults(book.pdf, book.programme, read_template(template).pages) == []


@pytest.mark.parametrize("name", ["default", "letter", "12-weeks-letter", "inward-letter"])
@pytest.mark.parametrize("template", OTHERS)
def test_every_template_is_easy_to_read_in_large_print(template: str, name: str) -> None:
    pages = [sentences(page, set()) for page in built_large_by(template, name).pages]
    read = [text for page in pages for text in page]
    assert len(read) >= 5
    assert grade(read) <= 6
    assert [grade(page) for page in pages if page and grade(page) > 8] == []
    assert [text for text in read if len(words(text)) > 20] == []


@pytest.mark.parametrize("name", ["default", "letter", "12-weeks-letter"])
@pytest.mark.parametrize("template", OTHERS)
def test_most_words_are_set_in_18_point_with_23_between_the_lines(template: str, name: str) -> None:
    """And running text, three lines or more, is no narrow column."""
    pages = built_large_by(template, name).pages
    sizes = Counter(piece.size for page in pages for piece in page.texts for _ in piece.text)
    running = [
        each for page in pages for each in paragraphs_of(page) if len(each.lines) > 2 and each.lines[0].size == BODY
    ]
    assert sizes.most_common(1)[0][0] == BODY
    assert len(running) > 0
    for paragraph in running:
        gaps = [lower.y - upper.y for upper, lower in zip(paragraph.lines, paragraph.lines[1:], strict=False)]
        assert all(LEADING[0] <= abs(gap) * 72 / 25.4 <= LEADING[1] for gap in gaps), paragraph.lines[0].text
        assert max(len(line.text) for line in paragraph.lines) >= LEAST_LETTERS, paragraph.lines[0].text


@pytest.mark.parametrize("name", SOME)
@pytest.mark.parametrize("template", OTHERS)
def test_every_template_says_once_that_it_is_no_substitute_for_care(template: str, name: str) -> None:
    assert words_of(built_large_by(template, name)).count("is not a substitute for care") == 1


# the handout


@pytest.mark.parametrize("name", FOUR_WEEKS)
def test_a_move_of_four_weeks_is_a_page(name: str) -> None:
    book = built_large_by("handout", name)
    keys = keys_of(book, "handout")
    assert [key for key in keys if key.startswith("move-")] == [f"move-{slug}" for slug in moves_in(book.programme)]
    assert book.count == 3 + 5 + 1 + (12 if book.preferences.paper == "letter" else 8)


def test_a_move_that_does_not_fit_a_page_takes_two_and_no_more() -> None:
    for name in ("12-weeks-letter", "left-sides-letter", "16-weeks-of-6"):
        keys = keys_of(built_large_by("handout", name), "handout")
        assert Counter(key.removesuffix("-1") for key in keys if key.startswith("move-")).most_common(1)[0][1] == 2


@pytest.mark.parametrize("name", ["default", "letter", "12-weeks-letter", "easier", "inward-letter"])
def test_the_pages_of_a_move_have_its_steps_its_doses_and_what_to_mind(name: str) -> None:
    book = built_large_by("handout", name)
    keys = keys_of(book, "handout")
    edition = draft_of(book.programme, read_template("handout"))
    for slug in moves_in(book.programme):
        own = [page for key, page in zip(keys, book.pages, strict=True) if key.removesuffix("-1") == f"move-{slug}"]
        printed = " ".join(map(words_on, own))
        lines = [plain(step).replace("\xa0", " ") for step in steps_with(edition, slug, "")]
        if fault_of(slug):
            lines += [say(f"{fault_of(slug)}.slip"), say(f"{fault_of(slug)}.cue"), say(f"careful.{slug}")]
        for week in book.programme.weeks:
            found = [done for session in week.sessions for done in session.prescriptions if done.move == slug]
            lines += [say("move.sets_times_reps", sets=done.sets, reps=done.reps) for done in found]
        assert [line for line in lines if line not in printed] == []
        assert all("Stop:" in words_on(page) for page in own)


@pytest.mark.parametrize("name", ["default", "letter"])
def test_every_picture_of_a_handout_is_larger_than_in_the_standard_one(name: str) -> None:
    def heights(book: Built) -> list[float]:
        moves = [page for page in book.pages if not words_on(page).startswith(("Before", "Week", "More"))]
        return [drawing.outline.height for page in moves for drawing in page.drawings]

    large, standard = heights(built_large_by("handout", name)), heights(built_by("handout", name))
    assert len(large) == len(standard) == 10
    assert [pair for pair in zip(large, standard, strict=True) if pair[0] <= pair[1]] == []


def test_how_to_tick_the_log_stands_once_in_a_handout() -> None:
    for name in ("default", "sides-letter"):
        book = built_large_by("handout", name)
        assert words_of(book).count(how_to_log(draft_of(book.programme))) == 1


@pytest.mark.parametrize("template", OTHERS)
def test_the_first_page_says_whose_it_is_and_the_next_whom_to_call(template: str) -> None:
    first, *others = built_large_by(template, "12-weeks-letter").pages
    assert "For Ana Example" in words_on(first)
    assert "Call 555 0100" in words_on(others[0])
    assert len([page for page in others if "For Ana Example" in words_on(page)]) == 0


# the fridge sheet


@pytest.mark.parametrize("name", FOUR_WEEKS)
def test_a_fridge_sheet_of_four_weeks_is_one_sheet_that_says_whom_to_ask(name: str) -> None:
    (page,) = built_large_by("fridge", name).pages
    assert say("fridge.unsure") in words_on(page)
    assert "3 sessions a week, a day between" in words_on(page)


@pytest.mark.parametrize(("name", "sheets"), [("12-weeks-letter", 4), ("16-weeks", 5), ("dates-of-8-weeks", 3)])
def test_in_a_longer_plan_the_first_sheet_has_the_words_and_four_weeks_go_to_each_other(name: str, sheets: int) -> None:
    first, *others = built_large_by("fridge", name).pages
    assert [text for text in ("Before you start", "Pain 0 to 2", "Pain 6 to 10") if text not in words_on(first)] == []
    assert "Week 1 " not in words_on(first)
    assert len(others) == sheets - 1
    for number, page in enumerate(others):
        assert f"Weeks {4 * number + 1} to {4 * number + 4}" in words_on(page)
        assert "Worst pain, 0 to 10" in words_on(page)
        assert "Stop:" in words_on(page)


@pytest.mark.parametrize("name", ["12-weeks-letter", "16-weeks", "inward-letter"])
def test_every_sheet_of_a_longer_fridge_plan_says_whom_to_ask(name: str) -> None:
    pages = built_large_by("fridge", name).pages
    assert len(pages) > 1
    assert [page.number for page in pages if say("fridge.unsure") not in words_on(page)] == []


@pytest.mark.parametrize("name", ["12-weeks-letter", "16-weeks", "dates-of-8-weeks"])
def test_a_sheet_of_four_weeks_tells_the_rests_of_its_own_weeks(name: str) -> None:
    book = built_large_by("fridge", name)
    _, *sheets = book.pages
    assert len(sheets) > 1
    for number, page in enumerate(sheets):
        own = book.programme.weeks[4 * number : 4 * number + 4]
        rests = [{done.rest_s for week in own for done in done_in(week, slug)} for slug in moves_in(book.programme)]
        told = [re.findall(r"\d+", words) for words in re.findall(r"rest (\d+(?: to \d+)?) s", words_on(page))]
        assert [{int(each) for each in both} for both in told] == [{min(each), max(each)} for each in rests]


def test_a_fridge_sheet_names_a_move_once_for_all_that_is_special_about_it() -> None:
    first = words_on(built_large_by("fridge", "12-weeks-letter").pages[0])
    assert first.count("Squat and turn:") == 1
    assert "Squat and turn: Level 2: light band at the knees, from week 5. Level 3:" in first


@pytest.mark.parametrize("name", ["easier", "inward-letter"])
def test_a_fridge_sheet_with_more_to_say_has_its_words_on_one_sheet_and_its_boxes_on_another(name: str) -> None:
    words_first, boxes_next = map(words_on, built_large_by("fridge", name).pages)
    assert say("document.care") in words_first
    assert "Week 1" not in words_first
    assert all(move_name(slug) in boxes_next for slug in moves_in(built_large_by("fridge", name).programme))


@pytest.mark.parametrize("name", ["default", "letter", "inward-letter", "left", "12-weeks-letter", "easier"])
def test_the_number_of_a_move_keeps_clear_of_its_picture(name: str) -> None:
    count = 0
    for page in built_large_by("fridge", name).pages:
        discs = [shape.outline for shape in page.shapes if shape.fill and abs(shape.outline.width - 2 * DISC) < 0.01]
        for drawing in page.drawings:
            assert all(min(disc.overlap(drawing.outline)) < 0.3 for disc in discs), drawing.outline
            count += len(discs)
    assert count >= 16


# the log


@pytest.mark.parametrize(("name", "pages"), [("default", 12), ("letter", 15)])
def test_a_log_takes_the_pages_that_users_are_told(name: str, pages: int) -> None:
    assert built_large_by("log", name).count == pages


@pytest.mark.parametrize("name", SOME)
def test_the_first_page_of_a_log_says_what_to_read_before_the_first_session(name: str) -> None:
    book = built_large_by("log", name)
    first, *others = (words_on(page) for page in book.pages)
    safety = plain(safety_words(draft_of(book.programme))).replace("\xa0", " ")
    for text in (safety, say("large.where_before"), say("document.care"), "Stop:"):
        assert text in first
    assert all("Stop:" in words for words in others)
    assert not any(safety in words for words in others)
