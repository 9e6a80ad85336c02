"""The spare week in large print: the same log with empty targets, to copy the doses into."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import height_of
from hipplan.plan.programme import Prescription, Week
from hipplan.words import rich, say
from hipplan.workbook import theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.hand import is_left, placed
from hipplan.workbook.large import type as large
from hipplan.workbook.large.blocks import lines_in
from hipplan.workbook.large.breaks import well_broken
from hipplan.workbook.large.flow import Block
from hipplan.workbook.large.gate import gate_blocks
from hipplan.workbook.large.log import (
    LOWER,
    PAD,
    SET,
    Grid,
    cut,
    draw_changed,
    draw_picture,
    draw_rule,
    grid_for,
    target,
)
from hipplan.workbook.large.page import Chapter
from hipplan.workbook.large.session import Row, later_title, session_block
from hipplan.workbook.naming import move_name, sides
from hipplan.workbook.pages.gate import spare_cards, spare_note

SPARE_DOSE = 38.0


def spare_chapter(week: Week, copy: int) -> Chapter:
    """One of the spare weeks after this one."""
    title = say("week.spare_title")
    return Chapter(
        key=f"spare-{week.number}" + (f"-copy-{copy}" if copy > 1 else ""),
        title=title,
        bookmark=say("week.bookmark_spare_more" if copy > 1 else "week.bookmark_spare", number=copy, week=week.number),
        build=partial(_spare_blocks, week=week),
        more=partial(later_title, title=title),
        strip=True,
        under=2.4,
        unsure=say("large.unsure"),
        own=say("week.own"),
        own_on_all=True,
    )


def _spare_blocks(edition: Edition, week: Week) -> list[Block]:
    grid = grid_for(edition, [session for each in edition.programme.weeks for session in each.sessions])
    blocks = [_spare_head(edition)]
    for session in week.sessions:
        empty = replace(session, prescriptions=tuple(replace(p, load=None) for p in session.prescriptions))
        rows = [_spare_row(edition, grid, done) for done in session.prescriptions]
        blocks.append(session_block(edition, grid, empty, rows, planned=""))
    return [*blocks, *gate_blocks(edition, spare_cards(edition, week), spare_note(edition, week))]


def _spare_head(edition: Edition) -> Block:
    """When to use the page, and a box for the number of the week that is repeated."""
    room = edition.paper.area.width - 28.0
    lines_ = (rich("week.spare_aim"), rich("week.spare_first"))
    high = max(large.ROW, sum(height_of(words, room, large.SMALL) for words in lines_))

    def draw(sheet: Sheet, box: Box) -> None:
        y = box.y
        head = placed(edition, box.left(room), box)
        for words in lines_:
            y = sheet.paragraph(words, Box(head.x, y, room, box.bottom - y + 0.1), large.SMALL)
        number = placed(edition, Box(box.right - SET, box.y, SET, large.ROW), box)
        with sheet.write_in(number, say("week.spare_week"), theme.WRITE, role="P"):
            target(sheet, number, say("week.spare_corner"), large.TARGET_SMALL)

    return Block(high, draw, gap=0.0)


def _spare_row(edition: Edition, grid: Grid, done: Prescription) -> Row:
    """A name, boxes for the sets and repetitions to copy, and all set boxes open."""
    name = move_name(done.move)
    words = cut(edition, grid, Box(0, 0, edition.paper.area.width, large.ROW)).words
    title = well_broken(name, words.width - SPARE_DOSE, large.BODY_BOLD)
    high = max(large.ROW, height_of(title, words.width - SPARE_DOSE, large.BODY_BOLD) + PAD)

    def draw(sheet: Sheet, row: Box) -> None:
        place = cut(edition, grid, row)
        inner, dose = place.words.columns(None, SPARE_DOSE)
        if is_left(edition):
            dose, inner = place.words.columns(SPARE_DOSE, None)
        with sheet.row():
            with sheet.element("TH", scope="Row"):
                draw_picture(sheet, edition, place.picture, done.move)
                words_high = height_of(title, inner.width, large.BODY_BOLD)
                lines_in(sheet, title, inner.below((row.height - PAD - words_high) / 2 + LOWER), large.BODY_BOLD)
            _spare_dose(sheet, dose, name)
            _spare_boxes(sheet, edition, grid, place.sets, name)
        draw_rule(sheet, row, (*place.sets, dose) if is_left(edition) else (dose, *place.sets))

    return high, draw


def _spare_dose(sheet: Sheet, box: Box, name: str) -> None:
    sets, times, reps, _ = box.columns(15.0, 6.0, 15.0, None)
    with sheet.element("TD", label=say("week.spare_dose_box", move=name), box=box):
        sheet.ink.rect(sets, theme.WRITE, theme.WHITE)
        sheet.ink.rect(reps, theme.WRITE, theme.WHITE)
        sheet.at(say("week.spare_times"), times, times.middle + large.BODY.centring, large.BODY_BOLD, align="centre")


def _spare_boxes(sheet: Sheet, edition: Edition, grid: Grid, sets: Sequence[Box], name: str) -> None:
    if grid.simple:
        with sheet.write_in(sets[0], say("week.spare_all", move=name), theme.WRITE):
            pass
        draw_changed(sheet, sets[1], name)
        return
    for number, box in enumerate(sets, start=1):
        halves = box.columns(None, None) if grid.split else (box,)
        for half, side in zip(halves, sides(edition.programme), strict=False):
            with sheet.write_in(half, say("week.spare_box", move=name, number=number), theme.WRITE):
                if grid.split:
                    target(sheet, half, say(f"sides.{side}_letter"), large.TARGET_SMALL)
