"""The moves in large print: pictures two by two, steps, dose, easier and harder, slips, what is known."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, height_of
from hipplan.plan.catalogue import MAIN_MOVES
from hipplan.plan.quantities import levels_used, moves_in
from hipplan.words import keys_under, rich, say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.large import type as large
from hipplan.workbook.large.blocks import (
    bad,
    callout,
    care,
    good,
    heading,
    item,
    numbered,
    paragraph,
    table,
)
from hipplan.workbook.large.breaks import well_broken
from hipplan.workbook.large.figure import figure, scale_in
from hipplan.workbook.large.flow import Block
from hipplan.workbook.large.move_pictures import LADDER_HIGH, LADDER_PICTURE, fault_beside, level_beside, pair
from hipplan.workbook.large.notes import own_words
from hipplan.workbook.large.page import Chapter, chapter_pages
from hipplan.workbook.naming import move_name, move_number, side_label
from hipplan.workbook.pages import dose_table
from hipplan.workbook.pages.ladder import LadderCard, ladder_cards
from hipplan.workbook.pages.move_sections import cautions_of, physio_notes, source_of, steps_of

STANDING, LYING = 54.0, 40.0
CARD_LOWER = 0.6  # letters stand high in their lines
LETTERS = "ABCD"


def move_pages(edition: Edition) -> list[Page]:
    """A chapter a move; the inward option is at the end of its parent's."""
    moves = moves_in(edition.programme)
    return [page for slug in moves if slug in MAIN_MOVES for page in chapter_pages(edition, _chapter(edition, slug))]


def _chapter(edition: Edition, slug: str) -> Chapter:
    moves = moves_in(edition.programme)
    return Chapter(
        key=f"move-{slug}",
        title=move_name(slug),
        aside=say("move.of", number=move_number(edition.programme, slug), count=len(moves)),
        build=partial(_blocks, slug=slug),
        strip=True,
        unsure=say("strip.unsure_move"),
        own=say("move.my_notes"),
    )


def _blocks(edition: Edition, slug: str) -> list[Block]:
    lead = [paragraph(f"{say(f'moves.{slug}.full_name')}.", large.LEAD, gap=0.0)]
    lead.append(paragraph(f"{side_label(edition.programme, slug)}.", large.LEAD, gap=0.0))
    return [
        *lead,
        *_for_you(edition, slug),
        *_pictures(edition, slug),
        *_steps(edition, slug, slug),
        *_dose(edition, slug),
        *_ladder(edition, slug),
        *_levels(edition, slug),
        *_slips(edition, slug),
        callout([((f"{say('move.careful')} ", True), (say(f"careful.{slug}"), False))], mark=care),
        *_known(edition, slug),
        *(_inward(edition, slug) if f"{slug}-inward" in moves_in(edition.programme) else ()),
    ]


def _for_you(edition: Edition, slug: str) -> list[Block]:
    """The physio's own words, then what the precautions say: both change how the move is done."""
    notes = [block for note in physio_notes(edition, slug) for block in own_words(note)]
    care_lines = cautions_of(edition, slug)
    return [*notes, *([callout(care_lines, mark=care)] if care_lines else [])]


def _pictures(edition: Edition, slug: str) -> Iterator[Block]:
    """Two side by side; the inset has no letter."""
    found = [(letter, edition.pictures.get(f"{slug}-{letter}")) for letter in LETTERS]
    if not found[-1][1]:
        found.append(("", edition.pictures.get(f"{slug}-inset")))
    frames = [(letter, picture) for letter, picture in found if picture]
    for start in range(0, len(frames), 2):
        yield pair(edition, frames[start : start + 2], LYING if slug == "clam" else STANDING)


def _steps(edition: Edition, slug: str, listing: str) -> list[Block]:
    steps = [numbered(n, step, f"steps-{listing}") for n, step in enumerate(steps_of(edition, slug), start=1)]
    return [heading(say("move.how")), *steps]


def _dose(edition: Edition, slug: str) -> list[Block]:
    heads = [say(f"move.{key}") for key in ("week", "level", "sets_reps", "rest")]
    rows: list[tuple[Text, ...]] = []
    for row in dose_table.table_rows(edition, slug):
        dose = say("move.sets_times_reps", sets=row.sets, reps=row.reps)
        rows.append((dose_table.week_of(row), str(row.level), ((dose, True),), say("move.seconds", seconds=row.rest_s)))
    body = table(say("move.dose_table", name=move_name(slug)), heads, rows, (34.0, 34.0, 60.0, None))
    return [heading(say("move.dose")), body, paragraph(dose_table.note(edition, slug))]


