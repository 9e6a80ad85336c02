"""The first page of a letterhead as a drawing that our file holds once."""

from itertools import islice

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from hipplan.pdf.foreign.entries import entry
from hipplan.pdf.foreign.greying import GROUP, sheet_over, with_state
from hipplan.pdf.foreign.operators import without_marks
from hipplan.pdf.foreign.packing import Packer
from hipplan.pdf.foreign.pages import MM, FoundPage, pages_of
from hipplan.pdf.foreign.parcel import Parcel
from hipplan.pdf.foreign.problem import ForeignFileError
from hipplan.pdf.foreign.runs import taken_out
from hipplan.pdf.foreign.streams import content_of


def letterhead_parcel(reader: PdfReader) -> Parcel:
    """Its first page, as it is seen, with its lower left corner at the origin; any more pages are said to be left."""
    pages = list(islice(pages_of(reader), 2))
    if not pages:
        raise ForeignFileError("has no pages; make it again")
    page = pages[0]
    packer = Packer(reader, change=without_marks)
    number = packer.reserve()
    content = without_marks(content_of(page.entry("/Contents"), packer.budget))
    if not content.strip():
        raise ForeignFileError("its first page is empty; check the file")
    edges = " ".join(f"{edge:g}" for edge in page.edges)
    entries = f"/Type/XObject/Subtype/Form/BBox[{edges}]/Matrix[{_matrix(page)}]"
    group = entry(page.own, "/Group")
    entries += f"/Group {packer.text(group)}" if isinstance(group, DictionaryObject) else ""
    entries += f"/Resources {packer.resources(page.resources)}"
    packer.weights.note(page.key, content, page.resources)
    packer.put_content(number, entries, content)
    state = packer.resources(with_state(None)).removesuffix(">>")
    said = [*taken_out(reader, [page]), *(["all pages but the first"] if len(pages) > 1 else [])]
    pieces = packer.pieces()
    flaws = packer.flaws
    width, height = (edge / MM for edge in page.size)
    seen = f"/Type/XObject/Subtype/Form/BBox[0 0 {width:g} {height:g}]{GROUP}"
    return Parcel(
        pieces=pieces,
        form=number,
        greys=[
            (
                len(pieces),
                f"{seen}/Resources{state}/XObject<</L @{number}@>>>>",
                f"q /L Do Q {sheet_over((0, 0, width, height))}",
            )
        ],
        sizes=[page.size],
        taken_out=said,
        breaks_ua=flaws.ua,
        breaks_archive=flaws.archive,
    )


def _matrix(page: FoundPage) -> str:
    """Turn it as it is seen and put its lower left corner at the origin, in points."""
    x0, y0, x1, y1 = (edge * page.unit for edge in page.edges)
    unit = page.unit
    rows = {
        0: (unit, 0, 0, unit, 0 - x0, 0 - y0),
        90: (0, -unit, unit, 0, 0 - y0, x1),
        180: (-unit, 0, 0, -unit, x1, y1),
        270: (0, unit, -unit, 0, y1, 0 - x0),
    }
    return " ".join(f"{number:g}" for number in rows[page.turn])
