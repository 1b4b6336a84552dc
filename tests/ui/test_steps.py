"""Long work a step at a time: told as it goes, stopped between two steps, never two at once."""

from collections.abc import Generator

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.ui.jobs import ManualJobs
from kiosk.ui.steps import StepRun

Steps = Generator[int, None, str]


class Work:
    """Counts to three."""

    def __init__(self) -> None:
        self.ends: list[str] = []
        self.told: list[object] = []

    def steps(self) -> Steps:
        try:
            yield from (1, 2, 3)
        finally:
            self.ends.append("closed")
        return "done"


@pytest.fixture
def jobs() -> ManualJobs:
    return ManualJobs()


@pytest.fixture
def run(qapp: QApplication, jobs: ManualJobs) -> StepRun:
    assert qapp is not None
    return StepRun(jobs)


def begin(run: StepRun, work: Work) -> None:
    run.moved.connect(work.told.append)
    run.rested.connect(lambda: work.told.append("rested"))
    run.begin(work.steps, work.told.append, work.told.append)


def test_each_step_is_told_and_then_the_end(run: StepRun, jobs: ManualJobs) -> None:
    work = Work()
    begin(run, work)
    assert run.running
    assert jobs.run_all() == 4
    assert work.told == [1, 2, 3, "rested", "done"]
    assert not run.running


def test_other_work_of_the_lane_comes_between(run: StepRun, jobs: ManualJobs) -> None:
    work = Work()
    begin(run, work)
    jobs.run("devices", lambda: "slip", work.told.append)
    jobs.run_all()
    assert work.told == [1, "slip", 2, 3, "rested", "done"]


def test_stopped_it_is_closed_in_its_lane_and_tells_nothing_more(
    run: StepRun, jobs: ManualJobs
) -> None:
    work = Work()
    begin(run, work)
    jobs.run_next("devices")
    run.stop()
    assert work.ends == []
    jobs.run_all()
    assert work.ends == ["closed"]
    assert work.told == [1, "rested"]
    again = Work()
    run.begin(again.steps, again.told.append, again.told.append)
    jobs.run_all()
    assert again.told == ["done"]


def test_two_works_are_never_done_at_once(run: StepRun, jobs: ManualJobs) -> None:
    one, other = Work(), Work()
    begin(run, one)
    run.begin(other.steps, other.told.append, other.told.append)
    jobs.run_all()
    assert one.told[-1] == "done"
    assert other.told == []


def test_what_a_step_raises_is_told(run: StepRun, jobs: ManualJobs) -> None:
    error = ValueError("broken")

    def broken() -> Steps:
        yield 1
        raise error

    told: list[object] = []
    run.begin(broken, told.append, told.append)
    jobs.run_all()
    assert told == [error]
    assert not run.running
