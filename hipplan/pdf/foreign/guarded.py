"""Read a stranger's PDF without reading it here: another process does, within limits of time and memory."""

import os
import subprocess
import sys
from typing import Literal

from hipplan.errors import FileProblemError
from hipplan.pdf.foreign.limiting import MEGABYTES, SECONDS
from hipplan.pdf.foreign.parcel import Parcel, unpacked
from hipplan.process_limits import same_packages

MOST_BYTES = 30_000_000
_SAVE_AGAIN = "print it to a new PDF, or leave it out"


def read_foreign(kind: Literal["letterhead", "leaflet"], data: bytes, name: str, most_pages: int = 1) -> Parcel:
    """The parcel of one file. Raises FileProblemError in one line for a file that cannot be used."""
    if len(data) > MOST_BYTES:
        raise FileProblemError(f"{name}: larger than {MOST_BYTES // 1_000_000} MB; make its pictures smaller")
    try:
        done = subprocess.run(  # noqa: S603  our own module
            # -P: what lies in the current folder is not code.
            [sys.executable, "-P", "-W", "ignore", "-m", "hipplan.pdf.foreign", kind, str(most_pages)],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            env={**os.environ, "PYTHONPATH": same_packages(), "MALLOC_ARENA_MAX": "1"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise FileProblemError(f"{name}: takes more than {SECONDS} seconds to read; {_SAVE_AGAIN}") from None
    return _understood(done, name)


def _understood(done: subprocess.CompletedProcess[bytes], name: str) -> Parcel:
    if done.returncode == 1:  # Python ended with a traceback before it could reply: a bug, not the file
        raise ChildProcessError(done.stderr.decode(errors="replace"))
    try:
        parcel = unpacked(done.stdout)
    except ValueError:  # the system ended it
        limits = f"{MEGABYTES} MB of memory and {SECONDS} seconds"
        raise FileProblemError(f"{name}: cannot be read within {limits}; {_SAVE_AGAIN}") from None
    if parcel.problem:
        raise FileProblemError(f"{name}: {parcel.problem}")
    return parcel
