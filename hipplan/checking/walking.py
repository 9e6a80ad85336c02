"""Every object of a file that can be reached from its root, each once, however they point at each other."""

from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

from hipplan.errors import FileProblemError

MOST_OBJECTS = 500_000  # a long tagged workbook has 20,000


def dictionaries(reader: PdfReader) -> Iterator[DictionaryObject]:
    """All dictionaries, those of streams too; nothing is decompressed."""
    waiting: list[PdfObject] = [reader.trailer]
    met: set[tuple[int, int]] = set()
    count = 0
    while waiting:
        thing: PdfObject | None = waiting.pop()
        if isinstance(thing, IndirectObject):
            if (thing.idnum, thing.generation) in met:
                continue
            met.add((thing.idnum, thing.generation))
            thing = reader.get_object(thing)
        count += 1
        if count > MOST_OBJECTS:
            raise FileProblemError("has too many objects to be checked; a workbook has far fewer")
        if isinstance(thing, DictionaryObject):
            yield thing
            waiting += [thing.raw_get(key) for key in thing]
        elif isinstance(thing, ArrayObject):
            waiting += [item for item in list.__iter__(thing) if isinstance(item, PdfObject)]
