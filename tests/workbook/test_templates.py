"""Templates: which pages, in which order; a clinic's own is refused with a line that shows the way out."""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations, product
from typing import get_args

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from hipplan.checking.english import grade, sentences, words
from hipplan.checking.inspection import inspect
from hipplan.checking.lines import lines_of
from hipplan.checking.page_measures import boxes
from hipplan.checking.seen import PageSeen
from hipplan.errors import PlanRefusedError, PreferencesError
from hipplan.plan.preferences import Precaution, Preferences, parse_preferences
from hipplan.plan.progression import plan_programme
from hipplan.plan.quantities import moves_in
from hipplan.resources import resource
from hipplan.words import say
from hipplan.workbook import document, page_groups
from hipplan.workbook.naming import move_name
from hipplan.workbook.page_groups import group_drawer
from hipplan.workbook.pages.fridge_words import level_lines
from hipplan.workbook.template import GROUPS, SHIPPED, Template, parse_template, read_template
from measuring.accessible import breaches, faults
from measuring.measures import MEASURES
from measuring.structure import read_structure
from measuring.workbooks import CHOICES, PEOPLE, Built, build, built_by

MOST_WORDS, MOST_GRADE, MOST_GRADE_OF_A_PAGE = 20, 6, 8
OTHERS = ("handout", "fridge", "log")
SOME = (
    "default",
    "letter",
    "one-session",
    "16-weeks-of-6",
    "12-weeks-letter",
    "sides-letter",
    "inward",
    "inward-letter",
    "two-moves",
    "easier",
    "long-texts",
    "long-words-letter",
    "only-falls-risk",
    "cleared-hip-surgery",
    "grey",
    "grey-duplex-letter",
    "left",
    "left-sides-letter",
    "own-words-letter",
)
OWN_NOTE = ("clam: Put the pillow between your knees.",)
UNSTEADY: Mapping[str, object] = {"one_leg_stand": 5}
SEE_A_DOCTOR = (
    "hip-replacement-posterior", "hip-replacement-lateral", "hip-replacement-anterior", "hip-surgery",
    "recent-fracture", "pelvic-girdle-pain", "pain-high", "heart-lung", "under-18",
)  # fmt: skip
TIMES = re.compile(r"\d+ \N{MULTIPLICATION SIGN} \d+")
LARGE: tuple[dict[str, object], ...] = ({}, {"paper": "letter", "weeks": 8, "level": "intermediate", "inward": True})
OF_ANY_SIZE = (
    "text_is_in_our_typeface",
    "nothing_is_in_the_margins",
    "drawings_keep_clear_of_text",
    "text_is_not_painted_over",
    "no_line_runs_through_text",
    "no_text_overlaps_another",
    "letters_are_whole",
)
HEAD = 'name = "ours"\ndescription = "Ours."\n'


def words_of(book: Built) -> str:
    return " ".join(line.text for page in book.pages for line in lines_of(page))


def body(page: PageSeen) -> str:
    """The words of a page without its footer."""
    return " ".join(line.text for line in lines_of(page)[:-3])


# the files


def test_the_shipped_templates_are_the_files_of_their_folder() -> None:
    files = {path.stem for path in resource("templates", "").glob("*.toml")}
    assert files == set(SHIPPED) == {read_template(name).name for name in SHIPPED}
    assert read_template("workbook").pages == (
        "cover", "notes", "before", "how", "tests", "moves", "weeks", "progress", "sources",
    )  # fmt: skip


def test_every_group_can_be_drawn_in_both_sizes_of_print() -> None:
    assert set(page_groups.STANDARD) == set(page_groups.LARGE) == set(GROUPS)
    assert len({group_drawer(group, large=large) for group in GROUPS for large in (True, False)}) == 2 * len(GROUPS)


def test_a_template_of_somebodys_own_is_read() -> None:
    template = parse_template(HEAD + 'pages = ["before", "weeks"]\ntheme = "standard"\n', "ours.toml")
    assert template == Template(name="ours", description="Ours.", pages=("before", "weeks"))


