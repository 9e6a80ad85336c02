"""Text that a page leaves to each of its copies, such as the dates of one person's sessions."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hipplan.pdf.box import Box
from hipplan.pdf.tags import Role
from hipplan.pdf.text import Text, TextStyle


@dataclass(frozen=True, slots=True)
class Late:
    """Text that is written after the page is done: where, how, and what says its words when it is asked.

    It is one line on the baseline, or without any baseline as many as there are from the top of the place on.
    """

    mark: int
    role: Role
    place: Box
    baseline: float | None
    style: TextStyle
    words: Callable[[Any], Text]
