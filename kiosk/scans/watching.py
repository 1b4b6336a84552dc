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
from kiosk.scans.inbox import DONE, LOOK, Stillness, by_number, set_aside
from kiosk.scans.stacks import Told


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
    _still: Stillness = field(default_factory=Stillness)

    def look(self) -> tuple[Outcome, ...]:
        """One look: files that stopped growing are filed.

        Raises :class:`Refused`: ``scan.no_folder``, ``file.unwritable`` where a file cannot be set
        aside; ``store.*`` and ``scan.unwritable``, and then the file stays for the next look.
        """
        if not self.folder.is_dir():
            raise Refused("scan.no_folder", folder=str(self.folder))
        present = dict(self._waiting())
        self._still.among(list(present))
        return tuple(
            self._take(file, dossiers)
            for file, dossiers in present.items()
            if self._still.whole(file)
        )

    def _waiting(self) -> Iterator[tuple[Path, int]]:
        for file, dossiers in by_number(self.folder):
            yield file, self.usual if dossiers is None else dossiers

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
        target = set_aside(file, self.folder / name, told)
        self._still.forget(file)
        return target
