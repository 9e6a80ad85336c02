"""The footer of large print: the clinic's own line where it has one, then which plan, whom to call, which page."""

from collections.abc import Iterator
from dataclasses import replace

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import TextStyle, width_of
from hipplan.words import say
from hipplan.workbook import theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.face import Face
from hipplan.workbook.large import type as large

LINE = 6.6  # of the clinic's own
APART = 6.0
UP, RULE_UP = 1.4, 7.2  # from the bottom of the text area to the words and to the rule


def with_face(edition: Edition, face: Face) -> Edition:
    """The edition with the face of a clinic, whose own line makes the footer of large print higher."""
    paper = edition.paper
    if face.clinic.footer and edition.programme.preferences.text_size == "large":
        paper = large.with_foot(paper, paper.foot + LINE)
    return replace(edition, face=face, paper=paper)


def footer(sheet: Sheet, edition: Edition, number: int) -> None:
    """Everything that helps when a page lies alone on the floor."""
    area = sheet.area
    bottom = area.bottom + edition.paper.foot
    own = edition.face.clinic.footer
    top = bottom - RULE_UP - (LINE if own else 0.0)
    sheet.ink.line((area.x, top), (area.right, top), theme.FOOT_RULE)
    page = say("footer.page", page=number, pages=edition.pages)
    plan = say("footer.plan", id=edition.programme.id, version=edition.version)
    left, right = width_of(plan, large.SMALL_GREY) + 4, width_of(page, large.SMALL_BOLD) + 4
    room = Box(area.x + left, area.y, area.width - left - right, area.height)
    with sheet.decoration():
        if own:
            sheet.at(own, area, bottom - UP - LINE, large.SMALL)
            whose = _whose(edition, number)
            if whose and width_of(own, large.SMALL) + APART + width_of(whose, large.SMALL_BOLD) <= area.width:
                sheet.at(whose, area, bottom - UP - LINE, large.SMALL_BOLD, align="right")
        sheet.at(plan, area, bottom - UP, large.SMALL_GREY)
        for words, style in _middle(edition, number):
            if width_of(words, style) <= room.width:
                sheet.at(words, room, bottom - UP, style, align="centre")
                break
        sheet.at(page, area, bottom - UP, large.SMALL_BOLD, align="right")


def _whose(edition: Edition, number: int) -> str:
    """The person, on a first page that is no cover."""
    name = edition.programme.preferences.name
    return say("footer.short", name=name) if name and number == 1 and not edition.has("cover") else ""


def _middle(edition: Edition, number: int) -> Iterator[tuple[str, TextStyle]]:
    """What may stand between plan and page, the best first."""
    preferences = edition.programme.preferences
    whose = _whose(edition, number)
    if whose and not edition.face.clinic.footer:  # beside whose line it has more room
        yield whose, large.SMALL_BOLD
    if preferences.phone:
        yield say("strip.call", phone=preferences.phone), large.SMALL_BOLD
        if where := edition.page_of("cover") or edition.page_of("before"):
            yield say("large.phone", page=where), large.SMALL_BOLD
    if preferences.name:
        yield say("footer.short", name=preferences.name), large.SMALL_GREY
