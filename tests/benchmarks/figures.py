"""The figures that the speed of hipplan is held to, each beside its target. Run as a command it prints them all."""

import argparse
import sys
from collections.abc import Iterator

from benchmarks.cold import cold
from benchmarks.patients import clinic_patient, patient
from benchmarks.processes import memory, two_processes
from benchmarks.taking import Figure
from benchmarks.warm import alone, warm, warm_default

KINDS = ("default", "clinic", "clinic-alone", "warm", "alone", "two", "memory", "cold")


def figures_of(kind: str, patients: int, rounds: int) -> Iterator[Figure]:
    """Measure one kind of figure; each comes as soon as it is known."""
    if kind == "default":
        return warm_default(patients)
    if kind in {"warm", "clinic"}:
        return warm(patients, clinic_patient if kind == "clinic" else patient)
    if kind in {"alone", "clinic-alone"}:
        return alone(patients, clinic_patient if kind == "clinic-alone" else patient)
    if kind == "two":
        return two_processes(min(patients, 200), min(rounds, 5))
    return memory(max(patients, 51)) if kind == "memory" else cold(rounds)


def main() -> None:
    """Print every figure as it comes."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--patients", type=int, default=100, help="workbooks of a batch (the targets mean 1000)")
    asked.add_argument("--rounds", type=int, default=7, help="pairs of processes")
    asked.add_argument("--only", choices=KINDS, help="one kind alone")
    told = asked.parse_args()
    for kind in [told.only] if told.only else KINDS:
        for what, figure in figures_of(kind, told.patients, told.rounds):
            sys.stdout.write(f"{what}: {figure}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
