"""Boxes of the log that the design draws in lower rows, told by the words that stand beside them."""

from typing import Literal

from hipplan.checking.limits import ROUNDING, Limits
from hipplan.checking.page_measures import is_tick
from hipplan.checking.seen import PageSeen, Piece, Shape
from hipplan.words import say

Kind = Literal["a tick", "write-in", "a rating", "a date"]
NEAR = 9.0  # millimetres between a box and its label, on either side: a left hand has it at the right


def is_small(page: PageSeen, box: Shape, limits: Limits) -> bool:
    """Whether a pen has too little room."""
    if not _is_less(box, limits.write_in):
        return False  # enough for a box of any kind: nothing to read
    kind = kind_of(page, box)
    least = (limits.tick, limits.tick) if kind == "a tick" else limits.lower.get(kind, limits.write_in)
    return _is_less(box, least)


def kind_of(page: PageSeen, box: Shape) -> Kind:
    """Ratings have their names beside them, a date the word "Date" or, where there is no room, only its session."""
    if is_tick(box):
        return "a tick"
    beside = {piece.text.strip() for piece in page.texts if _is_beside(piece, box)}
    if say("week.date") in beside or any(words.startswith(say("week.session", number="")) for words in beside):
        return "a date"
    names = {*say("week.pain").split(), say("week.effort"), say("week.morning"), say("week.morning_2")}
    return "a rating" if beside & names else "write-in"


def _is_less(box: Shape, least: tuple[float, float]) -> bool:
    return box.outline.width + ROUNDING < least[0] or box.outline.height + ROUNDING < least[1]


def _is_beside(piece: Piece, box: Shape) -> bool:
    middle = (piece.ink.top + piece.ink.bottom) / 2
    apart = max(box.outline.left - piece.ink.right, piece.ink.left - box.outline.right)
    return box.outline.top <= middle <= box.outline.bottom and 0 <= apart <= NEAR
