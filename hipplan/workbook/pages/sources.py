"""Where the facts come from, what we corrected, what is our choice, and what this book is not."""

from collections.abc import Mapping, Sequence
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, TextStyle, height_of
from hipplan.resources import read_toml
from hipplan.words import keys_under, rich, say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.endings import draw_paragraph
from hipplan.workbook.pages.section import Section, draw_sections, share_out

BULLET = 4.4
TITLE = 22.0
TEXT = 137.0
COLUMN_GAP = 6.0
GAPS = (3.0, 7.0)


def sources_pages(edition: Edition) -> list[Page]:
    """One page; what ends it stands side by side where the paper is short, and on a second where that is too little."""
    room = edition.paper.area.height - TITLE
    groups = share_out(_sections(edition), room, gap=GAPS[0])
    if len(groups) > 1:
        *lists, limit, close = _sections(edition, end=(edition.paper.area.width - COLUMN_GAP) / 2)
        groups = share_out([*lists, _beside(limit, close)], room, gap=GAPS[0])
    return [
        Page(
            f"sources-{number}" if number else "sources",
            "" if number else say("sources.title"),
            partial(_draw, sections=group),
        )
        for number, group in enumerate(groups)
    ]


def references() -> tuple[str, ...]:
    """The printed reference list."""
    lines = []
    for source in read_toml("assets", "sources.toml")["sources"]:
        words = {"citation": source["citation"], "use": say(f"source_for.{source['id']}")}
        lines.append(say("sources.reference" if source["read"] else "sources.reference_not_read", **words))
    return tuple(lines)


def _sections(edition: Edition, *, end: float = TEXT) -> list[Section]:
    """`end` is the width of the last two."""
    preferences, width = edition.programme.preferences, edition.paper.area.width
    limits = {"pain_ok": preferences.pain_ok, "pain_stop": preferences.pain_stop}
    return [
        _references(width),
        _pair(("corrected", "choice"), limits, width),
        _pair(("limit",), limits, end),
        _close((say("sources.care"), say("sources.licence", version=edition.version)), end),
    ]


def _references(width: float) -> Section:
    """The references in two columns of about the same height, read down the first, then down the second."""
    column = (width - COLUMN_GAP) / 2
    heights = [_item_height(line, column, theme.REFERENCE) for line in references()]
    left = next(n for n in range(1, len(heights) + 1) if sum(heights[:n]) >= sum(heights) / 2)
    height = theme.H3.pitch + 0.8 + max(sum(heights[:left]), sum(heights[left:]))
    return Section(height, partial(_draw_references, left=left))


def _item_height(item: Text, width: float, style: TextStyle) -> float:
    return height_of(item, width - BULLET, style) + 0.5


def _draw_references(sheet: Sheet, edition: Edition, box: Box, *, left: int) -> None:
    del edition
    y = sheet.heading(2, say("sources.studies"), box, theme.H3) + 0.8
    columns = Box(box.x, y, box.width, box.bottom - y).columns(None, None, gap=COLUMN_GAP)
    with sheet.list():
        for column, lines in zip(columns, (references()[:left], references()[left:]), strict=True):
            _draw_items(sheet, column, lines, theme.REFERENCE)


def _draw_items(sheet: Sheet, box: Box, items: Sequence[Text], style: TextStyle) -> None:
    y = box.y
    for item in items:
        sheet.ink.circle((box.x + 1.2, y + style.drop - 1.2), 0.6, fill=theme.INK)
        with sheet.element("LI"):
            place = Box(box.x + BULLET, y, box.width - BULLET, box.bottom - y)
            y = draw_paragraph(sheet, item, place, style, role="LBody") + 0.5


def _pair(names: tuple[str, ...], values: Mapping[str, object], width: float) -> Section:
    """One titled list of this width, or two side by side in it."""
    lists = tuple((name, tuple(rich(key, **values) for key in keys_under(f"sources.{name}_items"))) for name in names)
    column, style = ((width - COLUMN_GAP) / 2, theme.NOTE_INK) if len(names) > 1 else (width, theme.SMALL)
    heights = [sum(_item_height(item, column, style) for item in items) for _, items in lists]
    return Section(theme.H3.pitch + 0.8 + max(heights), partial(_draw_pair, lists=lists, column=column, style=style))


def _draw_pair(
    sheet: Sheet,
    edition: Edition,
    box: Box,
    *,
    lists: tuple[tuple[str, tuple[Text, ...]], ...],
    column: float,
    style: TextStyle,
) -> None:
    del edition
    for number, (name, items) in enumerate(lists):
        place = box.after(number * (column + COLUMN_GAP)).left(column)
        y = sheet.heading(2, say(f"sources.{name}"), place, theme.H3) + 0.8
        with sheet.list():
            _draw_items(sheet, Box(place.x, y, column, box.bottom - y), items, style)


def _close(lines: tuple[Text, Text], width: float) -> Section:
    height = height_of(lines[0], width, theme.SMALL_BOLD) + 1.0 + height_of(lines[1], width, theme.NOTE)
    return Section(height, partial(_draw_close, lines=lines, width=width))


def _draw_close(sheet: Sheet, edition: Edition, box: Box, *, lines: tuple[Text, Text], width: float) -> None:
    del edition
    y = draw_paragraph(sheet, lines[0], box.left(width), theme.SMALL_BOLD) + 1.0
    draw_paragraph(sheet, lines[1], Box(box.x, y, width, box.bottom - y), theme.NOTE)


def _beside(left: Section, right: Section) -> Section:
    """Both at the same height, each half the width."""
    return Section(max(left.height, right.height), partial(_draw_beside, left=left, right=right))


def _draw_beside(sheet: Sheet, edition: Edition, box: Box, *, left: Section, right: Section) -> None:
    for place, section in zip(box.columns(None, None, gap=COLUMN_GAP), (left, right), strict=True):
        section.draw(sheet, edition, place)


def _draw(sheet: Sheet, edition: Edition, *, sections: Sequence[Section]) -> None:
    rest = parts.title_block(sheet, say("sources.title"), say("sources.lead"))
    draw_sections(sheet, edition, rest, sections, gaps=GAPS)
