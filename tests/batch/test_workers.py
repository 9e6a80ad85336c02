import os
import signal
from functools import partial

import pytest

from hipplan.batch.look import read_look
from hipplan.batch.made import Failed, Made
from hipplan.batch.making import make
from hipplan.batch.workers import _Worker, made_in_turn
from hipplan.plan.preferences import parse_preferences
from hipplan.workbook.template import read_template

ROWS = [parse_preferences({"id": str(n), "weeks": 1, "sessions": 1}) for n in range(6)]
MAKE = partial(make, look=read_look(read_template("workbook"), ["a4"]))


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_row_has_its_own_answer(jobs: int) -> None:
    answers = dict(made_in_turn(ROWS, jobs=jobs, make=MAKE))
    assert sorted(answers) == list(range(6))
    assert len({answer.pdf for answer in answers.values() if isinstance(answer, Made)}) == 6


def test_a_process_that_dies_costs_one_row_and_the_others_are_made() -> None:
    results = made_in_turn(ROWS, jobs=2, make=MAKE)
    answers = [next(results)]
    frame = results.gi_frame
    assert frame
    worker = frame.f_locals["workers"][0]
    assert isinstance(worker, _Worker)
    os.kill(worker._process.pid or 0, signal.SIGKILL)
    answers += results
    assert sorted(place for place, _ in answers) == list(range(6))
    lost = [answer for _, answer in answers if isinstance(answer, Failed)]
    assert len(lost) <= 1
    assert all("was ended" in answer.problems[0] for answer in lost)


def test_processes_end_with_whoever_asked_for_them() -> None:
    results = made_in_turn(ROWS, jobs=2, make=MAKE)
    next(results)
    assert results.gi_frame
    processes = [worker._process for worker in results.gi_frame.f_locals["workers"]]
    assert all(process.is_alive() for process in processes)
    results.close()
    assert not any(process.is_alive() for process in processes)
