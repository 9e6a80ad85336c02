"""No file can make a check hang, grow, crash or chatter: one line, within 20 seconds and 500 MB."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

import pytest

from hipplan.checking.answer import Answer
from hipplan.checking.guarded import MOST_BYTES, check
from hipplan.checking.limiting import MEGABYTES, SECONDS
from hipplan.errors import FileProblemError
from measuring import foreign
from measuring.declared import ELEMENT, declared
from measuring.strangers import HOSTILE, ODD, locked
from measuring.workbooks import built

MOST_SECONDS, MOST_MEGABYTES = 20, 500
# a small process between: what the tests themselves hold would count as the command's own when it starts
MEASURING = """
import pathlib, resource, subprocess, sys
code = subprocess.run(sys.argv[2:]).returncode
pathlib.Path(sys.argv[1]).write_text(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
sys.exit(code)
"""


def checked(data: bytes) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a shell does, and measure it."""
    start = time.monotonic()
    with tempfile.NamedTemporaryFile("r") as peak:
        command = [sys.executable, "-c", MEASURING, peak.name, sys.executable, "-m", "hipplan", "check", "-"]
        done = subprocess.run(command, input=data, capture_output=True, timeout=MOST_SECONDS, check=False)
        assert time.monotonic() - start < MOST_SECONDS
        assert int(peak.read()) < MOST_MEGABYTES * 1000  # kilobytes
    return done


def outcome(data: bytes) -> Answer | str:
    """The answer, or the one line there is instead."""
    try:
        return check(data)
    except FileProblemError as error:
        (line,) = error.problems
        assert "\n" not in line
        assert line.isprintable()
        return line


def test_the_limits_leave_room_for_the_one_that_asks() -> None:
    assert SECONDS < MOST_SECONDS - 3
    assert MEGABYTES < MOST_MEGABYTES - 60


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_gives_one_line_in_time_and_memory(kind: str) -> None:
    done = checked(HOSTILE[kind]())
    assert done.returncode == 5
    assert done.stdout == b""
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("Error: -: ")
    assert len(line) < 120


@pytest.mark.parametrize("kind", ODD)
def test_an_odd_file_is_checked_as_far_as_it_can_be(kind: str) -> None:
    done = checked(ODD[kind]())
    assert (done.returncode, done.stderr) == (1, b"")
    text = done.stdout.decode()
    assert "-: not one of our workbooks" in text
    assert all(line.isprintable() for line in text.splitlines())


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("nothing", "not a PDF; check the name"),
        ("cut off", "cut off or damaged"),
        ("locked", "encrypted; save it without a password"),
        ("locked for changes", "encrypted; save it without a password"),
        ("a bomb for a page", f"cannot be read within {MEGABYTES} MB of memory and {SECONDS} seconds"),
        ("2 billion pages, it says", "has 2,000,000,000 pages; hipplan checks at most 500"),
        ("a table before itself", "its tables of objects go round in a ring"),
    ],
)
def test_the_line_says_what_is_wrong(kind: str, words: str) -> None:
    found = outcome(HOSTILE[kind]())
    assert isinstance(found, str)
    assert words in found


def test_tags_in_a_ring_give_one_line() -> None:
    found = outcome(declared(element=ELEMENT[:-2] + b"/K[7 0 R]>>"))
    assert isinstance(found, str)
    assert "SafetyLimitError" in found


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.999])
def test_a_workbook_that_was_cut_off_is_never_called_good(share: float) -> None:
    whole = built("default").pdf
    found = outcome(whole[: int(len(whole) * share)])
    assert isinstance(found, str)
    assert "cut off" in found


@pytest.mark.parametrize("seed", range(8))
def test_a_workbook_with_damaged_bytes_is_answered(seed: int) -> None:
    random, data = Random(seed), bytearray(built("default").pdf)  # noqa: S311  the same damage in every run
    for _ in range(40):
        data[random.randrange(len(data))] = random.randrange(256)
    assert outcome(bytes(data))


@pytest.mark.parametrize("handler", [b"Standard", b"Acme.Sec"])
def test_locks_that_our_reader_does_not_know_are_named_too(handler: bytes) -> None:
    assert outcome(foreign.locked(handler)) == "encrypted; save it without a password, and check that"


def test_a_locked_workbook_tells_nothing() -> None:
    found = outcome(locked(built("dates").pdf, reader=""))
    assert found == "encrypted; save it without a password, and check that"


def test_the_longest_workbook_needs_half_the_memory_on_any_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Address space, which threads and their heaps would take without being used."""
    told: list[dict[str, str]] = []
    run = subprocess.run

    def listening(*words: list[str], **options: object) -> object:
        told.append(options["env"])  # type: ignore[arg-type]
        return run(*words, **options)  # type: ignore[call-overload]

    monkeypatch.setattr("hipplan.checking.guarded.subprocess.run", listening)
    pdf = built("16-weeks-of-6").pdf
    assert isinstance(check(pdf), Answer)
    code = f"from hipplan.checking import limiting\nlimiting.MEGABYTES = {MEGABYTES // 2}\n"
    code += "from hipplan.checking.__main__ import main\nmain()"
    done = run([sys.executable, "-c", code], input=pdf, env=told[0], capture_output=True, check=True)
    assert b'"answer"' in done.stdout


def test_a_file_that_is_too_large_is_not_read() -> None:
    assert outcome(b"%PDF-" + b" " * MOST_BYTES) == "larger than 20 MB; no workbook is, so it is not checked"


def test_a_reader_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hipplan.checking.guarded.SECONDS", 0.01)
    assert outcome(built("default").pdf) == "takes more than 0.01 seconds to read; damaged, or made to harm"


@pytest.mark.parametrize("harm", ["bytearray(10**9)", "while True: pass"])
def test_the_system_ends_a_reader_that_takes_too_much(harm: str) -> None:
    code = f"from hipplan.checking import limiting\nlimiting.SECONDS = 1\nlimiting.limit_this_process()\n{harm}"
    start = time.monotonic()
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode != 0
    assert time.monotonic() - start < MOST_SECONDS


def test_code_in_the_current_folder_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pypdf.py").write_text("open('ran', 'w').close()")
    (tmp_path / "json.py").write_text("open('ran', 'w').close()")
    monkeypatch.chdir(tmp_path)
    assert isinstance(check(built("default").pdf), Answer)
    assert not (tmp_path / "ran").exists()


def test_a_bug_in_the_reader_keeps_its_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pypdf.py").write_text("1 / 0")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ChildProcessError, match="ZeroDivisionError"):
        check(built("default").pdf)


@pytest.mark.parametrize(
    ("missing", "unchecked"),
    [
        ("pyphen", {"reading-level"}),
        ("pypdfium2", {"footers", "smallest-text", "contrast", "margins", "write-in", "reading-level"}),
        ("page", {"pdfua-1", "pdfa-2a", "smallest-text", "contrast", "reading-level"}),
    ],
)
def test_without_the_extra_the_rest_is_checked(
    missing: str,
    unchecked: set[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / f"{missing}.py").write_text("raise ImportError")
    monkeypatch.syspath_prepend(tmp_path)
    answer = check(declared() if missing == "page" else built("default").pdf)
    rows = {row.key: row for row in answer.rows}
    assert {key for key, row in rows.items() if row.result == "not checked"} >= unchecked
    told = {key for key, row in rows.items() if "pip install 'hipplan[check]'" in row.found}
    assert told == (unchecked & {"pdfua-1", "pdfa-2a"} or unchecked)
    assert rows["pages"].result == rows["fonts"].result == rows["scripts"].result == "ok"
