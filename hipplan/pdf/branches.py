"""Branches: elements that are written but for the numbers that follow from where they are put."""

from hipplan.pdf import elements
from hipplan.pdf.box import Box
from hipplan.pdf.tags import BOUNDS, ELEMENT, MARK, PAGE, PARENT, Branch, Node


def branch_of(root: Node) -> Branch:
    """An element that was drawn on a sheet of its own, ready to be put on any page. Raises TypeError for a link."""
    return _Sapling().grown(root)


class _Sapling:
    def __init__(self) -> None:
        self._texts: list[str] = []
        self._holes: list[list[tuple[int, int]]] = []
        self._owners: list[tuple[int, int]] = []
        self._bounds: list[Box] = []

    def grown(self, root: Node) -> Branch:
        self._element(root, (PARENT, 0))
        holes = tuple(hole for of_one in self._holes for hole in of_one)
        return Branch(root, "\n".join(self._texts), holes, tuple(self._owners), tuple(self._bounds))

    def _element(self, node: Node, parent: tuple[int, int]) -> int:
        if node.role == "Link":
            raise TypeError(f"the link {node.label!r} is of one page, and cannot be part of what is put on many")
        number = len(self._texts)
        self._texts.append("")
        holes = [parent, (PAGE, 0)]
        self._holes.append(holes)
        kids = []
        for child in elements.grouped(node) if node.role == "Table" else node.content:
            if isinstance(child, int):
                self._owners.append((child, number))
                holes.append((MARK, child))
                kids.append("%d")
            elif isinstance(child, Node):
                holes.append((ELEMENT, self._element(child, (ELEMENT, number))))
                kids.append("%d 0 R")
        is_figure = node.role == "Figure"
        attributes = elements.attributes_of(node, "\n" if is_figure else "").replace("%", "%%")
        if is_figure:
            holes.append((BOUNDS, len(self._bounds)))
            self._bounds.append(node.box or Box(0, 0, 0, 0))
            attributes = attributes.replace("\n", "%s")
        self._texts[number] = elements.element_text(node, "%d", "%d", kids, attributes)
        return number
