"""What was made, one line for each workbook, only ever added to; a process killed at any moment leaves it readable."""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Self

from hipplan.batch.outcome import Outcome
from hipplan.errors import FileProblemError

NAME = "manifest.journal"
_SYNC_EVERY = 32  # a line lost with the power costs one workbook made again, never a wrong one


class Journal:
    """Open for one run at a time. Raises FileProblemError when another run holds it."""

    def __init__(self, folder: Path, *, mode: int) -> None:
        self._path = folder / NAME
        self._handle = self._opened(mode)
        self._unsynced = 0
        self.made: dict[str, Outcome] = {}
        self.claimed: set[str] = set()
        for line in self._read().split(b"\n"):
            self._remember(line)

    def _opened(self, mode: int) -> int:
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        try:
            handle = os.open(self._path, flags, mode)
        except OSError as error:
            message = f"{self._path}: cannot be written ({error.strerror}); choose another folder with -o"
            raise FileProblemError(message) from None
        if not _locked(handle):
            os.close(handle)
            raise FileProblemError(f"{self._path.parent}: another batch writes there; wait, or choose another folder")
        return handle

    def _read(self) -> bytes:
        data = self._path.read_bytes()
        if data and not data.endswith(b"\n"):  # killed in the middle of a line: close it, so that the next stands alone
            self._write("\n")
        return data

    def _remember(self, line: bytes) -> None:
        try:
            entry = json.loads(line)
            if "claims" in entry:
                self.claimed |= set(entry["claims"])
            else:
                self._keep(Outcome(**{**entry, "left_out": tuple(entry["left_out"])}))
        except (ValueError, TypeError, KeyError):  # half a line
            return

    def _keep(self, outcome: Outcome) -> None:
        """A row that failed says nothing of a workbook made before, and has none of its own to claim."""
        if not outcome.error:
            self.made[outcome.file] = outcome
            self.claimed.add(outcome.file)
        elif outcome.file not in self.made:
            self.claimed.discard(outcome.file)

    def claim(self, files: Iterable[str]) -> None:
        """Say which files are ours before they are written, so that a kill in between leaves none that nobody knows."""
        new = sorted(set(files) - self.claimed)
        if new:
            self._write(_line({"claims": new}))
            self.claimed |= set(new)
            os.fsync(self._handle)

    def add(self, outcome: Outcome) -> None:
        """Put one outcome down."""
        self._write(_line(asdict(outcome)))
        self._keep(outcome)
        self._unsynced += 1
        if self._unsynced >= _SYNC_EVERY:
            self._unsynced = 0
            os.fsync(self._handle)

    def _write(self, line: str) -> None:
        data = line.encode()
        try:
            while data:
                data = data[os.write(self._handle, data) :]
        except OSError as error:
            raise FileProblemError(f"{self._path}: cannot be written ({error.strerror}); make room") from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):  # a full disk was told where the line was written
            os.fsync(self._handle)
        os.close(self._handle)


def _line(entry: object) -> str:
    return json.dumps(entry, separators=(",", ":")) + "\n"


def _locked(handle: int) -> bool:
    """Keep others out until the process ends, however it ends."""
    try:
        import fcntl  # noqa: PLC0415  Windows has none, and goes without
    except ImportError:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
