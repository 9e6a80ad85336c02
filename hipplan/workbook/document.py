"""From a programme to a PDF: list the pages, number them, draw them."""

import hashlib
import json
from collections.abc import Callable, Sequence
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
from hipplan.workbook.keeping import KeptPages
from hipplan.workbook.large.foot import footer as large_footer
from hipplan.workbook.large.foot import with_face
from hipplan.workbook.large.type import large_paper
from hipplan.workbook.letters import check_letters
from hipplan.workbook.page_groups import GroupDrawer, group_drawer
from hipplan.workbook.pages.blank import draw_blank
from hipplan.workbook.pictures import pictures_of
from hipplan.workbook.same import Same
from hipplan.workbook.stationery import NO_STATIONERY, Stationery
from hipplan.workbook.template import Template, read_template
from hipplan.workbook.theme import PAPERS, Paper

GroupKeeper = Callable[[str, GroupDrawer, Edition], list[Page]]


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
    kept = KeptPages(draft, (illustrated, draft.groups, Same(face), _is_large(programme), programme.preferences.grey))
    with stationery.keeping_clear(2 if stationery.everywhere and draft.groups[0] == "cover" else 1, "a page"):
        planned = replace(draft, paper=stationery.planned_paper(draft.paper, first=draft.groups[0]))
        pages = page_list(planned, cover=stationery.paper(1, draft.paper), group=kept.group)
    if programme.preferences.duplex and stationery.leaflets:
        pages = even(pages)
    edition = replace(draft, contents=_contents(pages), pages=len(pages))
    about, grey = _about(programme), programme.preferences.grey
    stationery = stationery.in_grey() if grey else stationery
    book = Book(edition.paper.sheet, edition.paper.area, about, colours=face.colours, grey=grey)
    for number, page in enumerate(pages, start=1):
        _add(book, page, replace(edition, paper=stationery.paper(number, edition.paper)), kept, stationery, number)
    count = _append(book, edition, stationery)
    said = _goal_notes(replace(edition, paper=planned.paper))
    return Workbook(book.finish(), count, (*address_notes(edition, stationery), *said, *stationery.notes))


def _goal_notes(edition: Edition) -> tuple[str, ...]:
    if not edition.programme.preferences.goals or _is_large(edition.programme):
        return ()
    from hipplan.workbook.pages.week import goal_notes  # noqa: PLC0415  most workbooks have no goals

    return goal_notes(edition)


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


def _add(book: Book, page: Page, edition: Edition, kept: KeptPages, stationery: Stationery, number: int) -> None:
    """The next page: taken as it was drawn before, or drawn; then its foot."""
    paper, face = edition.paper, edition.face
    bookmarks = [(page.bookmark, 0)] if page.bookmark else []
    under, clear = stationery.under(number), stationery.clear(number, paper)
    place = book.next_place(bookmarks)
    body = None if under else kept.find(page, place, edition)
    with stationery.keeping_clear(number, f"page {number} ({page.bookmark or page.key})"):
        if body:
            book.lay(body, bookmarks, area=paper.area)
        else:
            sheet = book.page(bookmarks, area=paper.area, letterhead=under, clear=clear)
            sheet.emblem, sheet.emblem_alt = face.logo, face.alt if number == 1 else ""  # read out once
            kept.draw(page, place, edition, book, sheet)
            book.keep_room(paper.area.bottom)
        (large_footer if _is_large(edition.programme) else parts.footer)(book.foot(edition), edition, number)
        book.close_page()


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


def _planned(name: str, drawer: GroupDrawer, edition: Edition) -> list[Page]:
    del name
    return drawer(edition)


def page_list(draft: Edition, *, cover: Paper | None = None, group: GroupKeeper = _planned) -> list[Page]:
    """Every page in order; nothing is drawn yet. A cover in large print goes on where its own paper ends.

    `group` makes the pages of a group, or knows them from before.
    """
    large = _is_large(draft.programme)
    papers = {"cover": cover} if large and cover else {}
    groups = [
        (name, group(name, group_drawer(name, large=large), replace(draft, paper=papers.get(name, draft.paper))))
        for name in draft.groups
    ]
    if draft.programme.preferences.duplex:
        return open_right(groups)
    return [page for _, pages in groups for page in pages]


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
