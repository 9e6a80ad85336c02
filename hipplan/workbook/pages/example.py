"""How to fill in the log: one worked example in handwriting, in the same grid as the real one."""

from dataclasses import replace
from math import sin
from typing import Literal

from hipplan.pdf.box import Box
from hipplan.pdf.ink import Point, Stroke
from hipplan.pdf.sheet import Align, Sheet
from hipplan.pdf.text import TextStyle
from hipplan.plan.programme import Prescription
from hipplan.plan.weeks import first_done
from hipplan.words import rich, say
from hipplan.workbook import log_grid, log_ratings, log_table, marks, parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.endings import draw_paragraph
from hipplan.workbook.hand import is_left, placed

HEAD, BAR = 8.2, 7.0
WORDS = 10.4
EXAMPLE_HEIGHT = HEAD + BAR + log_grid.ROW + 9.4 + 3.2 + WORDS
Kind = Literal["simple", "sets", "sides", "narrow"]
NARROW = 20.0  # boxes with no room for a number, a tick and a ring side by side
# where the tick is and where the number starts, from the right edge: clear of the printed number and of the ring
TICKS: dict[Kind, Point] = {"sets": (11, 0.6), "sides": (3.4, 1.5), "simple": (9.5, 1.4), "narrow": (3.8, 1.5)}
NUMBERS: dict[Kind, float] = {"sets": 13.5, "sides": 4.5, "simple": 30, "narrow": 5.5}
HAND = TextStyle(16, 16, theme.PEN)
PEN = Stroke(1.5, theme.PEN)


def draw_example(sheet: Sheet, edition: Edition, box: Box) -> float:
    """Draw the example row, its ratings and what the marks mean; return the y below."""
    sheet.heading(2, say("before.log"), box, theme.H2)
    bar = Box(box.x, box.y + HEAD, box.width, BAR)
    row = Box(box.x, bar.bottom, box.width, log_grid.ROW)
    ratings = Box(box.x, row.bottom, box.width, 9.4)
    done = _example(edition)
    with sheet.table(say("before.log")):
        parts.bar(sheet, bar)
        with sheet.row():
            head = placed(edition, bar.inset(3, 0, 0).left(40), bar)
            align: Align = "right" if is_left(edition) else "left"
            sheet.header(say("before.example"), head, theme.COLUMN_HEAD, align=align)
            sheet.empty_cells()
            log_table.draw_heads(sheet, bar, log_grid.grid_of(edition))
        log_table.draw_row(sheet, edition, row, done)
    log_ratings.draw_ratings(sheet, edition, ratings, say("before.example"))
    written = Box(row.x, row.y, row.width, ratings.bottom - row.y)
    simple = "_simple" if edition.programme.preferences.log_detail == "simple" else ""
    with sheet.figure(say(f"before.example_row{simple}", fewer=_fewer(edition, done)), written):
        rings = _handwriting(sheet, edition, row, ratings, done)
        _rings(sheet, rings)
    _explain(sheet, edition, Box(box.x, ratings.bottom + 3.2, box.width, WORDS))
    return box.bottom


def _example(edition: Edition) -> Prescription:
    """The first move of the plan with two sets, so that the third box is striped."""
    return replace(first_done(edition.programme), sets=2)


def _handwriting(
    sheet: Sheet, edition: Edition, row: Box, ratings: Box, done: Prescription
) -> tuple[Point, Point, Point]:
    """A tick, a number, three scores and a scribble; returns where the three explaining rings go."""
    *_, sets = log_grid.grid_of(edition).cut(row)
    kind = _kind(edition, sets[0])
    first: tuple[Box, ...] = (sets[0],)
    second: tuple[Box, ...] = (sets[1],)
    if kind == "sides":
        first, second = sets[0].columns(None, None), sets[1].columns(None, None)
    if kind == "simple":
        second = (Box(sets[1].x + 2, row.y - 1.6, 46, row.height),)
    across, down = TICKS[kind]
    for box in first:
        marks.tick_mark(sheet, (box.right - across, row.middle + down), 2.3, PEN)
    for box in second:
        _write(sheet, box.right - NUMBERS[kind], box, _fewer(edition, done))
    boxes = log_ratings.rating_boxes(edition, ratings)
    for box, score in zip(boxes, ("2", "4", "1"), strict=True):
        _write(sheet, box.centre - 3.4, box, score)
    line_x = boxes[-1].right + 16 if not is_left(edition) else row.x + 3
    wave = [(line_x + n * 0.35, ratings.y + 5.9 + sin(n * 0.8) * (0.5 + 0.35 * sin(n * 0.11))) for n in range(110)]
    sheet.ink.polyline(wave, Stroke(1.1, theme.PEN))
    left, right = _ring_places(edition, kind, sets, row=row)
    return left, right, (boxes[-1].right - 3.4, ratings.middle)


def _kind(edition: Edition, box: Box) -> Kind:
    """How the first sets are written in: the log detail, or narrow boxes where a physio asks for many sets."""
    detail = edition.programme.preferences.log_detail
    if detail == "simple" or log_grid.grid_of(edition).split:
        return detail
    return "narrow" if box.width < NARROW else "sets"


def _ring_places(edition: Edition, kind: Kind, sets: tuple[Box, ...], *, row: Box) -> tuple[Point, Point]:
    """In the boxes, or over or under them where a ring would cover the writing."""
    if kind == "sides":
        return (sets[0].x + 3.2, row.y - 3.5), (sets[0].right + 2, row.y - 3.5)
    if kind == "narrow":
        y = row.bottom + 2.6 if is_left(edition) else row.y - BAR - 2.9  # the heading is at the left
        return (sets[0].centre, y), (sets[1].centre, y)
    last = sets[2].right - 4 if kind == "simple" else sets[1].right - 3.8
    return (sets[0].right - 3.8, row.middle), (last, row.middle)


def _fewer(edition: Edition, done: Prescription) -> str:
    """What the hand wrote where two repetitions were missing."""
    reps = max(done.reps - 2, 1)
    simple = edition.programme.preferences.log_detail == "simple"
    return say("move.sets_times_reps", sets=done.sets, reps=reps) if simple else str(reps)


def _write(sheet: Sheet, x: float, box: Box, text: str) -> None:
    sheet.at(text, Box(x, box.y, 30, box.height), box.middle + 2.0, HAND)


def _rings(sheet: Sheet, places: tuple[Point, Point, Point]) -> None:
    for number, place in enumerate(places, start=1):
        sheet.ink.circle(place, 2.5, Stroke(1.0, theme.TEAL), theme.WHITE)
        parts.in_disc(sheet, place, 2.5, str(number), TextStyle(9.5, 9.5, theme.TEAL, bold=True))


def _explain(sheet: Sheet, edition: Edition, box: Box) -> None:
    simple = "_simple" if edition.programme.preferences.log_detail == "simple" else ""
    words = (rich(f"before.tick{simple}"), rich(f"before.number{simple}"), rich("before.score"))
    with sheet.list():
        for number, (place, text) in enumerate(zip(box.columns(None, None, None, gap=4), words, strict=True), start=1):
            with sheet.element("LI"):
                with sheet.element("Lbl"):
                    parts.step_ring(sheet, (place.x + 3.3, place.y + 3.3), str(number))
                draw_paragraph(
                    sheet, text, Box(place.x + 8.4, place.y, place.width - 8.4, place.height), theme.SMALL, role="LBody"
                )
