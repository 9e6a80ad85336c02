import csv
import os
import stat
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from hipplan.batch.look import read_look
from hipplan.batch.made import Failed, Made
from hipplan.batch.making import make
from hipplan.batch.outcome import NOT_YET
from hipplan.batch.run import Report
from hipplan.batch.workers import made_in_turn
from hipplan.errors import FileProblemError, OutputExistsError
from hipplan.pdf.metadata import read_mark
from hipplan.plan.preferences import Preferences, parse_preferences
from hipplan.workbook.template import read_template
from hipplan.workbook.theme import PAPERS

Batch = Callable[..., Report]
LOOK = read_look(read_template("workbook"), PAPERS)
ONE: dict[str, object] = {"weeks": 1, "sessions": 1}
A, B, C = (ONE | {"id": letter} for letter in "abc")
BAD: dict[str, object] = {"id": "bad", "weeks": 40}
REFUSED: dict[str, object] = {
    "id": "refused",
    "skip": "squat-turn, hinge-reach, side-lunge-reach, fire-hydrant, clam",
}


def listed(folder: Path) -> list[dict[str, str]]:
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def times(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.glob("*.pdf")}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def test_good_rows_are_made_bad_ones_told_and_the_manifest_has_both(batch: Batch, out: Path) -> None:
    report = batch(A, BAD, REFUSED, B | {"precautions": ["fai"]})
    assert (report.made, len(report.good), sorted(report.problems)) == (2, 2, [2, 3])
    rows = listed(out)
    assert [row["row"] for row in rows] == ["1", "2", "3", "4"]
    assert [row["file"] for row in rows] == ["a.pdf", "", "", "b.pdf"]
    assert [bool(row["error"]) for row in rows] == [False, True, True, False]
    assert rows[1]["error"].startswith("line 3: weeks: should be at most 16 (got 40)")
    assert rows[2]["error"].startswith("line 4: ")
    assert rows[3]["left_out"] == "squat-turn"
    for row in (rows[0], rows[3]):
        data = (out / row["file"]).read_bytes()
        assert row["sha256"] == sha256(data).hexdigest()
        assert (read_mark(data) or "").startswith(f"hipplan programme {row['programme']} ")
    assert int(rows[0]["pages"]) > 10


def test_again_makes_nothing_and_afresh_makes_all_the_same(batch: Batch, out: Path) -> None:
    batch(A, B)
    before, manifest = times(out), (out / "manifest.csv").read_bytes()
    assert batch(A, B).made == 0
    assert times(out) == before
    assert batch(A, B, afresh=True).made == 2
    assert times(out) != before
    assert (out / "manifest.csv").read_bytes() == manifest


def test_only_what_is_missing_damaged_or_changed_is_made_again(batch: Batch, out: Path) -> None:
    batch(A, B, C, ONE | {"id": "d"})
    before = times(out)
    (out / "a.pdf").unlink()
    (out / "b.pdf").write_bytes(b"cut")
    report = batch(A, B, C | {"notes": "new"}, ONE | {"id": "d"})
    assert report.made == 3
    assert times(out)["d.pdf"] == before["d.pdf"]


