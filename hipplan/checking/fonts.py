"""Whether a font of a file is inside the file."""

from pypdf.generic import DictionaryObject

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_LONGEST_NAME = 40


def loose_font(font: DictionaryObject) -> str:
    """The name of a font that is only named; empty for one that is embedded or drawn by the file itself."""
    if font.get("/Subtype") == "/Type3":
        return ""
    described = font.get("/FontDescriptor")
    descriptor = described.get_object() if described else None
    if isinstance(descriptor, DictionaryObject) and any(file in descriptor for file in _FILES):
        return ""
    return shown(str(font.get("/BaseFont", "")).removeprefix("/")) or "a font without a name"


def shown(name: str) -> str:
    """A name out of a file, made safe for a terminal."""
    return "".join(letter if letter.isascii() and letter.isprintable() else "?" for letter in name)[:_LONGEST_NAME]
