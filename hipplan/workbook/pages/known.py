"""What to be careful of in a move, and what is known of it: side by side, or apart where the page is full."""

from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.ink import Stroke
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.stamping import stamped
from hipplan.pdf.text import Text, height_of
from hipplan.words import rich, say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.endings import draw_paragraph
from hipplan.workbook.pages.move_sections import source_of
from hipplan.workbook.pages.section import Section

CAREFUL, GUTTER = 64.0, 8.0
ALONE = 46.0  # the heading of "Be careful if" when its words stand beside it
MOST_WIDE = 137.0  # about 75 characters


def known_section(slug: str, width: float) -> Section:
    """What to be careful of at the left, what the move works and what is known of it at the right."""
    careful = 8.0 + height_of(say(f"careful.{slug}"), CAREFUL - 4, theme.SMALL)
    return Section(max(careful, _evidence_height(slug, width - CAREFUL - GUTTER)), partial(_draw_known, slug=slug))


def careful_section(slug: str, width: float) -> Section:
    """The first half alone, low and wide: it must not leave the page that people exercise with."""
    words = height_of(say(f"careful.{slug}"), _beside(width), theme.SMALL)
    return Section(max(7.2, words + 0.4), partial(_draw_careful, slug=slug))


def evidence_section(slug: str, width: float) -> Section:
    """The other half, for the page that the move is continued on."""
    return Section(_evidence_height(slug, min(width, MOST_WIDE)), partial(_draw_evidence, slug=slug))


def _known(slug: str) -> tuple[Text, Text]:
    return rich(f"about.{slug}.works"), rich(f"about.{slug}.evidence")


def _beside(width: float) -> float:
    return min(width - ALONE, MOST_WIDE)


def _evidence_height(slug: str, width: float) -> float:
    return 7.0 + sum(height_of(words, width, theme.SMALL) + 1.0 for words in _known(slug)) + theme.NOTE.pitch


def _draw_known(sheet: Sheet, edition: Edition, box: Box, *, slug: str) -> None:
    _both(sheet, box, slug, source_of(edition, slug))


@stamped
def _both(sheet: Sheet, box: Box, slug: str, source: str) -> None:
    left, right = box.left(CAREFUL), box.after(CAREFUL + GUTTER)
    y = _careful_heading(sheet, left)
    draw_paragraph(sheet, say(f"careful.{slug}"), Box(left.x, y + 2.2, CAREFUL - 4, left.bottom - y), theme.SMALL)
    x = right.x - GUTTER / 2
    sheet.ink.line((x, box.y), (x, box.bottom), Stroke(0.6, theme.RULE))
    _evidence(sheet, right, slug, source)


def _careful_heading(sheet: Sheet, box: Box) -> float:
    parts.care_shape(sheet, (box.x + 3.4, box.y + 3.2), 3.2)
    return sheet.heading(2, say("move.careful"), Box(box.x + 8.4, box.y, min(box.width, CAREFUL) - 9, 8), theme.H3)


def _draw_careful(sheet: Sheet, edition: Edition, box: Box, *, slug: str) -> None:
    del edition
    _careful(sheet, box, slug)


@stamped
def _careful(sheet: Sheet, box: Box, slug: str) -> None:
    _careful_heading(sheet, box)
    place = Box(box.x + ALONE, box.y + 0.4, _beside(box.width), box.height - 0.4)
    draw_paragraph(sheet, say(f"careful.{slug}"), place, theme.SMALL)


def _draw_evidence(sheet: Sheet, edition: Edition, box: Box, *, slug: str) -> None:
    _evidence(sheet, box, slug, source_of(edition, slug))


@stamped
def _evidence(sheet: Sheet, box: Box, slug: str, source: str) -> None:
    box = box.left(min(box.width, MOST_WIDE))
    y = sheet.heading(2, say("move.works"), box, theme.H3) + 1.0
    for words in _known(slug):
        y = draw_paragraph(sheet, words, Box(box.x, y, box.width, box.bottom - y), theme.SMALL) + 1.0
    if source:
        draw_paragraph(sheet, source, Box(box.x, y, box.width, box.bottom - y + 0.5), theme.NOTE)
