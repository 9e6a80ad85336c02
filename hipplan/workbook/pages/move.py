"""One page a move; what does not fit goes on to a second page of the same move."""

from collections.abc import Sequence
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.plan.quantities import levels_used, moves_in
from hipplan.words import say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.naming import move_name, move_number, side_label
from hipplan.workbook.pages import dose_table
from hipplan.workbook.pages.inward import inward_section
from hipplan.workbook.pages.levels import levels_section
from hipplan.workbook.pages.move_cards import main_moves
from hipplan.workbook.pages.move_sections import (
    for_you_section,
    how_section,
    known_section,
    ladder_section,
    slips_section,
)
from hipplan.workbook.pages.picture_strip import picture_section
from hipplan.workbook.pages.section import Section, draw_sections, share_out

STRIP = 12.0
LIFT = 1.8  # of the strip over the lowest content
ABOVE_STRIP = 2.4
TITLE = 22.0  # title block with a lead of one line
LEAST_GAP, MOST_GAP = 2.6, 8.0


def move_pages(edition: Edition) -> list[Page]:
    """One or two pages for each main move, in session order."""
    return [page for slug in main_moves(edition.programme) for page in _pages(edition, slug)]


def _pages(edition: Edition, slug: str) -> list[Page]:
    room = edition.paper.area.height - TITLE - STRIP - LIFT - ABOVE_STRIP
    groups = share_out(_sections(edition, slug), room, gap=LEAST_GAP)
    name = move_name(slug)
    return [
        Page(
            f"move-{slug}" if not number else f"move-{slug}-{number}",
            "" if number else name,
            partial(_draw, slug=slug, sections=group, first=not number),
        )
        for number, group in enumerate(groups)
    ]


def _sections(edition: Edition, slug: str) -> list[Section]:
    width = edition.paper.area.width
    sections = [
        picture_section(edition, slug),
        for_you_section(edition, slug, width),
        how_section(edition, slug, width),
        ladder_section(edition, slug, width),
        slips_section(slug),
        known_section(slug, width),
    ]
    if dose_table.is_long(edition, slug) or len(levels_used(edition.programme, slug)) > 2:
        sections.append(levels_section(edition, slug, width))
    inward = f"{slug}-inward"
    if inward in moves_in(edition.programme):
        sections.append(inward_section(edition, inward, width))
    return [section for section in sections if section]


def _draw(sheet: Sheet, edition: Edition, *, slug: str, sections: Sequence[Section], first: bool) -> None:
    programme = edition.programme
    name = move_name(slug)
    count = len(moves_in(programme))
    aside = say("move.of", number=move_number(programme, slug), count=count)
    if not first:
        aside = say("move.continued", aside=aside)
    rest = parts.title_block(sheet, name, say(f"moves.{slug}.full_name"), aside=aside)
    label = Box(rest.right - 70, rest.y - 4 - 1.8 - theme.LEAD.pitch, 70, theme.LEAD.pitch)
    sheet.label(side_label(programme, slug), label, theme.NOTE, align="right")
    strip = Box(rest.x, rest.bottom - STRIP - LIFT, rest.width, STRIP)
    body = Box(rest.x, rest.y, rest.width, strip.y - ABOVE_STRIP - rest.y)
    y = draw_sections(sheet, edition, body, sections, gaps=(LEAST_GAP, MOST_GAP))
    notes = Box(body.x, y + 5, body.width, body.bottom - y - 5)
    parts.note_lines(sheet, notes, say("move.my_notes"), say("move.my_notes"))
    parts.stop_strip(sheet, edition, strip, unsure=say("strip.unsure_move"))
