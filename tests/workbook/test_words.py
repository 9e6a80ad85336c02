"""Every word in the words file is printed by some workbook, and every word that is asked for is there."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from hipplan import words
from hipplan.plan.programme import LeftOut
from hipplan.resources import read_toml
from hipplan.workbook import pictures, units
from hipplan.workbook.clinic import Clinic
from hipplan.workbook.document import render
from hipplan.workbook.face import Face
from hipplan.workbook.keeping import KeptPages
from hipplan.workbook.template import Template, read_template
from measuring.workbooks import CHOICES, build, built, names


def keys(table: dict[str, Any], path: str = "") -> Iterator[str]:
    for name, value in table.items():
        where = f"{path}.{name}".strip(".")
        if isinstance(value, dict):
            yield from keys(value, where)
        else:
            yield where


@pytest.fixture(scope="module")
def asked() -> Iterator[set[str]]:
    """Keys that the battery of workbooks asks for, a group of words standing for each of its own."""
    found: set[str] = set()
    find = words._find

    def recording(key: str) -> Any:  # noqa: ANN401 - as the function it stands for
        text = find(key)
        if isinstance(text, str):
            found.add(key)
        return text

    # what was asked for before is not asked for again
    words._marked.cache_clear()
    pictures._picture.cache_clear()
    units._breakable.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(KeptPages, "find", lambda *_: None)
        patch.setattr(words, "_find", recording)
        for choices in BATTERY:
            build(choices)
        for template, choices in TEMPLATED:
            build(choices, template)
        render(replace(built("inward").programme, outside=OUTSIDE))
        render(built("default").programme, illustrated=False)  # cues stand where a cover has no pictures
        render(built("default").programme, face=Face(Clinic(name="Clinic", footer="Clinic")))
    yield found
    words._marked.cache_clear()


MORE = (
    {"weeks": 3, "sessions": 2, "skip": "clam,squat-turn", "paper": "letter", "log_detail": "simple", "hip": "right"},
    {"weeks": 2, "sessions": 1, "one_leg_stand": 4, "hip": "both"},
    {"weeks": 1, "sessions": 3, "easier": "clam,fire-hydrant,squat-turn,hinge-reach,side-lunge-reach"},
    {
        "start": "2026-01-30",
        "weeks": 16,
        "level": "intermediate",
        "days": "tue,thu,sun",
        "equipment": "step,kettlebell",
    },
    {"start": "2026-07-04", "weeks": 16, "days": "sat,mon,wed"},
    {"start": "2026-03-30", "weeks": 16, "days": "fri", "sessions": 1},
    {"log_detail": "simple", "inward": True, "weeks": 5, "notes": "Slowly."},
    {"log_detail": "sides", "weeks": 5, "hip": "left", "clinic": "Clinic", "notes": "Slowly."},
    {"equipment": "step", "weeks": 12, "level": "intermediate"},
    {"inward": True, "skip": "squat-turn"},
    {"goals": "Dance", "weeks": 1, "notes": "a\n" * 60},
    {"text_size": "large", "weeks": 8, "level": "intermediate", "equipment": "dumbbell", "name": "Ana"},
    {"text_size": "large", "paper": "letter", "phone": "1" * 30, "log_detail": "sides"},
    {"text_size": "large", "goals": "Dance"},
    {"id": "A-1", "phone": "1" * 30, "skip": "squat-turn,fire-hydrant,clam"},
)
TEMPLATED: tuple[tuple[Template, dict[str, object]], ...] = (
    (read_template("handout"), {"notes": "Slowly.", "clinic": "Clinic"}),
    (read_template("handout"), {"text_size": "large", "skip": "clam,squat-turn"}),
    (read_template("fridge"), {"inward": True, "sessions": 1}),
    (read_template("fridge"), {"weeks": 16, "sessions": 6, "level": "intermediate", "equipment": "mini-band"}),
    (read_template("fridge"), {"precautions": "hip-osteoarthritis,falls-risk,knee-pain", "weeks": 16}),
    (read_template("fridge"), {"weeks": 6}),
    (read_template("fridge"), {"weeks": 9}),
    (read_template("fridge"), {"weeks": 12, "paper": "letter"}),
    (read_template("workbook"), {"text_size": "large", "sessions": 6, "weeks": 1, "level": "intermediate"}),
    (
        read_template("workbook"),
        {"text_size": "large", "log_detail": "simple", "max_minutes": 20, "skip": "clam,squat-turn,fire-hydrant"},
    ),
    (read_template("fridge"), {"text_size": "large", "weeks": 5}),
    (read_template("log"), {"weeks": 5}),
    (read_template("log"), {"text_size": "large"}),
    (read_template("handout"), {"weeks": 16, "level": "intermediate", "equipment": "mini-band"}),
    (read_template("handout"), {"weeks": 6, "level": "intermediate", "equipment": "dumbbell"}),
    (read_template("handout"), {"weeks": 8, "level": "intermediate", "equipment": "dumbbell"}),
    (read_template("handout"), {"weeks": 6}),
    (Template(name="a", description="b", pages=("before", "how", "moves", "weeks")), {"phone": "555 0100"}),
)
OUTSIDE = tuple(LeftOut(move=move, because="Your physio set reps to 12.") for move in ("clam", "clam-inward"))
BATTERY = (*(CHOICES[name] for name in names()), *MORE)


PLAN_TABLES = (
    "moves",
    "precautions",
    "reasons",
    "notes",
    "left_out",
    "refusals",
    "aims",
    "kit",
)  # tests/plan has these


def test_every_word_is_printed_somewhere(asked: set[str]) -> None:
    there = {key for key in keys(read_toml("assets", "words/en.toml")) if key.split(".")[0] not in PLAN_TABLES}
    assert len(there) > 300
    assert sorted(there - asked - {"document.booklet"}) == []  # the command for booklets asks for it


def test_every_word_that_is_asked_for_is_there(asked: set[str]) -> None:
    assert len(asked) > 300
    assert asked <= set(keys(read_toml("assets", "words/en.toml")))


@pytest.mark.parametrize("key", ["cover.no_such_words", "no_such_group.title"])
def test_words_that_are_missing_are_an_error_that_names_them(key: str) -> None:
    with pytest.raises(KeyError, match="no_such"):
        words.say(key)


def test_values_that_are_missing_are_an_error() -> None:
    with pytest.raises(KeyError, match="page"):
        words.say("cover.page")


def test_what_people_wrote_adds_no_bold() -> None:
    text = words.rich("cover.left_out_item", name="**x**", because="{name}")
    assert text == (("**x**:", True), (" {name}", False))


def test_a_group_of_words_is_no_text() -> None:
    with pytest.raises(TypeError, match="not one text"):
        words.say("cover")
