"""A chapter of large print: its blocks on as many pages as they need, each with the title, the strip and the footer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import LayoutError, Line, Text, TextStyle, height_of, line_width, width_of, wrap
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.face import HIGHEST, draw_logo, logo_width
from hipplan.workbook.large import type as large
from hipplan.workbook.large.blocks import LINE, lines_in
from hipplan.workbook.large.breaks import well_broken
from hipplan.workbook.large.flow import Block, draw_blocks, least_height
from hipplan.workbook.large.share import share_out
from hipplan.workbook.large.strip import ABOVE_STRIP, draw_strip, strip_height

RULE, LOWER = 0.4, 0.3
AFTER = 2.5  # between a title and what follows it
ROOM_FOR_NOTES = large.H2.pitch + LINE + 10
WITH_NOTES = 0.3  # of the cost of an empty room that gets lines for notes
UNDER_LINE = 2.0
CLEAR = 2.0  # under the last line to write on, or it would double the frame or rule below
BEFORE_BESIDE = 5.0
FREE = 3.0  # of the height of a title, over its letters: the upper of two lines beside it reaches there


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """`build` is asked twice: to share the blocks out, and, when every page has its number, to draw them.

    `more` words the titles of later pages from the names of their blocks; without it the title stays the same.
    `line` stands under the title of every page; on the first, `beside` the title instead where that saves a page.
    `strip` puts the stop strip on every page, `unsure` what it asks on
    the last, or `unsure_on_all`. `own` names spare lines for notes on the last page, or on `own_on_all`. `under` is
    the room under the title.
    """

    key: str
    title: str
    build: Callable[[Edition], list[Block]]
    bookmark: str = ""
    after: str = ""
    aside: str = ""
    style: TextStyle = large.TITLE
    more: Callable[[Sequence[str]], str] | None = None
    line: Text = ""
    beside: Text = ""
    strip: bool = False
    unsure: str = ""
    unsure_on_all: bool = False
    own: str = ""
    own_on_all: bool = False
    under: float = 4.0


def chapter_pages(edition: Edition, chapter: Chapter) -> list[Page]:
    """As many pages as the blocks need."""
    blocks = chapter.build(edition)
    # a page asks "unsure?" on a line of its own in its strip only where the blocks leave one for it
    slices = share_out(
        blocks,
        lambda number: _room(edition, chapter, first=not number, last=False),
        last=WITH_NOTES if chapter.own else 1.0,
    )
    return [
        Page(
            f"{chapter.key}-{number}" if number else chapter.key,
            "" if number else chapter.bookmark or chapter.title,
            partial(
                _draw,
                chapter=chapter,
                part=part,
                count=len(blocks),
                short=least_height(blocks[part]) > _room(edition, chapter, first=not number, last=True),
            ),
            tuple(block.holds for block in blocks[part] if block.holds),
        )
        for number, part in enumerate(slices)
    ]


def _room(edition: Edition, chapter: Chapter, *, first: bool, last: bool) -> float:
    area = edition.paper.area
    title = height_of(chapter.title, area.width, chapter.style if first else large.TITLE)
    title += _rise(edition, chapter) if first else 0.0
    strip = ABOVE_STRIP + strip_height(edition, chapter.unsure if last else "") if chapter.strip else 0.0
    return area.height - title - RULE - chapter.under - _line_height(edition, chapter, first=first) - strip


def lines_beside(edition: Edition, chapter: Chapter) -> tuple[Line, ...]:
    """What stands between the title and a logo."""
    if not chapter.beside:
        return ()
    width = edition.paper.area.width
    logo = logo_width(edition.face.logo, _logo_height(chapter.style), width)
    left = width_of(chapter.title, chapter.style) + AFTER + width_of(chapter.after, large.BODY) + BEFORE_BESIDE
    room = width - left - (logo + parts.LOGO_APART if logo else 0.0)
    words = well_broken(chapter.beside, room, large.SMALL, breakable=True)
    return wrap(words, room, large.SMALL, breakable=True)


def _logo_height(style: TextStyle) -> float:
    """Over the rule, which comes close."""
    return min(style.pitch - 1, HIGHEST)


def _rise(edition: Edition, chapter: Chapter) -> float:
    """How much lower the title stands for the lines beside it, of which the last is level with it."""
    return max(0.0, (len(lines_beside(edition, chapter)) - 1) * large.SMALL.pitch - FREE)


def _line_height(edition: Edition, chapter: Chapter, *, first: bool) -> float:
    if not chapter.line or (first and chapter.beside):
        return 0.0
    return height_of(chapter.line, edition.paper.area.width, large.SMALL, breakable=True) + UNDER_LINE


def _draw(sheet: Sheet, edition: Edition, *, chapter: Chapter, part: slice, count: int, short: bool) -> None:
    every = chapter.build(edition)
    if len(every) != count:
        raise LayoutError(f"{chapter.key} has {len(every)} blocks to draw and {count} that were shared out")
    blocks, last = every[part], part.stop == count
    rest = _title(sheet, edition, chapter, blocks, first=not part.start)
    if chapter.line and not (chapter.beside and not part.start):
        rest = rest.below(sheet.paragraph(chapter.line, rest, large.SMALL, breakable=True) + UNDER_LINE - rest.y)
    unsure = chapter.unsure if last or chapter.unsure_on_all else ""
    if chapter.strip:
        high = strip_height(edition, "" if short else unsure)
        strip = Box(rest.x, rest.bottom - high, rest.width, high)
        rest = rest.top(rest.height - high - ABOVE_STRIP)
    y = draw_blocks(sheet, blocks, rest)
    if chapter.own and (last or chapter.own_on_all) and rest.bottom - y > ROOM_FOR_NOTES:
        _own_lines(sheet, Box(rest.x, y + 7, rest.width, rest.bottom - y - 7), chapter.own)
    if chapter.strip:
        draw_strip(sheet, edition, strip, unsure, short=short)


def _title(sheet: Sheet, edition: Edition, chapter: Chapter, blocks: Sequence[Block], *, first: bool) -> Box:
    area = sheet.area.below(_rise(edition, chapter) if first else 0.0)
    style = chapter.style if first else large.TITLE
    words = chapter.title
    if chapter.more and not first:
        words = chapter.more([block.name for block in blocks if block.name])
        style = style if width_of(words, style) <= area.width else large.H2  # never a second line
    with sheet.element("H1"):
        y = lines_in(sheet, words, area.below(LOWER), style) - LOWER
        if chapter.after and first:
            x = area.x + width_of(words, style) + AFTER
            sheet.at(chapter.after, Box(x, area.y, area.right - x, 9), area.y + LOWER + style.drop, large.BODY)
    aside = chapter.aside if first or not chapter.more else ""
    after = chapter.after if first else ""
    taken = width_of(words, style) + sum(width_of(text, large.BODY) + parts.LOGO_APART for text in (after, aside))
    beside = lines_beside(edition, chapter) if first else ()
    if beside:
        taken += max(line_width(line, large.SMALL) for line in beside) + BEFORE_BESIDE
    high = _logo_height(style)
    logo = logo_width(sheet.emblem, high, area.width - taken - parts.LOGO_APART)
    place = area.left(area.width - logo - parts.LOGO_APART) if logo else area
    baseline = y + LOWER - style.pitch + style.drop
    if aside:
        with sheet.element("P"):
            sheet.at(aside, place, baseline, large.BODY, align="right")
    if beside:
        _draw_beside(sheet, place, beside, baseline)
    if logo:
        draw_logo(sheet, Box(area.right - logo, area.y, logo, high))
    y += RULE
    sheet.ink.line((area.x, y), (area.right, y), theme.TITLE_RULE)
    return area.below(y + chapter.under - area.y)


def _draw_beside(sheet: Sheet, area: Box, lines: Sequence[Line], baseline: float) -> None:
    """At the right, the last line level with the title."""
    width = max(line_width(line, large.SMALL) for line in lines)
    place = Box(area.right - width, area.y, width + 0.1, area.height)
    top = baseline - (len(lines) - 1) * large.SMALL.pitch
    with sheet.element("P"):
        for number, line in enumerate(lines):
            sheet.at(line, place, top + number * large.SMALL.pitch, large.SMALL)


def _own_lines(sheet: Sheet, box: Box, title: str) -> None:
    y = sheet.heading(2, title, box, large.H2)
    count = int((box.bottom - CLEAR - y) // LINE)
    with sheet.element("P", label=title, box=Box(box.x, y, box.width, count * LINE)):
        for number in range(1, count + 1):
            sheet.ink.line((box.x, y + number * LINE), (box.right, y + number * LINE), theme.WRITE)
