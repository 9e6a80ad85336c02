"""What ends a handout: all that a cover and a page of sources would have said."""

from collections.abc import Sequence
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, height_of
from hipplan.plan.quantities import moves_in, warm_up
from hipplan.words import listed, rich, say
from hipplan.workbook import theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.endings import draw_paragraph
from hipplan.workbook.naming import long_date, move_number
from hipplan.workbook.pages.at_hand import things_to_have
from hipplan.workbook.pages.cover import left_out_lines
from hipplan.workbook.pages.section import Section
from hipplan.workbook.units import kept_runs

Named = tuple[str, Section]  # by its title
WORDS, COLUMNS_APART = 137.0, 6.0
BETWEEN = 3.6


def closing(edition: Edition) -> list[tuple[str, list[Text]]]:
    """Warm-up and things to have, what is special about the plan, and what a handout is not: titles and lines."""
    found: list[tuple[str, list[Text]]] = []
    if not edition.has("cover"):
        warm = rich(f"cover.warm_up_{warm_up(edition.programme.preferences)}")
        found.append((say("handout.session"), [warm, _have(edition)]))
        found += [part for part in _special(edition) if part[1] and not edition.has("notes")]
    if not edition.has("sources"):
        found.append((say("handout.care"), _care(edition)))
    return [(title, [kept_runs(line) for line in lines]) for title, lines in found]


def _care(edition: Edition) -> list[Text]:
    programme = edition.programme
    found = [(slug, say(f"source_line.{slug}")) for slug in moves_in(programme) if not slug.endswith("-inward")]
    named = [
        say("handout.source", source=source, number=move_number(programme, slug)) for slug, source in found if source
    ]
    return [
        say("handout.not_care"),
        say("handout.facts"),
        *([say("handout.sources", sources=listed(named))] if named else []),
    ]


def _have(edition: Edition) -> Text:
    """Each thing a sentence, as one list of all would be too long to read."""
    things = " ".join(f"{thing[0].upper()}{thing[1:]}." for thing in things_to_have(edition))
    return rich("handout.have", things=things)


def _special(edition: Edition) -> list[tuple[str, list[Text]]]:
    programme = edition.programme
    preferences = programme.preferences
    from_whom = "from_physio" if preferences.clinician or preferences.clinic else "from_you"
    visit = [say("cover.review", date=long_date(preferences.review))] if preferences.review else []
    return [
        (say("cover.left_out"), list(left_out_lines(programme))),
        (say("notes_page.plan"), list(programme.notes)),
        (say(f"notes_page.{from_whom}"), [*(preferences.notes.split("\n") if preferences.notes else []), *visit]),
    ]


def one_column(edition: Edition) -> list[Named]:
    """Each title a part of its own."""
    return [(title, _column([(title, lines)], WORDS)) for title, lines in closing(edition)]


def two_columns(edition: Edition, room: float) -> list[Named]:
    """All in one part: the columns as even as can be; by the title of the first."""
    found = closing(edition)
    width = (edition.paper.area.width - COLUMNS_APART) / 2
    cuts = [(_column(found[:cut], width), _column(found[cut:], width)) for cut in range(1, len(found))]
    if not cuts:
        return one_column(edition)
    left, right = min(cuts, key=lambda columns: max(column.height for column in columns))
    height = max(left.height, right.height)
    if height > room:
        return one_column(edition)
    return [(found[0][0], Section(height, partial(_draw_columns, left=left, right=right, width=width)))]


def _draw_columns(sheet: Sheet, edition: Edition, box: Box, *, left: Section, right: Section, width: float) -> None:
    left.draw(sheet, edition, box.left(width))
    right.draw(sheet, edition, box.after(width + COLUMNS_APART))


def _column(titled: Sequence[tuple[str, list[Text]]], width: float) -> Section:
    """Titles, each with its lines."""
    lines = sum(_line_height(line, width) for _, texts in titled for line in texts)
    height = lines + len(titled) * (theme.H3.pitch + 1.0) + (len(titled) - 1) * BETWEEN
    return Section(height, partial(_draw_column, titled=tuple(titled), width=width))


def _line_height(line: Text, width: float) -> float:
    return height_of(line, width, theme.BODY, breakable=True) + 1.0


def _draw_column(
    sheet: Sheet, edition: Edition, box: Box, *, titled: Sequence[tuple[str, list[Text]]], width: float
) -> None:
    del edition
    y = box.y
    for title, lines in titled:
        y = sheet.heading(2, title, Box(box.x, y, width, box.bottom - y + 0.1), theme.H3) + 1.0
        for line in lines:
            place = Box(box.x, y, width, box.bottom - y + 0.1)
            y = draw_paragraph(sheet, line, place, theme.BODY, breakable=True) + 1.0
        y += BETWEEN
