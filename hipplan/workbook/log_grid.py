"""The columns of the log, which never move from week to week, and what a row of it asks for."""

from dataclasses import dataclass

from hipplan.pdf.box import Box
from hipplan.plan.programme import Prescription
from hipplan.plan.weeks import has_a_box_a_side, most_sets
from hipplan.workbook.edition import Edition
from hipplan.workbook.hand import is_left, placed_for
from hipplan.workbook.naming import move_number, sides
from hipplan.workbook.picture import Picture

ROW = 9.0
BAR = 9.0
PICTURE, DOSE, BOXES = 13.0, 36.0, 72.0
SETS = 3


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of one programme's log: for which hand, in which detail, how many sets, the side that goes first.

    `split` says whether each side has its own box: asked for, and wide enough for a pen.
    """

    left: bool
    detail: str
    sets: int
    sides: tuple[str, str]
    split: bool

    def cut(self, row: Box) -> tuple[Box, Box, Box, tuple[Box, ...]]:
        """Picture, move, dose and the set boxes of a row, from the side of the hand that does not write.

        The move column takes what the others leave; the first set is always the leftmost box.
        """
        columns = row.columns(PICTURE, None, DOSE, BOXES)
        picture, move, dose, boxes = (self.placed(column, row) for column in columns)
        return picture, move.inset(1.5, 0, 0), dose.inset(1, 0, 0), boxes.columns(*[None] * self.sets)

    def placed(self, box: Box, within: Box) -> Box:
        """Where a box is in its row for this hand."""
        return placed_for(box, within, left=self.left)


def grid_of(edition: Edition) -> Grid:
    """Three sets in every week, so that the grid never moves; more only where a physio's edit asks for more."""
    detail = edition.programme.preferences.log_detail
    sets = SETS if detail == "simple" else max(SETS, most_sets(edition.programme))
    split = has_a_box_a_side(edition.programme)
    return Grid(is_left(edition), detail, sets, sides(edition.programme), split)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a row asks for: the move with its second line and its icon or number, and the dose."""

    move: str
    second: str
    icon: Picture | None
    number: int
    sets: int
    reps: int
    rest_s: int


def asked_of(edition: Edition, prescription: Prescription, second: str) -> Asked:
    """What is asked of a move; `second` is the line under its name."""
    icon, move = edition.pictures.get(f"{prescription.move}-icon"), prescription.move
    number = 0 if icon else move_number(edition.programme, move)
    dose = prescription.sets, prescription.reps, prescription.rest_s
    return Asked(move, second, icon, number, *dose)
