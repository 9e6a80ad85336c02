"""From judged rows to a folder of workbooks: only what is missing or changed, and a manifest that is always true."""

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from hashlib import sha256

from hipplan.batch import manifest
from hipplan.batch.folder import Folder
from hipplan.batch.journal import Journal
from hipplan.batch.made import Failed, Made
from hipplan.batch.outcome import Outcome
from hipplan.batch.store import Store
from hipplan.batch.tasks import Task
from hipplan.batch.workers import Result
from hipplan.plan.preferences import Preferences

Tell = Callable[[], None]
Makers = Callable[[Sequence[Preferences]], Generator[Result, None, None]]
_MOST_ROWS = 10  # named for a note


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Outcomes in the roster's order, the workbooks made now, problems by row, and workbooks of rows that are gone.

    `notes` is what is to be said of the workbooks made now, each line once, with its rows unless it is of all.
    """

    outcomes: tuple[Outcome, ...]
    made: int
    problems: Mapping[int, tuple[str, ...]]
    stray: int
    notes: tuple[str, ...] = ()

    @property
    def good(self) -> tuple[Outcome, ...]:
        """The rows that have a workbook."""
        return tuple(outcome for outcome in self.outcomes if not outcome.error)


def run(
    tasks: Sequence[Task],
    folder: Folder | Store,
    *,
    makers: Makers,
    digests: Mapping[str, str],
    afresh: bool,
    tell: Tell,
) -> Report:
    """Make what is missing or changed, by `makers`; `digests` are of their look, `tell` hears of each row done with."""
    with Journal(folder.lines()) as journal:
        folder.tidy()
        planned = [task.outcome(digests) for task in tasks]
        return _Run(tasks, planned, folder, journal=journal, tell=tell).go(makers, afresh=afresh)


class _Run:
    """One run, with the outcomes as far as they are known."""

    def __init__(
        self, tasks: Sequence[Task], planned: list[Outcome], folder: Folder | Store, *, journal: Journal, tell: Tell
    ) -> None:
        self._tasks, self._outcomes, self._folder, self._journal, self._tell = tasks, planned, folder, journal, tell
        self._notes: dict[str, list[tuple[int, int]]] = {}  # with the rows and the place there
        self._problems = {task.row.number: task.problems for task in tasks if task.problems}

    def go(self, makers: Makers, *, afresh: bool) -> Report:
        places = [place for place in range(len(self._tasks)) if self._is_to_make(place, afresh=afresh)]
        self._journal.claim(self._tasks[place].file for place in places)
        self._write_manifest()  # true also when this is the last thing that we do
        made = 0
        rows = [asked for place in places if (asked := self._tasks[place].preferences)]
        try:
            with closing(makers(rows)) as results:
                for place, result in results:
                    made += self._done(places[place], result)
        finally:  # also after Ctrl-C
            self._write_manifest()
        self._journal.check_alone()
        return Report(
            outcomes=tuple(self._outcomes),
            made=made,
            problems=self._problems,
            stray=self._stray(),
            notes=self._said(made),
        )

    def _is_to_make(self, place: int, *, afresh: bool) -> bool:
        """Whether there is work; what needs none is told at once."""
        task, planned = self._tasks[place], self._outcomes[place]
        before = self._journal.made.get(task.file)
        if not task.preferences:
            self._journal.add(planned)
        elif self._folder.is_strange(task.file, ours=task.file in self._journal.claimed):
            self._fail(place, ("its file name is taken by something else; move that away, or change --filename",))
        elif not afresh and before and before.asked == planned.asked and self._folder.holds(before):
            self._outcomes[place] = replace(before, row=planned.row)
        else:
            return True
        self._tell()
        return False

    def _done(self, place: int, result: Made | Failed) -> bool:
        if isinstance(result, Failed):
            self._fail(place, result.problems)
        else:
            self._keep(place, result)
        self._tell()
        return isinstance(result, Made)

    def _keep(self, place: int, made: Made) -> None:
        """The workbook first, its line after: a line is never about a file that is not there."""
        self._folder.write(self._tasks[place].file, made.pdf)
        self._outcomes[place] = replace(
            self._outcomes[place],
            programme=made.programme,
            pages=made.pages,
            left_out=made.left_out,
            sha256=sha256(made.pdf).hexdigest(),
            error="",
        )
        self._journal.add(self._outcomes[place])
        for position, note in enumerate(made.notes):
            self._notes.setdefault(note, []).append((place, position))

    def _said(self, made: int) -> tuple[str, ...]:
        """Each note once, in the order of the roster; one that is not of all workbooks with the rows that it is of."""
        ordered = sorted(self._notes, key=lambda note: min(self._notes[note]))
        return tuple(note if len(self._notes[note]) == made else f"{note} ({self._rows(note)})" for note in ordered)

    def _rows(self, note: str) -> str:
        """Where they stand and the clinic's numbers for them, which name nobody."""
        tasks = [self._tasks[place] for place, _ in sorted(self._notes[note])]
        named = [f"{task.row.where}{_id_of(task)}" for task in tasks[:_MOST_ROWS]]
        return ", ".join(named) + (f" and {len(tasks) - _MOST_ROWS} more" if len(tasks) > _MOST_ROWS else "")

    def _fail(self, place: int, problems: Sequence[str]) -> None:
        row = self._tasks[place].row
        self._problems[row.number] = tuple(map(row.named, problems))
        self._outcomes[place] = replace(self._outcomes[place], error="; ".join(self._problems[row.number]))
        self._journal.add(self._outcomes[place])

    def _write_manifest(self) -> None:
        self._folder.write(manifest.NAME, manifest.manifest(self._outcomes))

    def _stray(self) -> int:
        """Workbooks of an earlier run that no row of this roster has now."""
        kept = {outcome.file for outcome in self._outcomes if not outcome.error}
        return sum(self._folder.exists(file) for file in self._journal.made if file not in kept)


def _id_of(task: Task) -> str:
    given = task.preferences.id if task.preferences else None
    return f" id {given}" if given else ""
