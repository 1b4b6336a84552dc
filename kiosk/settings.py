"""What one machine is told about itself: ``station.toml`` in its folder."""

import re
import socket
from pathlib import Path
from typing import Annotated
from urllib.parse import parse_qs, urlsplit

import msgspec
from msgspec import Meta

from kiosk.refusal import Refused
from kiosk.toml_file import (
    UnopenedTomlError,
    UnreadableTomlError,
    WrongTomlError,
    read_toml,
    shaped,
)

FOLDER_PRINTER = "folder"
PAPER_KINDS = ("ticket80", "form01")
LEAVE_WITH = {
    "supplement": "form01",
    "refusal": "form01",
    "apology": "form01",
    "stop": "form01",
    "control": "form01",
    "originals": "form01",
    "handover": "form01",
    "takings": "form01",
    "papers80": "ticket80",
}
"""Papers that leave by the printer of another kind: the same machine."""


def leaving_with(kind: str) -> tuple[str, ...]:
    """Every kind of paper that leaves by the same printer as ``kind``, itself among them."""
    first = LEAVE_WITH.get(kind, kind)
    return (first, *(each for each, other in LEAVE_WITH.items() if other == first))


HUB = "postgresql+psycopg"


class ScreenSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How this machine's screen shows things.

    ``ui_scale``: type on the kiosk that much larger, counters' windows as a whole as far as the
    screen has room; a hall's screen always fills itself. ``motion = false``: nothing moves.
    """

    ui_scale: Annotated[float, Meta(ge=1.0, le=1.25)] = 1.0
    motion: bool = True


class LobbySettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How this machine's hall screen works.

    ``counters``: which it shows and speaks for (``1-8``, ``1-4,9``), all when empty. ``speaks``:
    whether it speaks; where several screens hang in one hall, one does. ``volume``: percent, until
    another begins in ``volume_from`` (``"11:30" = 40``); it holds from that time to the next.
    """

    counters: str = ""
    speaks: bool = True
    volume: Annotated[int, Meta(ge=0, le=100)] = 80
    volume_from: dict[str, Annotated[int, Meta(ge=0, le=100)]] = msgspec.field(default_factory=dict)

    def volume_at(self, time: str) -> int:
        """The loudness at ``HH:MM``, percent."""
        begun = [since for since in self.volume_from if since <= time]
        return self.volume_from[max(begun)] if begun else self.volume


def counters_meant(text: str) -> frozenset[int] | None:
    """The counters in ``1-8,12``; None for all. Raises :class:`ValueError`."""
    if not text.strip():
        return None
    meant: set[int] = set()
    for part in text.split(","):
        match = re.fullmatch(r"\s*([0-9]{1,3})\s*(?:[-–]\s*([0-9]{1,3})\s*)?", part)
        if match is None:
            raise ValueError(f"no counters: {part}")
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last:
            raise ValueError(f"no counters: {part}")
        meant.update(range(first, last + 1))
    return frozenset(meant)


class ScanSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where scanned papers come from.

    ``inbox``: the folder into which scanners write; empty for ``scan-in`` in the station's folder.
    ``scanner``: the device that is asked first, as SANE names it; ``dpi``: how finely it looks.
    """

    inbox: str = ""
    scanner: str = ""
    dpi: Annotated[int, Meta(ge=150, le=600)] = 200


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A station's settings.

    ``printers`` says by which printer each kind of paper leaves: ``folder`` (PDF files in the
    station's folder) or the name of a printer of the system. ``store_url`` is empty for the file
    beside the settings, or the ``postgresql+psycopg://`` address of the office's hub.
    """

    name: Annotated[str, Meta(min_length=1, max_length=40)]
    store_url: str = ""
    printers: dict[str, str] = msgspec.field(default_factory=dict)
    screen: ScreenSettings = msgspec.field(default_factory=ScreenSettings)
    lobby: LobbySettings = msgspec.field(default_factory=LobbySettings)
    scans: ScanSettings = msgspec.field(default_factory=ScanSettings)

    def printer_for(self, kind: str) -> str:
        """The name of the printer for a kind of paper, or for the kind it leaves with."""
        return self.printers.get(LEAVE_WITH.get(kind, kind), FOLDER_PRINTER)


