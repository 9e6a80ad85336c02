"""A long run that is told to stop: Ctrl-C, a system that shuts down, a terminal that is closed."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import click

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


class _StoppedError(KeyboardInterrupt):
    """Asked to stop by a signal, as by Ctrl-C."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


@contextmanager
def stopping_with(line: str) -> Iterator[None]:
    """End with a line and the exit code of the signal; what runs inside puts its things in order first."""
    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]  # Windows has no SIGHUP
    minded = [number for number in numbers if signal.getsignal(number) != signal.SIG_IGN]  # nohup takes some away
    before = {number: signal.signal(number, _stop) or signal.SIG_DFL for number in minded}
    try:
        yield
    except KeyboardInterrupt as stopped:
        click.echo(line, err=True)
        click.get_current_context().exit(128 + getattr(stopped, "number", signal.SIGINT))
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, _: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # once is enough: what is being put in order is not to be broken off
    raise _StoppedError(number)
