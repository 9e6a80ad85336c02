"""What is chosen for the printer and the hand: left hand, grey, duplex, spare weeks."""

import re
from collections.abc import Iterator, Mapping
from ctypes import byref, c_uint
from io import BytesIO
from itertools import pairwise

import pypdfium2  # type: ignore[import-untyped] # comes without types
import pytest
from pypdf import PdfReader
from pypdf.generic import Destination, StreamObject
from pypdfium2 import raw

from hipplan.checking.lines import lines_of
from hipplan.checking.seen import PageSeen
from hipplan.plan.preferences import Preferences
from hipplan.plan.progression import plan_programme
from hipplan.plan.quantities import spare_after
from hipplan.workbook.document import draft_of, page_list
from hipplan.workbook.template import read_template
from measuring.logs import sessions_on, week_pages
from measuring.measures import boxes
from measuring.objects import objects_of
from measuring.structure import read_structure
from measuring.workbooks import CHOICES, Built, build, built

LEFT = tuple(name for name, choices in CHOICES.items() if choices.get("hand") == "left")
GREY = tuple(name for name, choices in CHOICES.items() if choices.get("grey"))
DUPLEX = tuple(name for name, choices in CHOICES.items() if choices.get("duplex"))
COLOURED = re.compile(rb"(?<![\w.])(rg|RG|k|K|scn?|SCN?|sh|cs|CS)(?![\w.])")
NOTES = "For your notes"


def test_there_are_workbooks_for_each_choice() -> None:
    assert min(len(LEFT), len(GREY), len(DUPLEX)) >= 2


# left hand


def mirrored(page: PageSeen) -> set[tuple[float, float, float]]:
    """Left edge, top and width of every box, as seen from the other side of the text."""
    edge = 16 + page.width - 16
    return {
        (round(edge - box.outline.right, 1), round(box.outline.top, 1), round(box.outline.width, 1))
        for box in boxes(page)
    }


def places(page: PageSeen) -> set[tuple[float, float, float]]:
    return {(round(box.outline.left, 1), round(box.outline.top, 1), round(box.outline.width, 1)) for box in boxes(page)}


@pytest.mark.parametrize("week", [1, 2, 3, 4])
def test_the_boxes_of_a_log_change_sides_and_keep_their_sizes(week: int) -> None:
    """The default log of both hands; sets count from the left for both, so the striped one moves by two."""
    (right,), (left,) = (week_pages(built(name).pages, week) for name in ("default", "left"))
    gate = max(box.outline.top for box in boxes(right)) - 1
    ours = {place for place in places(left) if place[1] < gate and place[2] != 24}
    theirs = {place for place in mirrored(right) if place[1] < gate and place[2] != 24}
    assert len(ours) == 3 * 4  # date, worst pain, effort, next morning
    assert {(round(x), round(y), w) for x, y, w in ours} == {(round(x), round(y), w) for x, y, w in theirs}
    sets = [box.outline for box in boxes(left) if round(box.outline.width) == 24]
    assert sets
    assert max(box.right for box in sets) <= 16 + 72 + 0.1
    assert min(box.left for box in sets) == pytest.approx(16, abs=0.1)


@pytest.mark.parametrize("name", LEFT)
def test_for_the_left_hand_no_words_of_a_row_stand_left_of_its_boxes(name: str) -> None:
    book = built(name)
    seen = 0
    for week in book.programme.weeks:
        for page in week_pages(book.pages, week.number):
            for line in lines_of(page):
                if "each side" in line.text and line.size == 11.5:
                    seen += 1
                    assert line.x >= 16 + 72
                if line.text.startswith("Session ") and line.size == 14:
                    assert line.x >= page.width / 2
    assert seen == sum(len(session.prescriptions) for week in book.programme.weeks for session in week.sessions)


@pytest.mark.parametrize("name", LEFT)
def test_for_the_left_hand_the_boxes_of_the_tests_stand_left_of_the_words(name: str) -> None:
    pages = [page for page in built(name).pages if lines_of(page)[0].text.startswith("Start and finish tests")]
    found = [box.outline for page in pages for box in boxes(page)]
    assert len(found) > 6
    assert all(box.left < 80 for box in found)


def test_the_log_of_the_left_hand_is_read_aloud_like_that_of_the_right() -> None:
    right, left = (heard(built(name)) for name in ("default", "left"))
    assert left == right


def heard(book: Built) -> list[tuple[str, str, str]]:
    return [(part.role, part.text, part.alt) for page in read_structure(book.pdf) for part in page.walk()]


# grey


@pytest.mark.parametrize("name", GREY)
def test_a_grey_workbook_has_no_colour_in_any_stream(name: str) -> None:
    reader = PdfReader(BytesIO(built(name).pdf))
    objects = objects_of(reader)
    forms = [thing for thing in objects if isinstance(thing, StreamObject) and thing.get("/Subtype") == "/Form"]
    contents = [part.get_object() for page in reader.pages for part in page["/Contents"]]  # type: ignore[attr-defined]
    assert len(forms) > 10
    for stream in (*forms, *contents):
        assert isinstance(stream, StreamObject)
        words = re.sub(rb"\((?:[^()\\]|\\.)*\)", b"", stream.get_data())  # what is printed is no operator
        assert not COLOURED.search(words)
    assert not [thing for thing in objects if isinstance(thing, StreamObject) and thing.get("/Subtype") == "/Image"]


