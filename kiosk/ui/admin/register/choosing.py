"""Where a file is kept: the system's own window, and the folder it begins at."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

_KINDS = "PDF (*.pdf);;Bảng tính (*.xlsx)"


def first_folder() -> Path:
    """The person's own folder, as it is written in short."""
    return Path("~")


def choose_target(parent: QWidget, begin_at: str) -> str:
    """The path somebody chose to write to; empty when nothing was. What is there already is not
    written over, so the window does not ask about it."""
    option = QFileDialog.Option.DontConfirmOverwrite
    begin = str(Path(begin_at).expanduser())
    return QFileDialog.getSaveFileName(parent, "Ghi sổ vào", begin, _KINDS, options=option)[0]
