"""A move of the handout in large print, on one page where it fits: key pictures, steps, dose, what to mind."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.ink import Point
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, height_of
from hipplan.plan.quantities import moves_in
from hipplan.words import say
from hipplan.workbook import parts
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.large import type as large
from hipplan.workbook.large.blocks import (
    Mark,
    bad,
    callout,
    care,
    disc,
    good,
    heading,
    item,
    numbered,
    paragraph,
    step_ring,
)
from hipplan.workbook.large.breaks import well_broken
from hipplan.workbook.large.figure import figure
from hipplan.workbook.large.flow import Block
from hipplan.workbook.large.move_pictures import pair
from hipplan.workbook.large.notes import own_words
from hipplan.workbook.large.page import Chapter, chapter_pages
from hipplan.workbook.large.short_dose import column_height, draw_column, fits_beside, strips, with_what_stays
from hipplan.workbook.naming import move_name, move_number
from hipplan.workbook.pages import dose_table
from hipplan.workbook.pages.dose_strip import mind_lines
from hipplan.workbook.pages.handout_move import fault_of, first_side, key_pictures
from hipplan.workbook.pages.move_sections import cautions_of, physio_notes, steps_with
from hipplan.workbook.picture import Picture

LEFT, GUTTER = 57.0, 6.0
LEAST, MOST = 34.0, 54.0  # height of a picture: as large as leaves the move on one page
BETWEEN, STEP_GAP = 2.0, 2.0
NUMBER = 11.0
UNDER_HEADING = 1.6
Build = Callable[[Edition], list[Block]]


def short_move_pages(edition: Edition, slug: str) -> list[Page]:
    """One page, with pictures as large as that allows; else how to do it, then how much and what to mind."""
    pages = chapter_pages(edition, _chapter(edition, slug, partial(_one_page, slug=slug)))
    if len(pages) == 1:
        return pages
    return chapter_pages(edition, _chapter(edition, slug, partial(_two_pages, slug=slug)))


def _chapter(edition: Edition, slug: str, build: Build) -> Chapter:
    return Chapter(
        key=f"move-{slug}",
        title=move_name(slug),
        aside=say("move.of", number=move_number(edition.programme, slug), count=len(moves_in(edition.programme))),
        build=build,
        strip=True,
        unsure=say("strip.unsure_move"),
        own=say("move.my_notes"),
        under=2.4,
    )


def _one_page(edition: Edition, slug: str) -> list[Block]:
    beside = fits_beside(dose_table.table_rows(edition, slug))
    return [
        *_for_you(edition, slug),
        *_how(edition, slug, dose=beside),
        *_dose(edition, slug, beside=beside),
        *_mind(edition, slug),
    ]


def _two_pages(edition: Edition, slug: str) -> list[Block]:
    shown = key_pictures(edition, slug)
    table, *others = _dose(edition, slug, beside=False)
    dose = [heading(say("move.dose")), replace(table, gap=UNDER_HEADING), *others, *_mind(edition, slug)]
    return [
        _lead(edition, slug),
        *_for_you(edition, slug),
        *([pair(edition, list(shown), MOST)] if shown else []),
        *_steps(edition, slug),
        *(replace(block, keep=block is not dose[-1]) for block in dose),
    ]


def _lead(edition: Edition, slug: str) -> Block:
    """What right and left mean here."""
    return paragraph(f"{first_side(edition, slug)}.", large.LEAD, gap=0.0)


def _for_you(edition: Edition, slug: str) -> list[Block]:
    """What is special about this person."""
    cautions = cautions_of(edition, slug)
    return [
        *(block for words in physio_notes(edition, slug) for block in own_words(words)),
        *([callout(cautions, mark=care)] if cautions else []),
    ]


def _step_words(edition: Edition, slug: str) -> tuple[Text, ...]:
    return steps_with(edition, slug, "".join(letter for letter, _ in key_pictures(edition, slug)))


def _steps(edition: Edition, slug: str) -> list[Block]:
    words = _step_words(edition, slug)
    return [numbered(number, step, f"steps-{slug}") for number, step in enumerate(words, start=1)]


def _dose(edition: Edition, slug: str, *, beside: bool) -> list[Block]:
    rows = dose_table.table_rows(edition, slug)
    note = with_what_stays(rows, dose_table.note(edition, slug, log=False))
    return [*([] if beside else strips(slug, rows)), paragraph(note, gap=3.0, keep=True)]


def _how(edition: Edition, slug: str, *, dose: bool) -> list[Block]:
    """Pictures, and the dose of few weeks, at the left of the steps; steps alone where there is neither."""
    shown, steps = key_pictures(edition, slug), _step_words(edition, slug)
    lead = f"{first_side(edition, slug)}."
    if not shown and not dose:
        return [_lead(edition, slug), *_steps(edition, slug)]
    rows, room = dose_table.table_rows(edition, slug), _steps_width(edition)
    steps = tuple(well_broken(step, room - NUMBER, large.BODY) for step in steps)
    heights = [max(2 * large.DISC, height_of(step, room - NUMBER, large.BODY)) for step in steps]
    right = height_of(lead, room, large.LEAD) + sum(heights) + STEP_GAP * len(steps)
    under = column_height(rows) if dose else -BETWEEN
    least, most = (max(right, len(shown) * (high + BETWEEN) + under) for high in (LEAST, MOST))

    def draw(sheet: Sheet, box: Box) -> None:
        y = box.y
        high = min(MOST, (box.height - under) / max(1, len(shown)) - BETWEEN)
        for letter, picture in shown:
            _picture(sheet, Box(box.x, y, LEFT, high), letter, picture)
            y += high + BETWEEN
        words = box.after(LEFT + GUTTER)
        top = sheet.paragraph(lead, words, large.LEAD) + STEP_GAP
        _draw_steps(sheet, steps, heights, Box(words.x, top, words.width, words.bottom - top))
        if dose:
            draw_column(sheet, Box(box.x, y, LEFT, box.bottom - y), slug, rows)

    return [Block(least, draw, gap=3.0, stretch=most - least)]


def _steps_width(edition: Edition) -> float:
    return edition.paper.area.width - LEFT - GUTTER


def _picture(sheet: Sheet, box: Box, letter: str, picture: Picture) -> None:
    with sheet.element("P"):
        disc(sheet, (box.x + large.DISC, box.y + large.DISC), letter)
    figure(sheet, picture, box.after(2 * large.DISC), letters=True)


def _draw_steps(sheet: Sheet, steps: tuple[Text, ...], heights: list[float], box: Box) -> None:
    y = box.y
    with sheet.list():
        for number, (step, high) in enumerate(zip(steps, heights, strict=True), start=1):
            with sheet.element("LI"):
                with sheet.element("Lbl"):
                    step_ring(sheet, (box.x + large.DISC + 0.3, y + large.DISC), str(number))
                sheet.paragraph(step, Box(box.x, y, box.width, high + 0.1).after(NUMBER), large.BODY, role="LBody")
            y += high + STEP_GAP


def _mind(edition: Edition, slug: str) -> list[Block]:
    """The slip and its cue, what is easier, whom the move may hurt; they stay together."""
    lines = mind_lines(edition, slug, fault_of(slug))
    if not lines[0][0]:
        return [paragraph(words) for _, words in lines]
    blocks = [
        item(words, MARKS[shape], f"mind-{slug}", gap=2.4 if number else 4.0)
        for number, (shape, words) in enumerate(lines)
    ]
    return [replace(block, keep=block is not blocks[-1]) for block in blocks]


def _down(sheet: Sheet, centre: Point) -> None:
    x, y = centre
    parts.arrow(sheet, (x, y - 3.0), (x, y + 3.0))


MARKS: Mapping[str, Mark] = {"cross": bad, "tick": good, "down": _down, "care": care}
