"""The twin by Typst has the pages and words of the default workbook, so that comparing their speed is fair."""

from collections import Counter
from functools import cache

import pypdfium2  # type: ignore[import-untyped] # comes without types
import pytest
from pypdfium2 import raw

from hipplan.plan.preferences import parse_preferences
from hipplan.plan.progression import plan_programme
from hipplan.workbook.document import render

pytest.importorskip("typst", reason="the twin is made by Typst, which only the development extra brings")

from benchmarks.typst.twin import Twin, data_of

SOFT = "\ufffe"  # pdfium's sign for a hyphen at the end of a line


@cache
def made() -> tuple[bytes, bytes]:
    programme = plan_programme(parse_preferences({}))
    return render(programme).pdf, Twin().compile(data_of(programme))


def words_of(pdf: bytes) -> list[Counter[str]]:
    texts = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    return [Counter(text.replace(SOFT, "-").split()) for text in texts]


def test_the_twin_has_the_same_words_on_every_page() -> None:
    ours, twin = map(words_of, made())
    assert len(ours) == len(twin) == 16
    for number, (here, there) in enumerate(zip(ours, twin, strict=True), start=1):
        assert sum(here.values()) > 100
        assert (here - there, there - here) == (Counter(), Counter()), number


def test_the_twin_is_tagged_and_has_the_same_bookmarks() -> None:
    ours, twin = (pypdfium2.PdfDocument(pdf) for pdf in made())
    assert raw.FPDFCatalog_IsTagged(twin)
    marked = [[mark.get_dest().get_index() for mark in document.get_toc()] for document in (ours, twin)]
    assert marked[0] == marked[1]
    assert len(marked[0]) > 10
