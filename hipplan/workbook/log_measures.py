"""Heights down a log page, and how the sessions of a week share pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from hipplan.pdf.text import Text, height_of
from hipplan.plan.programme import Session
from hipplan.workbook import log_grid, theme
from hipplan.workbook.theme import Paper

TITLE_RULE = 10.6  # below the top of the area
GATE_HEAD = 6.2
ABOVE_NOTE = 2.0
NOTE_WIDTH = 130.0  # about 80 characters


@dataclass(frozen=True, slots=True)
class Measures:
    """Letter is shorter and saves where the design says so."""

    top: float
    rating: float
    between: float
    before_gate: float
    cards: float
    before_strip: float
    strip: float


A4 = Measures(2.6, 9.4, 2.8, 3.4, 29.4, 2.8, 11.2)
LETTER = Measures(2.0, 9.0, 2.0, 1.8, 24.0, 1.6, 7.0)


def measures(paper: Paper) -> Measures:
    """The heights for this paper."""
    return LETTER if paper.tight else A4


def loaded_moves(session: Session) -> tuple[str, ...]:
    """Moves done with a weight or band in this session."""
    return tuple(prescription.move for prescription in session.prescriptions if prescription.load)


def session_height(session: Session, paper: Paper) -> float:
    """Bar, a row a move, the row for weights when there are any, ratings."""
    rows = len(session.prescriptions) + bool(loaded_moves(session))
    return log_grid.BAR + rows * log_grid.ROW + measures(paper).rating


def gate_height(paper: Paper, note: Text) -> float:
    """Heading, cards and the note under them, with the space above."""
    m = measures(paper)
    under = ABOVE_NOTE + height_of(note, NOTE_WIDTH, theme.GATE) if note else 0.0
    return m.before_gate + GATE_HEAD + m.cards + under


def content_height(sessions: Sequence[Session], paper: Paper, gate: float) -> float:
    """Everything under the title rule; gate is 0 on a page without one."""
    m = measures(paper)
    heights = sum(session_height(session, paper) for session in sessions) + m.between * (len(sessions) - 1)
    return m.top + heights + gate + m.before_strip + m.strip


def share_out(sessions: Sequence[Session], paper: Paper, gate: float) -> list[tuple[Session, ...]]:
    """The fewest pages that hold the sessions, as even as can be, the gate on the last."""
    room = paper.area.height - TITLE_RULE
    for pages in range(1, len(sessions) + 1):
        size = -(-len(sessions) // pages)
        groups = [tuple(sessions[place : place + size]) for place in range(0, len(sessions), size)]
        heights = [content_height(group, paper, gate if group is groups[-1] else 0.0) for group in groups]
        if max(heights) <= room:
            break
    return groups
