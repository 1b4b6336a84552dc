"""Writing a register in a lane: counted as it goes, and stopped when somebody wants it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.dossiers.letters import RegisterLine
    from kiosk.printing.register_files import RegisterWritten
    from kiosk.storage.store import Store
    from kiosk.ui.admin.register.props import Asked


class RegisterStopped(Exception):
    """Somebody stopped it; nothing was left behind."""


class Writing:
    """One register on its way. ``done`` of ``of`` lines are written: two figures that the window
    reads while the lane counts."""

    def __init__(self, store: "Store", asked: "Asked") -> None:
        self.asked = asked
        self.done = self.of = 0
        self._store = store
        self._stopped = False

    def stop(self) -> None:
        """Stop before the next line."""
        self._stopped = True

    def write(self) -> "RegisterWritten":
        """Write it, whole or not at all; called in a lane.

        Raises :class:`RegisterStopped`, and :class:`kiosk.refusal.Refused`: ``file.exists``,
        ``file.unwritable``, what :func:`kiosk.printing.register_files.write_register` refuses.
        """
        from kiosk.dossiers.register import RegisterWish
        from kiosk.printing.register_files import write_register
        from kiosk.whole_file import whole_file

        wish = RegisterWish(self.asked.year, self.asked.field or None)
        with whole_file(Path(self.asked.target)) as part, self._store.read() as unit:
            return write_register(part, unit, wish, self.passing)

    def passing(self, lines: "Iterable[RegisterLine]", of: int) -> "Iterator[RegisterLine]":
        """The same lines, counted as they go by."""
        self.of = of
        for line in lines:
            if self._stopped:
                raise RegisterStopped
            yield line
            self.done += 1
