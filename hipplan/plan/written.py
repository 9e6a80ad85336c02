"""What people write in their own words: cleaned, taken apart into lines, refused when no pen can write it."""

import re
import unicodedata
from collections.abc import Mapping

from pydantic_core import PydanticCustomError

LONGEST_GOAL, LONGEST_MOVE_NOTE = 80, 160
_REFUSED = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")  # control, invisible, half and private characters
_MOVE_NOTE = re.compile(r"([\w-]+) *[:=] *(.+)")


def written(text: str, *, kept: str = "") -> str:
    """Trim, join accents to their letters and refuse control characters but those that are kept."""
    clean = unicodedata.normalize("NFC", text.strip().replace("\r\n", "\n").replace("\r", "\n"))
    if any(unicodedata.category(letter) in _REFUSED and letter not in kept for letter in clean):
        raise PydanticCustomError("control_characters", "control characters")
    return clean


def written_lines(value: object) -> object:
    """Each line of each text, clean; what is no text is left to be refused."""
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list | tuple) or not all(isinstance(text, str) for text in given):
        return value
    lines = [line.strip() for text in given for line in written(text, kept="\n").split("\n")]
    return [line for line in lines if line]


def table_lines(value: object) -> object:
    """A table of notes by move as the lines that say the same."""
    if not isinstance(value, Mapping) or not all(isinstance(note, str) for note in value.values()):
        return value
    notes = {move: note.strip().replace("\r\n", "\n").replace("\n", " ") for move, note in value.items()}
    return [f"{move}: {note}" for move, note in notes.items() if note]


def short_goals(goals: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse a goal that would take more than its place."""
    if any(len(goal) > LONGEST_GOAL for goal in goals):
        raise PydanticCustomError("goal_too_long", "too long", {"most": LONGEST_GOAL})
    return goals


def notes_by_move(lines: tuple[str, ...], moves: tuple[str, ...]) -> tuple[str, ...]:
    """One note a move, in the order of the moves, written "clam: keep the pillow" however they were given."""
    found = [_MOVE_NOTE.fullmatch(line) for line in lines]
    notes = {match[1]: match[2] for match in found if match}
    if len(notes) < len(lines) or not set(notes) <= set(moves):
        raise PydanticCustomError("move_note", "not notes", {"moves": ", ".join(moves)})
    if any(len(note) > LONGEST_MOVE_NOTE for note in notes.values()):
        raise PydanticCustomError("move_note_too_long", "too long", {"most": LONGEST_MOVE_NOTE})
    return tuple(f"{move}: {notes[move]}" for move in moves if move in notes)


def note_for(lines: tuple[str, ...], move: str) -> str:
    """The physio's note for a move, or nothing."""
    return next((line.removeprefix(f"{move}: ") for line in lines if line.startswith(f"{move}: ")), "")
