"""When the program itself is wrong: what is logged, and the file that tells a developer."""

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from kiosk import __version__
from kiosk.clock import SystemClock, local
from kiosk.ids import new_id
from kiosk.paths import StationFolder

log = logging.getLogger(__name__)

_LOG_BYTES, _LOG_FILES = 1_000_000, 5


def start_logging(folder: StationFolder, face: str) -> None:
    """Log to ``logs/FACE.log`` in the station's folder; native crashes to ``crashes``.

    Each face has a file of its own: processes that share one lose lines when it is turned over.
    Asked again, it changes nothing. A folder that is no station yet is left as it is.
    Raises :class:`OSError`.
    """
    from logging.handlers import RotatingFileHandler

    file = folder.root / "logs" / f"{face}.log"
    root = logging.getLogger()
    if any(getattr(handler, "baseFilename", "") == str(file) for handler in root.handlers):
        return
    if not (folder.store.exists() or folder.settings.exists()):
        if not root.handlers:
            root.addHandler(logging.NullHandler())
        return
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.crashes.mkdir(parents=True, exist_ok=True, mode=0o700)
    handler = RotatingFileHandler(
        file, maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    faulthandler.enable((folder.crashes / f"native-{face}.txt").open("a", encoding="utf-8"))


def write_crash(folder: StationFolder, error: BaseException, doing: str) -> Path:
    """Write a crash report; its file.

    It holds the trace and the versions, and no value of any variable: a report may be sent to a
    developer without telling about a citizen.
    """
    import platform

    folder.crashes.mkdir(parents=True, exist_ok=True, mode=0o700)
    stamp = local(SystemClock().now()).strftime("%Y%m%d-%H%M%S")
    file = folder.crashes / f"crash-{stamp}-{new_id()[-6:]}.txt"
    trace = "".join(
        line
        for entry in _chain(error)
        for line in [
            *traceback.format_tb(entry.__traceback__),
            f"{type(entry).__module__}.{type(entry).__qualname__}\n",
        ]
    )
    file.write_text(
        f"kiosk {__version__}\npython {sys.version}\n{platform.platform()}\n"
        f"doing: {doing}\n\n{trace}",
        encoding="utf-8",
    )
    return file


def _chain(error: BaseException) -> list[BaseException]:
    chain = [error]
    while (cause := chain[-1].__cause__ or chain[-1].__context__) and cause not in chain:
        chain.append(cause)
    return chain[::-1]


def catch_everything(
    folder: StationFolder, doing: str, tell: Callable[[Path | None], None]
) -> None:
    """Send every exception that nobody caught, of any thread, into a crash report.

    ``tell`` lets a window say so, with None where no report could be written; the program goes on.
    """

    def caught(error: BaseException) -> None:
        log.critical("crash while %s: %s", doing, type(error).__name__)
        try:
            file = write_crash(folder, error, doing)
        except OSError as unwritable:
            log.warning("no crash report: %s", unwritable)
            file = None
        tell(file)

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        caught(error)

    def thread_hook(told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            caught(told.exc_value)

    sys.excepthook = hook
    threading.excepthook = thread_hook
