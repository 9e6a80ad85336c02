"""File names from a pattern: safe for every file system, never twice, never outside the folder."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import Formatter

from hipplan.batch.rows import Row
from hipplan.errors import PreferencesError
from hipplan.plan.complaints import nearest

FIELDS = ("id", "row", "name", "clinician", "clinic", "start", "review", "weeks", "level")
_LONGEST = 100  # with room for a number and the ending under any system's 255 bytes, or 260 letters of a path
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)  # devices, whatever their ending
_SPELLED = str.maketrans({"ß": "ss", "æ": "ae", "Æ": "Ae", "ø": "o", "Ø": "O", "œ": "oe", "Œ": "Oe", "ł": "l"})
_Part = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Names:
    """A file name for each row, and the rows (from 1) that would have shared one."""

    files: tuple[str, ...]
    shared: tuple[tuple[int, ...], ...]


def read_pattern(pattern: str) -> tuple[_Part, ...]:
    """Take a pattern such as "{clinic}-{id}" apart. Raises PreferencesError for what cannot be a name in one folder."""
    if "/" in pattern or "\\" in pattern:
        raise PreferencesError("--filename: names files in one folder; leave / and \\ out")
    try:
        parts = [*Formatter().parse(re.sub(r"\.pdf$", "", pattern, flags=re.IGNORECASE))]
    except ValueError:
        raise PreferencesError('--filename: { and } do not match; write it like "{id}"') from None
    for _, field, form, turned in parts:
        if form or turned or (field is not None and field not in FIELDS):
            advice = nearest(field or "", FIELDS) or f"; use {', '.join(f'{{{one}}}' for one in FIELDS)}"
            raise PreferencesError(f"--filename: {{{field}}} cannot be filled in{advice}")
    return tuple((text, field) for text, field, _, _ in parts)


def file_names(rows: Sequence[Row], pattern: str, *, base: Mapping[str, object], taken: Iterable[str] = ()) -> Names:
    """Name a file for each row, good or bad, so that mending a row renames nobody else's file."""
    parts = read_pattern(pattern)
    used = {name.casefold() for name in taken}
    sharing: defaultdict[str, list[int]] = defaultdict(list)
    files = []
    for row in rows:
        stem = _stem(parts, {**base, **row.values, "row": f"{row.number:04}"}) or f"row-{row.number:04}"
        sharing[stem.casefold()].append(row.number)
        files.append(_free(stem, used, len(sharing[stem.casefold()])))
    return Names(tuple(files), tuple(tuple(numbers) for numbers in sharing.values() if len(numbers) > 1))


def _stem(parts: Sequence[_Part], values: Mapping[str, object]) -> str:
    """Nothing when the row has nothing to name it by."""
    given = {field: safe(str(values.get(field) or "")) for _, field in parts if field}
    if given and not any(given.values()):
        return ""
    return safe("".join(text + given.get(field or "", "") for text, field in parts))


def safe(text: str) -> str:
    """Only letters without accents, digits, - _ and . inside; empty if nothing of that is left."""
    plain = unicodedata.normalize("NFKD", text.translate(_SPELLED))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    stem = re.sub(r"\.{2,}", ".", re.sub(r"[^A-Za-z0-9._-]+", "-", plain)).strip("-.")[:_LONGEST].rstrip("-.")
    return f"_{stem}" if _RESERVED.match(stem) else stem


def _free(stem: str, used: set[str], number: int) -> str:
    """The first name from `number` on that no other row has, on systems that know no capitals too."""
    name = f"{stem}-{number}.pdf" if number > 1 else f"{stem}.pdf"
    while name.casefold() in used:
        number += 1
        name = f"{stem}-{number}.pdf"
    used.add(name.casefold())
    return name
