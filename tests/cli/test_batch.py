import csv
import json
import os
import pty
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import Result
from pypdf import PdfReader

from hipplan.batch.lines import FileLines
from measuring.rosters import PRIVATE, roster

Run = Callable[..., Result]
SMALL = "id,name,weeks,sessions\na,Sam Example,1,1\nb,Tom Example,1,1\n"
COMMAND = [sys.executable, "-m", "hipplan", "batch"]


def manifest(folder: Path) -> list[dict[str, str]]:
    with (folder / "out" / "manifest.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def small(folder: Path) -> Path:
    (folder / "r.csv").write_text(SMALL)
    return folder


def test_the_example_can_be_made_as_it_stands(run: Run, folder: Path) -> None:
    (folder / "r.csv").write_text(run("batch", "--example").stdout)
    result = run("batch", "r.csv", "-o", "out", "--jobs", "1")
    assert (result.exit_code, result.stderr) == (0, "")
    assert sorted(path.name for path in (folder / "out").glob("*.pdf")) == ["A-17.pdf", "A-18.pdf", "A-19.pdf"]
    assert "Made 3 workbooks in out; 0 were there already." in " ".join(result.stdout.split())
    again = run("batch", "r.csv", "-o", "out")
    assert "Made 0 workbooks in out; 3 were there already." in " ".join(again.stdout.split())


def test_a_base_fills_what_rows_leave_out_and_a_batch_is_what_build_makes(run: Run, small: Path) -> None:
    (small / "base.toml").write_text('clinic = "Example Physiotherapy"\nequipment = ["step"]\n')
    assert run("batch", "r.csv", "-o", "out", "--preferences", "base.toml", "--jobs", "1").exit_code == 0
    words = ("--id", "a", "--name", "Sam Example", "--weeks", "1", "--sessions", "1")
    assert run("build", "base.toml", *words, "-o", "a.pdf").exit_code == 0
    assert (small / "out" / "a.pdf").read_bytes() == (small / "a.pdf").read_bytes()


def test_bad_rows_end_with_code_6_after_the_good_ones_are_made(run: Run, small: Path) -> None:
    (small / "r.csv").write_text(SMALL + "c,Ann Example,40,1\nd,Sam,1\n")
    result = run("batch", "r.csv", "-o", "out", "--jobs", "1")
    assert result.exit_code == 6
    assert result.stderr == (
        "Error: r.csv: line 4: weeks: should be at most 16 (got 40); "
        "ask for a new check and a new book after 16 weeks\n"
        "Error: r.csv: line 5: has 3 values for 4 columns; put a value with commas, semicolons or new lines in quotes\n"
    )
    assert "Made 2 workbooks in out;" in result.stdout
    assert [row["file"] for row in manifest(small)] == ["a.pdf", "b.pdf", "", ""]
    (small / "r.csv").write_text(SMALL + "c,Ann Example,4,1\nd,Sam,1,1\n")
    mended = run("batch", "r.csv", "-o", "out", "--jobs", "1")
    assert mended.exit_code == 0
    assert "Made 2 workbooks in out; 2 were there already." in mended.stdout


@pytest.mark.parametrize("words", [("--strict", "-o", "out"), ("--dry-run",), ("--dry-run", "-o", "out")])
def test_strict_and_dry_run_find_everything_and_write_nothing(words: tuple[str, ...], run: Run, small: Path) -> None:
    (small / "r.csv").write_text(SMALL + "c,\u65e5,1,1\n")
    result = run("batch", "r.csv", *words)
    assert result.exit_code == 6
    assert result.stderr.startswith("Error: r.csv: line 4: name: has letters that our typefaces cannot print (U+65E5")
    assert "2 rows of 3 can be made. Nothing is written." in result.stdout
    assert [path.name for path in small.iterdir()] == ["r.csv"]


def test_strict_and_dry_run_are_content_with_good_rows(run: Run, small: Path) -> None:
    assert run("batch", "r.csv", "--dry-run").exit_code == 0
    assert not (small / "out").exists()
    assert run("batch", "r.csv", "--strict", "-o", "out", "--jobs", "1").exit_code == 0
    assert len(manifest(small)) == 2


def test_quiet_says_nothing_but_what_is_wrong(run: Run, small: Path) -> None:
    assert run("batch", "r.csv", "-o", "out", "--quiet", "--print-stream", "all.pdf").output == ""
    (small / "r.csv").write_text(SMALL + "a,Sam Example,40,1\n")
    result = run("batch", "r.csv", "-o", "out", "--quiet")
    assert (result.stdout, result.exit_code) == ("", 6)
    assert result.stderr.startswith("Error: r.csv: line 4: weeks")


@pytest.mark.parametrize(
    ("text", "words", "code", "line"),
    [
        ("", ("-o", "out"), 2, "Error: r.csv: an empty roster"),
        ("id,weeks\n", ("-o", "out"), 2, "Error: r.csv: an empty roster"),
        (
            "id,wekes\n1,2\n",
            ("-o", "out"),
            2,
            "Error: r.csv: line 1: column 2: no such preference; did you mean weeks?",
        ),
        ('id,name\n1,"Sam\n', ("-o", "out"), 5, "Error: r.csv: line 2: quotes that do not match"),
        (None, ("-o", "out"), 5, "Error: r.csv: no such file; check the name of the roster"),
        (SMALL, (), 2, "Error: -o: is missing; name a folder"),
        (SMALL, ("-o", "none/out"), 5, "Error: none/out: the folder none does not exist"),
        (SMALL, ("-o", "r.csv"), 5, "Error: r.csv: not a folder"),
        (SMALL, ("-o", "out", "--filename", "../{id}"), 2, "Error: --filename: names files in one folder"),
        (SMALL, ("-o", "out", "--preferences", "none.toml"), 5, "Error: none.toml: no such file"),
        (SMALL, ("-o", "out", "--preferences", "bad.toml"), 2, "Error: bad.toml: weeks: should be at most 16 (got 40)"),
        (SMALL, ("-o", "out", "--print-stream", "bad.toml"), 2, "Error: bad.toml: already there, and not a print"),
    ],
)
def test_a_mistake_has_its_exit_code_one_clear_line_and_leaves_nothing(
    text: str | None, words: tuple[str, ...], code: int, line: str, run: Run, folder: Path
) -> None:
    (folder / "bad.toml").write_text("weeks = 40\n")
    if text is not None:
        (folder / "r.csv").write_text(text)
    before = sorted(folder.iterdir())
    result = run("batch", "r.csv", *words)
    assert result.exit_code == code
    assert result.stderr.startswith(line)
    assert result.stderr.count("\n") == 1
    assert sorted(folder.iterdir()) == before


def test_the_print_stream_holds_all_workbooks_by_id(run: Run, small: Path) -> None:
    result = run("batch", "r.csv", "-o", "out", "--jobs", "1", "--print-stream", "all.pdf")
    reader = PdfReader(BytesIO((small / "all.pdf").read_bytes()), strict=True)
    assert [str(item.title) for item in reader.outline] == ["a", "b"]  # type: ignore[union-attr]
    assert f"Wrote all.pdf: {len(reader.pages)} pages for duplex printing." in result.stdout
    assert stat.S_IMODE((small / "all.pdf").stat().st_mode) == 0o600
    assert run("batch", "r.csv", "-o", "out", "--print-stream", "all.pdf").exit_code == 0


def test_json_lines_and_folders_of_toml_are_rosters_too(run: Run, folder: Path) -> None:
    (folder / "r.jsonl").write_text("\n".join(json.dumps({"id": n, "weeks": 1, "sessions": 1}) for n in "ab"))
    (folder / "people").mkdir()
    for name in "ab":
        (folder / "people" / f"{name}.toml").write_text(f'id = "{name}"\nweeks = 1\nsessions = 1\n')
    for source in ("r.jsonl", "people"):
        assert run("batch", source, "-o", source + "-out", "--jobs", "1").exit_code == 0
    assert (folder / "r.jsonl-out/manifest.csv").read_bytes() == (folder / "people-out/manifest.csv").read_bytes()


def test_a_terminal_sees_a_bar(small: Path) -> None:
    ours, theirs = pty.openpty()
    command = [*COMMAND, "r.csv", "-o", "out", "--jobs", "1"]
    done = subprocess.run(command, cwd=small, stdout=theirs, stderr=subprocess.PIPE, check=True)
    os.close(theirs)
    said = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "Workbooks  [" in said
    assert "2/2" in said
    assert done.stderr == b""


def files(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.pdf")}


def test_killed_half_way_it_goes_on_where_it_was(folder: Path) -> None:
    text, wrong = roster(60, bad=6, twice=3)
    (folder / "r.csv").write_text(text, encoding="utf-8-sig", newline="")
    command = [*COMMAND, "r.csv", "-o", "out", "--jobs", "2"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        deadline = time.monotonic() + 120
        while len(files(folder / "out")) < 15 and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
    half = files(folder / "out")
    assert 15 <= len(half) < 54
    assert all(not row["file"] for row in manifest(folder))  # whole, and true of what it knew
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 6, done.stderr
    all_made = files(folder / "out")
    assert half.items() <= all_made.items()
    rows = manifest(folder)
    assert [int(row["row"]) for row in rows] == list(range(1, 61))
    assert {int(row["row"]) for row in rows if row["error"]} == set(wrong)
    assert all(words in rows[row - 1]["error"] for row, words in wrong.items())
    assert {row["file"]: row["sha256"] for row in rows if row["file"]} == all_made
    assert len(all_made) == 54
    assert {"A-3.pdf", "A-3-2.pdf"} <= set(all_made)
    assert not list((folder / "out").glob(".*"))
    said = done.stdout + done.stderr + "".join(str(row) for row in rows)
    assert not [word for word in PRIVATE.split() if word in said]
    made = int(done.stdout.split("Made ")[1].split()[0])
    assert made in (54 - len(half), 55 - len(half))  # the last was perhaps not put down yet


def test_two_at_once_in_one_folder_are_refused(small: Path, run: Run) -> None:
    (small / "out").mkdir()
    with closing(FileLines(small / "out" / "manifest.journal", mode=0o600)):
        result = run("batch", "r.csv", "-o", "out", "--jobs", "1")
    assert (result.exit_code, result.stderr.count("\n")) == (5, 1)
    assert "another batch writes there" in result.stderr


def test_a_cluster_that_is_not_there_is_one_clear_line_and_the_manifest_stays_true(run: Run, small: Path) -> None:
    result = run("batch", "r.csv", "-o", "out", "--scheduler", "nonsense://")
    assert (result.exit_code, result.stderr.count("\n")) == (5, 1)
    assert result.stderr.startswith("Error: --scheduler")
    assert [row["file"] for row in manifest(small)] == ["", ""]


def test_a_url_of_this_computer_is_a_folder(run: Run, small: Path) -> None:
    assert run("batch", "r.csv", "-o", (small / "out").as_uri(), "--jobs", "1").exit_code == 0
    assert len(manifest(small)) == 2
    assert stat.S_IMODE((small / "out" / "a.pdf").stat().st_mode) == 0o600
