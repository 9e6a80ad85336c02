"""A page as it stands in the file: content, links and structure written, numbered and compressed, once and for good.

Numbers follow from the page's place alone, so the same page at the same place has the same bytes in every file.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hipplan.pdf.box import PT, Box
from hipplan.pdf.drawings import Drawing
from hipplan.pdf.elements import TaggedPage, page_tree, text_string
from hipplan.pdf.late import Late
from hipplan.pdf.lettering import Font
from hipplan.pdf.numbering import PER_PAGE, page_number, section_number
from hipplan.pdf.streams import object_text, packed_row, packed_stream, packing_stream
from hipplan.pdf.tags import Node

FULL = PER_PAGE - 10  # objects of a page; the last numbers are for its foot and its section


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """What a page has from the file: fonts, and drawings by their names in it."""

    fonts: frozenset[Font]
    drawings: Mapping[str, Drawing]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """A page ready to be written: `rows` say where objects from `first` on are packed, its streams come after them.

    `section` is the place of the page that its section begins on; `kids` are the numbers of its outermost elements,
    `parents` that of its row of the parent tree, `links` those of the elements of links, `targets` where they lead.
    """

    place: int
    section: int
    streams: tuple[bytes, ...]
    rows: bytes
    body: int
    kids: tuple[int, ...]
    parents: int
    annotations: tuple[int, ...]
    links: tuple[int, ...]
    targets: tuple[int, ...]
    used: Used
    late: tuple[Late, ...]

    @property
    def first(self) -> int:
        """The number of the first object that is packed here."""
        return page_number(self.place) + 1

    @property
    def end(self) -> int:
        """The last number that a page at this place may use."""
        return section_number(self.place)


def press(page: TaggedPage, operators: Sequence[str], used: Used, late: Iterable[Late] = ()) -> Pressed:
    """Write a page whose drawing is done. Raises OverflowError for more objects than a page has numbers."""
    links = page.links()
    first = page_number(page.place) + 1
    annotations = tuple(range(first + 1, first + 1 + len(links)))
    tree = page_tree(page, first + 1 + len(links), annotations)
    texts = [tree.row, *(_annotation(page, link, row) for row, link in enumerate(links, start=1)), *tree.objects]
    if len(texts) > FULL:
        raise OverflowError(f"page {page.place} has {len(texts)} objects; there are numbers for {FULL}")
    body, packing = first + len(texts), first + len(texts) + 1
    packed = packing_stream([(number, text.encode()) for number, text in enumerate(texts, start=first)])
    content = packed_stream(b"", "\n".join(operators).encode("ascii"))
    return Pressed(
        place=page.place,
        section=page.section,
        streams=(object_text(body, content), object_text(packing, packed)),
        rows=_rows(packing, len(texts)),
        body=body,
        kids=tree.kids,
        parents=first,
        annotations=annotations,
        links=tree.links,
        targets=tuple(link.target for link in links),
        used=used,
        late=tuple(late),
    )


@lru_cache(maxsize=512)
def _rows(packing: int, count: int, /) -> bytes:
    """Where so many objects are that are packed in one stream."""
    return b"".join(packed_row(packing, place) for place in range(count))


def _annotation(page: TaggedPage, link: Node, row: int) -> str:
    box = link.box or Box(0, 0, 0, 0)
    low, high = page.height - box.bottom, page.height - box.y
    edges = " ".join(f"{edge / PT:.1f}" for edge in (box.x, low, box.right, high))
    goal = f"[{page_number(link.target)} 0 R/Fit]"
    text = f"<</Type/Annot/Subtype/Link/Rect[{edges}]/Border[0 0 0]/F 4/Dest{goal}"
    return f"{text}/Contents{text_string(link.label)}/StructParent {page.row + row}>>"
