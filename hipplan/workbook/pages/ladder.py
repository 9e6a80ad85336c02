"""Easier and harder: what the two ladder cards of a move say, within what the plan and its precautions allow."""

from dataclasses import dataclass
from typing import Literal

from hipplan.pdf.text import Text
from hipplan.plan.neighbours import level_words, next_level
from hipplan.plan.quantities import levels_used
from hipplan.words import say
from hipplan.workbook.edition import Edition
from hipplan.workbook.units import kept


@dataclass(frozen=True, slots=True)
class LadderCard:
    """Title, words, the way the arrow points, and the place of its picture; empty where the strip shows the same."""

    title: str
    words: Text
    points: Literal["up", "down", "nowhere"]
    picture: str = ""


def ladder_cards(edition: Edition, slug: str) -> tuple[LadderCard, LadderCard]:
    """The easier version and the harder one, seen from the level the plan starts with."""
    return _easier(edition, slug), _harder(edition, slug)


def _easier(edition: Edition, slug: str) -> LadderCard:
    start = levels_used(edition.programme, slug)[0]
    if not start.level:
        # the steps tell it already, unless a physio has put it in other words
        own = "" if start.variation == level_words(edition.programme, slug, start.level) else f"{start.variation} "
        return LadderCard(say("move.now", level=start.level), kept(f"{own}{say('move.gentle')}"), "nowhere")
    level = start.level - 1
    words = kept(level_words(edition.programme, slug, level))
    return LadderCard(say("move.easier", level=level), words, "down", _picture(slug, level))


def _harder(edition: Edition, slug: str) -> LadderCard:
    levels = levels_used(edition.programme, slug)
    if len(levels) > 1:
        title = say("move.harder_from", level=levels[1].level, week=levels[1].first_week)
        return LadderCard(title, kept(levels[1].variation), "up", _picture(slug, levels[1].level))
    level = next_level(edition.programme, slug)
    if level is None:
        return LadderCard(say("move.top"), kept(say("move.enough", level=levels[0].level)), "nowhere")
    words = kept(level_words(edition.programme, slug, level))
    return LadderCard(say("move.harder", level=level), words, "up", _picture(slug, level))


def _picture(slug: str, level: int) -> str:
    return f"{slug}-level-{level}"
