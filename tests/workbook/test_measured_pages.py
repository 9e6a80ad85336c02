"""The numbers of the page design hold on every page of a spread of workbooks."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from hipplan import __version__
from hipplan.checking.lines import lines_of
from hipplan.checking.page_measures import boxes
from measuring.measures import MEASURES
from measuring.objects import objects_of
from measuring.workbooks import CHOICES, built, names


def test_the_spread_is_wide() -> None:
    assert len(names()) >= 45
    assert {"default", "letter", "16-weeks-of-6", "long-texts", "only-falls-risk", "pain-0-1"} <= set(names())
    assert {built(name).preferences.paper for name in ("default", "12-weeks-letter")} == {"a4", "letter"}
    unplanned = set(CHOICES) - set(names())
    assert all(name.startswith(("only-", "cleared-")) for name in unplanned)


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("name", names())
def test_every_page_keeps_the_measure(name: str, measure: str) -> None:
    pages = built(name).pages
    assert len(pages) >= 8
    assert all(len(page.texts) > 3 for page in pages)  # a side for notes has a title and the footer
    assert [(page.number, fault) for page in pages for fault in MEASURES[measure](page)] == []


@pytest.mark.parametrize("name", names())
def test_every_page_says_which_page_of_which_plan_it_is(name: str) -> None:
    book = built(name)
    assert book.count == len(book.pages)
    for number, page in enumerate(book.pages, start=1):
        assert page.label == str(number)
        foot = [line.text for line in lines_of(page)[-3:]]
        assert foot[1] == f"Plan {book.programme.id}, version {__version__}"
        assert foot[2] == f"Page {number} of {len(book.pages)}"


@pytest.mark.parametrize("name", names())
def test_every_font_is_ours_embedded_and_subset(name: str) -> None:
    """The second typeface only where a name needs it."""
    ours = {"AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold"}
    ours |= {"NotoSans-Regular"} if name == "own-words" else set()
    found = fonts(built(name).pdf)
    assert len(found) >= 2
    for font in found:
        prefix, _, base = str(font["/BaseFont"]).rpartition("+")
        assert len(prefix) == len("/ABCDEF")
        assert base in ours
        descriptor = font["/FontDescriptor"].get_object()
        assert isinstance(descriptor, DictionaryObject)
        assert "/FontFile2" in descriptor
        assert "/ToUnicode" in font


def fonts(pdf: bytes) -> list[DictionaryObject]:
    reader = PdfReader(BytesIO(pdf))
    objects = objects_of(reader)
    found = [thing for thing in objects if isinstance(thing, DictionaryObject) and thing.get("/Type") == "/Font"]
    on_pages = {name for page in reader.pages for name in page["/Resources"].get_object()["/Font"]}  # type: ignore[index]
    assert len(found) == len(on_pages)
    return found


def test_a_week_has_as_many_boxes_as_the_log_asks_for() -> None:
    for name, boxes_a_set in (("default", 1), ("sides", 2)):
        book = built(name)
        weeks = [page for page in book.pages if "what next?" in page.words and page.words.startswith("Week")]
        assert len(weeks) == len(book.programme.weeks)
        for page, week in zip(weeks, book.programme.weeks, strict=True):
            sets = sum(done.sets for session in week.sessions for done in session.prescriptions)
            width = 24 / boxes_a_set
            found = [
                box for box in boxes(page) if abs(box.outline.width - width) < 0.1 and abs(box.outline.height - 9) < 0.1
            ]
            assert len(found) == sets * boxes_a_set


def test_the_words_of_the_stop_strip_hang_in_its_middle() -> None:
    """No nearer to the frame above than to the one below."""
    seen = 0
    for page in (*built("default").pages, *built("6-sessions").pages):
        for first, second in zip(lines_of(page), lines_of(page)[1:], strict=False):
            if first.text.startswith("Stop the set for"):
                frames = [shape.outline for shape in page.shapes if shape.stroke_pt == 1.4 and shape.is_rect]
                frame = next(box for box in frames if box.top < first.ink.top and second.ink.bottom < box.bottom)
                above, below = first.ink.top - frame.top, frame.bottom - second.ink.bottom
                assert above > 1
                beside = [
                    line.ink for line in lines_of(page) if frame.top < line.ink.top < line.ink.bottom < frame.bottom
                ]
                assert len(beside) == 4
                assert max(ink.bottom for ink in beside) < frame.bottom - 0.8
                assert abs(above - below) < 1.2
                seen += 1
    assert seen > 20
