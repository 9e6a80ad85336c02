"""Content streams read operator by operator: as fast as Python can, and never fooled by texts or inline pictures."""

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    rb"[\0\t\n\f\r ]+|%[^\r\n]*|(?P<text>\()|<<|>>|[\[\]{}>)]|<[0-9A-Fa-f\0\t\n\f\r ]*>?"
    rb"|/[^\0\t\n\f\r ()<>\[\]{}/%]*|(?P<word>[^\0\t\n\f\r ()<>\[\]{}/%]+)"
)
_BRACKET = re.compile(rb"\\.|[()]", re.DOTALL)
_PICTURE_DATA = re.compile(rb"[\0\t\n\f\r ]ID[\0\t\n\f\r ]")
_PICTURE_END = re.compile(rb"[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|\Z)")
_OPERATOR = re.compile(rb"[A-Za-z'\"]")
_OPERANDS = frozenset({b"true", b"false", b"null"})
MARKING = frozenset({b"BMC", b"BDC", b"EMC", b"MP", b"DP"})
_CMYK = frozenset({b"k", b"K"})


def operators(content: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Each operator, where its operands begin and where it ends."""
    place = start = 0
    while place < len(content):
        found = _TOKEN.match(content, place)
        if not found:
            place += 1
            continue
        place = found.end()
        if found["text"]:
            place = _end_of_text(content, place)
        word = found["word"]
        if word and _OPERATOR.match(word) and word not in _OPERANDS:
            if word == b"BI":
                place = _end_of_picture(content, place)
            yield word, start, place
            start = place


def _end_of_text(content: bytes, place: int) -> int:
    depth = 1
    for found in _BRACKET.finditer(content, place):
        if found[0] == b"(":
            depth += 1
        elif found[0] == b")":
            depth -= 1
        if not depth:
            return found.end()
    return len(content)


def _end_of_picture(content: bytes, place: int) -> int:
    data = _PICTURE_DATA.search(content, place - 1)
    end = _PICTURE_END.search(content, data.end() - 1) if data else None
    return end.end() if end else len(content)


def without_marks(content: bytes) -> bytes:
    """The same drawing with no marked content: it can then be one artifact wherever it is placed."""
    if not re.search(rb"BMC|BDC|EMC|MP|DP", content):
        return content
    return b"".join(content[start:end] for word, start, end in operators(content) if word not in MARKING)


def has_cmyk(content: bytes) -> bool:
    """Whether it sets a colour of a four-colour printer directly."""
    if b"/CMYK" in content or b"/DeviceCMYK" in content:
        return True
    if not re.search(rb"[\d\0\t\n\f\r ][kK](?:[\0\t\n\f\r ]|\Z)", content):
        return False
    return any(word in _CMYK for word, _, _ in operators(content))
