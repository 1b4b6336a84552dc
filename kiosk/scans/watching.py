"""A folder into which any scanner's software writes: what is whole is filed and set aside.

Files in the folder itself hold as many dossiers as was said; those in a folder within it whose
name is a number hold so many. Filed files go to ``done``, doubtful ones to ``look``, with a
sentence beside them; none is ever deleted.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.refusal import Refused
from kiosk.scans.filing import ScanFiled
from kiosk.scans.stacks import Told
from kiosk.system_words import why_not

ENDINGS = frozenset({".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff"})
DONE, LOOK = "done", "look"
_STILL_LOOKS = 2
"""So many looks in a row a file must not have grown; an empty one four times as many."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file, and where it lies now."""

    file: str
    now: str
    filed: ScanFiled | None
    refusal: Refused | None


@dataclass(slots=True)
class Watcher:
    """Looks again and again; ``usual`` is how many dossiers a file of the folder itself holds."""

    folder: Path
    usual: int
    file: Callable[[Path, Told], ScanFiled]
    say: Callable[[Refused], str]
    _seen: dict[Path, tuple[tuple[int, int], int]] = field(default_factory=dict)

    def look(self) -> tuple[Outcome, ...]:
        """One look: files that stopped growing are filed.

        Raises :class:`Refused`: ``scan.no_folder``, ``file.unwritable`` where a file cannot be set
        aside; ``store.*`` and ``scan.unwritable``, and then the file stays for the next look.
        """
        if not self.folder.is_dir():
            raise Refused("scan.no_folder", folder=str(self.folder))
        present = dict(self._waiting())
        self._seen = {file: seen for file, seen in self._seen.items() if file in present}
        return tuple(
            self._take(file, dossiers) for file, dossiers in present.items() if self._whole(file)
        )

    def _waiting(self) -> Iterator[tuple[Path, int]]:
        for file in sorted(self.folder.iterdir()):
            if file.is_dir() and file.name.isascii() and file.name.isdigit():
                for inside in sorted(file.iterdir()):
                    if _is_scan(inside):
                        yield inside, int(file.name)
            elif _is_scan(file):
                yield file, self.usual

    def _whole(self, file: Path) -> bool:
        try:
            status = file.stat()
        except OSError:
            return False
        size = (status.st_size, status.st_mtime_ns)
        before, still = self._seen.get(file, (None, 0))
        still = still + 1 if before == size else 0
        self._seen[file] = (size, still)
        return still >= (_STILL_LOOKS if status.st_size else 4 * _STILL_LOOKS)

    def _take(self, file: Path, dossiers: int) -> Outcome:
        try:
            filed = self.file(file, Told(dossiers=dossiers))
        except Refused as refusal:
            if refusal.code.startswith("store.") or refusal.code == "scan.unwritable":
                raise
            # Filed by a look that was cut off before the file was set aside.
            before = refusal.code == "scan.already_filed"
            now = self._aside(file, DONE if before else LOOK, self.say(refusal))
            return Outcome(file.name, str(now), None, refusal)
        return Outcome(file.name, str(self._aside(file, DONE)), filed, None)

    def _aside(self, file: Path, name: str, told: str = "") -> Path:
        folder = self.folder / name
        try:
            folder.mkdir(exist_ok=True)
            target, turn = folder / file.name, 1
            while target.exists():
                turn += 1
                target = folder / f"{file.stem}-{turn}{file.suffix}"
            file.rename(target)
            if told:
                target.with_name(f"{target.name}.txt").write_text(f"{told}\n", "utf-8")
        except OSError as error:
            raise Refused("file.unwritable", file=str(file), why=why_not(error)) from error
        self._seen.pop(file, None)
        return target


def _is_scan(file: Path) -> bool:
    return (
        file.suffix.lower() in ENDINGS and not file.name.startswith((".", "~")) and file.is_file()
    )
