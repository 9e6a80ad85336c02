"""Where lines of large print end: between sentences, never before a unit, never with a word alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipplan.pdf.fonts import NO_BREAK_SPACE
from hipplan.pdf.text import Text, plain, wrap
from hipplan.workbook.large import type as large
from hipplan.workbook.large.breaks import well_broken

WIDTH = 152.0
WORDS = st.text("ab cd. E?", min_size=1, max_size=200)


def lines_of(text: Text) -> list[str]:
    lines = wrap(well_broken(text, WIDTH, large.BODY), WIDTH, large.BODY)
    return [plain(line).replace(NO_BREAK_SPACE, " ") for line in lines]


def test_two_sentences_that_fit_a_line_each_get_one() -> None:
    assert lines_of("Name three things your hip makes hard. Score each: 0 cannot do it, 10 as before.") == [
        "Name three things your hip makes hard.",
        "Score each: 0 cannot do it, 10 as before.",
    ]


def test_the_cut_falls_between_bold_and_plain_words_too() -> None:
    text = (("Stop the set: 6 to 10. ", True), ("Rest. ", False), ("Do an easier version next time.", True))
    assert lines_of(text) == ["Stop the set: 6 to 10. Rest.", "Do an easier version next time."]
    faces = {plain((run,)).strip(): run[1] for run in well_broken(text, WIDTH, large.BODY) if isinstance(run, tuple)}
    assert faces["Rest."] is False
    assert faces["Do an easier version next time."] is True


def test_a_sentence_of_a_word_or_two_is_not_a_line() -> None:
    assert lines_of("Rest. Do an easier version next time, and the one after it if that hurts too.")[0] != "Rest."


def test_the_last_sentence_of_many_has_its_line() -> None:
    text = (
        "Turn your chest to the right and point your arm up as far as it goes with ease. "
        "Look at your hand. Pause there, then lower the arm."
    )
    assert lines_of(text)[1:] == ["far as it goes with ease. Look at your hand.", "Pause there, then lower the arm."]


def test_a_last_word_has_company() -> None:
    assert lines_of("numbness between your legs, and new bladder or bowel trouble")[-1] == "bowel trouble"


def test_a_number_stays_with_its_unit() -> None:
    text = (("Aim for ", False), ("3 to 4", True), (" in the first week of this plan, and ", False), ("4 to 6", True))
    assert lines_of((*text, (" by week 4.", False)))[-1] == "4 to 6 by week 4."


@pytest.mark.parametrize("text", ["One line.", "Two lines.\nOf somebody's own."])
def test_what_needs_nothing_stays_as_it_is(text: str) -> None:
    assert well_broken(text, WIDTH, large.BODY) == text


@given(WORDS)
def test_no_text_takes_more_lines_or_loses_a_word(text: str) -> None:
    broken = well_broken(text, 40.0, large.BODY, breakable=True)
    assert len(wrap(broken, 40.0, large.BODY, breakable=True)) <= len(wrap(text, 40.0, large.BODY, breakable=True))
    assert plain(broken).replace(NO_BREAK_SPACE, " ").split() == text.split()
