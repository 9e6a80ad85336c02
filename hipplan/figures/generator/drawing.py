"""From a posed figure to an SVG picture: mat, shadow, ghost, body, hip line, arrows."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from xml.sax.saxutils import escape

import numpy as np
from scipy.spatial import ConvexHull

from hipplan.figures.generator import trace
from hipplan.figures.generator.curves import Bezier, closed_curve, open_curve
from hipplan.figures.generator.figure import Figure
from hipplan.figures.generator.ink import (
    COLOURS,
    FULL,
    GHOST_FILL,
    GHOST_LINE,
    HALO,
    LINE,
    MAT,
    MAT_EDGE,
    SHADOW,
    SMALL,
    WALL,
    WALL_EDGE,
    Pen,
    Shape,
    shaded,
)
from hipplan.figures.generator.marks import arrow_shapes, cross_shapes, hip_line_shapes, mark_places
from hipplan.figures.generator.mesh import MATERIALS, Piece
from hipplan.figures.generator.raster import Scene, View, look
from hipplan.figures.generator.turning import Vector, about_z

SHADOW_UNDER = 0.045  # metres over the floor below which a part throws a shadow
MAT_MARGIN, MAT_THICK = 0.09, 0.012
PAD = 1.5  # points round the picture
TICK_ROOM = 6.0  # points on each side of a tick


class Picture:
    """Collects the shapes of one frame in picture units: points, y down, the floor at 0."""

    def __init__(self, figure: Figure, figures: Mapping[str, Figure]) -> None:
        self.figure, self.figures = figure, figures
        self.pose = figure.pose
        self.pen: Pen = SMALL if self.pose.icon else FULL
        self.view = View.of(self.pose.camera)
        self.scene = look([*figure.body, *figure.things], self.view)
        self.shapes: list[Shape] = []

    def draw(self) -> list[Shape]:
        """All shapes, back to front."""
        self._walls()
        if self.pose.mat:
            self._mat()
        if self.pose.floor or self.pose.mat:
            self._shadow()
        self._ghost()
        self._body(self.scene)
        self.shapes += hip_line_shapes(self.figure, self.view)
        self.shapes += arrow_shapes(self.figure, self.figures, self.view)
        self.shapes += cross_shapes(self.figure, self._bounds())
        return self.shapes

    def units(self, scene: Scene, pixels: Vector) -> Vector:
        """Points of the picture for (column, row) points of the grid."""
        return np.asarray(scene.frame.metres(pixels) * [self.pose.scale, -self.pose.scale])

    def _placed(self, scene: Scene, curves: Sequence[Bezier]) -> list[Bezier]:
        return [tuple(self.units(scene, np.array(curve))) for curve in curves]

    def _loops(
        self, scene: Scene, mask: np.ndarray, *, smooth: float = 0.0, level: float = 0.5, least: float = 0.0
    ) -> list[list[Bezier]]:
        found = trace.regions(mask, smooth=smooth or self.pen.smooth, least=least or self.pen.least_area, level=level)
        return [self._placed(scene, closed_curve(loop, loose=self.pen.loose)) for loop in found]

    # the ground

    def _floor_points(self, corners: Sequence[tuple[float, float, float]]) -> Vector:
        seen = self.view.see(np.array(corners))
        return np.asarray(seen[:, :2] * [self.pose.scale, -self.pose.scale])

    def _mat(self) -> None:
        if self.pose.mat_size:
            x0, x1, y0, y1 = self.pose.mat_size
        else:
            low = np.concatenate([p.vertices for p in self.figure.body])
            low = low[low[:, 2] < 0.2]
            x0, x1 = low[:, 0].min() - MAT_MARGIN, low[:, 0].max() + MAT_MARGIN
            y0, y1 = low[:, 1].min() - MAT_MARGIN, low[:, 1].max() + MAT_MARGIN
        top = [(x0, y0, 0.0), (x1, y0, 0.0), (x1, y1, 0.0), (x0, y1, 0.0)]
        under = [(x, y, -MAT_THICK) for x, y, _ in top]
        both = self._floor_points([*top, *under])
        hull = both[ConvexHull(both).vertices]
        self.shapes.append(Shape([_polygon(hull)], fill=MAT_EDGE))
        self.shapes.append(Shape([_polygon(both[:4])], fill=MAT, stroke=MAT_EDGE, width=self.pen.seam))

    def _walls(self) -> None:
        """Pale and thin behind everything: a wall is where the figure is, not what it does."""
        for block in self.pose.props.blocks:
            if block.kind == "wall":
                turn = about_z(block.turn)
                corners = [
                    np.array(block.at) + turn @ (np.array([x, y, z]) * np.array(block.size) / 2)
                    for x in (-1, 1)
                    for y in (-1, 1)
                    for z in (-1, 1)
                ]
                seen = self._floor_points([tuple(corner) for corner in corners])
                hull = seen[ConvexHull(seen).vertices]
                self.shapes.append(Shape([_polygon(hull)], fill=WALL, stroke=WALL_EDGE, width=self.pen.seam))

    def _shadow(self) -> None:
        """What is near the floor, pressed flat onto it."""
        flat = []
        for piece in (*self.figure.body, *self.figure.things):
            near = piece.vertices[piece.triangles][:, :, 2].max(axis=1) < SHADOW_UNDER
            if near.any() and piece.limb != "band":
                vertices = piece.vertices * [1.0, 1.0, 0.0] + [0.012, -0.012, 0.0]
                flat.append(
                    Piece(
                        "shadow",
                        "shadow",
                        vertices,
                        piece.triangles[near],
                        piece.materials[near],
                        piece.root[near],
                        piece.faces[near],
                    )
                )
        if flat:
            scene = look(flat, self.view)
            loops = self._loops(scene, scene.limb >= 0, smooth=5.0, level=0.38, least=60)
            colour = "#C9DAD7" if self.pose.mat else SHADOW
            self.shapes.append(Shape(loops, fill=colour))

    def _ghost(self) -> None:
        if not self.pose.ghost:
            return
        name = self.pose.ghost.frame or next(iter(self.figures))
        pieces = [p for p in self.figures[name].body if {p.part, p.limb} & set(self.pose.ghost.parts)]
        scene = look(pieces, self.view)
        loops = self._loops(scene, scene.limb >= 0)
        self.shapes.append(Shape(loops, fill=GHOST_FILL, stroke=GHOST_LINE, width=0.55, dash="2 1.6"))

    # the body

    def _body(self, scene: Scene) -> None:
        pen = self.pen
        outline = self._loops(scene, scene.limb >= 0)
        self.shapes.append(Shape(outline, fill=COLOURS["legging"], stroke=HALO, width=pen.outer + 2 * pen.halo))
        for number, name in enumerate(MATERIALS):
            mask = (scene.layer.material == number) & (scene.limb >= 0)
            if name == "none" or not mask.any():
                continue
            self.shapes.append(Shape(self._loops(scene, mask, smooth=1.0, level=0.34), fill=COLOURS[name]))
            if pen.shades:
                dark = mask & scene.layer.shade
                self.shapes.append(Shape(self._loops(scene, dark, smooth=2.2, least=110), fill=shaded(COLOURS[name])))
        for kind, width in ((trace.SEAM, pen.seam), (trace.CONTOUR, pen.inner)):
            rows = trace.lines(scene, kind, least=pen.least_line)
            curves = [self._placed(scene, self._curve(row)) for row in rows]
            self.shapes.append(Shape(curves, stroke=LINE, width=width, closed=False))
        self.shapes.append(Shape(outline, stroke=LINE, width=pen.outer))

    def _curve(self, row: Vector) -> list[Bezier]:
        if np.allclose(row[0], row[-1]) and len(row) > 12:
            return closed_curve(trace.smoothed(row[:-1]), loose=self.pen.loose)
        return open_curve(row, smooth=2.0 if self.pen.shades else 3.5, loose=self.pen.loose)

    def _bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of everything drawn so far, line widths included."""
        low, high = np.full(2, np.inf), np.full(2, -np.inf)
        for shape in self.shapes:
            grow = shape.width / 2 if shape.stroke and shape.stroke != HALO else 0.0
            for loop in shape.loops:
                points = np.array([point for curve in loop for point in curve])
                low = np.minimum(low, points.min(axis=0) - grow)
                high = np.maximum(high, points.max(axis=0) + grow)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])

    def svg(self, title: str, description: str) -> str:
        """The picture as a file."""
        shapes = [shape for shape in self.draw() if any(shape.loops)]
        places = mark_places(self.figure, self.view)
        left, top, right, bottom = self._bounds()
        if "tick" in places:
            x, y = places["tick"]
            left, top, right = min(left, x - TICK_ROOM), min(top, y - TICK_ROOM), max(right, x + TICK_ROOM)
        left, top, right, bottom = left - PAD, top - PAD, right + PAD, max(bottom, 0.0) + PAD
        width, height = right - left, bottom - top
        digits = self.pen.digits
        marks = "".join(f' data-mark-{name}="{x:.1f} {y:.1f}"' for name, (x, y) in places.items())
        floor = "line" if self.pose.floor and not self.pose.mat else "none"
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:.1f} {top:.1f} {width:.1f} {height:.1f}"'
            f' width="{width * 25.4 / 72:.1f}mm" height="{height * 25.4 / 72:.1f}mm"'
            f' data-side="{self.pose.side}" data-scale="{self.pose.scale:g}"{marks} data-floor="{floor}">'
        )
        body = "\n".join(shape.svg(digits) for shape in shapes)
        return f"{head}\n<title>{escape(title)}</title>\n<desc>{escape(description)}</desc>\n{body}\n</svg>\n"


def _polygon(points: Vector) -> list[Bezier]:
    row = [*points, points[0]]
    return [(a, a + (b - a) / 3, a + (b - a) * 2 / 3, b) for a, b in pairwise(row)]
