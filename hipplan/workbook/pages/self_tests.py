"""Start and finish tests: what to do, and a box for every test date."""

from collections.abc import Sequence
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import height_of
from hipplan.plan.quantities import test_dates
from hipplan.words import say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.endings import draw_paragraph
from hipplan.workbook.hand import placed
from hipplan.workbook.pages.self_test_boxes import (
    CELL_HEIGHT,
    HEAD,
    draw_activities,
    draw_boxes,
    draw_ratios,
    line_row,
    stand_beside,
    under_words,
)
from hipplan.workbook.pages.self_test_words import Test, self_test_picture, tests_lead, tests_of

GUTTER, BOXES = 4.0, 50.0
PICTURE, PICTURE_TIGHT = (36.0, 34.0), (28.0, 28.0)
WORDS, TABLE = 137.0, 12.8
TITLE = 9.6
TITLE_BLOCK = 22.0
LEAST_GAP = 3.0


def self_test_pages(edition: Edition) -> list[Page]:
    """One page for two dates; else tests share two."""
    programme = edition.programme
    groups = _share_out(edition, tests_of(programme))
    title = say("tests.title" if len(test_dates(programme)) > 1 else "tests.title_only")
    return [
        Page("tests" if not number else f"tests-{number}", "" if number else title, partial(_draw, group=group))
        for number, group in enumerate(groups)
    ]


def _share_out(edition: Edition, tests: tuple[Test, ...]) -> list[tuple[Test, ...]]:
    """One page if it holds them all, else two, as evenly filled as can be."""
    heights = [_height(edition, test) for test in tests]
    if _filled(heights) <= edition.paper.area.height - TITLE_BLOCK:
        return [tuple(tests)]
    cut = min(range(1, len(tests)), key=lambda at: max(_filled(heights[:at]), _filled(heights[at:])))
    return [tests[:cut], tests[cut:]]


def _filled(heights: Sequence[float]) -> float:
    return sum(heights) + LEAST_GAP * (len(heights) - 1)


def _picture_size(edition: Edition) -> tuple[float, float]:
    return PICTURE_TIGHT if edition.paper.tight else PICTURE


def _indent(edition: Edition, test: Test) -> float:
    """Room for a picture at the left of the words; the hip turn has its own under the boxes."""
    left = stand_beside(test_dates(edition.programme)) and test.key != "turn" and self_test_picture(edition, test)
    return _picture_size(edition)[0] + GUTTER if left else 0.0


def _words_width(edition: Edition, test: Test) -> float:
    if not stand_beside(test_dates(edition.programme)):
        return WORDS
    return edition.paper.area.width - BOXES - GUTTER - _indent(edition, test)


def _words_height(test: Test, width: float) -> float:
    return sum(height_of(words, width, theme.BODY) + 1.4 for words in test.words)


def _height(edition: Edition, test: Test) -> float:
    dates = test_dates(edition.programme)
    words = _words_height(test, _words_width(edition, test))
    boxes = HEAD + CELL_HEIGHT * (2 if test.two_sided else 1)
    if test.key == "activities":
        return TITLE + words + under_words(dates) + 3 * line_row(edition)
    words += TABLE if test.key == "turn" else 0.0
    picture = _picture_size(edition)[1] if self_test_picture(edition, test) else 0.0
    if not stand_beside(dates):
        return TITLE + max(words + boxes + 2, picture)
    return TITLE + max(words, boxes + (picture if test.key == "turn" else 0.0), picture)


def _draw(sheet: Sheet, edition: Edition, *, group: tuple[Test, ...]) -> None:
    programme = edition.programme
    dates = test_dates(programme)
    title = say("tests.title" if len(dates) > 1 else "tests.title_only")
    everything = tests_of(programme)
    aside = say("tests.continued") if group[0] != everything[0] else ""
    rest = parts.title_block(sheet, title, tests_lead(programme, dates), aside=aside)
    heights = [_height(edition, test) for test in group]
    gap = min(11.0, (rest.height - sum(heights)) / max(1, len(group) - 1 + 0.4))
    y = rest.y
    for place, (test, height) in enumerate(zip(group, heights, strict=True)):
        if place:
            sheet.ink.line((rest.x, y - gap / 2), (rest.right, y - gap / 2), theme.ROW)
        _test(sheet, edition, Box(rest.x, y, rest.width, height), test, everything.index(test) + 1)
        y += height + gap
    own = Box(rest.x, y + 2, rest.width, rest.bottom - y - 2)
    parts.note_lines(sheet, own, say("visit.own"), say("visit.own"))


def _test(sheet: Sheet, edition: Edition, box: Box, test: Test, number: int) -> None:
    with sheet.element("H2"):
        parts.badge(sheet, (box.x + 4.2, box.y + 4.2), 4.2, str(number), 15)
        sheet.inline(say(f"tests.{test.key}"), Box(box.x + 11, box.y, box.width - 11, 8.4), theme.TEST_TITLE)
    dates = test_dates(edition.programme)
    width, x = _words_width(edition, test), box.x + _indent(edition, test)
    if stand_beside(dates):
        x = placed(edition, Box(x, box.y, width, box.height), box).x
    y = box.y + TITLE
    for place, words in enumerate(test.words):
        # the last two lines of the hip turn are notes under its table
        if test.key == "turn" and place == 2:
            y = draw_ratios(sheet, Box(x, y, width, 11.0)) + 1.8
        y = draw_paragraph(sheet, words, Box(x, y, width, box.bottom - y), theme.BODY) + 1.4
    _draw_picture(sheet, edition, box, test)
    if test.key == "activities":
        y -= HEAD - under_words(dates)
        draw_activities(sheet, edition, Box(box.x, y, box.width, box.bottom - y), dates)
    elif stand_beside(dates):
        beside = placed(edition, Box(box.right - BOXES, box.y + TITLE, BOXES, box.height), box)
        draw_boxes(sheet, edition, beside, test, dates)
    else:
        draw_boxes(sheet, edition, Box(box.x, y + 1, WORDS, box.bottom - y), test, dates)


def _draw_picture(sheet: Sheet, edition: Edition, box: Box, test: Test) -> None:
    """At the left of the words, under the boxes of the hip turn, or in the free right margin of a longer plan."""
    picture = self_test_picture(edition, test)
    if not picture:
        return
    width, height = _picture_size(edition)
    x, y = box.right - width, box.y + TITLE
    if stand_beside(test_dates(edition.programme)):
        x = box.x if test.key != "turn" else box.right - BOXES + (BOXES - width) / 2
        y += HEAD + 2 * CELL_HEIGHT + 1 if test.key == "turn" else 0.0
    place = Box(x, y, width, min(height, box.bottom - y))
    picture.draw(sheet, placed(edition, place, box) if stand_beside(test_dates(edition.programme)) else place)
