"""The dose of one move as a strip, weeks side by side, with the fault and the care beside or under it."""

from collections.abc import Sequence
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.ink import Point
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import height_of
from hipplan.plan.quantities import DoseRow, levels_used
from hipplan.words import rich, say
from hipplan.workbook import marks, parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.naming import move_name
from hipplan.workbook.pages import dose_table
from hipplan.workbook.pages.section import Section

LABEL, COLUMN, COLUMN_MOST = 24.0, 15.2, 22.0
HEAD, ROW = 6.4, 5.8
BESIDE, GUTTER = 4, 6.0  # weeks that leave room for the fault beside them
SHAPE = 6.4
EVERY = slice(None)
NOTE_MOST = 126.0


def dose_section(edition: Edition, slug: str, width: float, fault: str) -> list[Section]:
    """The strip with the words beside it, or the words under a longer strip."""
    rows = dose_table.table_rows(edition, slug)
    beside = len(rows) <= BESIDE
    left = LABEL + COLUMN * BESIDE if beside else width
    words = width - left - GUTTER if beside else width
    strip = Section(_strip_height(edition, slug, rows, left), partial(_draw_strip, slug=slug, rows=rows))
    beware = Section(_words_height(edition, slug, words, fault), partial(_draw_words, slug=slug, fault=fault))
    if not beside:
        return [strip, _in_two(edition, slug, width, fault) if fault else beware]
    return [Section(max(strip.height, beware.height), partial(_draw_both, left=left, strip=strip, beware=beware))]


def _in_two(edition: Edition, slug: str, width: float, fault: str) -> Section:
    """The words in two columns: the fault and its cue, then whom the move may hurt."""
    column = (width - GUTTER) / 2
    first, second = slice(0, -1), slice(-1, None)
    left = Section(
        _words_height(edition, slug, column, fault, first), partial(_draw_words, slug=slug, fault=fault, part=first)
    )
    right = Section(
        _words_height(edition, slug, column, fault, second), partial(_draw_words, slug=slug, fault=fault, part=second)
    )
    return Section(max(left.height, right.height), partial(_draw_both, left=column, strip=left, beware=right))


def _draw_both(sheet: Sheet, edition: Edition, box: Box, *, left: float, strip: Section, beware: Section) -> None:
    strip.draw(sheet, edition, box.left(left))
    beware.draw(sheet, edition, box.after(left + GUTTER))


def _chunks(rows: Sequence[DoseRow], width: float) -> list[Sequence[DoseRow]]:
    most = max(1, int((width - LABEL) / COLUMN + 0.01))
    return [rows[place : place + most] for place in range(0, len(rows), most)]


def _strip_height(edition: Edition, slug: str, rows: Sequence[DoseRow], width: float) -> float:
    tables = len(_chunks(rows, width)) * _table_height(rows)
    return tables + height_of(_note(edition, slug, rows), min(width, NOTE_MOST), theme.NOTE)


def _rows(rows: Sequence[DoseRow]) -> tuple[str, ...]:
    """The rest has a row where it changes; else one word under the table is enough."""
    return ("level", "sets_reps", "rest") if len({row.rest_s for row in rows}) > 1 else ("level", "sets_reps")


def _table_height(rows: Sequence[DoseRow]) -> float:
    return HEAD + len(_rows(rows)) * ROW + 1.2


def _note(edition: Edition, slug: str, rows: Sequence[DoseRow]) -> str:
    words = dose_table.note(edition, slug)
    if "rest" in _rows(rows):
        return words
    return say("handout.rest", rest=rows[0].rest_s, note=words)


def _draw_strip(sheet: Sheet, edition: Edition, box: Box, *, slug: str, rows: Sequence[DoseRow]) -> None:
    y = box.y
    for chunk in _chunks(rows, box.width):
        _draw_table(sheet, Box(box.x, y, box.width, HEAD), slug, chunk, _rows(rows))
        y += _table_height(rows)
    place = Box(box.x, y, min(box.width, NOTE_MOST), box.bottom - y + 0.1)
    sheet.paragraph(_note(edition, slug, rows), place, theme.NOTE)


