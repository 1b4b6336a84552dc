"""Where the program's own files lie, and where a station keeps its own."""

import os
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_INSTALLED = _HERE / "_resources"

RESOURCES = _INSTALLED if _INSTALLED.is_dir() else _HERE.parent / "resources"
"""Data without code: inside an installed package, beside ``kiosk/`` in the source tree."""


@dataclass(frozen=True, slots=True)
class StationFolder:
    """All that one machine keeps: its settings, the store, copies, printed papers, crash files."""

    root: Path

    @property
    def settings(self) -> Path:
        return self.root / "station.toml"

    @property
    def store(self) -> Path:
        return self.root / "store.sqlite3"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def printed(self) -> Path:
        return self.root / "printed"

    @property
    def crashes(self) -> Path:
        return self.root / "crashes"

    @property
    def scans(self) -> Path:
        return self.root / "scans"

    @property
    def forms(self) -> Path:
        return self.root / "forms"

    @property
    def inbox(self) -> Path:
        return self.root / "scan-in"

    @property
    def drafts(self) -> Path:
        return self.root / "drafts"

    @property
    def pictures(self) -> Path:
        return self.root / "pictures"

    @property
    def voice(self) -> Path:
        return self.root / "voice"


def station_folder(given: str | None = None) -> StationFolder:
    """The station's folder: what was asked for, else ``KIOSK_HOME``, else the user's data folder."""
    chosen = given or os.environ.get("KIOSK_HOME")
    if chosen:
        return StationFolder(Path(chosen).expanduser().resolve())
    import platformdirs

    return StationFolder(Path(platformdirs.user_data_dir("mot-cua", appauthor=False)))
