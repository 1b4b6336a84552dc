"""Pictures of windows, one file each."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from kiosk.refusal import Refused


class Album:
    """Keeps a picture of each screen in a folder, under the screen's name."""

    def __init__(self, folder: Path) -> None:
        self.names: list[str] = []
        self._folder = folder

    def keep(self, window: QWidget, name: str) -> None:
        """Keep a picture of ``window``.

        Raises :class:`Refused` ``file.unwritable``, :class:`ValueError` for a name kept before.
        """
        file = f"{name}.png"
        if file in self.names:
            raise ValueError(f"there is a picture {file} already")
        if not window.grab().save(str(self._folder / file)):
            raise Refused("file.unwritable", file=str(self._folder / file), why="ảnh")
        self.names.append(file)