def _draw_table(sheet: Sheet, bar: Box, slug: str, rows: Sequence[DoseRow], keys: tuple[str, ...]) -> None:
    column = min(COLUMN_MOST, (bar.width - LABEL) / max(len(rows), BESIDE))
    bar = bar.left(LABEL + column * len(rows))
    head, *cells = bar.columns(LABEL, *[column] * len(rows))
    parts.bar(sheet, bar)
    with sheet.table(say("move.dose_table", name=move_name(slug))):
        with sheet.row():
            sheet.header(say("move.week"), head.inset(2, 0, 0), theme.COLUMN_HEAD)
            for cell, row in zip(cells, rows, strict=True):
                sheet.header(dose_table.week_of(row), cell, theme.BODY_BOLD, align="centre")
        for number, key in enumerate(keys):
            y = bar.bottom + number * ROW
            with sheet.row():
                place = Box(bar.x + 2, y, LABEL - 2, ROW)
                sheet.header(say(f"move.{key}"), place, theme.COLUMN_HEAD, scope="Row")
                for cell, row in zip(cells, rows, strict=True):
                    style = theme.BODY_BOLD if key == "sets_reps" else theme.BODY
                    sheet.cell(_value(key, row), Box(cell.x, y, cell.width, ROW), style, align="centre")
            sheet.ink.line((bar.x, y + ROW), (bar.right, y + ROW), theme.ROW)


def _value(key: str, row: DoseRow) -> str:
    if key == "sets_reps":
        return say("move.sets_times_reps", sets=row.sets, reps=row.reps)
    return str(row.level) if key == "level" else say("move.seconds", seconds=row.rest_s)


def _lines(edition: Edition, slug: str, fault: str) -> list[tuple[str, tuple[tuple[str, bool], ...]]]:
    """What goes wrong, what to think of, what is easier, whom it may hurt; each with its shape."""
    lines = []
    if fault:
        lines.append(("cross", rich("handout.slip", slip=say(f"{fault}.slip"))))
        lines.append(("tick", rich("handout.think", cue=say(f"{fault}.cue"))))
        lines.append(("care", rich("handout.careful", careful=say(f"careful.{slug}"))))
        if min(use.level for use in levels_used(edition.programme, slug)):
            lines.insert(2, ("down", rich("handout.easier", easier=say(f"moves.{slug}.levels.0.short"))))
    else:
        lines.append(("", rich("about.inward.evidence")))
    return lines


def _words_height(edition: Edition, slug: str, width: float, fault: str, part: slice = EVERY) -> float:
    lines = _lines(edition, slug, fault)[part]
    return sum(height_of(words, min(width, 144.0) - SHAPE, theme.SMALL) + 1.0 for _, words in lines) - 1.0


def _draw_words(sheet: Sheet, edition: Edition, box: Box, *, slug: str, fault: str, part: slice = EVERY) -> None:
    y = box.y
    with sheet.list():
        for shape, words in _lines(edition, slug, fault)[part]:
            _draw_shape(sheet, shape, (box.x + 2.6, y + 2.5))
            place = Box(box.x + SHAPE, y, min(box.width, 144.0) - SHAPE, box.bottom - y + 0.1)
            with sheet.element("LI"):
                y = sheet.paragraph(words, place, theme.SMALL, role="LBody") + 1.0


def _draw_shape(sheet: Sheet, shape: str, centre: Point) -> None:
    x, y = centre
    if shape == "cross":
        marks.cross_mark(sheet, centre, 1.5)
    elif shape == "tick":
        marks.tick_mark(sheet, centre, 1.8)
    elif shape == "care":
        parts.care_shape(sheet, centre, 2.4, theme.THIN_SHAPE)
    elif shape == "down":
        parts.arrow(sheet, (x, y - 2.2), (x, y + 2.2))
