"""Every word of the plan, by its key in assets/words; a person's own text is never a template."""

from collections.abc import Sequence
from typing import Any

from hipplan.resources import read_toml


def phrase(key: str, **values: object) -> str:
    """Find the words of a dotted key and fill in the values."""
    words: Any = read_toml("assets", "words/plan.toml")
    for part in key.split("."):
        words = words[part]
    return str(words).format(**values)


def listed(items: Sequence[str]) -> str:
    """Join names as people say them: a, b and c."""
    return " and ".join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)
