"""The pages of a stranger's file in order, each with what it inherits, however its page tree is built."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

from hipplan.pdf.foreign.problem import ForeignFileError

MOST_NODES = 5_000
INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
MM = 25.4 / 72
Key = tuple[int, int]
Edges = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class FoundPage:
    """The page's object number and generation, its own entries, and those it inherits."""

    key: Key
    own: DictionaryObject
    inherited: Mapping[str, PdfObject]

    def entry(self, name: str) -> PdfObject | None:
        """What the page says or inherits, resolved."""
        found = self.own.raw_get(name) if name in self.own else self.inherited.get(name)
        return found.get_object() if found is not None else None

    @property
    def resources(self) -> DictionaryObject | None:
        """What its operators may use."""
        found = self.entry("/Resources")
        return found if isinstance(found, DictionaryObject) else None

    @property
    def edges(self) -> Edges:
        """Left, bottom, right, top of what is seen, in its own points."""
        box = self.entry("/CropBox") or self.entry("/MediaBox")
        if not isinstance(box, ArrayObject) or len(box) != 4:
            raise ForeignFileError("damaged: a page has no size; make it again")
        x0, y0, x1, y1 = (float(str(edge.get_object())) for edge in box)
        if not all(isfinite(edge) and abs(edge) < 20_000 for edge in (x0, y0, x1, y1)) or x0 == x1 or y0 == y1:
            raise ForeignFileError("damaged: a page has no size that can be printed; make it again")
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    @property
    def turn(self) -> int:
        """Degrees clockwise that the page is turned to be seen."""
        turn = self.entry("/Rotate")
        return int(turn) % 360 // 90 * 90 if isinstance(turn, int | float) else 0

    @property
    def unit(self) -> float:
        """Points in one of the page's own units."""
        unit = self.entry("/UserUnit")
        return float(unit) if isinstance(unit, int | float) and 0 < unit <= 75_000 else 1.0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as it is seen, in millimetres."""
        x0, y0, x1, y1 = self.edges
        size = ((x1 - x0) * self.unit * MM, (y1 - y0) * self.unit * MM)
        return size if self.turn % 180 == 0 else size[::-1]


def pages_of(reader: PdfReader) -> Iterator[FoundPage]:
    """Pages in order. Raises ForeignFileError for a tree that goes in a ring or is no tree."""
    waiting: list[tuple[PdfObject, dict[str, PdfObject]]] = [(reader.root_object.raw_get("/Pages"), {})]
    met: set[Key] = set()
    while waiting:
        reference, above = waiting.pop()
        if not isinstance(reference, IndirectObject):
            raise ForeignFileError("damaged: a page without a number; make it again")
        key = (reference.idnum, reference.generation)
        if key in met:
            raise ForeignFileError("damaged: its page tree goes round in a ring; make it again")
        met.add(key)
        if len(met) > MOST_NODES:
            raise ForeignFileError("its page tree has too many branches; print it to a new PDF")
        node = reference.get_object()
        if not isinstance(node, DictionaryObject):
            continue
        if "/Kids" not in node:
            yield FoundPage(key, node, above)
            continue
        kids = node["/Kids"]
        below = above | {name: node.raw_get(name) for name in INHERITED if name in node}
        if isinstance(kids, ArrayObject):
            waiting += [(kid, below) for kid in reversed(list(list.__iter__(kids))[: MOST_NODES + 1])]
