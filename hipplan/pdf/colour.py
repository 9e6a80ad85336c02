"""Colours as a content stream wants them, and their greys."""

from functools import lru_cache


@lru_cache(maxsize=128)
def rgb(colour: str) -> str:
    """The three operands for a colour given as #RRGGBB."""
    return " ".join(f"{part / 255:.4g}" for part in _parts(colour))


@lru_cache(maxsize=256)
def paint(colour: str, *, grey: bool, fill: bool) -> str:
    """The operator that takes up a colour; a grey is one number, which a printer makes with black ink alone."""
    if grey:
        return f"{grey_level(*_parts(colour)) / 255:.4g} {'g' if fill else 'G'}"
    return f"{rgb(colour)} {'rg' if fill else 'RG'}"


def grey_level(red: float, green: float, blue: float) -> int:
    """What a copier makes of a colour, by ITU-R BT.601: 0 to 255 in, 0 to 255 out."""
    return round(0.299 * red + 0.587 * green + 0.114 * blue)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
