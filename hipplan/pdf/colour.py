"""Colours as a content stream wants them."""

from functools import lru_cache


@lru_cache(maxsize=128)
def rgb(colour: str) -> str:
    """The three operands for a colour given as #RRGGBB."""
    return " ".join(f"{int(colour[place : place + 2], 16) / 255:.4g}" for place in (1, 3, 5))
