"""Scanners through SANE's own program ``scanimage``, run as a process of its own."""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from kiosk.refusal import Refused
from kiosk.scans.progress import Progress, Steps
from kiosk.scans.scanner import Device, ScanAsked

PROGRAM = "scanimage"
_PATIENCE_S, _STEP_S = 30, 0.2
_NO_MORE = 7
SIGNS = (
    ("out of documents", "scanner.feeder_empty"),
    ("jammed", "scanner.jammed"),
    ("cover is open", "scanner.cover_open"),
    ("device busy", "scanner.busy"),
    ("access to resource has been denied", "scanner.not_allowed"),
    ("invalid argument", "scanner.gone"),
    ("error during device i/o", "scanner.gone"),
)
STATES = {
    3: "scanner.busy",
    4: "scanner.gone",
    6: "scanner.jammed",
    7: "scanner.feeder_empty",
    8: "scanner.cover_open",
    9: "scanner.gone",
    11: "scanner.not_allowed",
}
"""SANE's states, as the program ends with them."""

OTHERWISE = "scanner.failed"

_FEEDER = re.compile(r"adf|feeder", re.IGNORECASE)
_GREY, _COLOUR = re.compile(r"gr[ae]y", re.IGNORECASE), re.compile(r"colou?r", re.IGNORECASE)


def installed() -> bool:
    """Whether this machine has the program at all."""
    return shutil.which(PROGRAM) is not None


class SaneScanner:
    """``program`` is where ``scanimage`` lies; found on the path where nothing is said."""

    def __init__(self, program: str = "") -> None:
        self._program = program

    def devices(self) -> tuple[Device, ...]:
        """See :class:`~kiosk.scans.scanner.Scanner`."""
        said = self._ask("-f", "%d\t%v\t%m%n")
        found = []
        for line in said.splitlines():
            key, *words = (part.strip() for part in line.split("\t"))
            if key and words:
                found.append(Device(key, " ".join(" ".join(words).split()) or key))
        return tuple(found)

    def scan(self, device: str, asked: ScanAsked, folder: Path) -> Steps[tuple[Path, ...]]:
        """See :class:`~kiosk.scans.scanner.Scanner`."""
        yield Progress("scan", 0, 0)
        options = self._ask("--device-name", device, "--all-options")
        words = [self._found(), "--device-name", device, *chosen_options(options, asked)]
        words += ["--format=jpeg", f"--batch={folder / 'p%04d.jpg'}"]
        if not asked.feeder:
            words.append("--batch-count=1")
        process, told = _started(words), ""
        try:
            while True:
                try:
                    _, told = process.communicate(timeout=_STEP_S)
                    break
                except subprocess.TimeoutExpired:
                    yield Progress("scan", len(_pages(folder)), 0)
        finally:
            if process.poll() is None:
                process.terminate()
                process.communicate()
        pages = _pages(folder)
        # The feeder's end is told as an error; so it is only where nothing came before it.
        if process.returncode and not (pages and process.returncode == _NO_MORE):
            raise why_failed(process.returncode, told, device, len(pages))
        return pages

    def _ask(self, *words: str) -> str:
        try:
            asked = subprocess.run(
                [self._found(), *words],
                capture_output=True,
                env=_plain(),
                text=True,
                encoding="utf-8",
                errors="replace",
                timeout=_PATIENCE_S,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise Refused("scanner.silent") from error
        except OSError as error:
            raise Refused("scanner.no_program") from error
        if asked.returncode:
            device = words[1] if words[0] == "--device-name" else ""
            raise why_failed(asked.returncode, asked.stderr, device, 0)
        return asked.stdout

    def _found(self) -> str:
        found = self._program or shutil.which(PROGRAM)
        if not found:
            raise Refused("scanner.no_program")
        return found


def chosen_options(told: str, asked: ScanAsked) -> list[str]:
    """What this device calls the source, the mode and the resolution, and A4; ``told`` is its ``-A``.

    Raises :class:`Refused` ``scanner.no_feeder``.
    """
    words: list[str] = []
    sources = _choices(told, "source")
    feeder = next((each for each in sources if _FEEDER.search(each)), "")
    glass = next((each for each in sources if not _FEEDER.search(each)), "")
    if asked.feeder and sources and not feeder:
        raise Refused("scanner.no_feeder")
    if wanted := feeder if asked.feeder else glass:
        words += ["--source", wanted]
    wish = _COLOUR if asked.colour else _GREY
    modes = _choices(told, "mode")
    if mode := next((each for each in modes if wish.search(each)), ""):
        words += ["--mode", mode]
    if dpi := _resolution(told, asked.dpi):
        words += ["--resolution", str(dpi)]
    for axis, length in (("x", 210.0), ("y", 297.0)):
        most = re.search(rf"^\s*-{axis} [0-9.-]+\.\.([0-9.]+)mm", told, re.MULTILINE)
        if most is not None:
            words += [f"-{axis}", f"{min(length, float(most[1])):g}"]
    return words


def why_failed(status: int, told: str, device: str, pages: int) -> Refused:
    """The refusal for how the program ended and what it said."""
    low = told.lower()
    # What was said last is why it ended: a feeder's start may be told before.
    said = [(low.rfind(words), code) for words, code in SIGNS if words in low]
    code = max(said)[1] if said else STATES.get(status, OTHERWISE)
    last = next((line for line in reversed(told.splitlines()) if line.strip()), "")
    why = " ".join(last.removeprefix("scanimage:").split())[:120]
    return Refused(code, device=device, pages=pages, why=why or f"mã {status}")


def _choices(told: str, option: str) -> tuple[str, ...]:
    """``    --mode Lineart|Gray|Color [Gray]`` -> its choices; none where it cannot be set."""
    found = re.search(rf"^\s*--{option} (.+?)\s*\[([^\]]*)\]", told, re.MULTILINE)
    if found is None or found[2] in ("inactive", "read-only"):
        return ()
    return tuple(each.strip() for each in found[1].split("|") if each.strip())


def _resolution(told: str, dpi: int) -> int:
    """The nearest that is offered, in a list or a range; 0 where it cannot be set."""
    choices = _choices(told, "resolution")
    figures = [float(each) for text in choices for each in re.findall(r"[0-9]+(?:\.[0-9]+)?", text)]
    if not figures:
        return 0
    if any(".." in each for each in choices):
        return int(min(max(float(dpi), figures[0]), figures[1]))
    # Finer rather than coarser: bars are not read below 150 dpi.
    return int(min(figures, key=lambda each: (abs(each - dpi), -each)))


def _pages(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder.glob("p*.jpg")))


def _started(words: Sequence[str]) -> "subprocess.Popen[str]":
    try:
        return subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=_plain(),
            text=True,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        raise Refused("scanner.no_program") from error


def _plain() -> dict[str, str]:
    """Its words are read: they come in English."""
    return {**os.environ, "LC_ALL": "C", "LANGUAGE": "C"}
