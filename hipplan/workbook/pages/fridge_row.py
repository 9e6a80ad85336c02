"""A row of the fridge sheet: picture, name, what to think of, and the dose of each week."""

from collections.abc import Mapping
from dataclasses import dataclass

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import height_of, wrap
from hipplan.plan.programme import Prescription, Week
from hipplan.words import say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.endings import ended
from hipplan.workbook.naming import move_name, move_number
from hipplan.workbook.pages.fridge_words import LEVELS, choices, done_in, level_lines, levels_text, words_height
from hipplan.workbook.picture import Picture

FEW = 4  # weeks with boxes of their own in every row
ACROSS = 8  # small columns side by side
HEAD = 8.0
PICTURE, PICTURE_SMALL = 33.0, 26.0
PICTURE_MOST = 47.0  # where one or two weeks leave it room
NAME, NAME_SMALL = 47.0, 46.0
WEEK, WEEK_MOST = 23.0, 30.0
BOX, BOX_GAP = 5.5, 1.4
PAD = 1.6
WORDS_LEFT, WORDS_RIGHT = 1.0, 2.0
BADGE = 3.5
LINE, APART = 3.6, 0.8  # in a small column
AROUND_LABELS = 1.6
AIRY = 5.0  # what small doses need around them to be told from the words under them


@dataclass(frozen=True, slots=True)
class Columns:
    """Picture, words, and a column for each week, or for two where eight are not enough."""

    picture: Box
    words: Box
    weeks: tuple[Box, ...]


def columns_of(edition: Edition, box: Box) -> Columns:
    """Cut the row; weeks keep their width, the words take what is left. For the left hand the weeks are at the left."""
    weeks = len(edition.programme.weeks)
    small = weeks > FEW
    picture, words = (PICTURE_SMALL, NAME_SMALL) if small else (PICTURE, NAME)
    across = min(weeks, ACROSS)
    width = (box.width - picture - words) / across
    width = width if small else min(WEEK_MOST, max(WEEK, width))
    picture = picture if small else min(PICTURE_MOST, max(picture, box.width - words - width * across))
    if edition.programme.preferences.hand == "left":
        *columns, first, second = box.columns(*[width] * across, picture, None)
    else:
        first, second, *columns = box.columns(picture, None, *[width] * across)
    return Columns(first, second, tuple(columns))


