"""How much the process that reads a PDF to check it may take."""

from hipplan import process_limits

SECONDS = 15
MEGABYTES = 420


def limit_this_process() -> None:
    """Hold this process to them."""
    process_limits.limit_this_process(seconds=SECONDS, megabytes=MEGABYTES)
