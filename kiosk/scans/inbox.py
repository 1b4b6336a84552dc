"""The folder of this station into which scanners write, as an officer sees it.

What lies in it was not filed yet; ``look`` holds what must be looked at first, with the reason
beside it; ``scanned`` what came from a scanner at the counter. Filed files go to ``done``; none is
ever deleted.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from kiosk.refusal import Refused
from kiosk.system_words import why_not

ENDINGS = frozenset({".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff"})
DONE, LOOK, SCANNED = "done", "look", "scanned"
LONGEST_REASON = 600
_STILL_LOOKS = 2
"""So many looks in a row a file must not have grown; an empty one four times as many."""


@dataclass(slots=True)
class Stillness:
    """Which files have stopped growing, from look to look."""

    _seen: dict[Path, tuple[tuple[int, int], int]] = field(default_factory=dict)

    def among(self, files: list[Path]) -> None:
        """Forget all other files."""
        self._seen = {file: seen for file, seen in self._seen.items() if file in files}

    def forget(self, file: Path) -> None:
        """The file was taken."""
        self._seen.pop(file, None)

    def whole(self, file: Path) -> bool:
        """One look at a file: whether it did not grow for some time."""
        try:
            status = file.stat()
        except OSError:
            return False
        size = (status.st_size, status.st_mtime_ns)
        before, still = self._seen.get(file, (None, 0))
        still = still + 1 if before == size else 0
        self._seen[file] = (size, still)
        return still >= (_STILL_LOOKS if status.st_size else 4 * _STILL_LOOKS)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that waits; ``why`` is the reason why nobody filed it, from beside it."""

    file: Path
    bytes: int
    at: datetime
    dossiers: int | None = None
    why: str = ""


def is_scan(file: Path) -> bool:
    """Whether it is a file as scanners write them, whole or not."""
    return (
        file.suffix.lower() in ENDINGS and not file.name.startswith((".", "~")) and file.is_file()
    )


def by_number(folder: Path) -> Iterator[tuple[Path, int | None]]:
    """Every scan of a folder; in a folder within it whose name is a number, with that number.

    Raises :class:`OSError`.
    """
    for file in sorted(folder.iterdir()):
        if file.is_dir() and file.name.isascii() and file.name.isdigit():
            for inside in sorted(file.iterdir()):
                if is_scan(inside):
                    yield inside, int(file.name)
        elif is_scan(file):
            yield file, None


@dataclass(slots=True)
class Inbox:
    """Looks again and again; only files that stopped growing are told."""

    folder: Path
    _still: Stillness = field(default_factory=Stillness)

    def look(self) -> tuple[Waiting, ...]:
        """What waits, the newest first. A folder that is not there holds nothing.

        Raises :class:`Refused` ``file.unreadable``.
        """
        try:
            found = [*self._found()]
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise Refused("file.unreadable", file=str(self.folder), why=why_not(error)) from error
        self._still.among([file for file, _, _ in found])
        waiting = [
            told
            for file, dossiers, why in found
            if self._still.whole(file) and (told := _waiting(file, dossiers, why)) is not None
        ]
        return tuple(sorted(waiting, key=lambda each: (each.at, each.file.name), reverse=True))

    def _found(self) -> Iterator[tuple[Path, int | None, str]]:
        for file, dossiers in by_number(self.folder):
            yield file, dossiers, ""
        for name in (SCANNED, LOOK):
            folder = self.folder / name
            if folder.is_dir():
                for file in sorted(folder.iterdir()):
                    if is_scan(file):
                        yield file, None, _reason(file) if name == LOOK else ""


def set_aside(file: Path, folder: Path, told: str = "") -> Path:
    """Move a file, under a name that is free, into ``folder``; ``told`` goes beside it.

    Raises :class:`Refused` ``file.unwritable``.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target, turn = folder / file.name, 1
        while target.exists():
            turn += 1
            target = folder / f"{file.stem}-{turn}{file.suffix}"
        file.rename(target)
        beside = _beside(file)
        if beside.is_file():
            beside.unlink()
        if told:
            _beside(target).write_text(f"{told}\n", "utf-8")
    except OSError as error:
        raise Refused("file.unwritable", file=str(file), why=why_not(error)) from error
    return target


def settle(file: Path, inbox: Path) -> None:
    """A file was filed: one out of the inbox goes to ``done``; another stays where it lies.

    Raises :class:`Refused` ``file.unwritable``.
    """
    if inbox in file.parents and (inbox / DONE) not in file.parents:
        set_aside(file, inbox / DONE)


def _waiting(file: Path, dossiers: int | None, why: str) -> Waiting | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return Waiting(
        file, status.st_size, datetime.fromtimestamp(status.st_mtime, UTC), dossiers, why
    )


def _beside(file: Path) -> Path:
    return file.with_name(f"{file.name}.txt")


def _reason(file: Path) -> str:
    try:
        return " ".join(_beside(file).read_text("utf-8").split())[:LONGEST_REASON]
    except (OSError, UnicodeDecodeError):
        return ""