WRONG: Mapping[str, tuple[str, ...]] = {
    HEAD + 'pages = ["wekes"]': ("pages: should be one of cover, notes,", "(got wekes); did you mean weeks?"),
    HEAD + 'pages = ["weeks", 3]': ("pages: should be one of", "(got 3)"),
    HEAD + "pages = []": ("pages: should name at least one page (got [])",),
    HEAD + 'pages = "weeks"': ('pages: should be a list such as ["before", "weeks"] (got weeks)',),
    HEAD + 'pages = ["weeks", "weeks"]': ("pages: weeks stands there 2 times; once is enough",),
    HEAD + 'pages = ["weeks", "weeks-no-spare"]': ("take one of the two out",),
    HEAD + 'pages = ["moves", "weeks"]': ("pages: moves needs before, the safety page", "; add before"),
    HEAD + 'pages = ["weeks", "before"]': ("pages: before should come before weeks: stop signs are read first",),
    HEAD + 'pages = ["cover", "before"]': ("pages: cover needs notes,", "; add notes"),
    HEAD + 'pages = ["weeks"]\ntheme = "teal"': ("theme: should be standard, the only one so far (got teal)",),
    HEAD + 'pages = ["weeks"]\npagse = 1': ("pagse: no such key; did you mean pages?",),
    HEAD + 'pages = ["weeks"]\nzzz = 1': ("zzz: no such key; a template has name, description, pages, theme",),
    'description = "x"\npages = ["weeks"]': ('name: is missing; add name = "…"',),
    'name = ""\ndescription = "x"\npages = ["weeks"]': ('name: should not be empty (got "")',),
    HEAD + 'pages = [""]': ('(got "")',),
    HEAD + 'pages = ["handout"]': ("(got handout); that is a template, whose pages are before, moves-short, weeks-no",),
    HEAD + 'pages = ["moves", "tests"]': ("pages: moves and tests need before, the safety page", "; add before"),
    HEAD + 'pages = ["notes", "cover", "before"]': ("pages: cover should come before notes,", "; move it forward"),
    HEAD + 'pages = ["weeks"]\nletterhead = "x.pdf"': ("letterhead: no such key; that belongs in a clinic file",),
    HEAD + 'pages = ["weeks"]\npaper = "a4"': ("paper: no such key; that belongs in the preferences",),
    HEAD + 'pages = ["weeks"]\npages = ["before"]': ("a key stands there twice (at ", "; keep one of the two"),
    f"[template]\n{HEAD}": ("template: no such key; the keys of a template stand at the top, not under [template]",),
    'name = 3\ndescription = "x"\npages = ["weeks"]': ("name: should be text in quotes (got 3)",),
    'name = "a\\u001b[2J"\ndescription = "x"\npages = ["weeks"]': ("name: should hold no control",),
    f'name = "{"n" * 41}"\ndescription = "x"\npages = ["weeks"]': ("name: should be at most 40 characters",),
    "name = ours": ("not valid TOML: ", "text stands in quotes, lists in [ ]"),
    "x = " + "[" * 5000: ("nested too deeply",),
}


@pytest.mark.parametrize("text", WRONG, ids=range(len(WRONG)))
def test_a_wrong_template_is_one_clear_line_a_fault(text: str) -> None:
    with pytest.raises(PreferencesError) as caught:
        parse_template(text, "ours.toml")
    assert all(line.startswith("ours.toml: ") and "\n" not in line for line in caught.value.problems)
    told = " | ".join(caught.value.problems)
    assert [piece for piece in WRONG[text] if piece not in told] == []
    assert all(letter.isprintable() for letter in told)


def test_a_list_of_wrong_names_is_not_called_empty_too() -> None:
    with pytest.raises(PreferencesError) as caught:
        parse_template(HEAD + 'pages = ["befor", "wekes"]', "ours.toml")
    assert [line.rpartition("did you mean ")[2] for line in caught.value.problems] == ["before?", "weeks?"]


