"""What stands around the counter's pages: head, lights, rail, strip, keys."""

from dataclasses import dataclass, replace

from kiosk.refusal import Refused
from kiosk.ui.counter.asking import is_trouble
from kiosk.ui.counter.places import RAIL, Keys, Place
from kiosk.ui.counter.seen import Seen
from kiosk.ui.counter.serving import paused_words
from kiosk.ui.counter.sign_acts import Officer
from kiosk.ui.counter.staff_calls import calls_strip
from kiosk.ui.counter.unprinted import PaperRow, papers_strip
from kiosk.ui.frames.desk import DeskProps, Light, RailItem
from kiosk.wording import sentence

STORE, PRINTER = "Sổ dữ liệu", "Máy in"
SAMPLE = "Dữ liệu minh họa"

_READ_ONLY = "Vẫn xem được trang đang mở; việc phải ghi thì chờ có lại kết nối."
_STILL: dict[Place, str] = {
    "sign_in": "",
    "main": "Vẫn xem được danh sách đã tải; gọi số và mở hồ sơ thì chờ có lại kết nối.",
    "receive": "Vẫn nhập tiếp và lưu nháp được trên máy này; chọn thủ tục và F9 thì chờ có lại kết nối.",
    "dossier": _READ_ONLY,
    "return": _READ_ONLY,
    "act": _READ_ONLY,
    "papers": _READ_ONLY,
    "tell": _READ_ONLY,
    "fee": _READ_ONLY,
    "takings": _READ_ONLY,
    "scans": _READ_ONLY,
    "stack": _READ_ONLY,
}
"""What still works while the store is silent: told only because a test does it."""

_ON_RAIL: dict[Place, str] = {
    "return": "ready",
    "act": "dossier",
    "fee": "dossier",
    "takings": "main",
    "scans": "dossier",
    "stack": "main",
}
"""Where the rail stands at a place that is not on it."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why the store does not answer, and since when (``09:20``).

    ``read_since``: it can be read again, but what was asked then has not been written since.
    """

    refusal: Refused
    since: str
    read_since: bool = False


def after_a_look(trouble: Trouble | None, *, unwritten: bool) -> Trouble | None:
    """What is left of a trouble once the store was read: a failed act stays told."""
    return replace(trouble, read_since=True) if trouble is not None and unwritten else None


def derive_head(
    number: int,
    seen: Seen | None,
    officer: Officer | None,
    trouble: Trouble | None,
    papers: tuple[PaperRow, ...],
    place: Place,
    keys: Keys,
) -> DeskProps:
    """The frame's props."""
    strip = calls_strip(seen.calls) if seen is not None and officer is not None else ""
    if not strip and seen is not None and seen.pause is not None:
        strip = paused_words(seen.pause)
    strip = strip or (papers_strip(papers) if place != "papers" else "")
    if trouble is not None and trouble.read_since:
        strip = (
            f"Việc bấm lúc {trouble.since} chưa chắc đã ghi được. Màn hình đã đọc lại đúng sổ: "
            "nếu chưa thấy thay đổi thì bấm lại."
        )
    elif trouble is not None:
        still = _STILL[place] if officer is not None and is_trouble(trouble.refusal) else ""
        strip = " ".join(part for part in (_lost(trouble), still, "Máy đang tự thử lại.") if part)
    served = ", ".join(seen.fields) if seen is not None else ""
    name = seen.counter if seen is not None else f"Quầy {number}"
    return DeskProps(
        office=_office(seen),
        counter=f"{name} · {served}" if served else name,
        officer=officer.name if officer is not None else "",
        title=officer.title if officer is not None else "",
        lights=_lights(seen, trouble, bool(papers)),
        rail=_rail(seen) if officer is not None else (),
        current=_ON_RAIL.get(place, place),
        keys=keys,
        strip=strip,
    )


def _rail(seen: Seen | None) -> tuple[RailItem, ...]:
    """The places; how many are to be called stands beside its word."""
    to_call = seen.to_call if seen is not None else 0
    return tuple(
        replace(item, text=f"{item.text} {to_call}") if item.key == "tell" and to_call else item
        for item in RAIL
    )


def _lost(trouble: Trouble) -> str:
    if trouble.refusal.code == "store.unreachable":
        return f"Mất kết nối với máy chủ dữ liệu từ {trouble.since}."
    return f"{sentence(trouble.refusal)} Bị như vậy từ {trouble.since}."


def _office(seen: Seen | None) -> str:
    if seen is None:
        return "Bộ phận Một cửa"
    return f"{seen.office} · {SAMPLE}" if seen.sample else seen.office


def _lights(seen: Seen | None, trouble: Trouble | None, papers_left: bool) -> tuple[Light, ...]:
    """Only what is known: while the store is silent nothing is said of the printer."""
    if trouble is not None:
        silent = is_trouble(trouble.refusal) and not trouble.read_since
        return (Light(STORE, "err" if silent else "warn"),)
    if seen is None:
        return (Light(STORE, "warn"),)
    return (Light(STORE), Light(PRINTER, "warn" if papers_left else "ok"))
