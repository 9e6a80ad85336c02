"""A spread of workbooks in large print, each built once in a run."""

from collections.abc import Mapping
from functools import cache

from measuring.workbooks import CHOICES, PEOPLE, Built, build, names

MORE: Mapping[str, Mapping[str, object]] = {
    "left-hand": {"hand": "left"},
    "left-hand-sides-letter": {"hand": "left", "log_detail": "sides", "paper": "letter", "equipment": "dumbbell"},
    "left-hand-simple": {"hand": "left", "log_detail": "simple", "weeks": 1},
    "grey-duplex": {"grey": True, "duplex": True},
    "three-spare": {"spare_weeks": 3, "weeks": 8, "level": "intermediate"},
    "no-spare": {"spare_weeks": 0},
    "people-letter": {
        **PEOPLE,
        "paper": "letter",
        "goals": ["Climb the stairs without the rail", "Walk to the market and back"],
        "notes_for": {"clam": "Keep a pillow between your knees."},
        "start": "2026-11-30",
        "days": "mon,wed,fri",
    },
}
LARGE: Mapping[str, Mapping[str, object]] = {
    **{name: CHOICES[name] for name in names()},
    **MORE,
}


@cache
def built_large(name: str) -> Built:
    """One of the spread, by name."""
    return build({**LARGE[name], "text_size": "large"})
