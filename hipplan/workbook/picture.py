"""One picture on paper: fitted into a box, for the side that goes first, with the letters of both sides."""

from collections.abc import Iterable
from dataclasses import dataclass

from hipplan.figures.svg import Drawing
from hipplan.pdf.box import PT, Box
from hipplan.pdf.ink import Point
from hipplan.pdf.sheet import Sheet
from hipplan.words import say
from hipplan.workbook import theme
from hipplan.workbook.marks import tick_mark

LETTER = 2.15  # radius
TICK = 1.4
LETTERS_APART = 5.2
DROP = 3.7  # from the toes to the middle of a letter under a foot, at any scale
LARGEST = 1.0  # times the nominal size


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Picture:
    """A drawing with its words, one of each and equal to no other; `mirrored` when the other side goes first."""

    alt: str
    caption: str
    drawing: Drawing
    mirrored: bool = False

    @property
    def above(self) -> float:
        """Height over the floor at nominal size, in millimetres."""
        return -self.drawing.view.y * PT

    @property
    def below(self) -> float:
        """Depth under the floor at nominal size: a mat, a shadow."""
        return self.drawing.view.bottom * PT

    @property
    def width(self) -> float:
        """Width at nominal size."""
        return self.drawing.view.width * PT

    def fitted(self, box: Box) -> tuple[float, float]:
        """Width and height of the drawing when it fills the box as far as it can."""
        scale = shared_scale([self], box.width, box.height)
        return self.width * scale, (self.above + self.below) * scale

    def draw(self, sheet: Sheet, box: Box, *, letters: bool = False) -> None:
        """Fit the drawing into the box, standing on its lower edge, or on its letters."""
        with sheet.figure(self.alt, box):
            self.paint(sheet, box, letters=letters)

    def paint(self, sheet: Sheet, box: Box, *, letters: bool = False) -> None:
        """The same inside an element that says by itself what is shown."""
        scale = shared_scale([self], box.width, box.height)
        under = self._under(box, scale) if letters else 0.0
        scale = shared_scale([self], box.width, box.height - under)
        floor = box.bottom - under - self.below * scale
        self.stand(sheet, box, floor, scale)
        if letters:
            self.draw_letters(sheet, box, floor, scale)

    def _under(self, box: Box, scale: float) -> float:
        """How far letters hang under the drawing."""
        lowest = max((y + LETTER for _, y in self.letters(box, 0, scale).values()), default=0.0)
        return max(0.0, lowest - self.below * scale)

    def stand(self, sheet: Sheet, box: Box, floor: float, scale: float) -> None:
        """Put the floor of the drawing on this line, the drawing in the middle of the box."""
        sheet.ink.form(self.drawing.form, (self._x(box, scale, 0), floor), scale, mirrored=self.mirrored)
        if "tick" in self.drawing.marks:  # drawn here, as a mirrored tick is wrong
            tick_mark(sheet, self.place("tick", box, floor, scale), TICK)

    def place(self, mark: str, box: Box, floor: float, scale: float) -> Point:
        """Where a mark of the drawing is on the page."""
        across, down = self.drawing.marks[mark]
        return self._x(box, scale, across), floor + down * scale * PT

    def draw_letters(self, sheet: Sheet, box: Box, floor: float, scale: float) -> None:
        """L and R under the feet or by the knees; the element that is open owns them."""
        for side, (x, y) in self.letters(box, floor, scale).items():
            sheet.ink.circle((x, y), LETTER, theme.SIDE_RING, theme.WHITE)
            room = Box(x - LETTER, y - LETTER, 2 * LETTER, 2 * LETTER)
            sheet.at(say(f"sides.{side}_letter"), room, y + 1.13, theme.SIDE_LETTER, align="centre")

    def letters(self, box: Box, floor: float, scale: float) -> dict[str, Point]:
        """Where each side's letter goes; letters that would touch are moved apart."""
        found = {}
        for mark in ("left", "right"):
            if mark in self.drawing.marks:
                x, y = self.place(mark, box, floor, scale)
                side = {"left": "right", "right": "left"}[mark] if self.mirrored else mark
                by_foot = self.drawing.on_floor or y > floor  # who lies or kneels may have a letter by the knee
                found[side] = (x, y + (DROP * (1 - scale) if by_foot else 0.0))
        return _apart(found)

    def _x(self, box: Box, scale: float, across: float) -> float:
        view = self.drawing.view
        return box.centre + (across - view.centre) * scale * PT * (-1 if self.mirrored else 1)


def shared_scale(pictures: Iterable[Picture], width: float, height: float) -> float:
    """The scale at which each of several pictures fits over and under one floor line."""
    pictures = tuple(pictures)
    widest = max(picture.width for picture in pictures)
    highest = max(picture.above for picture in pictures) + max(picture.below for picture in pictures)
    return min(LARGEST, width / widest, height / highest)


def _apart(found: dict[str, Point]) -> dict[str, Point]:
    if len(found) < 2:
        return found
    (first, (x0, y0)), (second, (x1, y1)) = sorted(found.items(), key=lambda item: item[1])
    if (x1 - x0) ** 2 + (y1 - y0) ** 2 >= LETTERS_APART**2:
        return found
    across = (LETTERS_APART**2 - (y1 - y0) ** 2) ** 0.5
    middle = (x0 + x1) / 2
    return {first: (middle - across / 2, y0), second: (middle + across / 2, y1)}
