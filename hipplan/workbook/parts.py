"""Parts that several pages share: title block, footer, bars, badges, shapes, boxes to tick, the stop strip."""

from dataclasses import replace

from hipplan.pdf.box import Box
from hipplan.pdf.ink import Point, Stroke, ring
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.stamping import stamped
from hipplan.pdf.text import Text, TextStyle, runs_of, width_of
from hipplan.words import rich, say
from hipplan.workbook import theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.face import HIGHEST, draw_logo, logo_width
from hipplan.workbook.theme import FOOT
from hipplan.workbook.whose import whose, widest_page

LEAD_WIDTH = 146.0
LOGO_APART = 4.0
MOST_LINES = 24
IN_STRIP = 0.7  # two lines hang this much below the middle, or they would touch the frame above and not below
ABOVE_FOOT = 2.0
LEAST_APART = 4.0  # of the pieces of the footer


def title_block(
    sheet: Sheet,
    title: Text,
    lead: str,
    *,
    aside: str = "",
    style: TextStyle = theme.TITLE,
    lead_width: float = LEAD_WIDTH,
) -> Box:
    """Draw title, lead, rule and the sheet's emblem; return what is left of the page below them."""
    area = sheet.area
    aside_width = width_of(aside, theme.BODY_MUTED) + 4 if aside else 0
    logo = logo_width(sheet.emblem, style.pitch, area.width - width_of(title, style) - aside_width - LOGO_APART)
    words = area.left(area.width - logo - LOGO_APART) if logo else area
    with sheet.element("Sect"):
        y = sheet.heading(1, title, words.below(0.4).left(words.width - aside_width), style)
        if aside:
            corner = Box(words.right - aside_width, area.y, aside_width, y - area.y)
            with sheet.element("P"):
                sheet.at(aside, corner, area.y + style.drop, theme.BODY_MUTED, align="right")
        if logo:
            draw_logo(sheet, Box(area.right - logo, area.y, logo, min(style.pitch, HIGHEST)))
        if lead:
            y = sheet.paragraph(lead, Box(area.x, y, lead_width, area.bottom - y), theme.LEAD)
    y += 1.8
    sheet.ink.line((area.x, y), (area.right, y), theme.TITLE_RULE)
    return area.below(y + 4 - area.y)


def footer(sheet: Sheet, edition: Edition, number: int) -> None:
    """Whose workbook, which plan, which page."""
    area = sheet.area
    bottom = area.bottom + FOOT
    sheet.ink.line((area.x, bottom - 5.2), (area.right, bottom - 5.2), theme.FOOT_RULE)
    page = say("footer.page", page=number, pages=edition.pages)
    plan = say("footer.plan", id=edition.programme.id, version=edition.version)
    plan_width, page_width = width_of(plan, theme.FOOTER), width_of(page, theme.FOOTER_BOLD)
    room = area.width - width_of(widest_page(edition), theme.FOOTER_BOLD) - plan_width - 2 * LEAST_APART
    owner = whose(edition, number, room)
    plan_x = min(area.x + 78.5, area.right - page_width - 6 - plan_width)
    plan_x = max(plan_x, area.x + width_of(owner, theme.FOOTER) + 5)
    plan_x = min(plan_x, area.right - page_width - LEAST_APART - plan_width)
    with sheet.decoration():
        sheet.at(owner, area, bottom - 0.9, theme.FOOTER)
        sheet.at(plan, area.after(plan_x - area.x), bottom - 0.9, theme.FOOTER)
        sheet.at(page, area, bottom - 0.9, theme.FOOTER_BOLD, align="right")


def bar(sheet: Sheet, box: Box, *, edge: bool = False) -> None:
    """A tinted heading bar; sessions and callouts get a teal edge at the left."""
    sheet.ink.rect(box, fill=theme.TINT)
    if edge:
        sheet.ink.rect(box.left(1.6), fill=theme.TEAL)


def badge(sheet: Sheet, centre: Point, radius: float, text: str, size: float) -> None:
    """A filled disc with a letter or number; the element that is open owns the text."""
    sheet.ink.circle(centre, radius, fill=theme.TEAL)
    in_disc(sheet, centre, radius, text, TextStyle(size, size, theme.WHITE, bold=True))


def step_ring(sheet: Sheet, centre: Point, text: str) -> None:
    """A ring with the number of a step."""
    sheet.ink.circle(centre, 3.1, theme.STEP_RING)
    in_disc(sheet, centre, 3.1, text, theme.STEP_MARK)


def in_disc(sheet: Sheet, centre: Point, radius: float, text: str, style: TextStyle) -> None:
    """Text in the middle of a disc; the element that is open owns it."""
    box = Box(centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius)
    # digits stand on the line and have no descender: their middle is a little higher than the design's 0.25
    sheet.at(text, box, box.middle + 0.335 * style.size * 25.4 / 72, style, align="centre")


def fine_shape(sheet: Sheet, centre: Point, size: float = 3.1, stroke: Stroke = theme.SHAPE) -> None:
    """A circle: fine."""
    sheet.ink.circle(centre, size, stroke, theme.WHITE)


def care_shape(sheet: Sheet, centre: Point, size: float = 3.4, stroke: Stroke = theme.SHAPE) -> None:
    """A triangle: take care."""
    x, y = centre
    points = [(x, y - size * 0.88), (x + size, y + size * 0.82), (x - size, y + size * 0.82)]
    sheet.ink.polygon(points, stroke, theme.CARE)


def stop_shape(sheet: Sheet, centre: Point, size: float = 3.4, stroke: Stroke = theme.SHAPE) -> None:
    """An octagon: stop."""
    sheet.ink.polygon(ring(centre, size, 8, turn=22.5), stroke, theme.STOP)


