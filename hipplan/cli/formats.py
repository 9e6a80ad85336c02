"""The option --format, the same for every command that answers with a table or with JSON."""

from collections.abc import Callable
from typing import TypeVar

import click

Answer = TypeVar("Answer", bound=Callable[..., object])


def takes_format(words: str) -> Callable[[Answer], Answer]:
    """Hand the command its `shape`, table or json; the words say what each is for."""
    return click.option(
        "--format", "shape", type=click.Choice(["table", "json"]), default="table", show_default=True, help=words
    )
