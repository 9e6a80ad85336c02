"""A clinic file: read from its own place, judged all at once, asked for and never found by itself."""

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hipplan.checking.reading import read_pdf
from hipplan.cli import main
from hipplan.cli.clinic import starter_file
from hipplan.clinic_file import VARIABLE, read_clinic_file
from hipplan.errors import ExitCode, FileProblemError, PreferencesError
from hipplan.workbook.clinic import Clinic, contrast_on_white, tint_of

WHOLE = """
name = " Riverside Physio "
address = "1 Mill Lane\\r\\nRiverton"
phone = "555 0100"
logo = "art/logo.png"
accent = "#1f4e8c"
footer = "Riverside Physio, 555 0100"
letterhead = "paper.pdf"
letterhead_pages = "all"
safe_area = { top = 45, bottom = 20.5 }
leaflets = ["one.pdf", "two.pdf"]
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "clinic.toml"
    path.write_text(text, encoding="utf-8")
    return path


def problems(folder: Path, text: str) -> list[str]:
    path = write(folder, text)
    with pytest.raises(PreferencesError) as caught:
        read_clinic_file(path)
    assert all(line.startswith(f"{path}: ") and "\n" not in line for line in caught.value.problems)
    return [line.removeprefix(f"{path}: ") for line in caught.value.problems]


def test_every_key_is_read_and_paths_start_from_the_folder_of_the_file(tmp_path: Path) -> None:
    clinic = read_clinic_file(write(tmp_path, WHOLE))
    assert (clinic.name, clinic.address, clinic.phone) == ("Riverside Physio", "1 Mill Lane\nRiverton", "555 0100")
    assert (clinic.accent, clinic.footer) == ("#1F4E8C", "Riverside Physio, 555 0100")
    assert clinic.logo == tmp_path / "art" / "logo.png"
    assert clinic.letterhead == tmp_path / "paper.pdf"
    assert clinic.leaflets == (tmp_path / "one.pdf", tmp_path / "two.pdf")
    assert clinic.letterhead_pages == "all"
    assert (clinic.safe_area.top, clinic.safe_area.bottom, clinic.safe_area.left) == (45, 20.5, 0)
    assert set(Clinic.model_fields) == set(tomllib.loads(WHOLE))


def test_a_whole_path_stays_as_it_is(tmp_path: Path) -> None:
    logo = tmp_path.parent / "logo.png"
    assert read_clinic_file(write(tmp_path, f"logo = '{logo}'")).logo == logo


def test_an_empty_file_asks_for_nothing(tmp_path: Path) -> None:
    assert read_clinic_file(write(tmp_path, "")) == Clinic()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("name = 3", "name: should be text in quotes (got 3)"),
        ("adress = 'x'", "adress: no such key; did you mean address?"),
        ("qqqq = 1", "qqqq: no such key; hipplan clinic prints a file to start from"),
        (f"name = '{'x' * 81}'", f"name: should be at most 80 characters (got {'x' * 60}…); say it shorter"),
        ('footer = "a\\nb"', "footer: should hold no control or invisible characters (got a?b)"),
        ('address = "1\\n2\\n3\\n4\\n5\\n6"', "address: should be at most 5 lines (got 1?2?3?4?5?6)"),
        ("logo = ''", "logo: should be the path of a file, in quotes (got )"),
        ("logo = 3", "logo: should be the path of a file, in quotes (got 3)"),
        ("leaflets = ['a.pdf', 2]", "leaflets: should be the path of a file, in quotes (got ['a.pdf', 2])"),
        ("accent = 'teal'", "accent: should be a colour such as #0B6E69 (got teal)"),
        ("accent = '#12345'", "accent: should be a colour such as #0B6E69 (got #12345)"),
        ("letterhead_pages = 'some'", "letterhead_pages: should be one of cover, all (got some)"),
        ("safe_area = { top = 400 }", "safe_area.top: should be at most 100 (got 400)"),
        ("safe_area = { topp = 4 }", "safe_area.topp: no such key; did you mean top?"),
        ("safe_area = { top = true }", "safe_area.top: should be a number (got true)"),
        ("safe_area = 4", "safe_area: should hold named values (got 4)"),
    ],
)
def test_what_is_wrong_is_said_in_one_line_with_the_way_out(tmp_path: Path, text: str, line: str) -> None:
    assert problems(tmp_path, text) == [line]


def test_all_problems_are_said_at_once(tmp_path: Path) -> None:
    found = problems(tmp_path, "name = 3\nphone = 4\nother = 5\nsafe_area = { left = -1 }")
    assert [line.split(":")[0] for line in found] == ["name", "phone", "safe_area.left", "other"]


def test_an_accent_too_pale_to_read_is_refused_with_the_contrast_it_has(tmp_path: Path) -> None:
    [line] = problems(tmp_path, "accent = '#88CCDD'")
    assert line == (
        "accent: should be dark enough to read on white, a contrast of 4.5 to 1 or more; this one has 1.7 to 1 "
        "(got #88CCDD); choose a darker colour"
    )
    # the palest grey that passes, and the next
    assert read_clinic_file(write(tmp_path, "accent = '#767676'")).accent == "#767676"
    assert "this one has 4.4 to 1" in problems(tmp_path, "accent = '#777777'")[0]


def test_contrast_is_that_of_wcag_and_the_tint_is_pale() -> None:
    assert contrast_on_white("#000000") == pytest.approx(21)
    assert contrast_on_white("#FFFFFF") == pytest.approx(1)
    assert contrast_on_white("#0B6E69") == pytest.approx(6.09, abs=0.01)
    assert tint_of("#000000") == "#E6E6E6"
    assert contrast_on_white(tint_of("#0B6E69")) < 1.2


@pytest.mark.parametrize(("data", "words"), [(b"a\0b", "binary"), (b"\xff\xfe", "UTF-8"), (b"name", "not valid TOML")])
def test_a_file_that_is_no_toml_is_refused(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "clinic.toml"
    path.write_bytes(data)
    with pytest.raises((FileProblemError, PreferencesError), match=words):
        read_clinic_file(path)


def test_the_starter_file_holds_every_key_and_is_valid_when_switched_on(tmp_path: Path) -> None:
    text = starter_file()
    assert read_clinic_file(write(tmp_path, text)) == Clinic()
    keys = [line.removeprefix("# ") for line in text.splitlines() if " = " in line]
    assert len(keys) == len(Clinic.model_fields)
    clinic = read_clinic_file(write(tmp_path, "\n".join(keys)))
    assert all(getattr(clinic, key) for key in Clinic.model_fields)


# on the command line


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words, prog_name="hipplan", catch_exceptions=False)


def cover(pdf: Path) -> str:
    return read_pdf(pdf.read_bytes())[0].words


def test_a_clinic_file_is_used_when_asked_for_and_the_report_says_so(folder: Path) -> None:
    write(folder, 'name = "Riverside Physio"\nphone = "555 0100"')
    result = run("build", "--clinic-file", "clinic.toml")
    assert result.exit_code == ExitCode.OK
    assert "With the clinic file clinic.toml." in result.stdout
    assert "Riverside Physio" in cover(folder / "hip-plan.pdf")


def test_a_clinic_file_can_come_from_the_environment_and_the_option_wins(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, 'name = "Riverside Physio"')
    (folder / "other.toml").write_text('name = "Hilltop Clinic"')
    monkeypatch.setenv(VARIABLE, "clinic.toml")
    assert "With the clinic file clinic.toml." in run("build").stdout
    assert "Riverside Physio" in cover(folder / "hip-plan.pdf")
    assert "With the clinic file other.toml." in run("build", "--clinic-file", "other.toml").stdout
    assert "Hilltop Clinic" in cover(folder / "hip-plan.pdf")


def test_no_clinic_file_is_picked_up_silently(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, 'name = "Riverside Physio"')
    monkeypatch.setenv(VARIABLE, "")
    result = run("build")
    assert "clinic file" not in result.stdout
    assert "Riverside Physio" not in cover(folder / "hip-plan.pdf")


def test_preferences_win_over_the_clinic_file(folder: Path) -> None:
    write(folder, 'name = "Riverside Physio"\nphone = "555 0100"')
    run("build", "--clinic-file", "clinic.toml", "--clinic", "Own Name", "--phone", "555 0199")
    found = cover(folder / "hip-plan.pdf")
    assert "Own Name" in found
    assert "555 0199" in found
    assert "Riverside" not in found
    assert "555 0100" not in found


def test_problems_of_the_clinic_file_come_together_with_all_others(folder: Path) -> None:
    write(folder, "name = 3")
    result = run("build", "--clinic-file", "clinic.toml", "--weeks", "40", "-o", "nowhere/plan.pdf")
    assert result.exit_code == ExitCode.FILE_PROBLEM
    assert "Error: clinic.toml: name: should be text in quotes (got 3)\n" in result.stderr
    assert "--weeks: should be at most 16" in result.stderr
    assert "nowhere" in result.stderr


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('logo = "none.png"', "clinic.toml: logo: none.png: no such file; check the name of the picture"),
        ('name = "A\N{SLIGHTLY SMILING FACE}"', "clinic.toml: name: has letters that the typeface lacks (U+1F642)"),
        (f'footer = "{"W" * 50}"', "clinic.toml: footer: should be at most 72 mm wide when printed (it is"),
    ],
)
def test_what_cannot_be_printed_is_refused_before_anything_is_written(folder: Path, text: str, line: str) -> None:
    write(folder, text)
    result = run("build", "--clinic-file", "clinic.toml")
    assert result.exit_code in {ExitCode.FILE_PROBLEM, ExitCode.BAD_INPUT}
    assert result.stderr.startswith(f"Error: {line}")
    assert len(result.stderr.splitlines()) == 1
    assert not (folder / "hip-plan.pdf").exists()


def test_the_starter_file_is_printed(folder: Path) -> None:
    assert folder == Path.cwd()
    assert run("clinic").stdout == starter_file()
