"""Contrast of two colours as WCAG 2 counts it, in colour and after a copier made greys of them."""

from functools import lru_cache


@lru_cache(maxsize=4096)
def contrast(first: str, second: str) -> float:
    """From 1, the same, to 21, black on white."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def grey(colour: str) -> str:
    """The grey of a colour by ITU-R BT.601, rounded."""
    red, green, blue = _parts(colour)
    level = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return f"#{level:02X}{level:02X}{level:02X}"


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
