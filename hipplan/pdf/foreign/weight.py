"""How much a page draws with every drawing in a drawing written out: a few bytes can ask for more than printers do.

A viewer would hang on it long after our own work was done.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from pypdf.generic import DictionaryObject, IndirectObject, PdfObject

from hipplan.pdf.foreign.entries import entry, items
from hipplan.pdf.foreign.pages import Key
from hipplan.pdf.foreign.problem import ForeignFileError

MOST_DRAWN = 60_000_000  # bytes of operators: seven times what one page may have of its own
DEEPEST = 20
LEAST_TILE = 0.2  # square points: a pattern of finer tiles is a colour, and takes minutes to draw
_SHOWN = re.compile(rb"/([^\0\t\n\f\r ()<>\[\]{}/%]+)[\0\t\n\f\r ]*Do(?![A-Za-z])")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_WAY_OUT = "print it to a new PDF as a picture"


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Length of its operators, how often it shows what, and where that is found."""

    length: int
    shown: Mapping[str, int]
    resources: PdfObject | None


class Weights:
    """Takes down every drawing as it is read, then weighs them."""

    def __init__(self) -> None:
        self._drawings: dict[Key, _Drawing] = {}
        self._known: dict[Key, int] = {}
        self._open: set[Key] = set()

    def note(self, key: Key, content: bytes, resources: PdfObject | None) -> None:
        """A page, a form or a pattern by its number."""
        shown = Counter(_name(found) for found in _SHOWN.findall(content))
        self._drawings[key] = _Drawing(len(content), shown, resources)

    def check(self) -> None:
        """Raises ForeignFileError when any draws too much."""
        for key, drawing in self._drawings.items():
            self._of(key, drawing.resources)

    def _of(self, key: Key, above: PdfObject | None) -> int:
        drawing = self._drawings.get(key)
        if not drawing:
            return 0
        if key in self._open or len(self._open) > DEEPEST:
            raise ForeignFileError(f"has drawings that show each other in a ring or too deeply; {_WAY_OUT}")
        if key not in self._known:
            self._open.add(key)
            resources = drawing.resources or above
            found = entry(resources, "/XObject")
            inner = ((_key(found, name), count) for name, count in drawing.shown.items())
            self._known[key] = drawing.length + sum(count * self._of(kid, resources) for kid, count in inner if kid)
            self._open.remove(key)
        if self._known[key] > MOST_DRAWN:
            raise ForeignFileError(f"shows drawings in drawings more often than can be printed; {_WAY_OUT}")
        return self._known[key]


def check_tile(pattern: DictionaryObject) -> None:
    """Raises ForeignFileError for a pattern whose tiles are too small to be seen."""
    if "/XStep" not in pattern:
        return
    a, b, c, d = [*_numbers(entry(pattern, "/Matrix")), 1.0, 0.0, 0.0, 1.0][:4]
    (wide,), (high,) = (_numbers(entry(pattern, name)) or [0.0] for name in ("/XStep", "/YStep"))
    if abs(wide * high * (a * d - b * c)) < LEAST_TILE:
        raise ForeignFileError(f"has a pattern too fine to be printed; {_WAY_OUT}")


def _numbers(thing: PdfObject | None) -> list[float]:
    return [float(str(number.get_object())) for number in items(thing, 6)]


def _name(written: bytes) -> str:
    plain = _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), written)
    return "/" + plain.decode("utf-8", "replace")


def _key(thing: PdfObject | None, name: str) -> Key | None:
    found = thing.raw_get(name) if isinstance(thing, DictionaryObject) and name in thing else None
    return (found.idnum, found.generation) if isinstance(found, IndirectObject) else None
