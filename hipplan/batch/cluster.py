"""Rows shared between the machines of a Dask cluster, which restarts what is lost; every workbook comes back here.

One process writes, so that journal and manifest are as exact as on one machine.
"""

import logging
import pickle
import warnings
from collections.abc import Generator, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any
from uuid import uuid4

from hipplan import __version__
from hipplan.batch.made import Failed, Made, Make
from hipplan.batch.workers import Result
from hipplan.errors import FileProblemError
from hipplan.plan.preferences import Preferences

_SECONDS = 15
_WORKERS_WITHIN = 30  # seconds; who starts the workers last has them by then
_RETRIES = 3
_AHEAD = 4  # rows for each thread: enough to keep it busy, few enough to keep a million rows out of memory
_SAME = f"see that every machine of it has hipplan {__version__}"
_LOST = Failed(("the cluster lost it again and again, maybe for want of memory; run the same command again",))


@dataclass(frozen=True, slots=True)
class _Sealed:
    """Preferences that no log or dashboard can show."""

    inside: Preferences = field(repr=False)


def made_on_cluster(rows: Sequence[Preferences], *, scheduler: str, make: Make) -> Generator[Result, None, None]:
    """Each row's place and result, as they are ready. Raises FileProblemError when the cluster is not there."""
    if not rows:
        return
    with _client(scheduler) as client:
        _wait_for_workers(client, scheduler)
        try:
            yield from _results(rows, client, make=make)
        except (OSError, CancelledError):
            message = f"--scheduler {scheduler}: the connection was lost; the same command makes the rest"
            raise FileProblemError(message) from None


def _results(rows: Sequence[Preferences], client: Any, *, make: Make) -> Generator[Result, None, None]:  # noqa: ANN401  a client of a library without types
    waiting = enumerate(rows)
    run = uuid4().hex  # tasks are named by place: what they are about shows on no dashboard
    shared = _shared(client, make, run)
    places: dict[str, int] = {}
    running = _as_completed(client)
    while True:
        room = max(_AHEAD * sum(client.nthreads().values()), _AHEAD) - running.count()
        for place, row in islice(waiting, max(room, 0)):
            asked = (_Sealed(row), shared, __version__)
            task = client.submit(_made, *asked, key=f"hipplan-{run}-{place}", pure=False, retries=_RETRIES)
            places[task.key] = place
            running.add(task)
        if not running.count():
            return
        done = next(running)
        yield places.pop(done.key), _result(done)


def _shared(client: Any, make: Make, run: str) -> Any:  # noqa: ANN401  a client and a future of a library without types
    """What every row needs, sent once, and kept by the scheduler for machines that join or come back."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # leaflets may be large
        return client.submit(bytes, pickle.dumps(make), key=f"hipplan-{run}-shared", pure=False, retries=_RETRIES)


def _made(row: _Sealed, shared: bytes, version: str) -> tuple[str, Made | Failed | None]:
    """What runs on the cluster; it says which hipplan made it."""
    return __version__, _unpacked(shared)(row.inside) if version == __version__ else None


@lru_cache(maxsize=1)
def _unpacked(shared: bytes) -> Make:
    make: Make = pickle.loads(shared)  # noqa: S301  what this cluster runs is ours anyway
    return make


def _result(done: Any) -> Made | Failed:  # noqa: ANN401  a future of a library without types
    error = done.exception()
    if isinstance(error, CancelledError):
        raise error
    if error is not None:
        kind = type(error).__name__
        return _LOST if kind == "KilledWorker" else Failed((f"the cluster cannot make it ({kind}); {_SAME}",))
    version, result = done.result()
    done.release()
    if version != __version__:
        return Failed((f"a machine of the cluster has hipplan {version}, not {__version__}; install the same there",))
    found: Made | Failed = result
    return found


def _client(scheduler: str) -> Any:  # noqa: ANN401  the same
    try:
        from distributed import Client  # noqa: PLC0415  an extra, which few need
    except ImportError:
        message = "--scheduler: needs the extra cluster; install it with python -m pip install 'hipplan[cluster]'"
        raise FileProblemError(message) from None
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # what matters is told in words of ours
    try:
        return Client(scheduler, timeout=_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call,unused-ignore]
    except (OSError, ValueError):  # also a time-out
        message = f"--scheduler {scheduler}: does not answer; start it with dask scheduler, or check the address"
        raise FileProblemError(message) from None


def _wait_for_workers(client: Any, scheduler: str) -> None:  # noqa: ANN401  the same
    """Without any, rows would wait for ever and nobody be told."""
    try:
        client.wait_for_workers(1, timeout=_WORKERS_WITHIN)
    except TimeoutError:
        address = client.scheduler.address
        message = f"--scheduler {scheduler}: has no workers; start them with dask worker {address}, then run this again"
        raise FileProblemError(message) from None
    except (OSError, CancelledError):
        raise FileProblemError(
            f"--scheduler {scheduler}: the connection was lost; run the same command again"
        ) from None


def _as_completed(client: Any) -> Any:  # noqa: ANN401  the same
    from distributed import as_completed  # noqa: PLC0415  the same

    return as_completed([], loop=client.loop)  # type: ignore[no-untyped-call,unused-ignore]
