"""The rows of the log: heads, the move with its dose, and a box to fill in for each set."""

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.stamping import stamped
from hipplan.plan.programme import Prescription
from hipplan.plan.quantities import level_line
from hipplan.words import say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.log_grid import BOXES, Asked, Grid, asked_of, grid_of
from hipplan.workbook.naming import move_name


@stamped
def draw_heads(sheet: Sheet, bar: Box, grid: Grid) -> None:
    """Column heads over the boxes; those of the move and of the dose are empty."""
    *_, sets = grid.cut(bar)
    if grid.detail == "simple":
        sheet.header(say("week.all_done"), sets[0], theme.COLUMN_HEAD, align="centre")
        sheet.header(say("week.changed"), changed_line(grid, sets), theme.COLUMN_HEAD)
        return
    for number, box in enumerate(sets, start=1):
        span = 2 if grid.split else 1
        sheet.header(say("week.set", number=number), box, theme.COLUMN_HEAD, align="centre", span=span)


def draw_move(sheet: Sheet, grid: Grid, row: Box, asked: Asked) -> None:
    """Picture or number, name, and the second line in grey."""
    picture, move, *_ = grid.cut(row)
    with sheet.element("TH", scope="Row"):
        if asked.icon:
            asked.icon.paint(sheet, picture.inset(0.3, 0.3))  # the name beside it says what it shows
        else:
            parts.badge(sheet, (picture.x + 5.5, picture.middle), 3.2, str(asked.number), 11)
        sheet.at(move_name(asked.move), move, row.y + 3.85, theme.SMALL_BOLD)
        sheet.at(asked.second, move, row.y + 7.65, theme.SECOND)


def draw_row(sheet: Sheet, edition: Edition, row: Box, prescription: Prescription) -> None:
    """One move: what to do in full contrast, then a box a set."""
    _row(sheet, row, grid_of(edition), asked_of(edition, prescription, level_line(prescription)))


@stamped
def _row(sheet: Sheet, row: Box, grid: Grid, asked: Asked) -> None:
    *_, dose, sets = grid.cut(row)
    with sheet.row():
        draw_move(sheet, grid, row, asked)
        with sheet.element("TD"):
            words = say("week.dose", sets=asked.sets, reps=asked.reps)
            sheet.at(words, dose, row.y + 3.85, theme.SMALL_BOLD)
            sheet.at(say("week.rest", rest=asked.rest_s), dose, row.y + 7.65, theme.SECOND)
        _boxes(sheet, grid, sets, asked)
    draw_rule(sheet, grid, row, BOXES)


def draw_rule(sheet: Sheet, grid: Grid, row: Box, boxes: float) -> None:
    """The rule under the words of a row; what is as wide as `boxes` has frames of its own."""
    words = grid.placed(row.left(row.width - boxes), row)
    sheet.ink.line((words.x, row.bottom), (words.right, row.bottom), theme.ROW)


def _boxes(sheet: Sheet, grid: Grid, sets: tuple[Box, ...], asked: Asked) -> None:
    """The boxes to fill in, as many as the log detail asks for; sets that are not asked for are hatched."""
    if grid.detail == "simple":
        _simple(sheet, grid, sets, asked)
        return
    for number, box in enumerate(sets, start=1):
        if number > asked.sets:
            _hatched(sheet, box, number, span=2 if grid.split else 1)
        elif grid.split:
            _two_sides(sheet, grid, box, asked, number)
        else:
            words = {"move": move_name(asked.move), "number": number, "reps": asked.reps}
            with sheet.write_in(box, say("week.box_set", **words), theme.WRITE):
                _target(sheet, box, str(asked.reps))


def _two_sides(sheet: Sheet, grid: Grid, box: Box, asked: Asked, number: int) -> None:
    for half, side in zip(box.columns(None, None), grid.sides, strict=True):
        words = {"move": move_name(asked.move), "number": number, "reps": asked.reps}
        label = say("week.box_side", side=say(f"sides.{side}"), **words)
        with sheet.write_in(half, label, theme.WRITE):
            letter = say(f"sides.{side}_letter")
            sheet.at(f"{letter} {asked.reps}", half.inset(1.2, 0, 0), half.y + 4.0, theme.TARGET_SMALL)


def _simple(sheet: Sheet, grid: Grid, sets: tuple[Box, ...], asked: Asked) -> None:
    words: dict[str, object] = {"move": move_name(asked.move), "sets": asked.sets, "reps": asked.reps}
    with sheet.write_in(sets[0], say("week.box_all", **words), theme.WRITE):
        _target(sheet, sets[0], say("move.sets_times_reps", sets=asked.sets, reps=asked.reps))
    draw_changed(sheet, grid, sets, words["move"])


def draw_changed(sheet: Sheet, grid: Grid, sets: tuple[Box, ...], name: object) -> None:
    """The line "What changed?" of the simple log."""
    line = changed_line(grid, sets)
    with sheet.element("TD", label=say("week.box_changed", move=name), box=line):
        sheet.ink.line((line.x, line.bottom - 1.8), (line.right, line.bottom - 1.8), theme.WRITE)


def changed_line(grid: Grid, sets: tuple[Box, ...]) -> Box:
    """Where it is said what changed: beside the box of the simple log, clear of a dose at its right."""
    start, width = (1, 45) if grid.left else (2, 46)
    return Box(sets[1].x + start, sets[1].y, width, sets[1].height)


def _hatched(sheet: Sheet, box: Box, number: int, *, span: int) -> None:
    with sheet.element("TD", label=say("week.box_skip", number=number), box=box, span=span):
        sheet.ink.rect(box, theme.HATCH_FRAME)
        sheet.ink.hatch(box, 2.2, theme.HATCHING)


def _target(sheet: Sheet, box: Box, text: str) -> None:
    sheet.at(text, box.inset(1.6, 0, 0), box.y + 4.7, theme.TARGET_BOX)
