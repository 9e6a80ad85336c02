"""ReportLab's canvas with the settings that every document of ours needs."""

from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFStream, xObjectName
from reportlab.pdfgen.canvas import Canvas

from hipplan.pdf.box import PT, Box
from hipplan.pdf.fonts import REGULAR, face
from hipplan.pdf.form import Form
from hipplan.pdf.raster import Raster
from hipplan.pdf.writing import PackedDocument


class PageCanvas(Canvas):
    """Same input, same bytes; no base-14 font, no ASCII armour; its operators can be written directly.

    `operators` is the content stream of the open page, `document` the file under construction.
    """

    _code: list[str]
    _doc: PackedDocument
    _formsinuse: list[str]
    _bookmarkReference: Any  # noqa: N815  its name for it

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

    def use_form(self, form: Form | Raster) -> str:
        """Name of a drawing or picture on the open page; the file gets it only the first time."""
        name: str = xObjectName(form.name)
        if not self._doc.hasForm(form.name):
            stream = _pixels(form) if isinstance(form, Raster) else _stream(form)
            self._doc.Reference(stream, name)  # type: ignore[no-untyped-call] # missing from the stubs
        return self.use_known_form(form.name)

    def use_known_form(self, form: str) -> str:
        """Name, on the open page, of a drawing that the file has."""
        if form not in self._formsinuse:
            self._formsinuse.append(form)
        name: str = xObjectName(form)
        return name

    def bookmark_named_page(self, key: str, name: str) -> None:
        """A place to bookmark: a page that was not drawn here, by its name in the document."""
        place = self._bookmarkReference(key)
        place.fit()
        place.setPage(PDFObjectReference(name))

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


def _pixels(picture: Raster) -> PDFStream:
    """The picture as an object of its own."""
    facts = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": picture.width,
        "Height": picture.height,
        "ColorSpace": PDFName("DeviceGray" if picture.grey else "DeviceRGB"),
        "BitsPerComponent": 8,
        "Filter": PDFName("FlateDecode"),
    }
    return PDFStream(PDFDictionary(facts), picture.stream)
