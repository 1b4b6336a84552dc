"""Where a file is kept: the system's own window, and the folder it begins at."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_KINDS = "PDF (*.pdf);;Bảng tính (*.xlsx)"


def first_folder() -> Path:
    """The folder of the person's documents, or their own."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    documents = Path(QStandardPaths.writableLocation(place) or Path.home())
    return documents if documents.is_dir() else Path.home()


def choose_target(parent: QWidget, begin_at: str) -> str:
    """The path somebody chose to write to; empty when nothing was. What is there already is not
    written over, so the window does not ask about it."""
    option = QFileDialog.Option.DontConfirmOverwrite
    return QFileDialog.getSaveFileName(parent, "Ghi sổ vào", begin_at, _KINDS, options=option)[0]
