"""Drawings and pictures as objects of a file, which holds each once."""

from functools import lru_cache

from hipplan.pdf.form import Form
from hipplan.pdf.raster import Raster
from hipplan.pdf.streams import stream_text

Drawing = Form | Raster


def drawing_name(drawing: Drawing) -> str:
    """Its name among the resources of a page."""
    return f"/{drawing.name}"


@lru_cache(maxsize=256)
def drawing_text(drawing: Drawing) -> bytes:
    """The object, made once."""
    return _pixels(drawing) if isinstance(drawing, Raster) else _form(drawing)


def _form(form: Form) -> bytes:
    """Its matrix turns y upwards."""
    view = form.view
    box = b" ".join(b"%g" % edge for edge in (view.x, view.y, view.right, view.bottom))
    head = b"/Type/XObject/Subtype/Form/BBox[%b]/Matrix[1 0 0 -1 0 0]/Resources<<>>/Filter/FlateDecode" % box
    return stream_text(head, form.stream)


def _pixels(picture: Raster) -> bytes:
    space = b"DeviceGray" if picture.grey else b"DeviceRGB"
    head = b"/Type/XObject/Subtype/Image/Width %d/Height %d" % (picture.width, picture.height)
    return stream_text(head + b"/ColorSpace/%b/BitsPerComponent 8/Filter/FlateDecode" % space, picture.stream)
