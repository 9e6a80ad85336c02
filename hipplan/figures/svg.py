"""Read a picture: a strict subset of SVG, every shape one path, y running down and the floor at 0."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal
from xml.etree import ElementTree as ET

from hipplan.pdf.box import Box
from hipplan.pdf.form import PATH_DATA, Form, Outline, form

Side = Literal["left", "right"]
_SPACE = "{http://www.w3.org/2000/svg}"
_NUMBER = r"-?\d+(?:\.\d+)?"
_COLOUR = r"#[0-9A-Fa-f]{6}"
_MARK = "data-mark-"
_HEAD = {
    "viewBox": re.compile(rf"{_NUMBER}(?: {_NUMBER}){{3}}"),
    "width": re.compile(rf"{_NUMBER} ?mm"),
    "height": re.compile(rf"{_NUMBER} ?mm"),
    "data-side": re.compile("left|right"),
    "data-scale": re.compile(_NUMBER),
    "data-floor": re.compile("line|none"),
}
_PLACE = re.compile(rf"{_NUMBER} {_NUMBER}")
_PATH = {
    "d": PATH_DATA,
    "fill": re.compile(f"none|{_COLOUR}"),
    "stroke": re.compile(f"none|{_COLOUR}"),
    "stroke-width": re.compile(_NUMBER),
    "stroke-dasharray": re.compile(rf"{_NUMBER}(?: {_NUMBER})*"),
}


class DrawingError(Exception):
    """A picture of ours that is not what its reader expects: a bug, never the fault of a user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A picture and what it says of itself; `marks` are places in its own points, `scale` points for a body metre."""

    form: Form
    side: Side | None
    scale: float
    on_floor: bool
    marks: Mapping[str, tuple[float, float]]
    title: str
    description: str

    @property
    def view(self) -> Box:
        """What is seen, in the drawing's own points: the floor is at y 0, what stands on it at negative y."""
        return self.form.view


def read_svg(text: str, name: str) -> Drawing:
    """Read one picture. Raises DrawingError for anything outside the subset."""
    root = _parse(text, name)
    if root.tag != f"{_SPACE}svg":
        raise DrawingError(f"{name}: should be an svg of the usual namespace (got {root.tag})")
    head = {key: value for key, value in root.attrib.items() if not key.startswith(_MARK)}
    _check(head, _HEAD, f"{name}: svg")
    side = head.get("data-side")
    return Drawing(
        form=form(name, _view(head, name), list(_outlines(root, name))),
        side="left" if side == "left" else "right" if side == "right" else None,
        scale=float(head.get("data-scale", 96)),
        on_floor=head.get("data-floor") == "line",
        marks=MappingProxyType(dict(_marks(root, name))),
        title=root.findtext(f"{_SPACE}title", ""),
        description=root.findtext(f"{_SPACE}desc", ""),
    )


def _parse(text: str, name: str) -> ET.Element:
    if "<!" in text or "<?" in text:  # a declaration could name entities, and an entity other files
        raise DrawingError(f"{name}: should hold no declaration, comment or instruction")
    try:
        return ET.fromstring(text)  # noqa: S314 - without declarations there is nothing to expand
    except ET.ParseError as problem:
        raise DrawingError(f"{name}: is not well-formed: {problem}") from problem


def _check(values: Mapping[str, str], known: Mapping[str, re.Pattern[str]], where: str) -> None:
    for key, value in values.items():
        if key not in known:
            raise DrawingError(f"{where}: has the attribute {key}, which is outside the subset")
        if not known[key].fullmatch(value):
            raise DrawingError(f"{where}: {key} is outside the subset (got {value[:60]!r})")


def _view(head: Mapping[str, str], name: str) -> Box:
    if "viewBox" not in head:
        raise DrawingError(f"{name}: svg has no viewBox")
    view = Box(*map(float, head["viewBox"].split(" ")))
    if not (view.width > 0 and view.height > 0):
        raise DrawingError(f"{name}: the viewBox is empty")
    return view


def _marks(root: ET.Element, name: str) -> Iterator[tuple[str, tuple[float, float]]]:
    for key, value in root.attrib.items():
        if key.startswith(_MARK):
            _check({key: value}, {key: _PLACE}, f"{name}: svg")
            across, down = value.split(" ")
            yield key.removeprefix(_MARK), (float(across), float(down))


def _outlines(root: ET.Element, name: str) -> Iterator[Outline]:
    if (root.text or "").strip():
        raise DrawingError(f"{name}: has text of its own, which is outside the subset")
    number = 0
    for child in root:
        if (child.tail or "").strip() or len(child):
            raise DrawingError(f"{name}: {child.tag} holds more than the subset allows")
        if child.tag == f"{_SPACE}path":
            number += 1
            yield _outline(child, f"{name}: path {number}")
        elif child.tag not in {f"{_SPACE}title", f"{_SPACE}desc"} or child.attrib:
            raise DrawingError(f"{name}: {child.tag.removeprefix(_SPACE)} is outside the subset")
    if not number:
        raise DrawingError(f"{name}: draws nothing")


def _outline(path: ET.Element, where: str) -> Outline:
    values = path.attrib
    _check(values, _PATH, where)
    fill, stroke = (values.get(key, "none").replace("none", "") for key in ("fill", "stroke"))
    if "d" not in values or (path.text or "").strip():
        raise DrawingError(f"{where}: should have path data and no text")
    if not fill and not stroke:
        raise DrawingError(f"{where}: is painted with nothing")
    dash = tuple(map(float, values.get("stroke-dasharray", "").split()))
    return Outline(values["d"], fill, stroke, float(values.get("stroke-width", 1)), dash)
