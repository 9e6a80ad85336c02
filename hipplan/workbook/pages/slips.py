"""Common slips, each with a cue that mends it; beside them the picture of the first, crossed out."""

from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.stamping import stamped
from hipplan.pdf.text import TextStyle, height_of, width_of
from hipplan.words import keys_under, say
from hipplan.workbook import marks, parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.endings import draw_paragraph
from hipplan.workbook.pages.section import Section
from hipplan.workbook.picture import Picture

HEAD, ROW, ROW_PAD = 7.0, 7.4, 2.36
SLIP_AT, CUE_AT = 8.0, 99.0
GUTTER, BETWEEN = 4.0, 5.0
END = 1.6  # behind the longest cue, inside the bar
FAULT, FAULT_MOST, FAULT_HEIGHT, CAPTION = 27.0, 40.0, 20.0, 10.2
ABOVE_CAPTION = 1.4  # else the feet stand on the words


def slips_section(edition: Edition, slug: str, width: float) -> Section:
    """The table of slips, and the picture of a fault where there is one."""
    fault = edition.pictures.get(f"{slug}-fault")
    table = _table_box(slug, Box(0, 0, width, 0)) if fault else Box(0, 0, width, 0)
    height = HEAD + sum(_row_height(key, table, _cue_at(slug, table)) for key in keys_under(f"slip.{slug}"))
    if fault:
        height = max(height, FAULT_HEIGHT + CAPTION)
    return Section(height, partial(_draw, slug=slug, fault=fault))


def _widths(slug: str) -> tuple[float, float]:
    """Of the longest slip and of the longest cue."""
    keys = keys_under(f"slip.{slug}")
    slips = max(width_of(say(f"{key}.slip"), theme.SMALL) for key in keys)
    return slips, max(width_of(say(f"{key}.cue"), theme.SMALL_BOLD) for key in keys)


def _table_box(slug: str, box: Box) -> Box:
    """The words leave the picture as much as they can."""
    needed = SLIP_AT + sum(_widths(slug)) + BETWEEN + END
    picture = max(FAULT, min(FAULT_MOST, box.width - GUTTER - needed))
    return box.left(box.width - GUTTER - picture)


def _cue_at(slug: str, row: Box) -> float:
    """Where the cues start: as on every page where there is room for that, else right behind the slips."""
    slips, cues = _widths(slug)
    return max(SLIP_AT + slips + BETWEEN, min(CUE_AT, row.width - cues - END))


def _row_height(key: str, row: Box, cue_at: float) -> float:
    slip, cue = _columns(row, cue_at)
    words = height_of(say(f"{key}.slip"), slip.width, theme.SMALL)
    return max(ROW, ROW_PAD + max(words, height_of(say(f"{key}.cue"), cue.width, theme.SMALL_BOLD)))


def _columns(row: Box, cue_at: float) -> tuple[Box, Box]:
    return row.after(SLIP_AT).left(cue_at - SLIP_AT - BETWEEN + 1), row.after(cue_at - 0.01)


def _draw(sheet: Sheet, edition: Edition, box: Box, *, slug: str, fault: Picture | None) -> None:
    del edition
    _slips(sheet, box, slug, fault)


@stamped
def _slips(sheet: Sheet, box: Box, slug: str, fault: Picture | None) -> None:
    place = _table_box(slug, box) if fault else box
    _table(sheet, place, slug)
    if fault:
        right = box.after(place.width + GUTTER)
        fault.draw(sheet, right.top(box.height - CAPTION - ABOVE_CAPTION))
        caption = fault.caption.replace(": ", ":\n", 1)
        draw_paragraph(sheet, caption, right.below(box.height - CAPTION), theme.SMALL, role="Caption")


def _table(sheet: Sheet, box: Box, slug: str) -> None:
    bar, cue_at = box.top(HEAD), _cue_at(slug, box)
    slip, cue = _columns(bar, cue_at)
    parts.bar(sheet, bar)
    marks.cross_mark(sheet, (bar.x + 4, bar.middle), 1.4)
    marks.tick_mark(sheet, (cue.x - 4, bar.middle), 1.8)
    y = bar.bottom
    with sheet.table(say("move.slips_table")):
        with sheet.row():
            sheet.header(say("move.slips"), slip, theme.SMALL_BOLD)
            sheet.header(say("move.think"), cue, theme.SMALL_BOLD)
        for key in keys_under(f"slip.{slug}"):
            row = Box(box.x, y, box.width, _row_height(key, box, cue_at))
            slip, cue = _columns(row, cue_at)
            with sheet.row():
                _cell(sheet, say(f"{key}.slip"), slip, theme.SMALL)
                _cell(sheet, say(f"{key}.cue"), cue, theme.SMALL_BOLD)
            y = row.bottom
            sheet.ink.line((row.x, y), (row.right, y), theme.ROW)


def _cell(sheet: Sheet, words: str, box: Box, style: TextStyle) -> None:
    """One or two lines in the middle of the row."""
    height = height_of(words, box.width, style)
    sheet.paragraph(words, box.centred(box.width, height), style, role="TD")
