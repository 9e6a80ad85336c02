"""What the page design asks of large print besides its measures: full pages, large pictures, parts kept together."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest

from hipplan.checking.lines import TextLine, lines_of, paragraphs_of
from hipplan.checking.reading import read_pdf
from hipplan.checking.seen import Area, PageSeen
from hipplan.pdf.letterhead import read_letterhead
from hipplan.pdf.text import TextStyle
from hipplan.plan.catalogue import MAIN_MOVES
from hipplan.plan.preferences import Preferences
from hipplan.plan.progression import plan_programme
from hipplan.words import say
from hipplan.workbook import theme
from hipplan.workbook.clinic import Clinic, SafeArea
from hipplan.workbook.document import render
from hipplan.workbook.face import Face
from hipplan.workbook.keeping import forget_pages
from hipplan.workbook.large import foot
from hipplan.workbook.large import page as page_module
from hipplan.workbook.large import type as large
from hipplan.workbook.large.flow import Block
from hipplan.workbook.naming import effort_range, move_name
from hipplan.workbook.stationery import Stationery
from hipplan.workbook.template import read_template
from measuring.accessible import breaches
from measuring.foreign import A4, LETTER, letterhead
from measuring.large_print import found_on
from measuring.large_workbooks import built_large as built
from measuring.structure import read_structure
from measuring.workbooks import PEOPLE, Built, build

PLANS = ("default", "letter", "12-weeks-letter", "left-hand", "grey-duplex", "people-letter")
FULL = 0.55  # of the height of the paper, down to the lowest thing above strip and footer
FOOT = 21.0  # from the edge of the paper up to the rule of the footer
LEADING = 22.5
READING = ("Before you start", "How it works", "Start and finish tests", *(move_name(slug) for slug in MAIN_MOVES))
LINE = "Riverside Physio, a charity for people who move"


def title_of(page: PageSeen) -> str:
    return lines_of(page)[0].text


def above_footer(page: PageSeen) -> list[TextLine]:
    return [line for line in lines_of(page) if line.ink.bottom < page.height - FOOT]


def small_text(pages: Sequence[PageSeen]) -> float:
    """The part of all letters on pages to read that is smaller than 18 point."""
    read = [page for page in pages if title_of(page) in READING]
    pieces = [
        (piece.size, len(piece.text.strip()))
        for page in read
        for piece in page.texts
        if piece.ink.bottom < page.height - FOOT
    ]
    assert len(read) > 8
    return sum(count for size, count in pieces if size < 18) / sum(count for _, count in pieces)


@pytest.mark.parametrize("name", PLANS)
def test_what_is_read_is_18_point_but_for_heads_of_tables_and_labels(name: str) -> None:
    assert 0 < small_text(built(name).pages) < 0.06


def test_smaller_body_text_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large, "BODY", TextStyle(16, 22.5, theme.INK))
    assert small_text(read_pdf(render(built("default").programme).pdf)) > 0.2


def close_lines(pages: Sequence[PageSeen]) -> list[str]:
    """Lines of 18 point that stand closer than the leading."""
    found = []
    for page in pages:
        for paragraph in paragraphs_of(page):
            lines = [line.pieces[0] for line in paragraph.lines]
            for first, second in pairwise(lines):
                pitch = abs(second.y - first.y) / (25.4 / 72)
                if first.size == second.size == 18 and pitch < LEADING - 0.1:
                    found.append(f"page {page.number}: {pitch:.1f} pt under {first.text!r}")
    return found


@pytest.mark.parametrize("name", ["default", "people-letter"])
def test_lines_of_body_text_have_their_leading(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert close_lines(built(name).pages) == []
    monkeypatch.setattr(large, "BODY", TextStyle(18, 20, theme.INK))
    forget_pages()
    assert len(close_lines(read_pdf(render(built(name).programme).pdf))) > 20


@pytest.mark.parametrize("name", PLANS)
def test_titles_and_headings_are_22_to_32_point(name: str) -> None:
    """Only the bar of a session and a sign's second heading are as large as the text, and bold."""
    book = built(name)
    headings = 0
    for page, tagged in zip(book.pages, read_structure(book.pdf), strict=True):
        assert lines_of(page)[0].pieces[0].size in {22, 26, 32}
        sizes = {line.text: max(piece.size for piece in line.pieces) for line in lines_of(page)}
        for heading in tagged.roles("H1", "H2"):
            size = max((size for text, size in sizes.items() if text in heading.words), default=0)
            small = heading.words.startswith(("Session ", "See a doctor first"))
            headings += size >= 22
            assert small or size >= 22 or not size, (page.number, heading.words)
    assert headings > len(book.pages)


def nearly_empty(pages: Sequence[PageSeen]) -> list[tuple[int, str, int]]:
    found = []
    for page in pages:
        strip = [line.ink.top for line in lines_of(page) if line.text.startswith("Stop:")]
        edge = min([page.height - FOOT, *(top - 1.5 for top in strip)])
        lowest = max(thing.bottom for thing in things_on(page) if thing.bottom < edge)
        if lowest < FULL * page.height:
            found.append((page.number, title_of(page), round(100 * lowest / page.height)))
    return found