@pytest.mark.parametrize("name", GREY)
def test_everything_that_a_grey_workbook_paints_is_grey(name: str) -> None:
    count = 0
    for red, green, blue in painted(built(name).pdf):
        count += 1
        assert red == green == blue
    assert count > 5000


def test_letters_of_the_second_typeface_are_grey_too() -> None:
    """Its bold is an outline around them, which has a colour of its own."""
    book = build({"grey": True, "name": "\N{CYRILLIC CAPITAL LETTER I}\N{CYRILLIC SMALL LETTER VE}", "weeks": 1})
    assert all(red == green == blue for red, green, blue in painted(book.pdf))


def test_a_coloured_workbook_is_not_grey() -> None:
    assert any(len(set(colour)) > 1 for colour in painted(built("default").pdf))


def painted(pdf: bytes) -> Iterator[tuple[int, int, int]]:
    """Fill and stroke of every object, those inside drawings included."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        for found in page.get_objects(max_depth=4):
            for getter in (raw.FPDFPageObj_GetFillColor, raw.FPDFPageObj_GetStrokeColor):
                red, green, blue, alpha = (c_uint() for _ in range(4))
                if getter(found.raw, byref(red), byref(green), byref(blue), byref(alpha)):
                    yield red.value, green.value, blue.value
        page.close()
    document.close()


# duplex


@pytest.mark.parametrize("name", DUPLEX)
def test_each_move_and_each_week_opens_on_a_right_hand_page(name: str) -> None:
    book = built(name)
    pages = page_list(draft_of(book.programme))
    opening = [
        number
        for number, page in enumerate(pages, start=1)
        if page.bookmark and page.key.startswith(("move-", "week-", "spare-"))
    ]
    assert len(opening) > len(book.programme.weeks)
    assert [number for number in opening if number % 2 == 0] == []
    for before, page in pairwise(pages):
        if page.key.startswith("blank-"):
            assert not before.key.startswith("blank-")


@pytest.mark.parametrize("name", DUPLEX)
def test_a_side_left_free_says_so_and_has_lines(name: str) -> None:
    book = built(name)
    free = [page for page in book.pages if lines_of(page)[0].text == NOTES]
    keys = [page.key for page in page_list(draft_of(book.programme))]
    assert [page.number for page in free] == [n for n, key in enumerate(keys, start=1) if key.startswith("blank-")]
    assert free
    for page in free:
        assert f"Page {page.number} of {book.count}" in page.words
        lines = [shape for shape in page.shapes if len(shape.subpaths) >= 20]
        assert len(lines) == 1


@pytest.mark.parametrize("name", DUPLEX)
def test_words_that_name_a_page_and_bookmarks_are_right_in_duplex(name: str) -> None:
    book = built(name)
    reader = PdfReader(BytesIO(book.pdf))
    titles = [lines_of(page)[0].text for page in book.pages]
    cover = read_structure(book.pdf)[0]
    links = [link.alt.rpartition(", page ") for link in cover.roles("Link")]
    assert links
    assert [titles[int(page) - 1] for _, _, page in links] == [title for title, _, _ in links]
    for entry in reader.outline:
        assert isinstance(entry, Destination)
        page = reader.get_destination_page_number(entry)
        assert page is not None
        assert titles[page] != NOTES


def test_a_handout_saves_paper_and_opens_only_its_moves_and_its_weeks_on_the_right() -> None:
    draft = draft_of(plan_programme(Preferences(duplex=True)), read_template("handout"))
    keys = [page.key for page in page_list(draft)]
    assert keys[0] == "before"
    assert keys.index("moves-short") % 2 == keys.index("week-1") % 2 == 0
    assert keys.index("week-2") == keys.index("week-1") + 1
    assert len(keys) <= 10


def test_without_duplex_no_side_is_for_notes() -> None:
    assert all(lines_of(page)[0].text != NOTES for page in built("default").pages)


# spare weeks

SPARE: Mapping[str, int] = {"default": 1, "no-spare-week": 0, "four-spare-weeks": 4}


@pytest.mark.parametrize(("name", "copies"), SPARE.items())
def test_as_many_spare_weeks_as_asked_for_follow_a_block(name: str, copies: int) -> None:
    book = built(name)
    titles = [page.bookmark for page in page_list(draft_of(book.programme)) if page.bookmark.startswith("Spare week")]
    assert len(titles) == copies * len(spare_after(book.programme))
    assert len(set(titles)) == len(titles)
    pages = [page for page in book.pages if lines_of(page)[0].text == "Repeat a week"]
    assert len(pages) >= len(titles)
    assert not any(rows for page in pages for rows in sessions_on(page).values())  # targets are empty


def test_without_a_spare_week_no_page_speaks_of_one() -> None:
    words = " ".join(page.words for page in built("no-spare-week").pages)
    assert "spare" not in words.lower()
    assert "Repeat a week" not in words
