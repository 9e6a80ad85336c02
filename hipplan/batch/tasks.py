"""A row that is judged: what to make of it, or why nothing can be made."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from hipplan.batch.outcome import NOT_YET, Outcome
from hipplan.batch.rows import Base, Row, judged
from hipplan.errors import HipplanError, PreferencesError
from hipplan.plan.preferences import Preferences
from hipplan.plan.progression import plan_programme


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A row with its file; it has preferences or problems, never both."""

    row: Row
    file: str
    preferences: Preferences | None
    problems: tuple[str, ...] = ()

    def outcome(self, digests: Mapping[str, str]) -> Outcome:
        """What is known before anything is made; `digests` are of the look, by size of paper."""
        asked = _digest(self.preferences, digests) if self.preferences else ""
        return Outcome(row=self.row.number, file=self.file, asked=asked, error="; ".join(self.problems) or NOT_YET)


def tasks_of(rows: Sequence[Row], files: Sequence[str], base: Base) -> tuple[Task, ...]:
    """Judge every row."""
    return tuple(_task(row, file, base) for row, file in zip(rows, files, strict=True))


def _task(row: Row, file: str, base: Base) -> Task:
    try:
        return Task(row=row, file=file, preferences=judged(row, base))
    except PreferencesError as error:
        return Task(row=row, file=file, preferences=None, problems=error.problems)


def looked_through(task: Task, refused: Mapping[str, Sequence[str]]) -> Task:
    """The task with all that its planning, letters and paper may have against it; nothing is drawn."""
    if not task.preferences:
        return task
    problems = tuple(task.row.named(problem) for problem in _problems(task.preferences, refused))
    return replace(task, problems=problems, preferences=None if problems else task.preferences)


def _problems(preferences: Preferences, refused: Mapping[str, Sequence[str]]) -> Sequence[str]:
    from hipplan.workbook.letters import check_letters  # noqa: PLC0415  brings in ReportLab; --help need not wait

    try:
        plan_programme(preferences)
        check_letters(preferences)
    except HipplanError as error:
        return error.problems
    return refused.get(preferences.paper, ())


def _digest(preferences: Preferences, digests: Mapping[str, str]) -> str:
    """The same for the same preferences, look and hipplan, so for the same workbook."""
    asked = {"look": digests.get(preferences.paper, ""), "preferences": preferences.model_dump(mode="json")}
    return sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()
