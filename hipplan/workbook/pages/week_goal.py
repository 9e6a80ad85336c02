"""The person's first goal at the head of a week, where the page has a line to spare."""

from dataclasses import dataclass, replace

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, height_of
from hipplan.words import rich
from hipplan.workbook import theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.log_measures import LETTER, Measures

UNDER = 1.2  # between the goal and the first session


@dataclass(frozen=True, slots=True)
class WeekGoal:
    """The words, empty where there are none or no room; the gaps of the page; what is left of its height."""

    words: Text
    measures: Measures
    spare: float


def week_goal(edition: Edition, m: Measures, spare: float, *, sessions: int, last: bool) -> WeekGoal:
    """Find room for the goal: what the page has to spare, else the gaps of the tighter paper; else leave it off."""
    goals = edition.programme.preferences.goals
    if not goals:
        return WeekGoal("", m, spare)
    words = rich("week.goal", goal=goals[0])
    need = height_of(words, edition.paper.area.width, theme.NOTE_INK, breakable=True) + UNDER
    close = replace(
        m, top=LETTER.top, between=LETTER.between, before_gate=LETTER.before_gate, before_strip=LETTER.before_strip
    )
    saved = _gaps(m, sessions, last=last) - _gaps(close, sessions, last=last)
    if spare >= need:
        return WeekGoal(words, m, spare - need)
    if spare + saved >= need:
        return WeekGoal(words, close, spare + saved - need)
    return WeekGoal("", m, spare)


def draw_goal(sheet: Sheet, words: Text, y: float) -> float:
    """Draw it over the full width and return the y of the first session."""
    if not words:
        return y
    place = Box(sheet.area.x, y, sheet.area.width, sheet.area.bottom - y)
    return sheet.paragraph(words, place, theme.NOTE_INK, breakable=True) + UNDER


def _gaps(m: Measures, sessions: int, *, last: bool) -> float:
    return m.top + m.between * (sessions - 1) + (m.before_gate if last else 0.0) + m.before_strip
