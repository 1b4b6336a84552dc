"""The system's own windows for choosing a file or a folder; tests put others in their place."""

from PySide6.QtWidgets import QFileDialog, QWidget

_FILES = "Tệp danh mục (*.json *.jsonl *.ndjson *.toml);;Mọi tệp (*)"


def choose_file(parent: QWidget, begin_at: str) -> str:
    """The path of a file somebody chose; empty when nothing was."""
    return QFileDialog.getOpenFileName(parent, "Chọn tệp danh mục", begin_at, _FILES)[0]


def choose_folder(parent: QWidget, begin_at: str) -> str:
    """The path of a folder somebody chose; empty when nothing was."""
    return QFileDialog.getExistingDirectory(parent, "Chọn thư mục danh mục", begin_at)
