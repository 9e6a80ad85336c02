"""What in a stranger's file may run, send, or point outside: all of it is taken out, and said."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from hipplan.pdf.foreign.entries import entry, named
from hipplan.pdf.foreign.pages import FoundPage

MOST_ANNOTATIONS = 5_000
SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_NAMED = {
    "/JavaScript": "JavaScript",
    "/Launch": "links that start a program",
    "/GoToR": "links to other files",
    "/GoToE": "links to other files",
    "/SubmitForm": "a form",
    "/ImportData": "a form",
    "/ResetForm": "a form",
    "/Rendition": "sound or film",
    "/Movie": "sound or film",
    "/Sound": "sound or film",
}
_ANNOTATIONS = {
    "/Widget": "a form",
    "/FileAttachment": "files inside",
    "/Movie": "sound or film",
    "/Sound": "sound or film",
    "/Screen": "sound or film",
    "/RichMedia": "sound or film",
}


def taken_out(reader: PdfReader, pages: Iterable[FoundPage]) -> list[str]:
    """Each kind once, in words."""
    return sorted({*_of_catalog(reader.root_object), *(words for page in pages for words in _of_page(page))})


def annotations_of(page: FoundPage) -> Iterator[tuple[PdfObject, DictionaryObject]]:
    """Annotations as they are referred to, and resolved."""
    found = page.entry("/Annots")
    if isinstance(found, ArrayObject):
        for item in list(list.__iter__(found))[:MOST_ANNOTATIONS]:
            thing = item.get_object()
            if isinstance(thing, DictionaryObject):
                yield item, thing


def safe_address(action: PdfObject | None) -> str:
    """Where a link leads that a person may follow; empty for any other action."""
    if not isinstance(action, DictionaryObject) or named(action, "/S") != "/URI":
        return ""
    address = entry(action, "/URI")
    written = address if isinstance(address, str) else address.decode("latin-1") if isinstance(address, bytes) else ""
    try:
        return written if written.isascii() and urlsplit(written.strip()).scheme.lower() in SAFE_SCHEMES else ""
    except ValueError:
        return ""


def _of_catalog(catalog: DictionaryObject) -> Iterator[str]:
    yield from _of_action(entry(catalog, "/OpenAction"))
    if "/AA" in catalog:
        yield "actions of its own"
    if "/AcroForm" in catalog and _has_fields(entry(catalog, "/AcroForm")):
        yield "a form"
    names = entry(catalog, "/Names")
    if isinstance(names, DictionaryObject):
        if "/JavaScript" in names:
            yield "JavaScript"
        if "/EmbeddedFiles" in names:
            yield "files inside"
    if "/AF" in catalog:
        yield "files inside"


def _has_fields(form: PdfObject | None) -> bool:
    return isinstance(form, DictionaryObject) and bool(entry(form, "/Fields") or "/XFA" in form)


def _of_page(page: FoundPage) -> Iterator[str]:
    if "/AA" in page.own:
        yield "actions of its own"
    for _, annotation in annotations_of(page):
        kind = named(annotation, "/Subtype")
        if kind in _ANNOTATIONS:
            yield _ANNOTATIONS[kind]
        elif kind not in {"/Link", "/Popup"}:
            yield "comments"
        if "/AA" in annotation:
            yield "actions of its own"
        yield from _of_action(entry(annotation, "/A"))


def _of_action(action: PdfObject | None) -> Iterator[str]:
    """An action and those that follow it."""
    waiting, count = [action], 0
    while waiting and count < 100:
        thing = waiting.pop()
        thing = thing.get_object() if thing is not None else None
        count += 1
        if isinstance(thing, ArrayObject):
            waiting += list(list.__iter__(thing))[:100]
        if not isinstance(thing, DictionaryObject):
            continue
        kind = named(thing, "/S")
        if kind == "/URI" and not safe_address(thing):
            yield "links to files"
        elif kind in _NAMED:
            yield _NAMED[kind]
        elif kind not in {"/URI", "/GoTo"}:
            yield "actions of its own"
        if "/Next" in thing:
            waiting.append(thing.raw_get("/Next"))
