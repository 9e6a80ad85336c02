"""A page for what is special about one plan: the physio's words, notes, and room for the reader's own."""

from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, height_of
from hipplan.plan.catalogue import MOVES
from hipplan.plan.quantities import moves_in
from hipplan.plan.written import note_for
from hipplan.words import rich, say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.endings import draw_paragraph
from hipplan.workbook.naming import move_name
from hipplan.workbook.pages.cover import left_out_lines
from hipplan.workbook.pages.move_cards import panel_holds_left_out
from hipplan.workbook.pages.people import goal_lines, goals_on_cover, long_names

WIDTH = 137.0
TITLE = 26.0  # title block, and the space under it
UNDER_TITLE, BETWEEN, AFTER = 1.5, 1.2, 6.0
COVER_NOTES = 190  # characters: what three lines under the staircase hold

Parts = list[tuple[str, list[Text]]]
"""Titles and the lines under each; no title for a part that goes on from the page before."""


def notes_pages(edition: Edition) -> list[Page]:
    """Pages only when there is something to say that the cover cannot hold; nearly always one."""
    programme = edition.programme
    full = long_names(edition) or _goals_need_the_strip(edition)
    long = len(" ".join(programme.notes)) > COVER_NOTES or (full and programme.left_out)
    if not (long or _own_words(edition) or programme.outside):
        return []
    title = say("notes_page.title")
    return [
        Page(
            f"notes-{number}" if number else "notes",
            "" if number else title,
            partial(_draw, found=group, first=not number),
        )
        for number, group in enumerate(_share_out(special_parts(edition), edition.paper.area.height - TITLE))
    ]


def _goals_need_the_strip(edition: Edition) -> bool:
    """Whether the cover has no room for goals and for why moves were left out, which then goes to the notes."""
    programme = edition.programme
    return bool(programme.preferences.goals) and not panel_holds_left_out(programme, edition.paper)


def _draw(sheet: Sheet, edition: Edition, *, found: Parts, first: bool) -> None:
    """Draw each part that has something in it, then lines to write on."""
    del edition
    aside = "" if first else say("notes_page.continued")
    rest = parts.title_block(sheet, say("notes_page.title"), say("notes_page.lead"), aside=aside)
    y = rest.y + 2
    for title, lines in found:
        if title:
            y = sheet.heading(2, title, Box(rest.x, y, rest.width, 8), theme.H2) + UNDER_TITLE
        for line in lines:
            height = height_of(line, WIDTH, theme.BODY, breakable=True)
            y = draw_paragraph(sheet, line, Box(rest.x, y, WIDTH, height), theme.BODY, breakable=True) + BETWEEN
        y += AFTER
    parts.note_lines(sheet, Box(rest.x, y, rest.width, rest.bottom - y), say("notes_page.own"), say("notes_page.own"))


def _share_out(found: Parts, room: float) -> list[Parts]:
    """Fill page after page; a part that goes on has no title again, and no title stands alone."""
    pages: list[Parts] = [[]]
    used = 0.0
    for title, lines in found:
        head = theme.H2.pitch + UNDER_TITLE
        for number, line in enumerate(lines):
            height = height_of(line, WIDTH, theme.BODY, breakable=True) + BETWEEN
            needed = height + (0 if number else head)
            if pages[-1] and used + needed > room:
                pages.append([])
                used = 0.0
            if number and pages[-1]:
                pages[-1][-1][1].append(line)
            else:
                pages[-1].append(("" if number else title, [line]))
            used += needed
        used += AFTER
    return pages


def _own_words(edition: Edition) -> Parts:
    """What people wrote that stands on no other page: notes, notes for moves with no page, goals."""
    preferences = edition.programme.preferences
    lines: list[Text] = list(preferences.notes.split("\n")) if preferences.notes else []
    for slug in MOVES:
        note = note_for(preferences.notes_for, slug)
        if note and slug not in moves_in(edition.programme):
            lines.append(rich("notes_page.for_move", name=move_name(slug), note=note))
    found: Parts = []
    if preferences.goals and not goals_on_cover(edition):
        found.append((say("notes_page.goals"), list(goal_lines(preferences.goals))))
    if lines:
        from_whom = "from_physio" if preferences.clinician or preferences.clinic else "from_you"
        found.append((say(f"notes_page.{from_whom}"), lines))
    return found


def special_parts(edition: Edition) -> Parts:
    """Titles and lines of all that is special about this plan."""
    programme = edition.programme
    found = _own_words(edition)
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
