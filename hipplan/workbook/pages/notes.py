"""A page for what is special about one plan: the physio's words, notes, and room for the reader's own."""

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, height_of
from hipplan.words import rich, say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.naming import move_name
from hipplan.workbook.pages.cover import left_out_lines
from hipplan.workbook.pages.people import long_names

WIDTH = 137.0
COVER_NOTES = 190  # characters: what three lines under the staircase hold


def notes_pages(edition: Edition) -> list[Page]:
    """A page only when there is something to say that the cover cannot hold."""
    programme = edition.programme
    long = len(" ".join(programme.notes)) > COVER_NOTES or (long_names(edition) and programme.left_out)
    if not (long or programme.preferences.notes or programme.outside):
        return []
    return [Page("notes", say("notes_page.title"), draw_notes)]


def draw_notes(sheet: Sheet, edition: Edition) -> None:
    """Draw each part that has something in it, then lines to write on."""
    rest = parts.title_block(sheet, say("notes_page.title"), say("notes_page.lead"))
    y = rest.y + 2
    for title, lines in _parts(edition):
        y = sheet.heading(2, title, Box(rest.x, y, rest.width, 8), theme.H2) + 1.5
        for line in lines:
            height = height_of(line, WIDTH, theme.BODY, breakable=True)
            y = sheet.paragraph(line, Box(rest.x, y, WIDTH, height), theme.BODY, breakable=True) + 1.2
        y += 6
    parts.note_lines(sheet, Box(rest.x, y, rest.width, rest.bottom - y), say("notes_page.own"), say("notes_page.own"))


def _parts(edition: Edition) -> list[tuple[str, list[Text]]]:
    programme = edition.programme
    preferences = programme.preferences
    found: list[tuple[str, list[Text]]] = []
    if preferences.notes:
        from_whom = "from_physio" if preferences.clinician or preferences.clinic else "from_you"
        found.append((say(f"notes_page.{from_whom}"), list(preferences.notes.split("\n"))))
    if programme.outside:
        lines: list[Text] = [
            rich("notes_page.outside_item", name=move_name(o.move), because=o.because) for o in programme.outside
        ]
        found.append((say("notes_page.outside"), lines))
    if programme.left_out:
        found.append((say("notes_page.left_out"), list(left_out_lines(programme))))
    if programme.notes:
        found.append((say("notes_page.plan"), list(programme.notes)))
    return found
