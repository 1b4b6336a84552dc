"""The program by which this machine plays a WAV file.

Each sound starts a player anew, which takes the output that the system uses at that moment: a
loudspeaker may be plugged in while the hall's screen runs.
"""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:

    class _WinSound(Protocol):
        SND_FILENAME: int
        SND_ASYNC: int
        SND_NODEFAULT: int

        def PlaySound(self, sound: str | None, flags: int) -> None: ...


WINDOWS = "winsound"
_PLAYERS = {
    "linux": (("pw-play",), ("paplay",), ("aplay", "-q")),
    "darwin": (("afplay",),),
}
_CARDS = Path("/proc/asound/cards")


def player(
    platform: str = sys.platform, which: Callable[[str], str | None] = shutil.which
) -> tuple[str, ...] | None:
    """The player of this machine, to which the file's name is added; ``("winsound",)`` on Windows."""
    if platform == "win32":
        return (WINDOWS,)
    for name, *options in _PLAYERS.get(platform, ()):
        if found := which(name):
            return (found, *options)
    return None


def why_silent(platform: str = sys.platform, cards: Path = _CARDS) -> str:
    """Why nothing can be heard on this machine; empty where it can."""
    if player(platform) is None:
        return "chưa có chương trình phát âm thanh"
    if platform == "linux" and not _has_output(cards):
        return "máy không có thiết bị âm thanh"
    return ""


def _has_output(cards: Path) -> bool:
    run = os.environ.get("XDG_RUNTIME_DIR", "")
    servers = ("pulse/native", "pipewire-0")
    if run and any((Path(run) / server).exists() for server in servers):
        return True
    try:
        return "[" in cards.read_text("utf-8", errors="replace")
    except OSError:
        return False


def start_on_windows(file: str) -> bool:
    """Begin to play a file and return at once; False where Windows cannot."""
    winsound = _winsound()
    try:
        winsound.PlaySound(
            file, winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
        )
    except RuntimeError:
        return False
    return True


def _winsound() -> "_WinSound":
    import importlib

    return cast("_WinSound", importlib.import_module("winsound"))
