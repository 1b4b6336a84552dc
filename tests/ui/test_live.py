"""The watch over the store and the patience of the kiosk, tick by tick."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kiosk.ui.idle import IdleWatch
from kiosk.ui.live import POLL_MS, StoreWatch


class Counter:
    """A change counter that can fall silent."""

    def __init__(self) -> None:
        self.value = 7
        self.broken = False

    def __call__(self) -> int:
        if self.broken:
            raise OSError("gone")
        return self.value


@pytest.fixture
def counter() -> Counter:
    return Counter()


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def watch(qtbot: QtBot, counter: Counter, told: list[str]) -> Iterator[StoreWatch]:
    made = StoreWatch(counter)
    made.changed.connect(lambda: told.append("changed"))
    made.lost.connect(lambda error: told.append(f"lost: {error}"))
    yield made
    made.stop()


def test_only_a_change_is_told(watch: StoreWatch, counter: Counter, told: list[str]) -> None:
    watch.start()
    watch.look()
    assert told == []
    counter.value += 1
    watch.look()
    watch.look()
    assert told == ["changed"]


def test_a_change_is_seen_by_itself(qtbot: QtBot, watch: StoreWatch, counter: Counter) -> None:
    assert POLL_MS == 50
    watch.start()
    counter.value = 1
    with qtbot.waitSignal(watch.changed):
        pass


def test_a_loss_is_told_once_and_the_return_is_a_change(
    watch: StoreWatch, counter: Counter, told: list[str]
) -> None:
    watch.start()
    counter.broken = True
    watch.look()
    watch.look()
    assert watch.silent
    counter.broken = False
    watch.look()
    assert told == ["lost: gone", "changed"]


def test_a_stopped_watch_does_not_ask(watch: StoreWatch) -> None:
    watch.start()
    assert watch._poll.isActive()
    watch.stop()
    assert not watch._poll.isActive()
    assert not watch._ticks.isActive()


@pytest.fixture
def idle(qtbot: QtBot, told: list[str]) -> Iterator[IdleWatch]:
    made = IdleWatch()
    made.asked.connect(lambda: told.append("asked"))
    made.ran_out.connect(lambda: told.append("out"))
    yield made
    made.stop()


def test_patience_runs_out(idle: IdleWatch, told: list[str]) -> None:
    left: list[int] = []
    idle.left.connect(left.append)
    idle.start(12)
    for _ in range(12):
        idle.tick()
    assert left == list(range(12, -1, -1))
    assert told == ["asked", "out"]
    assert not idle.running


def test_any_touch_or_key_renews_it(qtbot: QtBot, idle: IdleWatch) -> None:
    button = QPushButton("x")
    qtbot.addWidget(button)
    with qtbot.waitActive(button):
        button.show()
        button.activateWindow()
    idle.start(30)
    for _ in range(15):
        idle.tick()
    assert idle.share == 0.5
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    after_touch = idle.share
    idle.tick()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert (after_touch, idle.share) == (1.0, 1.0)


def test_stopped_it_hears_nothing(qtbot: QtBot, idle: IdleWatch, told: list[str]) -> None:
    idle.start(30)
    idle.stop()
    idle.touch()
    assert not idle.running
    assert told == []
