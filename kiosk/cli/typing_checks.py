"""Whether Vietnamese can be typed at this machine.

Windows and macOS bring it along. On Linux three things have to meet: an engine that knows
Vietnamese, the daemon that runs it, and a door by which Qt reaches the daemon. Qt's wheels have
one such door, ``ibus``; fcitx5 answers at it too. Under Wayland the desktop can be the door.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.cli.finding import Finding

WHAT = "Gõ tiếng Việt"
ENGINES = ("unikey", "bamboo", "lotus", "m17n")
DAEMONS = {"ibus-daemon": "ibus", "fcitx5": "fcitx5", "fcitx": "fcitx"}
ENGINE_FOLDERS = (
    "share/ibus/component",
    "share/fcitx5/inputmethod",
    "share/fcitx/inputmethod",
)
PREFIXES = (Path("/usr"), Path("/usr/local"))
DOOR = "ibus"


@dataclass(frozen=True, slots=True)
class Typing:
    """What was found on a Linux machine: engines, daemons at work, doors Qt is told to take."""

    engines: tuple[str, ...]
    daemons: tuple[str, ...]
    doors: tuple[str, ...]
    wayland: bool


def look_at_typing() -> Iterator[Finding]:
    """The line of this machine."""
    if sys.platform.startswith("linux"):
        yield judged(
            Typing(
                engines=engines(PREFIXES),
                daemons=tuple(
                    sorted({DAEMONS[name] for name in running_programs() if name in DAEMONS})
                ),
                doors=doors(os.environ),
                wayland=bool(os.environ.get("WAYLAND_DISPLAY")),
            )
        )
    elif sys.platform == "win32":
        yield Finding(
            WHAT,
            "note",
            "Windows có sẵn bàn phím tiếng Việt (Telex); UniKey cũng dùng được. "
            "Chương trình không tự xem được bộ gõ đang bật",
        )
    else:
        yield Finding(
            WHAT,
            "note",
            "macOS có sẵn bàn phím tiếng Việt (Telex, VNI). "
            "Chương trình không tự xem được bộ gõ đang bật",
        )


def judged(found: Typing) -> Finding:
    """What is missing first, and its cure."""
    if not found.engines:
        return Finding(
            WHAT,
            "warn",
            "chưa có bộ gõ tiếng Việt; ki-ốt và sảnh không cần, quầy thì cần",
            "cài ibus-unikey hoặc ibus-bamboo, rồi đăng nhập lại",
        )
    engines = ", ".join(found.engines)
    if not found.daemons:
        return Finding(
            WHAT,
            "warn",
            f"có {engines} nhưng ibus hay fcitx5 chưa chạy trong phiên này",
            "chạy ibus-daemon -drx và đặt cho chạy cùng phiên làm việc",
        )
    daemons = ", ".join(found.daemons)
    if DOOR not in found.doors and not (found.wayland and not found.doors):
        told = ", ".join(found.doors) or "chưa đặt"
        return Finding(
            WHAT,
            "warn",
            f"{daemons} đang chạy với {engines}, nhưng cửa sổ không nối được (QT_IM_MODULE: {told})",
            f"đặt QT_IM_MODULE={DOOR} trong /etc/environment (fcitx5 cũng vậy), rồi đăng nhập lại",
        )
    return Finding(WHAT, "good", f"{daemons} đang chạy, có {engines}")


def engines(prefixes: Iterable[Path]) -> tuple[str, ...]:
    """The Vietnamese engines whose descriptions lie under ``prefixes``."""
    names = (
        file.stem.lower()
        for prefix in prefixes
        for folder in ENGINE_FOLDERS
        if (prefix / folder).is_dir()
        for file in (prefix / folder).iterdir()
    )
    return tuple(sorted({engine for name in names for engine in ENGINES if engine in name}))


def doors(environment: Mapping[str, str]) -> tuple[str, ...]:
    """By which input methods Qt is told to go, the first choice first."""
    told = environment.get("QT_IM_MODULES") or environment.get("QT_IM_MODULE") or ""
    return tuple(door.strip() for door in told.split(";") if door.strip())


def running_programs() -> frozenset[str]:
    """The names of the programs that run on this Linux machine."""
    names = set()
    for process in Path("/proc").glob("[0-9]*/comm"):
        try:
            names.add(process.read_text("utf-8", errors="replace").strip())
        except OSError:  # it has ended meanwhile
            continue
    return frozenset(names)
