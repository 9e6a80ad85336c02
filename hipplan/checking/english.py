"""How hard the printed words are to read: sentences of a page and their Flesch-Kincaid grade."""

import re
from collections.abc import Iterable
from functools import cache

import pyphen  # type: ignore[import-untyped] # comes without types

from hipplan.checking.lines import Paragraph, paragraphs_of
from hipplan.checking.seen import PageSeen

FEWEST_WORDS, FEWEST_WITHOUT_END = 4, 6  # shorter lines are labels, which would flatter the grade
REFERENCE_SIZE = 10  # the list of sources
_SYLLABLES = pyphen.Pyphen(lang="en_GB")
_END = re.compile(r"(?<=[.?!:])\s+(?=[A-Z0-9“])")
_WORD = re.compile(r"[A-Za-zÀ-ÿ\N{RIGHT SINGLE QUOTATION MARK}'-]+|\d+")


def sentences(page: PageSeen, names: Iterable[str] = ()) -> tuple[str, ...]:
    """Sentences of the patient's text; labels, the list of references, the footer and given names are left out."""
    found: list[str] = []
    left_out = set(names)
    for paragraph in paragraphs_of(page):
        if _is_read(paragraph) and paragraph.text not in left_out:
            found += [part for part in _END.split(paragraph.text) if _is_sentence(part)]
    return tuple(dict.fromkeys(found))


def words(sentence: str) -> list[str]:
    """Words and numbers."""
    return [word for word in _WORD.findall(sentence) if re.search(r"\w", word)]


def grade(texts: Iterable[str]) -> float:
    """Flesch-Kincaid grade of some sentences."""
    counted = [words(text) for text in texts]
    total = sum(len(sentence) for sentence in counted)
    syllables = sum(syllable_count(word) for sentence in counted for word in sentence)
    return 0.39 * total / len(counted) + 11.8 * syllables / total - 15.59


@cache
def syllable_count(word: str) -> int:
    """By hyphenation or by groups of vowels, whichever finds more: neither alone finds all."""
    groups = len(re.findall(r"[aeiouyà-ÿ]+", re.sub(r"(?<=[^aeiouyl])e$", "", word.lower())))
    return max(1, groups, str(_SYLLABLES.inserted(word)).count("-") + 1)


def _is_sentence(text: str) -> bool:
    return len(words(text)) >= (FEWEST_WORDS if text.endswith((".", "?", "!", ":")) else FEWEST_WITHOUT_END)


def _is_read(paragraph: Paragraph) -> bool:
    first = paragraph.lines[0]
    return first.size != REFERENCE_SIZE and first.size > 9.5
