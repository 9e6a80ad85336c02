"""Every word of the plan exists, is used, and can be read by the people it is for."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyphen
import pytest

from hipplan import words
from hipplan.plan.catalogue import MOVES, catalogue
from hipplan.plan.precautions import code
from hipplan.plan.preferences import ORDERS
from hipplan.resources import read_toml

TABLES = ("moves", "precautions", "reasons", "notes", "left_out", "refusals", "aims", "kit")
WORDS: dict[str, Any] = {name: read_toml("assets", "words/en.toml")[name] for name in TABLES}
NOT_FOR_PATIENTS = ("refusals", "full_name", "clinic")
SYLLABLES = pyphen.Pyphen(lang="en_GB")


def texts(table: dict[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        where = f"{path}.{key}".strip(".")
        if isinstance(value, dict):
            yield from texts(value, where)
        else:
            yield where, value


ALL = dict(texts(WORDS))
FOR_PATIENTS = {key: text for key, text in ALL.items() if not any(part in key.split(".") for part in NOT_FOR_PATIENTS)}


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.:])\s+", re.sub(r"\{\w+\}", "x", text)) if part]


def grade(joined: list[str]) -> float:
    words = [word for sentence in joined for word in re.findall(r"[A-Za-z']+", sentence)]
    syllables = sum(SYLLABLES.inserted(word).count("-") + 1 for word in words)
    return 0.39 * len(words) / len(joined) + 11.8 * syllables / len(words) - 15.59


def test_there_are_words_in_every_table() -> None:
    assert all(WORDS.values())
    assert len(ALL) > 250


@pytest.mark.parametrize("move", MOVES)
def test_every_version_of_a_move_has_its_sentence_and_its_short_line(move: str) -> None:
    facts = catalogue()[move]
    assert set(WORDS["moves"][move]["levels"]) == {version.words for version in (*facts.versions, *facts.easy)}
    for version in WORDS["moves"][move]["levels"].values():
        assert len(version["variation"]) <= 140
        assert len(version["short"]) <= 36


def test_every_level_line_starts_with_its_level_and_level_1_is_bare() -> None:
    for move in MOVES:
        for key, version in WORDS["moves"][move]["levels"].items():
            assert version["short"].startswith(f"Level {key[0]}")
            assert key != "1" or version["short"] == "Level 1"


def test_an_easy_week_never_asks_for_the_kit_it_drops() -> None:
    easy = [text for key, text in ALL.items() if "-easy." in key and key.endswith("variation")]
    assert len(easy) >= 10
    assert all(text.count("band") == text.count("no band") for text in easy)
    assert all(text.count("weight") == text.count("no weight") for text in easy)


@pytest.mark.parametrize("precaution", ORDERS["precautions"])
def test_a_precaution_has_a_note_for_every_move_it_touches_and_no_other(precaution: str) -> None:
    words = WORDS["precautions"][precaution]
    touched = {
        "inward" if move.endswith("-inward") else move for move in MOVES if code(precaution, move) not in ("ok", "out")
    }
    assert set(words.get("notes", {})) == touched
    assert all(len(note) <= 110 for note in words.get("notes", {}).values())


def test_every_word_is_used() -> None:
    source = "".join(path.read_text("utf-8") for path in (Path(words.__file__).parent / "plan").glob("*.py"))
    keys = [key for key in ALL if key.split(".")[0] in ("reasons", "notes", "left_out", "refusals")]
    built = re.compile(r"reasons\.(field\..*|start|dose_up|level_up|same|top|easy|last_week)|left_out\.(out|ask)")
    assert len(keys) > 40
    assert [key for key in keys if f'"{key}"' not in source and not built.fullmatch(key)] == []


@pytest.mark.parametrize("key", FOR_PATIENTS)
def test_a_sentence_for_patients_is_short(key: str) -> None:
    assert max(len(sentence.split()) for sentence in sentences(FOR_PATIENTS[key])) <= 20


@pytest.mark.parametrize("table", ["moves", "precautions", "reasons", "notes", "left_out"])
def test_the_words_for_patients_read_at_grade_6_or_lower(table: str) -> None:
    joined = [s for key, text in FOR_PATIENTS.items() if key.startswith(table) for s in sentences(text) if " " in s]
    assert len(joined) > 4
    assert grade(joined) <= 6


def test_only_characters_of_the_typeface_and_no_habits_the_house_refuses() -> None:
    for key, text in ALL.items():
        assert all(32 <= ord(letter) < 256 for letter in text), key
        assert "the brief" not in text.lower()
        assert "--" not in text
        assert not re.search(r"\b[A-Z]{3,}\b", text) or key.endswith("clinic") or "full_name" in key, key
