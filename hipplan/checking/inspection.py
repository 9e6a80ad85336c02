"""Every row of a check, from the bytes of a file; what needs the extra 'check' is named and left out without it."""

from hipplan.checking import rows_of_file, rows_of_pages
from hipplan.checking.answer import NOT_CHECKED, Answer, Row
from hipplan.checking.file_facts import FileFacts, read_facts
from hipplan.checking.limits import limits_for
from hipplan.checking.page_measures import body_size
from hipplan.checking.seen import PageSeen


def inspect(data: bytes) -> Answer:
    """Check a file in this process. Raises whatever the readers raise on a damaged one."""
    facts = read_facts(data)
    pages = _own(_read_pages(data), facts)
    rows = [
        rows_of_file.programme_row(facts),
        rows_of_file.conformance_row(facts, data, "ua1"),
        rows_of_file.conformance_row(facts, data, "2a"),
        rows_of_file.pages_row(facts),
        rows_of_file.paper_row(facts),
        rows_of_file.fonts_row(facts),
        rows_of_file.running_row(facts),
    ]
    size = body_size(pages or ())
    return Answer(
        ours=bool(facts.mark),
        programme=rows_of_file.programme_of(facts.mark),
        version=facts.version,
        print=limits_for(size).print if size else "",
        rows=(*rows, *(_UNMEASURED if pages is None else _measured(pages, facts, size))),
    )


def _own(pages: tuple[PageSeen, ...] | None, facts: FileFacts) -> tuple[PageSeen, ...] | None:
    """The pages that are ours, without the words of a clinic's letterhead."""
    return pages and tuple(
        page.on_letterhead(whole=False) if page.number in facts.letterheads else page for page in pages[: facts.own]
    )


def _measured(pages: tuple[PageSeen, ...], facts: FileFacts, size: float) -> tuple[Row, ...]:
    limits = limits_for(size)
    bare = tuple(page.on_letterhead(whole=True) if page.number in facts.letterheads else page for page in pages)
    return (
        rows_of_pages.footer_row(pages, facts),
        rows_of_pages.size_row(pages, limits),
        rows_of_pages.contrast_row(pages, limits),
        rows_of_pages.margin_row(bare),
        rows_of_pages.write_in_row(bare, limits, ours=bool(facts.mark)),
        _reading_row(pages, facts.language),
    )


def _read_pages(data: bytes) -> tuple[PageSeen, ...] | None:
    """The pages, or None without the extra."""
    try:
        from hipplan.checking.reading import read_pdf  # noqa: PLC0415  the extra need not be there
    except ImportError:
        return None
    return read_pdf(data)


def _reading_row(pages: tuple[PageSeen, ...], language: str) -> Row:
    try:
        from hipplan.checking.rows_of_words import reading_row  # noqa: PLC0415  the extra need not be there
    except ImportError:
        return _UNMEASURED[-1]
    return reading_row(pages, language)


def _unmeasured(key: str, what: str) -> Row:
    return Row(key=key, what=what, found=rows_of_file.EXTRA, limit="", result=NOT_CHECKED)


_UNMEASURED = (
    _unmeasured("footers", "Footers"),
    _unmeasured("smallest-text", "Smallest text"),
    _unmeasured("contrast", "Contrast"),
    _unmeasured("margins", "Margins"),
    _unmeasured("write-in", "Write-in boxes"),
    _unmeasured("reading-level", "Reading level"),
)
