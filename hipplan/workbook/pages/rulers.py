"""The two rulers of the safety page: pain as a traffic light with shapes, and effort in plain words."""

from collections.abc import Callable

from hipplan.pdf.box import Box
from hipplan.pdf.ink import Point, Stroke
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.stamping import stamped
from hipplan.pdf.text import Text
from hipplan.plan.quantities import effort_span
from hipplan.words import keys_under, rich, say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.endings import draw_paragraph
from hipplan.workbook.naming import effort_range, zone

RULER = 11.0
HEAD = 8.2
ZONE_WORDS = 16.4
EFFORT_HEIGHT = HEAD + 5.6 + 12.0
NUMBERS = range(11)
_STROKE = Stroke(0.8, theme.INK)


def pain_height(edition: Edition) -> float:
    """Heading, ruler and the words of the three zones."""
    del edition
    return HEAD + RULER + 1.6 + ZONE_WORDS


def draw_pain(sheet: Sheet, edition: Edition, box: Box) -> float:
    """Draw the pain ruler with the limits of this plan; return the y below."""
    preferences = edition.programme.preferences
    _pain(sheet, box, preferences.pain_ok, preferences.pain_stop)
    return box.bottom


@stamped
def _pain(sheet: Sheet, box: Box, ok: int, stop: int) -> None:
    sheet.heading(2, say("before.pain"), box, theme.H2)
    ruler = Box(box.x, box.y + HEAD, box.width, RULER)
    zones = zone(0, ok), zone(ok + 1, stop), zone(stop + 1, 10)
    alt = say("before.zone_alt", fine=zones[0], care=zones[1], stop=zones[2])
    cells = ruler.columns(*[None] * len(NUMBERS))
    with sheet.figure(alt, ruler):
        _cells(sheet, cells, ok, stop)
        sheet.ink.frame(ruler, theme.RULER_FRAME)
    for edge in (cells[ok].right, cells[stop].right):
        sheet.ink.line((edge, ruler.y - 2), (edge, ruler.bottom + 2), theme.ZONE_MARK)
    starts = (cells[0].x, cells[ok + 1].x, cells[stop + 1].x)
    _zone_words(sheet, Box(box.x, ruler.bottom + 2.4, box.width, ZONE_WORDS), starts, zones)


def _cells(sheet: Sheet, cells: tuple[Box, ...], ok: int, stop: int) -> None:
    for number, cell in zip(NUMBERS, cells, strict=True):
        if number > stop:
            sheet.ink.rect(cell, fill=theme.STOP)
            sheet.ink.hatch(cell, 2.2, Stroke(0.45, theme.STOP_HATCH))
            sheet.ink.circle((cell.centre, cell.middle), 4.0, fill=theme.WHITE)
        elif number > ok:
            sheet.ink.rect(cell, fill=theme.CARE)
        if number:
            sheet.ink.line((cell.x, cell.y), (cell.x, cell.bottom), _STROKE)
    for number, cell in zip(NUMBERS, cells, strict=True):
        baseline_box = Box(cell.x, cell.y + 0.45, cell.width, cell.height)
        sheet.inline(str(number), baseline_box, theme.RULER, align="centre")


def _zone_words(sheet: Sheet, box: Box, starts: tuple[float, float, float], zones: tuple[str, str, str]) -> None:
    """Under its cells where there is room, else in thirds with the numbers in the title."""
    drawers: tuple[Callable[[Sheet, Point], None], ...] = (parts.fine_shape, parts.care_shape, parts.stop_shape)
    ends = (starts[1], starts[2], box.right)
    under = all(end - start >= 48 for start, end in zip(starts, ends, strict=True))
    places = box.columns(None, None, None)
    for number, name in enumerate(("fine", "care", "stop")):
        x = starts[number] if under else places[number].x
        width = (ends[number] - x) if under else places[number].width
        title = say(f"before.{name}")
        if not under:
            title = say("before.zone_title", name=title, zone=zones[number])
        drawers[number](sheet, (x + 4, box.y + 3.6))
        words = Box(x + 9, box.y, width - 10, box.height)
        y = draw_paragraph(sheet, title, words, theme.BODY_BOLD)
        y = draw_paragraph(
            sheet, say(f"before.{name}_what"), Box(words.x, y, words.width, words.bottom - y), theme.SMALL
        )
    if under:
        # the zone "stop" is wide and has one line: room to say where the limits come from
        draw_paragraph(sheet, say("before.adapted"), Box(words.x, y, words.width, words.bottom - y), theme.NOTE)


def draw_effort(sheet: Sheet, edition: Edition, box: Box) -> float:
    """Draw the effort ruler with this plan's range marked; return the y below."""
    first, last = effort_span(edition.programme)
    _effort(sheet, box, _aim(edition, first, last), first, last)
    return box.bottom


@stamped
def _effort(sheet: Sheet, box: Box, aim: Text, first: tuple[int, int], last: tuple[int, int]) -> None:
    sheet.heading(2, say("before.effort"), box, theme.H2)
    draw_paragraph(sheet, aim, Box(box.x, box.y + 7.0, box.width, 6), theme.SMALL)
    ruler = Box(box.x, box.bottom - 12.0, box.width, 12.0)
    cell = ruler.width / len(NUMBERS)
    with sheet.figure(say("before.effort_alt"), ruler):
        for key in keys_under("before.effort_words"):
            low, high = _numbers(key)
            place = Box(ruler.x + cell * low, ruler.y, cell * (high - low + 1), ruler.height)
            asked = high >= first[0] and low <= max(first[1], last[1])
            sheet.ink.rect(place, _STROKE, theme.TINT if asked else None)
            if asked:
                sheet.ink.line((place.x, place.y), (place.right, place.y), Stroke(2.2, theme.TEAL))
            upper, lower = place.inset(0, 1.2).rows(4.8, 4.8)
            sheet.inline(zone(low, high), upper, theme.BODY_BOLD, align="centre")
            sheet.inline(say(key), lower, theme.NOTE_INK, align="centre")


def _numbers(key: str) -> tuple[int, int]:
    low, _, high = key.rpartition(".")[2].partition("-")
    return int(low), int(high or low)


def _aim(edition: Edition, first: tuple[int, int], last: tuple[int, int]) -> tuple[tuple[str, bool], ...]:
    words = {"first": effort_range(first), "last": effort_range(last), "week": len(edition.programme.weeks)}
    return rich("before.effort_aim_same" if first == last else "before.effort_aim", **words)
