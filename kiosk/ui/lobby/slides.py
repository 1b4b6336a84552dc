"""Whose turn it is in the large place while nobody is called, and the pictures behind it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kiosk.ui.jobs import JobRunner
from kiosk.ui.lobby.board import PictureProps
from kiosk.ui.lobby.pictures import Album, read_album
from kiosk.ui.lobby.turning import Slide, slid


class Slides(QObject):
    """``changed``: the album is another. Without a folder there are no pictures."""

    changed = Signal(object)

    def __init__(self, folder: Path | None, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._folder, self._jobs = folder, jobs
        self._album = Album()
        self._slide = Slide()
        self._reading = False

    def look(self) -> None:
        """See in the devices' lane whether the folder has changed."""
        if self._folder is None or self._reading:
            return
        self._reading = True
        work = partial(read_album, self._folder, self._album)
        self._jobs.run("devices", work, self._on_album, owner=self)

    def at(self, now: int, *, quiet: bool) -> PictureProps | None:
        """The picture at the second ``now``; ``quiet``: nobody is called."""
        names = tuple(each.name for each in self._album.pictures)
        self._slide = slid(self._slide, names, now, quiet=quiet)
        if not self._slide.picture:
            return None
        place = names.index(self._slide.picture) + 1
        return PictureProps(self._slide.picture, f"Hình {place} trong {len(names)}")

    def _on_album(self, album: Album) -> None:
        self._reading = False
        if album is not self._album:
            self._album = album
            self.changed.emit(album.pictures)
