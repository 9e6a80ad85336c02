"""Write a file whole or not at all, and never over something that was not meant."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from hipplan.errors import FileProblemError

STANDARD_OUTPUT = Path("-")
_PART = (".hipplan-", ".part")


def check_output(target: Path) -> None:
    """Find what would stop the writing before the work is done."""
    if target != STANDARD_OUTPUT:
        check_file(target, option="-o", way_out="; use -o - for standard output")
    elif sys.stdout.isatty():
        raise FileProblemError("-o -: a terminal cannot show a PDF; add > hip-plan.pdf, or name a file with -o")


def check_file(target: Path, *, option: str, way_out: str) -> None:
    """The same for what can only be a file, named with an option; `way_out` is for what is none."""
    try:
        problem = _problem_with(target, way_out, option)
    except OSError as error:  # a name too long, a folder that may not be searched
        problem = f"cannot be used ({error.strerror}); choose another place with {option}"
    if problem:
        raise FileProblemError(f"{target}: {problem}")


def _problem_with(target: Path, way_out: str, option: str) -> str | None:
    if target.is_dir():
        return f"a folder; name a file inside it, such as {target / 'hip-plan.pdf'}"
    if not target.parent.is_dir():
        return f"the folder {target.parent} does not exist; make it first or choose another"
    if target.exists() and not target.is_file():
        return f"not an ordinary file{way_out}"
    writable = os.access(target.parent, os.W_OK | os.X_OK)
    if not writable or (target.exists() and not os.access(target, os.R_OK | os.W_OK)):
        return f"not writable; choose another place with {option}"
    return None


def write_whole(target: Path, data: bytes) -> None:
    """Write through a file beside the target, so that a failure leaves what was there before."""
    try:
        if target == STANDARD_OUTPUT:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        else:
            real = Path(os.path.realpath(target))  # a link stays a link
            with replacing(real, mode=_mode(real)) as file:
                file.write(data)
    except BrokenPipeError:  # whoever read it has had enough
        raise
    except OSError as error:
        raise FileProblemError(
            f"{target}: cannot be written ({error.strerror}); choose another place with -o"
        ) from None


@contextmanager
def replacing(target: Path, *, mode: int) -> Iterator[BinaryIO]:
    """Write beside the target and put it in its place at the end; a link there is replaced, not followed."""
    # The name says nothing about the person, and nobody else may read the file until it is whole.
    handle, name = tempfile.mkstemp(prefix=_PART[0], suffix=_PART[1], dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.chmod(mode)
        part.replace(target)
    except BaseException:  # also Ctrl-C
        part.unlink(missing_ok=True)
        raise


def forget_parts(folder: Path) -> None:
    """Remove what a killed process left half written."""
    for part in folder.glob("*".join(_PART)):
        part.unlink(missing_ok=True)


def usual_mode() -> int:
    """The rights of any new file of this user."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _mode(target: Path) -> int:
    """Keep the rights of a file that is replaced."""
    return target.stat().st_mode & 0o777 if target.exists() else usual_mode()
