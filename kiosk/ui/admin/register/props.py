"""Years, file names and sentences of the register's section."""

import re
from dataclasses import dataclass

from kiosk.ui.parts.choice import Option
from kiosk.ui.words import number

PDF, SPREADSHEET = ".pdf", ".xlsx"
KINDS = (Option(PDF, "PDF, để in A4 ngang"), Option(SPREADSHEET, "Bảng tính"))
EVERY_FIELD = ""
_YEAR = re.compile(r"2[0-9]{3}")
_UNSAFE = re.compile(r"[^0-9A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which register: the year, a field's prefix (empty: all), what kind of file, and where to."""

    year: int
    field: str
    target: str


def typed_year(text: str) -> int | None:
    """A year as it is typed; None while it is none."""
    said = text.strip()
    return int(said) if _YEAR.fullmatch(said) else None


def file_name(year: int, field: str, kind: str) -> str:
    """``so-theo-doi-2026-HT.pdf``."""
    part = _UNSAFE.sub("-", field).strip("-")
    return f"so-theo-doi-{year}{f'-{part}' if part else ''}{kind}"


def step_said(done: int, of: int) -> str:
    """How far it has come."""
    return f"Đã ghi {number(done)} / {number(of)} hồ sơ." if of else "Đang đọc sổ…"


def result_said(target: str, dossiers: int, volumes: int) -> str:
    """What was written, and where to."""
    return f"Đã ghi {number(dossiers)} hồ sơ, {volumes} quyển vào {target}"


STOPPED = "Đã dừng. Không có tệp nào được ghi."
