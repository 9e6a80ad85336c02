"""The numbers that every printed page keeps, for standard and for large print."""

from collections.abc import Mapping
from dataclasses import dataclass

SIDES, ENDS = 16.0, 13.0  # margins in millimetres: left and right, top and bottom
ROUNDING = 0.06  # millimetres
OVERHANG = 0.3  # millimetres that a letter may stand out of its own width, as the tail of a j does
MOST_GRADE, MOST_GRADE_OF_A_PAGE, MOST_WORDS = 6, 8, 20  # of the whole text, of a page, in a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What differs between the two: points for type, millimetres for boxes as width and height."""

    print: str
    least_size: float
    least_contrast: float
    write_in: tuple[float, float]
    lower: Mapping[str, tuple[float, float]]  # boxes that the page design draws in lower rows
    tick: float


STANDARD = Limits(print="standard", least_size=9.5, least_contrast=4.5, write_in=(12, 9), lower={}, tick=5)
_LOWER = {"a rating": (15.5, 14.5), "a date": (30.0, 12.5)}
LARGE = Limits(print="large", least_size=16, least_contrast=7, write_in=(15, 16.2), lower=_LOWER, tick=7)


def limits_for(body_size: float) -> Limits:
    """Limits for a text most of whose letters have this size: large print is at least 16 pt."""
    return LARGE if body_size >= LARGE.least_size else STANDARD
