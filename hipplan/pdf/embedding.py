"""A typeface in the file: of its letters just those that are used, their widths, and what each code means as text."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import compress

from reportlab.pdfbase.ttfonts import FF_NONSYMBOLIC, FF_SYMBOLIC

from hipplan.pdf.fonts import face
from hipplan.pdf.streams import stream_text

BLOCK = 100  # entries that one bfchar block may have
Put = Callable[[bytes], int]
"""Puts an object into the file and says its number."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """Texts of the objects; the font and the descriptor lack only the numbers of others."""

    font: bytes
    descriptor: bytes
    program: bytes
    unicode_map: bytes

    def put(self, put: Put) -> int:
        """Put all of it into a file; the number of the font."""
        descriptor = put(self.descriptor % put(self.program))
        return put(self.font % (descriptor, put(self.unicode_map)))


@lru_cache(maxsize=64)
def embedded(name: str, letters: tuple[int, ...], part: int) -> Embedded:
    """The objects of one font, made once; `letters` has the letter of each code, 0 for none."""
    typeface = face(name).face
    base = b"AAAAA%c+%b" % (65 + part, bytes(typeface.name))
    widths = b" ".join(b"%g" % typeface.charWidths.get(letter, typeface.defaultWidth) for letter in letters)
    program = typeface.makeSubset(list(letters))
    flags = (typeface.flags & ~FF_NONSYMBOLIC) | FF_SYMBOLIC
    box = b" ".join(b"%g" % edge for edge in typeface.bbox)
    metrics = b"/Ascent %g/Descent %g/CapHeight %g/ItalicAngle %g/StemV %g/MissingWidth %g" % (
        *(typeface.ascent, typeface.descent, typeface.capHeight),
        *(typeface.italicAngle, typeface.stemV, typeface.defaultWidth),
    )
    return Embedded(
        font=b"<</Type/Font/Subtype/TrueType/BaseFont/%b/FirstChar 0/LastChar %d/Widths[%b]"
        b"/FontDescriptor %%d 0 R/ToUnicode %%d 0 R>>" % (base, len(letters) - 1, widths),
        descriptor=b"<</Type/FontDescriptor/FontName/%b/Flags %d/FontBBox[%b]%b/FontFile2 %%d 0 R>>"
        % (base, flags, box, metrics),
        program=stream_text(b"/Length1 %d/Filter/FlateDecode" % len(program), compress(program)),
        unicode_map=stream_text(b"/Filter/FlateDecode", compress(_unicode_map(base, letters))),
    )


def _unicode_map(base: bytes, letters: Sequence[int]) -> bytes:
    rows = [
        b"<%02X> <%b>" % (code, chr(letter).encode("utf-16-be").hex().upper().encode())
        for code, letter in enumerate(letters)
        if letter
    ]
    blocks = [b"%d beginbfchar\n%b\nendbfchar" % (len(block), b"\n".join(block)) for block in _blocks(rows)]
    head = b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo\n"
    head += b"<< /Registry (%b)\n/Ordering (%b)\n/Supplement 0\n>> def\n" % (base, base)
    head += b"/CMapName /%b def\n/CMapType 2 def\n" % base
    head += b"1 begincodespacerange\n<00> <%02X>\nendcodespacerange\n" % (len(letters) - 1)
    tail = b"\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    return head + b"\n".join(blocks) + tail


def _blocks(rows: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    return (rows[start : start + BLOCK] for start in range(0, len(rows), BLOCK))
