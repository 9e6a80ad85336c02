"""A batch that is told to stop, or is killed: one line, nothing left running or lying about, nobody named."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import Result

from measuring.rosters import PRIVATE, roster

Run = Callable[..., Result]
COMMAND = [sys.executable, "-m", "hipplan", "batch", "r.csv", "-o", "out", "--jobs", "2"]
PEOPLE = {
    "id": "A-1",
    "name": "Wilhelmina Quartermaine",
    "clinician": "Thaddeus Pemberton",
    "clinic": "Kurhaus Seeblick",
    "phone": "5550199",
    "emergency": "5550911",
    "notes": "Treppe meiden",
    "notes_for": "clam: Kissen behalten",
    "goals": "Enkel tragen",
}
WORDS = [word for text in PEOPLE.values() if text != "A-1" for word in text.replace("clam:", "").split()]


@pytest.fixture
def sixty(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (folder / "r.csv").write_text(roster(60, bad=6, twice=3)[0], encoding="utf-8", newline="")
    (folder / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(folder / "tmp"))
    return folder


def halfway(folder: Path, number: signal.Signals, *, group: bool) -> tuple[subprocess.Popen[str], str]:
    """The command, stopped by a signal when a part is made, and what it said on standard error."""
    process = subprocess.Popen(
        COMMAND, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    deadline = time.monotonic() + 120
    while len([*(folder / "out").glob("*.pdf")]) < 5 and time.monotonic() < deadline:
        time.sleep(0.02)
    (os.killpg if group else os.kill)(process.pid, number)
    return process, process.communicate(timeout=60)[1]


def running(group: int) -> list[int]:
    """Processes of a group that are not dead, waited for a little."""
    found: list[int] = []
    for _ in range(100):
        found = [int(path.parent.name) for path in Path("/proc").glob("[0-9]*/stat") if _is_alive(path, group)]
        if not found:
            break
        time.sleep(0.05)
    return found


def _is_alive(stat_file: Path, group: int) -> bool:
    try:
        state, _, pgid = stat_file.read_text().rpartition(")")[2].split()[:3]
    except OSError:  # gone meanwhile
        return False
    return int(pgid) == group and state != "Z"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads from Linux what runs")
@pytest.mark.parametrize("whom", ["all", "parent"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_however_it_is_stopped_nothing_is_left_and_the_same_command_goes_on(
    number: signal.Signals, whom: str, sixty: Path
) -> None:
    process, said = halfway(sixty, number, group=whom == "all")
    if number == signal.SIGKILL:
        assert process.returncode == -number
        assert not said
    else:
        assert said == "Stopped. What is finished stays in out; the same command makes the rest.\n"
        assert process.returncode == 128 + number
        assert not [*(sixty / "out").glob(".*")]
    assert not running(process.pid)
    assert not [*(sixty / "tmp").iterdir()]
    half = {path.name: path.stat().st_mtime_ns for path in (sixty / "out").glob("*.pdf")}
    assert 5 <= len(half) < 54
    done = subprocess.run(COMMAND, cwd=sixty, capture_output=True, text=True, check=False)
    assert done.returncode == 6, done.stderr
    after = {path.name: path.stat().st_mtime_ns for path in (sixty / "out").glob("*.pdf")}
    assert len(after) == 54
    assert len(half.items() - after.items()) <= 1  # the last was perhaps not put down yet
    assert not [*(sixty / "tmp").iterdir(), *(sixty / "out").glob(".*")]
    assert not [word for word in PRIVATE.split() if word in said + done.stdout + done.stderr]


def test_a_process_that_is_told_to_mind_no_hangup_minds_none(sixty: Path) -> None:
    (sixty / "r.csv").write_text(roster(12, bad=1, twice=0)[0], encoding="utf-8", newline="")
    deaf = ["/bin/sh", "-c", 'trap "" HUP; exec "$@"', "sh", *COMMAND]  # as nohup does
    process = subprocess.Popen(deaf, cwd=sixty, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    while not [*(sixty / "out").glob("*.pdf")]:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGHUP)
    process.communicate(timeout=60)
    assert process.returncode == 6
    assert len([*(sixty / "out").glob("*.pdf")]) == 11


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_no_word_about_a_person_is_anywhere_but_in_the_workbooks(
    jobs: str, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong: list[Mapping[str, object]] = [
        *[{key: text * 200} for key, text in PEOPLE.items()],
        {"goals": ["Enkel"] * 4},
        {"notes_for": "Treppe"},
        {"name": PEOPLE["name"] + " \u65e5"},
        {"weeks": 40},
        {"skip": "squat-turn, hinge-reach, side-lunge-reach, fire-hydrant, clam"},
        {PEOPLE["name"]: 1},
    ]
    people: list[dict[str, object]] = [{**PEOPLE}, {**PEOPLE, "id": "A-2"}]
    people += [{**PEOPLE, "id": "A-3", **one} for one in wrong]
    (folder / "r.jsonl").write_text("".join(json.dumps(one | {"sessions": 1}) + "\n" for one in people))
    (folder / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(folder / "tmp"))
    result = run("batch", "r.jsonl", "-o", "out", "--jobs", jobs, "--print-stream", "all.pdf")
    assert result.exit_code == 6
    assert "2 workbooks" in result.stdout
    assert result.stderr.count("Error: ") >= len(wrong)
    others = [path for path in (folder / "out").iterdir() if path.suffix != ".pdf"]
    assert len(others) == 2
    names = " ".join(str(path.relative_to(folder)) for path in folder.rglob("*"))
    told = [result.stdout, result.stderr, names, *(path.read_text("utf-8") for path in others)]
    assert not [(word, n) for n, text in enumerate(told) for word in WORDS if word.casefold() in text.casefold()]
    assert not [*(folder / "tmp").iterdir()]
    modes = {stat.S_IMODE(path.stat().st_mode) for path in [*(folder / "out").iterdir(), folder / "all.pdf"]}
    assert modes == {0o600}
    assert stat.S_IMODE((folder / "out").stat().st_mode) == 0o700
