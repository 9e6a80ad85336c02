"""Ink that knows how far it came, for pages that must leave room for a letterhead."""

from collections.abc import Mapping
from types import MappingProxyType

from hipplan.pdf.box import PT, Box
from hipplan.pdf.fonts import text_width
from hipplan.pdf.form import Form
from hipplan.pdf.ink import Ink, Point, Stroke
from hipplan.pdf.lettering import Lettering
from hipplan.pdf.raster import Raster
from hipplan.pdf.text import Line

ASCENT, DESCENT = 0.72, 0.22  # of the type size: capitals and tails
SLACK = 0.3  # millimetres: half a line


class WatchfulInk(Ink):
    """The same ink; it remembers how far it came to every side."""

    def __init__(
        self,
        lettering: Lettering,
        height: float,
        *,
        colours: Mapping[str, str] = MappingProxyType({}),
        grey: bool = False,
    ) -> None:
        super().__init__(lettering, height, colours=colours, grey=grey)
        self._xs: list[float] = []
        self._ys: list[float] = []

    def trespasses(self, clear: Box) -> tuple[str, float] | None:
        """The side of the paper at which something was drawn outside this box, and by how many millimetres."""
        if not self._xs:
            return None
        beyond = {
            "top": clear.y - min(self._ys),
            "bottom": max(self._ys) - clear.bottom,
            "left": clear.x - min(self._xs),
            "right": max(self._xs) - clear.right,
        }
        side, most = max(beyond.items(), key=lambda item: item[1])
        return (side, most) if most > SLACK else None

    def _see(self, x: float, y: float) -> None:
        self._xs.append(x)
        self._ys.append(y)

    def _at(self, point: Point) -> str:
        self._see(*point)
        return super()._at(point)

    def rect(self, box: Box, stroke: Stroke | None = None, fill: str | None = None) -> None:
        """A rectangle, filled first, then outlined."""
        self._see(box.right, box.y)
        super().rect(box, stroke, fill)

    def text(self, start: Point, line: Line, size: float, colour: str) -> None:
        """One line of text from the start of its baseline."""
        x, y = start
        right = x + sum(text_width(part, number) for part, number in line) * size * PT / 1000
        self._see(x, y - ASCENT * size * PT)
        self._see(right, y + DESCENT * size * PT)
        super().text(start, line, size, colour)

    def form(self, form: Form, origin: Point, scale: float, *, mirrored: bool = False) -> None:
        """A drawing made before, its own origin at this point; mirrored, what was at its right is at its left."""
        across = (-scale if mirrored else scale) * PT
        self._see(origin[0] + form.view.x * across, origin[1] + form.view.y * scale * PT)
        self._see(origin[0] + form.view.right * across, origin[1] + form.view.bottom * scale * PT)
        super().form(form, origin, scale, mirrored=mirrored)

    def picture(self, picture: Raster, box: Box) -> None:
        """A picture of pixels that fills the box."""
        self._see(box.x, box.y)
        self._see(box.right, box.bottom)
        super().picture(picture, box)
