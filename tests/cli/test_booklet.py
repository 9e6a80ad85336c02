"""A booklet from the command line."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from click.testing import Result
from pypdf import PdfReader

Run = Callable[..., Result]
NOTE = (
    "Booklet of 16 pages on 4 sheets, for print only: it has no tags, so it is neither PDF/UA nor PDF/A. "
    "Print on both sides, flip on the short edge, fold and staple.\n"
)


def test_a_booklet_has_half_the_sides_and_says_in_one_line_what_it_is_not(run: Run, folder: Path) -> None:
    result = run("build", "--booklet")
    assert result.exit_code == 0
    assert result.stderr == NOTE
    assert "Wrote hip-plan.pdf: 16 pages" in result.stdout
    assert len(PdfReader(BytesIO((folder / "hip-plan.pdf").read_bytes())).pages) == 8


def test_a_booklet_on_standard_output_has_its_words_beside_it(run: Run) -> None:
    result = run("build", "--booklet", "-o", "-")
    assert result.stdout_bytes.startswith(b"%PDF-1.7")
    assert result.stderr.endswith(NOTE)


def test_a_quiet_booklet_says_nothing(run: Run) -> None:
    assert run("build", "--booklet", "--quiet").output == ""


def test_a_booklet_and_a_workbook_of_the_same_programme_replace_each_other(run: Run, folder: Path) -> None:
    for options in (("--booklet",), (), ("--booklet",)):
        before = (folder / "hip-plan.pdf").read_bytes() if (folder / "hip-plan.pdf").exists() else b""
        assert run("build", *options).exit_code == 0
        assert (folder / "hip-plan.pdf").read_bytes() != before
