from itertools import combinations

import pytest

from hipplan.plan.days import DAYS, USUAL_DAYS, crowded_days, splits


@pytest.mark.parametrize(
    ("sessions", "days", "halves"),
    [
        (1, "mon", "-"),
        (2, "mon thu", "--"),
        (3, "mon wed fri", "---"),
        (4, "mon tue thu fri", "ABAB"),
        (5, "mon tue wed thu fri", "ABABA"),
        (6, "mon tue wed thu fri sat", "ABABAB"),
    ],
)
def test_the_usual_days_and_halves(sessions: int, days: str, halves: str) -> None:
    assert USUAL_DAYS[sessions] == tuple(days.split())
    assert splits(sessions) == tuple(None if half == "-" else half for half in halves)
    assert crowded_days(USUAL_DAYS[sessions]) is None


def test_days_are_crowded_exactly_when_a_move_would_come_on_neighbouring_days() -> None:
    seen = set()
    for count in range(1, 7):
        for days in combinations(DAYS, count):
            on = dict(zip(days, splits(count), strict=True))
            neighbours = [(day, DAYS[(DAYS.index(day) + 1) % 7]) for day in days]
            crowded = any(after in on and on[after] == on[day] for day, after in neighbours)
            assert (crowded_days(days) is not None) == crowded, days
            seen.add(crowded)
    assert seen == {True, False}
