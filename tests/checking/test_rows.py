"""Every row of a check fails for a file made to fail it, and no other row does."""

from collections.abc import Callable
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, read_object
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from hipplan.checking.answer import Answer, Row
from hipplan.checking.inspection import inspect
from hipplan.checking.page_measures import boxes
from hipplan.checking.seen import MM
from hipplan.pdf.fonts import BOLD, REGULAR, face
from measuring.declared import TAGGED, XMP, declared
from measuring.workbooks import build, built, names

Drawing = Callable[[Canvas], None]
A4 = (210 / MM, 297 / MM)
INK, MUTED, WHITE = "#1F2933", "#52606D", "#FFFFFF"
KEYS = (
    "programme",
    "pdfua-1",
    "pdfa-2a",
    "pages",
    "paper",
    "fonts",
    "scripts",
    "footers",
    "smallest-text",
    "contrast",
    "margins",
    "write-in",
    "reading-level",
)
UNDECLARED = {"pdfua-1", "pdfa-2a"}  # ReportLab declares neither


def words(text: str, x: float, y: float, *, size: float = 12, font: str = REGULAR, colour: str = INK) -> Drawing:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(HexColor(colour))
        canvas.setFont(font, size)
        canvas.drawString(x / MM, (297 - y) / MM, text)

    return draw


def box(x: float, y: float, width: float, height: float, *, tick: bool = False) -> Drawing:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(HexColor(WHITE))
        canvas.setStrokeColor(HexColor(INK if tick else MUTED))
        canvas.setLineWidth(1.0 if tick else 0.8)
        canvas.rect(x / MM, (297 - y - height) / MM, width / MM, height / MM, fill=1, stroke=1)

    return draw


def bar(colour: str) -> Drawing:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(HexColor(colour))
        canvas.rect(16 / MM, 100 / MM, 100 / MM, 50 / MM, fill=1, stroke=0)

    return draw


EASY = (
    words("Sit deep and turn your chest. Go slow.", 20, 25),
    words("Plan d70779f8, version 0.1.0", 20, 280, size=9.5),
    words("Page 1 of 1", 150, 280, size=9.5, font=BOLD),
    box(20, 40, 24, 9),
    box(60, 40, 5, 5, tick=True),
)
LARGE = (
    words("Sit deep and turn your chest. Go slow.", 20, 25, size=18),
    words("Plan d70779f8, version 0.1.0", 20, 280, size=16),
    words("Page 1 of 1", 150, 280, size=16, font=BOLD),
    box(20, 40, 25, 16.2),
    words("Effort", 25, 72, size=16, font=BOLD),
    box(45, 63, 15.5, 14.5),
    words("Date", 80, 71, size=16),
    box(100, 64, 32, 12.5),
    box(60, 40, 7, 7, tick=True),
)


def drawn(
    *drawings: Drawing,
    size: tuple[float, float] = A4,
    keywords: str = "hipplan programme d70779f8 person 6d9695b0",
    producer: str = "hipplan 0.1.0",
    language: str | None = "en-GB",
) -> bytes:
    """One page that says it is one of ours, drawn with ReportLab alone."""
    face(REGULAR)
    face(BOLD)
    file = BytesIO()
    canvas = Canvas(file, pagesize=size, initialFontName=REGULAR, lang=language)  # type: ignore[arg-type] # as in hipplan/pdf/canvas.py
    canvas.setKeywords(keywords)
    canvas.setProducer(producer)
    for drawing in drawings:
        drawing(canvas)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def changed(pdf: bytes, change: Callable[[PdfWriter], object]) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    change(writer)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def opening(action: str) -> bytes:
    """A page with an action for when it is opened."""
    read = read_object(BytesIO(action.encode()), None)
    return changed(drawn(*EASY), lambda writer: writer.root_object.update({NameObject("/OpenAction"): read}))


def failing(answer: Answer) -> set[str]:
    return {row.key for row in answer.rows if row.result == "fails"}


def row_of(answer: Answer, key: str) -> Row:
    (found,) = (row for row in answer.rows if row.key == key)
    return found


def test_a_good_page_fails_nothing_but_what_it_does_not_declare() -> None:
    answer = inspect(drawn(*EASY))
    assert tuple(row.key for row in answer.rows) == KEYS
    assert failing(answer) == UNDECLARED
    assert [row.key for row in answer.rows if row.result == "not checked"] == []
    assert (answer.ours, answer.programme, answer.version) == (True, "d70779f8", "0.1.0")
    assert answer.print == "standard"


BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a stranger": ("programme", lambda: drawn(*EASY, keywords="hip"), "not one of ours"),
    "no version": ("programme", lambda: drawn(*EASY, producer="other"), "d70779f8, hipplan unknown"),
    "no paper of ours": ("paper", lambda: drawn(*EASY, size=(200 / MM, 297 / MM)), "200 x 297 mm"),
    "two papers": (
        "paper",
        lambda: changed(drawn(*EASY), lambda writer: writer.add_blank_page(*A4[::-1])),
        "A4, and 1 other",
    ),
    "lying": ("paper", lambda: changed(drawn(*EASY), lambda writer: writer.pages[0].rotate(90)), "297 x 210 mm"),
    "a font that is only named": (
        "fonts",
        lambda: drawn(*EASY, words("other", 20, 60, font="Helvetica")),
        "not embedded: Helvetica",
    ),
    "JavaScript": ("scripts", lambda: opening("<</S/JavaScript/JS(app.alert)>>"), "JavaScript, an action when it"),
    "a program that starts": ("scripts", lambda: opening("<</S/Launch/F(a.exe)>>"), "an action that starts a program"),
    "a form that is sent": ("scripts", lambda: opening("<</S/GoTo/D[0]/Next<</S/SubmitForm/F(a)>>>>"), "sends a form"),
    "a file inside": (
        "scripts",
        lambda: changed(drawn(*EASY), lambda writer: writer.add_attachment("a.txt", b"a")),
        "files inside",
    ),
    "another plan": (
        "footers",
        lambda: drawn(*EASY, keywords="hipplan programme 00000000 person 6d9695b0"),
        "right on 0 of 1 pages",
    ),
    "another version": ("footers", lambda: drawn(*EASY, producer="hipplan 0.2.0"), "right on 0 of 1 pages"),
    "small": ("smallest-text", lambda: drawn(*EASY, words("small", 20, 60, size=9.4)), "9.4 pt"),
    "pale": ("contrast", lambda: drawn(*EASY, words("pale", 20, 60, colour="#99A5B0")), "2.5:1, in grey 2.5:1"),
    "too dark a ground for a copier": (
        "contrast",
        lambda: drawn(*EASY, bar("#FF5656"), words("ink", 20, 170)),
        "4.7:1, in grey 4.2:1",
    ),
    "text at the left edge": ("margins", lambda: drawn(*EASY, words("out", 14, 60)), "14.5 mm at the sides"),
    "a box at the foot": ("margins", lambda: drawn(*EASY, box(20, 274, 24, 12)), "11.0 mm top and bottom"),
    "a low box": ("write-in", lambda: drawn(*EASY, box(20, 60, 24, 8.8)), "from 24 x 8.8 mm"),
    "a narrow box": ("write-in", lambda: drawn(*EASY, box(20, 60, 11.8, 9)), "from 11.8 x 9 mm"),
    "a small box to tick": ("write-in", lambda: drawn(*EASY, box(20, 60, 4.8, 4.8, tick=True)), "from 4.8 x 4.8 mm"),
    "a long sentence": ("reading-level", lambda: drawn(*EASY, words("Go " * 22 + "on.", 20, 60)), "23 words"),
    "hard words": (
        "reading-level",
        lambda: drawn(*EASY, words("Rehabilitation necessitates individualised progressive prescription.", 20, 60)),
        "on a page",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_page_fails_its_row_and_no_other(name: str) -> None:
    key, file, found = BAD[name]
    answer = inspect(file())
    row = row_of(answer, key)
    assert failing(answer) - UNDECLARED - ({"footers"} if name in {"no version", "two papers"} else set()) == {key}
    assert found in row.found
    assert answer.passed is False


def test_there_is_a_bad_file_for_every_row() -> None:
    assert {key for key, _, _ in BAD.values()} | UNDECLARED | {"pages"} == set(KEYS)


def test_pages_where_something_fails_are_named() -> None:
    two = changed(drawn(*EASY, words("small", 20, 60, size=6)), lambda writer: writer.add_page(writer.pages[0]))
    assert row_of(inspect(two), "smallest-text").pages == (1, 2)
    assert row_of(inspect(two), "footers").pages == (1, 2), "both say page 1 of 1"


def test_large_print_has_its_own_limits() -> None:
    answer = inspect(drawn(*LARGE))
    assert failing(answer) == UNDECLARED
    assert answer.print == "large"
    for key, drawing in {
        "smallest-text": words("small", 20, 90, size=15),
        "contrast": words("grey", 20, 90, size=18, colour=MUTED),
        "write-in": box(20, 90, 24, 9),
    }.items():
        assert failing(inspect(drawn(*LARGE, drawing))) - UNDECLARED == {key}
        assert failing(inspect(drawn(*EASY, drawing))) == UNDECLARED


@pytest.mark.parametrize(
    ("label", "wide", "high", "fails"),
    [
        ("Effort", 15.5, 14.5, False),
        ("Effort", 15.2, 14.5, True),
        ("Effort", 15.5, 14.2, True),
        ("Effort", 32, 12.5, True),
        ("Date", 32, 12.5, False),
        ("Date", 29, 12.5, True),
        ("Date", 50, 12, True),
        ("Note", 15.5, 14.5, True),
        ("Note", 50, 12.5, True),
        ("Note", 15, 15.9, True),
        ("Note", 15, 16.2, False),
    ],
)
def test_only_ratings_and_dates_may_be_lower_in_large_print(
    label: str, wide: float, high: float, *, fails: bool
) -> None:
    named = words(label, 24, 99, size=16, font=BOLD)
    assert ("write-in" in failing(inspect(drawn(*LARGE, named, box(42, 90, wide, high))))) is fails
    away = words(label, 24, 130, size=16, font=BOLD)
    unnamed = failing(inspect(drawn(*LARGE, away, box(42, 90, wide, high))))
    assert ("write-in" in unnamed) is (high < 16.2), "a label that is not beside a box says nothing of it"


def test_what_is_declared_and_true_is_ok() -> None:
    answer = inspect(declared())
    assert {row.key: row.found for row in answer.rows if row.key in UNDECLARED} == {
        "pdfua-1": "declared and true",
        "pdfa-2a": "declared and true",
    }
    assert failing(answer) & UNDECLARED == set()


@pytest.mark.parametrize(
    ("file", "fails", "found"),
    [
        (
            lambda: declared(tagged=TAGGED.replace(b"DisplayDocTitle true", b"DisplayDocTitle false")),
            {"pdfua-1"},
            "declared, not true: PDFUA1-",
        ),
        (lambda: declared(element=b"<</Type/StructElem/S/Odd/P 6 0 R>>"), UNDECLARED, "declared, not true: PDF"),
        (lambda: declared(xmp=XMP.replace(b"<pdfuaid:part>1</pdfuaid:part>", b"")), {"pdfua-1"}, "not declared"),
        (lambda: declared(xmp=XMP.replace(b"conformance>A", b"conformance>B")), {"pdfa-2a"}, "not declared"),
    ],
)
def test_what_is_declared_and_not_true_fails(file: Callable[[], bytes], fails: set[str], found: str) -> None:
    answer = inspect(file())
    assert failing(answer) & UNDECLARED == fails
    assert all(row_of(answer, key).found.startswith(found) for key in fails)


@pytest.mark.parametrize("action", ["[0 /Fit]", "<</S/GoTo/D[0 /Fit]>>", "<</S/Named/N/NextPage>>"])
def test_opening_at_a_page_is_no_action(action: str) -> None:
    assert failing(inspect(opening(action))) == UNDECLARED


def test_a_link_for_people_is_no_action() -> None:
    def linked(canvas: Canvas) -> None:
        canvas.linkURL("https://example.org", (100, 100, 200, 120))

    assert failing(inspect(drawn(*EASY, linked))) == UNDECLARED


def test_text_on_an_image_has_a_contrast_that_is_not_known() -> None:
    def shaded(canvas: Canvas) -> None:
        canvas.linearGradient(0, 0, *A4, [HexColor(INK), HexColor(WHITE)])

    def behind(canvas: Canvas) -> None:
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(60, 400, 300, 100)
        canvas.clipPath(path, stroke=0)
        shaded(canvas)
        canvas.restoreState()

    row = row_of(inspect(drawn(behind, *EASY, words("on it", 40, 130))), "contrast")
    assert (row.result, row.found.split("; ")[1]) == ("not checked", "1 texts lie on images")


@pytest.mark.parametrize("language", [None, "de-DE"])
def test_words_of_another_language_are_not_graded(language: str | None) -> None:
    row = row_of(inspect(drawn(*EASY, language=language)), "reading-level")
    assert (row.result, row.found) == ("not checked", "not known to be English")


def test_a_strangers_boxes_and_footers_are_not_judged() -> None:
    answer = inspect(drawn(*EASY, box(20, 60, 4, 4), keywords=""))
    assert failing(answer) - UNDECLARED == {"programme"}
    assert {row.key for row in answer.rows if row.result == "not checked"} == {"footers", "write-in"}


def test_nothing_of_the_text_is_in_the_answer() -> None:
    private = "Wilhelmina"
    answer = inspect(drawn(*EASY, words(private, 2, 60, size=5, colour="#EEEEEE"), keywords=private, producer=private))
    assert len(failing(answer) - UNDECLARED) >= 4
    assert private not in repr(answer)


@pytest.mark.parametrize("name", [name for name in names() if not name.startswith(("only-", "cleared-", "long-"))])
def test_our_own_workbooks_pass_every_row(name: str) -> None:
    book = built(name)
    answer = inspect(book.pdf)
    assert {row.key: row.result for row in answer.rows} == dict.fromkeys(KEYS, "ok")
    assert answer.programme == book.programme.id
    assert row_of(answer, "pages").found == str(book.count)
    assert row_of(answer, "write-in").found.endswith("tick boxes from 5 x 5 mm")


@pytest.mark.parametrize("choices", [{"text_size": "large"}, {"text_size": "large", "paper": "letter"}])
def test_grey_large_print_has_as_many_boxes_as_coloured(choices: dict[str, object]) -> None:
    counts = [
        sum(len(boxes(page)) for page in build({"weeks": 1, **choices, "grey": grey}).pages) for grey in (False, True)
    ]
    assert counts[0] == counts[1] > 50
