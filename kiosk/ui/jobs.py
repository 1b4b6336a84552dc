"""The one door to other threads.

Work that may take long (the store, printers, scanners) runs in one of two lanes, each a single
thread that takes its jobs in order. What comes of it is told on the window's thread.
"""

import sys
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Generic, Literal, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

T = TypeVar("T")
Lane = Literal["store", "devices"]
LANES: tuple[Lane, ...] = ("store", "devices")
Failed = Callable[[BaseException], None]


class JobRunner(Protocol):
    """What a window needs: somewhere to hand its work."""

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        """Do ``work`` in ``lane``, then call ``done`` with what it gave, or ``failed``.

        Both are called on the window's thread, and neither once ``owner`` is deleted or its
        window closed. Without ``failed`` the exception goes to ``sys.excepthook``.
        """


@dataclass(slots=True)
class _Job(Generic[T]):
    work: Callable[[], T]
    done: Callable[[T], None]
    failed: Failed | None
    owner: QObject | None
    result: T | None = None
    error: BaseException | None = None

    def work_off(self) -> None:
        try:
            self.result = self.work()
        except BaseException as error:  # noqa: BLE001 (handed on, not swallowed)
            self.error = error

    def tell(self) -> None:
        if self.error is None:
            if not _gone(self.owner):
                self.done(self.result)  # type: ignore[arg-type]
        elif self.failed is None:
            sys.excepthook(type(self.error), self.error, self.error.__traceback__)
        elif not _gone(self.owner):
            self.failed(self.error)


def _gone(owner: QObject | None) -> bool:
    import shiboken6

    if owner is None:
        return False
    if not shiboken6.isValid(owner):
        return True
    window = owner.window() if isinstance(owner, QWidget) else owner
    return bool(getattr(window, "closed", False))


class Jobs(QObject):
    """Two lanes of one thread each. Lives on the window's thread; :meth:`close` it at the end."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._finished.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._queues: dict[Lane, SimpleQueue[_Job[object] | None]] = {}
        self._threads: list[threading.Thread] = []
        self._closed = False
        self._dropping = threading.Event()

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        """See :class:`JobRunner`. Raises RuntimeError after :meth:`close`."""
        if self._closed:
            raise RuntimeError("the jobs are closed")
        self._queue(lane).put(_Job(work, done, failed, owner))  # type: ignore[arg-type]

    def close(self) -> None:
        """Wait for the lanes to end; what they still tell is dropped.

        What was handed to the store is finished first: it was asked for. Waiting jobs for
        devices are dropped: papers are owed in the store and are printed another time.
        """
        if self._closed:
            return
        self._closed = True
        self._dropping.set()
        for queue in self._queues.values():
            queue.put(None)
        for thread in self._threads:
            thread.join()

    def _queue(self, lane: Lane) -> "SimpleQueue[_Job[object] | None]":
        # A lane's thread starts with its first job: a window paints before any thread runs.
        if lane not in self._queues:
            queue: SimpleQueue[_Job[object] | None] = SimpleQueue()
            thread = threading.Thread(
                target=self._work, args=(lane, queue), name=f"lane-{lane}", daemon=True
            )
            self._queues[lane] = queue
            self._threads.append(thread)
            thread.start()
        return self._queues[lane]

    def _work(self, lane: Lane, queue: "SimpleQueue[_Job[object] | None]") -> None:
        while (job := queue.get()) is not None:
            if lane == "devices" and self._dropping.is_set():
                continue
            job.work_off()
            self._finished.emit(job)

    @Slot(object)
    def _tell(self, job: _Job[object]) -> None:
        if not self._closed:
            job.tell()


class ManualJobs:
    """Lanes for tests: nothing runs until told to, all of it on the calling thread."""

    def __init__(self) -> None:
        self.waiting: deque[tuple[Lane, _Job[object]]] = deque()

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        """See :class:`JobRunner`."""
        job: _Job[object] = _Job(work, done, failed, owner)  # type: ignore[arg-type]
        self.waiting.append((lane, job))

    def run_next(self, lane: Lane | None = None) -> bool:
        """Run the next job (of ``lane``); False when there is none."""
        for entry in self.waiting:
            if lane in (None, entry[0]):
                self.waiting.remove(entry)
                entry[1].work_off()
                entry[1].tell()
                return True
        return False

    def run_all(self) -> int:
        """Run jobs until none waits, also those that jobs have added; how many ran."""
        count = 0
        while self.run_next():
            count += 1
        return count

    def close(self) -> None:
        """Forget what waits."""
        self.waiting.clear()
