"""How paragraphs end: never in a word alone, never on one more line."""

import pytest

from hipplan.pdf.box import Box
from hipplan.pdf.fonts import NO_BREAK_SPACE
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, TextStyle, plain
from hipplan.workbook.endings import draw_paragraph

STYLE = TextStyle(12, 15, "#000000")
WORDS = "They may not change how far it turns."


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What `Sheet.paragraph` is given to draw."""
    given: list[str] = []

    def keep(_sheet: Sheet, text: Text, box: Box, _style: TextStyle, **_more: object) -> float:
        given.append(plain(text))
        return box.y

    monkeypatch.setattr(Sheet, "paragraph", keep)
    return given


def _draw(text: Text, width: float) -> None:
    draw_paragraph(object.__new__(Sheet), text, Box(0, 0, width, 100), STYLE)


def test_the_word_before_comes_down_to_a_last_word_that_would_be_alone(drawn: list[str]) -> None:
    _draw(WORDS, 64)
    assert drawn == [f"They may not change how far it{NO_BREAK_SPACE}turns."]


def test_the_word_before_comes_down_across_bold_parts(drawn: list[str]) -> None:
    _draw((("They may not change how far it ", False), ("turns", True), (".", False)), 64)
    assert drawn == [f"They may not change how far it{NO_BREAK_SPACE}turns."]


def test_a_letter_of_a_picture_is_no_company(drawn: list[str]) -> None:
    _draw(f"They may not change how far it turns{NO_BREAK_SPACE}(A)", 66)
    assert drawn == [f"They may not change how far it{NO_BREAK_SPACE}turns{NO_BREAK_SPACE}(A)"]


@pytest.mark.parametrize("width", [200, 40])
def test_other_paragraphs_stay_as_they_are(drawn: list[str], width: float) -> None:
    _draw(WORDS, width)
    assert drawn == [WORDS]


def test_two_words_that_are_wider_than_the_line_stay_apart(drawn: list[str]) -> None:
    _draw("a pneumonoultramicroscopic silicovolcanoconiosis", 55)
    assert drawn == ["a pneumonoultramicroscopic silicovolcanoconiosis"]
