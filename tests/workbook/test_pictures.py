"""The pictures of a workbook: of the side that goes first, the level it starts with and the kit that is at hand."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from hipplan.checking.lines import text_of
from hipplan.checking.reading import read_pdf
from hipplan.checking.seen import PageSeen
from hipplan.figures import library
from hipplan.pdf.about import About
from hipplan.pdf.book import Book
from hipplan.pdf.box import Box
from hipplan.pdf.tags import Node
from hipplan.plan.catalogue import MAIN_MOVES
from hipplan.plan.preferences import parse_preferences
from hipplan.plan.programme import Programme
from hipplan.plan.progression import plan_programme
from hipplan.resources import read_toml
from hipplan.workbook import parts
from hipplan.workbook.document import draft_of, page_list, render
from hipplan.workbook.edition import Edition
from hipplan.workbook.pictures import pictures_of
from measuring.measures import MEASURES
from measuring.workbooks import CHOICES

ABOUT = About(title="t", author="a", subject="s", keywords="k", language="en-GB", producer="p")
WORDS: Mapping[str, Mapping[str, str]] = read_toml("assets", "words/en.toml")["pictures"]
LYING, STANDING, LOW, SMALL = "-91 -34 183 62", "-60 -163 120 169", "-50 -90 110 96", "-20 -50 50 55"
BOOKS = ("default", "letter", "12-weeks-letter", "inward", "sides-letter", "only-fai", "6-sessions", "easier", "kit")
EASIER = "squat-turn,hinge-reach,side-lunge-reach,fire-hydrant,clam"


@pytest.fixture(autouse=True)
def stand_ins(tmp_path: Path) -> Iterator[None]:
    """A plain picture of the usual size for every key, the left side shown."""
    folder = tmp_path / "figures"
    folder.mkdir()
    for key in WORDS:
        (folder / f"{key}.svg").write_text(stand_in(key), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(library, "resource", lambda _, name: tmp_path / name)
        forget()
        yield
    forget()


def forget() -> None:
    library.shipped.cache_clear()
    library.drawing.cache_clear()


def stand_in(key: str) -> str:
    view = LYING if key.startswith("clam") else SMALL if key.endswith("icon") else STANDING
    if key.endswith("1-B") and view is STANDING:
        view = LOW
    marks = 'data-mark-left="-6 13" data-mark-right="6 -20"'  # the free foot is off the floor
    if key == "muscles":
        view = "-42 -165 183 169"  # two bodies
        marks = 'data-mark-1="10 -86" data-mark-2="-15 -88" data-mark-3="-5 -67" data-mark-4="93 -56"'
    x, y, width, height = map(float, view.split())
    path = f"M {x} {y} L {x + width} {y} L {x + width} {y + height} L {x} {y + height} Z"
    head = f'viewBox="{view}" data-side="left" data-floor="line" {marks}'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}><path d="{path}" fill="#DCE8E6"/></svg>'


def planned(name: str = "default", **choices: object) -> Programme:
    return plan_programme(parse_preferences({**CHOICES[name], **choices}))


class Drawn:
    """A workbook's pages, read back, with what each says of its pictures."""

    def __init__(self, programme: Programme) -> None:
        draft = draft_of(programme)
        pages = page_list(draft)
        self.edition: Edition = replace(draft, contents={page.key: n for n, page in enumerate(pages, start=1)}, pages=9)
        paper = draft.paper
        book = Book(paper.sheet, paper.area, ABOUT)
        self.figures: dict[str, list[str]] = {}
        for number, page in enumerate(pages, start=1):
            sheet = book.page()
            page.draw(sheet, self.edition)
            parts.footer(sheet, self.edition, number)
            self.figures[page.key] = [node.label for node in walk(sheet.structure) if node.role == "Figure"]
            book.close_page()
        self.pages: dict[str, PageSeen] = dict(zip(self.figures, read_pdf(book.finish()), strict=True))


def walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from walk(child)


@pytest.mark.parametrize("name", BOOKS)
def test_every_page_fits_with_all_its_pictures(name: str) -> None:
    pages = list(Drawn(planned(name)).pages.values())
    assert sum(len(page.drawings) for page in pages) > 40
    faults = [(page.number, fault) for page in pages for measure in MEASURES.values() for fault in measure(page)]
    assert faults == []


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_move_has_one_page_with_all_its_pictures(paper: str) -> None:
    drawn = Drawn(planned(paper=paper))
    assert [key for key in drawn.pages if key.startswith("move-")] == [f"move-{slug}" for slug in MAIN_MOVES]
    assert len(drawn.pages) == 16


