"""The grid of the log in large print: its columns, a row a move, the ratings; for a left hand all of it is mirrored."""

from collections.abc import Sequence
from dataclasses import dataclass

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, TextStyle, height_of
from hipplan.plan.programme import Prescription, Session
from hipplan.plan.quantities import level_line
from hipplan.plan.weeks import has_a_box_a_side
from hipplan.words import say
from hipplan.workbook import theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.hand import is_left, placed
from hipplan.workbook.large import type as large
from hipplan.workbook.large.blocks import disc, lines_in
from hipplan.workbook.large.figure import fit, scale_in
from hipplan.workbook.naming import move_name, move_number, sides

BAR, RATINGS, RATING = 12.5, 14.5, 15.5
SET, SIDE, LINE = 25.0, 15.0, 47.0
CLOSE_SET = 24.0  # of three: so the longest name keeps clear of them, as it does of a line
MOST_SPLIT = 3
INSET = 1.5
PAD = 0.3  # around the lines of a row
LOWER = 0.9  # letters stand high in their lines: so they are in the middle of the row
RATING_LOWER = 0.6


@dataclass(frozen=True, slots=True)
class Grid:
    """Widths of the picture and of the boxes; `count` sets, each in two halves when `split`."""

    picture: float
    boxes: float
    count: int
    split: bool
    simple: bool


@dataclass(frozen=True, slots=True)
class Cut:
    """A row cut into its columns."""

    picture: Box
    words: Box
    sets: tuple[Box, ...]


def grid_for(edition: Edition, sessions: Sequence[Session]) -> Grid:
    """No third column where nobody does three sets."""
    count = max(done.sets for session in sessions for done in session.prescriptions)
    detail = edition.programme.preferences.log_detail
    if detail == "simple":
        return Grid(17.0, SET + LINE, 2, split=False, simple=True)
    if has_a_box_a_side(edition.programme):
        return Grid(18.0 if count < MOST_SPLIT else 0.0, 2 * SIDE * count, count, split=True, simple=False)
    if count <= MOST_SPLIT:
        close = count == MOST_SPLIT
        return Grid(17.0 if close else 18.0, (CLOSE_SET if close else SET) * count, count, split=False, simple=False)
    return Grid(0.0, 90.0, count, split=False, simple=False)


def has_striped(edition: Edition) -> bool:
    """Whether some week has moves with fewer sets than others, whose last boxes are striped."""
    for week in edition.programme.weeks:
        sets = [done.sets for session in week.sessions for done in session.prescriptions]
        if min(sets) < max(sets):
            return True
    return False


def cut(edition: Edition, grid: Grid, row: Box) -> Cut:
    """Picture, words and boxes; sets always count from the left."""
    picture, words, boxes = (placed(edition, box, row) for box in row.columns(grid.picture, None, grid.boxes))
    widths = (SET, LINE) if grid.simple else (None,) * grid.count
    inset = words.inset(INSET + 1 if is_left(edition) else INSET, 0, 0)
    return Cut(picture, inset, boxes.columns(*widths))


def draw_heads(sheet: Sheet, edition: Edition, grid: Grid, bar: Box) -> None:
    """Column heads over the boxes; those of the move and of its dose are empty."""
    sets = cut(edition, grid, bar).sets
    if grid.simple:
        sheet.header(say("week.all_done"), sets[0], large.SMALL_BOLD, align="centre")
        sheet.header(say("week.changed"), sets[1].inset(3, 0, 0), large.SMALL_BOLD)
        return
    for number, box in enumerate(sets, start=1):
        # where the boxes are narrow, only the number
        words = say("week.set", number=number) if box.width >= 20 else str(number)
        sheet.header(words, box, large.SMALL_BOLD, align="centre", span=2 if grid.split else 1)


def row_lines(prescription: Prescription, *, level: bool) -> tuple[tuple[Text, TextStyle], ...]:
    """Name and dose, and the level where the title does not say it."""
    dose = say("week.dose", sets=prescription.sets, reps=prescription.reps)
    lines: list[tuple[Text, TextStyle]] = [
        (move_name(prescription.move), large.BODY_BOLD),
        (say("large.dose", dose=dose, rest=say("week.rest", rest=prescription.rest_s)), large.BODY),
    ]
    if level:
        lines.append((level_line(prescription), large.SMALL))
    return tuple(lines)


def row_height(edition: Edition, grid: Grid, lines: Sequence[tuple[Text, TextStyle]]) -> float:
    """Two lines, or more where the words need them."""
    words = cut(edition, grid, Box(0, 0, edition.paper.area.width, large.ROW)).words
    return max(large.ROW, sum(height_of(text, words.width, style, breakable=True) for text, style in lines) + PAD)


def draw_row(sheet: Sheet, edition: Edition, grid: Grid, row: Box, prescription: Prescription, *, level: bool) -> None:
    """One move: what to do, then a box a set."""
    place = cut(edition, grid, row)
    (name, style), *others = lines = row_lines(prescription, level=level)
    high = sum(height_of(text, place.words.width, each, breakable=True) for text, each in lines)
    with sheet.row():
        with sheet.element("TH", scope="Row"):
            draw_picture(sheet, edition, place.picture, prescription.move)
            y = lines_in(sheet, name, place.words.below((row.height - PAD - high) / 2 + LOWER), style)
        with sheet.element("TD"):
            for text, other in others:
                y = lines_in(sheet, text, Box(place.words.x, y, place.words.width, row.bottom - y), other)
        _boxes(sheet, edition, grid, place.sets, prescription)
    draw_rule(sheet, row, place.sets)


