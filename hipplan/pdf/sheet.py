"""The drawing surface with meaning: a page says what it draws, never how.

Text needs an open role, so nothing is read out of place or left out; everything else is decoration.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Literal

from hipplan.pdf.box import Box
from hipplan.pdf.form import Form
from hipplan.pdf.ink import Ink, Point, Stroke
from hipplan.pdf.late import Late
from hipplan.pdf.raster import Raster
from hipplan.pdf.tags import LEAVES, Branch, Grafted, Node, PageMarks, Role
from hipplan.pdf.text import LayoutError, Line, Text, TextStyle, line_width, one_line, plain, wrap

Align = Literal["left", "centre", "right"]
TOLERANCE = 0.05  # millimetres of rounding that no eye sees


class _Element:
    """Open while its with block runs; a class, as thousands are opened for a workbook."""

    __slots__ = ("_node", "_sheet")

    def __init__(self, sheet: "Sheet", node: Node) -> None:
        self._sheet, self._node = sheet, node

    def __enter__(self) -> Node:
        self._sheet.begin(self._node)
        return self._node

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._sheet.end()


class Sheet:
    """One page; `area` is the text area, `area.bottom` the lowest line for anything but the footer."""

    def __init__(self, ink: Ink, paper: Box, area: Box) -> None:
        self.ink = ink
        self.paper = paper
        self.area = area
        self.structure = Node("Document")
        self._open = [self.structure]
        self.marks = PageMarks(ink.operators)
        self.emblem: Form | Raster | None = None  # what a title block shows in its corner
        self.emblem_alt = ""  # the emblem in words; without any it is decoration
        self.late: list[Late] = []

    # structure

    def element(
        self, role: Role, *, label: str = "", scope: str = "", box: Box | None = None, span: int = 1, target: int = 0
    ) -> AbstractContextManager[Node]:
        """Open an element; what is drawn inside belongs to it. `span` counts the columns of a wide cell."""
        return _Element(self, Node(role, label, scope, box=box, span=span, target=target))

    def begin(self, node: Node) -> None:
        """Open an element; `end` closes it."""
        self.marks.end(self._open[-1])
        self._open[-1].add(node)
        self._open.append(node)

    def end(self) -> None:
        """Close the element that was opened last."""
        self.marks.end(self._open.pop())

    def put(self, branches: Iterable[Branch], marks: int, operators: str, corner: Point) -> None:
        """Branches that were drawn elsewhere, with so many marked pieces, moved here from the upper left corner."""
        node = self._open[-1]
        self.marks.end(node)
        mark = self.marks.put(operators, marks)
        for branch in branches:
            node.children.append(branch.root)
            node.content.append(Grafted(branch, mark, *corner))

    def table(self, label: str) -> AbstractContextManager[Node]:
        """A table: rows, then header and data cells."""
        return self.element("Table", label=label)

    def row(self) -> AbstractContextManager[Node]:
        """A row of the open table."""
        return self.element("TR")

    def list(self) -> AbstractContextManager[Node]:
        """A list of items."""
        return self.element("L")

    def figure(self, alt: str, box: Box) -> AbstractContextManager[Node]:
        """A picture or chart; alt says everything it shows, for those who cannot see it."""
        return self.element("Figure", label=alt, box=box)

    def link(self, page: int, label: str, box: Box) -> AbstractContextManager[Node]:
        """Words that lead to another page of the document (1 is the first); label says where to."""
        return self.element("Link", label=label, box=box, target=page)

    def decoration(self) -> AbstractContextManager[Node]:
        """Furniture that is not read out: the footer."""
        return self.element("Artifact")

    # text

    def heading(self, level: int, text: Text, box: Box, style: TextStyle) -> float:
        """Draw a heading and return the y below it."""
        role: Role = "H1" if level == 1 else "H2" if level == 2 else "H3"
        return self.paragraph(text, box, style, role=role)

    def paragraph(
        self,
        text: Text,
        box: Box,
        style: TextStyle,
        *,
        role: Role = "P",
        align: Align = "left",
        breakable: bool = False,
    ) -> float:
        """Draw wrapped text from the top of the box; return the y below it. Raises LayoutError when too long."""
        lines = wrap(text, box.width + TOLERANCE, style, breakable=breakable)
        height = len(lines) * style.pitch
        if height > box.height + TOLERANCE:
            raise LayoutError(f"{plain(text)!r} is {height:.1f} mm high, its box {box.height:.1f} mm ({box})")
        with self.element(role):
            for number, line in enumerate(lines):
                width = line_width(line, style)
                self._line(line, width, box, box.y + style.drop + number * style.pitch, style, align)
        return box.y + height

    def label(
        self, text: Text, box: Box, style: TextStyle, *, role: Role = "P", align: Align = "left", scope: str = ""
    ) -> None:
        """Draw one line centred on the middle of the box. Raises LayoutError when it is wider than the box."""
        with self.element(role, scope=scope):
            self.inline(text, box, style, align=align)

    def inline(self, text: Text, box: Box, style: TextStyle, *, align: Align = "left") -> None:
        """One line centred on the middle of the box, inside the element that is open."""
        self.at(text, box, box.middle + style.centring, style, align=align)

    def at(self, text: Text, box: Box, baseline: float, style: TextStyle, *, align: Align = "left") -> None:
        """One line on this baseline, inside the element that is open."""
        line, width = one_line(text, style)
        if width > box.width + TOLERANCE:
            raise LayoutError(f"{plain(text)!r} is {width:.1f} mm wide, its box {box.width:.1f} mm ({box})")
        self._line(line, width, box, baseline, style, align)

    def later(self, words: Callable[[Any], Text], box: Box, baseline: float | None, style: TextStyle) -> None:
        """Text inside the element that is open, left to each copy of the page: `words` is asked with whose it is.

        It is one line on the baseline; without any it is wrapped from the top of the box on, and may break in words.
        """
        node = self._open[-1]
        self.late.append(Late(self.marks.later(node), node.role, box, baseline, style, words))

    def complete(self, late: Iterable[Late], whose: object) -> None:
        """Write on this sheet, the foot of the same page, what was left for later."""
        for line in late:
            self.marks.begin(line.role, line.mark)
            self._open.append(Node(line.role))  # the element itself is in the structure of the body
            self._write(line, line.words(whose))
            self._open.pop()
            self.marks.done()

    def _write(self, late: Late, words: Text) -> None:
        if late.baseline is not None:
            self.at(words, late.place, late.baseline, late.style)
            return
        style, place = late.style, late.place
        lines = wrap(words, place.width + TOLERANCE, style, breakable=True)
        if len(lines) * style.pitch > place.height + TOLERANCE:
            raise LayoutError(f"{plain(words)!r} has {len(lines)} lines, too many for its box ({place})")
        for number, line in enumerate(lines):
            baseline = place.y + style.drop + number * style.pitch
            self._line(line, line_width(line, style), place, baseline, style, "left")

    def header(
        self, text: Text, box: Box, style: TextStyle, *, scope: str = "Column", align: Align = "left", span: int = 1
    ) -> None:
        """A header cell, one line."""
        with self.element("TH", scope=scope, span=span):
            self.inline(text, box, style, align=align)

    def empty_cells(self, count: int = 1) -> None:
        """Cells with nothing in them, so that every row has as many as the next."""
        for _ in range(count):
            with self.element("TD"):
                pass

    def cell(self, text: Text, box: Box, style: TextStyle, *, align: Align = "left") -> None:
        """A data cell, one line."""
        self.label(text, box, style, role="TD", align=align)

    @contextmanager
    def write_in(
        self, box: Box, label: str, stroke: Stroke, *, role: Role = "TD", fill: str | None = "#FFFFFF"
    ) -> Iterator[Node]:
        """A box for the pen, described in words; what is drawn inside belongs to it."""
        with self.element(role, label=label, box=box) as node:
            self.ink.rect(box, stroke, fill)
            yield node

    def _line(self, line: Line, width: float, box: Box, baseline: float, style: TextStyle, align: Align) -> None:
        node = self._open[-1]
        if node.role not in LEAVES:
            raise LayoutError(f"{plain(line)!r} is drawn inside {node.role}, which says nothing about what it is")
        if not line:
            return
        x = box.x
        if align != "left":
            x += (box.width - width) / (2 if align == "centre" else 1)
        node.texts.append(plain(line))
        self.ink.text((x, baseline), line, style.size, style.colour)
