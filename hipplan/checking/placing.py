"""From the points of a PDF, y up and forms in forms, to millimetres on the paper, y down."""

from dataclasses import dataclass

from hipplan.checking.seen import Area, Point, around

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Placing:
    """How things inside a page or a form come to the paper, and what can be seen of them there."""

    matrix: Matrix
    clip: Area | None = None
    depth: int = 0

    def inside(self, matrix: Matrix, clip: Area | None = None) -> "Placing":
        """The same for what is inside a form with this matrix."""
        a, b, c, d, e, f = matrix
        (x1, y1), (x2, y2) = _turned(self.matrix, (a, b)), _turned(self.matrix, (c, d))
        x3, y3 = moved(self.matrix, (e, f))
        return Placing((x1, y1, x2, y2, x3, y3), clip or self.clip, self.depth + 1)

    def clipped(self, clip: tuple[float, float, float, float] | None) -> Area | None:
        """What can be seen after one more clip."""
        return placed(clip, self).within(self.clip) if clip else self.clip


def placed(bounds: tuple[float, float, float, float], placing: Placing) -> Area:
    """Left, bottom, right and top as an area on the paper."""
    left, bottom, right, top = bounds
    corners = ((left, bottom), (right, bottom), (right, top), (left, top))
    return around(moved(placing.matrix, corner) for corner in corners)


def moved(matrix: Matrix, point: Point) -> Point:
    """A point through a matrix."""
    x, y = _turned(matrix, point)
    return x + matrix[4], y + matrix[5]


def _turned(matrix: Matrix, point: Point) -> Point:
    x, y = point
    return matrix[0] * x + matrix[2] * y, matrix[1] * x + matrix[3] * y
