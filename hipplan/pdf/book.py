"""A document of pages: sheets in, one PDF out, with title, bookmarks and page labels."""

from collections.abc import Sequence
from dataclasses import dataclass

from hipplan.pdf.box import Box
from hipplan.pdf.canvas import PageCanvas
from hipplan.pdf.ink import Ink
from hipplan.pdf.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the file says of itself."""

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    producer: str


class Book:
    """Pages are drawn one after the other; `finish` returns the bytes."""

    def __init__(self, paper: Box, area: Box, about: About) -> None:
        self._paper, self._area = paper, area
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
        return Sheet(Ink(self._canvas, self._paper.height), self._paper, self._area)

    def close_page(self) -> None:
        """Finish the open page."""
        self._canvas.showPage()

    def finish(self) -> bytes:
        """The whole file."""
        return self._canvas.finish()
