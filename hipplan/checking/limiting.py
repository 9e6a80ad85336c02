"""How much a process that reads a stranger's file may take; where there are no such limits, only time is one."""

from contextlib import suppress

SECONDS = 15
MEGABYTES = 420


def limit_this_process() -> None:
    """Let the system end this process before it takes more; and let it leave no copy of its memory behind."""
    try:
        import resource  # noqa: PLC0415  Windows has none
    except ImportError:
        return
    for kind, most in (
        (resource.RLIMIT_AS, MEGABYTES * 1_000_000),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # a stricter limit holds already, or this system does not keep this one
            resource.setrlimit(kind, (most, most))
