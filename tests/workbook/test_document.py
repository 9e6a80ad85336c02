"""What the file says of itself: titles, language, bookmarks, labels, bytes."""

import re
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination, DictionaryObject, StreamObject

from hipplan import __version__
from hipplan.checking.lines import lines_of, paragraphs_of
from hipplan.checking.reading import read_pdf
from hipplan.pdf.metadata import read_mark
from hipplan.plan.preferences import parse_preferences
from hipplan.plan.progression import plan_programme
from hipplan.workbook.document import mark, render
from measuring.objects import objects_of
from measuring.workbooks import CHOICES, Built, build, built

SOME = ("default", "12-weeks-letter", "6-sessions", "16-weeks-of-6", "long-texts", "inward-letter", "one-session")
MOST_BYTES, MOST_BYTES_BARE = 500_000, 200_000


def reader(name: str) -> PdfReader:
    return PdfReader(BytesIO(built(name).pdf))


def objects(name: str) -> list[object]:
    found = reader(name)
    return objects_of(found)


def unpacked(name: str) -> bytes:
    """The file with all that it packs laid open, one part after the other."""
    parts = [built(name).pdf]
    parts += [thing.get_data() for thing in objects(name) if isinstance(thing, StreamObject)]
    return b"\n".join(parts)


@pytest.mark.parametrize(
    ("name", "title", "author"),
    [
        ("default", "Hip rotation workbook", "hipplan"),
        ("dates", "Hip rotation workbook, for Ana Example", "Example Physio"),
    ],
)
def test_the_file_says_what_it_is_and_whose(name: str, title: str, author: str) -> None:
    found = reader(name)
    about, root = found.metadata, found.root_object
    assert about is not None
    assert (about.title, about.author) == (title, author)
    assert about.subject == "4-week hip rotation programme to print and fill in by hand"
    assert about.creator == about.producer == f"hipplan {__version__}"
    assert str(root["/Lang"]) == "en-GB"
    preferences = root["/ViewerPreferences"]
    assert isinstance(preferences, DictionaryObject)
    assert preferences["/DisplayDocTitle"]


@pytest.mark.parametrize("name", SOME)
def test_the_mark_of_a_file_is_read_back(name: str) -> None:
    book = built(name)
    assert read_mark(book.pdf) == mark(book.programme)
    assert book.programme.id in mark(book.programme)
    assert "Ana" not in mark(book.programme)


@pytest.mark.parametrize("name", SOME)
def test_bookmarks_name_every_group_of_pages_in_order_and_lead_to_it(name: str) -> None:
    found, book = reader(name), built(name)
    entries = [entry for entry in found.outline if isinstance(entry, Destination)]
    marks = [(str(entry.title), found.get_destination_page_number(entry)) for entry in entries]
    assert len(marks) == len(found.outline)
    places = [page for _, page in marks]
    assert places[0] == 0
    assert all(before < after for before, after in pairwise(page for page in places if page is not None))
    titled = [(number, paragraphs_of(page)[0].text) for number, page in enumerate(book.pages)]
    titles = {page: title for title, page in marks}
    for (_, before), (number, head) in pairwise(titled):
        starts = head != before and not head.endswith(", continued")
        assert starts <= (number in titles), head  # a new title has a bookmark
    for title, page in marks[1:]:
        assert page is not None
        assert _leads_to(title, " ".join(line.text for line in lines_of(book.pages[page])[:2]))


def _leads_to(bookmark: str, head: str) -> bool:
    if bookmark.startswith("Spare week"):
        return head.startswith("Repeat a week")
    return head.startswith(bookmark.removesuffix(", easy week"))


@pytest.mark.parametrize("name", SOME)
def test_every_page_and_font_is_compressed(name: str) -> None:
    streams = [thing for thing in objects(name) if isinstance(thing, StreamObject)]
    streams = [stream for stream in streams if stream.get("/Type") != "/Metadata"]  # open to every reader
    assert len(streams) > len(built(name).pages)
    assert [stream.get("/Filter") for stream in streams if "FlateDecode" not in str(stream.get("/Filter"))] == []
    assert not any("ASCII85" in str(stream.get("/Filter")) for stream in streams)


@pytest.mark.parametrize("name", SOME)
def test_nothing_in_the_file_runs_or_calls_out(name: str) -> None:
    assert len(objects(name)) > 500
    for thing in objects(name):
        if isinstance(thing, DictionaryObject):
            assert not {"/JS", "/JavaScript", "/AA", "/OpenAction", "/URI", "/Launch", "/EmbeddedFile"} & set(thing)
    assert not re.search(rb"/(JavaScript|Launch|URI|EmbeddedFile|GoToR)\b", unpacked(name))


def test_no_base_14_font_is_named_anywhere() -> None:
    assert not re.search(rb"Helvetica|Times-|Courier|ZapfDingbats|/Symbol\b", unpacked("default"))


def test_the_default_workbook_is_at_most_500_kilobytes_and_200_without_pictures() -> None:
    assert len(built("default").pdf) <= MOST_BYTES
    assert len(render(built("default").programme, illustrated=False).pdf) <= MOST_BYTES_BARE


@pytest.mark.parametrize("name", SOME)
def test_the_same_preferences_give_the_same_bytes(name: str) -> None:
    again = render(plan_programme(parse_preferences(CHOICES[name])))
    assert again.pdf == built(name).pdf
    assert again.pages == built(name).count


def test_another_name_gives_other_bytes_and_another_mark() -> None:
    one, other = build({"name": "Ana"}), build({"name": "Bo"})
    assert one.pdf != other.pdf
    assert read_mark(one.pdf) != read_mark(other.pdf)
    assert _without_names(one) == _without_names(other)


def _without_names(book: Built) -> list[str]:
    return [line.text.replace("Ana", "Bo") for page in read_pdf(book.pdf) for line in lines_of(page)]
