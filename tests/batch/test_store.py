import csv
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from io import StringIO

import pytest

from hipplan.batch.look import read_look
from hipplan.batch.made import Failed, Made
from hipplan.batch.making import make
from hipplan.batch.run import Report
from hipplan.batch.store import Store
from hipplan.batch.workers import made_in_turn
from hipplan.errors import FileProblemError, OutputExistsError
from hipplan.plan.preferences import Preferences
from hipplan.workbook.template import read_template
from hipplan.workbook.theme import PAPERS

fsspec = pytest.importorskip("fsspec")
Batch = Callable[..., Report]
URL = "memory://clinic/out"
LOOK = read_look(read_template("workbook"), PAPERS)
A, B, C = ({"id": letter, "weeks": 1, "sessions": 1} for letter in "abc")


@pytest.fixture(autouse=True)
def empty() -> Iterator[None]:
    fsspec.filesystem("memory").store.clear()
    yield
    fsspec.filesystem("memory").store.clear()


def stored() -> dict[str, bytes]:
    found = fsspec.filesystem("memory")
    return {str(path).removeprefix("/clinic/out/"): bytes(found.cat_file(path)) for path in found.find("/clinic/out")}


def test_a_store_gets_the_same_workbooks_and_manifest_as_a_folder(batch: Batch, tmp_path: object) -> None:
    batch(A, B, {"id": "bad", "weeks": 40})
    batch(A, B, {"id": "bad", "weeks": 40}, store=Store(URL))
    out = tmp_path / "out"  # type: ignore[operator]
    assert {"a.pdf", "b.pdf", "manifest.csv"} <= set(stored())
    for name in ("a.pdf", "b.pdf", "manifest.csv"):
        assert stored()[name] == (out / name).read_bytes()


def test_again_makes_nothing_and_only_what_is_missing_or_damaged_is_made(batch: Batch) -> None:
    assert batch(A, B, C, store=Store(URL)).made == 3
    assert batch(A, B, C, store=Store(URL)).made == 0
    fsspec.filesystem("memory").pipe_file("/clinic/out/a.pdf", b"cut")
    fsspec.filesystem("memory").rm_file("/clinic/out/b.pdf")
    assert batch(A, B, C, store=Store(URL)).made == 2
    assert not untrue()


def test_a_run_that_is_stopped_goes_on_and_never_calls_its_own_files_strange(
    batch: Batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(preferences: Preferences) -> Made | Failed:
        if preferences.id == "c":
            raise SystemExit
        return make(preferences, look=LOOK)

    monkeypatch.setattr("hipplan.batch.journal._SYNC_EVERY", 99)
    monkeypatch.setattr("hipplan.batch.journal.Journal.__exit__", lambda *_: None)  # as when it is killed
    with pytest.raises(SystemExit):
        batch(A, B, C, store=Store(URL), makers=partial(made_in_turn, jobs=1, make=stopped))
    monkeypatch.undo()
    report = batch(A, B, C, store=Store(URL))
    assert (report.problems, len(report.good)) == ({}, 3)


def test_two_at_once_are_told_and_the_same_command_puts_the_list_right(batch: Batch) -> None:
    """A store has no locks, so that the one that ends last may have had its workbooks written over."""
    other = {**A, "weeks": 2}

    def slow(preferences: Preferences) -> Made | Failed:
        if preferences.id == "b":  # when a is made already
            batch(other, store=Store(URL))
        return make(preferences, look=LOOK)

    with pytest.raises(FileProblemError, match=f"-o {URL}: another batch wrote there at the same time; wait until it"):
        batch(A, B, store=Store(URL), makers=partial(made_in_turn, jobs=1, make=slow))
    assert untrue() == ["a.pdf"]
    assert batch(A, B, store=Store(URL)).made == 1
    assert not untrue()


def untrue() -> list[str]:
    """Files that are not what the manifest says."""
    rows = list(csv.DictReader(StringIO(stored()["manifest.csv"].decode())))
    assert rows
    return [row["file"] for row in rows if row["sha256"] != sha256(stored()[row["file"]]).hexdigest()]


def test_what_no_batch_wrote_is_kept(batch: Batch) -> None:
    fsspec.filesystem("memory").pipe_file("/clinic/out/a.pdf", b"mine")
    assert sorted(batch(A, B, store=Store(URL)).problems) == [1]
    assert stored()["a.pdf"] == b"mine"
    fsspec.filesystem("memory").pipe_file("/clinic/other/manifest.csv", b"mine")
    with pytest.raises(OutputExistsError, match="not of a batch"):
        Store("memory://clinic/other")


def test_an_address_that_cannot_be_used_is_one_clear_line() -> None:
    with pytest.raises(FileProblemError, match="-o nonsense://x: cannot be used"):
        Store("nonsense://x")
