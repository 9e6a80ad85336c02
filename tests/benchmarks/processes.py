"""Many workbooks in a process of their own, and in two at a time: the memory they take, and what the second gives."""

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Barrier

from benchmarks.patients import patient, patients
from benchmarks.taking import Figure, Took, middle
from benchmarks.warm import MADE_BEFORE, made

LOOP = 20_000_000


def two_processes(count: int, rounds: int) -> Iterator[Figure]:
    """What a second process gives hipplan, beside what it gives a loop that only counts."""
    gains = [(_gain(_make, count), _gain(_count, LOOP)) for _ in range(rounds)]
    ours, machine = (middle([gain[place] for gain in gains]) for place in (0, 1))
    share = middle([Took(mine.wall / whole.wall, mine.cpu / whole.cpu) for mine, whole in gains])
    figure = f"{ours.wall:.2f} times one, the machine gives {machine.wall:.2f}: {share.wall:.2f} of it (at least 0.92)"
    yield "two processes", f"{figure}; {share.cpu:.2f} by processor time, which others on the machine hardly touch"


def memory(count: int) -> Iterator[Figure]:
    """The peak of a fresh process."""
    early, late = _peaks(50, count)
    yield (
        f"memory after 50 and {count}",
        f"{early:.1f} and {late:.1f} MB: {late - early:.1f} MB more (at most 10)",
    )


def _make(start: int, count: int) -> None:
    for number in range(start, start + count):
        made(patient(number))


def _count(start: int, count: int) -> None:
    while start < count:
        start += 1


def _gain(work: Callable[[int, int], None], count: int) -> Took:
    """How many times faster two are than one; by processor time, how little the two hold each other up, times two."""
    one, two = _took(work, count, 1), _took(work, count, 2)
    return Took(one.wall / two.wall, 2 * one.cpu / two.cpu)


def _took(work: Callable[[int, int], None], count: int, processes: int) -> Took:
    """From when all are warm until the last is ready; each has its share."""
    context = get_context("spawn")
    ready, spent = context.Barrier(processes + 1), context.SimpleQueue()
    share = count // processes
    shares = [(0 if work is _count else place * share, share) for place in range(processes)]
    workers = [context.Process(target=_worker, args=(work, *part, ready, spent)) for part in shares]
    for worker in workers:
        worker.start()
    ready.wait()
    start = time.perf_counter()
    ready.wait()
    wall = time.perf_counter() - start
    cpu = sum(spent.get() for _ in workers)
    for worker in workers:
        worker.join()
    return Took(wall, cpu)


def _worker(
    work: Callable[[int, int], None], start: int, count: int, ready: Barrier, spent: "SimpleQueue[float]"
) -> None:
    _make(0, MADE_BEFORE)
    ready.wait()
    before = time.process_time()
    work(start, count)
    after = time.process_time()
    ready.wait()
    spent.put(after - before)


def _peaks(*counts: int) -> list[float]:
    words = [sys.executable, "-c", "from benchmarks.processes import print_peaks; print_peaks()", *map(str, counts)]
    told = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    return [float(peak) for peak in told.split()]


def print_peaks() -> None:
    """Of this process: its peak in megabytes after so many workbooks, for each count asked for."""
    counts = [int(count) for count in sys.argv[1:]]
    for number, row in enumerate(patients(max(counts)), start=1):
        made(row)
        if number in counts:
            sys.stdout.write(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.1f}\n")