def read_settings(file: Path) -> Settings:
    """The settings in ``file``; a machine without the file goes by its own name.

    Raises :class:`Refused` ``settings.wrong``, ``file.unreadable``.
    """
    try:
        found = read_toml(file)
    except FileNotFoundError:
        found = {}
    except UnopenedTomlError as error:
        raise Refused("file.unreadable", file=str(file), why=str(error)) from error
    except UnreadableTomlError as error:
        raise Refused("settings.wrong", file=str(file), why=str(error)) from error
    found.setdefault("name", machine_name())
    try:
        settings = shaped(found, Settings)
        _require_hub(settings.store_url)
        _require_papers(settings.printers)
        _require_lobby(settings.lobby)
    except WrongTomlError as error:
        raise Refused("settings.wrong", file=str(file), why=str(error)) from error
    return settings


def hub_place(url: str) -> str:
    """Host and port of a hub's address, as they may be shown: without name and password."""
    parts = urlsplit(url)
    asked = parse_qs(parts.query)
    host = parts.hostname or asked.get("host", ["trên máy này"])[0]
    return f"{host}, cổng {parts.port or asked.get('port', ['5432'])[0]}"


def _require_hub(url: str) -> None:
    if not url:
        return
    try:
        parts = urlsplit(url)
        usable = parts.scheme == HUB and (parts.port or 1) > 0
    except ValueError:  # no number after the colon, or a bracket alone
        usable = False
    if not usable or not url.startswith(f"{HUB}://"):
        raise WrongTomlError(f"store_url: phải để trống, hoặc là địa chỉ {HUB}://…")


def _require_papers(printers: dict[str, str]) -> None:
    for kind, printer in printers.items():
        if kind not in PAPER_KINDS:
            raise WrongTomlError(f"printers: không có loại giấy {kind} ({', '.join(PAPER_KINDS)})")
        if not printer.strip():
            raise WrongTomlError(f"printers.{kind}: không được để trống")


def _require_lobby(lobby: LobbySettings) -> None:
    try:
        counters_meant(lobby.counters)
    except ValueError as error:
        raise WrongTomlError(f"lobby.counters: “{lobby.counters}” không phải như 1-8,12") from error
    for time in lobby.volume_from:
        if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", time):
            raise WrongTomlError(f"lobby.volume_from: “{time}” không phải giờ như 07:30")


def machine_name() -> str:
    """This machine's name, in letters, digits and hyphens."""
    return re.sub(r"[^A-Z0-9-]+", "-", socket.gethostname().upper()).strip("-")[:40] or "MAY-1"


SETTINGS_TEMPLATE = """\
# Máy này (một tệp cho mỗi máy). Bỏ dấu # ở đầu dòng để đổi.

name = "{name}"                 # tên máy, ghi vào nhật ký và vào mỗi giấy in

# store_url = ""                # trống: sổ nằm trong thư mục này; nhiều máy: postgresql+psycopg://…

[screen]
# ui_scale = 1.08               # chữ to hơn bấy nhiêu lần, từ 1.0 đến 1.25; ki-ốt 21,5 inch nên đặt 1.08
# motion = false                # không chuyển động: trang hiện ngay tại chỗ

[lobby]
# counters = "1-8"              # màn hình sảnh này chỉ cho các quầy ấy; trống: mọi quầy
# speaks = false                # màn hình này không đọc số: một phòng chờ chỉ nên có một màn hình đọc
# volume = 80                   # độ lớn của tiếng, phần trăm; 0: im
# volume_from = {{ "11:30" = 40, "13:30" = 80 }}   # độ lớn khác, từ giờ này

[scans]
# inbox = ""                    # thư mục máy quét lưu vào; trống: thư mục scan-in của máy này
# scanner = ""                  # máy quét dùng trước (tên do kiosk scan devices kể); trống: máy đầu tiên
# dpi = 200                     # độ nét khi quét tại quầy, từ 150 đến 600

[printers]                      # "folder": ghi tệp PDF vào thư mục printed; hoặc tên máy in của hệ thống
                                # ticket80: phiếu 80 mm; form01: giấy hẹn và mọi giấy khổ A5 của hồ sơ
ticket80 = "folder"
form01 = "folder"
"""
