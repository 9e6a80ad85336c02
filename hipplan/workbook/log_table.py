"""The grid of the log: columns that never move from week to week, its rows, and the ratings under them."""

from dataclasses import dataclass

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.stamping import stamped
from hipplan.plan.programme import Prescription
from hipplan.plan.quantities import level_line
from hipplan.plan.weeks import has_a_box_a_side, most_sets
from hipplan.words import say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.hand import is_left, placed_for
from hipplan.workbook.naming import move_name, move_number, sides
from hipplan.workbook.picture import Picture
from hipplan.workbook.same import Same

ROW = 9.0
BAR = 9.0
PICTURE, DOSE, BOXES = 13.0, 36.0, 72.0
SETS = 3
BESIDE = 1.8  # from a box to the label at its right


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of one programme's log: for which hand, in which detail, how many sets, the side that goes first.

    `split` says whether each side has its own box: asked for, and wide enough for a pen.
    """

    left: bool
    detail: str
    sets: int
    sides: tuple[str, str]
    split: bool

    def cut(self, row: Box) -> tuple[Box, Box, Box, tuple[Box, ...]]:
        """Picture, move, dose and the set boxes of a row, from the side of the hand that does not write.

        The move column takes what the others leave; the first set is always the leftmost box.
        """
        columns = row.columns(PICTURE, None, DOSE, BOXES)
        picture, move, dose, boxes = (self.placed(column, row) for column in columns)
        return picture, move.inset(1.5, 0, 0), dose.inset(1, 0, 0), boxes.columns(*[None] * self.sets)

    def placed(self, box: Box, within: Box) -> Box:
        """Where a box is in its row for this hand."""
        return placed_for(box, within, left=self.left)


def grid_of(edition: Edition) -> Grid:
    """Three sets in every week, so that the grid never moves; more only where a physio's edit asks for more."""
    detail = edition.programme.preferences.log_detail
    sets = SETS if detail == "simple" else max(SETS, most_sets(edition.programme))
    split = has_a_box_a_side(edition.programme)
    return Grid(is_left(edition), detail, sets, sides(edition.programme), split)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a row asks for: the move with its second line and its icon or number, and the dose."""

    move: str
    second: str
    icon: Same[Picture] | None
    number: int
    sets: int
    reps: int
    rest_s: int


def asked_of(edition: Edition, prescription: Prescription, second: str) -> Asked:
    """What is asked of a move; `second` is the line under its name."""
    icon, move = edition.pictures.get(f"{prescription.move}-icon"), prescription.move
    number = 0 if icon else move_number(edition.programme, move)
    dose = prescription.sets, prescription.reps, prescription.rest_s
    return Asked(move, second, Same(icon) if icon else None, number, *dose)


@stamped
def draw_heads(sheet: Sheet, bar: Box, grid: Grid) -> None:
    """Column heads over the boxes; those of the move and of the dose are empty."""
    *_, sets = grid.cut(bar)
    if grid.detail == "simple":
        sheet.header(say("week.all_done"), sets[0], theme.COLUMN_HEAD, align="centre")
        sheet.header(say("week.changed"), changed_line(grid, sets), theme.COLUMN_HEAD)
        return
    for number, box in enumerate(sets, start=1):
        span = 2 if grid.split else 1
        sheet.header(say("week.set", number=number), box, theme.COLUMN_HEAD, align="centre", span=span)


def draw_move(sheet: Sheet, grid: Grid, row: Box, asked: Asked) -> None:
    """Picture or number, name, and the second line in grey."""
    picture, move, *_ = grid.cut(row)
    with sheet.element("TH", scope="Row"):
        if asked.icon:
            asked.icon.thing.paint(sheet, picture.inset(0.3, 0.3))  # the name beside it says what it shows
        else:
            parts.badge(sheet, (picture.x + 5.5, picture.middle), 3.2, str(asked.number), 11)
        sheet.at(move_name(asked.move), move, row.y + 3.85, theme.SMALL_BOLD)
        sheet.at(asked.second, move, row.y + 7.65, theme.SECOND)


def draw_row(sheet: Sheet, edition: Edition, row: Box, prescription: Prescription) -> None:
    """One move: what to do in full contrast, then a box a set."""
    _row(sheet, row, grid_of(edition), asked_of(edition, prescription, level_line(prescription)))


@stamped
def _row(sheet: Sheet, row: Box, grid: Grid, asked: Asked) -> None:
    *_, dose, sets = grid.cut(row)
    with sheet.row():
        draw_move(sheet, grid, row, asked)
        with sheet.element("TD"):
            words = say("week.dose", sets=asked.sets, reps=asked.reps)
            sheet.at(words, dose, row.y + 3.85, theme.SMALL_BOLD)
            sheet.at(say("week.rest", rest=asked.rest_s), dose, row.y + 7.65, theme.SECOND)
        _boxes(sheet, grid, sets, asked)
    draw_rule(sheet, grid, row, BOXES)


def draw_rule(sheet: Sheet, grid: Grid, row: Box, boxes: float) -> None:
    """The rule under the words of a row; what is as wide as `boxes` has frames of its own."""
    words = grid.placed(row.left(row.width - boxes), row)
    sheet.ink.line((words.x, row.bottom), (words.right, row.bottom), theme.ROW)


def _boxes(sheet: Sheet, grid: Grid, sets: tuple[Box, ...], asked: Asked) -> None:
    """The boxes to fill in, as many as the log detail asks for; sets that are not asked for are hatched."""
    if grid.detail == "simple":
        _simple(sheet, grid, sets, asked)
        return
    for number, box in enumerate(sets, start=1):
        if number > asked.sets:
            _hatched(sheet, box, number, span=2 if grid.split else 1)
        elif grid.split:
            _two_sides(sheet, grid, box, asked, number)
        else:
            words = {"move": move_name(asked.move), "number": number, "reps": asked.reps}
            with sheet.write_in(box, say("week.box_set", **words), theme.WRITE):
                _target(sheet, box, str(asked.reps))


def _two_sides(sheet: Sheet, grid: Grid, box: Box, asked: Asked, number: int) -> None:
    for half, side in zip(box.columns(None, None), grid.sides, strict=True):
        words = {"move": move_name(asked.move), "number": number, "reps": asked.reps}
        label = say("week.box_side", side=say(f"sides.{side}"), **words)
        with sheet.write_in(half, label, theme.WRITE):
            letter = say(f"sides.{side}_letter")
            sheet.at(f"{letter} {asked.reps}", half.inset(1.2, 0, 0), half.y + 4.0, theme.TARGET_SMALL)


def _simple(sheet: Sheet, grid: Grid, sets: tuple[Box, ...], asked: Asked) -> None:
    words: dict[str, object] = {"move": move_name(asked.move), "sets": asked.sets, "reps": asked.reps}
    with sheet.write_in(sets[0], say("week.box_all", **words), theme.WRITE):
        _target(sheet, sets[0], say("move.sets_times_reps", sets=asked.sets, reps=asked.reps))
    draw_changed(sheet, grid, sets, words["move"])


def draw_changed(sheet: Sheet, grid: Grid, sets: tuple[Box, ...], name: object) -> None:
    """The line "What changed?" of the simple log."""
    line = changed_line(grid, sets)
    with sheet.element("TD", label=say("week.box_changed", move=name), box=line):
        sheet.ink.line((line.x, line.bottom - 1.8), (line.right, line.bottom - 1.8), theme.WRITE)


def changed_line(grid: Grid, sets: tuple[Box, ...]) -> Box:
    """Where it is said what changed: beside the box of the simple log, clear of a dose at its right."""
    start, width = (1, 45) if grid.left else (2, 46)
    return Box(sets[1].x + start, sets[1].y, width, sets[1].height)


def _hatched(sheet: Sheet, box: Box, number: int, *, span: int) -> None:
    with sheet.element("TD", label=say("week.box_skip", number=number), box=box, span=span):
        sheet.ink.rect(box, theme.HATCH_FRAME)
        sheet.ink.hatch(box, 2.2, theme.HATCHING)


def _target(sheet: Sheet, box: Box, text: str) -> None:
    sheet.at(text, box.inset(1.6, 0, 0), box.y + 4.7, theme.TARGET_BOX)


def draw_load_row(sheet: Sheet, edition: Edition, row: Box, loaded: tuple[str, ...]) -> None:
    """Where to write the weight or band used, a box for each loaded move: a table of one row."""
    numbered = tuple((slug, move_number(edition.programme, slug)) for slug in loaded)
    _load_row(sheet, row, numbered, left=is_left(edition))


@stamped
def _load_row(sheet: Sheet, row: Box, loaded: tuple[tuple[str, int], ...], *, left: bool) -> None:
    with sheet.table(say("week.load")), sheet.row():
        head = placed_for(row.left(34), row, left=left)
        sheet.header(say("week.load"), head.inset(2, 0, 0) if left else head, theme.COLUMN_HEAD, scope="Row")
        for box, (slug, number) in zip(_load_boxes(row, len(loaded), left=left), loaded, strict=True):
            with sheet.write_in(box, say("week.load_box", move=move_name(slug)), theme.WRITE):
                corner = say("week.load_of", number=number)
                sheet.at(corner, box.inset(1.4, 0, 0), box.y + 3.9, theme.TARGET_SMALL)


def _load_boxes(row: Box, count: int, *, left: bool) -> tuple[Box, ...]:
    """A fifth of what the head leaves for each, next to the head, the first move's at the left."""
    width = (row.width - 34) / 5
    return placed_for(row.after(34).left(count * width), row, left=left).columns(*[None] * count)


