"""A dossier's states and what is handed over in each, in the words of the counter."""

from dataclasses import dataclass

from kiosk.ui.parts.pill import Pill

STATE_PILLS = {
    "received": Pill("Đã tiếp nhận", "folder", "act"),
    "processing": Pill("Đang giải quyết", "send", "act"),
    "supplementing": Pill("Chờ bổ sung", "list", "warn"),
    "withdrawing": Pill("Xin rút hồ sơ", "back", "warn"),
    "correcting": Pill("Đang sửa kết quả", "repeat", "warn"),
    "result_ready": Pill("Có kết quả", "check", "ok"),
    "refused": Pill("Bị từ chối, chờ trả", "close", "err"),
    "stopped": Pill("Đã dừng, chờ trả", "pause", "muted"),
    "returned": Pill("Đã trả kết quả", "check", "muted"),
}
SETTLED = ("supplementing", "result_ready", "refused", "stopped", "returned")
"""States that say all about the date as well: no pill of the date stands beside them."""

NO_DAY = {
    "supplementing": ("Chờ bổ sung", "Chưa hẹn ngày: đủ giấy tờ thì tính lại thời hạn."),
    "stopped": ("Đã dừng", "Không còn hẹn ngày trả kết quả; trả lại giấy tờ cho người nộp."),
}
"""States in which no day counts: what stands where the day stood, and why."""

SHUT = {
    "received": "Hồ sơ chưa chuyển giải quyết.",
    "processing": "Hồ sơ đang giải quyết.",
    "supplementing": "Hồ sơ đang chờ bổ sung.",
    "withdrawing": "Người nộp đang xin rút hồ sơ.",
    "correcting": "Đang sửa kết quả.",
    "result_ready": "Hồ sơ đã có kết quả.",
    "refused": "Hồ sơ đã bị từ chối.",
    "stopped": "Hồ sơ đã dừng.",
    "returned": "Hồ sơ đã trả xong.",
}
"""Why an act cannot be done in a state."""


@dataclass(frozen=True, slots=True)
class Handed:
    """What is handed to the citizen: the act's words, the thing, what is told afterwards, and the
    question who takes it."""

    act: str
    thing: str
    done: str
    who: str


RESULT = Handed("Trả kết quả", "kết quả", "Đã trả kết quả", "Ai nhận kết quả")
_OTHERS = {
    "refused": Handed(
        "Trả phiếu từ chối", "phiếu từ chối", "Đã trả phiếu từ chối", "Ai nhận phiếu từ chối"
    ),
    "stopped": Handed("Trả lại giấy tờ", "giấy tờ", "Đã trả lại giấy tờ", "Ai nhận lại giấy tờ"),
}


def handed(what: str) -> Handed:
    """What is handed over in a state, or after an outcome: a result, a refusal, the papers."""
    return _OTHERS.get(what, RESULT)
