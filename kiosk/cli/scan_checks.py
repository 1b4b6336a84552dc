"""What the doctor sees of scanned papers: whether each file lies where it was filed."""

from collections.abc import Iterator

from kiosk.cli.finding import Finding
from kiosk.paths import StationFolder
from kiosk.scans.reading import files_of
from kiosk.storage.store import Store


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
