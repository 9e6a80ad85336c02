"""Boxes to lay a page out with: millimetres, from the top left of the paper, y running down."""

from collections.abc import Iterable
from dataclasses import dataclass

PT = 25.4 / 72  # millimetres in one point


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; every method returns new boxes and changes nothing."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Centre line, down the page."""
        return self.y + self.height / 2

    @property
    def centre(self) -> float:
        """Centre line, across the page."""
        return self.x + self.width / 2

    def inset(
        self, left: float, top: float | None = None, right: float | None = None, bottom: float | None = None
    ) -> "Box":
        """Shrink; a side that is not given takes the opposite or the left value, as in CSS."""
        top = left if top is None else top
        right = left if right is None else right
        bottom = top if bottom is None else bottom
        return Box(self.x + left, self.y + top, self.width - left - right, self.height - top - bottom)

    def top(self, height: float) -> "Box":
        """The upper slice of this height."""
        return Box(self.x, self.y, self.width, height)

    def below(self, height: float) -> "Box":
        """What is left under an upper slice of this height."""
        return Box(self.x, self.y + height, self.width, self.height - height)

    def left(self, width: float) -> "Box":
        """The left slice of this width."""
        return Box(self.x, self.y, width, self.height)

    def after(self, width: float) -> "Box":
        """What is left beside a left slice of this width."""
        return Box(self.x + width, self.y, self.width - width, self.height)

    def columns(self, *widths: float | None, gap: float = 0) -> tuple["Box", ...]:
        """Cut side by side; None shares what the given widths leave."""
        xs = _spread(self.x, self.width, widths, gap)
        return tuple(Box(x, self.y, width, self.height) for x, width in xs)

    def rows(self, *heights: float | None, gap: float = 0) -> tuple["Box", ...]:
        """Cut one under the other; None shares what the given heights leave."""
        ys = _spread(self.y, self.height, heights, gap)
        return tuple(Box(self.x, y, self.width, height) for y, height in ys)

    def centred(self, width: float, height: float) -> "Box":
        """A box of this size around the same middle."""
        return Box(self.centre - width / 2, self.middle - height / 2, width, height)


def _spread(start: float, whole: float, sizes: Iterable[float | None], gap: float) -> Iterable[tuple[float, float]]:
    sizes = tuple(sizes)
    open_sizes = sizes.count(None)
    left = whole - sum(size for size in sizes if size is not None) - gap * (len(sizes) - 1)
    for size in sizes:
        length = left / open_sizes if size is None else size
        yield start, length
        start += length + gap
