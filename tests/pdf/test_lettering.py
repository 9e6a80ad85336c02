"""Codes of letters: the same in every file for usual ones, a file's own for others."""

from hipplan.pdf.embedding import embedded
from hipplan.pdf.fonts import BOLD, face
from hipplan.pdf.lettering import USUAL_LETTERS, Lettering, font_name, usual
from hipplan.resources import read_toml


def test_every_letter_of_our_own_words_is_usual() -> None:
    words = _texts(read_toml("assets", "words/en.toml"))
    assert len(words) > 500
    assert [text for text in words if usual(text.replace("\n", ""), 0) is None] == []


def _texts(table: object) -> list[str]:
    if isinstance(table, dict):
        return [text for value in table.values() for text in _texts(value)]
    if isinstance(table, list):
        return [text for value in table for text in _texts(value)]
    return [str(table)]


def test_usual_letters_are_ascii_or_have_a_code_below_the_space() -> None:
    assert usual("a (b) \\ 2", 1) == r"(a \(b\) \\ 2)"
    assert usual("2 \N{MULTIPLICATION SIGN} 8", 0) == r"(2 \003 8)"
    assert USUAL_LETTERS[3] == ord("\N{MULTIPLICATION SIGN}")
    assert usual("a\N{NO-BREAK SPACE}b", 0) == "(a b)"
    assert usual("Zoë", 0) is None
    assert usual("Ana", 2) is None


def test_a_text_with_another_letter_is_one_piece_of_a_font_of_this_file() -> None:
    lettering = Lettering()
    assert lettering.spelled("Zoë", 1) == [("/F1.1", r"(\001\002\003)")]
    assert lettering.spelled("eëZ", 1) == [("/F1.1", r"(\004\003\001)")]
    assert lettering.described((1, 1)) == (BOLD, (0, *map(ord, "Zoëe")), 1)
    assert lettering.fonts == {(1, 1)}


def test_more_letters_than_a_font_holds_go_on_in_the_next() -> None:
    letters = [chr(letter) for letter in sorted(face(BOLD).face.charToGlyph) if letter > 32][:300]
    assert len(letters) == 300
    first, second = Lettering().spelled("".join(letters), 1)
    assert (first[0], second[0]) == ("/F1.1", "/F1.2")
    assert (first[1].count("\\"), second[1].count("\\")) == (255, 45)


def test_a_face_given_by_its_weight_has_the_same_font() -> None:
    assert (font_name((True, 0)), font_name((False, 0))) == ("/F1.0", "/F0.0")


def test_a_font_is_made_once() -> None:
    assert embedded(BOLD, USUAL_LETTERS, 0) is embedded(BOLD, USUAL_LETTERS, 0)
