"""Before you start, in large print: stop signs first, then pain, effort, how to fill in the log, whom to call."""

from collections.abc import Sequence
from dataclasses import replace
from math import sin

from hipplan.pdf.box import Box
from hipplan.pdf.ink import Stroke
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, height_of
from hipplan.plan.quantities import effort_span
from hipplan.words import keys_under, rich, say
from hipplan.workbook import marks, parts, theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.large import type as large
from hipplan.workbook.large.blocks import care, fine, heading, in_one_line, item, numbered, paragraph, stop, table
from hipplan.workbook.large.breaks import well_broken
from hipplan.workbook.large.flow import Block
from hipplan.workbook.large.log import (
    BAR,
    RATINGS,
    cut,
    draw_heads,
    draw_ratings,
    draw_row,
    grid_for,
    has_striped,
    note_line,
    rating_boxes,
    row_height,
    row_lines,
)
from hipplan.workbook.large.page import Chapter, chapter_pages
from hipplan.workbook.naming import effort_range, zone

RULER = 15.0
NUMBERS = range(11)
INSET = 6.0
SIGN = 5.4
PEN = Stroke(2.0, theme.PEN)


def before_pages(edition: Edition) -> list[Page]:
    """Red flags come before anything else."""
    return chapter_pages(edition, Chapter(key="before", title=say("before.title"), build=_blocks))


def _blocks(edition: Edition) -> list[Block]:
    number = edition.programme.preferences.emergency_number or say("before.emergency_unknown")
    return [
        paragraph(say("large.before_lead"), large.LEAD, gap=0.0),
        _signs(edition, say("before.emergency", emergency=number), "before.emergency_signs", sign=True),
        _signs(edition, say("before.doctor"), "before.doctor_signs", sign=False),
        *_pain(edition),
        *_effort(edition),
        *_fill_in(edition),
        *_call(edition),
    ]


def _signs(edition: Edition, title: Text, group: str, *, sign: bool) -> Block:
    """A framed list; the first has the stop sign and the heading of both."""
    room = min(large.TEXT, edition.paper.area.width - 2 * INSET)
    wide = edition.paper.area.width - 2 * INSET - 7
    items: Sequence[tuple[Text, float]] = [
        (well_broken(words, width, large.BODY), width)
        for words in map(rich, keys_under(group))
        for width in (in_one_line(words, wide, room - 7, large.BODY),)
    ]
    title = well_broken(title, room, large.BODY_BOLD, breakable=True)
    signs = well_broken(say("before.signs"), wide - 7, large.H2)
    lines = height_of(signs, wide - 7, large.H2)
    lower = max(0.0, 2 * SIGN - lines) / 2  # of a heading in one line, beside the middle of the sign
    head = lines + 2 * lower + 2 if sign else 0.0
    top = head + height_of(title, room, large.BODY_BOLD, breakable=True)
    high = top + sum(height_of(words, width, large.BODY) + 1.4 for words, width in items) + 8

    def draw(sheet: Sheet, box: Box) -> None:
        sheet.ink.frame(box, Stroke(2.4, theme.INK))
        inner = Box(box.x + INSET, box.y + 4, room, box.height - 4)
        y = inner.y
        if sign:
            parts.stop_sign(sheet, (inner.x + 5, y + (SIGN if lower else SIGN + 1.0)), SIGN)
            y = sheet.heading(2, signs, Box(inner.x + 14, y + lower, wide - 7, 40), large.H2) + lower + 2
        place = Box(inner.x, y, room, box.bottom - y)
        y = sheet.paragraph(title, place, large.BODY_BOLD, role="H3" if sign else "H2", breakable=True)
        with sheet.list():
            for words, width in items:
                y += 1.4
                sheet.ink.circle((inner.x + 1.8, y + 3.1), 1.0, fill=theme.INK)
                with sheet.element("LI"):
                    place = Box(inner.x + 7, y, width, box.bottom - y)
                    y = sheet.paragraph(words, place, large.BODY, role="LBody")

    return Block(high, draw, gap=4.0)


def _pain(edition: Edition) -> list[Block]:
    preferences = edition.programme.preferences
    ok, most = preferences.pain_ok, preferences.pain_stop
    zones = zone(0, ok), zone(ok + 1, most), zone(most + 1, 10)

    def draw(sheet: Sheet, box: Box) -> None:
        ruler = box.inset(0, 2)
        cells = ruler.columns(*[None] * len(NUMBERS))
        alt = say("before.zone_alt", fine=zones[0], care=zones[1], stop=zones[2])
        with sheet.figure(alt, ruler):
            for number, cell in zip(NUMBERS, cells, strict=True):
                _pain_cell(sheet, cell, number, ok=ok, most=most)
            for number, cell in zip(NUMBERS, cells, strict=True):
                sheet.inline(str(number), cell.below(0.6), large.BODY_BOLD, align="centre")
            sheet.ink.frame(ruler, theme.RULER_FRAME)
        for edge in (cells[ok].right, cells[most].right):
            sheet.ink.line((edge, box.y), (edge, box.bottom), Stroke(3.0, theme.INK))

    lines = []
    for name, shape, numbers in zip(("fine", "care", "stop"), (fine, care, stop), zones, strict=True):
        title = say("before.zone_title", name=say(f"before.{name}"), zone=numbers)
        lines.append(item(((f"{title}. ", True), (say(f"before.{name}_what"), False)), shape, "zones"))
    ruler = Block(RULER + 4, draw)
    together = [replace(block, keep=True) for block in (ruler, *lines)]
    return [heading(say("before.pain")), *together, paragraph(say("before.adapted"), large.LEAD)]


