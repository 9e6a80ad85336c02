"""One page a move; what does not fit goes on to a second page of the same move."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from math import inf

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.plan.quantities import levels_used, moves_in
from hipplan.words import say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.naming import move_name, move_number, side_label
from hipplan.workbook.pages import dose_table
from hipplan.workbook.pages.inward import inward_section
from hipplan.workbook.pages.known import careful_section, evidence_section, known_section
from hipplan.workbook.pages.ladder_section import ladder_section
from hipplan.workbook.pages.levels import levels_section
from hipplan.workbook.pages.move_cards import main_moves
from hipplan.workbook.pages.move_sections import for_you_section, how_section
from hipplan.workbook.pages.picture_strip import picture_section
from hipplan.workbook.pages.section import Section, draw_sections, share_out
from hipplan.workbook.pages.slips import slips_section

STRIP, STRIP_TIGHT = 12.0, 7.0
LIFT, LIFT_TIGHT = 1.8, 0.8  # of the strip over the lowest content
ABOVE_STRIP = 2.4
TITLE = 22.0  # title block with a lead of one line
LEAST_GAP, MOST_GAP = 2.6, 8.0
MOST_LOWER = 5.0  # that the pictures of a move shrink beside small ones of its levels


def move_pages(edition: Edition) -> list[Page]:
    """One or two pages for each main move, in session order."""
    slugs = main_moves(edition.programme)
    return [page for slug in slugs for page in edition.apart(slug, partial(_pages, edition, slug))]


def _strip_measures(edition: Edition) -> tuple[float, float]:
    """Height of the stop strip and what lies between it and the lowest content."""
    return (STRIP_TIGHT, LIFT_TIGHT) if edition.paper.tight else (STRIP, LIFT)


def _room(edition: Edition) -> float:
    return edition.paper.area.height - TITLE - sum(_strip_measures(edition)) - ABOVE_STRIP


def _pages(edition: Edition, slug: str) -> list[Page]:
    groups = share_out(_sections(edition, slug), _room(edition), gap=LEAST_GAP)
    name = move_name(slug)
    return [
        Page(
            f"move-{slug}" if not number else f"move-{slug}-{number}",
            "" if number else name,
            partial(_draw, slug=slug, sections=group, first=not number),
        )
        for number, group in enumerate(groups)
    ]


@dataclass(frozen=True, slots=True)
class Layout:
    """What gives way on a move's first page: the small pictures of the ladder, what is known, the dose table.

    Cautions may run on in one paragraph, where that keeps the dose table beside the steps.
    """

    table_beside: bool
    ladder_pictures: bool
    evidence: bool = True
    run_on: bool = False


LAYOUTS = (
    *(Layout(table_beside=True, ladder_pictures=pictures) for pictures in (True, False)),
    *(Layout(table_beside=True, ladder_pictures=pictures, evidence=False) for pictures in (True, False)),
    Layout(table_beside=True, ladder_pictures=False, evidence=False, run_on=True),
    *(Layout(table_beside=False, ladder_pictures=pictures) for pictures in (True, False)),
    *(Layout(table_beside=False, ladder_pictures=pictures, evidence=False) for pictures in (True, False)),
)
"""From what gives nothing away; people need the dose where the steps are, and may read of the studies elsewhere."""


Words = Callable[[Layout], list[Section]]
"""The sections that every move has, in a layout."""


def _sections(edition: Edition, slug: str) -> list[Section]:
    """Everything on one page if it can be; else what every move has, and the rest on a second page."""
    words = _words(edition, slug)
    layout, strip = _choose(edition, slug, words)
    return [*([strip] if strip else []), *words(layout), *_more(edition, slug, layout)]


def _choose(edition: Edition, slug: str, words: Words) -> tuple[Layout, Section | None]:
    """The first layout that fits, and its strip of pictures; where none does, the one that gives nothing away."""
    long = dose_table.is_long(edition, slug)
    layouts = [layout for layout in LAYOUTS if not (long and layout.table_beside)]
    tries = [(layout, whole) for whole in (True, False) for layout in layouts if layout.table_beside or not whole]
    full = picture_section(edition, slug, inf)
    highest = full.height if full else 0.0
    for layout, whole in tries:
        sections = [*words(layout), *(_more(edition, slug, layout) if whole else ())]
        room = _room(edition) - sum(section.height + LEAST_GAP for section in sections)
        strip = picture_section(edition, slug, room)
        if strip and layout.ladder_pictures and highest - strip.height > MOST_LOWER:
            continue  # the small pictures give way before those of the move itself
        if (strip.height if strip else -LEAST_GAP) <= room:
            return layout, strip
    return layouts[0], picture_section(edition, slug, 0.0)


def _words(edition: Edition, slug: str) -> Words:
    """What stands on the first page of every move; a section that several layouts share is made once."""
    width = edition.paper.area.width
    makers = (for_you_section, how_section, ladder_section)
    for_you, how, ladder = (cache(partial(maker, edition, slug, width)) for maker in makers)
    slips = slips_section(edition, slug, width)

    def words(layout: Layout) -> list[Section]:
        known = known_section if layout.evidence else careful_section
        sections = (
            for_you(run_on=layout.run_on),
            how(beside=layout.table_beside),
            ladder(pictures=layout.ladder_pictures),
            slips,
            known(slug, width),
        )
        return [section for section in sections if section]

    return words


def _more(edition: Edition, slug: str, layout: Layout) -> list[Section]:
    """What only some plans ask for: several levels, what has no room by the steps, the inward option."""
    width = edition.paper.area.width
    sections = [] if layout.evidence else [evidence_section(slug, width)]
    if not layout.table_beside or len(levels_used(edition.programme, slug)) > 2:
        sections.append(levels_section(edition, slug, width, table=not layout.table_beside))
    inward = f"{slug}-inward"
    if inward in moves_in(edition.programme):
        sections.append(inward_section(edition, inward, width))
    return sections


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
    high, lift = _strip_measures(edition)
    strip = Box(rest.x, rest.bottom - high - lift, rest.width, high)
    body = Box(rest.x, rest.y, rest.width, strip.y - ABOVE_STRIP - rest.y)
    y = draw_sections(sheet, edition, body, sections, gaps=(LEAST_GAP, MOST_GAP))
    notes = Box(body.x, y + 5, body.width, body.bottom - y - 5)
    parts.note_lines(sheet, notes, say("move.my_notes"), say("move.my_notes"))
    if edition.paper.tight:
        parts.stop_line(sheet, edition, strip)
    else:
        parts.stop_strip(sheet, edition, strip, unsure=say("strip.unsure_move"))
