import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipplan.pdf.box import PT
from hipplan.pdf.fonts import NO_BREAK_SPACE, missing_letters, text_width
from hipplan.pdf.text import LayoutError, Line, Run, TextStyle, height_of, plain, runs_of, width_of, wrap

BODY = TextStyle(12, 15, "#000000")
BOLD = TextStyle(12, 15, "#000000", bold=True)
LETTERS = st.characters(min_codepoint=33, max_codepoint=126)
words_ = st.lists(st.text(LETTERS, min_size=1, max_size=12), min_size=1, max_size=30)
runs_ = st.lists(st.tuples(st.text("ab cdefg", min_size=1, max_size=20), st.booleans()), min_size=1, max_size=8)
widest = 12 * width_of("@", BOLD)


def letters(line: Line) -> list[tuple[str, bool]]:
    """Every letter with its weight; spaces left out, as lines lose those they end with."""
    return [(letter, bold) for part, bold in line for letter in part if letter not in " \n"]


def test_a_style_measures_itself_as_the_design_says() -> None:
    assert BODY.pitch == pytest.approx(15 * PT)
    assert BODY.drop == pytest.approx(0.74 * 12 * PT)
    assert BODY.centring == pytest.approx(0.25 * 12 * PT)


def test_runs_take_their_weight_from_the_text_and_from_a_bold_style() -> None:
    assert runs_of("a", BODY) == (("a", False),)
    assert runs_of((("a", True), ("b", False)), BODY) == (("a", True), ("b", False))
    assert runs_of((("a", True), ("b", False)), BOLD) == (("a", True), ("b", True))
    assert plain((("a ", True), ("b", False))) == "a b"


def test_the_width_of_a_line_is_the_sum_of_its_letters() -> None:
    assert width_of("ab", BODY) == pytest.approx(width_of("a", BODY) + width_of("b", BODY))
    assert width_of("a", BOLD) != width_of("a", BODY)
    assert width_of("a", TextStyle(24, 30, "#000000")) == pytest.approx(2 * width_of("a", BODY))
    assert text_width(NO_BREAK_SPACE, False) == text_width(" ", False)  # noqa: FBT003 - by position, as a cache key


def test_twelve_points_average_182_hundredths_of_a_millimetre_a_letter() -> None:
    text = "Stand tall, feet under your hips, knees soft. Push your hips straight back and tip your chest forward."
    assert width_of(text, BODY) / len(text) == pytest.approx(1.82, abs=0.12)


def test_a_text_breaks_at_spaces_and_line_feeds() -> None:
    width = width_of("one two", BODY) + 0.1
    assert [plain(line) for line in wrap("one two three", width, BODY)] == ["one two", "three"]
    assert [plain(line) for line in wrap("one\ntwo\n\nthree", 50, BODY)] == ["one", "two", "", "three"]
    assert [plain(line) for line in wrap("a  b", 50, BODY)] == ["a b"]


def test_a_line_breaks_just_when_it_no_longer_fits() -> None:
    width = width_of("one two", BODY)
    assert len(wrap("one two", width + 0.001, BODY)) == 1
    assert len(wrap("one two", width - 0.001, BODY)) == 2


def test_a_full_stop_stays_with_its_bold_word() -> None:
    runs = (("Lift your ", False), ("right arm", True), (". Then rest.", False))
    (line,) = wrap(runs, 100, BODY)
    assert line == (("Lift your ", False), ("right arm", True), (". Then rest.", False))
    width = width_of("Lift your right", BOLD)
    assert [plain(line) for line in wrap(runs, width, BODY)] == ["Lift your right", "arm. Then", "rest."]


def test_a_no_break_space_does_not_break() -> None:
    text = f"one two{NO_BREAK_SPACE}three"
    assert len(wrap(text, width_of("one two", BODY) + 8, BODY)) == 2


def test_a_long_word_is_an_error_that_names_it() -> None:
    with pytest.raises(LayoutError, match="'Habsburg' is wider than its line"):
        wrap("von Habsburg", 10, BODY)


def test_a_long_word_of_somebodys_own_is_broken_and_loses_nothing() -> None:
    lines = wrap("von " + "W" * 60, 40, BODY, breakable=True)
    assert len(lines) > 3
    assert all(width_of(line, BODY) <= 40 for line in lines)
    assert "".join(map(plain, lines)).replace(" ", "") == "von" + "W" * 60


def test_the_height_of_a_block_is_its_lines() -> None:
    assert height_of("one\ntwo", 50, BODY) == pytest.approx(2 * BODY.pitch)
    assert height_of("", 50, BODY) == pytest.approx(BODY.pitch)


def test_letters_that_both_typefaces_lack_are_named_once_in_order() -> None:
    assert missing_letters("Ana Žižek, Łukasz \N{MULTIPLICATION SIGN} 2\n") == ()
    assert missing_letters("日本, 日") == ("日", "本")
    assert missing_letters("a \N{RIGHTWARDS ARROW} b") == ("\N{RIGHTWARDS ARROW}",)


@given(words_, st.floats(widest, 4 * widest))
def test_wrapping_never_loses_or_reorders_a_word(words: list[str], width: float) -> None:
    lines = wrap(" ".join(words), width, BODY)
    assert " ".join(map(plain, lines)).split(" ") == words
    assert all(width_of(line, BODY) <= width + 1e-6 for line in lines)


@given(words_, st.floats(widest, 4 * widest))
def test_no_word_of_the_next_line_would_have_fitted(words: list[str], width: float) -> None:
    lines = [plain(line) for line in wrap(" ".join(words), width, BODY)]
    for before, after in itertools.pairwise(lines):
        assert width_of(f"{before} {after.split(' ')[0]}", BODY) > width - 1e-6


@given(runs_, st.floats(60, 200))
def test_every_letter_keeps_its_weight(runs: list[Run], width: float) -> None:
    lines = wrap(tuple(runs), width, BODY, breakable=True)
    assert [item for line in lines for item in letters(line)] == letters(tuple(runs))


@given(st.text(LETTERS, min_size=1, max_size=90), st.floats(8, 60))
def test_a_broken_word_fits_and_loses_no_letter(word: str, width: float) -> None:
    lines = wrap(word, width, BODY, breakable=True)
    assert "".join(map(plain, lines)) == word
    assert all(width_of(line, BODY) <= width + 1e-6 for line in lines)
