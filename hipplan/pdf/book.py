"""A document of pages: sheets in, one PDF out, with title, bookmarks and page labels."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFName, PDFObjectReference

from hipplan.pdf.about import About
from hipplan.pdf.archive import archive
from hipplan.pdf.box import PT, Box
from hipplan.pdf.canvas import PageCanvas
from hipplan.pdf.ink import Ink
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.tags import Node, Placed, TaggedPage, structure_objects, text_string
from hipplan.pdf.writing import Written


class Book:
    """Pages are drawn one after the other; `finish` returns the bytes."""

    def __init__(self, paper: Box, area: Box, about: About) -> None:
        self._paper, self._area, self._about = paper, area, about
        self._pages: list[tuple[TaggedPage, str]] = []
        self._annotations: list[tuple[PDFObjectReference, ...]] = []
        self._links: list[Node] = []
        self._canvas = PageCanvas(paper, language=about.language)
        self._canvas.setTitle(about.title)
        self._canvas.setAuthor(about.author)
        self._canvas.setSubject(about.subject)
        self._canvas.setKeywords(about.keywords)
        self._canvas.setCreator(about.producer)
        self._canvas.setProducer(about.producer)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._canvas.showOutline()

    def page(self, bookmarks: Sequence[tuple[str, int]] = ()) -> Sheet:
        """Open the next page; a bookmark is its title and its level, 0 for the top."""
        number = self._canvas.getPageNumber()
        if number == 1:
            self._canvas.addPageLabel(0, style="ARABIC", start=1)
        for place, (title, level) in enumerate(bookmarks):
            key = f"page-{number}-{place}"
            self._canvas.bookmarkPage(key)
            self._canvas.addOutlineEntry(title, key, level=level, closed=False)
        self._sheet = Sheet(Ink(self._canvas, self._paper.height), self._paper, self._area)
        self._continued = not bookmarks
        return self._sheet

    def close_page(self) -> None:
        """Finish the open page."""
        marks = self._sheet.marks
        marks.end(self._sheet.structure)
        name = self._canvas.document.thisPageName()
        page = TaggedPage(self._sheet.structure, self._paper.height, marks.count, self._continued)
        document = self._canvas.document
        self._pages.append((page, name))
        self._canvas.showPage()
        finished: Any = document.idToObject[name]
        finished.__NoDefault__ = (*finished.__NoDefault__, "StructParents", "Tabs")  # ReportLab knows neither
        finished.StructParents = len(self._pages) - 1
        finished.Tabs = PDFName("S")
        finished.Annots = [document.add(self._annotation(link)) for link in page.links()]
        self._annotations.append(tuple(finished.Annots))

    def _annotation(self, link: Node) -> Written:
        self._links.append(link)
        return Written(partial(self._link_text, link, len(self._links) - 1))

    def _link_text(self, link: Node, place: int) -> bytes:
        """Written last of all, when the page it leads to and the number of pages are known."""
        box = link.box or Box(0, 0, 0, 0)
        low, high = self._paper.height - box.bottom, self._paper.height - box.y
        edges = " ".join(f"{edge / PT:.1f}" for edge in (box.x, low, box.right, high))
        _, name = self._pages[link.target - 1]
        goal = f"[{self._canvas.document.number_of(name)} 0 R/Fit]"
        text = f"<</Type/Annot/Subtype/Link/Rect[{edges}]/Border[0 0 0]/F 4/Dest{goal}"
        return f"{text}/Contents{text_string(link.label)}/StructParent {len(self._pages) + place}>>".encode()

    def _structure(self, root: int, first: int) -> list[str]:
        document = self._canvas.document
        placed = [
            Placed(page, document.number_of(name), tuple(document.number_of(link.name) for link in links))
            for (page, name), links in zip(self._pages, self._annotations, strict=True)
        ]
        return structure_objects(placed, root, first)

    def finish(self) -> bytes:
        """The whole file."""
        archive(self._canvas.document, self._about)
        self._canvas.document.structure = self._structure
        return self._canvas.finish()
