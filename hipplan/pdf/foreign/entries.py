"""Entries of a stranger's dictionaries, always resolved."""

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NullObject, PdfObject


def entry(thing: PdfObject | None, name: str) -> PdfObject | None:
    """What stands under the name, wherever it is kept; None for nothing."""
    if not isinstance(thing, DictionaryObject) or name not in thing:
        return None
    found: PdfObject | None = thing.raw_get(name).get_object()
    return None if isinstance(found, NullObject) else found


def items(thing: PdfObject | None, most: int) -> list[PdfObject]:
    """Items of an array as they are referred to, `most` at the most; one thing alone is a list of one."""
    if thing is None or isinstance(thing, NullObject):
        return []
    if isinstance(thing, ArrayObject):
        return list(list.__iter__(thing))[:most]
    return [thing]


def named(thing: PdfObject | None, name: str) -> str:
    """The name that stands under this one, such as /Font; empty for anything else."""
    found = entry(thing, name)
    return str(found) if isinstance(found, NameObject) else ""
