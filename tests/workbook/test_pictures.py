"""Pages look finished without pictures and have room for them: every page fits when all the pictures are there."""

from dataclasses import dataclass, replace

import pytest

from hipplan import __version__
from hipplan.checking.lines import text_of
from hipplan.checking.reading import read_pdf
from hipplan.checking.seen import PageSeen
from hipplan.pdf.book import About, Book
from hipplan.pdf.box import Box
from hipplan.pdf.ink import Stroke
from hipplan.pdf.sheet import Sheet
from hipplan.plan.catalogue import MOVES
from hipplan.workbook import parts
from hipplan.workbook.document import page_list
from hipplan.workbook.edition import Edition, Picture
from hipplan.workbook.theme import PAPERS
from measuring.measures import MEASURES
from measuring.workbooks import Built, built

ABOUT = About(title="t", author="a", subject="s", keywords="k", language="en-GB", producer="p")
CAPTION = "Hips back, keep your back flat"  # two lines beside a letter
FRAME = Stroke(0.8, "#C0FFEE")
LETTERS = ("A", "B", "C", "D")
BOOKS = (
    "default",
    "letter",
    "12-weeks-letter",
    "inward",
    "sides-letter",
    "only-fai",
    "6-sessions",
    "16-weeks",
    "easier",
)


@dataclass(slots=True)
class Frame:
    """A picture of nothing but its edge."""

    alt: str
    caption: str = CAPTION

    def draw(self, sheet: Sheet, box: Box) -> None:
        with sheet.figure(self.alt, box):
            sheet.ink.rect(box, FRAME)


def all_pictures() -> dict[str, Picture]:
    keys = ["seated-hip-turn", "muscles", "test-stand", "test-chair"]
    for move in MOVES:
        keys += [f"{move}-{what}" for what in (*LETTERS, "icon", "cover")]
    return {key: Frame(key) for key in keys}


def illustrated(book: Built) -> tuple[PageSeen, ...]:
    paper = PAPERS[book.preferences.paper]
    draft = Edition(programme=book.programme, paper=paper, version=__version__, pictures=all_pictures())
    pages = page_list(draft)
    edition = replace(draft, contents={page.key: n for n, page in enumerate(pages, start=1)}, pages=len(pages))
    drawn = Book(paper.sheet, paper.area, ABOUT)
    for number, page in enumerate(pages, start=1):
        sheet = drawn.page()
        page.draw(sheet, edition)
        parts.footer(sheet, edition, number)
        drawn.close_page()
    return read_pdf(drawn.finish())


def frames(page: PageSeen) -> int:
    return sum(shape.stroke == FRAME.colour for shape in page.shapes)


@pytest.mark.parametrize("name", BOOKS)
def test_every_page_fits_with_all_its_pictures(name: str) -> None:
    pages = illustrated(built(name))
    assert sum(map(frames, pages)) > 40
    faults = [(page.number, fault) for page in pages for measure in MEASURES.values() for fault in measure(page)]
    assert faults == []


@pytest.mark.parametrize("name", ["default", "letter"])
def test_pictures_stand_on_the_cover_by_every_move_and_in_the_log(name: str) -> None:
    book = built(name)
    pages = illustrated(book)
    assert frames(pages[0]) == 5
    moves = [page for page in pages if "How to do it" in text_of(page)]
    assert [frames(page) for page in moves] == [4] * 5
    weeks = [page for page in pages if "what next?" in text_of(page)]
    rows = [sum(len(s.prescriptions) for s in week.sessions) for week in book.programme.weeks]
    assert [frames(page) for page in weeks[:4]] == rows


def test_the_steps_name_the_pictures_only_when_there_are_some() -> None:
    book = built("default")
    assert " (B)" in " ".join(map(text_of, illustrated(book)))
    assert " (B)" not in " ".join(map(text_of, book.pages))
    assert not any(frames(page) for page in book.pages)


def test_pictures_add_no_page_to_the_default_workbook() -> None:
    book = built("default")
    assert len(illustrated(book)) == len(book.pages)


def test_the_tests_page_has_a_picture_for_each_of_three_tests() -> None:
    (page,) = [page for page in illustrated(built("default")) if "My three activities" in text_of(page)]
    assert frames(page) == 3
