"""The figures that issues hold us to, a test each: small batches, printed beside their targets, never failing on one.

The whole thing, with a thousand patients: python -m benchmarks.figures --patients 1000 (README.md here says how).
"""

import sys
from functools import partial

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

pytest.importorskip("typst", reason="hipplan is measured beside Typst, which only the development extra brings")

from benchmarks.figures import KINDS, figures_of
from benchmarks.patients import patient
from benchmarks.warm import made

BATCH, ROUNDS = 30, 5


@pytest.mark.parametrize("kind", KINDS)
def test_the_figures_of(kind: str, benchmark: BenchmarkFixture) -> None:
    measured = figures_of(kind, BATCH, ROUNDS)
    found = benchmark.pedantic(lambda: list(measured), rounds=1)  # type: ignore[no-untyped-call] # theirs
    for what, figure in found:
        sys.stdout.write(f"\n    {what}: {figure}")
        benchmark.extra_info[what] = figure


def test_a_warm_workbook_of_a_patient(benchmark: BenchmarkFixture) -> None:
    benchmark(partial(made, patient(0)))
