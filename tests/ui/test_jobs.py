"""The thread door: order, answers on the window's thread, failures, shutdown."""

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from kiosk.refusal import Refused
from kiosk.ui.jobs import Jobs, ManualJobs


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


class Window(QWidget):
    closed = False


def fail(error: BaseException) -> None:
    raise error


def test_jobs_of_a_lane_run_in_order_off_the_window_s_thread(qtbot: QtBot, jobs: Jobs) -> None:
    ran: list[tuple[int, str]] = []
    told: list[tuple[int, bool]] = []
    main = threading.current_thread()

    def work(n: int) -> int:
        ran.append((n, threading.current_thread().name))
        return n

    for n in range(50):
        jobs.run(
            "store",
            lambda n=n: work(n),  # type: ignore[misc]
            lambda n: told.append((n, threading.current_thread() is main)),
        )
    qtbot.waitUntil(lambda: len(told) == 50)
    assert ran == [(n, "lane-store") for n in range(50)]
    assert told == [(n, True) for n in range(50)]


def test_a_busy_printer_does_not_hold_the_store(qtbot: QtBot, jobs: Jobs) -> None:
    gate = threading.Event()
    told: list[str] = []
    jobs.run("devices", gate.wait, lambda _: told.append("device"))
    jobs.run("store", lambda: "store", told.append)
    qtbot.waitUntil(lambda: told == ["store"])
    gate.set()
    qtbot.waitUntil(lambda: told == ["store", "device"])


def test_a_failure_is_told(qtbot: QtBot, jobs: Jobs) -> None:
    errors: list[BaseException] = []
    refusal = Refused("ticket.office_closed")
    jobs.run("store", lambda: fail(refusal), lambda _: None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert errors == [refusal]


def test_a_failure_nobody_takes_reaches_the_excepthook(qtbot: QtBot, jobs: Jobs) -> None:
    bug = ZeroDivisionError("bug")
    with capture_exceptions() as caught:
        jobs.run("store", lambda: fail(bug), lambda _: None)
        qtbot.waitUntil(lambda: bool(caught))
    assert [error for _, error, _ in caught] == [bug]


def test_after_a_failure_the_lane_goes_on(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[int] = []
    jobs.run("store", lambda: fail(SystemExit(3)), lambda _: None, lambda _: told.append(0))
    jobs.run("store", lambda: 1, told.append)
    qtbot.waitUntil(lambda: told == [0, 1])


def test_nothing_is_told_to_a_window_that_is_gone(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[str] = []
    closed, deleted = Window(), QObject()
    qtbot.addWidget(closed)
    gate = threading.Event()
    for owner in (closed, deleted):
        jobs.run("store", gate.wait, lambda _: told.append("done"), owner=owner)
        jobs.run(
            "store",
            lambda: fail(Refused("x.y")),
            lambda _: None,
            lambda _: told.append("failed"),
            owner=owner,
        )
    closed.closed = True
    import shiboken6

    shiboken6.delete(deleted)
    gate.set()
    jobs.run("store", lambda: "end", told.append)
    qtbot.waitUntil(lambda: "end" in told)
    assert told == ["end"]


def test_a_part_belongs_to_its_window(qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    part = QWidget(window)
    manual = ManualJobs()
    told: list[int] = []
    for _ in range(2):
        manual.run("store", lambda: 1, told.append, owner=part)
    manual.run_next()
    window.closed = True
    manual.run_next()
    assert told == [1]


def test_closing_finishes_the_store_and_drops_waiting_devices(qtbot: QtBot) -> None:
    jobs = Jobs()
    ran: list[str] = []
    started = threading.Event()

    def slow() -> None:
        started.set()
        jobs._dropping.wait()
        ran.append("first page")

    jobs.run("devices", slow, lambda _: ran.append("told"))
    jobs.run("devices", lambda: ran.append("second page"), lambda _: None)
    for n in range(5):
        jobs.run("store", lambda n=n: ran.append(f"write {n}"), lambda _: None)  # type: ignore[misc]
    assert started.wait(5)
    jobs.close()
    assert sorted(ran) == ["first page", *(f"write {n}" for n in range(5))]
    assert not any(thread.name.startswith("lane-") for thread in threading.enumerate())
    jobs.close()
    with pytest.raises(RuntimeError):
        jobs.run("store", lambda: None, lambda _: None)


def test_no_thread_starts_before_the_first_job(jobs: Jobs) -> None:
    assert not any(thread.name.startswith("lane-") for thread in threading.enumerate())


def test_by_hand() -> None:
    jobs = ManualJobs()
    told: list[object] = []
    jobs.run("store", lambda: 1, told.append)
    jobs.run("devices", lambda: 2, told.append)
    jobs.run(
        "store", lambda: fail(Refused("a.b")), told.append, lambda error: told.append(str(error))
    )
    assert told == []
    assert jobs.run_next("devices")
    assert told == [2]
    assert jobs.run_all() == 2
    assert told == [2, 1, "a.b()"]
    assert not jobs.run_next()


def test_by_hand_a_bug_reaches_the_excepthook(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: seen.append(kind))
    jobs = ManualJobs()
    jobs.run("store", lambda: fail(KeyError("x")), lambda _: None)
    jobs.run_all()
    assert seen == [KeyError]
