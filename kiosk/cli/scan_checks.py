"""What the doctor sees of scanned papers: the scanner, its folder, and whether each file is there."""

import os
from collections.abc import Iterator
from pathlib import Path

from kiosk.cli.finding import Finding
from kiosk.paths import StationFolder
from kiosk.refusal import Refused
from kiosk.scans.reading import files_of
from kiosk.scans.sane import SaneScanner
from kiosk.settings import Settings
from kiosk.storage.store import Store
from kiosk.wording import sentence


def look_at_scans(store: Store, folder: StationFolder, station: str) -> Iterator[Finding]:
    """The files of this station. The store's copies do not hold them, so it is said where they lie.

    Names and sizes are looked at; the content is checked whenever a scan is opened.
    """
    what = "Bản quét"
    with store.read() as unit:
        filed = files_of(unit, station)
    found = {file.name: file.stat().st_size for file in folder.scans.glob("*.pdf")}
    lost = sorted(name for name, size in filed.items() if found.get(name) != size)
    if lost:
        yield Finding(
            what,
            "bad",
            f"{len(lost)} tệp thiếu hoặc khác lúc lưu trong {folder.scans}, ví dụ {lost[0]}",
            "chép lại các tệp ấy từ bản sao của thư mục scans",
        )
        return
    size = f"{sum(filed.values()) / 1e6:.1f}".replace(".", ",")
    told = f"{len(filed)} tệp ({size} MB) trong {folder.scans}"
    spare = len(set(found) - set(filed))
    if spare:
        told = f"{told}; {spare} tệp chưa thuộc hồ sơ nào (máy dừng giữa chừng), không hại gì"
    cure = "kiosk backup không chép bản quét: chép cả thư mục này ra ổ khác" if filed else ""
    yield Finding(what, "note" if filed else "good", told, cure)


def look_at_scanner() -> Iterator[Finding]:
    """The scanners that answer; none is needed."""
    what = "Máy quét"
    without = "không bắt buộc: giấy cũng vào được từ tệp và từ thư mục máy quét"
    try:
        found = SaneScanner().devices()
    except Refused as refusal:
        yield Finding(what, "note", sentence(refusal), without)
        return
    if not found:
        yield Finding(what, "note", "không thấy máy quét nào", without)
        return
    yield Finding(what, "good", "; ".join(f"{each.name} ({each.key})" for each in found))


def look_at_inbox(folder: StationFolder, settings: Settings) -> Iterator[Finding]:
    """The folder into which scanners write."""
    what, told = "Thư mục máy quét", settings.scans.inbox
    inbox = Path(told).expanduser() if told else folder.inbox
    if not inbox.is_dir():
        if told:
            yield Finding(what, "warn", f"chưa có {inbox}", "tạo thư mục ấy")
        else:
            yield Finding(what, "note", f"chưa dùng; máy quét có thể lưu vào {inbox}")
        return
    if not os.access(inbox, os.W_OK | os.X_OK):
        yield Finding(what, "warn", f"không ghi được vào {inbox}", "xem quyền của thư mục")
        return
    yield Finding(what, "good", str(inbox))
