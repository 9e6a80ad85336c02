"""The patient's words are easy: measured where they are printed, page by page."""

from itertools import chain

import pytest

from hipplan.checking.english import grade, sentences, syllable_count, words
from hipplan.checking.limits import MOST_GRADE, MOST_GRADE_OF_A_PAGE, MOST_WORDS
from hipplan.checking.rows_of_words import names as not_sentences
from measuring.workbooks import built, names

READ = tuple(name for name in names() if not name.startswith("long-"))  # those hold texts from people


def test_the_grade_is_the_one_of_flesch_and_kincaid() -> None:
    # 6 words, 6 syllables in one sentence; then 5 words, 15 syllables in another
    assert [syllable_count(word) for word in ("the", "hip", "muscle", "shoulder", "exercise")] == [1, 1, 2, 2, 3]
    assert round(grade(["The cat sat on the mat."]), 2) == round(0.39 * 6 + 11.8 - 15.59, 2)
    hard = "Progressive rehabilitation necessitates individualised prescription."
    assert grade([hard]) > 25


@pytest.mark.parametrize("name", READ)
def test_the_workbook_reads_at_grade_6_and_no_page_above_8(name: str) -> None:
    pages = [sentences(page, not_sentences()) for page in built(name).pages]
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
    read = [text for page in built(name).pages for text in sentences(page, not_sentences())]
    assert len(read) > 100
    assert [text for text in read if len(words(text)) > MOST_WORDS] == []
