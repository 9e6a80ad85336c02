"""One workbook after the other in one process, each made by hipplan and by Typst in turn."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from statistics import mean

from benchmarks.patients import Row, clinic_patient, patient
from benchmarks.taking import Figure, Pair, Took, middle, summed_up, took
from benchmarks.typst.twin import Twin, data_of
from hipplan.plan.preferences import parse_preferences
from hipplan.plan.progression import plan_programme
from hipplan.workbook.document import Workbook, render

Roster = Callable[[int], Row]
ROSTERS: Mapping[Roster, str] = {
    patient: "patients who share nothing",
    clinic_patient: "a clinic with a dozen set-ups",
}
MADE_BEFORE = 5  # the first workbooks of a process read fonts and pictures


def made(row: Row) -> Workbook:
    """One workbook through the public functions."""
    return render(plan_programme(parse_preferences(row)))


def warm(count: int, roster: Roster = patient) -> Iterator[Figure]:
    """Different patients: names, dates, notes and half of the preferences."""
    taken, pages = _in_turn([roster(number) for number in range(count + MADE_BEFORE)])
    what = f"warm, {count} of {ROSTERS[roster]}"
    yield f"{what}, {mean(pages):.1f} pages", summed_up(taken).rate("at most 12 ms, 5 times")
    yield "the same, the whole batch over its count", _whole(taken).rate("at most 12 ms, 5 times")


def alone(count: int, roster: Roster = patient) -> Iterator[Figure]:
    """The same patients without Typst, for long batches and for trying things out."""
    rows = [roster(number) for number in range(count + MADE_BEFORE)]
    taken = [took(partial(made, row))[0] for row in rows][MADE_BEFORE:]
    last = taken[-max(1, count // 4) :]
    figure = f"median {middle(taken)}, mean {_mean(taken)}, mean of the last quarter {_mean(last)} (at most 12 ms)"
    yield f"hipplan alone, {count} of {ROSTERS[roster]}", figure


def warm_default(count: int) -> Iterator[Figure]:
    """The default workbook again and again, only the name another: the same 16 pages on both sides."""
    taken, pages = _in_turn([{"name": f"Ana Example {number}"} for number in range(count + MADE_BEFORE)])
    yield f"warm, {count} names, {mean(pages):.1f} pages", summed_up(taken).rate("at most 12 ms, 5 times")


def _whole(taken: Sequence[tuple[Took, Took]]) -> Pair:
    """Means: where pages are remembered, the median says little of those that are new."""
    ours, theirs = (
        Took(mean(one[side].wall for one in taken), mean(one[side].cpu for one in taken)) for side in (0, 1)
    )
    return Pair(ours, theirs, Took(ours.wall / theirs.wall, ours.cpu / theirs.cpu))


def _mean(taken: Sequence[Took]) -> Took:
    return Took(mean(one.wall for one in taken), mean(one.cpu for one in taken))


def _in_turn(rows: Sequence[Row]) -> tuple[list[tuple[Took, Took]], list[int]]:
    """Times of hipplan and of Typst, and pages. Ours comes first: Typst's data must not fill what we remember."""
    twin, taken, pages = Twin(), [], []
    for row in rows:
        ours, workbook = took(partial(made, row))
        data = data_of(plan_programme(parse_preferences(row)))
        theirs, _ = took(partial(twin.compile, data))
        taken.append((ours, theirs))
        pages.append(workbook.pages)
    return taken[MADE_BEFORE:], pages[MADE_BEFORE:]
