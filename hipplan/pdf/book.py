"""A document of pages: sheets in, one PDF out, with title, bookmarks and page labels."""

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFName, PDFObjectReference

from hipplan.pdf.about import About
from hipplan.pdf.adopting import Adopted
from hipplan.pdf.archive import archive
from hipplan.pdf.box import PT, Box
from hipplan.pdf.canvas import PageCanvas
from hipplan.pdf.ink import Ink
from hipplan.pdf.leaflets import Leaflet
from hipplan.pdf.letterhead import FORM, Letterhead, SafeAreaError
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.tags import Node, Placed, TaggedPage, structure_objects, text_string
from hipplan.pdf.watching import WatchfulInk
from hipplan.pdf.writing import Written


class Book:
    """Pages are drawn one after the other; `finish` returns the bytes.

    `colours` stand in for others all through; with `grey` no page has a colour.
    """

    def __init__(
        self,
        paper: Box,
        area: Box,
        about: About,
        *,
        colours: Mapping[str, str] = MappingProxyType({}),
        grey: bool = False,
    ) -> None:
        self._paper, self._area, self._about, self._colours, self._grey = paper, area, about, colours, grey
        self._pages: list[tuple[TaggedPage, str]] = []
        self._annotations: list[tuple[PDFObjectReference, ...]] = []
        self._links: list[Node] = []
        self._leaflets: list[tuple[Leaflet, Adopted]] = []
        self._letterhead: Letterhead | None = None
        self._canvas = PageCanvas(paper, language=about.language)
        self._canvas.setTitle(about.title)
        self._canvas.setAuthor(about.author)
        self._canvas.setSubject(about.subject)
        self._canvas.setKeywords(about.keywords)
        self._canvas.setCreator(about.producer)
        self._canvas.setProducer(about.producer)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._canvas.showOutline()

    def page(
        self,
        bookmarks: Sequence[tuple[str, int]] = (),
        *,
        area: Box | None = None,
        letterhead: Letterhead | None = None,
        clear: Box | None = None,
    ) -> Sheet:
        """Open the next page; a bookmark is its title and its level, 0 for the top.

        It may have an area of its own, lie on a letterhead, and have to stay within a box that is clear of that.
        """
        number = self._canvas.getPageNumber()
        if number == 1:
            self._canvas.addPageLabel(0, style="ARABIC", start=1)
        for place, (title, level) in enumerate(bookmarks):
            key = f"page-{number}-{place}"
            self._canvas.bookmarkPage(key)
            self._canvas.addOutlineEntry(title, key, level=level, closed=False)
        if letterhead:
            self._place(letterhead)
        self._clear = clear
        kind = WatchfulInk if clear else Ink
        self._ink = kind(self._canvas, self._paper.height, colours=self._colours, grey=self._grey)
        self._sheet = Sheet(self._ink, self._paper, area or self._area)
        self._continued = not bookmarks
        return self._sheet

    def _place(self, letterhead: Letterhead) -> None:
        """Under all that comes, as an artifact: who hears the page is told the clinic's name by the page."""
        if not self._letterhead:
            self._letterhead = letterhead
            Adopted(self._canvas.document, letterhead.parcel, form=FORM)
        name = self._canvas.use_known_form(FORM)
        self._canvas.operators.append(f"/Artifact <</Type /Pagination>> BDC q /{name} Do Q EMC")

    def keep_room(self, bottom: float) -> None:
        """Raises SafeAreaError when the open page came on a letterhead, or lower than this line of the paper."""
        if isinstance(self._ink, WatchfulInk) and self._clear:
            clear = self._clear.top(bottom - self._clear.y)
            found = self._ink.trespasses(clear)
            if found:
                raise SafeAreaError(*found)

    def close_page(self) -> None:
        """Finish the open page. Raises SafeAreaError when it came on a letterhead."""
        if self._clear:
            self.keep_room(self._clear.bottom)
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
        hanging = [partial(adopted.hung, leaflet.title) for leaflet, adopted in self._leaflets if adopted.parcel.tops]
        return structure_objects(placed, root, first, hanging)

    def append(self, leaflet: Leaflet) -> None:
        """Put a leaflet behind all pages, under a bookmark of its own."""
        document = self._canvas.document
        adopted = Adopted(document, leaflet.parcel, place=len(self._leaflets) + 1)
        names = adopted.page_names()
        for name in names:
            document.Pages.addPage(document.idToObject[name])
        key = f"leaflet-{len(self._leaflets)}"
        self._canvas.bookmark_named_page(key, names[0])
        self._canvas.addOutlineEntry(leaflet.title, key, level=0, closed=False)
        self._leaflets.append((leaflet, adopted))

    def finish(self) -> bytes:
        """The whole file; what it declares is what its strangers let it be."""
        row = len(self._pages) + len(self._links)
        for _, adopted in self._leaflets:
            adopted.first_row = row
            row += len(adopted.parcel.rows)
        guests = [leaflet.parcel for leaflet, _ in self._leaflets]
        guests += [self._letterhead.parcel] if self._letterhead else []
        pdfua, pdfa = (not any(flaws) for flaws in ([g.breaks_ua for g in guests], [g.breaks_archive for g in guests]))
        archive(self._canvas.document, self._about, pdfua=pdfua, pdfa=pdfa)
        self._canvas.document.structure = self._structure
        return self._canvas.finish()
