"""Whose workbook it is, in the words that the footer has room for: the person, the clinic's own line, or both."""

from hipplan.pdf.text import width_of
from hipplan.words import say
from hipplan.workbook import theme
from hipplan.workbook.edition import Edition


def widest_page(edition: Edition) -> str:
    """A number of a page as wide as any: then every page has the same words beside it."""
    return say("footer.page", page="0" * len(str(edition.pages)), pages=edition.pages)


def whose(edition: Edition, number: int, room: float) -> str:
    """The best words that fit; what is too long is left to the cover.

    Without a cover the first page has the name rather than the clinic's line, or it would stand nowhere.
    """
    name, line = edition.programme.preferences.name, edition.face.clinic.footer
    alone = [say("footer.for", name=name), say("footer.short", name=name)] if name else []
    both = [say("footer.clinic", line=line, owner=owner) for owner in alone] if line else []
    nobody = say("footer.nobody")
    named = alone if not line or (number == 1 and not edition.has("cover")) else []
    unnamed = [say("footer.clinic", line=line, owner=nobody), line] if line else [nobody]
    choices = [*both, *named, *unnamed]
    return next((words for words in choices if width_of(words, theme.FOOTER) <= room), choices[-1])
