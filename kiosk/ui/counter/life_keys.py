"""Which acts of a dossier's life can be done now, by which key, and why the others cannot."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from kiosk.clock import local
from kiosk.ui.counter.life_words import SHUT
from kiosk.ui.counter.seen import DossierSeen
from kiosk.ui.parts.choice import Option
from kiosk.ui.words import day, day_and_time

if TYPE_CHECKING:
    from datetime import date

    from kiosk.dossiers.reading import DossierView

START, READY, RESTART, STOP = (
    "Chuyển giải quyết",
    "Ghi nhận có kết quả",
    "Đã bổ sung đủ",
    "Dừng giải quyết",
)
HAND_OVER, EXTEND, ASK, REFUSE, CONTROL, OTHERS = (
    "Ctrl B",
    "Ctrl L",
    "F10",
    "F11",
    "Ctrl K",
    "Ctrl O",
)
_OTHERS = {
    "withdrawn": "Người nộp rút hồ sơ",
    "stopped": STOP,
    "resumed": "Giải quyết tiếp",
    "correction_begun": "Sửa kết quả sai",
    "papers_lost": "Báo mất giấy tờ",
    "papers_found": "Đã có lại giấy tờ",
}


_ASKS = "Yêu cầu bổ sung còn **{count} lần**."
_TOO_LATE = "Chỉ hẹn lại được đến hết ngày {last}; nay đôn đốc để trả kết quả."


@dataclass(frozen=True, slots=True)
class ActKey:
    """An act: its key, its words, in the bar too, and why it cannot be done; ``act`` is its page."""

    key: str
    text: str
    short: str
    icon: str
    act: str
    reason: str = ""
    danger: bool = False


def derive_step(view: "DossierView") -> tuple[str, str]:
    """The words of F9, and why it cannot be pressed."""
    opened = {
        "received": START,
        "processing": READY,
        "correcting": READY,
        "supplementing": RESTART,
        "withdrawing": STOP,
    }
    if view.state in opened:
        return opened[view.state], ""
    if view.state in ("refused", "stopped"):
        return READY, SHUT[view.state]
    since = f" lúc {day_and_time(view.ready_at)}" if view.ready_at is not None else ""
    return READY, f"Đã ghi nhận kết quả{since}."


BOARD = (
    ActKey(HAND_OVER, "Chuyển xử lý, bàn giao", "Bàn giao", "swap", "hand_over"),
    ActKey(EXTEND, "Xin lỗi, hẹn lại ngày trả", "Hẹn lại", "mail", "extended"),
    ActKey(ASK, "Yêu cầu bổ sung", "Bổ sung", "list", "supplement_asked"),
    ActKey(REFUSE, "Từ chối giải quyết", "Từ chối", "close", "refused", danger=True),
    ActKey(CONTROL, "Phiếu kiểm soát", "Kiểm soát", "doc", "control"),
    ActKey(OTHERS, "Việc khác …", "Việc khác", "folder", "others"),
)
"""The acts in the order of the board."""


def derive_keys(seen: DossierSeen) -> tuple[ActKey, ...]:
    """The acts of the board, each with why it cannot be done now."""
    state = seen.view.state
    moving = state in ("received", "processing")
    reasons = {
        HAND_OVER: "" if moving else SHUT[state],
        EXTEND: _not_extended(seen),
        ASK: _shut(seen, "supplement_asked"),
        REFUSE: _shut(seen, "refused"),
        OTHERS: "" if other_acts(seen) else SHUT[state],
    }
    acts = {HAND_OVER: "taken_over"} if state == "processing" else {}
    return tuple(
        replace(one, act=acts.get(one.key, one.act), reason=reasons.get(one.key, ""))
        for one in BOARD
    )


def other_acts(seen: DossierSeen) -> tuple[Option, ...]:
    """What else the state and the decree allow: withdrawn, stopped, resumed, mended, lost."""
    allowed = _allowed(seen)
    if seen.view.lost is None:
        allowed -= {"papers_found"}
    return tuple(Option(act, text) for act, text in _OTHERS.items() if act in allowed)


def rest_said(seen: DossierSeen) -> str:
    """How often one may still ask and re-appoint, as long as the state lets it be done:
    ``Hẹn lại còn **1 lần**. …``; why it cannot be done stands at the key."""
    life, view = seen.life, seen.view
    if life is None:
        return ""
    said = []
    if not _not_extended(seen):
        said.append(f"Hẹn lại còn **{life.rules.extensions_at_most - view.extensions} lần**.")
    if not _shut(seen, "supplement_asked"):
        asks = life.rules.requests_at_most - life.asked
        said.append(no_more_asks(asks, life.last_to_ask, life.today) or _ASKS.format(count=asks))
    return " ".join(said)


def no_more_asks(left: int, last: "date | None", today: "date") -> str:
    """Why papers can only be asked for by a manager now; empty while anybody may."""
    if left <= 0:
        return "Không còn lần yêu cầu bổ sung nào: lần này do người quản lý cho phép."
    if last is not None and today > last:
        return f"Sau ngày {day(last)}, yêu cầu bổ sung do người quản lý cho phép."
    return ""


def _allowed(seen: DossierSeen) -> set[str]:
    from kiosk.dossiers.model import open_acts

    return {act.value for act in open_acts(seen.view.state, seen.life.rules if seen.life else None)}


def _shut(seen: DossierSeen, act: str) -> str:
    return "" if act in _allowed(seen) else SHUT[seen.view.state]


def _not_extended(seen: DossierSeen) -> str:
    view, life = seen.view, seen.life
    if shut := _shut(seen, "extended"):
        return shut
    if view.due_at is None:
        return "Hồ sơ chưa có ngày hẹn."
    if life is None:
        return ""
    if view.extensions >= life.rules.extensions_at_most:
        return "Đã hẹn lại, không hẹn thêm được nữa."
    last = local(view.due_at).date() - timedelta(days=life.rules.extension_days_before)
    return _TOO_LATE.format(last=day(last)) if life.today > last else ""
