import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from hipplan.errors import FileProblemError
from hipplan.output import check_output, write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def usual_mask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.usefixtures("usual_mask")
def test_a_file_is_written_whole_with_the_usual_rights(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    write_whole(target, b"whole")
    assert target.read_bytes() == b"whole"
    assert stat.S_IMODE(target.stat().st_mode) == 0o644
    assert names(tmp_path) == ["a.pdf"]


def test_a_replaced_file_keeps_its_rights(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    target.chmod(0o600)
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.usefixtures("usual_mask")
def test_until_it_is_whole_the_file_is_private_and_its_name_tells_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[tuple[str, int]] = []

    def look(_: int) -> None:
        seen.extend((path.name, stat.S_IMODE(path.stat().st_mode)) for path in tmp_path.iterdir())

    monkeypatch.setattr(os, "fsync", look)
    write_whole(tmp_path / "sam-example.pdf", b"whole")
    [(name, mode)] = seen
    assert name.startswith(".hipplan-")
    assert "sam" not in name
    assert mode == 0o600


@pytest.mark.parametrize("trouble", [KeyboardInterrupt, OSError(28, "No space left on device"), MemoryError])
def test_a_failure_leaves_what_was_there_and_nothing_else(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    trouble: BaseException,
) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")

    def fail(_: int) -> None:
        raise trouble

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises((KeyboardInterrupt, MemoryError, FileProblemError)) as caught:
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["a.pdf"]
    if isinstance(trouble, OSError):
        assert (
            str(caught.value) == f"{target}: cannot be written (No space left on device); choose another place with -o"
        )


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    link.symlink_to(real)
    write_whole(link, b"whole")
    assert link.is_symlink()
    assert real.read_bytes() == b"whole"


def test_a_good_place_is_no_problem(tmp_path: Path) -> None:
    check_output(tmp_path / "a.pdf")
    (tmp_path / "a.pdf").write_bytes(b"old")
    check_output(tmp_path / "a.pdf")


def test_each_bad_place_is_named_before_the_work(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for target, words in (
        (tmp_path, "a folder; name a file inside it"),
        (tmp_path / "none" / "a.pdf", f"the folder {tmp_path / 'none'} does not exist; make it first"),
        (tmp_path / "pipe", "not an ordinary file; use -o - for standard output"),
        (Path("/dev/null"), "not an ordinary file"),
        (tmp_path / ("n" * 300), "cannot be used (File name too long)"),
    ):
        with pytest.raises(FileProblemError) as caught:
            check_output(target)
        assert str(caught.value).startswith(f"{target}: {words}")


def test_a_place_without_the_right_to_write_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anywhere, so the answer is made up
    with pytest.raises(FileProblemError, match="not writable; choose another place with -o"):
        check_output(tmp_path / "a.pdf")


def test_a_terminal_gets_no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with pytest.raises(FileProblemError, match="a terminal cannot show a PDF"):
        check_output(Path("-"))


def test_a_link_that_leads_nowhere_becomes_the_file(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    write_whole(tmp_path / "loop", b"whole")
    assert (tmp_path / "loop").read_bytes() == b"whole"


def test_a_full_standard_output_is_a_file_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def write(self, _: bytes) -> None:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=Full()))
    with pytest.raises(FileProblemError, match="-: cannot be written \\(No space left on device\\)"):
        write_whole(Path("-"), b"whole")
