"""Two boxes at the top of the cover: for whom, and from whom. What was not given can be written in by hand."""

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, TextStyle, height_of
from hipplan.words import rich, say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.naming import long_date

INSET = 4.0
LABEL = 5.0
WRITE_LINE = 9.6
WRITE_END = 1.6
SENDER_LINES = 2  # a name, and a phone number
GUTTER = 4.0
USUAL_HEIGHT = 45.0
# height of the boxes up to which the cover has room for goals and address; moves left out take room too
MOST, MOST_LEFT_OUT = 66.0, 52.0
MOST_TIGHT, MOST_LEFT_OUT_TIGHT = 55.0, 39.0
LONG_NAME = 40  # characters; a longer one is set smaller

Lines = list[tuple[Text, TextStyle]]


def people_height(edition: Edition) -> float:
    """Height of the taller of the two boxes."""
    return _taller(_boxes(edition, _goals(edition) if goals_on_cover(edition) else []), _inner_width(edition))


def goals_on_cover(edition: Edition) -> bool:
    """Whether the box of the person has room for their goals; else they stand on the page of notes."""
    goals = _goals(edition)
    return bool(goals) and _height(_boxes(edition, goals)[0], _inner_width(edition)) <= _most(edition)


def _boxes(edition: Edition, goals: Lines) -> tuple[Lines, Lines]:
    """The lines of both boxes; beside goals, what the plan is moves to the sender if that makes the boxes lower."""
    whom, plan, sender = _for_whom(edition), _plan(edition), from_whom(edition)
    usual = ([*whom, *plan, *goals], sender)
    moved = ([*whom, *goals], [*sender, *plan])
    width = _inner_width(edition)
    return moved if goals and _taller(moved, width) < _taller(usual, width) else usual


def _taller(boxes: tuple[Lines, Lines], width: float) -> float:
    whom, sender = boxes
    return max(_height(whom, width), _height(sender, width, write_lines=SENDER_LINES))


def _most(edition: Edition) -> float:
    if edition.programme.left_out:
        return MOST_LEFT_OUT_TIGHT if edition.paper.tight else MOST_LEFT_OUT
    return MOST_TIGHT if edition.paper.tight else MOST


def _inner_width(edition: Edition) -> float:
    return (edition.paper.area.width - GUTTER) / 2 - 2 * INSET


def long_names(edition: Edition) -> bool:
    """Whether the boxes are so high that the cover has no room for much else."""
    return people_height(edition) > USUAL_HEIGHT


def draw_people(sheet: Sheet, edition: Edition, box: Box) -> float:
    """Draw both boxes and return the y below them."""
    left, right = box.columns(None, None, gap=GUTTER)
    whom, sender = _boxes(edition, _goals(edition) if goals_on_cover(edition) else [])
    _draw(sheet, left, "for", whom)
    _draw(sheet, right, "from", sender)
    return box.bottom


def _height(lines: Lines, width: float, write_lines: int = 1) -> float:
    write = 0.0 if _is_named(lines) else write_lines * WRITE_LINE + WRITE_END
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
    y += 0.0 if _is_named(lines) else WRITE_END
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
    if preferences.hip:
        lines.append((say(f"cover.hip_{preferences.hip}"), theme.BODY))
    return lines


def _plan(edition: Edition) -> Lines:
    return [(line, theme.BODY) for line in (how_often(edition), between_days(edition)) if line]


def between_days(edition: Edition) -> str:
    """How the sessions of a week are spread; one has nothing to be spread from."""
    sessions = edition.programme.preferences.sessions
    if sessions == 1:
        return ""
    return say("cover.split_days" if sessions > 3 else "cover.rest_day")


def _goals(edition: Edition) -> Lines:
    return [(line, theme.BODY) for line in goal_lines(edition.programme.preferences.goals)]


def goal_lines(goals: tuple[str, ...]) -> tuple[Text, ...]:
    """One goal, or several with their numbers, in the person's own words."""
    if len(goals) == 1:
        return (rich("cover.goal", goal=goals[0]),)
    return tuple(rich("cover.goal_numbered", number=number, goal=goal) for number, goal in enumerate(goals, start=1))


def _name_style(name: str) -> TextStyle:
    return theme.BODY_BOLD if len(name) > LONG_NAME else theme.NAME


def how_often(edition: Edition) -> str:
    """Weeks and sessions a week."""
    weeks, sessions = edition.programme.preferences.weeks, edition.programme.preferences.sessions
    words = f"cover.{'week' if weeks == 1 else 'weeks'}_{'session' if sessions == 1 else 'sessions'}"
    return say(words, weeks=weeks, sessions=sessions)


def from_whom(edition: Edition) -> Lines:
    """The address in its own lines, in one, or, under names that fill the box, left to the letterhead."""
    address = edition.face.clinic.address or ""
    choices = [_sender(edition, words) for words in (address, ", ".join(address.split("\n")), "")]
    fitting = (lines for lines in choices if _height(lines, _inner_width(edition)) <= _most(edition))
    return next(fitting, choices[-1])


def _sender(edition: Edition, address: str) -> Lines:
    preferences = edition.programme.preferences
    given = [text for text in (preferences.clinic, address, preferences.clinician, preferences.phone) if text]
    lines: Lines = [(text, theme.BODY if number else _name_style(text)) for number, text in enumerate(given)]
    if preferences.review:
        lines.append((say("cover.review", date=long_date(preferences.review)), theme.BODY))
    return lines