@pytest.mark.parametrize("name", ["default", "letter"])
def test_pictures_stand_on_the_cover_by_every_move_and_in_the_log(name: str) -> None:
    programme = planned(name)
    drawn = Drawn(programme)
    assert len(drawn.pages["cover"].drawings) == 5
    assert [len(drawn.pages[key].drawings) for key in ("how", "tests")] == [2, 3]
    for slug in MAIN_MOVES:
        assert len(drawn.pages[f"move-{slug}"].drawings) >= 4  # the strip, and a fault or an easier version
    for week in programme.weeks:
        rows = sum(len(session.prescriptions) for session in week.sessions)
        assert len(drawn.pages[f"week-{week.number}"].drawings) == rows


def test_the_rows_of_the_log_are_not_told_twice() -> None:
    figures = Drawn(planned()).figures
    assert [len(alts) for key, alts in figures.items() if key.startswith("week-")] == [1] * 4  # the small staircase


@pytest.mark.parametrize("first", ["left", "right"])
def test_the_side_that_is_drawn_is_the_side_that_the_words_name(first: str) -> None:
    pictures = pictures_of(planned(first_side=first, inward=True))
    other = {"left": "right", "right": "left"}[first]
    assert len(pictures) > 50
    for place, picture in pictures.items():
        assert picture.mirrored == (first == "right" and place != "muscles"), place
    for slug, words in {
        "hinge-reach-C": f"on the {first} leg: trunk nearly level, {other} leg straight",
        "squat-turn-C": f"the {first} arm points up",
        "side-lunge-reach-B": f"the {first} knee bent over the foot, the {other} leg straight",
        "fire-hydrant-C": f"the bent {first} knee lifted",
        "clam-C": f"lying on the {other} side, the {first} knee lifted",
        "fire-hydrant-inward-D": f"the {first} foot is lifted",
        "clam-inward-D": f"lying on the {other} side, knees together, the {first} foot",
        "seated-hip-turn": f"the {first} foot swings out",
    }.items():
        assert words.lower() in pictures[slug].alt.lower()
    assert f"your {first} knee" in pictures["clam-C"].caption


def test_every_picture_names_its_move_and_all_but_three_name_a_side() -> None:
    names = {slug: say.split(" ")[0] for slug, say in ((m, WORDS[f"{m}-icon"]["alt"]) for m in MAIN_MOVES)}
    for key, words in WORDS.items():
        slug = next((slug for slug in MAIN_MOVES if key.startswith(slug)), None)
        assert slug is None or names[slug].lower() in words["alt"].lower() or "Reverse clam" in words["alt"]
        assert "{first}" in words["alt"] or key in {"test-chair", "muscles"}
        assert len(words["alt"]) > 15
        assert words["alt"].endswith(".")
        assert not words["caption"].endswith(".")


@pytest.mark.parametrize("first", ["left", "right"])
def test_letters_are_by_the_foot_they_name(first: str) -> None:
    page = Drawn(planned(first_side=first)).pages["move-hinge-reach"]
    letters = [piece for piece in page.texts if piece.text.strip() in {"L", "R"}]
    assert len(letters) == 2 * 4
    for pair in zip(letters[::2], letters[1::2], strict=True):
        left, right = sorted(pair, key=lambda piece: piece.text)
        assert (left.text.strip(), right.text.strip()) == ("L", "R")
        assert (left.y > right.y) == (first == "left")
        assert left.x < right.x  # mirrored twice: the picture, and what is left of it


def test_letters_that_would_touch_are_moved_apart() -> None:
    picture = pictures_of(planned(first_side="left"))["hinge-reach-A"]
    for scale in (0.2, 0.5, 1.0):
        (x0, y0), (x1, y1) = picture.letters(Box(0, 0, 40, 40), 30, scale).values()
        assert ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 >= 5.2 - 1e-9
        assert (x0 + x1) / 2 == pytest.approx(20)


def test_the_frames_of_a_move_share_one_scale_and_one_floor() -> None:
    page = Drawn(planned()).pages["move-side-lunge-reach"]
    strip = page.drawings[:4]
    assert len({round(frame.origin[1], 2) for frame in strip}) == 1
    assert len({frame.down for frame in strip}) == 1
    rules = [shape.outline.top for shape in page.shapes if shape.stroke == "#B5BFC8"]
    assert any(abs(rule - strip[0].origin[1]) < 0.02 for rule in rules)


