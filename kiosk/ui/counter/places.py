"""The places of the counter: the rail, and the keys that are valid at each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from kiosk.ui.counter import returns
from kiosk.ui.counter.dossier_props import DossierProps
from kiosk.ui.counter.serving import STEP_FINISH, ServingProps
from kiosk.ui.frames.desk import RailItem

Place = Literal[
    "sign_in",
    "main",
    "dossier",
    "receive",
    "return",
    "act",
    "papers",
    "tell",
    "fee",
    "takings",
    "scans",
    "stack",
]
Keys = tuple[tuple[str, str], ...]

RAIL = (
    RailItem("main", "Quầy", "volume"),
    RailItem("receive", "Tiếp nhận", "plus"),
    RailItem("dossier", "Hồ sơ", "folder"),
    RailItem("ready", "Trả kết quả", "hand"),
    RailItem("tell", "Cần gọi", "phone"),
    RailItem("papers", "Giấy in", "printer"),
    RailItem("pause", "Tạm nghỉ", "pause", last=True),
)
ENTERED: dict[Place, str] = {
    "return": "Chưa trả",
    "act": "Không ghi",
    "tell": "Quay lại",
    "fee": "Không ghi",
    "takings": "Quay lại",
    "scans": "Quay lại",
    "stack": "Quay lại",
}
"""The rooms, and what Esc is called there."""

HALF_ENTERED: tuple[Place, ...] = ("receive", *ENTERED)
"""Where something may be half entered: a scan or an answer never leads away from it unasked."""

ON_PAGE: dict[Place, frozenset[str]] = {
    "main": frozenset({"F2", "F3", "F4", "F5", "F6", "F9", "F10", "Ctrl P", "Ctrl Q"}),
    "receive": frozenset({"F9", "F10", "F11", "Ctrl E"}),
    "dossier": frozenset(
        {
            "F10",
            "F11",
            "Ctrl B",
            "Ctrl L",
            "Ctrl K",
            "Ctrl O",
            "Ctrl P",
            "Ctrl Q",
            "Ctrl T",
            "Ctrl G",
        }
    ),
}
"""Keys that stand with their words on their page: the bar may leave these out."""

SIGN_IN_KEYS: Keys = (
    ("F1", "Trợ giúp"),
    ("↑ ↓", "Chọn cán bộ"),
    ("Tab", "Ô tiếp theo"),
    ("Enter", "Đăng nhập"),
)


@dataclass(frozen=True, slots=True)
class AtPlace:
    """What the keys depend on. ``own`` are those that the page itself hears; ``own_reason`` is why
    its main act cannot be done now, ``shut`` why its other keys do nothing."""

    place: Place
    serving: ServingProps
    dossier: DossierProps | None = None
    line_chosen: bool = False
    papers: int = 0
    found: bool = False
    own: Keys = ()
    calls: int = 0
    missed: int = 0
    own_reason: str = ""
    shut: Mapping[str, str] = field(default_factory=dict)


class OwnKeys(Protocol):
    """A page that hears keys itself."""

    def keys(self) -> Keys:
        """Those that are valid now."""

    def why_not(self) -> str:
        """Why its main act cannot be done now; empty where it can, or says so itself."""


class Room(OwnKeys, Protocol):
    """A page with something to enter. To add one: a :data:`Place`, a line of ``ENTERED``, its name in
    ``head`` and ``answers``, and the room in the window's ``rooms``."""

    def acts(self) -> dict[str, Callable[[], None]]:
        """What its keys do, F9 first; each refuses by itself where it cannot be done."""

    def take_focus(self) -> None:
        """Go to the first question."""

    def look_again(self) -> None:
        """The store has changed; what was entered stays."""

    def drop(self) -> None:
        """What was entered is written, or not wanted any more."""


def valid_keys(at: AtPlace) -> Keys:
    """The keys valid now, in the order of the bar: what is shown is what works."""
    if at.place == "sign_in":
        return SIGN_IN_KEYS
    if at.place == "receive":
        return (("F1", "Trợ giúp"), ("F8", "Ô quét"), *at.own, *_calls(at), ("Ctrl N", "Tạm nghỉ"))
    if (esc := ENTERED.get(at.place)) is not None:
        rest = (*_calls(at), ("Ctrl N", "Tạm nghỉ"))
        own = (*at.own, *rest) if "Esc" in dict(at.own) else (*at.own, *rest, ("Esc", esc))
        return (("F1", "Trợ giúp"), ("F8", "Ô quét"), *own)
    keys: list[tuple[str, str]] = [("F1", "Trợ giúp")]
    if not at.serving.next_reason:
        keys.append(("F2", "Gọi tiếp"))
    if at.place == "main":
        keys += _queue_keys(at.serving)
        keys += [(returns.KEY, returns.WORD)] if at.missed else []
    keys += [("F7", "Tiếp nhận"), ("F8", "Ô quét"), *_page_keys(at)]
    if at.place != "papers":
        keys.append(("Ctrl R", "Giấy chưa in" if at.papers else "Giấy in"))
    keys += [*_calls(at), ("Ctrl N", "Tạm nghỉ")]
    if at.place != "main":
        keys.append(("Esc", "Quay lại"))
    return tuple(keys)


def _calls(at: AtPlace) -> Keys:
    return (("Ctrl H", "Đã giúp ki-ốt"),) if at.calls else ()


def _queue_keys(serving: ServingProps) -> Keys:
    acts = (
        ("F3", "Gọi lại", serving.recall_reason),
        ("F4", "Vắng mặt", serving.no_show_reason),
        ("F5", "Chuyển", serving.pass_reason),
        ("F6", serving.hold_text, serving.hold_reason),
    )
    return tuple((key, word) for key, word, reason in acts if not reason)


def _page_keys(at: AtPlace) -> Keys:
    if at.place == "main":
        return _main_keys(at)
    if at.place == "papers":
        return at.own
    if at.dossier is None:
        return ()
    acts = (
        ("F9", at.dossier.step_text, at.dossier.step_reason),
        *((one.key, one.short, one.reason) for one in at.dossier.keys if one.key[0] == "F"),
        ("F12", at.dossier.return_text, at.dossier.return_reason),
        *((one.key, one.short, one.reason) for one in at.dossier.keys if one.key[0] == "C"),
        ("Ctrl Q", "Giấy tờ quét", ""),
        ("Ctrl P", "In lại", at.dossier.reprint_reason),
        ("Ctrl T", "Thu phí", ""),
        ("Ctrl G", "Báo tin", at.dossier.tell_reason),
    )
    return tuple((key, word) for key, word, reason in acts if not reason)


def _main_keys(at: AtPlace) -> Keys:
    keys: list[tuple[str, str]] = []
    if not at.serving.step_reason:
        done = at.serving.step_text == STEP_FINISH
        keys.append(("F9", "Hoàn thành" if done else "Phục vụ"))
    if at.line_chosen:
        keys += [("F12", "Trả kết quả"), ("Ctrl P", "In lại"), ("Ctrl T", "Thu phí")]
    keys += [
        ("Ctrl B", "Bàn giao"),
        ("Ctrl G", "Cần gọi"),
        ("Ctrl D", "Tiền thu"),
        ("Ctrl Q", "Chồng quét"),
    ]
    if at.found:
        keys.append(("Esc", "Bỏ tìm"))
    return tuple(keys)
