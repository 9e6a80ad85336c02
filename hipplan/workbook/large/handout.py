"""The handout in large print: a page a move, then what a cover and a page of sources would have said."""

from dataclasses import replace

from hipplan.plan.quantities import moves_in
from hipplan.words import say
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.large.blocks import heading, paragraph
from hipplan.workbook.large.flow import Block
from hipplan.workbook.large.page import Chapter, chapter_pages
from hipplan.workbook.large.short_move import short_move_pages
from hipplan.workbook.pages.dose_table import how_to_log
from hipplan.workbook.pages.handout_last import closing


def handout_pages(edition: Edition) -> list[Page]:
    """One of the pages says how to warm up, unless a cover does."""
    moves = [page for slug in moves_in(edition.programme) for page in short_move_pages(edition, slug)]
    if not closing(edition):
        return moves
    title = say("handout.more")
    pages = chapter_pages(edition, Chapter(key="handout", title=title, build=_blocks, own=say("move.my_notes")))
    if not edition.has("cover"):
        pages[0] = replace(pages[0], holds=(*pages[0].holds, "warm-up"))
    return [*moves, *pages]


def _blocks(edition: Edition) -> list[Block]:
    """How to tick the log stands here once, as a page of a move has no room for it."""
    sections = closing(edition)
    sections.insert(len(sections) > 1, (say("handout.log"), [how_to_log(edition)]))
    blocks = []
    for title, lines in sections:
        blocks.append(heading(title))
        blocks += [paragraph(line) for line in lines]
    return blocks
