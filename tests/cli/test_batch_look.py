"""The look of a batch: a template, a clinic's face and papers, read once and given to every process."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from PIL import Image

from hipplan.checking.reading import read_pdf
from hipplan.clinic_file import VARIABLE
from measuring.foreign import LETTER, leaflet, letterhead, untagged

Run = Callable[..., Result]
ROSTER = "id,name,weeks,sessions\na,Sam Example,1,1\nb,Tom Example,1,1\n"
CLINIC = """
name = "Riverside Physio"
phone = "555 0100"
logo = "logo.png"
accent = "#1F4E8C"
letterhead = "paper.pdf"
safe_area = { top = 40 }
leaflets = ["back.pdf"]
"""
OURS = 'name = "ours"\ndescription = "Few pages"\npages = ["cover", "notes", "before", "weeks"]\n'
WITH_ALL = ("--clinic-file", "clinic.toml", "--template", "ours.toml")


@pytest.fixture
def clinic(folder: Path) -> Path:
    (folder / "r.csv").write_text(ROSTER)
    (folder / "clinic.toml").write_text(CLINIC)
    (folder / "ours.toml").write_text(OURS)
    (folder / "paper.pdf").write_bytes(letterhead())
    (folder / "back.pdf").write_bytes(leaflet())
    Image.new("RGB", (40, 20), "#1F4E8C").save(folder / "logo.png")
    return folder


def made(result: Result) -> int:
    return int(result.stdout.split("Made ")[1].split()[0])


@pytest.mark.parametrize("look", [WITH_ALL, ("--booklet",), ("--template", "fridge", "--clinic-file", "clinic.toml")])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_each_workbook_is_what_build_makes(look: tuple[str, ...], jobs: str, run: Run, clinic: Path) -> None:
    result = run("batch", "r.csv", "-o", "out", "--jobs", jobs, *look)
    assert result.exit_code == 0, result.stderr
    person = ("--id", "a", "--name", "Sam Example", "--weeks", "1", "--sessions", "1")
    alone = run("build", *person, "-o", "a.pdf", *look)
    assert alone.exit_code == 0, alone.stderr
    assert (clinic / "out" / "a.pdf").read_bytes() == (clinic / "a.pdf").read_bytes()


def test_the_clinic_file_of_the_environment_counts_and_names_files(
    run: Run, clinic: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "clinic.toml")
    result = run("batch", "r.csv", "-o", "out", "--filename", "{clinic} {id}")
    assert result.exit_code == 0
    assert "With the clinic file clinic.toml." in " ".join(result.stdout.split())
    assert read_pdf((clinic / "out" / "Riverside-Physio-a.pdf").read_bytes())


def _repainted(folder: Path) -> None:
    Image.new("RGB", (40, 20), "#0B6E69").save(folder / "logo.png")


CHANGES: dict[str, Callable[[Path], object]] = {
    "the clinic file": lambda folder: (folder / "clinic.toml").write_text(CLINIC.replace("0100", "0199")),
    "the logo": _repainted,
    "the letterhead": lambda folder: (folder / "paper.pdf").write_bytes(letterhead(words="Hillside Physio")),
    "a leaflet": lambda folder: (folder / "back.pdf").write_bytes(leaflet("Neck care")),
    "the template": lambda folder: (folder / "ours.toml").write_text(OURS.replace('"weeks"', '"fridge"')),
}


@pytest.mark.parametrize("what", CHANGES)
def test_whoever_changes_the_look_has_all_made_again_and_only_then(what: str, run: Run, clinic: Path) -> None:
    words = ("batch", "r.csv", "-o", "out", "--jobs", "1", *WITH_ALL)
    assert [made(run(*words)), made(run(*words))] == [2, 0]
    CHANGES[what](clinic)
    assert [made(run(*words)), made(run(*words))] == [2, 0]


def test_a_change_to_what_rows_leave_out_has_only_those_made_again_that_it_is_for(run: Run, clinic: Path) -> None:
    (clinic / "r.csv").write_text("id,clinician,weeks,sessions\na,,1,1\nb,Dr Own,1,1\n")
    (clinic / "base.toml").write_text('clinician = "Dr Example"\n')
    words = ("batch", "r.csv", "-o", "out", "--jobs", "1", "--preferences", "base.toml")
    assert [made(run(*words)), made(run(*words))] == [2, 0]
    (clinic / "base.toml").write_text('clinician = "Dr Other"\n')
    assert [made(run(*words)), made(run(*words))] == [1, 0]


def test_words_and_facts_of_another_hipplan_have_all_made_again(
    run: Run, clinic: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("batch", str(clinic / "r.csv"), "-o", "out", "--jobs", "1")
    run(*words)
    monkeypatch.setattr("hipplan.batch.look.data_digest", lambda: "other")
    assert [made(run(*words)), made(run(*words))] == [2, 0]


def test_a_look_is_the_same_wherever_its_files_are(run: Run, clinic: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("batch", "r.csv", "-o", "out", "--jobs", "1", *WITH_ALL)
    (clinic / "elsewhere").mkdir()
    for name in ("clinic.toml", "paper.pdf", "back.pdf", "logo.png", "ours.toml", "r.csv"):
        (clinic / name).rename(clinic / "elsewhere" / name)
    monkeypatch.chdir(clinic / "elsewhere")
    assert made(run("batch", "r.csv", "-o", "../out", "--jobs", "1", *WITH_ALL)) == 0


def test_what_is_to_be_said_of_the_papers_is_said_once_also_in_quiet(run: Run, clinic: Path) -> None:
    (clinic / "clinic.toml").write_text(CLINIC.replace("safe_area", "# safe_area"))
    (clinic / "back.pdf").write_bytes(untagged())
    words = ("--quiet", "--clinic-file", "clinic.toml", "--jobs", "2")
    result = run("batch", "r.csv", "-o", "out", *words)
    assert (result.exit_code, result.stdout) == (0, "")
    alone = run("build", "--weeks", "1", "--sessions", "1", "--quiet", "--clinic-file", "clinic.toml")
    assert result.stderr == alone.stderr
    assert "no safe_area" in result.stderr
    assert "no tags" in result.stderr
    said = run("batch", "r.csv", "-o", "out", "--booklet").stderr
    assert said.startswith("Booklets are for print only")
    assert "ask for text_size large" in said  # in the roster: the command has no such option


def test_a_note_that_is_not_of_all_workbooks_names_its_rows_and_nobody(run: Run, clinic: Path) -> None:
    long = "W" * 79
    head = "id,name,paper,weeks,clinic,clinician,phone,review,precautions\n"
    short, crowded = ",,,,", f"{long},{long},{'0' * 30},2026-12-28,falls-risk"
    said = zip(("p-1", "p-2", "p-3", "p-4"), (short, crowded, short, crowded), strict=True)
    (clinic / "r.csv").write_text(head + "".join(f"{id_},Wilhelmina,letter,1,{rest}\n" for id_, rest in said))
    (clinic / "clinic.toml").write_text('address = "5 Bridge Street\\nNorthfield\\nNorthshire\\nNN1 2AB"\n')
    result = run("batch", "r.csv", "-o", "out", "--jobs", "2", "--clinic-file", "clinic.toml")
    assert result.exit_code == 0, result.stderr
    [line] = result.stderr.splitlines()
    assert "address: the cover has no room for it" in line
    assert line.endswith(" (line 3 id p-2, line 5 id p-4)")
    assert "Wilhelmina" not in result.output


def test_a_letterhead_for_one_paper_fails_the_rows_of_the_other(run: Run, clinic: Path) -> None:
    (clinic / "r.csv").write_text("id,paper,weeks\na,a4,1\nb,letter,1\n")
    for words in (("--dry-run",), ("-o", "out", "--jobs", "1")):
        result = run("batch", "r.csv", *words, *WITH_ALL)
        assert result.exit_code == 6
        assert result.stderr.startswith("Error: r.csv: line 3: ")
        assert "paper.pdf: its page is A4" in result.stderr
        assert result.stderr.count("\n") == 1
    (clinic / "paper.pdf").write_bytes(letterhead(LETTER))
    (clinic / "r.csv").write_text("id,paper\na,a4\nb,a4\n")
    result = run("batch", "r.csv", "-o", "none", *WITH_ALL)
    assert (result.exit_code, result.stderr.count("\n")) == (5, 1)  # of the file, not of each row
    assert not (clinic / "none").exists()


def test_a_page_without_room_beside_the_letterhead_is_told_of_its_row(run: Run, clinic: Path) -> None:
    (clinic / "clinic.toml").write_text(CLINIC.replace("top = 40", "top = 100, bottom = 60"))
    result = run("batch", "r.csv", "-o", "out", "--jobs", "1", "--clinic-file", "clinic.toml")
    assert result.exit_code == 6
    assert result.stderr.startswith("Error: r.csv: line 2: clinic.toml: safe_area: ")
    assert "Sam" not in result.stderr


def test_a_logo_that_is_missing_is_one_line_not_one_for_each_row(run: Run, clinic: Path) -> None:
    (clinic / "logo.png").unlink()
    result = run("batch", "r.csv", "-o", "out", *WITH_ALL)
    assert (result.exit_code, result.stderr.count("\n")) == (5, 1)
    assert result.stderr.startswith("Error: clinic.toml: logo: logo.png: no such file")


def test_mistakes_of_the_look_come_together_with_all_others(run: Run, clinic: Path) -> None:
    (clinic / "clinic.toml").write_text('colour = "red"\n')
    result = run("batch", "none.csv", "--booklet", "--print-stream", "all.pdf", "--template", "handot", *WITH_ALL[:2])
    assert result.exit_code == 5
    lines = result.stderr.splitlines()
    assert [line.split(":")[1].strip() for line in lines] == ["--booklet", "--template", "clinic.toml", "none.csv"]
    assert "did you mean handout?" in lines[1]
