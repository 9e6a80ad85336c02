import os
import signal
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from hipplan.batch import cluster
from hipplan.batch.cluster import made_on_cluster
from hipplan.batch.making import Failed, Made, make
from hipplan.errors import FileProblemError
from hipplan.plan.preferences import parse_preferences

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("ignore")  # its own, about ports and processes that end
ROWS = [parse_preferences({"id": str(n), "name": f"Sam {n}", "weeks": 1, "sessions": 1}) for n in range(24)]


@pytest.fixture
def two(tmp_path: Path) -> Iterator[object]:
    """A real cluster of two worker processes."""
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        local_directory=str(tmp_path),
        silence_logs=50,
    ) as found:
        yield found


def test_a_worker_killed_in_the_middle_costs_no_row_and_changes_no_byte(two: object) -> None:
    address = two.scheduler_address  # type: ignore[attr-defined]
    results = made_on_cluster(ROWS, scheduler=address)
    found = [next(results) for _ in range(3)]
    victim = next(iter(two.workers.values())).pid  # type: ignore[attr-defined]
    os.kill(victim, signal.SIGKILL)
    found += results
    assert sorted(place for place, _ in found) == list(range(len(ROWS)))
    digests = {place: sha256(one.pdf).hexdigest() for place, one in found if isinstance(one, Made)}
    assert len(digests) == len(ROWS)
    for place in (0, 11, 23):
        alone = make(ROWS[place])
        assert isinstance(alone, Made)
        assert sha256(alone.pdf).hexdigest() == digests[place]


def test_a_machine_with_another_hipplan_makes_no_workbook(two: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "__version__", "99")
    [(_, result)] = made_on_cluster(ROWS[:1], scheduler=two.scheduler_address)  # type: ignore[attr-defined]
    assert isinstance(result, Failed)
    assert "install the same there" in result.problems[0]


def test_a_cluster_that_does_not_answer_is_a_file_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_SECONDS", 1)
    with pytest.raises(FileProblemError, match=r"--scheduler tcp://127\.0\.0\.1:9: does not answer"):
        next(made_on_cluster(ROWS[:1], scheduler="tcp://127.0.0.1:9"))