def test_a_plan_shows_the_level_it_starts_with_and_the_easier_one_on_its_card() -> None:
    one, zero = pictures_of(planned()), pictures_of(planned(easier=EASIER))
    for slug in MAIN_MOVES:
        assert one[f"{slug}-A"].drawing.form.name == f"{slug}-1-A"
        assert zero[f"{slug}-A"].drawing.form.name == f"{slug}-0-A"
        assert one[f"{slug}-level-0"].drawing is zero[f"{slug}-{'B' if slug == 'side-lunge-reach' else 'C'}"].drawing
    figures = Drawn(planned(easier=EASIER)).figures
    assert all("level 0" in figures[f"move-{slug}"][0] for slug in MAIN_MOVES)
    assert any("level 0" in alt for alt in Drawn(planned()).figures["move-squat-turn"])


@pytest.mark.parametrize(
    ("kit", "slug", "shown"),
    [
        ("mini-band", "clam", "loop band"),
        ("mini-band", "squat-turn", "loop band"),
        ("mini-band", "fire-hydrant", "loop band"),
        ("dumbbell", "side-lunge-reach", "dumbbell"),
    ],
)
def test_a_harder_version_shows_the_kit_that_is_at_hand(kit: str, slug: str, shown: str) -> None:
    with_kit = Drawn(planned(equipment=kit)).figures[f"move-{slug}"]
    without = Drawn(planned()).figures[f"move-{slug}"]
    assert [alt for alt in with_kit if shown in alt]
    assert not [alt for alt in without if shown in alt]
    assert len(with_kit) == len(without) + 1


def test_a_long_plan_shows_every_level_that_looks_different() -> None:
    figures = Drawn(planned("inward", equipment="step", weeks=12)).figures
    told = " ".join(alt for key, alts in figures.items() if key.startswith("move-") for alt in alts)
    assert "low step" in told


def test_the_fault_is_crossed_out_beside_the_slip_it_shows() -> None:
    drawn = Drawn(planned())
    for slug in MAIN_MOVES:
        assert [alt.startswith("Crossed out: ") for alt in drawn.figures[f"move-{slug}"]].count(True) == 1
        page = drawn.pages[f"move-{slug}"]
        (caption,) = [piece for piece in page.texts if piece.text.startswith("Not like this:")]
        (head,) = [piece for piece in page.texts if piece.text.strip() == "Common slips"]
        assert 0 < caption.y - head.y < 35


def test_the_steps_name_the_pictures_only_when_there_are_some() -> None:
    programme = planned()
    assert "(B)" in " ".join(map(text_of, read_pdf(render(programme).pdf)))
    bare = read_pdf(render(programme, illustrated=False).pdf)
    assert "(B)" not in " ".join(map(text_of, bare))
    assert not any(page.drawings for page in bare)


def test_a_workbook_without_pictures_has_as_many_pages() -> None:
    programme = planned()
    assert render(programme).pages == render(programme, illustrated=False).pages == 16


def test_a_picture_is_in_the_file_once_and_two_files_have_the_same_bytes() -> None:
    first, second = render(planned()).pdf, render(planned()).pdf
    assert first == second
    assert first.count(b"/Subtype/Form") == len(set(pictures_shown(planned())))


def pictures_shown(programme: Programme) -> list[str]:
    """Names of the drawings on all pages."""
    drawn = Drawn(programme)
    by_alt = {picture.alt: picture.drawing.form.name for picture in drawn.edition.pictures.values()}
    shown = [by_alt[alt] for alts in drawn.figures.values() for alt in alts if alt in by_alt]
    return shown + [f"{slug}-icon" for slug in MAIN_MOVES]


def test_a_picture_fits_its_box_and_stands_on_its_lower_edge() -> None:
    picture = pictures_of(planned())["clam-cover"]
    draft = draft_of(planned())
    book = Book(draft.paper.sheet, draft.paper.area, ABOUT)
    box = Box(20, 40, 30, 29)
    picture.draw(book.page(), box)
    book.close_page()
    (page,) = read_pdf(book.finish())
    (seen,) = page.drawings
    assert seen.outline.width == pytest.approx(30, abs=0.01)
    assert seen.outline.bottom == pytest.approx(69, abs=0.01)


def test_a_longer_plan_keeps_what_to_be_careful_of_on_the_first_page_of_a_move() -> None:
    drawn = Drawn(planned(weeks=8, level="intermediate", equipment="mini-band,dumbbell"))
    for slug in ("squat-turn", "hinge-reach", "side-lunge-reach", "fire-hydrant"):
        first = text_of(drawn.pages[f"move-{slug}"])
        assert "Be careful if" in first
        assert "Your dose" in first or "Your levels in this plan" in first


def test_pictures_get_lower_before_a_move_gets_a_second_page() -> None:
    roomy, tight = (Drawn(planned(paper=paper)).pages["move-side-lunge-reach"] for paper in ("a4", "letter"))
    assert tight.drawings[0].down < roomy.drawings[0].down
    assert tight.drawings[0].outline.height > 23
