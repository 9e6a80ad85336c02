"""A number stays on the line of what it counts: "2 seconds" and "level 2" never break."""

import re
from functools import lru_cache

from hipplan.pdf.fonts import NO_BREAK_SPACE
from hipplan.pdf.text import Text
from hipplan.words import say


def kept(words: str) -> str:
    """The same words, with spaces that do not break between numbers and their units."""
    return _breakable().sub(lambda found: found.group().replace(" ", NO_BREAK_SPACE), words)


def kept_runs(words: Text) -> Text:
    """The same for words with bold parts."""
    return kept(words) if isinstance(words, str) else tuple((kept(part), number) for part, number in words)


@lru_cache(maxsize=1)
def _breakable() -> re.Pattern[str]:
    units, counted = say("lists.units"), say("lists.counted")
    return re.compile(rf"\b\d+(?: to \d+)?(?: (?:{units})\b)|\d+ to \d+|\b(?:{counted}) \d+")
