"""What pypdf alone can tell of a file: pages, paper, fonts, what may run, and what it says of itself."""

import re
from dataclasses import dataclass
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError
from pypdf.generic import DictionaryObject, StreamObject

from hipplan.checking.fonts import loose_font
from hipplan.checking.running import running_things
from hipplan.checking.seen import MM
from hipplan.checking.walking import dictionaries
from hipplan.errors import FileProblemError
from hipplan.pdf.foreign.entries import entry
from hipplan.pdf.metadata import read_mark

MOST_PAGES = 500
MOST_TABLES = 500  # one for each time the file was changed
_TABLE = re.compile(rb"\s{0,9}(xref\b|\d+\s+\d+\s+obj\b)")
LEAFLET = "/hipplan_Leaflet"  # as hipplan.pdf.foreign.page_by_page writes it
LETTERHEAD = "/letterhead"  # as hipplan.pdf.letterhead names it
_PRODUCER = re.compile(r"hipplan ([0-9A-Za-z.+-]{1,20})")
_DECLARED = {  # as an element or as an attribute; the standards fix the prefixes
    "ua1": (rb"pdfuaid:part(?:>|\s*=\s*[\"'])\s*1\b",),
    "2a": (rb"pdfaid:part(?:>|\s*=\s*[\"'])\s*2\b", rb"pdfaid:conformance(?:>|\s*=\s*[\"'])\s*A\b"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """Sizes in millimetres as the pages are seen; no words of the file but names of fonts."""

    mark: str
    version: str
    language: str
    declared: frozenset[str]
    papers: tuple[tuple[float, float], ...]
    own: int  # pages before the first leaflet of a clinic: leaflets are not ours to measure
    letterheads: frozenset[int]  # numbers of pages that lie on one
    fonts: int
    loose_fonts: tuple[str, ...]
    running: tuple[str, ...]


def read_facts(data: bytes) -> FileFacts:
    """Read a whole, open, unencrypted file. Raises FileProblemError in one line for any other."""
    _check_whole(data)
    reader = _opened(data)
    _check_count(reader)
    found = list(dictionaries(reader))
    fonts = [thing for thing in found if thing.get("/Type") == "/Font" and "/DescendantFonts" not in thing]
    information = reader.metadata
    made_by = _PRODUCER.fullmatch(str(information.producer or "")) if information else None
    return FileFacts(
        mark=read_mark(data) or "",
        version=made_by[1] if made_by else "",
        language=str(reader.root_object.get("/Lang") or ""),
        declared=_declared(reader),
        papers=tuple(_paper(page) for page in reader.pages),
        own=next((place for place, page in enumerate(reader.pages) if LEAFLET in page), len(reader.pages)),
        letterheads=frozenset(number for number, page in enumerate(reader.pages, start=1) if _on_letterhead(page)),
        fonts=len(fonts),
        loose_fonts=tuple(sorted({name for font in fonts if (name := loose_font(font))})),
        running=running_things(found),
    )


def _opened(data: bytes) -> PdfReader:
    locked = FileProblemError("encrypted; save it without a password, and check that")
    try:
        reader = PdfReader(BytesIO(data))
    except (DependencyError, NotImplementedError):  # in a way that pypdf alone cannot even try to open
        raise locked from None
    if reader.is_encrypted:
        raise locked
    return reader


def _check_whole(data: bytes) -> None:
    """Readers mend a file that was cut off, silently; a printer may not."""
    start = data.find(b"%PDF-", 0, 1024)
    if start < 0:
        raise FileProblemError("not a PDF; check the name")
    last = re.findall(rb"startxref\s+(\d{1,12})\s+%%EOF", data[-2048:])
    place = int(last[-1]) if last else len(data)
    if not any(_TABLE.match(data, at) for at in (place, start + place)):
        raise FileProblemError("cut off or damaged; make it again, or copy it again from where it came")
    met: set[int] = set()
    while place not in met and len(met) < MOST_TABLES:
        met.add(place)
        before = re.compile(rb"/Prev\s+(\d{1,12})").search(data, place, data.find(b"startxref", place))
        if not before:
            return
        place = int(before[1])
    raise FileProblemError("damaged: its tables of objects go round in a ring; make it again")


def _check_count(reader: PdfReader) -> None:
    tree = reader.root_object["/Pages"].get_object()
    said = tree.get("/Count") if isinstance(tree, DictionaryObject) else None
    if isinstance(said, int) and said > MOST_PAGES:
        raise FileProblemError(
            f"has {said:,} pages; hipplan checks at most {MOST_PAGES}, so check workbooks one by one"
        )
    if len(reader.pages) != said:
        raise FileProblemError("damaged: it counts its own pages wrong; make it again")
    if not reader.pages:
        raise FileProblemError("has no pages; make it again")


def _paper(page: PageObject) -> tuple[float, float]:
    unit = float(page.get("/UserUnit", 1)) * MM
    size = (abs(float(page.cropbox.width)) * unit, abs(float(page.cropbox.height)) * unit)
    return size if page.rotation % 180 == 0 else size[::-1]


def _on_letterhead(page: PageObject) -> bool:
    drawings = entry(entry(page, "/Resources"), "/XObject")
    return isinstance(drawings, DictionaryObject) and LETTERHEAD in drawings


def _declared(reader: PdfReader) -> frozenset[str]:
    metadata = reader.root_object.get("/Metadata")
    stream = metadata.get_object() if metadata else None
    if not isinstance(stream, StreamObject):
        return frozenset()
    text = stream.get_data()
    return frozenset(name for name, parts in _DECLARED.items() if all(re.search(part, text) for part in parts))