def least_height(edition: Edition, slug: str) -> float:
    """What the words need at least, and the doses under each other."""
    columns = columns_of(edition, Box(0, 0, edition.paper.area.width, 0))
    width = columns.words.width - WORDS_LEFT - WORDS_RIGHT
    words = min(words_height(lines, width) for lines in choices(edition, slug))
    weeks = len(edition.programme.weeks)
    if weeks <= FEW:
        boxes = -(-max(len(done_in(week, slug)) for week in edition.programme.weeks) // _boxes_across(columns))
        doses = 2 * PAD + theme.BODY_BOLD.pitch + theme.NOTE.pitch + boxes * (BOX + BOX_GAP)
    else:
        doses = _small_height(edition, slug, labels=False)
    return max(words + 2 * PAD, doses)


def has_labels(edition: Edition, rows: Mapping[str, float]) -> bool:
    """Whether each small dose says its week: on two lines, and where every row has room for that."""
    return len(edition.programme.weeks) > ACROSS and all(
        _small_height(edition, slug, labels=True) + AROUND_LABELS <= height for slug, height in rows.items()
    )


def draw_row(sheet: Sheet, edition: Edition, row: Box, columns: Columns, slug: str, *, labels: bool) -> None:
    """One move; the picture is part of the header cell, as the name beside it says what it shows."""
    with sheet.row():
        with sheet.element("TH", scope="Row"):
            number = str(move_number(edition.programme, slug))
            parts.badge(sheet, (columns.picture.x + 3.6, row.y + 5.2), BADGE, number, 12)
            picture = edition.pictures.get(f"{slug}-cover") or edition.pictures.get(f"{slug}-D")
            if picture:
                picture.paint(
                    sheet, _beside_badge(picture, Box(columns.picture.x, row.y, columns.picture.width, row.height))
                )
            under = _levels_under(edition, row, columns, slug)
            words = Box(columns.words.x, row.y, columns.words.width, row.height)
            _draw_words(sheet, edition, words, slug, levels=not under.height)
            if under.height:
                _draw_levels(sheet, edition, under, slug)
        if len(edition.programme.weeks) <= FEW:
            for column, week in zip(columns.weeks, edition.programme.weeks, strict=True):
                _draw_week(sheet, edition, Box(column.x, row.y, column.width, row.height), week, slug)
        else:
            _draw_small(sheet, edition, row.top(row.height - under.height), columns, slug, labels=labels)
    sheet.ink.line((row.x, row.bottom), (row.right, row.bottom), theme.ROW)


def _beside_badge(picture: Picture, cell: Box) -> Box:
    """Where the picture fits in the cell; under the badge it may begin further left than beside it."""
    for left in (5.0, 3.6 + BADGE + 0.8):
        room = Box(cell.x + left, cell.y + 2, cell.width - left - 2, cell.height - 4)
        wide, high = picture.fitted(room)
        place = room.centred(wide, high)
        if place.x > cell.x + 3.6 + BADGE + 0.3 or place.y > cell.y + 5.2 + BADGE:
            break
    return place


# the words


def _draw_words(sheet: Sheet, edition: Edition, box: Box, slug: str, *, levels: bool) -> None:
    box = box.inset(WORDS_LEFT, PAD, WORDS_RIGHT)
    found = choices(edition, slug, with_levels=levels)
    lines = next((lines for lines in found if words_height(lines, box.width) <= box.height), found[-1])
    breakable = True  # a word of a note may be wider than the column
    y = box.y + max(0.0, (box.height - words_height(lines, box.width)) / 2)
    for text, style in lines:
        for line in wrap(ended(text, box.width, style, breakable), box.width, style, breakable=breakable):
            sheet.at(line, box, y + style.drop, style)
            y += style.pitch


def _levels_under(edition: Edition, row: Box, columns: Columns, slug: str) -> Box:
    """Room for what makes the levels, under small doses that leave it; else a box of no height."""
    first, last = columns.weeks[0], columns.weeks[-1]
    place = Box(first.x + 1.6, row.bottom, last.right - first.x - 2.4, 0)
    if len(edition.programme.weeks) <= FEW or not level_lines(edition, slug):
        return place
    high = height_of(levels_text(edition, slug), place.width, LEVELS) + PAD
    if _small_height(edition, slug, labels=len(edition.programme.weeks) > ACROSS) + high + AIRY > row.height:
        return place
    return Box(place.x, row.bottom - high, place.width, high)


def _draw_levels(sheet: Sheet, edition: Edition, box: Box, slug: str) -> None:
    """Part of the header cell of the row, as the name of the move is."""
    for number, line in enumerate(wrap(levels_text(edition, slug), box.width, LEVELS)):
        sheet.at(line, box, box.y + LEVELS.drop + number * LEVELS.pitch, LEVELS)


# the doses


def _boxes_across(columns: Columns) -> int:
    return int((columns.weeks[0].width - 2 + BOX_GAP) / (BOX + BOX_GAP))


def under_dose(edition: Edition, week: Week, done: Prescription, usual: str) -> str:
    """Easy week, or the level where it is not the same all through."""
    if week.kind == "easy":
        return say("fridge.easy")
    levels = {one.level for w in edition.programme.weeks for one in done_in(w, done.move)}
    return say("cover.level", level=done.level) if len(levels) > 1 else usual


def cell_label(week: Week, done: Prescription, count: int) -> str:
    """What a cell says to those who listen."""
    words = {"week": week.number, "move": move_name(done.move), "sets": done.sets, "reps": done.reps}
    return say("fridge.cell", **words, count=count) if count else say("fridge.cell_dose", **words)


def _draw_week(sheet: Sheet, edition: Edition, cell: Box, week: Week, slug: str) -> None:
    """The dose, each side, and a box for each session with this move."""
    found = done_in(week, slug)
    if not found:
        sheet.empty_cells()
        return
    across = min(len(found), int((cell.width - 2 + BOX_GAP) / (BOX + BOX_GAP)))
    lines = -(-len(found) // across)
    words = theme.NAME.pitch + theme.NOTE.pitch
    high = words + lines * (BOX + BOX_GAP) - BOX_GAP
    gap = min(3.0, max(0.6, (cell.height - high) / 3))
    y = cell.y + (cell.height - high - gap) / 2
    done = found[0]
    with sheet.element("TD", label=cell_label(week, done, len(found)), box=cell):
        dose = say("move.sets_times_reps", sets=done.sets, reps=done.reps)
        sheet.at(dose, cell, y + theme.NAME.drop, theme.NAME, align="centre")
        y += theme.NAME.pitch
        under = under_dose(edition, week, done, say("fridge.each_side"))
        sheet.at(under, cell, y + theme.NOTE.drop, theme.NOTE_INK, align="centre")
        y += theme.NOTE.pitch + gap
        for number in range(len(found)):
            line, place = divmod(number, across)
            width = across * BOX + (across - 1) * BOX_GAP
            x = cell.centre - width / 2 + place * (BOX + BOX_GAP)
            sheet.ink.rect(Box(x, y + line * (BOX + BOX_GAP), BOX, BOX), theme.TICK_BOX, theme.WHITE)


def _lines(edition: Edition, slug: str, *, labels: bool) -> int:
    """Lines of one week in a small column: its number, the dose, and the level where it changes."""
    weeks = edition.programme.weeks
    return 1 + labels + any(under_dose(edition, week, done, "") for week in weeks for done in done_in(week, slug))


def _small_height(edition: Edition, slug: str, *, labels: bool) -> float:
    rows = -(-len(edition.programme.weeks) // ACROSS)
    return rows * (_lines(edition, slug, labels=labels) * LINE + APART) + APART


def _draw_small(sheet: Sheet, edition: Edition, row: Box, columns: Columns, slug: str, *, labels: bool) -> None:
    """One cell a column: its week, and under it the week eight later."""
    weeks = edition.programme.weeks
    rows = -(-len(weeks) // ACROSS)
    high = _lines(edition, slug, labels=labels) * LINE
    gap = (row.height - rows * high) / (rows + 1)
    for place, column in enumerate(columns.weeks):
        own = [week for week in weeks[place::ACROSS] if done_in(week, slug)]
        if not own:
            sheet.empty_cells()
            continue
        cell = Box(column.x, row.y, column.width, row.height)
        if place:
            sheet.ink.line((cell.x, cell.y + PAD), (cell.x, cell.bottom - PAD), theme.ROW)
        words = " ".join(cell_label(week, done_in(week, slug)[0], 0) for week in own)
        with sheet.element("TD", label=words, box=cell):
            for week in own:
                y = row.y + gap + (week.number - 1) // ACROSS * (high + gap)
                _draw_small_week(sheet, edition, cell.below(y - row.y), week, slug, labelled=labels)


def _draw_small_week(sheet: Sheet, edition: Edition, cell: Box, week: Week, slug: str, *, labelled: bool) -> None:
    done = done_in(week, slug)[0]
    y = cell.y + theme.SECOND.drop
    if labelled:
        sheet.at(say("fridge.small_week", week=week.number), cell, y, theme.SECOND, align="centre")
        y += LINE
    dose = say("move.sets_times_reps", sets=done.sets, reps=done.reps)
    sheet.at(dose, cell, y, theme.COLUMN_HEAD, align="centre")
    under = under_dose(edition, week, done, "")
    if under:
        sheet.at(under, cell, y + LINE, theme.SECOND, align="centre")
