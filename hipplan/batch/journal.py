"""What was made, one line for each workbook, only ever added to; a process killed at any moment leaves it readable."""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from types import TracebackType
from typing import Protocol, Self

from hipplan.batch.outcome import Outcome
from hipplan.errors import FileProblemError

NAME = "manifest.journal"
_SYNC_EVERY = 32  # a line lost with the power costs one workbook made again, never a wrong one


class Lines(Protocol):
    """Where lines are kept: read once, then only added to. `sync` makes them last; `close` lets others in."""

    def read(self) -> bytes:
        """All that was kept before."""
        ...

    def write(self, line: str) -> None:
        """Add a line."""
        ...

    def sync(self) -> None:
        """Make what was added last."""
        ...

    def check_alone(self) -> None:
        """Raise FileProblemError when another run added lines meanwhile."""
        ...

    def close(self) -> None:
        """Add no more."""
        ...


class Journal:
    """What is known of the folder's workbooks, and the lines that say so."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._unsynced = 0
        self.made: dict[str, Outcome] = {}
        self.claimed: set[str] = set()
        before = lines.read()
        if before and not before.endswith(b"\n"):  # killed in the middle of a line: the next must stand alone
            lines.write("\n")
        for line in before.split(b"\n"):
            self._remember(line)

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
            self._lines.write(_line({"claims": new}))
            self.claimed |= set(new)
            self._lines.sync()

    def add(self, outcome: Outcome) -> None:
        """Put one outcome down."""
        self._lines.write(_line(asdict(outcome)))
        self._keep(outcome)
        self._unsynced += 1
        if self._unsynced >= _SYNC_EVERY:
            self._unsynced = 0
            self._lines.sync()

    def check_alone(self) -> None:
        """Raise FileProblemError when another run wrote there meanwhile, perhaps over workbooks of this one."""
        self._lines.check_alone()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError, FileProblemError):  # a full disk was told where the line was written
            self._lines.sync()
        self._lines.close()


def _line(entry: object) -> str:
    return json.dumps(entry, separators=(",", ":")) + "\n"
