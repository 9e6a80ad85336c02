"""An SVG logo as a drawing of ours. svglib, an extra, reads it; what it may read is decided here before.

Only flat shapes pass: no text (its typeface would be missing), no pictures, no gradients, nothing from elsewhere.
"""

import logging
import math
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET
from zlib import compress

from hipplan.pdf.box import Box
from hipplan.pdf.form import Form

MOST_BYTES = 1_000_000
MOST_DEPTH = 40
MOST_EXPANDED = 500_000  # characters of all shapes when every use is written out
PER_SHAPE = 40  # characters that a shape counts for beside its own
MOST_STYLE = 20_000
HEIGHT = 100.0  # of what is drawn, in its own points; a page scales it
SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
_GROUPS = {"svg", "g", "defs", "symbol", "use", "style"}
_SILENT = {"title", "desc", "metadata"}
_SVG = "{http://www.w3.org/2000/svg}"
_SELECTOR = re.compile(r"[.#]?[A-Za-z_][\w-]*")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PAINTING = frozenset({"f", "f*", "B", "B*", "b", "b*", "S", "s"})
_BUILDING = frozenset({"m", "l", "c", "v", "y", "h", "re", "n"})
_OPERATORS = _PAINTING | _BUILDING | {"w", "J", "j", "M", "d", "rg", "RG", "g", "G", "q", "Q", "cm"}
_OPERAND = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)|\[[\d. ]*\]")
_NO_DASH = re.compile(r"\[[0. ]+\]")  # dashes of no length would never end
_TOKEN = re.compile(r"\[[^\]]*\]|[^\s\[\]]+")
_SEE_THROUGH = re.compile(r"(?<![-\w])opacity\s*:\s*(?!1(?:\.0*)?\s*(?:;|\}|$)|100%)")
_HELP = "; save the logo as PNG"
_SEEN_THROUGH = f"an SVG picture with parts that one can see through{_HELP}"
logging.getLogger("svglib").addHandler(logging.NullHandler())  # what it thinks of a file is not our news


def read_vector(data: bytes) -> Form:
    """Read an SVG. Raises ValueError with what is wrong and the way out."""
    root = _parse(data)
    _judge(root)
    drawing = _drawing(ET.tostring(root))
    width, height = float(drawing.width), float(drawing.height)
    if not (math.isfinite(width) and math.isfinite(height) and width > 0 and height > 0):
        raise ValueError(f"an SVG picture of no size{_HELP}")
    scale = HEIGHT / height
    stream = f"{scale:.6f} 0 0 {-scale:.6f} 0 {HEIGHT:g} cm\n{_operators(drawing)}".encode("ascii")
    view = Box(0, 0, round(width * scale, 3), HEIGHT)
    return Form(f"picture-{sha256(stream).hexdigest()[:12]}", view, compress(stream, 9))


