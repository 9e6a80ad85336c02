"""What a spare week has of its own: a title that says when to use it, and rows with empty targets."""

from dataclasses import replace

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.stamping import stamped
from hipplan.pdf.text import Text, width_of
from hipplan.plan.programme import Prescription, Week
from hipplan.words import rich, say
from hipplan.workbook import log_grid, log_table, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.face import draw_logo_in, width_in_log
from hipplan.workbook.hand import is_left
from hipplan.workbook.log_grid import Asked, Grid
from hipplan.workbook.naming import move_name

NUMBER_BOX = 16.0
LOGO_APART = 3.0
CLEAR = 4.6  # between the last set box and the dose to copy


def draw_spare_title(sheet: Sheet, edition: Edition, week: Week, rule: float) -> None:
    """The title, when to use the page, and a box for the number of the week that is repeated."""
    del week
    area = sheet.area
    title = say("week.spare_title")
    with sheet.element("H1"):
        sheet.at(title, area, area.y + theme.TITLE.drop + 0.4, theme.TITLE)
    x = area.x + width_of(title, theme.TITLE) + 8
    box = Box(x if is_left(edition) else area.right - NUMBER_BOX, area.y, NUMBER_BOX, 9)
    words = Box(x, area.y + 0.1, area.right - NUMBER_BOX - 2 - x, 2 * theme.SMALL.pitch)
    if is_left(edition):
        words = Box(box.right + 4, words.y, words.width - 2, words.height)
    first, second = words.rows(None, None)
    end = area.right if is_left(edition) else box.x - LOGO_APART
    lines, room = _words_and_room(sheet, Box(words.x, area.y + 0.2, end - words.x, rule - 2.0))
    for line, place in zip(lines, (first, second), strict=True):
        sheet.paragraph(line, place, theme.SMALL)
    draw_logo_in(sheet, room)
    with sheet.write_in(box, say("week.spare_week"), theme.WRITE, role="P"):
        sheet.at(say("week.spare_corner"), box.inset(1.2, 0, 0), box.y + 3.9, theme.TARGET_SMALL)
    sheet.ink.line((area.x, area.y + rule), (area.right, area.y + rule), theme.TITLE_RULE)


def _words_and_room(sheet: Sheet, head: Box) -> tuple[tuple[Text, Text], Box]:
    """When to use the page and what to copy, and what that leaves of the head; said shorter where a logo needs room."""
    usual, short = ((rich(f"week.spare_aim{length}"), rich(f"week.spare_first{length}")) for length in ("", "_short"))
    for lines in (usual, short):
        room = head.after(max(width_of(line, theme.SMALL) for line in lines) + LOGO_APART)
        if width_in_log(sheet.emblem, room):
            return lines, room
    return usual, head.after(head.width)


def draw_spare_row(sheet: Sheet, edition: Edition, row: Box, prescription: Prescription) -> None:
    """One move with boxes for the sets and repetitions to copy, and all set boxes open."""
    asked = log_grid.asked_of(edition, prescription, say("week.spare_second"))
    _row(sheet, row, log_grid.grid_of(edition), replace(asked, sets=0, reps=0, rest_s=0))


@stamped
def _row(sheet: Sheet, row: Box, grid: Grid, asked: Asked) -> None:
    *_, dose, sets = grid.cut(row)
    name = move_name(asked.move)
    with sheet.row():
        log_table.draw_move(sheet, grid, row, asked)
        with sheet.element("TD", label=say("week.spare_dose_box", move=name), box=dose):
            x = dose.x + (CLEAR if grid.left else 0)
            for place in (Box(x, row.y, 12, row.height), Box(x + 17.4, row.y, 12, row.height)):
                sheet.ink.rect(place, theme.WRITE, theme.WHITE)
            sheet.at(
                say("week.spare_times"),
                Box(x + 12, row.y, 5.4, row.height),
                row.middle + 1.4,
                theme.BODY_BOLD,
                align="centre",
            )
        _boxes(sheet, grid, sets, name)
    log_table.draw_rule(sheet, grid, row, log_grid.BOXES + dose.width)


def _boxes(sheet: Sheet, grid: Grid, sets: tuple[Box, ...], name: str) -> None:
    if grid.detail == "simple":
        with sheet.write_in(sets[0], say("week.spare_all", move=name), theme.WRITE):
            pass
        log_table.draw_changed(sheet, grid, sets, name)
        return
    for number, box in enumerate(sets, start=1):
        halves = box.columns(None, None) if grid.split else (box,)
        for half, side in zip(halves, grid.sides, strict=False):
            words = say("week.spare_box", move=name, number=number)
            with sheet.write_in(half, words, theme.WRITE):
                if grid.split:
                    letter = say(f"sides.{side}_letter")
                    sheet.at(letter, half.inset(1.2, 0, 0), half.y + 4.0, theme.TARGET_SMALL)
