"""The pages of a leaflet, written anew: what is seen, links that a person may follow, and its structure."""

from collections.abc import Iterator, Mapping

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, IndirectObject, PdfObject, TextStringObject

from hipplan.pdf.foreign.declared import declared, language_of, title_of
from hipplan.pdf.foreign.entries import entry, items, named
from hipplan.pdf.foreign.greying import GROUP, closed, sheet_over, with_state
from hipplan.pdf.foreign.packing import Packer
from hipplan.pdf.foreign.pages import FoundPage, Key, pages_of
from hipplan.pdf.foreign.parcel import Parcel
from hipplan.pdf.foreign.problem import ForeignFileError
from hipplan.pdf.foreign.runs import annotations_of, safe_address, taken_out
from hipplan.pdf.foreign.streams import content_of
from hipplan.pdf.foreign.structure import Tree, read_tree

LEAFLET = "hipplan_Leaflet"  # says in our file that a page is not one of ours


def leaflet_parcel(reader: PdfReader, most_pages: int) -> Parcel:
    """All pages, the structure if there is one, and what was taken out."""
    return _Leaflet(reader, _all_pages(reader, most_pages)).parcel()


def _all_pages(reader: PdfReader, most: int) -> list[FoundPage]:
    pages: list[FoundPage] = []
    for page in pages_of(reader):
        if len(pages) >= most:
            raise ForeignFileError(f"more pages than the {most} that leaflets may still have; keep those that matter")
        pages.append(page)
    if not pages:
        raise ForeignFileError("has no pages; make it again")
    return pages


