"""The structure of a document for those who do not see it: which element every mark on a page belongs to."""

from dataclasses import dataclass, field
from typing import Literal

from hipplan.pdf.box import Box

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
    content: list["int | Node | Grafted"] = field(default_factory=list)

    def add(self, child: "Node") -> None:
        """The next child in reading order; an artifact is no part of the structure."""
        self.children.append(child)
        if child.role != "Artifact":
            self.content.append(child)


PARENT, PAGE, ELEMENT, MARK, BOUNDS = range(5)
"""What a place in the text of a branch stands for: a number that begins so, or where a figure is."""


@dataclass(frozen=True, slots=True)
class Branch:
    """An element and all below it, written but for the numbers that follow from where it is put.

    `texts` has an object a line, `holes` are what its places stand for, in order: a kind and how much to add to what
    that kind begins with. `owners` say which element each marked piece belongs to, `bounds` where its figures are.
    """

    root: Node
    texts: str
    holes: tuple[tuple[int, int], ...]
    owners: tuple[tuple[int, int], ...]
    bounds: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Grafted:
    """A branch on this page, its marked pieces numbered from `mark`, its drawing moved by these millimetres."""

    branch: Branch
    mark: int
    right: float
    down: float


class PageMarks:
    """Wraps the operators of one page, as they come, into the element that was open when they were written.

    `numbered` says where among them a piece with a number begins, in the order of the numbers, and in which role.
    """

    def __init__(self, operators: list[str]) -> None:
        self._operators = operators
        self._start = len(operators)
        self.count = 0
        self.numbered: list[tuple[int, Role]] = []

    def end(self, node: Node) -> None:
        """What was painted since the last change belongs to this element; to none, when it only groups others."""
        if len(self._operators) == self._start:
            return
        if node.role == "Artifact":
            opening = "/Artifact <</Type /Pagination>> BDC"
        elif node.role in LEAVES:
            opening = opening_of(node.role, str(self.count))
            self.numbered.append((self._start, node.role))
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
        self._operators.append(opening_of(role, str(mark)))

    def put(self, operators: str, marks: int) -> int:
        """Operators that were wrapped elsewhere, with so many numbered pieces; the number of the first."""
        self._operators.append(operators)
        self._start = len(self._operators)
        self.count += marks
        return self.count - marks

    def done(self) -> None:
        """The piece is complete."""
        self._operators.append("EMC")
        self._start = len(self._operators)


def opening_of(role: Role, mark: str) -> str:
    """What begins a piece of content with a number."""
    return f"/{role} <</MCID {mark}>> BDC"
