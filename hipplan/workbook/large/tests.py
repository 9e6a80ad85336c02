"""Start and finish tests in large print: what to do, then a box for every test date."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, height_of, width_of
from hipplan.plan.quantities import TestDate, test_dates
from hipplan.words import say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.hand import is_left, placed
from hipplan.workbook.large import type as large
from hipplan.workbook.large.blocks import disc, paragraph
from hipplan.workbook.large.breaks import well_broken
from hipplan.workbook.large.figure import figure
from hipplan.workbook.large.flow import Block
from hipplan.workbook.large.page import Chapter, chapter_pages
from hipplan.workbook.naming import sides
from hipplan.workbook.pages.self_test_words import RATIOS, Test, date_name, self_test_picture, tests_lead, tests_of
from hipplan.workbook.picture import Picture

PICTURE, PICTURE_WIDE, APART = 52.0, 54.0, 6.0
HEAD, SIDE = 9.0, 22.0
WIDEST, LINE_CELL, LEAST_LINE = 32.0, 25.0, 38.0
RATIO_ROW = 8.4


def tests_pages(edition: Edition) -> list[Page]:
    """A test after the other."""
    title = say("tests.title" if len(test_dates(edition.programme)) > 1 else "tests.title_only")
    chapter = Chapter(key="tests", title=title, build=_blocks, own=say("visit.own"), own_on_all=True)
    return chapter_pages(edition, chapter)


def _blocks(edition: Edition) -> list[Block]:
    programme = edition.programme
    blocks = [paragraph(tests_lead(programme, test_dates(programme)), large.LEAD, gap=0.0)]
    for number, test in enumerate(tests_of(programme), start=1):
        blocks += _test(edition, test, number)
    return blocks


def _test(edition: Edition, test: Test, number: int) -> Iterator[Block]:
    """What to do and where to write it, all on one page."""
    *others, last = _parts_of(edition, test, number)
    yield from (replace(part, keep=True) for part in others)
    yield last


def _parts_of(edition: Edition, test: Test, number: int) -> Iterator[Block]:
    yield Block(large.H2.pitch, partial(_head, number=number, title=say(f"tests.{test.key}")), gap=8.0)
    picture = self_test_picture(edition, test)
    for place, words in enumerate(test.words):
        if test.key == "turn" and place == 2:  # the last two are notes under the table
            yield _ratios()
        yield _beside(edition, picture, words) if picture and not place else paragraph(words)
    yield _activities(edition) if test.key == "activities" else _boxes(edition, test)


def _head(sheet: Sheet, box: Box, *, number: int, title: str) -> None:
    with sheet.element("H2"):
        disc(sheet, (box.x + large.DISC, box.middle), str(number))
        sheet.at(title, box.after(12), box.y + large.H2.drop + 0.6, large.H2)


def _beside(edition: Edition, picture: Picture, words: Text) -> Block:
    """The picture with the first words at its side."""
    room = edition.paper.area.width - PICTURE_WIDE - APART
    words = well_broken(words, room, large.BODY)
    text = height_of(words, room, large.BODY)
    high = max(PICTURE, text)

    def draw(sheet: Sheet, box: Box) -> None:
        figure(sheet, picture, box.left(PICTURE_WIDE).centred(PICTURE_WIDE, PICTURE))
        sheet.paragraph(words, box.after(PICTURE_WIDE + APART).centred(room, text), large.BODY)

    return Block(high, draw, gap=4.0)


def _ratios() -> Block:
    """From the distance to degrees: two rows."""

    def draw(sheet: Sheet, box: Box) -> None:
        head, *cells = box.columns(46.0, *[None] * len(RATIOS))
        degrees = [say("progress.degrees", degrees=angle) for angle, _ in RATIOS]
        rows = ((say("large.ratio"), [ratio for _, ratio in RATIOS]), (say("large.angle"), degrees))
        with sheet.table(say("tests.turn_table")):
            for number, (name, values) in enumerate(rows):
                y = box.y + number * RATIO_ROW
                with sheet.row():
                    place = Box(head.x + 1.5, y, head.width - 2, RATIO_ROW)
                    sheet.header(name, place, large.SMALL_BOLD, scope="Row")
                    for cell, value in zip(cells, values, strict=True):
                        sheet.cell(value, Box(cell.x, y, cell.width, RATIO_ROW), large.SMALL, align="centre")
        sheet.ink.frame(box, theme.CARD)
        sheet.ink.lines([((cell.x, box.y), (cell.x, box.bottom)) for cell in cells], theme.CARD)

    return Block(2 * RATIO_ROW, draw, gap=3.0)


def _columns(edition: Edition, box: Box, count: int, *, label: float, widest: float) -> tuple[Box, tuple[Box, ...]]:
    """Room for the name of a row, then a column a date; for the left hand the other way round."""
    width = min(widest, (box.width - label) / count)
    room = box if label == LEAST_LINE else box.left(label + width * count)
    cells = placed(edition, Box(room.right - width * count, box.y, width * count, box.height), room)
    return placed(edition, room.left(room.width - cells.width), room), cells.columns(*[width] * count)


def _heads(sheet: Sheet, cells: Sequence[Box], dates: Sequence[TestDate], *, corner: bool) -> None:
    first, last = cells[0], cells[-1]
    parts.bar(sheet, Box(first.x, first.y, last.right - first.x, HEAD))
    with sheet.row():
        sheet.empty_cells(int(corner))
        for cell, date in zip(cells, dates, strict=True):
            sheet.header(date_name(date), cell.top(HEAD), large.SMALL_BOLD, align="centre")


def _boxes(edition: Edition, test: Test) -> Block:
    dates = test_dates(edition.programme)
    rows = sides(edition.programme) if test.two_sided else ("",)

    def draw(sheet: Sheet, box: Box) -> None:
        label, cells = _columns(edition, box, len(dates), label=SIDE if test.two_sided else 0.0, widest=WIDEST)
        name, unit = say(f"tests.{test.key}"), say(f"tests.{test.key}_unit")
        with sheet.table(say("tests.table", test=name)):
            _heads(sheet, cells, dates, corner=test.two_sided)
            for number, side in enumerate(rows):
                y = box.y + HEAD + number * large.ROW
                with sheet.row():
                    if side:
                        place = Box(label.x + (2 if is_left(edition) else 0), y, SIDE - 2, large.ROW)
                        sheet.header(say(f"sides.{side}_capital"), place, large.BODY_BOLD, scope="Row")
                    for cell, date in zip(cells, dates, strict=True):
                        words = {"test": name, "when": date_name(date), "unit": unit}
                        text = say("tests.box", side=side, **words) if side else say("tests.box_whole", **words)
                        with sheet.write_in(Box(cell.x, y, cell.width, large.ROW), text, theme.WRITE):
                            corner = Box(cell.x, y, cell.width - 1.2, large.ROW)
                            sheet.at(test.unit, corner, corner.bottom - 2.0, large.TARGET_SMALL, align="right")

    return Block(HEAD + len(rows) * large.ROW, draw, gap=3.0)


def _activities(edition: Edition) -> Block:
    """A line for the name of each activity, and a box a date."""
    dates = test_dates(edition.programme)

    def draw(sheet: Sheet, box: Box) -> None:
        label, cells = _columns(edition, box, len(dates), label=LEAST_LINE, widest=LINE_CELL)
        with sheet.table(say("tests.activities")):
            _heads(sheet, cells, dates, corner=True)
            for number in (1, 2, 3):
                y = box.y + HEAD + (number - 1) * large.ROW
                line = Box(label.x + (3 if is_left(edition) else 0), y, label.width - 3, large.ROW)
                words = say("tests.activity_line", number=number)
                with sheet.row():
                    with sheet.element("TH", label=words, scope="Row", box=line):
                        sheet.at(str(number), line, line.bottom - 3.4, large.BODY_BOLD)
                    start = line.x + width_of(str(number), large.BODY_BOLD) + 3
                    sheet.ink.line((start, line.bottom - 2.4), (line.right, line.bottom - 2.4), theme.WRITE)
                    for cell, date in zip(cells, dates, strict=True):
                        name = say("tests.activity", number=number)
                        said = {"test": name, "when": date_name(date), "unit": say("tests.activities_unit")}
                        place = Box(cell.x, y, cell.width, large.ROW)
                        with sheet.write_in(place, say("tests.box_whole", **said), theme.WRITE):
                            pass

    return Block(HEAD + 3 * large.ROW, draw, gap=3.0)
