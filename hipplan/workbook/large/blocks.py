"""The blocks that several groups of pages use: headings, paragraphs, items, callouts, tables."""

from collections.abc import Callable, Sequence
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.ink import Point, Stroke
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.tags import Role
from hipplan.pdf.text import Text, TextStyle, height_of, plain, width_of, wrap
from hipplan.workbook import marks, parts, theme
from hipplan.workbook.large import type as large
from hipplan.workbook.large.breaks import well_broken
from hipplan.workbook.large.flow import Block

INDENT = 11.0
NARROWEST = 178.0  # of our papers, between the margins
MOST_LETTERS = 60
TICK_INDENT = 13.0
LINE = large.ROW
Mark = Callable[[Sheet, Point], None]


def heading(text: Text) -> Block:
    """A heading; it stays with what follows."""
    text = well_broken(text, NARROWEST, large.H2)

    def draw(sheet: Sheet, box: Box) -> None:
        sheet.heading(2, text, box, large.H2)

    # as high as its lines at any width of ours: measured on the narrower paper
    return Block(height_of(text, NARROWEST, large.H2), draw, gap=7.0, keep=True)


def paragraph(text: Text, style: TextStyle = large.BODY, *, gap: float = 2.4, keep: bool = False) -> Block:
    """Running text of at most 60 characters a line."""
    room = in_one_line(text, NARROWEST, large.TEXT, style)
    text = well_broken(text, room, style, breakable=True)

    def draw(sheet: Sheet, box: Box) -> None:
        sheet.paragraph(text, box.left(room), style, breakable=True)

    return Block(height_of(text, room, style, breakable=True), draw, gap=gap, keep=keep)


def in_one_line(text: Text, most: float, usual: float, style: TextStyle) -> float:
    """The width for a text: more than usual where that saves a second line with a word or two."""
    short = len(plain(text)) <= MOST_LETTERS and "\n" not in plain(text)
    return most if short and usual < width_of(text, style) <= most else usual


def item(
    text: Text, mark: Mark, listing: str, *, style: TextStyle = large.BODY, indent: float = INDENT, gap: float = 2.0
) -> Block:
    """An item of a list behind a mark that is drawn; smaller type has shorter lines."""
    usual = _room(indent) * min(1.0, 1.03 * style.size / large.BODY.size)
    room = in_one_line(text, NARROWEST - indent, usual, style)
    text = well_broken(text, room, style, breakable=True)

    def draw(sheet: Sheet, box: Box) -> None:
        with sheet.element("LI"):
            mark(sheet, (box.x + 4.0, box.y + style.drop - 0.25 * style.size * 25.4 / 72))
            sheet.paragraph(text, box.after(indent).left(room), style, role="LBody", breakable=True)

    high = height_of(text, room, style, breakable=True)
    return Block(high, draw, gap=gap, listing=listing)


def _room(indent: float) -> float:
    """Width of indented text: its lines may end a little further right than those of a paragraph."""
    return min(large.TEXT, large.TEXT - indent + 8)


def bullet(text: Text, listing: str, *, style: TextStyle = large.BODY) -> Block:
    """An item behind a dot."""
    return item(text, _dot, listing, style=style, indent=7.0, gap=2.0 if style == large.BODY else 1.2)


def _dot(sheet: Sheet, centre: Point) -> None:
    sheet.ink.circle((centre[0] - 2.4, centre[1]), 1.0, fill=theme.INK)


def numbered(number: int, text: Text, listing: str) -> Block:
    """A step: its number in a ring, then the words."""
    text = well_broken(text, _room(INDENT + 1), large.BODY)

    def draw(sheet: Sheet, box: Box) -> None:
        with sheet.element("LI"):
            with sheet.element("Lbl"):
                step_ring(sheet, (box.x + large.DISC + 0.3, box.y + large.DISC), str(number))
            room = beside_disc(box.after(INDENT + 1).left(_room(INDENT + 1)))
            sheet.paragraph(text, room, large.BODY, role="LBody")

    high = height_of(text, _room(INDENT + 1), large.BODY)
    return Block(max(2 * large.DISC, high), draw, gap=3.0, listing=listing)


def to_tick(text: Text, listing: str) -> Block:
    """An item with a box to tick."""
    text = well_broken(text, _room(TICK_INDENT), large.BODY)

    def draw(sheet: Sheet, box: Box) -> None:
        with sheet.element("LI"):
            parts.tick_box(sheet, (box.x + 0.2, box.y + 0.2), large.TICK)
            place = box.after(TICK_INDENT).left(_room(TICK_INDENT)).below(1.2)
            sheet.paragraph(text, place, large.BODY, role="LBody")

    high = height_of(text, _room(TICK_INDENT), large.BODY)
    return Block(max(large.TICK + 0.4, high + 1.2), draw, gap=2.6, listing=listing)