class _Leaflet:
    def __init__(self, reader: PdfReader, pages: list[FoundPage]) -> None:
        self._reader, self._pages, self._packer = reader, pages, Packer(reader)
        self._numbers = {page.key: self._packer.reserve() for page in pages}
        self._greyed: list[tuple[int, str, str]] = []  # number of a page, its text, the sheet over it
        self._links: dict[Key, tuple[int, DictionaryObject]] = {}
        for page in pages:
            for reference, annotation in annotations_of(page):
                if isinstance(reference, IndirectObject) and named(annotation, "/Subtype") == "/Link":
                    key = (reference.idnum, reference.generation)
                    self._links.setdefault(key, (self._packer.reserve(), annotation))

    def parcel(self) -> Parcel:
        packer = self._packer
        ua, archive = declared(self._reader, packer.budget)
        tagged = "/StructTreeRoot" in self._reader.root_object
        link_numbers = {key: number for key, (number, _) in self._links.items()}
        tree = read_tree(self._reader, packer, self._numbers, link_numbers) if tagged else Tree()
        rows, keys = _rows(tree)
        packer.rows = keys
        for page in self._pages:
            self._put_page(page, keys)
        for key, (number, annotation) in self._links.items():
            self._put_link(number, annotation, keys.get(key))
        pieces = packer.pieces()
        untagged = _untagged(tree, self._pages, tagged=tagged)
        ua_flaw = untagged or packer.flaws.ua or self._mute_link(keys)
        return Parcel(
            pieces=pieces,
            pages=[self._numbers[page.key] for page in self._pages],
            greys=list(self._greys(len(pieces))),
            sizes=[page.size for page in self._pages],
            elements=tree.elements,
            tops=tree.tops,
            rows=rows,
            ids=tree.ids,
            title=title_of(self._reader),
            language=language_of(self._reader),
            taken_out=taken_out(self._reader, self._pages),
            breaks_ua=ua_flaw or ("" if ua else "does not declare PDF/UA-1"),
            breaks_archive=untagged or packer.flaws.archive or ("" if archive else "does not declare PDF/A-2a"),
        )

    def _put_page(self, page: FoundPage, keys: Mapping[Key, int]) -> None:
        packer = self._packer
        number = packer.reserve()
        content = closed(content_of(page.entry("/Contents"), packer.budget))
        packer.put_content(number, "", content)
        text = self._page_text(page, keys)
        resources = page.resources
        packer.weights.note(page.key, content, resources)
        group = entry(page.own, "/Group")
        own = f"/Resources {packer.resources(resources)}"
        own += f"/Group {packer.text(group)}" if isinstance(group, DictionaryObject) else ""
        packer.put(self._numbers[page.key], f"<<{text}{own}/Contents @{number}@>>")
        greyed = f"{text}/Resources {packer.resources(with_state(resources))}{GROUP}"
        over = f"Q /Artifact BMC {sheet_over(page.edges)} EMC"
        self._greyed.append((self._numbers[page.key], f"{greyed}/Contents[@{{q}}@ @{number}@ @{{over}}@]", over))

    def _page_text(self, page: FoundPage, keys: Mapping[Key, int]) -> str:
        box = " ".join(f"{edge:g}" for edge in page.edges)
        text = f"/Type/Page/{LEAFLET} true/Parent @parent@/MediaBox[{box}]/Tabs/S"
        text += f"/Rotate {page.turn}" if page.turn else ""
        text += f"/UserUnit {page.unit:g}" if page.unit != 1 else ""
        text += f"/StructParents ^{keys[page.key]}^" if page.key in keys else ""
        links = [
            f"@{self._links[key][0]}@"
            for reference, _ in annotations_of(page)
            if (key := _key(reference)) in self._links
        ]
        return text + (f"/Annots[{' '.join(links)}]" if links else "")

    def _greys(self, first: int) -> Iterator[tuple[int, str, str]]:
        """Pages with a white sheet over them; what saves the state, and the sheets, are new pieces."""
        yield first, "", "q"
        for new, (number, text, over) in enumerate(self._greyed, start=first + 1):
            yield number, f"<<{text.format(q=first, over=new)}>>", ""
            yield new, "", over

    def _put_link(self, number: int, annotation: DictionaryObject, row: int | None) -> None:
        edges = [float(str(edge.get_object())) for edge in items(entry(annotation, "/Rect"), 4)]
        text = "".join(
            [
                f"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[{' '.join(f'{edge:g}' for edge in edges)}]",
                f"/StructParent ^{row}^" if row is not None else "",
                *self._words(annotation),
                self._goal(annotation),
            ]
        )
        self._packer.put(number, text + ">>")

    def _words(self, annotation: DictionaryObject) -> Iterator[str]:
        words = entry(annotation, "/Contents")
        if isinstance(words, TextStringObject | ByteStringObject):
            yield f"/Contents{self._packer.text(words)}"
        corners = items(entry(annotation, "/QuadPoints"), 800)
        if corners:
            yield f"/QuadPoints[{' '.join(self._packer.text(corner.get_object()) for corner in corners)}]"

    def _goal(self, annotation: DictionaryObject) -> str:
        """A web address or a page of the same leaflet; nothing for anything else."""
        action = entry(annotation, "/A")
        address = safe_address(action)
        if address:
            return f"/A<</S/URI/URI<{address.encode('ascii').hex().upper()}>>>"
        goal = entry(annotation, "/Dest") or (entry(action, "/D") if named(action, "/S") == "/GoTo" else None)
        page = self._page_of(goal)
        return f"/Dest[@{page}@/Fit]" if page is not None else ""

    def _mute_link(self, keys: Mapping[Key, int]) -> str:
        """That a link is told to nobody, or has no words to tell."""
        told = all(key in keys and entry(annotation, "/Contents") for key, (_, annotation) in self._links.items())
        return "" if told else "has links without words of their own"

    def _page_of(self, goal: PdfObject | None) -> int | None:
        if isinstance(goal, str):  # a name in the file's own table
            named = self._reader.named_destinations.get(str(goal))
            reference = named.raw_get("/Page") if named else None
        else:
            reference = next(iter(items(goal, 1)), None) if isinstance(goal, ArrayObject) else None
        key = _key(reference)
        return self._numbers.get(key) if key else None


def _key(reference: PdfObject | None) -> Key | None:
    return (reference.idnum, reference.generation) if isinstance(reference, IndirectObject) else None


def _rows(tree: Tree) -> tuple[list[str], dict[Key, int]]:
    """Rows of the parent tree, and which page, drawing or link has which."""
    rows: list[str] = []
    keys: dict[Key, int] = {}
    for key, owners in tree.marks.items():
        keys[key] = len(rows)
        marks = (f"{{{owners[mark]}}}" if mark in owners else "null" for mark in range(max(owners) + 1))
        rows.append(f"[{' '.join(marks)}]")
    for key, owner in tree.annotations.items():
        keys[key] = len(rows)
        rows.append(f"{{{owner}}}")
    return rows, keys


def _untagged(tree: Tree, pages: list[FoundPage], *, tagged: bool) -> str:
    if not tagged or not tree.tops:
        return "has no tags"
    bare = [number for number, page in enumerate(pages, start=1) if page.key not in tree.marks]
    if bare:
        return f"has no tags on page {bare[0]}"
    return tree.damaged
