"""Asking again and again what only the last answer matters of."""

from collections.abc import Callable


class Latest:
    """One question at a time; asked meanwhile, it is asked once more afterwards.

    ``start`` begins a question and is given what to call when its answer has come.
    """

    def __init__(self, start: Callable[[Callable[[], None]], None]) -> None:
        self._start = start
        self._running = self._again = False

    def ask(self) -> None:
        """Ask, now or as soon as the answer before has come."""
        if self._running:
            self._again = True
            return
        self._running = True
        self._start(self._ended)

    def _ended(self) -> None:
        self._running = False
        if self._again:
            self._again = False
            self.ask()