def _parse(data: bytes) -> ET.Element:
    if len(data) > MOST_BYTES:
        raise ValueError(f"an SVG picture larger than {MOST_BYTES // 1_000_000} MB{_HELP}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(f"an SVG picture that is not UTF-8 text{_HELP}") from None
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ValueError("an SVG picture with a DOCTYPE, which could name other files; save it as plain SVG or PNG")
    if "<?xml-stylesheet" in text:
        raise ValueError(f"an SVG picture with a style sheet of its own{_HELP}")
    try:
        # the declared encoding has no say over text that is decoded, and without declarations nothing is expanded
        return ET.fromstring(text)  # noqa: S314
    except (ET.ParseError, ValueError):
        raise ValueError(f"an SVG picture that is damaged{_HELP}") from None


def _judge(root: ET.Element) -> None:
    """Refuse what is not a flat drawing, and what would grow when it is written out; drop what is never seen."""
    if root.tag != f"{_SVG}svg":
        raise ValueError("not a PNG, JPEG or SVG picture; save it as one of these")
    for element in _clean(root):
        name = element.tag.removeprefix(_SVG)
        if name not in SHAPES | _GROUPS:
            raise ValueError(f"an SVG picture with {_plain(name)}, which hipplan does not draw{_HELP}")
        if name == "style":
            _judge_style(element.text or "")
        element.tag = name
        element.attrib = {key.rpartition("}")[2]: value for key, value in element.attrib.items() if _is_known(key)}
        for key, value in element.attrib.items():
            _judge_attribute(key, value)
    _Weight(root).of(root)
    root.set("xmlns", _SVG.strip("{}"))


def _is_known(key: str) -> bool:
    """Attributes without a namespace, and the references of older drawings."""
    return not key.startswith("{") or key == "{http://www.w3.org/1999/xlink}href"


def _plain(name: str) -> str:
    return "".join(letter for letter in name if letter.isalnum())[:30] or "something"


def _clean(root: ET.Element) -> Iterator[ET.Element]:
    """Every element that may be seen; those of other programs and words about the picture are taken out."""
    level = [root]
    for _ in range(MOST_DEPTH):
        yield from level
        following = []
        for element in level:
            for child in list(element):
                silent = not child.tag.startswith(_SVG) or child.tag.removeprefix(_SVG) in _SILENT
                if silent:
                    element.remove(child)
                else:
                    following.append(child)
        level = following
    if level:
        raise ValueError(f"an SVG picture nested deeper than {MOST_DEPTH} levels{_HELP}")


def _judge_style(text: str) -> None:
    """Only rules for an element, a class or an id: others can take very long to match."""
    rules = _COMMENT.sub("", text).split("}")
    heads = [rule.partition("{")[0] for rule in rules if rule.strip()]
    if _SEE_THROUGH.search(text):
        raise ValueError(_SEEN_THROUGH)
    plain = all(_SELECTOR.fullmatch(part.strip()) for head in heads for part in head.split(","))
    if len(text) > MOST_STYLE or not plain or "url(" in text.lower():
        raise ValueError(f"an SVG picture with style rules that hipplan does not read{_HELP}")


def _judge_attribute(name: str, value: str) -> None:
    if name == "href" and not value.startswith("#"):
        raise ValueError("an SVG picture that refers to other files; put everything into it, or save it as PNG")
    if _SEE_THROUGH.search(value if name == "style" else f"{name}:{value}"):
        raise ValueError(_SEEN_THROUGH)
    if "url(" in value.lower():
        raise ValueError(f"an SVG picture with a gradient, mask or filter, which hipplan does not draw{_HELP}")


class _Weight:
    """How long a drawing is with every use written out."""

    def __init__(self, root: ET.Element) -> None:
        self._targets: Mapping[str, ET.Element] = {
            element.attrib["id"]: element for element in root.iter() if "id" in element.attrib
        }
        self._known: dict[int, int] = {}
        self._open: set[int] = set()

    def of(self, element: ET.Element) -> int:
        """Raises ValueError when it is too long or goes in a circle."""
        key = id(element)
        if key in self._open or len(self._open) > 2 * MOST_DEPTH:
            raise ValueError(f"an SVG picture whose parts use each other in a circle or too deeply{_HELP}")
        if key not in self._known:
            self._open.add(key)
            own = PER_SHAPE + sum(len(name) + len(value) for name, value in element.attrib.items())
            kids = [*element, *self._used(element)]
            self._known[key] = own + sum(self.of(kid) for kid in kids)
            self._open.remove(key)
        if self._known[key] > MOST_EXPANDED:
            raise ValueError(f"an SVG picture with too much detail, or parts that it repeats too often{_HELP}")
        return self._known[key]

    def _used(self, element: ET.Element) -> Iterator[ET.Element]:
        target = element.attrib.get("href", "")[1:]
        if element.tag == "use" and target in self._targets:
            yield self._targets[target]


def _drawing(text: bytes) -> Any:  # noqa: ANN401 - a drawing of ReportLab's, without types
    try:
        from svglib.svglib import svg2rlg  # noqa: PLC0415 - an extra, and slow to load
    except ImportError:
        message = "an SVG picture, which needs svglib: install hipplan[clinic], or save the logo as PNG"
        raise ValueError(message) from None
    try:
        drawing = svg2rlg(BytesIO(text))
    except Exception:  # noqa: BLE001 - svglib raises what it likes on a broken drawing
        drawing = None
    if drawing is None:
        raise ValueError(f"an SVG picture that cannot be drawn{_HELP}")
    return drawing


def _operators(drawing: Any) -> str:  # noqa: ANN401 - a drawing of ReportLab's, without types
    """Paint on a canvas of its own and keep the operators; only those that paint flat shapes are let through."""
    from reportlab.graphics import renderPDF  # noqa: PLC0415 - only SVG needs it
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - the same

    canvas: Any = Canvas(BytesIO(), pageCompression=0, invariant=1)
    try:
        renderPDF.draw(drawing, canvas, 0, 0)
    except Exception:  # noqa: BLE001 - ReportLab raises what it likes on a broken drawing
        raise ValueError(f"an SVG picture that cannot be drawn{_HELP}") from None
    code = [line for line in canvas._code if not line.startswith("BT /F1")]  # noqa: SLF001 - no other way to get them
    text = "\n".join(code)  # without the typeface that ReportLab sets up in case there will be text
    tokens = _TOKEN.findall(text)
    for token in tokens:
        if token == "gs":  # noqa: S105 - an operator that asks for transparency
            raise ValueError(_SEEN_THROUGH)
        if _NO_DASH.fullmatch(token) or (token not in _OPERATORS and not _OPERAND.fullmatch(token)):
            raise ValueError(f"an SVG picture with lines or colours that hipplan does not draw{_HELP}")
    if _PAINTING.isdisjoint(tokens):
        raise ValueError(f"an SVG picture that draws nothing{_HELP}")
    return text
