"""Start and finish tests: what to do, and a box for every test date."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, height_of
from hipplan.plan.programme import Programme
from hipplan.plan.quantities import TestDate, self_tests, stand_warning, test_dates
from hipplan.words import listed, rich, say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.hand import is_left, placed
from hipplan.workbook.naming import sides
from hipplan.workbook.picture import Picture

GUTTER, BOXES = 4.0, 50.0
PICTURE, PICTURE_TIGHT = (36.0, 34.0), (28.0, 28.0)
WORDS, TABLE = 137.0, 12.8
HEAD, CELL_HEIGHT, CELL_WIDTH = 7.0, 12.0, 18.0
TITLE = 9.6
RATIOS = (
    (10, "0.17"),
    (15, "0.26"),
    (20, "0.34"),
    (25, "0.42"),
    (30, "0.50"),
    (35, "0.57"),
    (40, "0.64"),
    (45, "0.71"),
)
LINE_ROW, LINE_ROW_TIGHT = 10.0, 9.0
TITLE_BLOCK = 22.0
LEAST_GAP = 3.0


@dataclass(frozen=True, slots=True)
class Test:
    """One test: key of its words, what to say, whether each side counts, the unit."""

    key: str
    words: tuple[Text, ...]
    two_sided: bool
    unit: str


def self_test_pages(edition: Edition) -> list[Page]:
    """As drawn on one page for two dates; else tests share two pages, as many as fit on the first."""
    programme = edition.programme
    groups = _share_out(edition, tests_of(programme))
    title = say("tests.title" if len(test_dates(programme)) > 1 else "tests.title_only")
    return [
        Page("tests" if not number else f"tests-{number}", "" if number else title, partial(_draw, group=group))
        for number, group in enumerate(groups)
    ]


def tests_of(programme: Programme) -> tuple[Test, ...]:
    """The tests that are safe for this plan, in order."""
    allowed = self_tests(programme.preferences)
    stand: list[Text] = [rich("tests.stand_how"), _stand_warning(programme)]
    if allowed.stand_helper:
        stand.insert(1, rich("tests.stand_helper"))
    tests = [
        Test("stand", tuple(stand), two_sided=True, unit=say("tests.unit_seconds")),
        Test(
            "chair", (rich("tests.chair_how"), rich("tests.chair_note")), two_sided=False, unit=say("tests.unit_stands")
        ),
        Test("activities", (rich("tests.activities_how"),), two_sided=False, unit=""),
    ]
    if allowed.hip_turn:
        words = (rich("tests.turn_how"), rich("tests.turn_read"), rich("tests.turn_note"), rich("tests.turn_tell"))
        tests.insert(0, Test("turn", words, two_sided=True, unit=say("tests.unit_degrees")))
    return tuple(tests)


def _stand_warning(programme: Programme) -> Text:
    """What a short one-leg stand changes, by the numbers of this plan."""
    warning = stand_warning(programme)
    words: list[tuple[str, bool]] = list(rich("tests.stand_under"))
    words += [(" " + say("tests.stand_leave", move=number), False) for number in warning.left_out]
    if warning.level_0:
        many = "_many" if len(warning.level_0) > 1 else ""
        moves = listed([str(number) for number in warning.level_0])
        words.append((" " + say(f"tests.stand_zero{many}", moves=moves), False))
    words.append((" " + say("tests.stand_near"), False))
    return tuple(words)


def _share_out(edition: Edition, tests: tuple[Test, ...]) -> list[tuple[Test, ...]]:
    room = edition.paper.area.height - TITLE_BLOCK
    groups: list[list[Test]] = [[]]
    used = 0.0
    for test in tests:
        height = _height(edition, test)
        if groups[-1] and used + LEAST_GAP + height > room:
            groups.append([])
            used = 0.0
        used += height + (LEAST_GAP if groups[-1] else 0.0)
        groups[-1].append(test)
    return [tuple(group) for group in groups]


def _beside(dates: Sequence[TestDate]) -> bool:
    """Whether the boxes stand beside the words: up to two dates."""
    return len(dates) <= 2


def self_test_picture(edition: Edition, test: Test) -> Picture | None:
    """The picture of a test, where it has one."""
    return edition.pictures.get("seated-hip-turn" if test.key == "turn" else f"test-{test.key}")


def _picture_size(edition: Edition) -> tuple[float, float]:
    return PICTURE_TIGHT if edition.paper.tight else PICTURE


def _indent(edition: Edition, test: Test) -> float:
    """Room for a picture at the left of the words; the hip turn has its own under the boxes."""
    left = _beside(test_dates(edition.programme)) and test.key != "turn" and self_test_picture(edition, test)
    return _picture_size(edition)[0] + GUTTER if left else 0.0


def _words_width(edition: Edition, test: Test) -> float:
    if not _beside(test_dates(edition.programme)):
        return WORDS
    return edition.paper.area.width - BOXES - GUTTER - _indent(edition, test)


def _words_height(test: Test, width: float) -> float:
    return sum(height_of(words, width, theme.BODY) + 1.4 for words in test.words)


def _height(edition: Edition, test: Test) -> float:
    dates = test_dates(edition.programme)
    words = _words_height(test, _words_width(edition, test))
    boxes = HEAD + CELL_HEIGHT * (2 if test.two_sided else 1)
    if test.key == "activities":
        return TITLE + words + _under_words(dates) + 3 * _line_row(edition)
    words += TABLE if test.key == "turn" else 0.0
    picture = _picture_size(edition)[1] if self_test_picture(edition, test) else 0.0
    if not _beside(dates):
        return TITLE + max(words + boxes + 2, picture)
    return TITLE + max(words, boxes + (picture if test.key == "turn" else 0.0), picture)


def _under_words(dates: Sequence[TestDate]) -> float:
    """Room for the heads of the activities; two dates have theirs beside the words."""
    return 0.0 if _beside(dates) else HEAD


def _line_row(edition: Edition) -> float:
    return LINE_ROW_TIGHT if edition.paper.tight else LINE_ROW


def _draw(sheet: Sheet, edition: Edition, *, group: tuple[Test, ...]) -> None:
    programme = edition.programme
    dates = test_dates(programme)
    title = say("tests.title" if len(dates) > 1 else "tests.title_only")
    rest = parts.title_block(sheet, title, tests_lead(programme, dates))
    heights = [_height(edition, test) for test in group]
    gap = min(11.0, (rest.height - sum(heights)) / max(1, len(group) - 1 + 0.4))
    y = rest.y
    everything = tests_of(programme)
    for place, (test, height) in enumerate(zip(group, heights, strict=True)):
        if place:
            sheet.ink.line((rest.x, y - gap / 2), (rest.right, y - gap / 2), theme.ROW)
        _test(sheet, edition, Box(rest.x, y, rest.width, height), test, everything.index(test) + 1)
        y += height + gap
    own = Box(rest.x, y + 2, rest.width, rest.bottom - y - 2)
    parts.note_lines(sheet, own, say("visit.own"), say("visit.own"))


def tests_lead(programme: Programme, dates: Sequence[TestDate]) -> str:
    """When to do the tests."""
    if len(dates) == 1:
        return say("tests.lead_once")
    return say("tests.lead" if len(dates) == 2 else "tests.lead_easy", week=len(programme.weeks))


def _test(sheet: Sheet, edition: Edition, box: Box, test: Test, number: int) -> None:
    with sheet.element("H2"):
        parts.badge(sheet, (box.x + 4.2, box.y + 4.2), 4.2, str(number), 15)
        sheet.inline(say(f"tests.{test.key}"), Box(box.x + 11, box.y, box.width - 11, 8.4), theme.TEST_TITLE)
    dates = test_dates(edition.programme)
    width, x = _words_width(edition, test), box.x + _indent(edition, test)
    if _beside(dates):
        x = placed(edition, Box(x, box.y, width, box.height), box).x
    y = box.y + TITLE
    for place, words in enumerate(test.words):
        # the last two lines of the hip turn are notes under its table
        if test.key == "turn" and place == 2:
            y = _ratio_table(sheet, Box(x, y, width, 11.0)) + 1.8
        y = sheet.paragraph(words, Box(x, y, width, box.bottom - y), theme.BODY) + 1.4
    _draw_picture(sheet, edition, box, test)
    if test.key == "activities":
        y -= HEAD - _under_words(dates)
        _activities(sheet, edition, Box(box.x, y, box.width, box.bottom - y), dates)
    elif _beside(dates):
        beside = placed(edition, Box(box.right - BOXES, box.y + TITLE, BOXES, box.height), box)
        _boxes(sheet, edition, beside, test, dates)
    else:
        _boxes(sheet, edition, Box(box.x, y + 1, WORDS, box.bottom - y), test, dates)


def _draw_picture(sheet: Sheet, edition: Edition, box: Box, test: Test) -> None:
    """At the left of the words, under the boxes of the hip turn, or in the free right margin of a longer plan."""
    picture = self_test_picture(edition, test)
    if not picture:
        return
    width, height = _picture_size(edition)
    x, y = box.right - width, box.y + TITLE
    if _beside(test_dates(edition.programme)):
        x = box.x if test.key != "turn" else box.right - BOXES + (BOXES - width) / 2
        y += HEAD + 2 * CELL_HEIGHT + 1 if test.key == "turn" else 0.0
    place = Box(x, y, width, min(height, box.bottom - y))
    picture.draw(sheet, placed(edition, place, box) if _beside(test_dates(edition.programme)) else place)


def _ratio_table(sheet: Sheet, box: Box) -> float:
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


def date_name(date: TestDate) -> str:
    """Start, Week 4, Finish."""
    return say(f"tests.{date.kind}", week=date.week)


def _columns(edition: Edition, box: Box, dates: Sequence[TestDate], *, label: bool) -> tuple[Box, tuple[Box, ...]]:
    """Room for the row's label, then a column for each date, at the right of the box; for the left hand reversed."""
    beside = _beside(dates)
    width = CELL_WIDTH if label or not beside else box.width / len(dates)
    room = box if beside else box.left(14 + width * len(dates))
    cells = placed(edition, Box(room.right - width * len(dates), box.y, width * len(dates), box.height), room)
    head = placed(edition, room.left(room.width - cells.width), room)
    return head, cells.columns(*[width] * len(dates))


def _boxes(sheet: Sheet, edition: Edition, box: Box, test: Test, dates: Sequence[TestDate]) -> None:
    label, columns = _columns(edition, box, dates, label=test.two_sided)
    name, unit = say(f"tests.{test.key}"), say(f"tests.{test.key}_unit")
    with sheet.table(say("tests.table", test=name)):
        start = min(label.x, columns[0].x)
        bar = Box(start, box.y, max(label.right, columns[-1].right) - start, HEAD)
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


def _date_heads(sheet: Sheet, bar: Box, columns: Sequence[Box], dates: Sequence[TestDate], *, corner: bool) -> None:
    parts.bar(sheet, bar)
    with sheet.row():
        sheet.empty_cells(int(corner))
        for column, date in zip(columns, dates, strict=True):
            place = Box(column.x, bar.y, column.width, bar.height)
            sheet.header(date_name(date), place, theme.COLUMN_HEAD, align="centre")


def _activities(sheet: Sheet, edition: Edition, box: Box, dates: Sequence[TestDate]) -> None:
    width, high = CELL_WIDTH if len(dates) <= 3 else 15.0, _line_row(edition)
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
