import tracemalloc
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import StreamObject

from hipplan.pdf.metadata import mark_of, read_mark
from measuring.foreign import locked

MARK = "hipplan programme 0123abcd person 4567cdef"


def marked(keywords: str) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_metadata({"/Keywords": keywords})
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_mark_is_found_among_other_keywords() -> None:
    assert read_mark(marked(MARK)) == MARK
    assert read_mark(marked(f"hip, {MARK}; more")) == MARK


@pytest.mark.parametrize("keywords", ["", "hipplan", "hipplan programme 0123abcd", MARK.upper(), MARK[:-1]])
def test_anything_else_is_not_a_mark(keywords: str) -> None:
    assert read_mark(marked(keywords)) is None


@pytest.mark.parametrize("data", [b"", b"text", b"%PDF-1.7\n%%EOF\n", b"%PDF-1.7", bytes(range(256)) * 40])
def test_what_is_no_pdf_has_no_mark(data: bytes) -> None:
    assert read_mark(data) is None


@pytest.mark.parametrize("handler", [b"Standard", b"Acme.Sec"])
def test_a_locked_file_has_no_mark(handler: bytes) -> None:
    assert read_mark(locked(handler)) is None


def test_a_damaged_file_of_ours_has_a_mark_or_none_but_no_traceback() -> None:
    whole = marked(MARK)
    assert PdfReader(BytesIO(whole)).pages
    found = {read_mark(whole[:length]) for length in range(0, len(whole), 7)}
    assert found <= {MARK, None}
    assert None in found


def test_of_a_large_file_only_a_little_is_read(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=BytesIO(marked(MARK)))
    picture = StreamObject()
    picture._data = b"\xff" * 30_000_000
    writer._add_object(picture)
    with (tmp_path / "large.pdf").open("wb") as file:
        writer.write(file)
    del picture, writer
    tracemalloc.start()
    assert mark_of(tmp_path / "large.pdf") == MARK
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("data", [b"", b"text", b"%PDF-1.7\n", b"%PDF-1.7" + b"\0" * 5000, b"\0" * 5000])
def test_a_file_that_is_no_whole_pdf_has_no_mark(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(data)
    assert mark_of(tmp_path / "x") is None