def _pain_cell(sheet: Sheet, cell: Box, number: int, *, ok: int, most: int) -> None:
    if number > most:
        sheet.ink.rect(cell, fill=theme.STOP)
        sheet.ink.hatch(cell, 3.0, Stroke(0.5, theme.STOP_HATCH))
        sheet.ink.circle((cell.centre, cell.middle), 5.6, fill=theme.WHITE)
    elif number > ok:
        sheet.ink.rect(cell, fill=theme.CARE)
    if number:
        sheet.ink.line((cell.x, cell.y), (cell.x, cell.bottom), Stroke(0.8, theme.INK))


def _effort(edition: Edition) -> list[Block]:
    first, last = effort_span(edition.programme)
    words = {"first": effort_range(first), "last": effort_range(last), "week": len(edition.programme.weeks)}
    aim = rich("before.effort_aim_same" if first == last else "before.effort_aim", **words)
    rows: list[tuple[Text, ...]] = []
    for key in keys_under("before.effort_words"):
        low, _, high = key.rpartition(".")[2].partition("-")
        asked = int(high or low) >= first[0] and int(low) <= max(first[1], last[1])
        said = ((say(key), asked), *(((f" {say('large.aim_here')}", False),) if asked else ()))
        rows.append((zone(int(low), int(high or low)), said))
    heads = (say("week.effort"), say("large.feels"))
    return [
        heading(say("before.effort")),
        paragraph(aim, keep=True),
        table(say("before.effort_alt"), heads, rows, (40.0, None)),
    ]


def _fill_in(edition: Edition) -> list[Block]:
    simple = "_simple" if edition.programme.preferences.log_detail == "simple" else ""
    number = f"before.number{simple}" if simple or has_striped(edition) else "before.number_plain"
    words = (rich(f"before.tick{simple}"), rich(number), rich("before.score"))
    steps = [numbered(number, text, "log") for number, text in enumerate(words, start=1)]
    return [heading(say("before.log")), _example(edition), *steps]


def _example(edition: Edition) -> Block:
    """One row filled in by hand, in the grid of the real log, with a striped box where that has one."""
    session = edition.programme.weeks[0].sessions[0]
    done = replace(session.prescriptions[0], sets=2)
    most = replace(done, sets=3) if has_striped(edition) else done
    grid = grid_for(edition, [replace(session, prescriptions=(most,))])
    row_high = row_height(edition, grid, row_lines(done, level=False))
    detail = edition.programme.preferences.log_detail
    fewer = str(max(done.reps - 2, 1))
    if detail == "simple":
        fewer = say("move.sets_times_reps", sets=done.sets, reps=fewer)

    def draw(sheet: Sheet, box: Box) -> None:
        bar, row = box.top(BAR), box.below(BAR).top(row_high)
        ratings = box.below(BAR + row_high)
        with sheet.table(say("before.log")):
            parts.bar(sheet, bar)
            with sheet.row():
                head = cut(edition, grid, bar)
                start = min(head.picture.x, head.words.x) if grid.picture else head.words.x
                sheet.header(say("before.example"), Box(start + 2, bar.y, 60, bar.height), large.SMALL_BOLD)
                sheet.empty_cells()
                draw_heads(sheet, edition, grid, bar)
            draw_row(sheet, edition, grid, row, done, level=False)
        draw_ratings(sheet, edition, ratings, say("before.example"))
        simple = "_simple" if detail == "simple" else ""
        with sheet.figure(say(f"before.example_row{simple}", fewer=fewer), row.top(row_high + RATINGS)):
            first, second = cut(edition, grid, row).sets[:2]
            if grid.split:
                first, second = first.columns(None, None)[0], second.columns(None, None)[0]
            marks.tick_mark(sheet, (first.right - 5.4, row.bottom - 4.4), 3.2, PEN)
            x = second.right - (8.0 if grid.split else 10.0) if not grid.simple else second.x + 4
            sheet.at(fewer, Box(x, row.y, 40, row.height), row.bottom - 3.2, large.HAND)
            for place, score in zip(rating_boxes(edition, ratings), ("2", "4", "1"), strict=True):
                sheet.at(score, place, place.middle + 2.8, large.HAND, align="centre")
            line = note_line(edition, ratings)
            wave = [(line.x + 2 + n * 0.35, ratings.y + 9 + sin(n * 0.8) * 1.1) for n in range(80)]
            sheet.ink.polyline(wave, Stroke(1.4, theme.PEN))

    return Block(BAR + row_high + RATINGS, draw, gap=2.0, keep=True)


def _call(edition: Edition) -> list[Block]:
    """Whom to call between sessions, with the number or a box for it."""
    phone = edition.programme.preferences.phone
    room = min(large.TEXT, edition.paper.area.width - 12)
    words = well_broken(rich("before.call" if phone else "before.call_doctor"), room, large.BODY)
    text = height_of(words, room, large.BODY)
    number = height_of(phone, room, large.H2, breakable=True) if phone else large.ROW + 2

    def draw(sheet: Sheet, box: Box) -> None:
        parts.bar(sheet, box, edge=True)
        y = sheet.paragraph(words, Box(box.x + 6, box.y + 3, room, text), large.BODY) + 2
        place = Box(box.x + 6, y, room, number)
        if phone:
            sheet.paragraph(phone, place, large.H2, breakable=True)
            return
        write = place.left(100).top(large.ROW)
        with sheet.write_in(write, say("before.phone_box"), theme.WRITE, role="P"):
            sheet.at(
                say("before.phone"), write.inset(1.6, 0, 0), write.y + 1.2 + large.TARGET_SMALL.drop, large.TARGET_SMALL
            )

    return [Block(text + number + 8, draw, gap=7.0)]