def test_all_faults_of_a_template_are_told_at_once() -> None:
    with pytest.raises(PreferencesError) as caught:
        parse_template('name = ""\npages = ["cover", "wekes"]\ntheme = "x"\nmore = 1', "ours.toml")
    assert len(caught.value.problems) == 5


# the pages


def test_four_weeks_take_the_pages_they_should() -> None:
    for name in ("default", "letter", "dates", "two-moves", "easier", "sides", "simple-letter"):
        assert 6 <= built_by("handout", name).count <= 8, name
        weeks = len(built_by("log", name).programme.weeks)
        assert built_by("log", name).count == weeks + 1  # and one spare week
    assert built_by("handout", "no-spare-week").count == 1 + 3 + 6


@pytest.mark.parametrize("precaution", [None, *(one for one in get_args(Precaution) if one not in SEE_A_DOCTOR)])
def test_a_handout_of_four_weeks_is_six_to_eight_pages_with_any_precaution_and_detail(precaution: str | None) -> None:
    """Where a week is one page: three sessions of five moves without weights."""
    seen = 0
    for paper, detail, kind in product(("a4", "letter"), ("simple", "sets", "sides"), (PEOPLE, UNSTEADY)):
        choices: dict[str, object] = {**kind, "paper": paper, "log_detail": detail, "precautions": precaution or ()}
        try:
            programme = plan_programme(parse_preferences({**choices, "notes": "Go slowly.", "notes_for": OWN_NOTE}))
        except PlanRefusedError:
            continue
        assert 6 <= len(document.page_list(document.draft_of(programme, read_template("handout")))) <= 8, choices
        seen += 1
    assert seen >= 6


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_handout_of_four_weeks_keeps_to_eight_pages_with_any_two_precautions(paper: str) -> None:
    """And with the usual three: cautions run on where their lines would need a page more."""
    precautions = [one for one in get_args(Precaution) if one not in SEE_A_DOCTOR]
    usual = (("hip-osteoarthritis", "knee-pain", "osteoporosis"), ("lateral-hip-pain", "knee-pain", "wrist-shoulder"))
    seen = 0
    for chosen in (*combinations(precautions, 2), *usual):
        choices = {**PEOPLE, "paper": paper, "precautions": chosen, "notes": "Go slowly.", "notes_for": OWN_NOTE}
        try:
            programme = plan_programme(parse_preferences(choices))
        except PlanRefusedError:
            continue
        pages = document.page_list(document.draft_of(programme, read_template("handout")))
        assert len(pages) <= 8, chosen
        seen += 1
    assert seen >= 60


def test_cautions_of_a_handout_run_on_only_where_a_page_has_no_room_for_their_lines() -> None:
    three = {"precautions": ("hip-osteoarthritis", "knee-pain", "osteoporosis")}
    first = "Squat to a chair. Let the pain rules guide you."
    for choices, alone in (({"precautions": "hip-osteoarthritis"}, True), (three, False)):
        _, moves, *_ = build(choices, read_template("handout")).pages
        lines = [line.text for line in lines_of(moves)]
        assert (first in lines) == alone, choices
        assert any(line.startswith(first) for line in lines), choices


@pytest.mark.parametrize("weeks", [5, 6, 8, 10, 12])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_two_moves_share_a_page_of_a_longer_handout(paper: str, weeks: int) -> None:
    for level, equipment in (("novice", ()), ("intermediate", ("mini-band", "dumbbell"))):
        choices = {**PEOPLE, "paper": paper, "weeks": weeks, "level": level, "equipment": equipment}
        programme = plan_programme(parse_preferences(choices))
        pages = document.page_list(document.draft_of(programme, read_template("handout")))
        shared = [len(page.holds) for page in pages if page.key.startswith("moves-short")]
        assert shared == [2, 2, 2], (level, shared)  # the last has the clam and the warm-up


