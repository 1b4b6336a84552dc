"""Which voice is used, and what a better one lacks: the best that is there wins.

Clips that the office recorded itself, the system's Vietnamese voice, espeak-ng's, the chime alone.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kiosk.ui.voice.clips import Clips, read_clips
from kiosk.ui.voice.espeak import espeak_program
from kiosk.ui.voice.words import WORDS

Kind = Literal["recorded", "system", "espeak", "chime"]
TOLD: dict[Kind, str] = {
    "recorded": "giọng văn phòng tự thu",
    "system": "giọng tiếng Việt của hệ thống",
    "espeak": "giọng espeak-ng",
    "chime": "chỉ có tiếng chuông",
}


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a station has: its recorded clips, and where espeak-ng is."""

    folder: Path
    recorded: Clips
    espeak: str | None


@dataclass(frozen=True, slots=True)
class SystemFound:
    """The system's Vietnamese voice by its name; without one, ``why``."""

    name: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """The voice that is used, its source, and what each better one lacks."""

    kind: Kind
    source: str
    better: tuple[str, ...]


def gather(folder: Path) -> Gathered:
    """Look into the station's folder of voices and for espeak-ng."""
    return Gathered(folder, read_clips(recorded_folder(folder)), espeak_program())


def recorded_folder(folder: Path) -> Path:
    """Where the office puts the words that it recorded."""
    return folder / "recorded"


def espeak_folder(folder: Path) -> Path:
    """Where the clips that espeak-ng made are kept."""
    return folder / "espeak-ng"


def choose(gathered: Gathered, system: SystemFound) -> Choice:
    """The best voice there is."""
    recorded, total = gathered.recorded, len(WORDS)
    if recorded.complete:
        return Choice("recorded", f"đủ {total} từ", ())
    have = total - len(recorded.missing) - len(recorded.wrong)
    better = [
        f"{TOLD['recorded']}: có {have} trong {total} từ, “kiosk voice check” kể những từ còn thiếu"
    ]
    if system.name:
        return Choice("system", system.name, tuple(better))
    better.append(f"{TOLD['system']}: {system.why}")
    if gathered.espeak:
        return Choice("espeak", gathered.espeak, tuple(better))
    better.append(f"{TOLD['espeak']}: chưa cài gói espeak-ng")
    return Choice("chime", "chương trình tự tạo", tuple(better))
