"""Every word that a reader sees, by its key in assets/words; `**` marks bold, and what people wrote is never markup."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from hipplan.resources import read_toml

Run = tuple[str, bool]
"""Some text, and whether it is bold."""


def say(key: str, **values: object) -> str:
    """Words by their dotted key, with values put in. Raises KeyError for a key that is not there."""
    template = _find(key)
    if not isinstance(template, str):
        raise TypeError(f"the words {key} are not one text")
    return template.format(**values) if values or "{" in template else template


def rich(key: str, **values: object) -> tuple[Run, ...]:
    """Words with their bold parts; values go in after the marks are read, so they cannot add any."""
    return tuple((part.format(**values), bold) for part, bold in _marked(key))


def keys_under(key: str) -> tuple[str, ...]:
    """The keys of a group of words, in the order of the file."""
    return tuple(f"{key}.{name}" for name in _find(key))


def count_in_words(number: int) -> str:
    """Small numbers in words, as in "five moves"."""
    return say(f"numbers.{number}")


def listed(items: Sequence[str]) -> str:
    """A list as people say it: "1, 2 and 4"; nothing for an empty one."""
    if len(items) < 2:
        return "".join(items)
    return say("lists.and", first=", ".join(items[:-1]), last=items[-1])


@lru_cache(maxsize=1024)
def _marked(key: str) -> tuple[Run, ...]:
    template = _find(key)
    return tuple((part, bool(number % 2)) for number, part in enumerate(template.split("**")) if part)


@lru_cache(maxsize=4096)
def _find(key: str) -> Any:  # noqa: ANN401 - a text or a table of texts
    found: Any = read_toml("assets", "words/en.toml")
    for name in key.split("."):
        found = found[name]
    return found
