"""Drawings that depend on their arguments alone: made once, put anywhere on any page of any file."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Concatenate, ParamSpec

from hipplan.pdf.box import PT, Box
from hipplan.pdf.branches import branch_of
from hipplan.pdf.drawings import Drawing
from hipplan.pdf.ink import Dyes, Ink
from hipplan.pdf.lettering import Font, Lettering
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.tags import Branch, opening_of
from hipplan.pdf.text import LayoutError

MOST = 1024
Arguments = ParamSpec("Arguments")
Draw = Callable[Concatenate[Sheet, Box, Arguments], None]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a drawing left: operators with a place for the number of each marked piece, and its elements."""

    operators: str
    marks: int
    branches: tuple[Branch, ...]
    fonts: frozenset[Font]
    drawings: Mapping[str, Drawing]

    def put(self, sheet: Sheet, box: Box) -> None:
        """Put it on a sheet, where this box is."""
        sheet.ink.fonts |= self.fonts
        sheet.ink.drawings |= self.drawings
        first = sheet.marks.count
        shown = self.operators % tuple(range(first, first + self.marks))
        place = f"{box.x / PT:.3f} {(sheet.paper.height - box.y) / PT:.3f}"
        sheet.put(self.branches, self.marks, f"q 1 0 0 1 {place} cm\n{shown}\nQ", (box.x, box.y))


def stamped(draw: Draw[Arguments]) -> Draw[Arguments]:
    """Remember what a function draws in a box of this size with these arguments, which have to be hashable.

    The function draws from the upper left corner of its box, and knows nothing of the sheet but that. Its box is the
    whole area of the sheet it gets.
    """

    def drawn(sheet: Sheet, box: Box, /, *args: Arguments.args, **named: Arguments.kwargs) -> None:
        ink = sheet.ink
        if type(ink) is not Ink:  # what watches every mark, or is itself making a stamp
            draw(sheet, box, *args, **named)
            return
        stamp = _stamp(draw, (box.width, box.height), args, tuple(named.items()), ink.dyes)
        if stamp is None:
            draw(sheet, box, *args, **named)
            return
        stamp.put(sheet, box)

    return drawn


def forget_stamps() -> None:
    """Draw everything anew from here on."""
    _stamp.cache_clear()


class _StampInk(Ink):
    """Ink on a sheet whose upper left corner is where the stamp will be put."""


@lru_cache(maxsize=MOST)
def _stamp(
    draw: Callable[..., None],
    size: tuple[float, float],
    args: tuple[Hashable, ...],
    named: tuple[tuple[str, Hashable], ...],
    dyes: Dyes,
) -> Stamp | None:
    """None where a letter has no code that is the same in every file, or where the drawing does not fit its box."""
    ink, box = _StampInk(Lettering(), 0.0, colours=dict(dyes[0]), grey=dyes[1]), Box(0, 0, *size)
    sheet = Sheet(ink, box, box)
    try:
        draw(sheet, box, *args, **dict(named))
    except LayoutError:
        return None  # it is drawn again where it belongs, and told with its place
    if ink.rare:
        return None
    return _made(sheet)


def _made(sheet: Sheet) -> Stamp:
    sheet.marks.end(sheet.structure)
    if sheet.late:
        raise TypeError("what each copy writes for itself cannot be part of what is put on many pages")
    operators = [operator.replace("%", "%%") for operator in sheet.ink.operators]
    for place, role in sheet.marks.numbered:
        operators[place] = opening_of(role, "%d")
    branches = tuple(branch_of(child) for child in sheet.structure.children if child.role != "Artifact")
    fonts, drawings = frozenset(sheet.ink.fonts), sheet.ink.drawings
    return Stamp("\n".join(operators), sheet.marks.count, branches, fonts, drawings)
