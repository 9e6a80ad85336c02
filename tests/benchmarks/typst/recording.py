"""What the pages of a workbook say and draw, written down for another engine: structure, texts, shapes, pictures."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from hipplan.pdf.box import PT, Box
from hipplan.pdf.form import Form
from hipplan.pdf.ink import Ink, Point, Stroke
from hipplan.pdf.raster import Raster
from hipplan.pdf.sheet import Align, Sheet
from hipplan.pdf.tags import Node, Role
from hipplan.pdf.text import Text, TextStyle, height_of

Entry = list[object]
"""What it is, then its facts: an element with its kids, a text with its place and style, a shape or a picture."""


class RecordingInk(Ink):
    """Takes notes instead of drawing: it has no file to write into, and its operators stay empty."""

    taken: list[Entry]

    def __init__(self) -> None:
        vars(self).update(taken=[], operators=[], _code=[])

    def lines(self, pieces: Iterable[tuple[Point, Point]], stroke: Stroke) -> None:
        """Many separate lines."""
        self._note("lines", [[*_point(a), *_point(b)] for a, b in pieces], stroke)

    def rect(self, box: Box, stroke: Stroke | None = None, fill: str | None = None) -> None:
        """A rectangle."""
        self._note("rect", _box(box), stroke, fill)

    def polygon(self, points: Sequence[Point], stroke: Stroke | None = None, fill: str | None = None) -> None:
        """A closed outline."""
        self._note("polygon", [_point(point) for point in points], stroke, fill)

    def polyline(self, points: Sequence[Point], stroke: Stroke) -> None:
        """An open outline."""
        self._note("polyline", [_point(point) for point in points], stroke)

    def circle(self, centre: Point, radius: float, stroke: Stroke | None = None, fill: str | None = None) -> None:
        """A circle."""
        self._note("circle", [*_point((centre[0] - radius, centre[1] - radius)), round(radius, 3)], stroke, fill)

    def form(self, form: Form, origin: Point, scale: float, *, mirrored: bool = False) -> None:
        """A picture of ours, by the name of its file."""
        left = form.view.right if mirrored else -form.view.x
        across = (origin[0] / PT - left * scale) * PT
        down = origin[1] + form.view.y * scale * PT
        size = [round(form.view.width * scale * PT, 3), round(form.view.height * scale * PT, 3)]
        self.taken.append(["picture", [*_point((across, down)), *size], form.name, mirrored])

    def picture(self, picture: Raster, box: Box) -> None:
        """Logos have no file of ours."""
        raise NotImplementedError

    def _note(self, kind: str, where: object, stroke: Stroke | None = None, fill: str | None = None) -> None:
        pen = [stroke.width, stroke.colour, list(stroke.dash)] if stroke else []
        self.taken.append([kind, where, pen, fill or ""])


class RecordingSheet(Sheet):
    """A page that is written down: `page` holds its entries, `styles` numbers the styles of its texts."""

    def __init__(self, paper: Box, area: Box, whose: object, styles: dict[TextStyle, int]) -> None:
        self._whose, self._styles = whose, styles
        self._recorder = RecordingInk()
        super().__init__(self._recorder, paper, area)
        self.page = self._recorder.taken

    @contextmanager
    def element(
        self,
        role: Role,
        *,
        label: str = "",
        scope: str = "",
        box: Box | None = None,
        span: int = 1,
        **more: int,
    ) -> Iterator[Node]:
        """An element with all that is drawn in it."""
        outside, self._recorder.taken = self._recorder.taken, []
        with super().element(role, label=label, scope=scope, box=box, span=span, **more) as node:
            yield node
        facts: dict[str, object] = {"alt": label, "span": span}
        outside.append([role, self._recorder.taken, {key: fact for key, fact in facts.items() if fact}])
        self._recorder.taken = outside

    def paragraph(
        self,
        text: Text,
        box: Box,
        style: TextStyle,
        *,
        role: Role = "P",
        align: Align = "left",
        breakable: bool = False,
    ) -> float:
        """Text that the other engine has to wrap."""
        with self.element(role):
            self._write(text, box, box.y, style, align)
        return box.y + height_of(text, box.width + 0.05, style, breakable=breakable)

    def at(self, text: Text, box: Box, baseline: float, style: TextStyle, *, align: Align = "left") -> None:
        """One line on its baseline."""
        self._write(text, box, baseline - style.drop, style, align, wrapped=False)

    def _write(self, text: Text, box: Box, top: float, style: TextStyle, align: Align, *, wrapped: bool = True) -> None:
        runs = text if isinstance(text, str) else [[part, bool(number % 2)] for part, number in text]
        side = "center" if align == "centre" else align
        place = [*_point((box.x, top)), round(box.width, 3)]
        self._recorder.taken.append(
            ["text", runs, place, self._styles.setdefault(style, len(self._styles)), side, wrapped]
        )


def _point(point: Point) -> list[float]:
    return [round(place, 3) for place in point]


def _box(box: Box) -> list[float]:
    return [round(place, 3) for place in (box.x, box.y, box.width, box.height)]
