"""From a programme to a PDF: list the pages, number them, draw them."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from hipplan import __version__
from hipplan.pdf.about import About
from hipplan.pdf.book import Book
from hipplan.pdf.leaflets import pages_in
from hipplan.plan.programme import Programme
from hipplan.words import say
from hipplan.workbook import parts
from hipplan.workbook.address import address_notes
from hipplan.workbook.clinic import with_clinic
from hipplan.workbook.duplex import even, open_right
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.face import NOBODYS, Face
from hipplan.workbook.large.foot import footer as large_footer
from hipplan.workbook.large.foot import with_face
from hipplan.workbook.large.groups import GROUPS as LARGE_GROUPS
from hipplan.workbook.large.type import large_paper
from hipplan.workbook.letters import check_letters
from hipplan.workbook.pages.before import before_pages
from hipplan.workbook.pages.blank import draw_blank
from hipplan.workbook.pages.cover import cover_pages
from hipplan.workbook.pages.fridge import fridge_pages
from hipplan.workbook.pages.handout import handout_pages
from hipplan.workbook.pages.how import how_pages
from hipplan.workbook.pages.move import move_pages
from hipplan.workbook.pages.notes import notes_pages
from hipplan.workbook.pages.progress import progress_pages
from hipplan.workbook.pages.self_tests import self_test_pages
from hipplan.workbook.pages.sources import sources_pages
from hipplan.workbook.pages.week import goal_notes, week_pages, week_pages_without_spare
from hipplan.workbook.pictures import pictures_of
from hipplan.workbook.stationery import NO_STATIONERY, Stationery
from hipplan.workbook.template import Template, read_template
from hipplan.workbook.theme import PAPERS, Paper

GROUPS: Mapping[str, Callable[[Edition], list[Page]]] = {
    "cover": cover_pages,
    "notes": notes_pages,
    "before": before_pages,
    "how": how_pages,
    "tests": self_test_pages,
    "moves": move_pages,
    "moves-short": handout_pages,
    "weeks": week_pages,
    "weeks-no-spare": week_pages_without_spare,
    "fridge": fridge_pages,
    "progress": progress_pages,
    "sources": sources_pages,
}


@dataclass(frozen=True, slots=True)
class Workbook:
    """A finished file, the number of its pages, and what is to be said of it, a line each."""

    pdf: bytes
    pages: int
    notes: tuple[str, ...] = ()


def render(
    programme: Programme,
    template: Template | None = None,
    *,
    illustrated: bool = True,
    face: Face = NOBODYS,
    stationery: Stationery = NO_STATIONERY,
) -> Workbook:
    """Draw the pages of a template, the workbook unless another is given.

    Raises PreferencesError when a person's text has a letter the typefaces lack.
    """
    programme = with_clinic(programme, face.clinic)
    check_letters(programme.preferences)
    draft = with_face(draft_of(programme, template, illustrated=illustrated), face)
    with stationery.keeping_clear(1, "a page"):
        planned = replace(draft, paper=stationery.planned_paper(draft.paper, first=draft.groups[0]))
        pages = page_list(planned, cover=stationery.paper(1, draft.paper))
    if programme.preferences.duplex and stationery.leaflets:
        pages = even(pages)
    edition = replace(draft, contents=_contents(pages), pages=len(pages))
    about, grey = _about(programme), programme.preferences.grey
    stationery = stationery.in_grey() if grey else stationery
    book = Book(edition.paper.sheet, edition.paper.area, about, colours=face.colours, grey=grey)
    for number, page in enumerate(pages, start=1):
        paper = stationery.paper(number, edition.paper)
        under, clear = stationery.under(number), stationery.clear(number, paper)
        sheet = book.page([(page.bookmark, 0)] if page.bookmark else [], area=paper.area, letterhead=under, clear=clear)
        sheet.emblem, sheet.emblem_alt = face.logo, face.alt if number == 1 else ""  # read out once
        with stationery.keeping_clear(number, f"page {number} ({page.bookmark or page.key})"):
            page.draw(sheet, replace(edition, paper=paper))
            book.keep_room(paper.area.bottom)
            (large_footer if _is_large(programme) else parts.footer)(sheet, edition, number)
            book.close_page()
    count = _append(book, edition, stationery)
    said = () if _is_large(programme) else goal_notes(replace(edition, paper=planned.paper))
    return Workbook(book.finish(), count, (*address_notes(edition, stationery), *said, *stationery.notes))


def _append(book: Book, edition: Edition, stationery: Stationery) -> int:
    """Put the leaflets behind all pages, for a duplex printer each on a side of its own, and count the pages."""
    count = edition.pages
    for leaflet in stationery.leaflets:
        if edition.programme.preferences.duplex and count % 2:
            sheet = book.page()
            draw_blank(sheet, edition)
            book.close_page()
            count += 1
        book.append(leaflet)
        count += pages_in([leaflet])
    return count


def _is_large(programme: Programme) -> bool:
    return programme.preferences.text_size == "large"


def draft_of(programme: Programme, template: Template | None = None, *, illustrated: bool = True) -> Edition:
    """The edition before its pages are counted."""
    pictures = pictures_of(programme) if illustrated else {}
    paper = PAPERS[programme.preferences.paper]
    if _is_large(programme):
        paper = large_paper(paper)
    groups = (template or read_template("workbook")).pages
    return Edition(programme=programme, paper=paper, version=__version__, pictures=pictures, groups=groups)


def page_list(draft: Edition, *, cover: Paper | None = None) -> list[Page]:
    """Every page in order; nothing is drawn yet. A cover in large print goes on where its own paper ends."""
    large = _is_large(draft.programme)
    drawn = {**GROUPS, **LARGE_GROUPS} if large else GROUPS
    papers = {"cover": cover} if large and cover else {}
    groups = [(group, drawn[group](replace(draft, paper=papers.get(group, draft.paper)))) for group in draft.groups]
    if draft.programme.preferences.duplex:
        return open_right(groups)
    return [page for _, group in groups for page in group]


def _contents(pages: Sequence[Page]) -> dict[str, int]:
    """Where everything is; what a page holds besides is found on it too."""
    return {key: number for number, page in enumerate(pages, start=1) for key in (page.key, *page.holds)}


def mark(programme: Programme) -> str:
    """What a workbook of this programme for this person carries in its Keywords; the person only as a digest."""
    preferences = programme.preferences
    person = json.dumps([preferences.name, preferences.id], ensure_ascii=False)
    return f"hipplan programme {programme.id} person {hashlib.sha256(person.encode()).hexdigest()[:8]}"


def _about(programme: Programme) -> About:
    preferences = programme.preferences
    title = say("document.title_for", name=preferences.name) if preferences.name else say("document.title")
    return About(
        title=title,
        author=preferences.clinic or preferences.clinician or say("document.author"),
        subject=say("document.subject", weeks=preferences.weeks),
        keywords=mark(programme),
        language="en-GB",
        producer=f"hipplan {__version__}",
    )
