"""The journal's lines in a file of this computer, for one run at a time."""

import os
from pathlib import Path

from hipplan.errors import FileProblemError


class FileLines:
    """Raises FileProblemError when another run holds the file, or when it cannot be written."""

    def __init__(self, path: Path, *, mode: int) -> None:
        self._path = path
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        try:
            self._handle = os.open(path, flags, mode)
        except OSError as error:
            raise FileProblemError(f"{path}: cannot be written ({error.strerror}); choose another with -o") from None
        if not _locked(self._handle):
            os.close(self._handle)
            raise FileProblemError(f"{path.parent}: another batch writes there; wait, or choose another folder")

    def read(self) -> bytes:
        """All that was kept before."""
        return self._path.read_bytes()

    def write(self, line: str) -> None:
        """Add a line."""
        data = line.encode()
        try:
            while data:
                data = data[os.write(self._handle, data) :]
        except OSError as error:
            raise _not_written(self._path, error) from None

    def sync(self) -> None:
        """Wait until the disk has them."""
        try:
            os.fsync(self._handle)
        except OSError as error:
            raise _not_written(self._path, error) from None

    def check_alone(self) -> None:
        """It always is: the lock sees to that."""

    def close(self) -> None:
        """Let the next run in."""
        os.close(self._handle)


def _not_written(path: Path, error: OSError) -> FileProblemError:
    return FileProblemError(f"{path}: cannot be written ({error.strerror}); make room or choose another folder with -o")


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
    except OSError:  # some network drives know no locks
        return True
    return True
