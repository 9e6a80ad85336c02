"""Check a file without reading it here: another process does, within limits of time and memory."""

import json
import os
import subprocess
import sys

from hipplan.checking.answer import Answer, read_answer
from hipplan.checking.limiting import MEGABYTES, SECONDS
from hipplan.errors import FileProblemError
from hipplan.process_limits import same_packages

MOST_BYTES = 20_000_000
_ONE_THREAD = {"RAYON_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"}  # each thread reserves memory, which the limit counts


def check(data: bytes) -> Answer:
    """Check a PDF. Raises FileProblemError in one line for what is none, is damaged, encrypted or takes too much."""
    if len(data) > MOST_BYTES:
        raise FileProblemError(f"larger than {MOST_BYTES // 1_000_000} MB; no workbook is, so it is not checked")
    try:
        done = subprocess.run(
            # -P: what lies in the current folder is not code.
            [sys.executable, "-P", "-W", "ignore", "-m", "hipplan.checking"],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            env={**os.environ, "PYTHONPATH": same_packages(), **_ONE_THREAD},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise FileProblemError(f"takes more than {SECONDS} seconds to read; damaged, or made to harm") from None
    return _understood(done)


def _understood(done: subprocess.CompletedProcess[bytes]) -> Answer:
    if done.returncode == 1:  # Python ended with a traceback before it could reply: a bug, not the file
        raise ChildProcessError(done.stderr.decode(errors="replace"))
    try:
        reply = json.loads(done.stdout)
    except ValueError:  # the system ended it
        limits = f"{MEGABYTES} MB of memory and {SECONDS} seconds"
        raise FileProblemError(f"cannot be read within {limits}; damaged, or made to harm") from None
    if "problem" in reply:
        raise FileProblemError(str(reply["problem"]))
    return read_answer(json.dumps(reply["answer"]))
