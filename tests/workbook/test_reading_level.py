"""The patient's words are easy: measured where they are printed, page by page."""

from itertools import chain

import pytest

from hipplan.checking.english import grade, sentences, syllable_count, words
from hipplan.plan.catalogue import MOVES
from hipplan.words import keys_under, say
from measuring.workbooks import built, names

MOST_WORDS, MOST_GRADE, MOST_GRADE_OF_A_PAGE = 20, 6, 8
FULL_NAMES = {say(f"moves.{move}.full_name") for move in MOVES}
MUSCLES = {say(f"{key}.what") for key in keys_under("how.muscle")}
READ = tuple(name for name in names() if not name.startswith("long-"))  # those hold texts from people


def test_the_grade_is_the_one_of_flesch_and_kincaid() -> None:
    # 6 words, 6 syllables in one sentence; then 5 words, 15 syllables in another
    assert [syllable_count(word) for word in ("the", "hip", "muscle", "shoulder", "exercise")] == [1, 1, 2, 2, 3]
    assert round(grade(["The cat sat on the mat."]), 2) == round(0.39 * 6 + 11.8 - 15.59, 2)
    hard = "Progressive rehabilitation necessitates individualised prescription."
    assert grade([hard]) > 25


@pytest.mark.parametrize("name", READ)
def test_the_workbook_reads_at_grade_6_and_no_page_above_8(name: str) -> None:
    pages = [sentences(page, FULL_NAMES | MUSCLES) for page in built(name).pages]
    hard = {
        number: round(grade(page), 1)
        for number, page in enumerate(pages, start=1)
        if page and grade(page) > MOST_GRADE_OF_A_PAGE
    }
    assert sum(map(len, pages)) > 100
    assert grade(chain.from_iterable(pages)) <= MOST_GRADE
    assert hard == {}


@pytest.mark.parametrize("name", READ)
def test_no_sentence_has_more_than_20_words(name: str) -> None:
    read = [text for page in built(name).pages for text in sentences(page, FULL_NAMES | MUSCLES)]
    assert len(read) > 100
    assert [text for text in read if len(words(text)) > MOST_WORDS] == []
