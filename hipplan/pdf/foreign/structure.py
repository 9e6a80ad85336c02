"""The structure tree of a leaflet, written anew so that it can hang under a Part of ours.

The parent tree is made from the tree itself, so what the file says in its own is never believed. Roles of its own
become the standard ones they stand for; classes become attributes; the names of elements stay unique by a prefix.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, IndirectObject, PdfObject, TextStringObject

from hipplan.pdf.foreign.entries import entry, items
from hipplan.pdf.foreign.packing import Packer, written_name
from hipplan.pdf.foreign.pages import Key

MOST_ELEMENTS = 60_000
MOST_MARKS = 20_000  # on a page
_TEXTS = ("/Alt", "/ActualText", "/E", "/Lang", "/T")
_STANDARD = frozenset(
    """Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl
    LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT
    WP Figure Formula Form""".split()  # noqa: SIM905  one to a line would be a page
)


@dataclass(slots=True)
class Tree:
    """Texts of elements, those at the top, rows of the parent tree; `marks` are rows of pages and drawings.

    `annotations` and `drawings` are the rows of what an element holds whole; `damaged` says what was wrong with it.
    """

    elements: list[str] = field(default_factory=list)
    tops: list[int] = field(default_factory=list)
    marks: dict[Key, dict[int, int]] = field(default_factory=dict)
    annotations: dict[Key, int] = field(default_factory=dict)
    ids: list[tuple[str, int]] = field(default_factory=list)
    damaged: str = ""


class _Walk:
    def __init__(self, reader: PdfReader, packer: Packer, pages: Mapping[Key, int], links: Mapping[Key, int]) -> None:
        self._root = entry(reader.root_object, "/StructTreeRoot")
        self._packer, self._pages, self._links = packer, pages, links
        self._roles, self._classes = entry(self._root, "/RoleMap"), entry(self._root, "/ClassMap")
        self._met: set[Key] = set()
        self._waiting: list[tuple[int, DictionaryObject, str]] = []
        self.tree = Tree()

    def run(self) -> Tree:
        for kid in items(entry(self._root, "/K"), MOST_ELEMENTS):
            number = self._number(kid)
            if number >= 0:
                self.tree.tops.append(number)
                self._wait(number, kid, "{part}")
        while self._waiting:
            number, element, parent = self._waiting.pop()
            self.tree.elements[number] = self._element(number, element, parent)
        return self.tree

    def _number(self, kid: PdfObject) -> int:
        """A place for an element; -1 for what is none, or was met before."""
        if not isinstance(kid.get_object(), DictionaryObject) or "/S" not in kid.get_object():  # type: ignore[operator]
            return -1
        if isinstance(kid, IndirectObject):
            key = (kid.idnum, kid.generation)
            if key in self._met:
                self.tree.damaged = "has tags that go round in a ring"
                return -1
            self._met.add(key)
        if len(self.tree.elements) >= MOST_ELEMENTS:
            self.tree.damaged = "has more tags than can be kept"
            return -1
        self.tree.elements.append("null")
        return len(self.tree.elements) - 1

    def _wait(self, number: int, kid: PdfObject, parent: str) -> None:
        element = kid.get_object()
        if isinstance(element, DictionaryObject):
            self._waiting.append((number, element, parent))

    def _element(self, number: int, element: DictionaryObject, parent: str) -> str:
        role = self._role(element)
        page = _key(element, "/Pg")
        kids = " ".join(self._kids(number, element, page))
        text = f"<</Type/StructElem/S{written_name(role)}/P {parent}"
        text += f"/Pg @{self._pages[page]}@" if page and page in self._pages else ""
        text += f"/K[{kids}]" if kids else ""
        for name in _TEXTS:
            value = entry(element, name)
            text += f"{name}{self._packer.text(value)}" if isinstance(value, str) else ""
        own = entry(element, "/ID")
        if isinstance(own, TextStringObject | ByteStringObject):
            self.tree.ids.append((own.original_bytes.hex().upper(), number))
            text += f"/ID<%{own.original_bytes.hex().upper()}>"
        return text + self._attributes(element) + ">>"

    def _role(self, element: DictionaryObject) -> str:
        role = str(entry(element, "/S")).removeprefix("/")
        for _ in range(10):
            if role in _STANDARD:
                break
            role = str(entry(self._roles, f"/{role}") or "/Span").removeprefix("/")
        if role not in _STANDARD:
            self.tree.damaged = "has tags that are not standard"
            role = "Span"
        if role == "H":
            self.tree.damaged = "has headings without levels"
        return "Sect" if role == "Document" else role

    def _kids(self, number: int, element: DictionaryObject, page: Key | None) -> Iterator[str]:
        for kid in items(entry(element, "/K"), MOST_ELEMENTS):
            thing = kid.get_object()
            if isinstance(thing, int) and not isinstance(thing, bool):
                if page in self._pages and self._own(page, thing, number):
                    yield str(int(thing))
            elif isinstance(thing, DictionaryObject) and "/S" not in thing:
                yield from self._content(number, thing, page)
            elif (place := self._number(kid)) >= 0:
                self._wait(place, kid, f"{{{number}}}")
                yield f"{{{place}}}"

    def _own(self, where: Key | None, mark: int, number: int) -> bool:
        if where is None or not 0 <= mark < MOST_MARKS:
            self.tree.damaged = "has tags that lead nowhere"
            return False
        self.tree.marks.setdefault(where, {})[int(mark)] = number
        return True

    def _content(self, number: int, thing: DictionaryObject, page: Key | None) -> Iterator[str]:
        """A marked piece of another page or of a drawing, or a link."""
        own = _key(thing, "/Pg") or page
        where = f"/Pg @{self._pages[own]}@" if own and own in self._pages else ""
        mark = entry(thing, "/MCID")
        whole = _key(thing, "/Obj")
        if whole in self._links and whole is not None:
            self.tree.annotations[whole] = number
            yield f"<</Type/OBJR{where}/Obj @{self._links[whole]}@>>"
        elif isinstance(mark, int) and where:
            stream = _key(thing, "/Stm")
            if self._own(stream or own, mark, number):
                drawing = f"/Stm {self._packer.text(thing.raw_get('/Stm'))}" if stream else ""
                yield f"<</Type/MCR{where}{drawing}/MCID {int(mark)}>>"

    def _attributes(self, element: DictionaryObject) -> str:
        found = [thing.get_object() for thing in items(entry(element, "/A"), 50)]
        for name in items(entry(element, "/C"), 50):
            found += [thing.get_object() for thing in items(entry(self._classes, str(name.get_object())), 50)]
        texts = [self._attribute(thing) for thing in found if isinstance(thing, DictionaryObject)]
        return f"/A[{' '.join(texts)}]" if texts else ""

    def _attribute(self, thing: DictionaryObject) -> str:
        entries = []
        for name in list(thing)[:50]:
            value = entry(thing, name)
            if name == "/Headers" and isinstance(value, ArrayObject):
                codes = [item.get_object() for item in items(value, 1000)]
                shown = [
                    f"<%{code.original_bytes.hex().upper()}>"
                    for code in codes
                    if isinstance(code, TextStringObject | ByteStringObject)
                ]
                entries.append(f"/Headers[{' '.join(shown)}]")
            elif name not in {"/NS", "/Obj"}:
                entries.append(f"{written_name(name)} {self._packer.text(value)}")
        return f"<<{''.join(entries)}>>"


def _key(thing: DictionaryObject, name: str) -> Key | None:
    found = thing.raw_get(name) if name in thing else None
    return (found.idnum, found.generation) if isinstance(found, IndirectObject) else None


def read_tree(reader: PdfReader, packer: Packer, pages: Mapping[Key, int], links: Mapping[Key, int]) -> Tree:
    """The tree over these pages and links, each given with the number of its piece."""
    return _Walk(reader, packer, pages, links).run()
