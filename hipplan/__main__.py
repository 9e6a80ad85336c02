"""Run the command line as hipplan or as python -m hipplan."""

import errno
import gc
import os
import sys

YOUNG = 100_000  # objects; a build makes fewer, so it is never searched for garbage, and a long batch seldom
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)  # what writing to a stream can meet


def run() -> None:
    """Run the command; when it ends, leave its memory to the system instead of searching it once more.

    Both together are a fifth of the time of a build.
    """
    gc.set_threshold(YOUNG)
    from hipplan.cli import main  # noqa: PLC0415  what it brings in makes most of the objects

    try:
        main()
    except OSError as error:
        if error.filename is not None or error.errno not in FULL:
            raise
        _say_full(error)
    finally:
        gc.freeze()


def _say_full(error: OSError) -> None:
    """What was to be said has no room: one line, where there is room for that, and no second try at the end."""
    from hipplan.errors import ExitCode  # noqa: PLC0415  seldom needed

    problem = f"standard output cannot be written ({error.strerror}); free some space or send it elsewhere"
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    print(f"Error: {problem}", file=sys.stderr)  # noqa: T201  Click is done
    sys.exit(ExitCode.FILE_PROBLEM)


if __name__ == "__main__":
    run()
