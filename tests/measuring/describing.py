"""A page as lines of text, for goldens: where everything is, to a tenth of a millimetre, in the order of drawing."""

from hipplan.checking.seen import Drawing, PageSeen, Patch, Piece, Shape


def describe(page: PageSeen) -> str:
    """One line for each text and shape; the first gives the paper."""
    items: list[Piece | Shape | Drawing | Patch] = [*page.texts, *page.shapes, *page.drawings, *page.unknown]
    found = sorted((item for item in items if not item.in_drawing), key=lambda item: item.order)
    lines = [f"page {page.number} of {page.width:.1f} x {page.height:.1f}"]
    lines += [_describe(item) for item in found]
    return "\n".join(lines) + "\n"


def _describe(item: Piece | Shape | Drawing | Patch) -> str:
    if isinstance(item, Patch):
        raise TypeError("an image or a shading cannot be described")
    if isinstance(item, Drawing):  # to the millimetre, as pictures are drawn anew now and then
        box = item.outline
        return f"drawing {box.left:.0f} {box.top:.0f} {box.width:.0f} {box.height:.0f}"
    return _text(item) if isinstance(item, Piece) else _shape(item)


def _text(piece: Piece) -> str:
    return f"text {piece.x:.1f} {piece.y:.1f} {piece.size:g}pt {piece.weight} {piece.colour} {piece.text.strip()!r}"


def _shape(shape: Shape) -> str:
    box = shape.outline
    if not shape.closed and not shape.curved and len(shape.subpaths) == 1 and len(shape.subpaths[0]) == 2:
        (x0, y0), (x1, y1) = shape.subpaths[0]
        place = f"line {x0:.1f} {y0:.1f} {x1:.1f} {y1:.1f}"
    else:
        kind = "rect" if shape.is_rect else f"path*{sum(len(path) for path in shape.subpaths)}"
        place = f"{kind} {box.left:.1f} {box.top:.1f} {box.width:.1f} {box.height:.1f}"
    stroke = f" {shape.stroke_pt:g}pt {shape.stroke}" if shape.stroke else ""
    fill = f" fill {shape.fill}" if shape.fill else ""
    return place + stroke + fill
