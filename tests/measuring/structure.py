"""The tags of a finished PDF read back with PDFium: the tree, and the text that belongs to each element or to none."""

from collections.abc import Callable, Iterator
from ctypes import POINTER, byref, c_int, c_ulong, c_ushort, cast, create_string_buffer
from dataclasses import dataclass, field

import pypdfium2  # type: ignore[import-untyped] # comes without types
from pypdfium2 import raw

from hipplan.checking.seen import MM


@dataclass(slots=True)
class Element:
    """One element: its type, its words for those who cannot see, the text inside it (children left out) and where."""

    role: str
    alt: str
    text: str = ""
    y: float = 0.0
    x: float = 0.0
    scope: str = ""
    children: list["Element"] = field(default_factory=list)

    def walk(self) -> Iterator["Element"]:
        """Itself and all below, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def words(self) -> str:
        """All text inside, in reading order."""
        return " ".join(" ".join(part.text for part in self.walk() if part.text).split())


@dataclass(frozen=True, slots=True)
class TaggedPage:
    """The elements of one page, and its texts that belong to none."""

    number: int
    elements: tuple[Element, ...]
    artifacts: tuple[str, ...]

    def walk(self) -> Iterator[Element]:
        """Every element, in reading order."""
        for element in self.elements:
            yield from element.walk()

    def roles(self, *wanted: str) -> list[Element]:
        """The elements of some types, in reading order."""
        return [element for element in self.walk() if element.role in wanted]


def read_structure(data: bytes) -> tuple[TaggedPage, ...]:
    """The tags of every page."""
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(_page(document, index) for index in range(len(document)))
    finally:
        document.close()


def _page(document: pypdfium2.PdfDocument, index: int) -> TaggedPage:
    page = document[index]
    texts, artifacts = _texts(page)
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    try:
        tops = [raw.FPDF_StructTree_GetChildAtIndex(tree, n) for n in range(raw.FPDF_StructTree_CountChildren(tree))]
        elements = tuple(_element(top, texts) for top in tops if top)
    finally:
        raw.FPDF_StructTree_Close(tree)
        page.close()
    return TaggedPage(index + 1, elements, tuple(artifacts))


def _element(handle: object, texts: dict[int, list[tuple[str, float, float]]]) -> Element:
    element = Element(
        _string(raw.FPDF_StructElement_GetType, handle), _string(raw.FPDF_StructElement_GetAltText, handle)
    )
    marks = raw.FPDF_StructElement_GetMarkedContentIdCount(handle)
    numbers = [raw.FPDF_StructElement_GetMarkedContentIdAtIndex(handle, n) for n in range(max(0, marks))]
    pieces = [piece for number in numbers for piece in texts.get(number, [])]
    element.text = " ".join(text for text, _, _ in pieces)
    if pieces:
        _, element.x, element.y = pieces[0]
    for number in range(max(0, raw.FPDF_StructElement_CountChildren(handle))):
        child = raw.FPDF_StructElement_GetChildAtIndex(handle, number)
        if child:
            element.children.append(_element(child, texts))
    element.scope = _scope(handle)
    return element


def _scope(handle: object) -> str:
    for number in range(max(0, raw.FPDF_StructElement_GetAttributeCount(handle))):
        attribute = raw.FPDF_StructElement_GetAttributeAtIndex(handle, number)
        value = raw.FPDF_StructElement_Attr_GetValue(attribute, b"Scope")
        if value:
            length = c_ulong()
            raw.FPDF_StructElement_Attr_GetStringValue(value, None, 0, byref(length))
            letters = create_string_buffer(length.value)
            raw.FPDF_StructElement_Attr_GetStringValue(value, letters, length.value, byref(length))
            return letters.raw.decode("utf-16-le").rstrip("\0")
    return ""


def _string(getter: Callable[..., int], handle: object) -> str:
    length = getter(handle, None, 0)
    letters = create_string_buffer(length)
    getter(handle, letters, length)
    return letters.raw.decode("utf-16-le").rstrip("\0")


def _texts(page: pypdfium2.PdfPage) -> tuple[dict[int, list[tuple[str, float, float]]], list[str]]:
    """Texts by the number of their marked content, and those without one."""
    text_page = page.get_textpage()
    height = page.get_size()[1]
    marked: dict[int, list[tuple[str, float, float]]] = {}
    artifacts = []
    for found in page.get_objects([raw.FPDF_PAGEOBJ_TEXT]):
        length = raw.FPDFTextObj_GetText(found.raw, text_page.raw, None, 0)
        letters = create_string_buffer(length)
        raw.FPDFTextObj_GetText(found.raw, text_page.raw, cast(letters, POINTER(c_ushort)), length)
        text = letters.raw.decode("utf-16-le").rstrip("\0").strip()
        number = _mark(found)
        left, bottom, *_ = found.get_bounds()
        if number is None:
            artifacts.append(text)
        else:
            marked.setdefault(number, []).append((text, left * MM, (height - bottom) * MM))
    text_page.close()
    return marked, artifacts


def _mark(found: pypdfium2.PdfObject) -> int | None:
    for number in range(raw.FPDFPageObj_CountMarks(found.raw)):
        value = c_int()
        mark = raw.FPDFPageObj_GetMark(found.raw, number)
        if raw.FPDFPageObjMark_GetParamIntValue(mark, b"MCID", byref(value)):
            return value.value
    return None
