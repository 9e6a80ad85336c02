"""The look of the pictures: colours, line widths and the SVG shapes they become."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hipplan.figures.generator.curves import Bezier
from hipplan.figures.generator.turning import Vector

LINE, HALO, ARROW = "#1F2933", "#FFFFFF", "#A63A00"
SHADOW, MAT, MAT_EDGE = "#E3E8EC", "#DCE8E6", "#9DB8B4"
WALL, WALL_EDGE = "#F3F5F7", "#A9B4BE"
GHOST_LINE, GHOST_FILL = "#98A4B0", "#F4F6F8"
COLOURS: Mapping[str, str] = {
    "skin": "#F6E5D6",
    "shirt": "#CBD7E0",
    "shorts": "#94A1AE",
    "legging": "#EDF0F3",
    "accent": "#CC5216",
    "helper": "#EDB491",
    "shoe": "#5B6878",
    "sole": "#2B3440",
    "hair": "#37424F",
    "grey-hair": "#A7B1BA",
    "thing": "#7A8794",
    "thing-light": "#B9C4CD",
    "band": "#1B7F79",
    "pillow": "#F7F4EC",
    "towel": "#BCCFCC",
}
SHADE = 0.86


@dataclass(frozen=True, slots=True)
class Pen:
    """Line widths in points, smoothing in pixels."""

    outer: float = 1.0
    inner: float = 0.75
    seam: float = 0.4
    halo: float = 1.0
    loose: float = 0.75
    smooth: float = 1.3
    least_line: int = 7
    least_area: float = 26.0
    digits: int = 1
    shades: bool = True


FULL = Pen()
SMALL = Pen(
    outer=0.55,
    inner=0.4,
    seam=0.2,
    halo=0.5,
    loose=1.6,
    smooth=2.6,
    least_line=14,
    least_area=90,
    digits=2,
    shades=False,
)


def shaded(colour: str) -> str:
    """The same colour turned away from the light."""
    return "#" + "".join(f"{round(int(colour[at : at + 2], 16) * SHADE):02X}" for at in (1, 3, 5))


@dataclass(frozen=True, slots=True)
class Shape:
    """One path: loops of curves; points in the units of the picture, y down."""

    loops: Sequence[Sequence[Bezier]]
    fill: str = ""
    stroke: str = ""
    width: float = 0.0
    dash: str = ""
    closed: bool = True
    straight: bool = False

    def svg(self, digits: int) -> str:
        """The path element; curves that are straight are written as lines."""
        data = " ".join(_loop(loop, digits, closed=self.closed) for loop in self.loops if loop)
        fill = f' fill="{self.fill or "none"}"'
        stroke = f' stroke="{self.stroke}" stroke-width="{self.width:g}"' if self.stroke else ""
        dash = f' stroke-dasharray="{self.dash}"' if self.dash else ""
        return f'<path d="{data}"{fill}{stroke}{dash}/>'


def _loop(loop: Sequence[Bezier], digits: int, *, closed: bool) -> str:
    def at(point: Vector) -> str:
        return " ".join(_number(value, digits) for value in point)

    words = [f"M {at(loop[0][0])}"]
    for start, a, b, end in loop:
        flat = abs(_bow(start, a, end)) + abs(_bow(start, b, end)) < 0.02
        words.append(f"L {at(end)}" if flat else f"C {at(a)} {at(b)} {at(end)}")
    return " ".join(words) + (" Z" if closed else "")


def _bow(start: Vector, middle: Vector, end: Vector) -> float:
    """How far a handle is off the straight line."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    return float(((middle[0] - start[0]) * dy - (middle[1] - start[1]) * dx) / length)


def _number(value: float, digits: int) -> str:
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".") if digits else f"{value:.0f}"
    return "0" if text in {"-0", ""} else text
