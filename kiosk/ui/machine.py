"""What the machine has for windows: attached screens, printers. For ``kiosk doctor``, without a window.

Screens are asked for in a process of their own: where a display cannot be reached, Qt ends the
process that asks.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_PATIENCE_S = 20
_TELL = "from kiosk.ui.machine import tell_screens; tell_screens()"


@dataclass(frozen=True, slots=True)
class AttachedScreen:
    """A screen: its name and its size in logical pixels."""

    name: str
    width: int
    height: int


class NoScreensError(Exception):
    """No display can be reached; the message is Qt's own."""


def attached_screens() -> tuple[AttachedScreen, ...]:
    """The screens of this session. Raises :class:`NoScreensError`."""
    if getattr(sys, "frozen", False):  # a program folder has no interpreter to start
        return _screens()
    project = str(Path(__file__).resolve().parents[2])
    paths = os.pathsep.join(filter(None, (project, os.environ.get("PYTHONPATH", ""))))
    try:
        asked = subprocess.run(
            [sys.executable, "-c", _TELL],
            capture_output=True,
            env={**os.environ, "PYTHONPATH": paths},
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoScreensError(str(error)) from error
    if asked.returncode:
        raise NoScreensError(asked.stderr)
    return tuple(AttachedScreen(*each) for each in json.loads(asked.stdout))


def tell_screens() -> None:
    """Write the screens to standard output: a JSON list of name, width and height."""
    told = [(screen.name, screen.width, screen.height) for screen in _screens()]
    sys.stdout.write(json.dumps(told))


def printer_names() -> tuple[str, ...]:
    """The printers that the system knows."""
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtPrintSupport import QPrinterInfo

    if QGuiApplication.instance() is None:
        QGuiApplication(["kiosk", "-platform", "offscreen"])
    return tuple(QPrinterInfo.availablePrinterNames())


def _screens() -> tuple[AttachedScreen, ...]:
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication(["kiosk"])
    found = tuple(
        AttachedScreen(screen.name(), screen.geometry().width(), screen.geometry().height())
        for screen in QGuiApplication.screens()
    )
    del application
    return found
