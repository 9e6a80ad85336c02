import stat
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader

from hipplan.batch.folder import Folder
from hipplan.batch.outcome import Outcome
from hipplan.batch.print_stream import PrintStream
from hipplan.batch.printing import check_stream, titled, write_stream
from hipplan.batch.rows import Base, Row
from hipplan.batch.tasks import tasks_of
from hipplan.errors import FileProblemError, OutputExistsError
from hipplan.plan.preferences import parse_preferences
from hipplan.plan.progression import plan_programme
from hipplan.workbook.document import Workbook, render

Writer = Callable[..., bytes]


def book(**asked: object) -> Workbook:
    return render(plan_programme(parse_preferences({"weeks": 1, "sessions": 1, **asked})))


@pytest.fixture(scope="module")
def books() -> list[Workbook]:
    made = [book(name="Jörg Example"), book(name="Sam Example", paper="letter"), book(notes="More to say.")]
    assert {one.pages % 2 for one in made} == {0, 1}
    return made


@pytest.fixture(scope="module")
def stream(books: list[Workbook]) -> bytes:
    file = BytesIO()
    writer = PrintStream(file)
    for title, one in zip(("A-1", "Zoë", "Row 3"), books, strict=True):
        writer.add(one.pdf, title)
    writer.finish()
    return file.getvalue()


def starts(stream: bytes) -> list[tuple[str, int]]:
    reader = PdfReader(BytesIO(stream), strict=True)
    return [(str(item.title), reader.get_destination_page_number(item) or 0) for item in reader.outline]  # type: ignore[union-attr, arg-type]


def test_every_workbook_starts_on_a_right_hand_page_with_its_bookmark(books: list[Workbook], stream: bytes) -> None:
    even = [one.pages + one.pages % 2 for one in books]
    assert starts(stream) == [("A-1", 0), ("Zoë", even[0]), ("Row 3", even[0] + even[1])]
    assert len(PdfReader(BytesIO(stream)).pages) == sum(even)


def test_every_page_looks_as_it_does_alone_and_those_between_are_blank(books: list[Workbook], stream: bytes) -> None:
    together = pdfium.PdfDocument(stream)
    looked = 0
    for one, (_, start) in zip(books, starts(stream), strict=True):
        alone = pdfium.PdfDocument(one.pdf)
        for number in range(one.pages):
            ours, theirs = together[start + number], alone[number]
            assert ours.get_size() == theirs.get_size()
            assert ours.get_textpage().get_text_bounded() == theirs.get_textpage().get_text_bounded()
            if number % 6 == 0:
                assert ours.render().to_numpy().tobytes() == theirs.render().to_numpy().tobytes()
                looked += 1
        if one.pages % 2:
            blank = together[start + one.pages]
            assert blank.get_size() == alone[one.pages - 1].get_size()
            assert not list(blank.get_objects())
    assert looked >= 6


def test_what_workbooks_share_is_in_it_once(books: list[Workbook], stream: bytes) -> None:
    assert len(stream) < 0.75 * sum(len(one.pdf) for one in books)


def test_nothing_leads_to_tags_or_links_that_are_not_there(stream: bytes) -> None:
    reader = PdfReader(BytesIO(stream), strict=True)
    keys = {key for page in reader.pages for key in page}
    assert keys <= {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/Group"}
    assert b"/StructParents" not in stream
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/Duplex"] == "/DuplexFlipLongEdge"  # type: ignore[index]


def test_the_file_is_for_its_owner_and_its_bookmarks_show_ids_not_names(tmp_path: Path, books: list[Workbook]) -> None:
    folder = Folder(tmp_path / "out", shared=False)
    folder.write("a.pdf", books[0].pdf)
    target = tmp_path / "all.pdf"
    check_stream(target)
    assert write_stream(target, folder, [("A-1", Outcome(row=1, file="a.pdf"))]) % 2 == 0
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    check_stream(target)  # ours may be replaced


def test_only_a_print_stream_is_replaced(tmp_path: Path, books: list[Workbook]) -> None:
    target = tmp_path / "all.pdf"
    target.write_bytes(books[0].pdf)
    with pytest.raises(OutputExistsError, match="not a print stream"):
        check_stream(target)
    target.unlink()
    target.symlink_to(tmp_path / "other.pdf")
    with pytest.raises(OutputExistsError, match="a link"):
        check_stream(target)
    with pytest.raises(FileProblemError):
        check_stream(tmp_path / "nowhere" / "all.pdf")


def test_what_is_no_file_is_refused_by_the_option_s_own_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for target, words in (("-", "--print-stream -: does not go to standard output"), ("/dev/null", "name a file")):
        with pytest.raises(FileProblemError, match=words):
            check_stream(Path(target))
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(FileProblemError, match="not writable; choose another place with --print-stream"):
        check_stream(tmp_path / "all.pdf")


def test_an_id_that_comes_again_has_its_row_in_the_bookmark() -> None:
    people: list[dict[str, object]] = [{"id": "A-1"}, {"id": "A-1"}, {"weeks": 40}, {}, {"id": "A-1"}]
    rows = [Row(number=n, where=f"line {n}", values=values) for n, values in enumerate(people, start=1)]
    tasks = tasks_of(rows, [""] * len(rows), Base())
    outcomes = [Outcome(row=n, file=f"{n}.pdf", error="weeks" if n == 3 else "") for n in range(1, 6)]
    found = [title for title, _ in titled(tasks, outcomes)]
    assert found == ["A-1", "A-1 (row 2)", "Row 4", "A-1 (row 5)"]
