"""A process of its own that does one thing on the store and is killed at some moment of it."""

import multiprocessing
from contextlib import suppress
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from kiosk.clock import MovedClock
from kiosk.refusal import Refused
from kiosk.simulation.premises import hasty_store
from kiosk.storage.units import Actor

_READY_S = 60.0
"""A process that is not ready by then never will be."""


class NotBegunError(Exception):
    """The process to be killed never came to its work."""


class Mortuary:
    """Starts processes and kills them: forked from one that has all modules, where that can be."""

    def __init__(self, file: Path) -> None:
        self._file = file
        methods = multiprocessing.get_all_start_methods()
        self._context: Any = multiprocessing.get_context(
            "forkserver" if "forkserver" in methods else "spawn"
        )
        if "forkserver" in methods:
            self._context.set_forkserver_preload([__name__])

    def kill_at(
        self, at: datetime, act: Any, wish: object, by: Actor, request_id: str, after_s: float
    ) -> bool:
        """Let a process do ``act`` and kill it ``after_s`` seconds after it began.

        Whether it had said by then that it was done: it may also have died between the two.
        """
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=live, args=(theirs, self._file, at, act, wish, by, request_id), daemon=True
        )
        process.start()
        theirs.close()
        try:
            if not ours.poll(_READY_S):
                raise NotBegunError
            try:
                ours.recv()
            except EOFError:
                raise NotBegunError from None
            ours.send("begin")
            return bool(ours.poll(after_s))
        finally:
            process.kill()
            process.join()
            process.close()
            ours.close()


def live(
    line: Connection, file: Path, at: datetime, act: Any, wish: object, by: Actor, request_id: str
) -> None:
    """What the process does: open the store, say so, do the one thing, wait to be killed."""
    store = hasty_store(file, MovedClock(at))
    with store.read():
        pass
    line.send("ready")
    line.recv()
    with suppress(Refused):
        store.do(act, wish, by, request_id)
    line.send("done")
    line.recv()
