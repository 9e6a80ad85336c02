"""One move of a handout: pictures beside the steps, dose beside the care; half a page high in most plans."""

from dataclasses import dataclass
from functools import partial
from typing import Literal

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, height_of
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.naming import move_name, move_number, side_label
from hipplan.workbook.pages.dose_grid import rest_and_pace
from hipplan.workbook.pages.dose_strip import dose_and_care
from hipplan.workbook.pages.move_sections import NUMBER, draw_steps, for_you_section, steps_height, steps_with
from hipplan.workbook.pages.section import Section
from hipplan.workbook.picture import Picture

KEY_PICTURES = {"squat-turn": "BC", "hinge-reach": "BC", "side-lunge-reach": "BD"}  # the others have AC
PICTURES, GUTTER = 40.0, 5.0
BESIDE_BADGE, LETTERS = 7.5, 5.4  # what a picture leaves to its badge, and to the letters under it
LEAST_PICTURE, MORE_PICTURE = 20.0, 9.0  # high, and what a page with room to spare adds
HEAD, BADGE = 9.0, 4.2
WORDS = 137.0  # of steps without pictures
ABOVE_PACE = 1.2
MORE_INSIDE = 1.6


@dataclass(frozen=True, slots=True)
class Layout:
    """What the pace stands under, the gaps inside a move (parts, steps, words of care), and how cautions are told."""

    pace: Literal["steps", "dose"]
    inside: float = 1.8
    steps: float = 1.7
    care: float = 1.0
    cautions: Literal["lines", "run-on"] = "lines"


def move_block(edition: Edition, slug: str, layout: Layout, more: float = 0.0) -> Section:
    """One move: heading, care, pictures beside the steps, dose beside the fault; room to spare goes to the pictures."""
    width = edition.paper.area.width
    pictures = min(more, sum(_wants(picture) for _, picture in key_pictures(edition, slug)))
    parts_of_it = (
        _head(slug),
        for_you_section(edition, slug, width, run_on=layout.cautions == "run-on"),
        _how(edition, slug, layout, pictures),
        dose_and_care(edition, slug, fault_of(slug), pace_too=layout.pace == "dose", gap=layout.care),
    )
    found = tuple(section for section in parts_of_it if section)
    gaps = len(found) - 1
    gap = layout.inside + min(MORE_INSIDE, (more - pictures) / gaps)
    height = sum(section.height for section in found) + gap * gaps
    return Section(height, partial(_stack, sections=found, gap=gap))


def _wants(picture: Picture) -> float:
    """How much higher than the least a picture gets; one of somebody lying is as wide as its room long before."""
    return max(0.0, min(MORE_PICTURE, _high(picture, LEAST_PICTURE + MORE_PICTURE) - LEAST_PICTURE))


def _high(picture: Picture, most: float) -> float:
    """With the letters under it."""
    return min(most, picture.fitted(Box(0, 0, PICTURES - BESIDE_BADGE, most))[1] + LETTERS)


def _stack(sheet: Sheet, edition: Edition, box: Box, *, sections: tuple[Section, ...], gap: float) -> None:
    y = box.y
    for section in sections:
        section.draw(sheet, edition, Box(box.x, y, box.width, section.height))
        y += section.height + gap


def _head(slug: str) -> Section:
    return Section(HEAD, partial(_draw_head, slug=slug))


def _draw_head(sheet: Sheet, edition: Edition, box: Box, *, slug: str) -> None:
    parts.bar(sheet, box)
    with sheet.element("H2"):
        number = str(move_number(edition.programme, slug))
        parts.badge(sheet, (box.x + 5.4, box.middle), BADGE, number, 15)
        sheet.inline(move_name(slug), box.inset(12, 0, 0), theme.TEST_TITLE)
    sheet.label(first_side(edition, slug), box.inset(0, 0, 3), theme.NOTE, align="right")


def first_side(edition: Edition, slug: str) -> str:
    """What right and left mean; an inward option is done as its parent."""
    return side_label(edition.programme, slug.removesuffix("-inward"))


def key_pictures(edition: Edition, slug: str) -> tuple[tuple[str, Picture], ...]:
    """The key pictures, two of a move and the one of an inward option."""
    letters = "D" if slug.endswith("-inward") else KEY_PICTURES.get(slug, "AC")
    found = ((letter, edition.pictures.get(f"{slug}-{letter}")) for letter in letters)
    return tuple((letter, picture) for letter, picture in found if picture)


def _how(edition: Edition, slug: str, layout: Layout, more: float) -> Section:
    """The steps, and under them how long to rest and how fast to move."""
    shown = key_pictures(edition, slug)
    room = edition.paper.area.width - PICTURES - GUTTER if shown else WORDS
    steps = steps_with(edition, slug, "".join(letter for letter, _ in shown))
    words = steps_height(steps, room, layout.steps)
    if layout.pace == "steps":
        words += ABOVE_PACE + height_of(rest_and_pace(edition, slug), room - NUMBER, theme.NOTE)
    height = max(words, len(shown) * (LEAST_PICTURE + 1.5)) + more
    return Section(height, partial(_draw_how, slug=slug, steps=steps, shown=shown, layout=layout))


def _draw_how(
    sheet: Sheet,
    edition: Edition,
    box: Box,
    *,
    slug: str,
    steps: tuple[Text, ...],
    shown: tuple[tuple[str, Picture], ...],
    layout: Layout,
) -> None:
    place = box.after(PICTURES + GUTTER) if shown else box.left(WORDS)
    for spot, (letter, picture) in zip(
        box.left(PICTURES).rows(*[None] * len(shown), gap=1.5) if shown else (), shown, strict=True
    ):
        with sheet.element("P"):
            parts.badge(sheet, (spot.x + 3.3, spot.y + 3.5), 3.1, letter, 11)
        picture.draw(sheet, spot.after(BESIDE_BADGE).top(_high(picture, spot.height)), letters=True)
    y = draw_steps(sheet, steps, place, layout.steps)
    if layout.pace == "steps":
        sheet.paragraph(rest_and_pace(edition, slug), place.below(y + ABOVE_PACE - place.y).after(NUMBER), theme.NOTE)


def fault_of(slug: str) -> str:
    """The fault that the full page of the move draws crossed out."""
    return "" if slug.endswith("-inward") else f"slip.{slug}.a"
