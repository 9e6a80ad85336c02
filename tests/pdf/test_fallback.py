"""The second typeface: which words are set in it, how wide they are, what the file holds and reads back."""

import unicodedata
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.pdfbase import pdfmetrics

from hipplan.checking.reading import read_pdf
from hipplan.checking.seen import PageSeen, Piece
from hipplan.pdf.about import About
from hipplan.pdf.accents import CLEAR, ink_box, placed
from hipplan.pdf.book import Book
from hipplan.pdf.box import PT, Box
from hipplan.pdf.fonts import BOLD, REGULAR, SECOND, SECOND_REGULAR, THICKENED, face, missing_letters, text_width
from hipplan.pdf.text import LayoutError, Run, TextStyle, line_width, plain, width_of, wrap
from measuring.accessible import breaches

AREA = Box(16, 13, 178, 265)
BODY = TextStyle(12, 15, "#1F2933")
STRONG = TextStyle(12, 15, "#1F2933", bold=True)
ABOUT = About(
    title="Title", author="Author", subject="Subject", keywords="Keywords", language="en-GB", producer="Producer"
)
NAMES = ("İpek", "Nguyễn", "Ḥasan", "Иванова", "Παπαδόπουλος", "Đặng", "Ẑoe", "Ɛsi", "Ṽyn", "Ῥόδος", "Ђорђе")
PLAIN = ("Ana", "Žižek", "Łukasz", "Zoë", "O'Neill", "(1)")
LETTERS = st.sampled_from("abcWiŽłİễḤИвΠδ≠≤ \n")
texts = st.lists(st.tuples(st.text(LETTERS, min_size=1, max_size=12), st.booleans()), min_size=1, max_size=6)


def drawn(text: str | tuple[Run, ...], style: TextStyle = BODY, *, width: float = 178.0) -> tuple[bytes, PageSeen]:
    """A page with this one paragraph: the file, and the page as PDFium reads it."""
    book = Book(Box(0, 0, 210, 297), AREA, ABOUT)
    sheet = book.page([("Title", 0)])
    sheet.heading(1, "Title", AREA, BODY)
    sheet.paragraph(text, Box(16, 30, width, 240), style, breakable=True)
    book.close_page()
    data = book.finish()
    return data, read_pdf(data)[0]


def fonts_of(page: PageSeen) -> dict[str, str]:
    """Each word and the name of its font."""
    return {word: piece.font.rpartition("+")[2] for piece in page.texts for word in piece.text.split()}


@pytest.mark.parametrize("name", NAMES)
def test_a_word_with_a_letter_that_the_first_lacks_is_set_in_the_second_as_a_whole(name: str) -> None:
    _, page = drawn(f"For {name} Smith, 2 or 8")
    found = fonts_of(page)
    assert found[name] == SECOND
    assert {found[word] for word in ("For", "Smith,", "2", "or", "8")} == {REGULAR}
    assert page.words.split(" ", maxsplit=1)[1] == f"For {name} Smith, 2 or 8"
    assert page.lost == 0


@pytest.mark.parametrize("name", PLAIN)
def test_other_words_stay_in_the_first(name: str) -> None:
    _, page = drawn(name)
    assert fonts_of(page)[name] == REGULAR


def test_every_name_is_read_back_by_two_readers_and_both_fonts_are_embedded_parts() -> None:
    text = " ".join((*NAMES, *PLAIN))
    data, page = drawn(text)
    reader = PdfReader(BytesIO(data))
    assert page.words == f"Title {text}"
    assert " ".join(reader.pages[0].extract_text().split()) == f"Title {text}"
    fonts = reader.pages[0]["/Resources"]["/Font"].values()  # type: ignore[index] # a dictionary of fonts
    names = {str(font["/BaseFont"]).lstrip("/"): font for font in (one.get_object() for one in fonts)}
    assert {name.rpartition("+")[2] for name in names} == {REGULAR, SECOND}
    for name, font in names.items():
        assert name.index("+") == 6
        file = font["/FontDescriptor"]["/FontFile2"].get_data()
        assert 1_000 < len(file) < 60_000
        assert b"gvar" not in file[:400]
        assert "/ToUnicode" in font
    assert breaches(data) == []


def test_the_second_is_not_even_parsed_where_no_text_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(pdfmetrics, "registerFont", lambda font: asked.append(font.fontName))
    face.cache_clear()
    text_width.cache_clear()
    width_of("Ana Žižek, Łukasz 2", STRONG)
    assert missing_letters("Ana Žižek\nŁukasz") == ()
    assert SECOND not in asked
    width_of("Иван", BODY)
    assert SECOND in asked
    monkeypatch.undo()
    face.cache_clear()
    for name in (REGULAR, BOLD, SECOND):
        face(name)


def test_a_bold_word_gets_an_outline_and_the_room_for_it() -> None:
    data, page = drawn("Иван Иван", STRONG)
    (piece,) = [piece for piece in page.texts if "Иван" in piece.text]
    content = PdfReader(BytesIO(data)).pages[0].get_contents()
    assert content is not None
    assert b" 2 Tr " in content.get_data()
    assert content.get_data().count(b"q ") == content.get_data().count(b" Q")
    more = THICKENED * len("Иван Иван") * 12 * PT
    assert width_of("Иван Иван", STRONG) == pytest.approx(width_of("Иван Иван", BODY) + more)
    assert piece.ink.width == pytest.approx(width_of("Иван Иван", STRONG), abs=1.0)