def things_on(page: PageSeen) -> Iterator[Area]:
    yield from (piece.ink for piece in page.texts)
    yield from (shape.outline for shape in page.shapes)
    yield from (drawing.outline for drawing in page.drawings)


@pytest.mark.parametrize("name", PLANS)
def test_no_page_is_nearly_empty(name: str) -> None:
    assert nearly_empty(built(name).pages) == []


@pytest.mark.parametrize("name", PLANS)
def test_no_page_ends_with_a_heading(name: str) -> None:
    for page in built(name).pages:
        strip = [line.ink.top for line in lines_of(page) if line.text.startswith("Stop:")]
        edge = min([page.height - FOOT, *(top - 1.5 for top in strip)])
        last = max((line for line in lines_of(page) if line.ink.bottom < edge), key=lambda line: line.ink.bottom)
        below = [thing for thing in things_on(page) if last.ink.bottom + 2 < thing.bottom < edge + 1.5]
        assert last.pieces[0].size < 22 or below or last.text == PEOPLE["phone"], (page.number, last.text)


@pytest.mark.parametrize("name", ["default", "letter", "left-hand", "12-weeks-letter"])
def test_every_test_has_its_boxes_on_its_page(name: str) -> None:
    pages = [page for page in built(name).pages if title_of(page) == "Start and finish tests"]
    for test in ("Seated hip turn", "One-leg stand", "30-second chair stand", "My three activities"):
        page = next(page for page in pages if test in page.words)
        top = next(line.ink.top for line in lines_of(page) if line.text.endswith(test))
        heads = [
            line.ink.top for line in lines_of(page) if line.text.startswith("Start Finish") or line.text == "Start"
        ]
        heads += [piece.ink.top for piece in page.texts if piece.text.strip() == "Start"]
        assert any(head > top for head in heads), test


def test_the_goals_are_on_every_page_of_a_week_in_turn() -> None:
    book = built("people-letter")
    goals = book.preferences.goals
    assert len(goals) == 2
    pages = [(page, re.match(r"Week (\d+)", page.words)) for page in book.pages]
    weeks = [(page, int(found[1])) for page, found in pages if found]
    assert len(weeks) >= 2 * len(book.programme.weeks)
    for page, number in weeks:
        turn = (number - 1) % 2
        assert f"Goal {turn + 1}: {goals[turn]}" in [line.text for line in lines_of(page)]


def test_one_goal_is_on_every_page_of_a_week_on_both_papers() -> None:
    for paper in ("a4", "letter"):
        book = build({"text_size": "large", "paper": paper, "goals": ["W" * 80], "log_detail": "sides"})
        assert found_on(book.pages) == []
        weeks = [page for page in book.pages if re.match(r"Week \d", page.words)]
        assert len(weeks) >= 8
        assert all("My goal:" in page.words for page in weeks)


@pytest.mark.parametrize("goal", ["Walk far", "Walk to the shops and back without stopping on the bench"])
def test_a_goal_takes_no_page_more_and_nothing_is_left_unsaid_for_it(goal: str) -> None:
    book, plain = (build({"text_size": "large", "weeks": 8, **more}) for more in ({"goals": [goal]}, {}))
    assert len(book.pages) == len(plain.pages)
    for week in book.programme.weeks:
        first, last = (page for page in book.pages if re.match(rf"Week {week.number}( of|,)", page.words))
        assert f"of 8{', easy' * (week.kind == 'easy')}, level 1" in first.words
        assert f"Effort {effort_range(max(session.effort for session in week.sessions))}. " in first.words
        assert all(f"My goal: {goal}" in page.words for page in (first, last))


def test_an_easy_week_says_so_in_its_title() -> None:
    book = built("12-weeks-letter")
    easy = [week.number for week in book.programme.weeks if week.kind == "easy"]
    assert easy
    for week in book.programme.weeks:
        words = next(page.words for page in book.pages if page.words.startswith(f"Week {week.number} of"))
        assert words.startswith(f"Week {week.number} of 12, easy") == (week.number in easy)


def test_pictures_of_every_move_are_larger_than_in_the_standard_workbook() -> None:
    standard = build({})
    for slug in MAIN_MOVES:
        assert largest(built("default"), slug) > 1.2 * largest(standard, slug)


def largest(book: Built, slug: str) -> float:
    titled = [page for page in book.pages if title_of(page).startswith(move_name(slug))]
    drawings = [drawing.outline for page in titled for drawing in page.drawings]
    return max(max(area.height, area.width) for area in drawings)


def test_a_level_with_new_kit_is_shown_once() -> None:
    book = build({"text_size": "large", "weeks": 12, "level": "intermediate", "equipment": ["kettlebell"]})
    figures = [figure.alt for page in read_structure(book.pdf) for figure in page.roles("Figure")]
    for move in ("squat-turn", "hinge-reach", "side-lunge-reach"):
        assert figures.count(say(f"pictures.{move}-kettlebell.alt", first="right", other="left")) == 1


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_line_of_the_clinic_is_in_the_footer_of_every_page(paper: str) -> None:
    programme = plan_programme(Preferences(text_size="large", paper=paper, phone="555 0100", goals=("Dance",)))
    workbook = render(programme, face=Face(Clinic(footer=LINE)))
    pages = read_pdf(workbook.pdf, inside_drawings=False)
    assert len(pages) > 40
    assert all(LINE in [line.text for line in lines_of(page)[-4:]] for page in pages)
    assert found_on(pages) == []
    assert breaches(workbook.pdf) == []