@pytest.mark.parametrize("name", ["12-weeks-letter", "16-weeks-of-6", "inward", "no-spare-week", "dates-of-8-weeks"])
def test_a_longer_handout_says_the_dose_of_every_week(name: str) -> None:
    book = built_by("handout", name)
    cells = [cell.alt for page in read_structure(book.pdf) for cell in page.roles("TD")]
    wanted = {
        say("fridge.cell_dose", week=week.number, move=move_name(done.move), sets=done.sets, reps=done.reps)
        for week in book.programme.weeks
        for session in week.sessions
        for done in session.prescriptions
    }
    assert len(wanted) > 20
    assert sorted(wanted - set(cells)) == []
    assert len([cell for cell in cells if "each side." in cell]) == len(wanted)


@pytest.mark.parametrize("name", sorted({"16-weeks", "6-sessions", "kit", "pain-0-1", *SOME}))
def test_the_fridge_sheet_is_one_page(name: str) -> None:
    assert built_by("fridge", name).count == 1


def test_a_fridge_sheet_keeps_its_pain_cards_where_one_row_needs_more_than_its_share() -> None:
    """Two moves with long names and cautions; the others have room to give."""
    three = ("hip-osteoarthritis", "knee-pain", "osteoporosis")
    book = build({**PEOPLE, "weeks": 8, "paper": "letter", "precautions": three}, read_template("fridge"))
    words = words_of(book)
    assert all(f"Pain {zone}" in words for zone in ("0 to 2", "3 to 5", "6 to 10"))


@pytest.mark.parametrize("choices", [{}, {"inward": True}, {"precautions": "wrist-shoulder"}])
def test_small_doses_of_a_fridge_sheet_say_their_week_in_every_row_or_in_none(choices: Mapping[str, object]) -> None:
    for sessions, weeks in product((3, 6), (12, 16)):
        level = "intermediate" if sessions > 3 else "novice"
        asked = {**choices, "sessions": sessions, "weeks": weeks, "level": level, "paper": "letter"}
        book = build(asked, read_template("fridge"))
        labels = words_of(book).count(f"week {weeks}")
        assert labels in {0, len(moves_in(book.programme))}, (sessions, weeks)


def test_spare_weeks_are_in_a_handout_when_they_are_asked_for() -> None:
    plain, asked = built_by("handout", "default"), build({"spare_weeks": 1}, read_template("handout"))
    assert asked.count == plain.count + 1
    assert "Repeat a week" in words_of(asked)
    assert "Repeat a week" not in words_of(plain)


@pytest.mark.parametrize("name", SOME)
@pytest.mark.parametrize("template", OTHERS)
def test_every_page_of_every_template_keeps_the_measures(template: str, name: str) -> None:
    pages = built_by(template, name).pages
    found = [f"{page.number}: {fault}" for page in pages for measure in MEASURES.values() for fault in measure(page)]
    assert len(pages) > 0
    assert found == []


@pytest.mark.parametrize("name", SOME)
@pytest.mark.parametrize("template", OTHERS)
def test_every_template_conforms_and_reads_aloud(template: str, name: str) -> None:
    book = built_by(template, name)
    assert breaches(book.pdf) + faults(book.pdf, book.programme, read_template(template).pages) == []


@pytest.mark.parametrize("name", ["default", "letter", "12-weeks-letter", "inward-letter", "only-falls-risk"])
@pytest.mark.parametrize("template", OTHERS)
def test_every_template_is_easy_to_read(template: str, name: str) -> None:
    pages = [sentences(page, set()) for page in built_by(template, name).pages]
    read = [text for page in pages for text in page]
    assert len(read) >= 5
    assert grade(read) <= MOST_GRADE
    assert [grade(page) for page in pages if page and grade(page) > MOST_GRADE_OF_A_PAGE] == []
    assert [text for text in read if len(words(text)) > MOST_WORDS] == []


