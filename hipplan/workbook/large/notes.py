"""What is special about one plan, in large print: the physio's words, what was left out, notes of the plan."""

from hipplan.pdf.text import Text
from hipplan.words import say
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.large import type as large
from hipplan.workbook.large.blocks import bullet, heading, paragraph
from hipplan.workbook.large.flow import Block
from hipplan.workbook.large.page import Chapter, chapter_pages
from hipplan.workbook.pages.notes import _parts

LONGEST = 400  # characters: a longer line is cut at a space, so that it can go on on the next page


def has_notes(edition: Edition) -> bool:
    """Whether the template has the page, and there is something for it."""
    return edition.has("notes") and bool(_special(edition))


def _special(edition: Edition) -> list[tuple[str, list[Text]]]:
    """Goals and what was left out are on the cover, which has room for them here."""
    on_cover = (say("notes_page.goals"), say("notes_page.left_out"))
    return [(title, lines) for title, lines in _parts(edition) if title not in on_cover]


def notes_pages(edition: Edition) -> list[Page]:
    """A chapter only when there is something to say."""
    if not has_notes(edition):
        return []
    return chapter_pages(
        edition,
        Chapter(key="notes", title=say("notes_page.title"), build=_blocks, own=say("notes_page.own")),
    )


def _blocks(edition: Edition) -> list[Block]:
    blocks = [paragraph(say("notes_page.lead"), large.LEAD, gap=0.0)]
    for title, lines in _special(edition):
        blocks.append(heading(title))
        many = len(lines) > 1 and title != say("notes_page.from_physio")
        for line in lines:
            blocks += [bullet(line, title)] if many else [paragraph(piece) for piece in pieces(line)]
    return blocks


def pieces(line: Text) -> list[Text]:
    """A long text from a person in parts that a page can hold."""
    if not isinstance(line, str) or len(line) <= LONGEST:
        return [line]
    found, rest = [], line
    while len(rest) > LONGEST:
        cut = rest.rfind(" ", 1, LONGEST)
        cut = cut if cut > 0 else LONGEST
        found.append(rest[:cut])
        rest = rest[cut:].lstrip(" ")
    return [*found, rest]
