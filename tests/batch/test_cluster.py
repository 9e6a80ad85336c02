import os
import signal
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from hipplan.batch import cluster
from hipplan.batch.cluster import made_on_cluster
from hipplan.batch.look import read_look
from hipplan.batch.made import Failed, Made
from hipplan.batch.making import make
from hipplan.batch.run import Report
from hipplan.clinic_file import read_clinic_file
from hipplan.errors import FileProblemError
from hipplan.plan.preferences import Preferences, parse_preferences
from hipplan.workbook.template import read_template
from hipplan.workbook.theme import PAPERS
from measuring.foreign import leaflet, letterhead, put

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("ignore")  # its own, about ports and processes that end
Batch = Callable[..., Report]
ROWS = [parse_preferences({"id": str(n), "name": f"Sam {n}", "weeks": 1, "sessions": 1}) for n in range(2)]
MAKE = partial(make, look=read_look(read_template("workbook"), PAPERS))


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


def test_a_worker_killed_in_the_middle_costs_no_row_and_changes_no_byte(
    two: object, batch: Batch, tmp_path: Path
) -> None:
    people = [{"id": str(n), "name": f"Sam {n}", "weeks": 1, "sessions": 1} for n in range(20)]
    people[7] |= {"weeks": 40}
    told = []

    def tell() -> None:
        told.append(1)
        if len(told) == 5:
            os.kill(next(iter(two.workers.values())).pid, signal.SIGKILL)  # type: ignore[attr-defined]

    makers = partial(made_on_cluster, scheduler=two.scheduler_address, make=MAKE)  # type: ignore[attr-defined]
    report = batch(*people, makers=makers, tell=tell)
    assert (report.made, sorted(report.problems), len(told)) == (19, [8], 20)
    (tmp_path / "out").rename(tmp_path / "cluster")
    batch(*people)
    names = sorted(path.name for path in (tmp_path / "out").iterdir() if path.suffix != ".journal")
    assert len(names) == 20
    for name in names:
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "cluster" / name).read_bytes(), name


def test_the_machines_need_no_file_of_the_clinic(two: object, batch: Batch, tmp_path: Path) -> None:
    put(tmp_path, paper=letterhead(), back=leaflet())
    (tmp_path / "clinic.toml").write_text(
        'name = "Riverside Physio"\nletterhead = "paper.pdf"\nsafe_area = { top = 40 }\nleaflets = ["back.pdf"]\n'
    )
    origin = tmp_path / "clinic.toml"
    look = read_look(read_template("workbook"), ["a4"], clinic=read_clinic_file(origin), origin=origin)
    for path in tmp_path.glob("*.*"):
        path.unlink()
    one: dict[str, object] = {"id": "1", "name": "Sam 1", "weeks": 1, "sessions": 1}
    makers = partial(made_on_cluster, scheduler=two.scheduler_address, make=partial(make, look=look))  # type: ignore[attr-defined]
    assert batch(one, makers=makers, look=look).made == 1
    made = (tmp_path / "out" / "1.pdf").read_bytes()
    alone = make(parse_preferences(one), look=look)
    assert isinstance(alone, Made)
    assert made == alone.pdf
    assert len(PdfReader(BytesIO(made)).pages) == alone.pages


def test_what_goes_wrong_on_a_machine_is_logged_there_without_a_word_about_the_person(two: object) -> None:
    rows = [parse_preferences({"id": "1", "name": "Wilhelmina", "notes": "Treppe"})]
    [(_, result)] = made_on_cluster(rows, scheduler=two.scheduler_address, make=_broken)  # type: ignore[attr-defined]
    assert isinstance(result, Failed)
    assert "(SystemError)" in result.problems[0]
    with distributed.Client(two.scheduler_address) as client:  # type: ignore[attr-defined]
        logs = f"{client.get_worker_logs()} {client.get_scheduler_logs()}"
    assert "Compute Failed" in logs  # it was logged
    shown = logs + repr(cluster._Sealed(rows[0]))  # which other versions of Dask log
    assert not [word for word in ("Wilhelmina", "Treppe") if word in shown]


def _broken(preferences: Preferences) -> Made | Failed:
    raise SystemError(str(preferences.weeks))


def test_a_machine_with_another_hipplan_makes_no_workbook(two: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "__version__", "99")
    [(_, result)] = made_on_cluster(ROWS[:1], scheduler=two.scheduler_address, make=MAKE)  # type: ignore[attr-defined]
    assert isinstance(result, Failed)
    assert "install the same there" in result.problems[0]


def test_a_cluster_that_goes_is_one_clear_line_and_the_rest_is_made_later(
    two: object, batch: Batch, tmp_path: Path
) -> None:
    people = [{"id": str(n), "weeks": 1, "sessions": 1} for n in range(20)]
    told = []

    def tell() -> None:
        told.append(1)
        if len(told) == 3:
            two.close()  # type: ignore[attr-defined]

    makers = partial(made_on_cluster, scheduler=two.scheduler_address, make=MAKE)  # type: ignore[attr-defined]
    with pytest.raises(FileProblemError, match="the connection was lost; the same command makes the rest"):
        batch(*people, makers=makers, tell=tell)
    done = len([*(tmp_path / "out").glob("*.pdf")])
    assert 3 <= done < 20
    assert batch(*people).made == 20 - done


def test_a_cluster_that_does_not_answer_is_a_file_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_SECONDS", 1)
    with pytest.raises(FileProblemError, match=r"--scheduler tcp://127\.0\.0\.1:9: does not answer"):
        next(made_on_cluster(ROWS[:1], scheduler="tcp://127.0.0.1:9", make=MAKE))


def test_a_scheduler_without_workers_is_told_of_instead_of_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_WORKERS_WITHIN", 0.5)
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address=None, silence_logs=50) as empty,
        pytest.raises(FileProblemError, match="has no workers; start them with dask worker tcp://"),
    ):
        list(made_on_cluster(ROWS, scheduler=empty.scheduler_address, make=MAKE))
