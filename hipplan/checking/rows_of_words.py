"""The row that needs Pyphen: how hard the words are to read."""

from collections.abc import Sequence
from functools import cache

from hipplan.checking.answer import NOT_CHECKED, Row, ok_if
from hipplan.checking.english import grade, sentences, words
from hipplan.checking.limits import MOST_GRADE, MOST_GRADE_OF_A_PAGE, MOST_WORDS
from hipplan.checking.seen import PageSeen
from hipplan.words import keys_under, say

_LIMIT = f"grade {MOST_GRADE}, {MOST_GRADE_OF_A_PAGE} on a page, {MOST_WORDS} words"


@cache
def names() -> frozenset[str]:
    """Full names of moves and what muscles do: names, not sentences."""
    moves = {say(f"{key}.full_name") for key in keys_under("moves")}
    return frozenset(moves | {say(f"{key}.what") for key in keys_under("how.muscle")})


def reading_row(pages: Sequence[PageSeen], language: str) -> Row:
    """Grade of the whole and of the hardest page, and the longest sentence, in English only."""
    read = {page.number: sentences(page, names()) for page in pages} if language.lower().startswith("en") else {}
    grades = {number: grade(found) for number, found in read.items() if found}
    longest = {number: max(len(words(text)) for text in read[number]) for number in grades}
    hard = tuple(n for n in grades if grades[n] > MOST_GRADE_OF_A_PAGE or longest[n] > MOST_WORDS)
    found, good = "not known to be English", False
    if grades:
        whole = grade(text for texts in read.values() for text in texts)
        good = whole <= MOST_GRADE and not hard
        found = f"grade {whole:.1f}, {max(grades.values()):.1f} on a page, {max(longest.values())} words"
    return Row(
        key="reading-level",
        what="Reading level",
        found=found,
        limit=_LIMIT,
        result=ok_if(good) if grades else NOT_CHECKED,
        pages=hard,
    )
