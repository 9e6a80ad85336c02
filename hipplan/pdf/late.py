"""A line that a page leaves to each of its copies, such as the dates of one person's sessions."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hipplan.pdf.box import Box
from hipplan.pdf.tags import Role
from hipplan.pdf.text import TextStyle


@dataclass(frozen=True, slots=True)
class Late:
    """A line that is written after the page is done: where, how, and what says its words when it is asked."""

    mark: int
    role: Role
    place: Box
    baseline: float
    style: TextStyle
    words: Callable[[Any], str]