def test_what_is_measured_is_what_is_drawn() -> None:
    text = (("For ", False), ("Иванова", True), (", Nguyễn and Ana.", False))
    _, page = drawn(text)
    pieces = [piece for piece in page.texts if piece.text != "Title"]
    (line,) = wrap(text, 178, BODY)
    assert [part for part, _ in line] == [piece.text for piece in pieces]
    widths = [width_of((run,), BODY) for run in line]
    for (before, after), width in zip(pairwise(pieces), widths, strict=False):
        assert after.x - before.x == pytest.approx(width, abs=0.02)
    assert _right(pieces) == pytest.approx(16 + width_of(text, BODY), abs=0.6)


def _right(pieces: list[Piece]) -> float:
    return max(piece.ink.right for piece in pieces)


def test_a_word_in_two_weights_is_set_in_one_typeface() -> None:
    (line,) = wrap((("Ив", False), ("an", True), (". Yes", False)), 178, BODY)
    assert line == (("Ив", 2), ("an", 3), (". ", 2), ("Yes", 0))


def test_a_broken_word_stays_in_its_typeface() -> None:
    lines = wrap("İ" + "p" * 60, 40, BODY, breakable=True)
    assert len(lines) > 2
    assert {number for line in lines for _, number in line} == {2}
    assert all(line_width(line, BODY) <= 40 + 1e-6 for line in lines)


def test_a_word_that_mixes_signs_of_one_with_letters_of_the_other_has_both() -> None:
    (line,) = wrap("И≠ ok", 178, BODY)
    assert line == (("И", 2), ("≠ ok", 0))
    _, page = drawn("И≠ ok")
    assert [piece.text for piece in page.texts] == ["Title", "И", "≠ ok"]


def test_letters_that_do_not_stand_alone_are_refused_as_are_those_of_neither() -> None:
    for letter in ("\u0301", "\u0323", "क", "ि", "א", "ب", "日", "😀", "\uffff", "→"):
        assert missing_letters(f"Ana {letter}") == (letter,), hex(ord(letter))
    assert missing_letters("Ana ≠ ½ € Ж ἂ") == ()


YORUBA = unicodedata.normalize("NFC", "Adébáyọ̀ Ọ̀ṣun Ẹ́ ẹ́ M̂ ī́ Ж́")


@pytest.mark.parametrize("style", [BODY, STRONG])
def test_accents_with_no_letter_of_their_own_are_read_back(style: TextStyle) -> None:
    assert any(unicodedata.combining(letter) for letter in YORUBA)
    assert missing_letters(YORUBA) == ()
    data, page = drawn(YORUBA, style)
    assert page.words == f"Title {YORUBA}"
    again = " ".join(PdfReader(BytesIO(data)).pages[0].extract_text().split())
    assert again == f"Title {YORUBA}"
    assert breaches(data) == []


def test_an_accent_stands_clear_of_its_letter_and_in_its_middle() -> None:
    for word in ("Ọ\u0300", "M\u0302", "l\u0301", "o\u0331", "ī\u0301"):
        letter, accent = placed(word, SECOND_REGULAR)
        base, box = ink_box(letter.text), ink_box(accent.text)
        width = text_width(letter.text, SECOND_REGULAR)
        assert (box[0] + box[2]) / 2 + accent.across + width == pytest.approx((base[0] + base[2]) / 2)
        assert box[1] + accent.up >= base[3] + 59 or box[3] + accent.up <= base[1] - 53


def test_two_accents_on_one_side_do_not_share_a_place() -> None:
    _, first, second = placed("M\u0302\u0301", SECOND_REGULAR)
    assert ink_box(second.text)[1] + second.up >= ink_box(first.text)[3] + first.up + CLEAR


def test_accents_take_no_room_and_are_never_parted_from_their_letter() -> None:
    assert width_of("Ọ\u0300", BODY) == width_of("Ọ", BODY)
    assert width_of("Ọ\u0300", STRONG) == width_of("Ọ", STRONG)
    lines = wrap("Ọ\u0300" * 60, 40, BODY, breakable=True)
    assert len(lines) > 2
    assert all(plain(line).startswith("Ọ") and plain(line).endswith("\u0300") for line in lines)


def test_more_accents_than_fit_between_lines_are_refused_and_so_are_those_on_no_letter() -> None:
    assert missing_letters("a\u0316\u0302") == ()
    assert missing_letters("a" + "\u0302" * 3) == ("\u0302",)
    assert missing_letters("Z" + "\u0316\u0302\u0316\u0302" * 9) == ("\u0316", "\u0302")
    for text in ("\u0302", "1\u0302", " \u0302", "a\n\u0302", "日\u0302", "a\u20dd", "a\u0345"):
        assert missing_letters(text)[-1] == text[-1]


@given(texts, st.floats(30, 150))
def test_wrapping_keeps_every_letter_and_every_line_fits(runs: list[Run], width: float) -> None:
    lines = wrap(tuple(runs), width, BODY, breakable=True)
    given_letters = "".join("".join(part for part, _ in runs).split())
    assert "".join("".join(plain(line).split()) for line in lines) == given_letters
    assert all(line_width(line, BODY) <= width + 1e-6 for line in lines)


@given(texts)
def test_a_line_is_as_wide_as_the_text_was_measured(runs: list[Run]) -> None:
    text = tuple((part.replace("\n", " "), bold) for part, bold in runs)
    words = " ".join("".join(part for part, _ in text).split())
    (line,) = wrap(text, 10_000, BODY)
    assert plain(line) == words
    if words == "".join(part for part, _ in text):
        spaces = 0.2 * words.count(" ")  # a space may be measured as bold and be drawn as the word before it
        assert line_width(line, BODY) == pytest.approx(width_of(text, BODY), abs=spaces + 1e-6)


def test_a_long_word_that_may_not_break_is_still_an_error() -> None:
    with pytest.raises(LayoutError, match="Παπαδόπουλος"):
        wrap("Παπαδόπουλος", 10, BODY)
