"""How much the process that reads a stranger's letterhead or leaflet may take."""

from hipplan import process_limits

SECONDS = 10
MEGABYTES = 400


def limit_this_process() -> None:
    """Hold this process to them."""
    process_limits.limit_this_process(seconds=SECONDS, megabytes=MEGABYTES)
