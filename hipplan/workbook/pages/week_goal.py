"""The person's goals at the head of a week's page: what gives way to them, and which of them there is room for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.fonts import NO_BREAK_SPACE
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Run, Text, height_of, runs_of
from hipplan.plan.preferences import Preferences
from hipplan.plan.query import query
from hipplan.words import rich, say
from hipplan.workbook import theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.log_measures import LETTER, Measures
from hipplan.workbook.pages.people import goal_lines
from hipplan.workbook.pages.week_title import LOW_RULE

STYLE = replace(theme.NOTE_INK, leading=12.3)
MOST_MORE = 1.5
APART = (f"{NO_BREAK_SPACE * 3} ", False)  # between goals on one line
UNDER = 0.9  # between the goal and the first session
CLOSEST = replace(LETTER, top=1.2, between=1.4, before_gate=1.4, before_strip=1.3)


@dataclass(frozen=True, slots=True)
class Head:
    """The top of a page: its rule, the goals under it (empty for none), the gaps below and the height left over."""

    rule: float
    goals: Text
    measures: Measures
    spare: float


@dataclass(frozen=True, slots=True)
class Asked:
    """What decides how goals are printed on a page, beside the goals; `usual` is its head without any."""

    week: int
    usual: Head
    sessions: int
    last: bool
    width: float
    care: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """A head without the person's words, and how high these are: many people's goals have the same."""

    rule: float
    measures: Measures
    spare: float
    high: float


def week_head(goals: tuple[str, ...], asked: Asked) -> Head:
    """Find room for the goals: all of them if they fit, else one a week in turn; gaps and title give way to that."""
    usual = asked.usual
    for words, head in _tries(goals, asked):
        need = height_of(words, asked.width, STYLE, breakable=True) + UNDER
        saved = usual.rule + _gaps(usual.measures, asked.sessions, last=asked.last)
        saved -= head.rule + _gaps(head.measures, asked.sessions, last=asked.last)
        if usual.spare + saved >= need:
            return replace(head, goals=words, spare=usual.spare + saved - need)
    return usual


@query
def week_shape(preferences: Preferences, asked: Asked) -> Shape:
    """The head of a week's page for these preferences."""
    head = week_head(preferences.goals, asked)
    high = height_of(head.goals, asked.width, STYLE, breakable=True) if head.goals else 0.0
    return Shape(head.rule, head.measures, head.spare, high)


def _tries(goals: tuple[str, ...], asked: Asked) -> Iterator[tuple[Text, Head]]:
    """All goals, then this week's, then any other, each with what gives way to it; what no other page says first."""
    usual, care = asked.usual, asked.care
    close = replace(usual, measures=_with_gaps(usual.measures, LETTER))
    closest = replace(usual, rule=LOW_RULE, measures=_with_gaps(usual.measures, CLOSEST))
    lines: tuple[Text, ...] = goal_lines(goals) if len(goals) > 1 else tuple(rich("week.goal", goal=g) for g in goals)
    turn = (asked.week - 1) % max(1, len(lines))
    in_turn = (*lines[turn:], *lines[:turn])
    if len(lines) > 1 and care:
        yield _in_one((care, *lines)), usual
    if len(lines) > 1:
        yield from ((_in_one(((*care, *runs_of(lines[0], STYLE)), *lines[1:])), head) for head in (usual, close))
        beside = _beside((*care, *runs_of(lines[0], STYLE)), *lines[1:])
        if height_of(beside, asked.width, STYLE, breakable=True) <= STYLE.pitch:
            yield from ((beside, head) for head in (usual, close, closest))
    if care:
        with_care = [(*care, *runs_of(line, STYLE)) for line in in_turn]
        in_turn = (*with_care, care, *in_turn) if asked.week == 1 else (*with_care, *in_turn, care)
    for line in in_turn:
        yield from ((line, head) for head in (usual, close, closest))


def care_line(edition: Edition) -> tuple[tuple[str, bool], ...]:
    """That a plan is no substitute for care, where no other page says it; on the first week before all else."""
    if any(edition.has(group) for group in ("sources", "moves-short", "fridge")):
        return ()
    return ((f"{say('document.care')} ", False),)


def _in_one(lines: tuple[Text, ...]) -> Text:
    """Several goals as one text, a line each."""
    return tuple(
        run for number, line in enumerate(lines) for run in ((("\n", False),) if number else ()) + runs_of(line, STYLE)
    )


def _beside(*lines: Text) -> Text:
    """Several goals as one text, one behind the other."""
    return tuple(
        run for number, line in enumerate(lines) for run in ((APART,) if number else ()) + runs_of(line, STYLE)
    )


def _with_gaps(m: Measures, gaps: Measures) -> Measures:
    return replace(m, top=gaps.top, between=gaps.between, before_gate=gaps.before_gate, before_strip=gaps.before_strip)


def draw_goals(sheet: Sheet, asked: Asked, high: float, y: float, *, more: float) -> float:
    """Leave them room over the full width and return the y of the first session, a little lower where there is room.

    The words are left to each person's copy of the page.
    """
    if not high:
        return y
    with sheet.element("P"):
        sheet.later(partial(_words, asked), Box(sheet.area.x, y, sheet.area.width, high), None, STYLE)
    return y + high + UNDER + min(more, MOST_MORE)


def _words(asked: Asked, edition: Edition) -> Text:
    return week_head(edition.programme.preferences.goals, asked).goals


def _gaps(m: Measures, sessions: int, *, last: bool) -> float:
    return m.top + m.between * (sessions - 1) + (m.before_gate if last else 0.0) + m.before_strip
