"""Limits of the processes that read what strangers made; where a system keeps none, only their time is one."""

import os
import sys
from contextlib import suppress
from pathlib import Path


def limit_this_process(*, seconds: int, megabytes: int) -> None:
    """Let the system end this process before it takes more; and let it leave no copy of its memory behind."""
    try:
        import resource  # noqa: PLC0415  Windows has none
    except ImportError:
        return
    for kind, most in (
        (resource.RLIMIT_AS, megabytes * 1_000_000),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # a stricter limit holds already, or this system does not keep this one
            resource.setrlimit(kind, (most, most))


def same_packages() -> str:
    """Where this process finds its packages, so that another one finds the same."""
    return os.pathsep.join(str(Path(place).absolute()) for place in sys.path)
