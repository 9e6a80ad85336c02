"""The week: which days, which half of the split, and the 48 hours between two sessions of one move."""

from collections.abc import Sequence
from typing import Literal, get_args

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

DAYS: tuple[Day, ...] = get_args(Day)
MOST_UNSPLIT = 3
USUAL_DAYS: dict[int, tuple[Day, ...]] = {
    1: ("mon",),
    2: ("mon", "thu"),
    3: ("mon", "wed", "fri"),
    4: ("mon", "tue", "thu", "fri"),
    5: ("mon", "tue", "wed", "thu", "fri"),
    6: ("mon", "tue", "wed", "thu", "fri", "sat"),
}


def splits(sessions: int) -> tuple[Literal["A", "B"] | None, ...]:
    """Which half of the moves each session of a week holds; None is all of them."""
    if sessions <= MOST_UNSPLIT:
        return (None,) * sessions
    return tuple("B" if number % 2 else "A" for number in range(sessions))


def crowded_days(days: Sequence[Day]) -> tuple[Day, Day] | None:
    """Find two session days that share moves and lie less than 48 hours apart; the week wraps round."""
    halves = splits(len(days))
    for half in dict.fromkeys(halves):
        same = [day for day, its_half in zip(days, halves, strict=True) if its_half == half]
        for day, following in zip(same, same[1:] + same[:1], strict=True):
            gap = (DAYS.index(following) - DAYS.index(day)) % len(DAYS)
            if gap == 1:
                return day, following
    return None
