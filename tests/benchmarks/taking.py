"""Time, paired: two things in turn in the same minutes, as the load of a machine changes; medians of the ratios."""

import os
import resource
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

T = TypeVar("T")
Figure = tuple[str, str]
"""What was measured, and the figure beside its target."""


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds on the wall, and of processors, which the load of others hurts less."""

    wall: float
    cpu: float

    def __str__(self) -> str:
        return f"{self.wall:.1f} ms ({self.cpu:.1f} of processors)"


@dataclass(frozen=True, slots=True)
class Pair:
    """The medians of two things and of their ratio, the first over the second."""

    first: Took
    second: Took
    ratio: Took

    def beside(self, target: str) -> str:
        """How many times the second the first takes."""
        times = f"{self.ratio.wall:.2f} times, {self.ratio.cpu:.2f} by processor time"
        return f"{self.first} and {self.second}: {times} ({target})"

    def rate(self, target: str) -> str:
        """How many of the first are made in the time of one of the second."""
        times = f"{1 / self.ratio.wall:.1f} times its rate, {1 / self.ratio.cpu:.1f} by processor time"
        return f"{self.first} a workbook, Typst {self.second}: {times} ({target})"


def took(call: Callable[[], T]) -> tuple[Took, T]:
    """Of a call in this process, with all its threads; and what it returned."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = call()
    return Took((time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000), result


def process_took(words: Sequence[str]) -> Took:
    """Of a whole process, from its start to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONWARNINGS": "ignore"})
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(wall * 1000, cpu * 1000)


def paired(rounds: int, first: Callable[[], Took], second: Callable[[], Took]) -> Pair:
    """In turn, who goes first changing from round to round."""
    taken = []
    for number in range(rounds):
        if number % 2:
            later, sooner = second(), first()
            taken.append((sooner, later))
        else:
            taken.append((first(), second()))
    return summed_up(taken)


def summed_up(taken: Sequence[tuple[Took, Took]]) -> Pair:
    """Medians of the two and of the ratios round by round."""
    ratios = [Took(first.wall / second.wall, first.cpu / max(second.cpu, 0.01)) for first, second in taken]
    return Pair(middle([first for first, _ in taken]), middle([second for _, second in taken]), middle(ratios))


def middle(taken: Sequence[Took]) -> Took:
    """The median of each."""
    return Took(median(one.wall for one in taken), median(one.cpu for one in taken))
