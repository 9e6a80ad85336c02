"""The fridge sheet in large print: four weeks at a time, on as many sheets as that takes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Run, Text, height_of, plain, runs_of
from hipplan.plan.programme import Week
from hipplan.plan.quantities import levels_used, moves_in
from hipplan.words import say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.large import type as large
from hipplan.workbook.large.blocks import bullet, disc, heading, item, lines_in, paragraph
from hipplan.workbook.large.figure import fit
from hipplan.workbook.large.flow import Block
from hipplan.workbook.large.page import Chapter, chapter_pages
from hipplan.workbook.naming import move_name, move_number, zone
from hipplan.workbook.pages.fridge import how_often, safety_words
from hipplan.workbook.pages.fridge_row import cell_label, under_dose
from hipplan.workbook.pages.fridge_words import done_in, level_lines, rest_words
from hipplan.workbook.pages.move_sections import cautions_of, physio_notes

WEEKS = 4  # side by side
WEEK, PICTURE, NUMBER = 25.5, 26.0, 9.2
HEAD, PAD = 10.0, 1.0
ROOMY, ROOMIEST = 1.2, 5.0  # what a row gets more where there is room, and on a sheet of its own
TICK, TICK_GAP = 7.0, 1.2
ACROSS = 3
HIGHEST = 180.0  # of a table, so that it fits a page under its heading


def fridge_pages(edition: Edition) -> list[Page]:
    """One sheet where all fits; else the words on the first, and a sheet for every four weeks."""
    if len(edition.programme.weeks) <= WEEKS:
        pages = chapter_pages(edition, _chapter(edition, _one_sheet))
        if len(pages) == 1:
            return pages
    return chapter_pages(edition, _chapter(edition, _more_sheets))


def _chapter(edition: Edition, build: Callable[[Edition], list[Block]]) -> Chapter:
    return Chapter(
        key="fridge",
        title=say("fridge.title"),
        aside=how_often(edition, days_too=not edition.face.logo),  # which needs the room
        build=build,
        strip=True,
        unsure=say("fridge.unsure"),
        unsure_on_all=True,  # each hangs on the door alone
        own=say("notes_page.own"),
        own_on_all=True,
    )


def _one_sheet(edition: Edition) -> list[Block]:
    weeks = edition.programme.weeks
    return [paragraph(safety_words(edition)), *_care(edition), *_tables(edition, weeks), *_rules(edition)]


def _more_sheets(edition: Edition) -> list[Block]:
    weeks = edition.programme.weeks
    groups = [weeks[place : place + WEEKS] for place in range(0, len(weeks), WEEKS)]
    blocks = [paragraph(safety_words(edition)), *_rules(edition), *_care(edition)]
    for group in groups:
        blocks += [heading(_group_title(group)), *_tables(edition, group, ROOMIEST)]
    return blocks


def _rules(edition: Edition) -> list[Block]:
    return [*_pain(edition), paragraph(say("document.care"))]


def _tables(edition: Edition, group: Sequence[Week], stretch: float = ROOMY) -> list[Block]:
    """One, or two of the same length where one is too high for a sheet."""
    moves = moves_in(edition.programme)
    whole = _table(edition, group, moves, last=True)
    if whole.height <= HIGHEST:
        return [replace(whole, stretch=stretch * len(moves))]
    half = -(-len(moves) // 2)
    return [_table(edition, group, moves[:half], last=False), _table(edition, group, moves[half:], last=True)]


def _group_title(group: Sequence[Week]) -> str:
    if len(group) == 1:
        return say("cover.week", week=group[0].number)
    return say("fridge.weeks", first=group[0].number, last=group[-1].number)


def _care(edition: Edition) -> list[Block]:
    """An item a move: notes of the physio and of the precautions, then what makes its levels."""
    blocks = []
    for slug in moves_in(edition.programme):
        lines = [*physio_notes(edition, slug), *cautions_of(edition, slug), *_levels(edition, slug)]
        if lines:
            words = [run for line in lines for run in ((" ", False), *_sentence(line))]
            blocks.append(bullet(((f"{move_name(slug)}:", True), *words), "care"))
    return blocks


def _levels(edition: Edition, slug: str) -> list[str]:
    """Without those that are no more than their number, which is in the table."""
    bare = {say("large.level", level=use.level) for use in levels_used(edition.programme, slug)}
    return [line for line in level_lines(edition, slug) if line not in bare]


def _sentence(line: Text) -> tuple[Run, ...]:
    """A line with a full stop, as another may follow."""
    runs = runs_of(line, large.BODY)
    return runs if plain(line).endswith((".", "!", "?")) else (*runs, (".", False))


def _pain(edition: Edition) -> list[Block]:
    preferences = edition.programme.preferences
    ok, stop = preferences.pain_ok, preferences.pain_stop
    lines = (
        (parts.fine_shape, zone(0, ok), say("fridge.fine")),
        (parts.care_shape, zone(ok + 1, stop), say("fridge.care")),
        (parts.stop_shape, zone(stop + 1, 10), say("fridge.stop")),
    )
    blocks = [
        item(((say("fridge.pain", zone=pain) + ": ", True), (words, False)), partial(shape, size=3.0), "pain", gap=1.4)
        for shape, pain, words in lines
    ]
    return [replace(block, keep=True) for block in blocks]  # with the line on care, which is never alone on a page


# the table of four weeks


def _cut(edition: Edition, row: Box, weeks: int) -> tuple[Box, Box, tuple[Box, ...]]:
    """Picture, words, weeks; for the left hand the weeks are at the left."""
    if edition.programme.preferences.hand == "left":
        *columns, picture, words = row.columns(*[WEEK] * weeks, PICTURE, None)
    else:
        picture, words, *columns = row.columns(PICTURE, None, *[WEEK] * weeks)
    return picture, words.inset(2, 0, 1), tuple(columns)


def _row_height(edition: Edition, slug: str, group: Sequence[Week]) -> float:
    _, words, _ = _cut(edition, Box(0, 0, edition.paper.area.width, 0), len(group))
    name = height_of(move_name(slug), words.width, large.BODY_BOLD)
    rest = height_of(rest_words(edition, slug, weeks=group), words.width, large.SMALL_GREY)
    lines = max(-(-len(done_in(week, slug)) // ACROSS) for week in group)
    under = any(under_dose(edition, week, done, "") for week in group for done in done_in(week, slug))
    dose = large.BODY.pitch + (large.SMALL.pitch if under else 0.0) + lines * (TICK + TICK_GAP) + 1.0
    return max(name + rest, dose) + 2 * PAD


def _table(edition: Edition, group: Sequence[Week], slugs: Sequence[str], *, last: bool) -> Block:
    heights = [_row_height(edition, slug, group) for slug in slugs]
    pain = large.ROW + 1.6 if last else 0.0
    least = HEAD + sum(heights) + pain

    def draw(sheet: Sheet, box: Box) -> None:
        more = (box.height - least) / len(slugs)
        with sheet.table(say("fridge.table")):
            _head(sheet, edition, box.top(HEAD), group)
            y = box.y + HEAD
            for slug, high in zip(slugs, heights, strict=True):
                _row(sheet, edition, Box(box.x, y, box.width, high + more), slug, group)
                y += high + more
            if last:
                _pain_row(sheet, edition, Box(box.x, y, box.width, pain), group)

    return Block(least, draw, gap=4.0, stretch=ROOMY * len(slugs))


def _head(sheet: Sheet, edition: Edition, bar: Box, group: Sequence[Week]) -> None:
    parts.bar(sheet, bar)
    picture, words, columns = _cut(edition, bar, len(group))
    with sheet.row():
        place = Box(picture.x + 2, bar.y, words.right - picture.x - 2, bar.height)
        sheet.header(say("fridge.head_large"), place, large.SMALL)
        for week, column in zip(group, columns, strict=True):
            sheet.header(say("cover.week", week=week.number), column, large.SMALL_BOLD, align="centre")


def _row(sheet: Sheet, edition: Edition, row: Box, slug: str, group: Sequence[Week]) -> None:
    picture, words, columns = _cut(edition, row, len(group))
    with sheet.row():
        with sheet.element("TH", scope="Row"):
            found = edition.pictures.get(f"{slug}-cover") or edition.pictures.get(f"{slug}-D")
            disc(sheet, (picture.x + 4.4, row.y + 6.2), str(move_number(edition.programme, slug)))
            if found:
                fit(sheet, found, Box(picture.x + NUMBER, row.y + 2, picture.width - NUMBER, row.height - 4))
            name, rest = move_name(slug), rest_words(edition, slug, weeks=group)
            high = height_of(name, words.width, large.BODY_BOLD) + height_of(rest, words.width, large.SMALL_GREY)
            place = Box(words.x, row.y + (row.height - high) / 2, words.width, high)
            y = lines_in(sheet, name, place, large.BODY_BOLD)
            lines_in(sheet, rest, Box(words.x, y, words.width, row.bottom - y), large.SMALL_GREY)
        for week, column in zip(group, columns, strict=True):
            _cell(sheet, edition, column, week, slug)
    sheet.ink.line((row.x, row.bottom), (row.right, row.bottom), theme.ROW)


def _cell(sheet: Sheet, edition: Edition, cell: Box, week: Week, slug: str) -> None:
    found = done_in(week, slug)
    if not found:
        sheet.empty_cells()
        return
    done = found[0]
    under = under_dose(edition, week, done, "")
    lines = -(-len(found) // ACROSS)
    high = large.BODY.pitch + (large.SMALL.pitch if under else 0.0) + 1.0 + lines * (TICK + TICK_GAP) - TICK_GAP
    y = cell.y + (cell.height - high) / 2
    with sheet.element("TD", label=cell_label(week, done, len(found)), box=cell):
        dose = say("move.sets_times_reps", sets=done.sets, reps=done.reps)
        sheet.at(dose, cell, y + large.BODY.drop, large.BODY_BOLD, align="centre")
        y += large.BODY.pitch
        if under:
            sheet.at(under, cell, y + large.SMALL.drop, large.SMALL, align="centre")
            y += large.SMALL.pitch
        y += 1.0
        for number in range(len(found)):
            line, place = divmod(number, ACROSS)
            across = min(ACROSS, len(found))
            x = cell.centre - (across * (TICK + TICK_GAP) - TICK_GAP) / 2 + place * (TICK + TICK_GAP)
            sheet.ink.rect(Box(x, y + line * (TICK + TICK_GAP), TICK, TICK), theme.TICK_BOX, theme.WHITE)


def _pain_row(sheet: Sheet, edition: Edition, row: Box, group: Sequence[Week]) -> None:
    picture, words, columns = _cut(edition, row, len(group))
    with sheet.row():
        place = Box(picture.x + 2, row.y, words.right - picture.x - 2, row.height)
        sheet.header(say("fridge.worst"), place, large.BODY_BOLD, scope="Row")
        for week, column in zip(group, columns, strict=True):
            label = say("fridge.worst_box", week=week.number)
            with sheet.write_in(column.centred(18, large.ROW), label, theme.WRITE):
                pass