def test_another_version_of_hipplan_makes_all_again(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    batch(A, B)
    monkeypatch.setattr("hipplan.batch.look.__version__", "99")
    assert batch(A, B).made == 2


def test_a_row_that_moves_keeps_its_workbook(batch: Batch, out: Path) -> None:
    batch(A, B)
    assert batch(C, B, A).made == 1
    assert [row["file"] for row in listed(out)] == ["c.pdf", "b.pdf", "a.pdf"]


def test_workbooks_of_rows_that_are_gone_are_counted_and_kept(batch: Batch, out: Path) -> None:
    batch(A, B)
    report = batch(B)
    assert report.stray == 1
    assert (out / "a.pdf").is_file()
    assert [row["file"] for row in listed(out)] == ["b.pdf"]


def test_two_processes_give_the_same_bytes_and_the_same_manifest(batch: Batch, out: Path, tmp_path: Path) -> None:
    people = [*({"id": str(n), "name": f"Jörg {n}", "weeks": 1 + n % 2} for n in range(4)), BAD]
    batch(*people, jobs=1)
    alone = {path.name: path.read_bytes() for path in out.iterdir() if path.suffix != ".journal"}
    out.rename(tmp_path / "alone")
    assert batch(*people, jobs=2).made == 4
    assert {path.name: path.read_bytes() for path in out.iterdir() if path.suffix != ".journal"} == alone


def test_files_and_folder_are_for_their_owner_alone_unless_shared(batch: Batch, out: Path, tmp_path: Path) -> None:
    batch(A)
    assert stat.S_IMODE(out.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in out.iterdir()}
    assert modes == dict.fromkeys(["a.pdf", "manifest.csv", "manifest.journal"], 0o600)
    out.rename(tmp_path / "alone")
    batch(A, shared=True)
    usual = 0o666 & ~_mask()
    assert {stat.S_IMODE(path.stat().st_mode) for path in out.iterdir()} == {usual}
    assert stat.S_IMODE(out.stat().st_mode) == 0o777 & ~_mask()


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_file_that_no_batch_wrote_is_kept_also_afresh(batch: Batch, out: Path) -> None:
    out.mkdir()
    (out / "a.pdf").write_text("my thesis")
    for report in (batch(A, B), batch(A, B, afresh=True)):
        assert report.problems == {
            1: ("line 2: its file name is taken by something else; move that away, or change --filename",)
        }
    assert (out / "a.pdf").read_text() == "my thesis"


def test_a_link_never_leads_out_of_the_folder(batch: Batch, out: Path, tmp_path: Path) -> None:
    batch(A)
    (tmp_path / "elsewhere.pdf").write_text("kept")
    (out / "a.pdf").unlink()
    (out / "a.pdf").symlink_to(tmp_path / "elsewhere.pdf")
    assert batch(A).made == 0
    assert (tmp_path / "elsewhere.pdf").read_text() == "kept"


def test_a_manifest_of_something_else_is_kept(batch: Batch, out: Path) -> None:
    out.mkdir()
    (out / "manifest.csv").write_text("mine")
    with pytest.raises(OutputExistsError, match="not of a batch"):
        batch(A)
    assert (out / "manifest.csv").read_text() == "mine"


def test_a_folder_that_cannot_be_used_is_a_file_problem(batch: Batch, out: Path, tmp_path: Path) -> None:
    out.write_text("a file")
    with pytest.raises(FileProblemError, match="not a folder"):
        batch(A)
    out.unlink()
    tmp_path.rename(tmp_path.with_name("gone"))
    with pytest.raises(FileProblemError, match="does not exist"):
        batch(A)


def test_a_full_disk_ends_the_run_and_leaves_nothing_half_written(
    batch: Batch, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch(A)
    real = Path.replace

    def full(self: Path, target: Path) -> Path:
        if target.name == "b.pdf":
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(FileProblemError, match="No space left on device"):
        batch(A, B, C)
    assert sorted(path.name for path in out.iterdir()) == ["a.pdf", "manifest.csv", "manifest.journal"]
    assert [row["error"] for row in listed(out)] == ["", NOT_YET, NOT_YET]


def test_ctrl_c_leaves_a_manifest_that_is_true(batch: Batch, out: Path) -> None:
    done = []

    def stopped(preferences: Preferences) -> Made | Failed:
        done.append(preferences)
        if len(done) == 2:
            raise KeyboardInterrupt
        return make(preferences, look=LOOK)

    with pytest.raises(KeyboardInterrupt):
        batch(A, B, C, makers=partial(made_in_turn, jobs=1, make=stopped))
    assert [(row["file"], row["error"]) for row in listed(out)] == [("a.pdf", ""), ("", NOT_YET), ("", NOT_YET)]
    assert batch(A, B, C).made == 2


def test_a_bug_with_one_row_is_told_without_its_words_and_stops_no_other(
    batch: Batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    private = "Wilhelmina"

    def broken(programme: object, *_: object, **__: object) -> object:
        raise LookupError(f"{private} {programme}")

    monkeypatch.setattr("hipplan.batch.making.render", broken)
    failed = make(parse_preferences(A), look=LOOK)
    assert failed == Failed(
        ("a bug in hipplan (LookupError); please report it, with the preferences but not the person",)
    )
    report = batch(A, B)
    assert sorted(report.problems) == [1, 2]
    assert private not in str(report)


def test_what_a_killed_run_left_half_written_is_removed(batch: Batch, out: Path) -> None:
    out.mkdir()
    (out / ".hipplan-abc.part").write_text("half a person")
    batch(A)
    assert not list(out.glob(".hipplan-*"))


def test_no_journal_nor_manifest_holds_a_word_about_a_person(batch: Batch, out: Path) -> None:
    people = {
        "name": "Wilhelmina",
        "clinician": "Quartermaine",
        "notes": "Treppe",
        "phone": "55512",
        "clinic": "Kurhaus",
    }
    report = batch(A | people, BAD | people, {"id": "x", "name": "Wilhelmina \U0001f642"})
    assert report.made == 1
    for name in ("manifest.csv", "manifest.journal"):
        text = (out / name).read_text()
        assert text
        assert not [word for word in ("Wilhelmina", "Quartermaine", "Treppe", "55512", "Kurhaus") if word in text]
