"""Type, greys and measures of large print. Points for type, else millimetres."""

from dataclasses import replace

from hipplan.pdf.box import Box
from hipplan.pdf.text import TextStyle
from hipplan.workbook import theme
from hipplan.workbook.theme import Paper

GREY = "#46525E"  # 8:1 on white; on a tint only ink is dark enough

COVER_TITLE = TextStyle(32, 34, theme.INK, bold=True)
TITLE = TextStyle(26, 27, theme.INK, bold=True)
H2 = TextStyle(22, 26, theme.INK, bold=True)
BODY = TextStyle(18, 22.5, theme.INK)
BODY_BOLD = TextStyle(18, 22.5, theme.INK, bold=True)
LEAD = TextStyle(18, 22.5, GREY)
SMALL = TextStyle(16, 20, theme.INK)
SMALL_BOLD = TextStyle(16, 20, theme.INK, bold=True)
SMALL_GREY = TextStyle(16, 20, GREY)
TARGET = TextStyle(18, 22.5, GREY)
TARGET_SMALL = TextStyle(16, 20, GREY)
WHITE_BOLD = TextStyle(16, 20, theme.WHITE, bold=True)
HAND = TextStyle(22, 26, theme.PEN)

TEXT = 152.0  # of body text: at most 60 characters a line
ROW, CELL = 16.2, 15.0  # the least that a write-in row is high, and a cell wide
TICK = 8.0
DISC = 4.2
FOOT = 9.4  # between the lowest content and the bottom of the text area


def large_paper(paper: Paper) -> Paper:
    """The same sheet with a higher footer; nothing is tight, as there are always more pages."""
    return replace(with_foot(paper, FOOT), tight=False)


def with_foot(paper: Paper, foot: float) -> Paper:
    """The same sheet with a footer of another height."""
    area = paper.area
    return replace(paper, area=Box(area.x, area.y, area.width, area.height + paper.foot - foot), foot=foot)
