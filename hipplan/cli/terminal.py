"""Words laid out for a terminal."""

from textwrap import fill

WIDTH = 80


def paragraph(text: str, *, indent: int = 0) -> str:
    """Wrap a text without breaking words such as mini-band."""
    margin = " " * indent
    return fill(text, WIDTH, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False)


def span(low: int, high: int) -> str:
    """Say a range, or one number when both ends are the same."""
    return str(low) if low == high else f"{low} to {high}"


def counted(number: int, noun: str) -> str:
    """Say "1 week" and "4 weeks"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
