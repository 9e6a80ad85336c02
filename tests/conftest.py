"""Hypothesis profiles and the strategy for preferences; ask for it with st.from_type(Preferences)."""

import os
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import get_args

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from hipplan.plan.days import DAYS, crowded_days
from hipplan.plan.preferences import Equipment, Move, MoveOrOption, Precaution, Preferences
from hipplan.workbook import pictures
from hipplan.workbook.keeping import forget_pages

_SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much]  # planning is slower than Hypothesis likes
settings.register_profile("dev", max_examples=25, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("ci", max_examples=60, deadline=None, derandomize=True, suppress_health_check=_SLOW)
settings.register_profile("deep", max_examples=400, deadline=None, suppress_health_check=_SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))

_GOOD_DAYS = {n: [days for days in combinations(DAYS, n) if not crowded_days(days)] for n in range(1, 7)}
_LETTERS = st.characters(min_codepoint=32, max_codepoint=255, exclude_categories=("Cc", "Cf"))
_LINE = st.text(_LETTERS, max_size=80)
_DATES = st.dates(date(2000, 1, 1), date(2100, 12, 31))


def _text(longest: int) -> st.SearchStrategy[str | None]:
    return st.none() | st.text(_LETTERS, max_size=longest)


def _some(choices: object, most: int) -> st.SearchStrategy[list[str]]:
    return st.just([]) | st.lists(st.sampled_from(get_args(choices)), max_size=most, unique=True)


@st.composite
def preferences(draw: st.DrawFn) -> Preferences:
    """Draw from the whole space of valid preferences; the plan may still be refused."""
    level = draw(st.sampled_from(["novice", "intermediate"]))
    sessions = draw(st.integers(1, 3 if level == "novice" else 6))
    pain_stop = draw(st.integers(1, 5))
    days = draw(st.just(()) | st.sampled_from(_GOOD_DAYS[sessions]))
    plan = draw(
        st.fixed_dictionaries(
            {
                "weeks": st.integers(1, 16),
                "equipment": _some(Equipment, 8),
                "easier": _some(Move, 5),
                "one_leg_stand": st.none() | st.floats(0, 300),
                "precautions": _some(Precaution, 3),
                "cleared": _some(MoveOrOption, 7),
                "inward": st.booleans(),
                "skip": _some(MoveOrOption, 3),
                "hip": st.sampled_from([None, "left", "right", "both"]),
                "first_side": st.sampled_from([None, "left", "right"]),
                "max_minutes": st.none() | st.integers(15, 120),
                "start": st.none() | _DATES,
                "pain_ok": st.integers(0, pain_stop - 1),
            },
        ),
    )
    people = draw(
        st.fixed_dictionaries(
            {
                "name": _text(80),
                "id": _text(40),
                "clinician": _text(80),
                "clinic": _text(80),
                "phone": _text(30),
                "emergency": _text(30),
                "emergency_country": st.sampled_from([None, "GB", "AU"]),
                "review": st.none() | _DATES,
                "notes": _text(600),
                "notes_for": st.dictionaries(st.sampled_from(get_args(MoveOrOption)), _LINE, max_size=3),
                "goals": st.lists(_LINE, max_size=3),
                "paper": st.sampled_from(["a4", "letter"]),
                "log_detail": st.sampled_from(["simple", "sets", "sides"]),
            },
        ),
    )
    return Preferences(level=level, sessions=sessions, pain_stop=pain_stop, days=days, **plan, **people)


st.register_type_strategy(Preferences, preferences())


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """No page that a test may have drawn with something planted is taken by another."""
    _forget()
    yield
    _forget()


def _forget() -> None:
    forget_pages()
    pictures._picture.cache_clear()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let goldens be written again, to be read as a diff before they are committed."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden again from today's pages")
