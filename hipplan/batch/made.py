"""What comes of one person's preferences: a workbook, or the reason why there is none."""

from collections.abc import Callable
from dataclasses import dataclass

from hipplan.plan.preferences import Preferences


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A workbook, what the manifest tells of it, and what is to be said of it, a line each."""

    pdf: bytes
    programme: str
    pages: int
    left_out: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """Why there is no workbook, with no personal word in it."""

    problems: tuple[str, ...]


Make = Callable[[Preferences], Made | Failed]  # must travel to other processes and machines, with all that it needs
