"""The stop strip of large print: two lines, and one more on whom to call when in doubt."""

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Run, Text, height_of, runs_of
from hipplan.words import rich, say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.large import type as large

STRIP_LEFT, STRIP_PAD = 19.0, 1.3
LOWER = 0.8  # letters stand high in their lines: so they are in the middle of the strip
ABOVE_STRIP = 2.0


def _stop(edition: Edition) -> Text:
    return rich("strip.stop_short", pain=edition.programme.preferences.pain_stop)


def _call(edition: Edition, unsure: str) -> tuple[Run, ...]:
    phone = edition.programme.preferences.phone
    return ((f"{unsure} ", False), (say("strip.call", phone=phone) if phone else say("strip.no_phone"), True))


def _width(edition: Edition) -> float:
    return edition.paper.area.width - STRIP_LEFT - 3


def strip_height(edition: Edition, unsure: str) -> float:
    """What `draw_strip` needs."""
    width = _width(edition)
    words = height_of(_stop(edition), width, large.BODY)
    if unsure:
        words += height_of(_call(edition, unsure), width, large.BODY, breakable=True)
    return words + 2 * STRIP_PAD


def with_call(edition: Edition, unsure: str) -> Text:
    """When to stop, and in what the last line leaves whom to call; nothing of that where it has no room."""
    stop, width = _stop(edition), _width(edition)
    runs = runs_of(stop, large.BODY)
    for asked in (unsure, say("large.unsure")) if unsure else ():
        both = (*runs, (" ", False), *_call(edition, asked))
        if height_of(both, width, large.BODY, breakable=True) <= height_of(stop, width, large.BODY):
            return both
    return stop


def draw_strip(sheet: Sheet, edition: Edition, box: Box, unsure: str, *, short: bool = False) -> None:
    """When to stop the set: the last thing above the footer. `short` has no line of its own for `unsure`."""
    sheet.ink.frame(box, theme.STRIP_FRAME)
    parts.stop_sign(sheet, (box.x + 9.5, box.middle), 5.2)
    y = box.y + STRIP_PAD + LOWER
    place = Box(box.x + STRIP_LEFT, y, _width(edition), box.bottom - y)
    stop = with_call(edition, unsure) if short else _stop(edition)
    y = sheet.paragraph(stop, place, large.BODY, breakable=True)
    if unsure and not short:
        sheet.paragraph(
            _call(edition, unsure), Box(place.x, y, place.width, box.bottom - y), large.BODY, breakable=True
        )
