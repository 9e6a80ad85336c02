"""A row that is judged: what to make of it, or why nothing can be made."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hipplan.batch.making import digest_of, problems_of
from hipplan.batch.outcome import NOT_YET, Outcome
from hipplan.batch.rows import Base, Row, judged
from hipplan.errors import PreferencesError
from hipplan.plan.preferences import Preferences


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A row with its file; it has preferences or problems, never both."""

    row: Row
    file: str
    preferences: Preferences | None
    problems: tuple[str, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """What is known before anything is made."""
        asked = digest_of(self.preferences) if self.preferences else ""
        return Outcome(row=self.row.number, file=self.file, asked=asked, error="; ".join(self.problems) or NOT_YET)


def tasks_of(rows: Sequence[Row], files: Sequence[str], base: Base) -> tuple[Task, ...]:
    """Judge every row."""
    return tuple(_task(row, file, base) for row, file in zip(rows, files, strict=True))


def _task(row: Row, file: str, base: Base) -> Task:
    try:
        return Task(row=row, file=file, preferences=judged(row, base))
    except PreferencesError as error:
        return Task(row=row, file=file, preferences=None, problems=error.problems)


def looked_through(task: Task) -> Task:
    """The task with all that planning and its letters may have against it; nothing is drawn."""
    if not task.preferences:
        return task
    problems = tuple(task.row.named(problem) for problem in problems_of(task.preferences))
    return replace(task, problems=problems, preferences=None if problems else task.preferences)