def callout(lines: Sequence[Text], *, mark: Mark | None = None, width: float = 178.0) -> Block:
    """A tinted box with a teal edge; each line is an item of a list."""
    left = 16.0 if mark else 6.0
    room = min(large.TEXT - 4, width - left - 4)  # of words that are narrow
    lines = [well_broken(line, room, large.BODY, breakable=True) for line in lines]
    high = sum(height_of(line, room, large.BODY, breakable=True) for line in lines)

    def draw(sheet: Sheet, box: Box) -> None:
        parts.bar(sheet, box, edge=True)
        if mark:
            mark(sheet, (box.x + 8.5, box.y + 7.0))
        y = box.y + 3.0
        with sheet.list():
            for line in lines:
                with sheet.element("LI"):
                    place = Box(box.x + left, y, room, box.bottom - y)
                    y = sheet.paragraph(line, place, large.BODY, role="LBody", breakable=True)

    return Block(high + 5.0, draw, gap=4.0)


def lines_in(sheet: Sheet, text: Text, box: Box, style: TextStyle) -> float:
    """Wrapped lines from the top of the box inside the element that is open; return the y below."""
    y = box.y
    for line in wrap(text, box.width, style, breakable=True):
        sheet.at(line, Box(box.x, y, box.width + 0.1, style.pitch), y + style.drop, style)
        y += style.pitch
    return y


def table(
    label: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[Text]],
    widths: Sequence[float | None],
    *,
    gap: float = 2.4,
) -> Block:
    """A table of words: the first column names its row; every cell wraps."""
    cells = _cells(Box(0, 0, NARROWEST, 0), widths)
    rows = [_broken_row(row, cells) for row in rows]
    head_high = (
        max(height_of(head, cell.width - 3, large.SMALL_BOLD) for head, cell in zip(heads, cells, strict=True)) + 3
    )
    heights = [_row_height(row, cells) for row in rows]

    def draw(sheet: Sheet, box: Box) -> None:
        bar = box.top(head_high)
        parts.bar(sheet, bar)
        with sheet.table(label):
            _table_row(sheet, _cells(bar, widths), heads, role="TH", scope="Column")
            y = bar.bottom
            for row, high in zip(rows, heights, strict=True):
                place = Box(bar.x, y, bar.width, high)
                _table_row(sheet, _cells(place, widths), row, role="TD", scope="Row")
                y = place.bottom
                sheet.ink.line((place.x, y), (place.right, y), theme.ROW)

    return Block(head_high + sum(heights), draw, gap=gap)


def _cells(row: Box, widths: Sequence[float | None]) -> tuple[Box, ...]:
    """As wide on a wider paper as they were measured, or a row may have room for a line that it does not need."""
    return row.left(NARROWEST).columns(*widths)


def _broken_row(row: Sequence[Text], cells: Sequence[Box]) -> list[Text]:
    return [
        well_broken(text, cell.width - 3, _cell_style(n), breakable=True)
        for n, (text, cell) in enumerate(zip(row, cells, strict=True))
    ]


def _row_height(row: Sequence[Text], cells: Sequence[Box]) -> float:
    highest = max(
        height_of(text, cell.width - 3, _cell_style(n), breakable=True)
        for n, (text, cell) in enumerate(zip(row, cells, strict=True))
    )
    return highest + 2.6


def _cell_style(number: int) -> TextStyle:
    return large.BODY if number else large.BODY_BOLD


def _table_row(sheet: Sheet, cells: Sequence[Box], row: Sequence[Text], *, role: Role, scope: str) -> None:
    with sheet.row():
        for number, (cell, text) in enumerate(zip(cells, row, strict=True)):
            head = role == "TH"
            style = large.SMALL_BOLD if head else _cell_style(number)
            with sheet.element("TH" if head or not number else "TD", scope=scope):
                if text:
                    lines_in(sheet, text, cell.inset(2, 1.7, 1), style)


def beside_disc(box: Box) -> Box:
    """The place of words whose first line is to stand beside the middle of a disc; what is under it has a gap."""
    return Box(box.x, box.y + 1.0, box.width, box.height)


def step_ring(sheet: Sheet, centre: Point, text: str) -> None:
    """A ring with a number; the element that is open owns it."""
    sheet.ink.circle(centre, large.DISC, Stroke(1.6, theme.TEAL), theme.WHITE)
    _in_disc(sheet, centre, text, large.SMALL_BOLD)


def disc(sheet: Sheet, centre: Point, text: str) -> None:
    """A filled disc with a letter or number: ink, as white on teal is 6:1 only."""
    sheet.ink.circle(centre, large.DISC, fill=theme.INK)
    _in_disc(sheet, centre, text, large.WHITE_BOLD)


def _in_disc(sheet: Sheet, centre: Point, text: str, style: TextStyle) -> None:
    parts.in_disc(sheet, centre, large.DISC + 1, text, style)


fine = partial(parts.fine_shape, size=3.4)
care = partial(parts.care_shape, size=3.8)
stop = partial(parts.stop_shape, size=3.8)


def good(sheet: Sheet, centre: Point) -> None:
    """A tick."""
    marks.tick_mark(sheet, centre, 2.8, Stroke(2.6, theme.TEAL))


def bad(sheet: Sheet, centre: Point) -> None:
    """A cross."""
    marks.cross_mark(sheet, centre, 2.2, Stroke(2.2, theme.INK))