@pytest.mark.parametrize("choices", LARGE, ids=["a4", "letter"])
@pytest.mark.parametrize("template", OTHERS)
def test_every_template_conforms_in_large_print(template: str, choices: Mapping[str, object]) -> None:
    book = build({"text_size": "large", **choices}, read_template(template))
    assert breaches(book.pdf) == []
    assert [row for row in inspect(book.pdf).rows if row.result != "ok"] == []
    sizes = {piece.size for page in book.pages for piece in page.texts if piece.text.strip() not in {"L", "R"}}
    assert min(sizes) >= 16
    found = [fault for page in book.pages for name in OF_ANY_SIZE for fault in MEASURES[name](page)]
    assert found == []
    assert all(words.startswith("My hip moves") == (template == "fridge") for words in map(body, book.pages))


def test_a_long_fridge_sheet_says_each_side_and_which_weeks_share_a_column() -> None:
    words = words_of(built_by("fridge", "12-weeks-letter"))
    assert "Do each side." in words
    heads = [
        piece.text.strip() for piece in built_by("fridge", "12-weeks-letter").pages[0].texts if piece.text[:4] == "Week"
    ]
    assert heads == ["Weeks"] * 4 + ["Week"] * 5  # the last is of the table of sessions


def test_a_large_fridge_sheet_of_four_weeks_is_one_page_and_a_longer_plan_says_which_weeks() -> None:
    for paper in ("a4", "letter"):
        book = build({"text_size": "large", "paper": paper}, read_template("fridge"))
        assert book.count == 1
    book = build({"text_size": "large", "weeks": 9}, read_template("fridge"))
    assert [text for text in ("Weeks 1 to 4", "Weeks 5 to 8", "Week 9") if text not in words_of(book)] == []
    cells = [cell.alt for page in read_structure(book.pdf) for cell in page.roles("TD") if cell.alt]
    doses = [alt for alt in cells if "each side; boxes to tick: 3" in alt]
    assert len(doses) == 5 * 9
    squares = [box for page in book.pages for box in boxes(page) if box.stroke_pt == 1.0]
    assert len(squares) == 3 * len(doses)


def test_a_large_handout_says_how_to_warm_up_and_what_it_is_not() -> None:
    book = build({"text_size": "large"}, read_template("handout"))
    words = words_of(book)
    assert "Warm up 4 minutes: march" in words
    assert "This handout is not a substitute for care." in words
    assert all(1 <= number <= book.count for number in references(book))


def references(book: Built) -> Iterator[int]:
    for page in book.pages:
        yield from (int(number) for number in re.findall(r"[Pp]ages? (\d+)", body(page)))


@pytest.mark.parametrize("template", SHIPPED)
def test_no_words_lead_to_a_page_that_is_not_there(template: str) -> None:
    for name in ("default", "12-weeks-letter", "6-sessions", "long-texts", "simple"):
        book = built_by(template, name)
        found = list(references(book))
        assert all(1 <= number <= book.count for number in found)
        assert bool(found) == (template in {"workbook", "handout"})


OWN = (
    ["before", "weeks"],
    ["before", "moves", "weeks"],
    ["before", "moves-short", "sources"],
    ["cover", "notes", "before", "moves-short", "weeks"],
    ["cover", "notes", "before"],
    ["how", "progress"],
    ["weeks", "progress"],
    ["before", "tests", "fridge"],
)


@pytest.mark.parametrize("pages", OWN, ids="+".join)
def test_a_clinics_own_choice_of_pages_is_whole(pages: list[str]) -> None:
    template = parse_template(f"{HEAD}pages = {pages}", "ours.toml")
    for name in ("default", "12-weeks-letter", "only-falls-risk"):
        book = build(CHOICES[name], template)
        assert breaches(book.pdf) == []
        assert all(1 <= number <= book.count for number in references(book))
        if "tests" not in pages:
            said = words_of(book).lower()
            assert [of for of in ("do the tests", "test result", "start tests", "with tests") if of in said] == []
        for page in book.pages:
            assert [fault for measure in MEASURES.values() for fault in measure(page)] == []


