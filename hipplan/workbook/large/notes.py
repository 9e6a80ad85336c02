"""What is special about one plan, in large print: the physio's words, what was left out, notes of the plan."""

from hipplan.pdf.text import Text, height_of, runs_of
from hipplan.words import say
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.large import type as large
from hipplan.workbook.large.blocks import bullet, heading, paragraph
from hipplan.workbook.large.flow import Block
from hipplan.workbook.large.page import Chapter, chapter_pages
from hipplan.workbook.pages.notes import special_parts

HIGHEST = 170.0  # of one block of somebody's own words


def has_notes(edition: Edition) -> bool:
    """Whether the template has the page, and there is something for it."""
    return edition.has("notes") and bool(_special(edition))


def _special(edition: Edition) -> list[tuple[str, list[Text]]]:
    """Goals and what was left out are on the cover, which has room for them here."""
    on_cover = (say("notes_page.goals"), say("notes_page.left_out"))
    return [(title, lines) for title, lines in special_parts(edition) if title not in on_cover]


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
            blocks += [bullet(line, title)] if many and len(pieces(line)) == 1 else own_words(line)
    return blocks


def pieces(line: Text) -> list[Text]:
    """A long text from a person, cut at spaces into parts that a page can hold."""
    if height_of(line, large.TEXT, large.BODY, breakable=True) <= HIGHEST:
        return [line]
    runs = runs_of(line, large.BODY)
    longest = max(range(len(runs)), key=lambda place: len(runs[place][0]))
    text, face = runs[longest]
    cut = text.rfind(" ", 1, len(text) // 2)
    cut = cut if cut > 0 else len(text) // 2
    before, after = (text[:cut].rstrip(" "), face), (text[cut:].lstrip(" "), face)
    return [*pieces((*runs[:longest], before)), *pieces((after, *runs[longest + 1 :]))]


def own_words(line: Text) -> list[Block]:
    """A paragraph of somebody's own, in as many blocks as it needs."""
    return [paragraph(piece, gap=0.0 if number else 2.4) for number, piece in enumerate(pieces(line))]
