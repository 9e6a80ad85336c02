"""The boxes of the tests: a column for each test date, a row a side, and the table of the ruler method."""

from collections.abc import Sequence

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.plan.quantities import TestDate
from hipplan.words import say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.hand import is_left, placed
from hipplan.workbook.naming import sides
from hipplan.workbook.pages.self_test_words import RATIOS, Test, date_name

HEAD, CELL_HEIGHT, CELL_WIDTH = 7.0, 12.0, 18.0
LINE_ROW, LINE_ROW_TIGHT = 10.0, 9.0


def draw_ratios(sheet: Sheet, box: Box) -> float:
    """Degrees for each ratio of the ruler method; return the y below."""
    head, *cells = box.columns(22, *[None] * len(RATIOS))
    with sheet.table(say("tests.turn_table")):
        upper, lower = head.inset(1.4, 0.6, 0).rows(4.9, 4.9)
        with sheet.row():
            sheet.header(say("tests.turn_ratio"), upper, theme.NOTE_INK, scope="Row")
            for cell, (_, ratio) in zip(cells, RATIOS, strict=True):
                sheet.cell(ratio, Box(cell.x, upper.y, cell.width, upper.height), theme.NOTE_INK, align="centre")
        with sheet.row():
            sheet.header(say("tests.turn_ratio_2"), lower, theme.NOTE_INK, scope="Row")
            for cell, (degrees, _) in zip(cells, RATIOS, strict=True):
                place = Box(cell.x, lower.y, cell.width, lower.height)
                sheet.cell(say("progress.degrees", degrees=degrees), place, theme.COLUMN_HEAD, align="centre")
    sheet.ink.frame(box, theme.CARD)
    sheet.ink.lines([((cell.x, box.y), (cell.x, box.bottom)) for cell in cells], theme.CARD)
    return box.bottom


def draw_boxes(sheet: Sheet, edition: Edition, box: Box, test: Test, dates: Sequence[TestDate]) -> None:
    """A box for each date, with its unit in the corner."""
    label, columns = _columns(edition, box, dates, label=test.two_sided)
    name, unit = say(f"tests.{test.key}"), say(f"tests.{test.key}_unit")
    with sheet.table(say("tests.table", test=name)):
        headed = (label, *columns) if test.two_sided else columns
        start = min(place.x for place in headed)
        bar = Box(start, box.y, max(place.right for place in headed) - start, HEAD)
        _date_heads(sheet, bar, columns, dates, corner=test.two_sided)
        rows = sides(edition.programme) if test.two_sided else ("",)
        for number, side in enumerate(rows):
            y = box.y + HEAD + number * CELL_HEIGHT
            with sheet.row():
                if side:
                    place = Box(label.x + (2 if is_left(edition) else 0.5), y, 14, CELL_HEIGHT)
                    sheet.header(say(f"sides.{side}_capital"), place, theme.BODY_BOLD, scope="Row")
                for column, date in zip(columns, dates, strict=True):
                    cell = Box(column.x, y, column.width, CELL_HEIGHT)
                    words = {"test": name, "when": date_name(date), "unit": unit}
                    text = say("tests.box", side=side, **words) if side else say("tests.box_whole", **words)
                    with sheet.write_in(cell, text, theme.WRITE):
                        corner = Box(cell.x, cell.y, cell.width - 1.4, cell.height)
                        sheet.at(test.unit, corner, cell.bottom - 1.6, theme.UNIT, align="right")


def draw_activities(sheet: Sheet, edition: Edition, box: Box, dates: Sequence[TestDate]) -> None:
    """Three lines to name an activity, each with a box for each date."""
    width, high = CELL_WIDTH, line_row(edition)
    room = Box(box.right - width * len(dates), box.y, width * len(dates), box.height)
    cells = placed(edition, room, box).columns(*[width] * len(dates))
    with sheet.table(say("tests.activities")):
        _date_heads(sheet, Box(cells[0].x, box.y, width * len(dates), HEAD), cells, dates, corner=True)
        for number in (1, 2, 3):
            y = box.y + HEAD + (number - 1) * high
            name = say("tests.activity", number=number)
            with sheet.row():
                line = placed(edition, Box(box.x, y, room.x - box.x - 3, high), box)
                with sheet.element("TH", label=say("tests.activity_line", number=number), scope="Row", box=line):
                    sheet.at(str(number), line.left(5), y + high - 2.6, theme.BODY_BOLD)
                sheet.ink.line((line.x + 6, y + high - 2), (line.right, y + high - 2), theme.WRITE)
                for column, date in zip(cells, dates, strict=True):
                    cell = Box(column.x, y, column.width, high)
                    words = {"test": name, "when": date_name(date), "unit": say("tests.activities_unit")}
                    with sheet.write_in(cell, say("tests.box_whole", **words), theme.WRITE):
                        pass


def _columns(edition: Edition, box: Box, dates: Sequence[TestDate], *, label: bool) -> tuple[Box, tuple[Box, ...]]:
    """Room for the row's label, then a column for each date, at the right of the box; for the left hand reversed."""
    beside = stand_beside(dates)
    width = CELL_WIDTH if label or not beside else box.width / len(dates)
    room = box if beside else box.left((14 if label else 0) + width * len(dates))
    cells = placed(edition, Box(room.right - width * len(dates), box.y, width * len(dates), box.height), room)
    head = placed(edition, room.left(room.width - cells.width), room)
    return head, cells.columns(*[width] * len(dates))


def _date_heads(sheet: Sheet, bar: Box, columns: Sequence[Box], dates: Sequence[TestDate], *, corner: bool) -> None:
    parts.bar(sheet, bar)
    with sheet.row():
        sheet.empty_cells(int(corner))
        for column, date in zip(columns, dates, strict=True):
            place = Box(column.x, bar.y, column.width, bar.height)
            sheet.header(date_name(date), place, theme.COLUMN_HEAD, align="centre")


def stand_beside(dates: Sequence[TestDate]) -> bool:
    """Whether the boxes stand beside the words: up to two dates."""
    return len(dates) <= 2


def under_words(dates: Sequence[TestDate]) -> float:
    """Room for the heads of the activities; two dates have theirs beside the words."""
    return 0.0 if stand_beside(dates) else HEAD


def line_row(edition: Edition) -> float:
    """Height of the line of an activity."""
    return LINE_ROW_TIGHT if edition.paper.tight else LINE_ROW
