"""The elements of a page as objects of the file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hipplan.pdf.box import PT, Box
from hipplan.pdf.numbering import first_row, page_number, section_number
from hipplan.pdf.tags import BOUNDS, Grafted, Node


@dataclass(frozen=True, slots=True)
class TaggedPage:
    """A finished page: its structure, its height in millimetres, how many pieces were marked.

    `place` is 1 for the first page; `section` is the place of the page that its section begins on.
    """

    structure: Node
    height: float
    marks: int
    place: int
    section: int

    @property
    def row(self) -> int:
        """Its key in the parent tree."""
        return first_row(self.place)

    def links(self) -> list[Node]:
        """Every link of the page, in reading order."""
        found, open_ones = [], [self.structure]
        while open_ones:
            node = open_ones.pop()
            if node.role == "Link":
                found.append(node)
            open_ones += [child for child in reversed(node.content) if isinstance(child, Node)]  # a branch has none
        return found


@dataclass(frozen=True, slots=True)
class PageTree:
    """What is written of a page's structure: its elements, its row of the parent tree, numbers of some elements."""

    objects: Sequence[str]
    row: str
    kids: tuple[int, ...]
    links: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Hung:
    """A part that others tagged: objects by number, the Part itself first; rows of the parent tree; named elements."""

    objects: Mapping[int, bytes]
    rows: Sequence[tuple[int, str]]
    ids: Sequence[tuple[str, int]]

    @property
    def number(self) -> int:
        """The number of the Part."""
        return min(self.objects)


def page_tree(page: TaggedPage, first: int, annotations: Sequence[int] = ()) -> PageTree:
    """The elements of one page, numbered from `first`; its links have annotations with these numbers, in order."""
    return _Tree(page, first, annotations).written()


class _Tree:
    def __init__(self, page: TaggedPage, first: int, annotations: Sequence[int]) -> None:
        self._tagged, self._first = page, first
        self._page, self._height = page_number(page.place), page.height
        self._objects: list[str] = []
        self._owners: dict[int, int] = {}
        self._annotations = iter(annotations)
        self._links: list[int] = []

    def written(self) -> PageTree:
        section = section_number(self._tagged.section)
        kids = tuple(self._child(child, section) for child in grouped(self._tagged.structure))
        return PageTree(self._objects, self._row(), kids, tuple(self._links))

    def _row(self) -> str:
        return f"[{references(self._owners[mark] for mark in range(self._tagged.marks))}]"

    def _reserve(self) -> int:
        self._objects.append("")
        return self._first + len(self._objects) - 1

    def _element(self, node: Node, parent: int) -> int:
        number = self._reserve()
        kids = []
        for child in grouped(node) if node.role == "Table" else node.content:
            if isinstance(child, int):
                self._owners[child] = number
                kids.append(str(child))
            else:
                kids.append(f"{self._child(child, number)} 0 R")
        if node.role == "Link":
            kids.append(f"<</Type/OBJR/Obj {next(self._annotations)} 0 R/Pg {self._page} 0 R>>")
            self._links.append(number)
        bounds = _bounds(node.box, self._height) if node.role == "Figure" else ""
        text = element_text(node, str(parent), str(self._page), kids, attributes_of(node, bounds))
        self._objects[number - self._first] = text
        return number

    def _child(self, child: Node | Grafted, parent: int) -> int:
        return self._graft(child, parent) if isinstance(child, Grafted) else self._element(child, parent)

    def _graft(self, graft: Grafted, parent: int) -> int:
        branch, number = graft.branch, self._first + len(self._objects)
        starts = (parent, self._page, number, graft.mark)
        if branch.bounds:
            self._objects += (branch.texts % self._filled(graft, starts)).split("\n")
        else:
            self._objects += (branch.texts % tuple([starts[kind] + more for kind, more in branch.holes])).split("\n")
        for mark, owner in branch.owners:
            self._owners[graft.mark + mark] = number + owner
        return number

    def _filled(self, graft: Grafted, starts: tuple[int, ...]) -> tuple[int | str, ...]:
        boxes = [Box(box.x + graft.right, box.y + graft.down, box.width, box.height) for box in graft.branch.bounds]
        return tuple(
            _bounds(boxes[more], self._height) if kind == BOUNDS else starts[kind] + more
            for kind, more in graft.branch.holes
        )


def element_text(node: Node, parent: str, page: str, kids: Sequence[str], attributes: str) -> str:
    """An element as an object of the file; numbers may still be places to fill."""
    of_kids = f"/K[{' '.join(kids)}]" if len(kids) > 1 else f"/K {kids[0]}" if kids else ""
    return f"<</Type/StructElem/S/{node.role}/P {parent} 0 R/Pg {page} 0 R{of_kids}{attributes}>>"


def attributes_of(node: Node, bounds: str) -> str:
    """What an element says of itself in words; `bounds` are those of a figure on the page."""
    if node.role == "Figure":
        return f"/Alt{text_string(node.label)}/A<</O/Layout/Placement/Block/BBox[{bounds}]>>"
    if node.role == "Table":
        return f"/A<</O/Table/Summary{text_string(node.label)}>>" if node.label else ""
    if node.role == "L":
        numbered = any(kid.role == "Lbl" for item in node.children for kid in item.children)
        return f"/A<</O/List/ListNumbering/{'Decimal' if numbered else 'None'}>>"
    words = f"/Alt{text_string(node.label)}" if node.label else ""
    scope = f"/Scope/{node.scope or 'Column'}" if node.role == "TH" else ""
    span = f"/ColSpan {node.span}" if node.span > 1 else ""
    return words + (f"/A<</O/Table{scope}{span}>>" if scope or span else "")


def _bounds(box: Box | None, height: float) -> str:
    if not box:
        return "0 0 0 0"
    left, right = box.x / PT, box.right / PT
    return f"{left:.1f} {(height - box.bottom) / PT:.1f} {right:.1f} {(height - box.y) / PT:.1f}"


def grouped(node: Node) -> Sequence[Node | Grafted]:
    """The children; rows of a table in a head and a body."""
    kids = [child for child in node.content if not isinstance(child, int)]
    if node.role != "Table":
        return kids
    head = 0
    while head < len(kids) and _is_head(kids[head]):
        head += 1
    groups: list[Node] = []
    for role, rows in (("THead", kids[:head]), ("TBody", kids[head:])):
        if rows:
            group = Node(role)  # type: ignore[arg-type] # both are roles
            group.content = list(rows)
            groups.append(group)
    return groups


def _is_head(row: Node | Grafted) -> bool:
    """A row of column headers; corners may be empty."""
    row = row.branch.root if isinstance(row, Grafted) else row
    filled = [cell for cell in row.children if cell.texts or cell.label]
    return bool(filled) and all(cell.role == "TH" and cell.scope != "Row" for cell in filled)


def references(numbers: Iterable[int]) -> str:
    """References to objects by their numbers."""
    return " ".join(f"{number} 0 R" for number in numbers)


def text_string(text: str) -> str:
    """A PDF text string: readable when it is ASCII, else UTF-16."""
    if text.isascii():
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        escaped = escaped.replace("\r", r"\r").replace("\n", r"\n")
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
