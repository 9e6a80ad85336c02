"""A small roster, judged, and a way to run it in this process."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from hipplan.batch.folder import Folder
from hipplan.batch.look import Look, read_look
from hipplan.batch.making import make
from hipplan.batch.naming import file_names
from hipplan.batch.rows import Base, Row
from hipplan.batch.run import Makers, Report, Tell, run
from hipplan.batch.store import Store
from hipplan.batch.tasks import Task, tasks_of
from hipplan.batch.workers import made_in_turn
from hipplan.workbook.template import read_template
from hipplan.workbook.theme import PAPERS

Batch = Callable[..., Report]


def judged_rows(*people: dict[str, object]) -> tuple[Task, ...]:
    rows = [Row(number=n, where=f"line {n + 1}", values=values) for n, values in enumerate(people, start=1)]
    return tasks_of(rows, file_names(rows, "{id}", base={}).files, Base())


@pytest.fixture
def batch(tmp_path: Path) -> Batch:
    """Run people into the folder "out", or a store."""

    def go(
        *people: dict[str, object],
        jobs: int = 1,
        afresh: bool = False,
        shared: bool = False,
        store: Store | None = None,
        makers: Makers | None = None,
        look: Look | None = None,
        tell: Tell = lambda: None,
    ) -> Report:
        folder = store or Folder(tmp_path / "out", shared=shared)
        look = look or read_look(read_template("workbook"), PAPERS)
        makers = makers or partial(made_in_turn, jobs=jobs, make=partial(make, look=look))
        return run(judged_rows(*people), folder, makers=makers, digests=look.digests, afresh=afresh, tell=tell)

    return go
