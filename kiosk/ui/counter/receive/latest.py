"""Asking again and again, where only the last answer matters."""

from collections.abc import Callable

Start = Callable[[Callable[[], None]], None]
"""Begins a question; it is given what to call when the answer has come."""


class Latest:
    """One question at a time; of those asked meanwhile only the last one is asked afterwards."""

    def __init__(self) -> None:
        self._running = False
        self._next: Start | None = None

    def ask(self, start: Start) -> None:
        """Ask, now or as soon as the answer before has come."""
        if self._running:
            self._next = start
            return
        self._running = True
        start(self._ended)

    def _ended(self) -> None:
        self._running = False
        if self._next is not None:
            start, self._next = self._next, None
            self.ask(start)
