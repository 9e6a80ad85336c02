"""What in a file may run, fetch or change something when it is opened."""

from collections.abc import Iterable

from pypdf.generic import DictionaryObject

_ACTIONS = {
    "/JavaScript": "JavaScript",
    "/Launch": "an action that starts a program",
    "/SubmitForm": "an action that sends a form",
    "/ImportData": "an action that reads a file",
    "/ResetForm": "an action that empties a form",
    "/GoToR": "a link to another file",
    "/GoToE": "a link to a file inside",
    "/Rendition": "a player",
    "/RichMediaExecute": "a player",
    "/Movie": "a player",
    "/Sound": "a sound",
    "/Hide": "an action that hides something",
    "/SetOCGState": "an action that hides something",
    "/Trans": "an action that hides something",
}
_KEYS = {
    "/JS": "JavaScript",
    "/AA": "actions of its own",
    "/XFA": "a form with scripts (XFA)",
    "/EmbeddedFiles": "files inside",
    "/RichMediaContent": "a player",
}
_HARMLESS = frozenset({"/GoTo", "/Named", "/URI"})  # a link in the file, to its next page, or one that a person follows


def running_things(dictionaries: Iterable[DictionaryObject]) -> tuple[str, ...]:
    """What may run, in words, each kind once."""
    return tuple(sorted({words for thing in dictionaries for words in _in(thing)}))


def _in(thing: DictionaryObject) -> Iterable[str]:
    for key, words in _KEYS.items():
        if key in thing:
            yield words
    action = thing.get("/S")
    if isinstance(action, str) and action in _ACTIONS and thing.get("/Type") in (None, "/Action"):
        yield _ACTIONS[action]
    opening = thing.get("/OpenAction")
    opened = opening.get_object() if opening is not None else None
    if isinstance(opened, DictionaryObject) and opened.get("/S") not in _HARMLESS:
        yield "an action when it is opened"