def test_beside_the_line_of_the_clinic_a_log_says_whose_it_is() -> None:
    programme = plan_programme(Preferences(text_size="large", phone="020 7946 0018", name="Margaret Featherstonehaugh"))
    workbook = render(programme, read_template("log"), face=Face(Clinic(footer="Riverside Physio, 555 0100")))
    first, *others = read_pdf(workbook.pdf, inside_drawings=False)
    assert "For Margaret Featherstonehaugh" in " ".join(line.text for line in lines_of(first))
    assert "Call 020 7946 0018" in " ".join(line.text for line in lines_of(first))
    assert "For Margaret" not in " ".join(line.text for page in others for line in lines_of(page))
    assert found_on([first]) == []


@pytest.mark.parametrize("name", ["default", "letter", "people-letter", "12-weeks-letter"])
def test_the_last_line_to_write_on_keeps_clear_of_what_is_below(name: str) -> None:
    count = 0
    for page in built(name).pages:
        wide = [shape.outline for shape in page.shapes if shape.outline.width > 150 and shape.stroke]
        lines = [shape.outline for shape in page.shapes if (shape.stroke, shape.stroke_pt) == (theme.WRITE.colour, 0.8)]
        for line in (area for area in lines if area.height < 0.1 and area in wide):
            under = [area.top - line.top for area in wide if 0.1 < area.top - line.top < 3.5]
            assert under == [], (page.number, line)
            count += 1
    assert count > 0


@pytest.mark.parametrize(("paper", "everywhere"), [("a4", True), ("letter", True), ("letter", False)])
@pytest.mark.parametrize("safe", [SafeArea(top=60, bottom=40), SafeArea(left=30, top=30)])
def test_a_letterhead_may_take_a_third_of_every_page(paper: str, everywhere: bool, safe: SafeArea) -> None:  # noqa: FBT001 - pytest gives it
    size = LETTER if paper == "letter" else A4
    head = read_letterhead(letterhead(size), "head.pdf", size)
    stationery = Stationery(letterhead=head, safe=safe, everywhere=everywhere, origin="clinic.toml")
    programme = plan_programme(Preferences(text_size="large", paper=paper, phone="555 0100"))
    pages = read_pdf(render(programme, stationery=stationery).pdf, inside_drawings=False)
    for page in pages if everywhere else pages[:1]:
        ours = [piece.ink for piece in page.texts if piece.text.strip() != "Riverside Physio"]
        assert min(ink.top for ink in ours) >= safe.top - 0.3
        assert min(ink.left for ink in ours) >= safe.left - 0.3
        assert max(ink.bottom for ink in ours) <= page.height - safe.bottom + 0.3


def test_a_footer_in_the_margin_and_gaps_that_touch_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foot, "UP", -2.0)
    pages = read_pdf(render(built("default").programme).pdf)
    assert "nothing_is_in_the_margins" in {broken for _, broken, _ in found_on(pages)}


def test_blocks_on_pages_of_their_own_would_be_seen_to_leave_them_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    def alone(every: Sequence[Block], _: object, *, last: float) -> list[slice]:
        assert last <= 1
        return [slice(number, number + 1) for number in range(len(every))]

    monkeypatch.setattr(page_module, "share_out", alone)
    pages = read_pdf(render(plan_programme(Preferences(text_size="large", weeks=1, sessions=1))).pdf)
    assert len(nearly_empty(pages)) > 20


@pytest.mark.parametrize("name", ["default", "letter"])
def test_effort_is_explained_on_the_page_of_its_heading(name: str) -> None:
    (page,) = [page for page in built(name).pages if "How hard should it feel?" in page.words]
    assert "all I have" in page.words


@pytest.mark.parametrize("name", ["default", "letter", "people-letter"])
def test_no_stop_sign_stands_on_words(name: str) -> None:
    count = 0
    for page in built(name).pages:
        signs = [s.outline for s in page.shapes if s.fill == theme.INK and s.subpaths and len(set(s.subpaths[0])) == 8]
        for sign in signs:
            assert [p.text for p in page.texts if min(sign.grown(0.8).overlap(p.ink)) > 0] == [], page.number
            count += 1
    assert count > len(built(name).programme.weeks)


@pytest.mark.parametrize("name", ["default", "letter"])
def test_all_stop_signs_are_on_one_page(name: str) -> None:
    (page,) = [page for page in built(name).pages if "Do not start if you have any of these signs" in page.words]
    assert "See a doctor first" in page.words
    lines = [line.text for line in lines_of(page)]
    assert "Read these pages once, slowly. Keep them where you exercise." in lines, "no word alone on a second line"
