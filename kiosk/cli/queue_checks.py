"""What the doctor sees of the queue: paused, left open, waiting where nobody serves."""

from collections.abc import Iterator

from kiosk.cli.finding import Finding
from kiosk.clock import local
from kiosk.office.reading import office_now
from kiosk.queue.day_end import left_open
from kiosk.queue.views import unserved
from kiosk.storage.store import Store

WHAT = "Hàng chờ"


def look_at_queue(store: Store) -> Iterator[Finding]:
    """Whether numbers can be given and called now, and whether anybody waits in vain."""
    with store.read() as unit:
        pause, alone, old = office_now(unit).pause, unserved(unit), left_open(unit)
    if pause is not None:
        since = local(pause.since).strftime("%H:%M ngày %d/%m/%Y")
        found = f"văn phòng tạm dừng từ {since}: {pause.why.rstrip('.')}"
        yield Finding(WHAT, "warn", found, "kiosk queue resume khi xong việc")
    if alone:
        told = ", ".join(f"{name} {waiting} người" for name, waiting in alone)
        found = f"đang chờ mà chưa quầy nào nhận lĩnh vực: {told}"
        yield Finding(WHAT, "warn", found, "cho một quầy nhận lĩnh vực ấy ở màn hình điều hành")
    if old:
        found = (
            f"{old} số của ngày trước còn mở; lượt lấy số hoặc gọi số đầu tiên hôm nay sẽ đóng lại"
        )
        yield Finding(WHAT, "note", found)
    if not (pause or alone or old):
        yield Finding(WHAT, "good", "đang cấp số và gọi số bình thường")
