"""A document of pages: sheets in, one PDF out, with title, bookmarks and page labels."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from hipplan.pdf.about import About
from hipplan.pdf.box import Box
from hipplan.pdf.elements import TaggedPage
from hipplan.pdf.ink import Ink
from hipplan.pdf.leaflets import Leaflet
from hipplan.pdf.letterhead import FORM, Letterhead, SafeAreaError
from hipplan.pdf.numbering import page_number
from hipplan.pdf.pressing import Pressed, Used, press
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.watching import WatchfulInk
from hipplan.pdf.whole import Whole

Bookmarks = Sequence[tuple[str, int]]
"""Titles and their levels, 0 for the top."""


class Book:
    """Pages are drawn one after the other, a body and perhaps a foot; `finish` returns the bytes.

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
        self._paper, self._area, self._colours, self._grey = paper, area, colours, grey
        self._whole = Whole(paper, about)
        self._place, self._section = 0, 1
        self._clear: Box | None = None
        self._body: Pressed | None = None
        self._foot: Sheet | None = None

    def page(
        self,
        bookmarks: Bookmarks = (),
        *,
        area: Box | None = None,
        letterhead: Letterhead | None = None,
        clear: Box | None = None,
    ) -> Sheet:
        """Open the next page.

        It may have an area of its own, lie on a letterhead, and have to stay within a box that is clear of that.
        """
        self._open(bookmarks, clear)
        self._page_area = area or self._area
        self._sheet = self._new_sheet(self._page_area)
        if letterhead:
            self._whole.letterhead = letterhead
            # under all that comes, as an artifact: who hears the page is told the clinic's name by the page
            with self._sheet.decoration():
                self._sheet.ink.operators.append(f"q /{FORM} Do Q")
        return self._sheet

    def lay(self, body: Pressed, bookmarks: Bookmarks = (), *, area: Box | None = None) -> None:
        """Open the next page with a body that was pressed for this place and section in another book."""
        self._open(bookmarks, None)
        self._page_area = area or self._area
        self._body = body

    def _open(self, bookmarks: Bookmarks, clear: Box | None) -> None:
        self._place, self._section = self.next_place(bookmarks)
        for title, level in bookmarks:
            self._whole.bookmark(title, page_number(self._place), level)
        self._clear = clear
        self._body, self._foot = None, None

    def _new_sheet(self, area: Box) -> Sheet:
        kind = WatchfulInk if self._clear else Ink
        ink = kind(self._whole.lettering, self._paper.height, colours=self._colours, grey=self._grey)
        return Sheet(ink, self._paper, area)

    def next_place(self, bookmarks: Bookmarks) -> tuple[int, int]:
        """Where the next page will be, and the page that its section begins on."""
        place = self._place + 1
        return place, place if bookmarks else self._section

    def keep_room(self, bottom: float) -> None:
        """Raises SafeAreaError when the open page came on a letterhead, or lower than this line of the paper."""
        for sheet in (self._sheet, self._foot):
            if sheet and self._clear and isinstance(sheet.ink, WatchfulInk):
                found = sheet.ink.trespasses(self._clear.top(bottom - self._clear.y))
                if found:
                    raise SafeAreaError(*found)

    def press(self) -> Pressed | None:
        """Finish the body of the open page; it can be laid into other books, unless a letter is this file's own."""
        self._body = self._pressed()
        return None if self._sheet.ink.rare or self._clear else self._body

    def _pressed(self) -> Pressed:
        sheet = self._sheet
        sheet.marks.end(sheet.structure)
        page = TaggedPage(sheet.structure, self._paper.height, sheet.marks.count, self._place, self._section)
        used = Used(fonts=frozenset(sheet.ink.fonts), drawings=sheet.ink.drawings)
        return press(page, sheet.ink.operators, used, sheet.late)

    def foot(self, whose: object = None) -> Sheet:
        """A sheet for the foot of the open page: furniture, and what the body left for later; no copy shares it."""
        self._body = self._body or self._pressed()
        self._foot = self._new_sheet(self._page_area)
        self._foot.complete(self._body.late, whose)
        return self._foot

    def close_page(self) -> None:
        """Finish the open page. Raises SafeAreaError when it came on a letterhead."""
        if self._clear:
            self.keep_room(self._clear.bottom)
        body = self._body or self._pressed()
        if self._foot:
            self._foot.marks.end(self._foot.structure)
            if self._foot.marks.count:
                raise ValueError("the foot of a page has something to be read out")
        self._whole.add_page(body, self._foot.ink if self._foot else None)

    def append(self, leaflet: Leaflet) -> None:
        """Put a leaflet behind the pages so far, under a bookmark of its own."""
        self._whole.add_leaflet(leaflet)

    def finish(self) -> bytes:
        """The whole file; what it declares is what its strangers let it be."""
        return self._whole.finish()
