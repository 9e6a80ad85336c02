"""The booklet of hipplan build: made from the finished workbook, and what it is not."""

from hipplan.cli.terminal import counted
from hipplan.plan.preferences import Preferences
from hipplan.words import say

_NOT = "is neither PDF/UA nor PDF/A"
_HOW = "Print on both sides, flip on the short edge, fold and staple."


def as_booklet(pdf: bytes) -> bytes:
    """Two pages of the workbook a side, to fold and staple."""
    from hipplan.pdf.booklet import booklet  # noqa: PLC0415  brings in pypdf, which other builds need not wait for

    return booklet(pdf, subject=say("document.booklet"))


def booklet_note(pages: int, preferences: Preferences) -> str:
    """How to print it, that it is for print only, and how small its print is."""
    sheets = counted(-(-pages // 4), "sheet")
    first = f"Booklet of {counted(pages, 'page')} on {sheets}, for print only: it has no tags, so it {_NOT}. {_HOW}"
    alone = ["One page makes no booklet: print it without --booklet."] if pages == 1 else []
    return "\n".join([first, _size_note(preferences), *alone])


def booklets_note() -> str:
    """The same of many."""
    small = (
        f"Their print is small, about 70 % of its size: 12 pt prints as 8.5 pt. {_way_out('ask for text_size large')}"
    )
    return f"Booklets are for print only: they have no tags, so each {_NOT}. {_HOW}\n{small}"


def _size_note(preferences: Preferences) -> str:
    from hipplan.workbook.theme import PAPERS  # noqa: PLC0415  as above

    sheet = PAPERS[preferences.paper].sheet
    scale = sheet.height / 2 / sheet.width  # two pages fill the width of the turned sheet
    if preferences.text_size == "large":
        return f"Its large print of 18 pt prints as {18 * scale:.1f} pt."
    return f"Its print is small: 12 pt prints as {12 * scale:.1f} pt. {_way_out('add --text-size large')}"


def _way_out(ask: str) -> str:
    return f"For a person who needs larger print, {ask}, or print without --booklet."