def _ladder(edition: Edition, slug: str) -> list[Block]:
    return [block for card in ladder_cards(edition, slug) for block in _card(edition, card)]


def _card(edition: Edition, card: LadderCard) -> list[Block]:
    """A heading, then picture and words side by side in a frame."""
    picture = edition.pictures.get(card.picture)
    room = min(large.TEXT - 4, edition.paper.area.width - 8 - (LADDER_PICTURE + 4 if picture else 14))
    said = well_broken(card.words, room, large.BODY, breakable=True)
    words = height_of(said, room, large.BODY, breakable=True)
    high = max(words + 5, LADDER_HIGH + 4 if picture else 0.0)

    def draw(sheet: Sheet, box: Box) -> None:
        sheet.ink.frame(box, theme.CARD)
        inner = box.inset(4, 2)
        if picture:
            place = inner.left(LADDER_PICTURE)
            scale = scale_in(picture, place.width, LADDER_HIGH)
            high = (picture.above + picture.below) * scale
            figure(sheet, picture, place.centred(LADDER_PICTURE, min(LADDER_HIGH, high)))
            inner = inner.after(LADDER_PICTURE + 4)
        elif card.points != "nowhere":
            top, foot = (inner.x + 4, inner.y + 1), (inner.x + 4, inner.y + 8)
            parts.arrow(sheet, *((top, foot) if card.points == "down" else (foot, top)))
            inner = inner.after(14)
        text = inner.centred(room, words).below(CARD_LOWER)
        sheet.paragraph(said, Box(inner.x, text.y, room, words), large.BODY, breakable=True)

    return [heading(card.title), Block(high, draw, gap=2.0)]


def _levels(edition: Edition, slug: str) -> list[Block]:
    """Every level, where the plan uses more than the ladder shows."""
    levels = levels_used(edition.programme, slug)
    if len(levels) <= 2:
        return []
    places = [f"{slug}-{letter}" for letter in LETTERS] + [card.picture for card in ladder_cards(edition, slug)]
    shown = {picture.alt for place in places if (picture := edition.pictures.get(place))}
    blocks = [heading(say("move.levels"))]
    for use in levels:
        title = say("move.level_week", level=use.level, week=use.first_week)
        picture = edition.pictures.get(f"{slug}-level-{use.level}")
        if picture and picture.alt not in shown:
            shown.add(picture.alt)
            blocks.append(level_beside(edition, picture, title, use.variation))
        else:
            blocks += [paragraph(title, large.BODY_BOLD, gap=3.0, keep=True), paragraph(use.variation, gap=0.0)]
    return blocks


def _slips(edition: Edition, slug: str) -> list[Block]:
    """A cross for the slip, a tick for what to think of; the picture of the first."""
    blocks = [heading(say("move.slips"))]
    fault = edition.pictures.get(f"{slug}-fault")
    if fault:
        blocks.append(fault_beside(edition, fault))
    for key in keys_under(f"slip.{slug}"):
        slip = item(say(f"{key}.slip"), bad, f"slips-{slug}", gap=4.0)
        blocks += [replace(slip, keep=True), item(((say(f"{key}.cue"), True),), good, f"slips-{slug}", gap=0.4)]
    return blocks


def _known(edition: Edition, slug: str) -> list[Block]:
    if not edition.has("sources"):  # before the pages are counted, every page seems to be there
        edition = replace(edition, contents={"": 1})
    return [
        heading(say("move.works")),
        paragraph(rich(f"about.{slug}.works")),
        paragraph(rich(f"about.{slug}.evidence")),
        *([paragraph(source, large.LEAD)] if (source := source_of(edition, slug)) else []),
    ]


def _inward(edition: Edition, parent: str) -> Iterator[Block]:
    """The option that turns the hip in: its own name, steps, picture, dose and evidence."""
    slug = f"{parent}-inward"
    number = move_number(edition.programme, slug)
    of = say("move.of", number=number, count=len(moves_in(edition.programme)))
    yield heading(f"{move_name(slug)}")
    yield paragraph(f"{of}. {say('move.inward_lead', name=say(f'moves.{parent}.name'))}", large.LEAD)
    care_lines = cautions_of(edition, slug)
    if care_lines:
        yield callout(care_lines, mark=care)
    picture = edition.pictures.get(f"{slug}-D")
    if picture:
        yield pair(edition, [("D", picture)], LYING if parent == "clam" else STANDING)
    yield from _steps(edition, slug, slug)
    yield from _dose(edition, slug)
    yield paragraph(say("about.inward.evidence"))
