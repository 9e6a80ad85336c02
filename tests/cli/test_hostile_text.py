"""Texts that try to break out: each is printed letter by letter or refused in one clear line, in bounded time."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import monotonic

import pytest
from click.testing import Result
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from hipplan.checking.reading import read_pdf
from measuring.accessible import breaches
from measuring.objects import numbers_of

Run = Callable[..., Result]
MOST_SECONDS = 10.0
PRINTED = (
    "Ana <b",
    '<img src="/etc/passwd">',
    "</pdf:Keywords><x>",
    "**bold** _it_",
    "{first} {0} {{}}",
    "%s %d %(name)s",
    "a ] b ) c ( d \\ e > endstream endobj",
    "-- /JavaScript (app.alert(1))",
    "&amp; &lt; &#0;",
    "W" * 80,
    "$(id) `id` ; rm",
    "İ" * 80,
    "<Иванова>",
    "Ad\u00e9b\u00e1y\u1ecd\u0300",
)
CONTROL = (  # turns of direction, no width, a bell, colours of a terminal
    "a\u202eb",
    "a\u200bb",
    "a\u200db",
    "a\ufeffb",
    "a\x07b",
    "a\x1b[31mb",
    "a\u2028b",
    "a\x00b",
    "\u2066a\u2069",
)

UNPRINTABLE = ("שלום", "مرحبا", "Ana 😀", "कमला", "日本", "a\u20e3", "Z" + "\u0316\u0302" * 30)
FIELDS = ("name", "clinician", "clinic", "notes", "goals", "notes_for")
LONGEST = 100 * 1000


def asked(run: Run, folder: Path, field: str, text: str, command: str = "build") -> Result:
    """The command with a text in a preferences file, timed."""
    quoted = json.dumps(text, ensure_ascii=False)
    line = f"notes_for = {{ clam = {quoted} }}" if field == "notes_for" else f"{field} = {quoted}"
    (folder / "plan.toml").write_text(f"weeks = 1\n{line}\n", encoding="utf-8")
    start = monotonic()
    result = run(command, "plan.toml")
    assert monotonic() - start < MOST_SECONDS
    return result


def refused(result: Result, field: str, folder: Path) -> str:
    """The one line of a refusal; nothing was written."""
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.strip().splitlines()
    assert field in line
    assert len(line) < 400
    assert [path.name for path in folder.iterdir()] == ["plan.toml"]
    return line


@pytest.mark.parametrize("text", PRINTED)
def test_marks_and_code_are_printed_as_they_stand(text: str, run: Run, folder: Path) -> None:
    lines = [f"{field} = {json.dumps(text, ensure_ascii=False)}" for field in ("name", "clinic", "notes", "goals")]
    lines.append(f"notes_for = {{ clam = {json.dumps(text, ensure_ascii=False)} }}")
    (folder / "plan.toml").write_text("weeks = 1\nsessions = 2\n" + "\n".join(lines), encoding="utf-8")
    start = monotonic()
    result = run("build", "plan.toml")
    assert monotonic() - start < MOST_SECONDS
    assert result.exit_code == 0, result.stderr
    data = (folder / "hip-plan.pdf").read_bytes()
    seen = ["".join("".join(piece.text for piece in page.texts).split()) for page in read_pdf(data)]
    wanted = "".join(text.split())
    assert sum(page.count(wanted) for page in seen) >= 5  # name, clinic, notes, goal, note for a move
    reader = PdfReader(BytesIO(data))
    again = "".join("".join(page.extract_text().split()) for page in reader.pages)
    assert again.count(wanted) >= 5
    about = reader.metadata
    assert about is not None
    assert about.title == f"Hip rotation workbook, for {text}"
    assert breaches(data) == []
    for number in numbers_of(reader):
        thing = reader.get_object(number)
        if isinstance(thing, DictionaryObject):
            assert not {"/JS", "/JavaScript", "/AA", "/OpenAction", "/URI", "/Launch"} & set(thing)


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("text", CONTROL)
def test_control_and_invisible_characters_are_refused_in_one_line(
    field: str, text: str, run: Run, folder: Path
) -> None:
    line = refused(asked(run, folder, field, text), field, folder)
    assert line == f"Error: plan.toml: {field}: should hold no control or invisible characters (got …)"


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("text", UNPRINTABLE)
def test_letters_that_both_typefaces_lack_are_refused_in_one_line(
    field: str, text: str, run: Run, folder: Path
) -> None:
    line = refused(asked(run, folder, field, text), field, folder)
    assert "has letters that our typefaces cannot print (U+" in line
    assert text not in line


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("letter", ["a", "a ", "W", "a\n", "א", "="])
@pytest.mark.parametrize("command", ["build", "plan"])
def test_texts_that_are_far_too_long_are_refused_in_one_line(
    field: str, letter: str, command: str, run: Run, folder: Path
) -> None:
    line = refused(asked(run, folder, field, (letter * LONGEST)[:10_000], command), field, folder)
    assert "(got …)" in line


def test_a_text_as_long_as_it_may_be_is_printed_in_bounded_time(run: Run, folder: Path) -> None:
    for text in ("W" * 600, "a\n" * 299 + "a", "İ" * 600, "И и " * 150):
        result = asked(run, folder, "notes", text)
        assert result.exit_code == 0, result.stderr
        seen = "".join(
            "".join(piece.text for piece in page.texts) for page in read_pdf(Path("hip-plan.pdf").read_bytes())
        )
        letter = text[0]
        assert seen.count(letter) >= text.count(letter)
        Path("hip-plan.pdf").unlink()


def test_options_take_the_same_texts(run: Run, folder: Path) -> None:
    result = run("build", "--weeks", "1", "--name", "Ana <b", "--goals", "Dance, slowly", "--notes-for", "clam=**x**")
    assert result.exit_code == 0, result.stderr
    seen = " ".join(page.words for page in read_pdf((folder / "hip-plan.pdf").read_bytes()))
    assert "Ana <b" in seen
    assert "Dance, slowly" in seen
    assert "**x**" in seen


def test_the_report_of_a_build_cannot_be_used_to_paint_the_terminal(run: Run) -> None:
    result = run("build", "--weeks", "1", "--name", "Ana \x1b[31m")
    assert result.exit_code == 2
    assert "\x1b" not in result.output
