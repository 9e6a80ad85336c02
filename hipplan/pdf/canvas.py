"""ReportLab's canvas with the settings that every document of ours needs."""

from io import BytesIO

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, xObjectName
from reportlab.pdfgen.canvas import Canvas

from hipplan.pdf.box import PT, Box
from hipplan.pdf.fonts import REGULAR, face
from hipplan.pdf.form import Form
from hipplan.pdf.writing import PackedDocument


class PageCanvas(Canvas):
    """Same input, same bytes; no base-14 font, no ASCII armour; its operators can be written directly.

    `operators` is the content stream of the open page, `document` the file under construction.
    """

    _code: list[str]
    _doc: PackedDocument
    _formsinuse: list[str]

    def __init__(self, paper: Box, *, language: str) -> None:
        rl_config.useA85 = 0  # armour makes a stream a quarter larger for mail systems of the last century
        face(REGULAR)  # registered first: an unknown start font would put Helvetica on every page
        self._file = BytesIO()
        size = (paper.width / PT, paper.height / PT)
        super().__init__(
            self._file,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            lang=language,
            initialFontName=REGULAR,  # type: ignore[arg-type] # the stubs ask for a number, the code for a name
            pdfVersion=(1, 7),
        )
        self._doc.__class__ = PackedDocument  # the canvas makes its document itself

    @property
    def operators(self) -> list[str]:
        """The open page's content stream."""
        return self._code

    @property
    def document(self) -> PackedDocument:
        """The file under construction: fonts keep their subset by it."""
        return self._doc

    def use_form(self, form: Form) -> str:
        """Name of a drawing on the open page; the file gets the drawing itself only the first time."""
        name: str = xObjectName(form.name)
        if not self._doc.hasForm(form.name):
            self._doc.Reference(_stream(form), name)  # type: ignore[no-untyped-call] # missing from the stubs
        if form.name not in self._formsinuse:
            self._formsinuse.append(form.name)
        return name

    def finish(self) -> bytes:
        """Write the file; nothing can be drawn afterwards."""
        self.save()
        return self._file.getvalue()


def _stream(form: Form) -> PDFStream:
    """The drawing as an object of its own; its matrix turns y upwards."""
    view = form.view
    facts = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Form"),
        "BBox": PDFArray([view.x, view.y, view.right, view.bottom]),
        "Matrix": PDFArray([1, 0, 0, -1, 0, 0]),
        "Resources": PDFDictionary({}),
        "Filter": PDFName("FlateDecode"),
    }
    return PDFStream(PDFDictionary(facts), form.stream)
