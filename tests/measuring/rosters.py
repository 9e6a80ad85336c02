"""Rosters as a clinic would write them: with umlauts, quotes, commas, an emoji, bad rows and ids that come twice."""

import csv
import io
from collections.abc import Mapping

HIPS = ("left", "right", "both", "")
NOTES = ("Start with the rail, then without.", 'Say "stop" when it hurts.', "Zwei Treppen;\nlangsam gehen.", "")
PRIVATE = "Wilhelmina Quärtermaine"
WRONG = (
    ({"weeks": "40"}, "weeks: should be at most 16 (got 40)"),
    ({"start": "30.11.2026"}, "start: should be a date such as 2026-11-30 (got 30.11.2026)"),
    ({"days": "mon"}, "days: should name 3 different days"),
    ({"equipment": "mini-bnad"}, "did you mean mini-band?"),
    ({"name": f"{PRIVATE} \U0001f642"}, "name: has letters that our typefaces cannot print (U+1F642"),
    ({"id": "9" * 41}, "id: should be at most 40 characters (got …)"),
)


def person(number: int) -> dict[str, str]:
    return {
        "id": f"A-{number}",
        "name": f"{PRIVATE}, Jr {number}",
        "weeks": str(2 + number % 3),
        "sessions": "3",
        "days": "mon, wed, fri",
        "start": f"2026-11-{1 + number % 28:02}",
        "equipment": "mini-band, step" if number % 2 else "",
        "hip": HIPS[number % 4],
        "notes": NOTES[number % 4],
    }


def roster(size: int, bad: int, twice: int) -> tuple[str, Mapping[int, str]]:
    """The text, and for each bad row what must be said of it; the first rows' ids come again in the last rows."""
    people = [person(number) for number in range(1, size + 1)]
    said: dict[int, str] = {}
    for n in range(bad):
        row = 2 + n * (size // bad)
        change, words = WRONG[n % len(WRONG)]
        people[row - 1] |= change
        said[row] = words
    for n in range(twice):
        people[size - 1 - n]["id"] = people[2 + n]["id"]
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, [*people[0]])
    table.writeheader()
    table.writerows(people)
    return text.getvalue(), said
