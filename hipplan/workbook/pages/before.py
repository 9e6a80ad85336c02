"""Before you start: stop signs first, then pain, effort, and how to fill in the log."""

from hipplan.pdf.box import Box
from hipplan.pdf.ink import Stroke
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.stamping import stamped
from hipplan.pdf.text import LayoutError, Text, TextStyle, height_of
from hipplan.words import keys_under, rich, say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.endings import draw_paragraph
from hipplan.workbook.pages.example import EXAMPLE_HEIGHT, draw_example
from hipplan.workbook.pages.rulers import EFFORT_HEIGHT, draw_effort, draw_pain, pain_height

BULLET = 4.4
BETWEEN = 0.9
CALL, CALL_TIGHT = 18.4, 16.6
CALL_WORDS = 118.0
GAPS = 4
LONG_TITLE = 65  # characters: two lines


def before_pages(edition: Edition) -> list[Page]:
    """One page, always."""
    del edition
    return [Page("before", say("before.title"), draw_before)]


def draw_before(sheet: Sheet, edition: Edition) -> None:
    """Red flags come before anything else; spare height goes to the gaps between the parts."""
    rest = parts.title_block(sheet, say("before.title"), say("before.lead"))
    signs = _signs_height(edition, rest.width)
    call = CALL_TIGHT if edition.paper.tight else CALL
    content = signs + pain_height(edition) + EFFORT_HEIGHT + EXAMPLE_HEIGHT + call
    gap = min(8.0, (rest.height - content) / (GAPS + 0.4))
    if gap < 0:
        raise LayoutError(f"the safety page is {content:.1f} mm high, its paper has {rest.height:.1f} mm")
    y = _draw_signs(sheet, edition, rest.top(signs)) + gap
    y = draw_pain(sheet, edition, Box(rest.x, y, rest.width, pain_height(edition))) + gap
    y = draw_effort(sheet, edition, Box(rest.x, y, rest.width, EFFORT_HEIGHT)) + gap
    y = draw_example(sheet, edition, Box(rest.x, y, rest.width, EXAMPLE_HEIGHT)) + gap
    _call(sheet, edition, Box(rest.x, y, rest.width, call))


def _sign_columns(box: Box) -> tuple[Box, Box]:
    left, right = box.columns(box.width * 0.5 + 2, None, gap=6)
    return left, right


def _signs_height(edition: Edition, width: float) -> float:
    columns = _sign_columns(Box(0, 0, width, 0).inset(5, 0))
    heights = [
        height_of(title, column.width, _title_style(title), breakable=True) + _list_height(group, column.width)
        for column, title, group in zip(columns, _sign_titles(edition), _SIGNS, strict=True)
    ]
    return 13.5 + max(heights) + 2.5


_SIGNS = ("before.emergency_signs", "before.doctor_signs")


def _sign_titles(edition: Edition) -> tuple[str, str]:
    number = edition.programme.preferences.emergency_number or say("before.emergency_unknown")
    return say("before.emergency", emergency=number), say("before.doctor")


def _title_style(title: str) -> TextStyle:
    """A little smaller when somebody's emergency numbers are long."""
    return theme.BODY_BOLD if len(title) <= LONG_TITLE else theme.SMALL_BOLD


def _items(group: str) -> list[Text]:
    return [rich(key) for key in keys_under(group)]


def _list_height(group: str, width: float) -> float:
    return sum(height_of(item, width - BULLET, theme.BODY) + BETWEEN for item in _items(group))


def _draw_signs(sheet: Sheet, edition: Edition, box: Box) -> float:
    _signs(sheet, box, _sign_titles(edition))
    return box.bottom


@stamped
def _signs(sheet: Sheet, box: Box, titles: tuple[str, str]) -> None:
    sheet.ink.frame(box, theme.STOP_FRAME)
    parts.stop_sign(sheet, (box.x + 8, box.y + 7.8), 4.4)
    sheet.heading(2, say("before.signs"), Box(box.x + 16, box.y + 4.9, box.width - 18, 8), theme.H2)
    left, right = _sign_columns(Box(box.x + 5, box.y + 13.5, box.width - 10, box.height - 13.5))
    for column, title, group in zip((left, right), titles, _SIGNS, strict=True):
        y = draw_paragraph(sheet, title, column, _title_style(title), role="H3", breakable=True) + 0.6
        with sheet.list():
            for item in _items(group):
                y = _bullet(sheet, item, Box(column.x, y, column.width, box.bottom - y))
    middle = right.x - 3
    sheet.ink.line((middle, left.y), (middle, box.bottom - 3), Stroke(0.6, theme.RULE))


def _bullet(sheet: Sheet, item: Text, box: Box) -> float:
    sheet.ink.circle((box.x + 1.2, box.y + 2.3), 0.7, fill=theme.INK)
    with sheet.element("LI"):
        return draw_paragraph(sheet, item, box.after(BULLET), theme.BODY, role="LBody") + BETWEEN


def _call(sheet: Sheet, edition: Edition, box: Box) -> None:
    """Whom to call between sessions, with the number."""
    phone = edition.programme.preferences.phone
    parts.bar(sheet, box, edge=True)
    words = rich("before.call" if phone else "before.call_doctor")
    height = height_of(words, CALL_WORDS, theme.SMALL)
    draw_paragraph(sheet, words, Box(box.x + 5, box.middle - height / 2, CALL_WORDS, height), theme.SMALL)
    place = box.after(CALL_WORDS + 8).inset(0, 0, 3)
    if phone:
        height = height_of(phone, place.width, theme.PHONE, breakable=True)
        spot = Box(place.x, box.middle - height / 2, place.width, height)
        sheet.paragraph(phone, spot, theme.PHONE, breakable=True, align="centre")
    else:
        sheet.ink.rect(Box(place.x, box.middle - 5, place.width, 10), theme.WRITE, theme.WHITE)
        with sheet.element("P", label=say("before.phone_box"), box=place):
            sheet.at(say("before.phone"), place.inset(1.4, 0), box.middle - 1.4, theme.TARGET_SMALL)
