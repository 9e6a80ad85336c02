"""A file as a whole: its pages, what they draw with, the strangers it takes in, the top of its structure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from hipplan.pdf.about import About
from hipplan.pdf.adopting import Adopted
from hipplan.pdf.archive import archive
from hipplan.pdf.box import PT, Box
from hipplan.pdf.canvas import WholeCanvas
from hipplan.pdf.drawings import Drawing, drawing_text
from hipplan.pdf.elements import Hung, references
from hipplan.pdf.embedding import embedded
from hipplan.pdf.ink import Ink
from hipplan.pdf.leaflets import Leaflet
from hipplan.pdf.letterhead import FORM, Letterhead
from hipplan.pdf.lettering import Font, Lettering, font_name
from hipplan.pdf.numbering import first_row, foot_number, page_number, section_number
from hipplan.pdf.pressing import Pressed
from hipplan.pdf.streams import packed_stream
from hipplan.pdf.writing import Written


class Whole:
    """What every page refers to is numbered first, so that it has the same numbers in every file."""

    def __init__(self, paper: Box, about: About) -> None:
        self._about = about
        self._media = f"[0 0 {paper.width / PT:.4f} {paper.height / PT:.4f}]"
        self._canvas = WholeCanvas(paper, about)
        self._document = self._canvas.document
        self._texts: dict[int, bytes] = {}
        names = ("_page_tree", "_resources", "_root", "_top")
        self._reserved = {name: Written(lambda: b"null") for name in names}  # the texts come at the end
        self._numbers = {name: self._document.add(thing) for name, thing in self._reserved.items()}
        self.lettering = Lettering()
        self.letterhead: Letterhead | None = None
        self.leaflets: list[Leaflet] = []
        self._pages: list[Pressed] = []
        self._order: list[Pressed | Leaflet] = []
        self._fonts: set[Font] = set()
        self._drawings: dict[str, Drawing] = {}

    def bookmark(self, title: str, number: int, level: int) -> None:
        """The next line of the outline: a page by the number of its object."""
        self._canvas.bookmark(title, number, level=level)

    def add_page(self, page: Pressed, foot: Ink | None) -> None:
        """The next page, and what is painted at its foot."""
        contents = [page.body]
        self._use(page.used.fonts, page.used.drawings)
        if foot:
            contents.append(foot_number(page.place))
            self._texts[contents[-1]] = packed_stream(b"", "\n".join(foot.operators).encode("ascii"))
            self._use(foot.fonts, foot.drawings)
        annotations = f"/Annots[{references(page.annotations)}]" if page.annotations else ""
        text = f"<</Type/Page/Parent {self._numbers['_page_tree']} 0 R/MediaBox{self._media}"
        text += f"/Resources {self._numbers['_resources']} 0 R/Contents[{references(contents)}]"
        text += f"/StructParents {first_row(page.place)}/Tabs/S{annotations}>>"
        self._texts[page_number(page.place)] = text.encode()
        self._pages.append(page)
        self._order.append(page)

    def add_leaflet(self, leaflet: Leaflet) -> None:
        """A stranger's pages come next."""
        self.leaflets.append(leaflet)
        self._order.append(leaflet)

    def _use(self, fonts: Iterable[Font], drawings: Mapping[str, Drawing]) -> None:
        self._fonts.update(fonts)
        self._drawings.update(drawings)

    def finish(self) -> bytes:
        """Write the file; it declares the standards that its strangers keep. Raises IndexError for a lost link."""
        if any(not 0 < target <= len(self._pages) for page in self._pages for target in page.targets):
            raise IndexError(f"a link leads to a page that is none of the {len(self._pages)}")
        adopted = self._adopt()
        guests = [leaflet.parcel for leaflet in self.leaflets] + ([self.letterhead.parcel] if self.letterhead else [])
        pdfua, pdfa = (not any(flaws) for flaws in ([g.breaks_ua for g in guests], [g.breaks_archive for g in guests]))
        archive(self._document, self._about, pdfua=pdfua, pdfa=pdfa)
        catalog = self._document.Catalog
        catalog.Pages, catalog.StructTreeRoot = self._reserved["_page_tree"], self._reserved["_root"]
        pages = list(self._in_order(adopted))
        self._put("_page_tree", f"<</Type/Pages/Count {len(pages)}/Kids[{references(pages)}]>>")
        self._put("_resources", self._resources())
        self._structure([part for part in self._hung(adopted) if part])
        self._document.pressed, self._document.numbered = self._pages, self._texts
        return self._canvas.finish()

    def _in_order(self, adopted: Iterable[Adopted]) -> Iterator[int]:
        """Numbers of all pages."""
        strangers = iter(adopted)
        for item in self._order:
            if isinstance(item, Leaflet):
                yield from next(strangers).pages
            else:
                yield page_number(item.place)

    def _put(self, name: str, text: str) -> None:
        self._texts[self._numbers[name]] = text.encode()

    def _adopt(self) -> list[Adopted]:
        """Leaflets behind all pages, their numbers and rows after those of our own; a letterhead before them."""
        place = len(self._pages) + 1
        self._free, row = page_number(place), first_row(place)
        self._forms: dict[str, int] = {}
        if self.letterhead:
            drawn = self._take(Adopted(self.letterhead.parcel, self._free, parent=self._numbers["_page_tree"]))
            self._forms[f"/{FORM}"] = drawn.form
        adopted = []
        for number, leaflet in enumerate(self.leaflets, start=1):
            taken = Adopted(leaflet.parcel, self._free, parent=self._numbers["_page_tree"], row=row, place=number)
            adopted.append(self._take(taken))
            row = taken.end_row
            self.bookmark(leaflet.title, taken.pages[0], 0)
        return adopted

    def _take(self, stranger: Adopted) -> Adopted:
        self._texts |= stranger.objects()
        self._free = stranger.end
        return stranger

    def _hung(self, adopted: Sequence[Adopted]) -> Iterator[Hung]:
        for leaflet, stranger in zip(self.leaflets, adopted, strict=True):
            if leaflet.parcel.tops:
                yield stranger.hung(leaflet.title, self._numbers["_top"])

    def _resources(self) -> str:
        """Fonts and drawings, which are put into the file here."""
        put = self._document.put
        self._fonts |= self.lettering.fonts
        fonts = [
            f"{font_name(font)} {embedded(*self.lettering.described(font)).put(put)} 0 R"
            for font in sorted(self._fonts)
        ]
        forms = {name: put(drawing_text(drawing)) for name, drawing in sorted(self._drawings.items())} | self._forms
        drawings = (f"{name} {number} 0 R" for name, number in forms.items())
        return f"<</Font<<{' '.join(fonts)}>>/XObject<<{' '.join(drawings)}>>>>"

    def _structure(self, parts: Sequence[Hung]) -> None:
        """The root of the structure, and the elements above those of the pages."""
        root, top = self._numbers["_root"], self._numbers["_top"]
        numbers: list[int] = []
        for section, pages in groupby(self._pages, key=lambda page: page.section):
            numbers.append(section_number(section))
            kids = references(kid for page in pages for kid in page.kids)
            self._texts[numbers[-1]] = f"<</Type/StructElem/S/Sect/P {top} 0 R/K[{kids}]>>".encode()
        numbers += [part.number for part in parts]
        for part in parts:
            self._texts |= part.objects
        self._put("_top", f"<</Type/StructElem/S/Document/P {root} 0 R/K[{references(numbers)}]>>")
        self._put(
            "_root", root_text(top, [*rows_of(self._pages), *(row for part in parts for row in part.rows)], parts)
        )


def rows_of(pages: Iterable[Pressed]) -> Iterator[tuple[int, str]]:
    """Rows of the parent tree: one a page, then one for each of its links."""
    for page in pages:
        yield first_row(page.place), f"{page.parents} 0 R"
        yield from ((first_row(page.place) + n, f"{link} 0 R") for n, link in enumerate(page.links, start=1))


def root_text(top: int, rows: Sequence[tuple[int, str]], parts: Sequence[Hung]) -> str:
    """The root of the structure tree; `top` is the number of the document's element."""
    names = sorted(name for part in parts for name in part.ids)
    text = f"<</Type/StructTreeRoot/K {top} 0 R/ParentTreeNextKey {max((key for key, _ in rows), default=-1) + 1}"
    text += f"/ParentTree<</Nums[{' '.join(f'{key} {row}' for key, row in rows)}]>>"
    text += f"/IDTree<</Names[{' '.join(f'<{name}> {number} 0 R' for name, number in names)}]>>" if names else ""
    return f"{text}>>"
