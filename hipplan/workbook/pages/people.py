"""Two boxes at the top of the cover: for whom, and from whom. What was not given can be written in by hand."""

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import TextStyle, height_of
from hipplan.words import say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.naming import long_date

INSET = 4.0
LABEL = 5.0
WRITE_LINE = 9.6
WRITE_ROOM = WRITE_LINE + 1.6
GUTTER = 4.0
USUAL_HEIGHT = 45.0
LONG_NAME = 40  # characters; a longer one is set smaller

Lines = list[tuple[str, TextStyle]]


def people_height(edition: Edition) -> float:
    """Height of the taller of the two boxes."""
    width = (edition.paper.area.width - GUTTER) / 2 - 2 * INSET
    return max(_height(lines, width) for lines in (_for_whom(edition), _from_whom(edition)))


def long_names(edition: Edition) -> bool:
    """Whether the boxes are so high that the cover has no room for much else."""
    return people_height(edition) > USUAL_HEIGHT


def draw_people(sheet: Sheet, edition: Edition, box: Box) -> float:
    """Draw both boxes and return the y below them."""
    left, right = box.columns(None, None, gap=GUTTER)
    _draw(sheet, left, "for", _for_whom(edition))
    _draw(sheet, right, "from", _from_whom(edition))
    return box.bottom


def _height(lines: Lines, width: float) -> float:
    write = 0.0 if _is_named(lines) else WRITE_ROOM
    return 2 * 3.2 + LABEL + write + sum(height_of(text, width, style, breakable=True) for text, style in lines)


def _is_named(lines: Lines) -> bool:
    return bool(lines) and lines[0][1].bold


def _draw(sheet: Sheet, box: Box, key: str, lines: Lines) -> None:
    sheet.ink.frame(box, theme.CARD)
    inner = box.inset(INSET, 3.2)
    title = say(f"cover.{key}" if _is_named(lines) else f"cover.{key}_write")
    y = sheet.paragraph(title, inner, theme.NOTE)
    room = inner.bottom - y - sum(height_of(text, inner.width, style, breakable=True) for text, style in lines)
    for _ in range(0 if _is_named(lines) else max(1, int(room // WRITE_LINE))):
        y += WRITE_LINE
        parts.write_line(sheet, (inner.x, y), inner.width, title)
    y += 0.0 if _is_named(lines) else 1.6
    for text, style in lines:
        y = sheet.paragraph(text, Box(inner.x, y, inner.width, box.bottom - y), style, breakable=True)


def _for_whom(edition: Edition) -> Lines:
    preferences = edition.programme.preferences
    lines: Lines = []
    if preferences.name:
        lines.append((preferences.name, _name_style(preferences.name)))
    elif preferences.id:
        lines.append((say("cover.number", id=preferences.id), theme.NAME))
    if preferences.name and preferences.id:
        lines.append((say("cover.number", id=preferences.id), theme.BODY))
    lines.append((_how_often(edition), theme.BODY))
    lines.append((say("cover.split_days" if preferences.sessions > 3 else "cover.rest_day"), theme.BODY))
    if preferences.hip:
        lines.append((say(f"cover.hip_{preferences.hip}"), theme.BODY))
    return lines


def _name_style(name: str) -> TextStyle:
    return theme.BODY_BOLD if len(name) > LONG_NAME else theme.NAME


def _how_often(edition: Edition) -> str:
    weeks, sessions = edition.programme.preferences.weeks, edition.programme.preferences.sessions
    words = f"cover.{'week' if weeks == 1 else 'weeks'}_{'session' if sessions == 1 else 'sessions'}"
    return say(words, weeks=weeks, sessions=sessions)


def _from_whom(edition: Edition) -> Lines:
    preferences = edition.programme.preferences
    address = edition.face.clinic.address
    given = [text for text in (preferences.clinic, address, preferences.clinician, preferences.phone) if text]
    lines: Lines = [(text, theme.BODY if number else _name_style(text)) for number, text in enumerate(given)]
    if preferences.review:
        lines.append((say("cover.review", date=long_date(preferences.review)), theme.BODY))
    return lines
