"""The structure of a document for those who do not see it: which element every mark on a page belongs to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from hipplan.pdf.box import PT, Box
from hipplan.pdf.numbering import first_row, page_number, section_number

Role = Literal[
    "Document", "Sect", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody",
    "Table", "THead", "TBody", "TR", "TH", "TD", "Figure", "Caption", "Link", "Artifact",
]  # fmt: skip
LEAVES = frozenset({"H1", "H2", "H3", "P", "Lbl", "LBody", "TH", "TD", "Caption", "Figure", "Link", "Artifact"})


@dataclass(slots=True)
class Node:
    """One element of the page's structure, in reading order; label says in words what a picture or a box is.

    `span` counts the columns of a wide cell, `target` is the page a link leads to (1 is the first).
    `content` has the numbers of its marked pieces on the page and its children, as they were drawn.
    """

    role: Role
    label: str = ""
    scope: str = ""
    texts: list[str] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)
    box: Box | None = None
    span: int = 1
    target: int = 0
    content: list["int | Node"] = field(default_factory=list)

    def add(self, child: "Node") -> None:
        """The next child in reading order; an artifact is no part of the structure."""
        self.children.append(child)
        if child.role != "Artifact":
            self.content.append(child)


class PageMarks:
    """Wraps the operators of one page, as they come, into the element that was open when they were written."""

    def __init__(self, operators: list[str]) -> None:
        self._operators = operators
        self._start = len(operators)
        self.count = 0

    def end(self, node: Node) -> None:
        """What was painted since the last change belongs to this element; to none, when it only groups others."""
        if len(self._operators) == self._start:
            return
        if node.role == "Artifact":
            opening = "/Artifact <</Type /Pagination>> BDC"
        elif node.role in LEAVES:
            opening = f"/{node.role} <</MCID {self.count}>> BDC"
            node.content.append(self.count)
            self.count += 1
        else:
            opening = "/Artifact BMC"
        self._operators.insert(self._start, opening)
        self._operators.append("EMC")
        self._start = len(self._operators)

    def later(self, node: Node) -> int:
        """The number of a piece of this element that is painted after the page is done."""
        self.end(node)
        node.content.append(self.count)
        self.count += 1
        return self.count - 1

    def begin(self, role: Role, mark: int) -> None:
        """What is painted until `done` is the piece with this number."""
        self._operators.append(f"/{role} <</MCID {mark}>> BDC")

    def done(self) -> None:
        """The piece is complete."""
        self._operators.append("EMC")
        self._start = len(self._operators)


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
        return [node for node in walk(self.structure) if node.role == "Link"]


@dataclass(frozen=True, slots=True)
class PageTree:
    """What is written of a page's structure: its elements, its row of the parent tree, numbers of some elements."""

    objects: Sequence[str]
    row: str
    kids: tuple[int, ...]
    links: tuple[int, ...]


def walk(node: Node) -> Iterator[Node]:
    """An element and all below it, in reading order."""
    yield node
    for child in node.children:
        yield from walk(child)


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
        kids = tuple(self._element(child, section) for child in _grouped(self._tagged.structure))
        return PageTree(self._objects, self._row(), kids, tuple(self._links))

    def _row(self) -> str:
        return f"[{references(self._owners[mark] for mark in range(self._tagged.marks))}]"

    def _reserve(self) -> int:
        self._objects.append("")
        return self._first + len(self._objects) - 1

    def _element(self, node: Node, parent: int) -> int:
        number = self._reserve()
        kids = []
        for child in _grouped(node) if node.role == "Table" else node.content:
            if isinstance(child, int):
                self._owners[child] = number
                kids.append(str(child))
            else:
                kids.append(f"{self._element(child, number)} 0 R")
        if node.role == "Link":
            kids.append(f"<</Type/OBJR/Obj {next(self._annotations)} 0 R/Pg {self._page} 0 R>>")
            self._links.append(number)
        text = f"<</Type/StructElem/S/{node.role}/P {parent} 0 R/Pg {self._page} 0 R"
        if kids:
            text += f"/K[{' '.join(kids)}]" if len(kids) > 1 else f"/K {kids[0]}"
        self._objects[number - self._first] = text + self._attributes(node) + ">>"
        return number

    def _attributes(self, node: Node) -> str:
        if node.role == "Figure":
            return f"/Alt{text_string(node.label)}/A<</O/Layout/Placement/Block/BBox[{self._bounds(node.box)}]>>"
        if node.role == "Table":
            return f"/A<</O/Table/Summary{text_string(node.label)}>>" if node.label else ""
        if node.role == "L":
            numbered = any(kid.role == "Lbl" for item in node.children for kid in item.children)
            return f"/A<</O/List/ListNumbering/{'Decimal' if numbered else 'None'}>>"
        words = f"/Alt{text_string(node.label)}" if node.label else ""
        scope = f"/Scope/{node.scope or 'Column'}" if node.role == "TH" else ""
        span = f"/ColSpan {node.span}" if node.span > 1 else ""
        return words + (f"/A<</O/Table{scope}{span}>>" if scope or span else "")

    def _bounds(self, box: Box | None) -> str:
        if not box:
            return "0 0 0 0"
        left, right = box.x / PT, box.right / PT
        return f"{left:.1f} {(self._height - box.bottom) / PT:.1f} {right:.1f} {(self._height - box.y) / PT:.1f}"


def _grouped(node: Node) -> Sequence[Node]:
    """The children; rows of a table in a head and a body."""
    kids = [child for child in node.content if isinstance(child, Node)]
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


def _is_head(row: Node) -> bool:
    """A row of column headers; corners may be empty."""
    filled = [cell for cell in row.children if cell.texts or cell.label]
    return bool(filled) and all(cell.role == "TH" and cell.scope != "Row" for cell in filled)


def references(numbers: Iterable[int]) -> str:
    """References to objects by their numbers."""
    return " ".join(f"{number} 0 R" for number in numbers)


def text_string(text: str) -> str:
    """A PDF text string: readable when it is ASCII, else UTF-16."""
    if text.isascii():
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").replace("\r", r"\r")
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
