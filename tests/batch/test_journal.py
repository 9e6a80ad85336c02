from pathlib import Path

import pytest

from hipplan.batch.journal import NAME, Journal
from hipplan.batch.lines import FileLines
from hipplan.batch.outcome import Outcome
from hipplan.errors import FileProblemError

ENTRIES = [Outcome(row=n, file=f"{n}.pdf", asked="d" * 64, programme="p", pages=9, sha256=f"s{n}") for n in (1, 2, 3)]


def journal(folder: Path) -> Journal:
    return Journal(FileLines(folder / NAME, mode=0o600))


def written(folder: Path) -> bytes:
    with journal(folder) as ours:
        ours.claim(["1.pdf", "2.pdf", "3.pdf"])
        for entry in ENTRIES:
            ours.add(entry)
    return (folder / NAME).read_bytes()


def test_what_was_put_down_is_read_back(tmp_path: Path) -> None:
    written(tmp_path)
    with journal(tmp_path) as ours:
        assert list(ours.made.values()) == ENTRIES
        assert ours.claimed == {"1.pdf", "2.pdf", "3.pdf"}


def test_cut_at_any_byte_it_keeps_every_whole_line_and_takes_new_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.fsync", lambda _: None)  # so often, it takes seconds
    whole = written(tmp_path)
    assert len(whole) > 300
    for cut in range(len(whole)):
        (tmp_path / NAME).write_bytes(whole[:cut])
        with journal(tmp_path) as ours:
            lines = whole[: cut + 1].count(b"\n")  # the last may lack only its end
            assert list(ours.made.values()) == ENTRIES[: max(lines - 1, 0)]
            ours.add(ENTRIES[0])
        with journal(tmp_path) as ours:
            assert ENTRIES[0] in ours.made.values()


def test_the_last_word_on_a_file_counts_and_an_error_takes_no_workbook_away(tmp_path: Path) -> None:
    newer = Outcome(row=7, file="1.pdf", asked="e", sha256="new")
    with journal(tmp_path) as ours:
        for entry in (ENTRIES[0], newer, Outcome(row=1, file="1.pdf", error="weeks")):
            ours.add(entry)
    with journal(tmp_path) as ours:
        assert ours.made == {"1.pdf": newer}


@pytest.mark.parametrize("line", [b"\xff\xfe", b"{}", b"[]", b"3", b'{"row":1,"file":"x","left_out":[],"more":1}'])
def test_lines_that_are_not_ours_are_passed_over(line: bytes, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(line + b"\n")
    with journal(tmp_path) as ours:
        assert ours.made == {}


def test_two_runs_at_once_are_refused(tmp_path: Path) -> None:
    with journal(tmp_path), pytest.raises(FileProblemError, match="another batch writes there"):
        journal(tmp_path)
    with journal(tmp_path):
        pass
