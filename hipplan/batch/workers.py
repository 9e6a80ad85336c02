"""Rows shared between processes that end when this one does, however it ends: each reads from a pipe of its own."""

import os
import signal
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait

from hipplan.batch.made import Failed, Made, Make
from hipplan.plan.preferences import Preferences

Result = tuple[int, Made | Failed]
_Row = tuple[int, Preferences]
_AHEAD = 2  # a worker has its next row before its last answer is read
_LOST = Failed(("the process that made it was ended, maybe for want of memory; run the same command again",))


def cores() -> int:
    """How many processes can run at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def made_in_turn(rows: Sequence[Preferences], *, jobs: int, make: Make) -> Generator[Result, None, None]:
    """Each row's place and result, as they are ready; the bytes are the same for any number of jobs."""
    jobs = min(jobs, len(rows))
    if jobs <= 1:
        yield from ((place, make(row)) for place, row in enumerate(rows))
        return
    waiting = deque(enumerate(rows))
    workers = [_Worker(make) for _ in range(jobs)]
    try:
        while True:
            for worker in workers:
                worker.feed(waiting)
            busy = [worker for worker in workers if worker.places]
            if not busy:
                return
            ready = wait([worker.pipe for worker in busy])
            for worker in [one for one in busy if one.pipe in ready]:
                yield worker.result()
                if worker.lost:
                    waiting.extendleft(reversed(worker.places))
                    workers[workers.index(worker)] = _Worker(make)
    finally:
        for worker in workers:
            worker.end()


class _Worker:
    """A process and the rows it has."""

    def __init__(self, make: Make) -> None:
        # Not forked: a fork would hold the other workers' pipes open, and so outlive a killed parent.
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, make), daemon=True)
        with _deaf_to_ctrl_c():
            self._process.start()
        theirs.close()
        self.places: deque[_Row] = deque()
        self.lost = False

    def feed(self, waiting: deque[_Row]) -> None:
        """Hand it what it can take."""
        while waiting and len(self.places) < _AHEAD:
            self.places.append(waiting.popleft())
            with suppress(BrokenPipeError, ConnectionResetError):  # it died: reading tells
                self.pipe.send(self.places[-1][1])

    def result(self) -> Result:
        """The next answer; when the process died, that of the row it had in hand."""
        place, _ = self.places.popleft()
        try:
            return place, self.pipe.recv()
        except (EOFError, ConnectionResetError):
            self.lost = True
            self.end()
            return place, _LOST

    def end(self) -> None:
        self.pipe.close()
        self._process.terminate()
        self._process.join()


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Ctrl-C reaches every process, but only this one minds it, and ends those that are started in here."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    from multiprocessing import resource_tracker  # noqa: PLC0415  Windows has none

    resource_tracker.ensure_running()  # which would let Ctrl-C in again if it were started in here
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection, make: Make) -> None:
    """Answer rows until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # for Windows, too
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            pipe.send(make(pipe.recv()))
