"""The side of a sheet that would stay empty: lines to write on."""

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.words import say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition, Page

LINE, LINE_LARGE = 9.0, 16.2
CLEAR = 2.0  # of the footer


def blank_side(number: int) -> Page:
    """The page with this number; it belongs to what comes before it and has no bookmark."""
    return Page(f"blank-{number}", "", draw_blank)


def draw_blank(sheet: Sheet, edition: Edition) -> None:
    """Draw a title and as many lines as there is room for."""
    line = LINE_LARGE if edition.programme.preferences.text_size == "large" else LINE
    rest = parts.title_block(sheet, say("blank.title"), "")
    count = int((rest.height - CLEAR) // line)
    with sheet.element("P", label=say("blank.lines"), box=Box(rest.x, rest.y, rest.width, count * line)):
        ys = [rest.y + number * line for number in range(1, count + 1)]
        sheet.ink.lines([((rest.x, y), (rest.right, y)) for y in ys], theme.WRITE)
