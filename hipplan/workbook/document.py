"""From a programme to a PDF: list the pages, number them, draw them."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from hipplan import __version__
from hipplan.errors import PreferencesError
from hipplan.pdf.about import About
from hipplan.pdf.book import Book
from hipplan.pdf.fonts import missing_letters
from hipplan.plan.programme import Programme
from hipplan.words import say
from hipplan.workbook import parts
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.pages.before import before_pages
from hipplan.workbook.pages.cover import cover_pages
from hipplan.workbook.pages.how import how_pages
from hipplan.workbook.pages.move import move_pages
from hipplan.workbook.pages.notes import notes_pages
from hipplan.workbook.pages.progress import progress_pages
from hipplan.workbook.pages.self_tests import self_test_pages
from hipplan.workbook.pages.sources import sources_pages
from hipplan.workbook.pages.week import week_pages
from hipplan.workbook.pictures import pictures_of
from hipplan.workbook.template import read_template
from hipplan.workbook.theme import PAPERS

GROUPS: Mapping[str, Callable[[Edition], list[Page]]] = {
    "cover": cover_pages,
    "notes": notes_pages,
    "before": before_pages,
    "how": how_pages,
    "tests": self_test_pages,
    "moves": move_pages,
    "weeks": week_pages,
    "progress": progress_pages,
    "sources": sources_pages,
}
TEXTS_FROM_PEOPLE = ("name", "id", "clinician", "clinic", "phone", "emergency", "notes")


@dataclass(frozen=True, slots=True)
class Workbook:
    """A finished file and the number of its pages."""

    pdf: bytes
    pages: int


def render(programme: Programme, template: str = "workbook", *, illustrated: bool = True) -> Workbook:
    """Draw the whole workbook. Raises PreferencesError when a person's text has a letter the typeface lacks."""
    check_letters(programme)
    draft = draft_of(programme, illustrated=illustrated)
    pages = page_list(draft, template)
    edition = replace(draft, contents={page.key: n for n, page in enumerate(pages, start=1)}, pages=len(pages))
    book = Book(edition.paper.sheet, edition.paper.area, _about(programme))
    for number, page in enumerate(pages, start=1):
        sheet = book.page([(page.bookmark, 0)] if page.bookmark else [])
        page.draw(sheet, edition)
        parts.footer(sheet, edition, number)
        book.close_page()
    return Workbook(book.finish(), len(pages))


def draft_of(programme: Programme, *, illustrated: bool = True) -> Edition:
    """The edition before its pages are counted."""
    pictures = pictures_of(programme) if illustrated else {}
    paper = PAPERS[programme.preferences.paper]
    return Edition(programme=programme, paper=paper, version=__version__, pictures=pictures)


def page_list(draft: Edition, template: str = "workbook") -> list[Page]:
    """Every page in order; nothing is drawn yet."""
    return [page for group in read_template(template).pages for page in GROUPS[group](draft)]


def mark(programme: Programme) -> str:
    """What a workbook of this programme for this person carries in its Keywords; the person only as a digest."""
    preferences = programme.preferences
    person = json.dumps([preferences.name, preferences.id], ensure_ascii=False)
    return f"hipplan programme {programme.id} person {hashlib.sha256(person.encode()).hexdigest()[:8]}"


def check_letters(programme: Programme) -> None:
    """Refuse what cannot be printed, before anything is drawn; the person's text is not repeated."""
    problems = []
    for name in TEXTS_FROM_PEOPLE:
        letters = missing_letters(getattr(programme.preferences, name) or "")
        if letters:
            codes = ", ".join(f"U+{ord(letter):04X}" for letter in letters)
            problems.append(f"{name}: has letters that the typeface lacks ({codes}); write it with Latin letters")
    if problems:
        raise PreferencesError(*problems)


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
