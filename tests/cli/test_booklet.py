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
    "Its print is small: 12 pt prints as 8.5 pt. "
    "For a person who needs larger print, add --text-size large, or print without --booklet.\n"
)


def test_a_booklet_has_half_the_sides_and_says_what_it_is_not(run: Run, folder: Path) -> None:
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


def test_how_small_the_print_of_a_booklet_is_depends_on_paper_and_text_size(run: Run, folder: Path) -> None:
    for options, size, first in (
        (("--paper", "letter"), "12 pt prints as 7.8 pt", 12),
        (("--text-size", "large"), "18 pt prints as 12.7 pt", 18),
        (("--paper", "letter", "--text-size", "large"), "18 pt prints as 11.6 pt", 18),
    ):
        result = run("build", "--booklet", "--force", *options)
        assert size in result.stderr
        assert ("--text-size large" in result.stderr) == (first == 12)
        sheet = PdfReader(BytesIO((folder / "hip-plan.pdf").read_bytes())).pages[1]
        contents = sheet.get_contents()
        assert contents is not None
        scale = float(contents.get_data().split()[1])
        assert f"{first * scale:.1f} pt" in size


def test_the_help_says_that_the_print_of_a_booklet_is_small(run: Run) -> None:
    words = " ".join(run("build", "--help").stdout.split())
    assert "The print is small: 12 pt becomes 8.5 pt, on Letter 7.8 pt; large print makes up for it." in words


def test_one_page_makes_no_booklet(run: Run) -> None:
    words = "One page makes no booklet: print it without --booklet."
    for template, found in (("fridge", True), ("log", False)):
        result = run("build", "--booklet", "--template", template, "-o", f"{template}.pdf")
        assert (words in result.stderr) == found