def test_without_the_safety_page_every_page_of_exercise_sends_you_there_and_says_when_to_stop() -> None:
    for template in ("fridge", "log"):
        for name in ("default", "letter", "12-weeks-letter", "one-session"):
            for page in built_by(template, name).pages:
                words = body(page)
                assert "Stop" in words
                assert "chest pain" in words
                if (words.startswith(("Week", "My hip moves")) and "Session 1" in words) or template == "fridge":
                    assert "Before you start" in words, words[:200]


def test_the_safety_page_comes_first_in_a_handout() -> None:
    first, second, *_ = built_by("handout", "default").pages
    assert body(first).startswith("Before you start")
    assert body(second).startswith("Your moves")


def test_a_handout_says_what_it_is_not_and_where_its_facts_come_from() -> None:
    words = words_of(built_by("handout", "default"))
    for text in (
        "This handout is not a substitute for care.",
        "These pages and a pen.",
        "DiStefano and others, 2009 (move 2)",
        "No study has tested this whole plan.",
        "Warm up 4 minutes: march",
        "Have at hand. Mat",
    ):
        assert text in words
    for slug in moves_in(built_by("handout", "default").programme):
        assert say(f"slip.{slug}.a.slip") in words.replace("\n", " ")


@pytest.mark.parametrize("name", ["default", "letter", "12-weeks-letter", "sides-letter", "own-words-letter"])
def test_a_log_and_a_fridge_sheet_say_that_they_are_no_substitute_for_care(name: str) -> None:
    """On the first page; in the other templates a page of its own says it, so their weeks do not."""
    for template in ("log", "fridge"):
        assert say("document.care") in body(built_by(template, name).pages[0])
    assert say("document.care") not in words_of(built_by("handout", name))


def test_a_handout_has_the_notes_and_what_was_left_out() -> None:
    words = words_of(built_by("handout", "easier"))
    assert "Left out, and why Side lunge to one-leg reach: It is not done with this: a risk of falls." in words
    assert "Keep a chair or wall close. Do not train alone at home." in words


def test_a_page_of_a_handout_without_moves_has_a_title_of_its_own() -> None:
    choices = {"weeks": 8, "inward": True, "level": "intermediate", "equipment": "dumbbell", "notes": "Slowly.\n" * 20}
    found = [body(page) for page in build(choices, read_template("handout")).pages]
    (last,) = [number for number, words in enumerate(found) if words.startswith("More about your plan")]
    assert "Reverse clam" in found[last - 1]
    assert found[last + 1].startswith("Week 1")


def test_a_handout_says_when_the_next_visit_is() -> None:
    for choices, found in (({}, False), ({"review": "2026-12-28", "notes": "Go slowly.", "clinic": "Clinic"}, True)):
        for size in ("standard", "large"):
            words = words_of(build({**choices, "text_size": size}, read_template("handout")))
            assert ("From your physio Go slowly. Next visit: 28 Dec 2026" in words) == found, (choices, size)


@pytest.mark.parametrize("name", ["default", "letter", "inward-letter", "12-weeks-letter", "16-weeks-of-6"])
def test_the_fridge_sheet_has_every_dose_and_a_box_for_every_session(name: str) -> None:
    book = built_by("fridge", name)
    weeks = book.programme.weeks
    (page,) = read_structure(book.pdf)
    cells = " ".join(cell.alt for cell in page.roles("TD"))
    count = 0
    for week in weeks:
        for session in week.sessions:
            for done in session.prescriptions:
                dose = say("move.sets_times_reps", sets=done.sets, reps=done.reps)
                says = f"Week {week.number}, {move_name(done.move)}: {dose} each side"
                assert says in cells
                count += 1
    ticks = [box for box in boxes(book.pages[0]) if box.stroke_pt == 1.0]
    assert len(ticks) == (count if len(weeks) <= 4 else sum(len(week.sessions) for week in weeks))


