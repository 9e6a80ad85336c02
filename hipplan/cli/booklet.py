"""The booklet of hipplan build: made from the finished workbook, and what it is not."""

from hipplan.cli.terminal import counted
from hipplan.words import say

_NOT = "is neither PDF/UA nor PDF/A"
_HOW = "Print on both sides, flip on the short edge, fold and staple."


def as_booklet(pdf: bytes) -> bytes:
    """Two pages of the workbook a side, to fold and staple."""
    from hipplan.pdf.booklet import booklet  # noqa: PLC0415  brings in pypdf, which other builds need not wait for

    return booklet(pdf, subject=say("document.booklet"))


def booklet_note(pages: int) -> str:
    """How to print it, and that it is for print only."""
    sheets = counted(-(-pages // 4), "sheet")
    return f"Booklet of {counted(pages, 'page')} on {sheets}, for print only: it has no tags, so it {_NOT}. {_HOW}"


def booklets_note() -> str:
    """The same of many."""
    return f"Booklets are for print only: they have no tags, so each {_NOT}. {_HOW}"