def draw_ratings(sheet: Sheet, edition: Edition, row: Box, session: str) -> None:
    """Worst pain, effort, pain next morning, and a line for a note; `session` names it for those who listen."""
    _ratings(sheet, row, session, left=is_left(edition))


@stamped
def _ratings(sheet: Sheet, row: Box, session: str, *, left: bool) -> None:
    first, effort, morning, note = _rating_boxes(row, left=left)
    zero_ten = say("week.zero_ten")
    for box, what, room, second, bold in (
        (first, "pain", 21.5, zero_ten, False),
        (effort, "effort", 15.0, zero_ten, False),
        (morning, "morning", 20.5, say("week.morning_2"), True),
    ):
        place = Box(box.right + BESIDE if left else box.x - room, row.y, room, row.height)
        _rating_label(sheet, place, say(f"week.{what}"), second, second_bold=bold)
        with sheet.write_in(box, say(f"week.rating_{what}", session=session), theme.WRITE, role="P"):
            pass
    sheet.label(say("week.note"), placed_for(note.left(12), note, left=left), theme.COLUMN_HEAD)
    line = placed_for(note.after(10.6 + BESIDE if left else 10.6), note, left=left)
    with sheet.element("P", label=say("week.rating_note", session=session), box=line):
        sheet.ink.line((line.x, row.y + 7.7), (line.right, row.y + 7.7), theme.WRITE)


def rating_boxes(edition: Edition, row: Box) -> tuple[Box, Box, Box]:
    """The three boxes of the ratings row."""
    first, effort, morning, _ = _rating_boxes(row, left=is_left(edition))
    return first, effort, morning


def _rating_boxes(row: Box, *, left: bool) -> tuple[Box, Box, Box, Box]:
    """Three boxes with room for labels and gaps between them, then the note."""
    _, first, _, second, _, third, _, note = row.columns(21.5, 14, 18.5, 14, 24, 14, 4, None)
    pain, effort, morning, words = (placed_for(box, row, left=left) for box in (first, second, third, note))
    return pain, effort, morning, words


def _rating_label(sheet: Sheet, box: Box, first: str, second: str, *, second_bold: bool) -> None:
    style = theme.COLUMN_HEAD if second_bold else theme.RATING
    with sheet.element("P"):
        sheet.at(first, box, box.y + 3.95, theme.COLUMN_HEAD)
        sheet.at(second, box, box.y + 8.05, style)