def stop_sign(sheet: Sheet, centre: Point, size: float = 4.0) -> None:
    """A solid octagon with a bar."""
    sheet.ink.polygon(ring(centre, size, 8, turn=22.5), fill=theme.INK)
    sheet.ink.rect(Box(centre[0] - size * 0.6, centre[1] - size * 0.2, size * 1.2, size * 0.4), fill=theme.WHITE)


def arrow(sheet: Sheet, start: Point, end: Point, *, colour: str = theme.TEAL, width: float = 1.6) -> None:
    """A straight arrow with a solid head."""
    (x0, y0), (x1, y1) = start, end
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    ux, uy = (x1 - x0) / length, (y1 - y0) / length
    head, half = 2.2, 1.3
    sheet.ink.line(start, (x1 - head * ux, y1 - head * uy), Stroke(width, colour))
    base = (x1 - head * ux, y1 - head * uy)
    wings = [(base[0] - half * uy, base[1] + half * ux), (base[0] + half * uy, base[1] - half * ux)]
    sheet.ink.polygon([(x1, y1), *wings], fill=colour)


def flag(sheet: Sheet, foot: Point, height: float = 6.5) -> None:
    """A flag on a pole; marks a test week."""
    x, y = foot
    sheet.ink.line((x, y), (x, y - height), Stroke(1.2, theme.INK))
    sheet.ink.polygon([(x, y - height), (x + 4.4, y - height + 1.6), (x, y - height + 3.4)], fill=theme.INK)


def tick_box(sheet: Sheet, corner: Point, size: float = 5.0) -> None:
    """An empty box to tick, at the head of an item of a list."""
    with sheet.write_in(Box(*corner, size, size), say("week.tick"), theme.TICK_BOX, role="Lbl"):
        pass


def write_line(sheet: Sheet, start: Point, width: float, label: str) -> None:
    """A line to write on, 9 mm of room above it."""
    x, y = start
    with sheet.element("P", label=label, box=Box(x, y - 9, width, 9)):
        sheet.ink.line((x, y), (x + width, y), theme.WRITE)


def note_lines(sheet: Sheet, box: Box, title: str, label: str) -> None:
    """A titled space with lines to write on; draws nothing where not even two lines fit."""
    room = min(box.bottom, sheet.area.bottom - ABOVE_FOOT) - box.y  # else the last line would double the footer's rule
    lines = int((room - 6) // 9)
    if lines < 2:
        return
    y = sheet.heading(2, title, box, theme.H3)
    count = min(lines, MOST_LINES)
    with sheet.element("P", label=label, box=Box(box.x, y, box.width, count * 9)):  # heard once, not line by line
        for number in range(1, count + 1):
            sheet.ink.line((box.x, y + number * 9), (box.right, y + number * 9), theme.WRITE)


def stop_strip(sheet: Sheet, edition: Edition, box: Box, *, unsure: str) -> None:
    """When to stop the set and whom to call: the last thing above the footer on every page used while exercising."""
    call = _whom_to_call(edition, box.width - 126, theme.PHONE)
    _strip(sheet, box, edition.programme.preferences.pain_stop, unsure, call)


@stamped
def _strip(sheet: Sheet, box: Box, pain: int, unsure: str, call: str) -> None:
    sheet.ink.frame(box, theme.STRIP_FRAME)
    stop_sign(sheet, (box.x + 7, box.middle))
    words = Box(box.x + 14, box.middle - theme.SMALL.pitch + IN_STRIP, 107, 2 * theme.SMALL.pitch)
    sheet.paragraph(rich("strip.stop", pain=pain), words, theme.SMALL)
    sheet.ink.line((box.x + 122.5, box.y + 2), (box.x + 122.5, box.bottom - 2), Stroke(0.8, theme.INK))
    upper, lower = Box(box.x + 125, box.middle - 5.5, box.width - 126, 10.4).rows(5.2, 5.2)
    sheet.label(unsure, upper, theme.NOTE_INK)
    sheet.label(call, lower, theme.PHONE)


def _whom_to_call(edition: Edition, room: float, style: TextStyle) -> str:
    """The clinic's number, or where to find it when it is too long for this line."""
    phone = edition.programme.preferences.phone
    if not phone:
        return say("strip.no_phone")
    page = edition.page_of("cover") or edition.page_of("before")
    elsewhere = say("strip.on_page", page=page) if page else say("strip.no_phone")
    choices = (say("strip.call", phone=phone), phone, elsewhere)
    return next((text for text in choices[:-1] if width_of(text, style) <= room), choices[-1])


def stop_line(sheet: Sheet, edition: Edition, box: Box) -> None:
    """The stop strip in one line, for paper that is short of height."""
    words = rich("strip.stop_short", pain=edition.programme.preferences.pain_stop)
    room = box.width - 12 - width_of(words, theme.GATE) - 2
    _line(sheet, box, words, _whom_to_call(edition, room, replace(theme.GATE, bold=True)))


@stamped
def _line(sheet: Sheet, box: Box, words: Text, call: str) -> None:
    sheet.ink.frame(box, theme.STRIP_FRAME)
    stop_sign(sheet, (box.x + 5, box.middle), 2.6)
    place = box.inset(10, 0, 2)
    sheet.label((*runs_of(words, theme.GATE), (" " + call, True)), place, theme.GATE)


def after_text(box: Box, text: Text, style: TextStyle) -> Box:
    """What is left of a line's box behind a text at its start."""
    return box.after(width_of(text, style))
