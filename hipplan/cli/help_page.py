"""--help that never breaks a line inside a word such as squat-turn, so that it can be copied."""

from collections.abc import Iterable
from re import sub

import click

_HARD_HYPHEN = "\u2011"  # Click breaks lines at any other


class _Formatter(click.HelpFormatter):
    def write_text(self, text: str) -> None:
        super().write_text(_held(text))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(term, _held(text)) for term, text in rows], col_max, col_spacing)

    def getvalue(self) -> str:
        return super().getvalue().replace(_HARD_HYPHEN, "-")


def _held(text: str) -> str:
    return sub(r"(?<=\w)-(?=\w)", _HARD_HYPHEN, text)


class _Context(click.Context):
    formatter_class = _Formatter


class Command(click.Command):
    """A command with such a help page."""

    context_class = _Context
