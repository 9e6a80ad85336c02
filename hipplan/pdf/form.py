"""A drawing that a file holds once and shows as often as wanted: path data in, painting operators out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from zlib import compress

from hipplan.pdf.box import Box
from hipplan.pdf.colour import rgb

_NUMBER = r"-?\d+(?:\.\d+)?"
_MOVE = rf"[ML] {_NUMBER} {_NUMBER}"
_CURVE = rf"C {_NUMBER}(?: {_NUMBER}){{5}}"
PATH_DATA = re.compile(rf"M {_NUMBER} {_NUMBER}(?: (?:{_MOVE}|{_CURVE}|Z))*+")
QUICK = 4  # of zlib: a third of the time of its usual level for a twentieth more bytes
_SEGMENT = re.compile(r"([MLC]) ([-\d. ]+\d)")


@dataclass(frozen=True, slots=True)
class Outline:
    """Path data (absolute M, L, C, Z, y down) and its paint: colours as #RRGGBB, empty for none; points."""

    data: str
    fill: str = ""
    stroke: str = ""
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """The operators, compressed; `view` is what is seen of them, in the drawing's own points, y running down."""

    name: str
    view: Box
    stream: bytes


def form(name: str, view: Box, outlines: Iterable[Outline]) -> Form:
    """Paint outlines one over the other; holes follow the even-odd rule, lines have round ends and corners."""
    operators = ["1 J 1 j"]
    state: dict[str, str] = {}
    for outline in outlines:
        for kind, operator in _paint(outline):
            if state.get(kind) != operator:
                state[kind] = operator
                operators.append(operator)
        paint = {(True, True): "B*", (True, False): "f*", (False, True): "S"}
        path = _SEGMENT.sub(_operands_first, outline.data).replace("Z", "h")
        operators.append(f"{path} {paint[bool(outline.fill), bool(outline.stroke)]}")
    return Form(name, view, compress("\n".join(operators).encode("ascii"), QUICK))


def _operands_first(found: re.Match[str]) -> str:
    return f"{found[2]} {found[1].lower()}"


def _paint(outline: Outline) -> Iterable[tuple[str, str]]:
    if outline.fill:
        yield "fill", f"{rgb(outline.fill)} rg"
    if outline.stroke:
        yield "colour", f"{rgb(outline.stroke)} RG"
        yield "width", f"{outline.width:g} w"
        yield "dash", f"[{' '.join(f'{length:g}' for length in outline.dash)}] 0 d"
