"""A stranger's page without colour: a white sheet laid over it with the blend mode Saturation takes the colours away.

White has no saturation, so every pixel under it keeps how light it is and loses its hue: pictures, shadings and
patterns too, which no change of operators would reach.
"""

import re
from itertools import accumulate

from pypdf.generic import DictionaryObject, NameObject, PdfObject

from hipplan.pdf.foreign.entries import entry
from hipplan.pdf.foreign.operators import operators
from hipplan.pdf.foreign.pages import Edges

GROUP = "/Group<</S/Transparency/CS/DeviceRGB/I true>>"  # where the colours are mixed, whatever the page asks for
STATE = "hipplan-grey"
_STATE = re.compile(rb"(?<![^\0\t\n\f\r ])[qQ](?![^\0\t\n\f\r ])")


def sheet_over(edges: Edges) -> str:
    """The operators; STATE is among the resources."""
    x0, y0, x1, y1 = edges
    return f"/{STATE} gs 1 g {x0:g} {y0:g} {x1 - x0:g} {y1 - y0:g} re f"


def with_state(resources: PdfObject | None) -> DictionaryObject:
    """The resources of a page and the state of the sheet over it."""
    own = resources if isinstance(resources, DictionaryObject) else DictionaryObject()
    states = entry(own, "/ExtGState")
    merged = _copy(states if isinstance(states, DictionaryObject) else DictionaryObject())
    merged[NameObject(f"/{STATE}")] = DictionaryObject({NameObject("/BM"): NameObject("/Saturation")})
    greyed = _copy(own)
    greyed[NameObject("/ExtGState")] = merged
    return greyed


def _copy(thing: DictionaryObject) -> DictionaryObject:
    return DictionaryObject({NameObject(name): thing.raw_get(name) for name in thing})


def closed(content: bytes) -> bytes:
    """The same operators, with every graphics state closed that they leave open, and none closed that is not.

    So what is drawn afterwards is not moved or cut by them, and what is saved before stays saved.
    """
    depth, lowest = _depths(_STATE.findall(content))
    if lowest >= 0:
        return content + b"\nQ" * depth  # a letter in a text counted as well: closing too often does nothing
    kept, depth, place = [], 0, 0
    for word, start, end in operators(content):
        depth += {b"q": 1, b"Q": -1}.get(word, 0)
        if depth < 0:
            kept.append(content[place:start])
            place, depth = end, 0
    return b"".join(kept) + content[place:] + b"\nQ" * depth


def _depths(words: list[bytes]) -> tuple[int, int]:
    """How many states are open at the end, and the lowest there ever were."""
    depths = list(accumulate(1 if word == b"q" else -1 for word in words))
    return (depths[-1], min(depths)) if depths else (0, 0)