@pytest.mark.parametrize("name", ["default", "letter", "sides-letter", "inward-letter", "inward", "12-weeks-letter"])
def test_the_number_of_a_move_keeps_clear_of_its_picture_on_the_fridge_sheet(name: str) -> None:
    (page,) = built_by("fridge", name).pages
    badges = [shape.outline for shape in page.shapes if shape.fill and abs(shape.outline.width - 7.0) < 0.01]
    assert len(badges) == len(moves_in(built_by("fridge", name).programme))
    for drawing in page.drawings:
        assert all(min(badge.overlap(drawing.outline)) < 0.3 for badge in badges), drawing.outline


@pytest.mark.parametrize("name", ["kit", "dates-of-8-weeks", "left-sides-letter"])
def test_the_boxes_of_a_week_stand_under_its_doses_and_the_levels_are_said(name: str) -> None:
    book = built_by("fridge", name)
    (page,) = book.pages
    ticks = {round(box.outline.left + box.outline.width / 2) for box in boxes(page) if box.stroke_pt == 1.0}
    doses = [piece.ink for piece in page.texts if TIMES.fullmatch(piece.text)]
    assert len(ticks) == len(book.programme.weeks)
    assert len(doses) == 5 * len(ticks)
    middles = [dose.left + dose.width / 2 for dose in doses]
    assert all(min(abs(tick - middle) for middle in middles) < 0.6 for tick in ticks)
    levels = {line for slug in moves_in(book.programme) for line in level_lines_of(book, slug)}
    assert all(f"{line}." in body(page) for line in levels)
    assert levels


@pytest.mark.parametrize(("name", "at_least"), [("16-weeks", 5), ("12-weeks-letter", 3), ("16-weeks-of-6", 2)])
def test_a_long_fridge_sheet_says_how_a_level_is_done_before_it_sends_to_the_log(name: str, at_least: int) -> None:
    book = built_by("fridge", name)
    text = words_of(book).replace("\xa0", " ")
    moves = moves_in(book.programme)
    told = [slug for slug in moves if all(line in text for line in level_lines_of(book, slug))]
    assert len(told) >= at_least
    assert text.count(say("fridge.levels")) == len(moves) - len(told)
    assert "Level 1 " not in text  # which has nothing to say


def level_lines_of(book: Built, slug: str) -> list[str]:
    return [line for line in level_lines(document.draft_of(book.programme), slug) if line != "Level 1"]


def test_the_fridge_sheet_carries_precautions_and_the_kind_of_day() -> None:
    assert "Do not do it alone at home." in words_of(built_by("fridge", "only-falls-risk"))
    assert "rest 45 s, day B" in words_of(built_by("fridge", "five-sessions-letter"))


def test_a_fridge_sheet_turns_round_for_the_left_hand() -> None:
    right, left = built_by("fridge", "default").pages[0], built_by("fridge", "left").pages[0]
    for page, first in ((right, False), (left, True)):
        tick = min(box.outline.left for box in boxes(page) if box.stroke_pt == 1.0)
        name = next(piece.x for piece in page.texts if piece.text.startswith("Fire hydrant"))
        assert (tick < name) == first


@given(st.from_type(Preferences), st.sampled_from(OTHERS))
@settings(max_examples=12)
def test_any_preferences_give_a_conforming_handout_fridge_sheet_and_log(
    preferences: Preferences, template: str
) -> None:
    try:
        programme = plan_programme(preferences)
        pdf = document.render(programme, read_template(template)).pdf
    except (PlanRefusedError, PreferencesError):
        reject()
    assert breaches(pdf) == []
    if preferences.text_size == "standard":
        assert faults(pdf, programme, read_template(template).pages) == []