def draw_rule(sheet: Sheet, row: Box, sets: Sequence[Box]) -> None:
    """The line under a row, as far as the boxes."""
    left = row.x if sets[0].x > row.x + 1 else sets[-1].right
    right = sets[0].x if sets[0].x > row.x + 1 else row.right
    sheet.ink.line((left, row.bottom), (right, row.bottom), theme.ROW)


def draw_picture(sheet: Sheet, edition: Edition, box: Box, slug: str) -> None:
    """The move, very small, or its number; nothing where the boxes need the room."""
    if not box.width:
        return
    picture = edition.pictures.get(f"{slug}-icon")
    if picture:
        place = box.inset(0.5, 0.8)
        high = (picture.above + picture.below) * scale_in(picture, place.width, place.height)
        fit(sheet, picture, place.centred(place.width, high))
    else:
        disc(sheet, (box.centre, box.middle), str(move_number(edition.programme, slug)))


def _boxes(sheet: Sheet, edition: Edition, grid: Grid, sets: Sequence[Box], done: Prescription) -> None:
    words: dict[str, object] = {"move": move_name(done.move), "reps": done.reps}
    if grid.simple:
        with sheet.write_in(sets[0], say("week.box_all", sets=done.sets, **words), theme.WRITE):
            target(sheet, sets[0], say("move.sets_times_reps", sets=done.sets, reps=done.reps))
        draw_changed(sheet, sets[1], words["move"])
        return
    for number, box in enumerate(sets, start=1):
        if number > done.sets:
            _hatched(sheet, box, number, span=2 if grid.split else 1)
        elif grid.split:
            for half, side in zip(box.columns(None, None), sides(edition.programme), strict=True):
                label = say("week.box_side", side=say(f"sides.{side}"), number=number, **words)
                with sheet.write_in(half, label, theme.WRITE):
                    target(sheet, half, f"{say(f'sides.{side}_letter')} {done.reps}", large.TARGET_SMALL)
        else:
            with sheet.write_in(box, say("week.box_set", number=number, **words), theme.WRITE):
                target(sheet, box, str(done.reps))


def target(sheet: Sheet, box: Box, text: str, style: TextStyle = large.TARGET) -> None:
    """A small number in the corner: what was asked for."""
    sheet.at(text, box.inset(1.4, 0, 0), box.y + 1.2 + style.drop, style)


def draw_changed(sheet: Sheet, box: Box, name: object) -> None:
    """The line "What changed?" of the simple log."""
    line = box.inset(3, 0, 0)
    with sheet.element("TD", label=say("week.box_changed", move=name), box=line):
        sheet.ink.line((line.x, line.bottom - 2.4), (line.right, line.bottom - 2.4), theme.WRITE)


def _hatched(sheet: Sheet, box: Box, number: int, *, span: int) -> None:
    with sheet.element("TD", label=say("week.box_skip", number=number), box=box, span=span):
        sheet.ink.rect(box, theme.HATCH_FRAME)
        sheet.ink.hatch(box, 3.0, theme.HATCHING)


def draw_loads(sheet: Sheet, edition: Edition, row: Box, loaded: Sequence[str]) -> None:
    """Where to write the weight or band used, a box for each loaded move."""
    head, rest = (placed(edition, box, row) for box in row.columns(30.0, None))
    places = rest.columns(*[None] * max(5, len(loaded)))
    words = head.inset(2.5 if is_left(edition) else 0, 1, 0)
    with sheet.table(say("week.load")), sheet.row():
        with sheet.element("TH", scope="Row"):
            lines_in(sheet, say("week.load"), words, large.SMALL_BOLD)
        for box, slug in zip(places, loaded, strict=False):
            with sheet.write_in(box, say("week.load_box", move=move_name(slug)), theme.WRITE):
                corner = say("week.load_of", number=move_number(edition.programme, slug))
                target(sheet, box, corner, large.TARGET_SMALL)


def rating_boxes(edition: Edition, row: Box) -> tuple[Box, Box, Box]:
    """The three boxes of the ratings row."""
    return tuple(placed(edition, box, row) for box in _rating_columns(row)[1:6:2])  # type: ignore[return-value]


def note_line(edition: Edition, row: Box) -> Box:
    """Where the line for a note is."""
    return placed(edition, _rating_columns(row)[7].after(14.5), row)


def _rating_columns(row: Box) -> tuple[Box, ...]:
    return row.top(RATINGS).columns(18.5, RATING, 23.0, RATING, 33.0, RATING, 3.0, None)


def draw_ratings(sheet: Sheet, edition: Edition, row: Box, session: str) -> None:
    """Worst pain, effort, pain next morning, and a line for a note; `session` names it for those who listen."""
    columns = [placed(edition, box, row) for box in _rating_columns(row)]
    morning = f"{say('week.morning')}\n{say('week.morning_2')}"
    labels = (say("week.pain").replace(" ", "\n"), say("week.effort"), morning)
    for number, (what, words) in enumerate(zip(("pain", "effort", "morning"), labels, strict=True)):
        label, box = columns[2 * number], columns[2 * number + 1]
        high = height_of(words, 40, large.SMALL_BOLD)
        place = label.inset(0 if not number and label.x < box.x else 2.5 if number < 2 else 4.0, 0, 0)
        with sheet.element("P"):
            lines_in(sheet, words, place.centred(place.width, high).below(RATING_LOWER), large.SMALL_BOLD)
        with sheet.write_in(box, say(f"week.rating_{what}", session=session), theme.WRITE, role="P"):
            pass
    line = note_line(edition, row)
    note = placed(edition, _rating_columns(row)[7].left(14), row)
    sheet.label(say("week.note"), note, large.SMALL_BOLD)
    with sheet.element("P", label=say("week.rating_note", session=session), box=line):
        sheet.ink.line((line.x, row.y + RATINGS - 2.4), (line.right, row.y + RATINGS - 2.4), theme.WRITE)
