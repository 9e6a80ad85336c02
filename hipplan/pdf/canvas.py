"""ReportLab's canvas for what a file has as a whole: its outline, its labels, what it says of itself."""

from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFObjectReference
from reportlab.pdfgen.canvas import Canvas

from hipplan.pdf.about import About
from hipplan.pdf.box import PT, Box
from hipplan.pdf.fonts import REGULAR, face
from hipplan.pdf.writing import PackedDocument


class WholeCanvas(Canvas):
    """Same input, same bytes; nothing is drawn on it, pages come ready to the document that it makes."""

    _doc: PackedDocument
    _bookmarkReference: Any  # noqa: N815  its name for it

    def __init__(self, paper: Box, about: About) -> None:
        rl_config.useA85 = 0  # armour makes a stream a quarter larger for mail systems of the last century
        face(REGULAR)  # registered first: an unknown start font would put Helvetica into the file
        self._file = BytesIO()
        super().__init__(
            self._file,
            pagesize=(paper.width / PT, paper.height / PT),
            pageCompression=1,
            invariant=1,
            lang=about.language,
            initialFontName=REGULAR,  # type: ignore[arg-type] # the stubs ask for a number, the code for a name
            pdfVersion=(1, 7),
        )
        self._doc.__class__ = PackedDocument  # the canvas makes its document itself
        self.setTitle(about.title)
        self.setAuthor(about.author)
        self.setSubject(about.subject)
        self.setKeywords(about.keywords)
        self.setCreator(about.producer)
        self.setProducer(about.producer)
        self.setViewerPreference("DisplayDocTitle", "true")
        self.showOutline()
        self.addPageLabel(0, style="ARABIC", start=1)

    @property
    def document(self) -> PackedDocument:
        """The file under construction."""
        return self._doc

    def bookmark(self, title: str, number: int, *, level: int = 0) -> None:
        """The next line of the outline: a page by the number of its object."""
        key = f"page object {number}"
        self._doc.name_number(key, number)
        place = self._bookmarkReference(key)
        place.fit()
        place.setPage(PDFObjectReference(key))
        self.addOutlineEntry(title, key, level=level, closed=False)

    def finish(self) -> bytes:
        """Write the file; nothing can be added afterwards."""
        self.save()
        return self._file.getvalue()
