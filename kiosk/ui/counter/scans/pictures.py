"""The pictures of a grid of pages, drawn a page at a time; those seen before are kept a while."""

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from kiosk.refusal import Refused
from kiosk.ui.jobs import JobRunner
from kiosk.ui.parts.page_grid import PageGrid
from kiosk.ui.steps import StepRun, Steps

if TYPE_CHECKING:
    from kiosk.scans.pages import ScanFile

MOST_KEPT = 240


class Pictures(QObject):
    """Fills one grid. ``failed`` gets the refusal where a file cannot be read."""

    def __init__(
        self, jobs: JobRunner, grid: PageGrid, failed: Callable[[Refused], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._grid, self._on_failed = grid, failed
        self._small, self._closely = StepRun(jobs, self), StepRun(jobs, self)
        self._kept: OrderedDict[tuple[str, int, int], QImage] = OrderedDict()
        self._name, self._wide = "", 0
        self._opened: Callable[[], ScanFile] | None = None
        self._small.moved.connect(self._have)
        self._closely.moved.connect(self._have_large)
        grid.looked.connect(lambda _: self._look_closely())
        grid.picked.connect(lambda _: self._look_closely())

    def show(self, name: str, opened: "Callable[[], ScanFile] | None") -> None:
        """The pages of another source; ``name`` is its own, ``opened`` reads it in the lane."""
        if name == self._name:
            return
        self._name, self._opened = name, opened
        self._small.stop()
        self._closely.stop()
        self._grid.forget_pictures()
        self.fill()

    def fill(self) -> None:
        """Draw what the grid shows and has no picture yet."""
        opened, name, wide = self._opened, self._name, self._grid.room()[0]
        if opened is None or self._grid.closely or self._small.running:
            return
        missing = []
        for cell in self._grid.cells:
            kept = self._kept.get((name, cell.key, wide))
            if kept is None:
                missing.append(cell.key)
            else:
                self._grid.set_picture(cell.key, kept)
        if missing:
            self._wide = wide
            self._draw(self._small, opened, tuple(missing), self._grid.room())

    def _draw(
        self,
        run: StepRun,
        opened: "Callable[[], ScanFile]",
        pages: tuple[int, ...],
        room: tuple[int, int],
    ) -> None:
        def make() -> Steps:
            from kiosk.ui.counter.scans import work

            yield from work.pictures(opened, pages, *room)

        run.begin(make, _nothing, self._failed)

    def _have(self, told: tuple[int, QImage]) -> None:
        page, picture = told
        self._kept[(self._name, page, self._wide)] = picture
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        self._grid.set_picture(page, picture)

    def _have_large(self, told: tuple[int, QImage]) -> None:
        self._grid.set_picture(*told, large=True)

    def _look_closely(self) -> None:
        cell = self._grid.current
        if not self._grid.closely:
            self.fill()
        elif cell is not None and self._opened is not None:
            self._closely.stop()
            self._draw(self._closely, self._opened, (cell.key,), self._grid.room())

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Refused):
            raise error
        self._on_failed(error)


def _nothing(_: object) -> None:
    return
