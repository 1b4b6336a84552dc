"""What a later version does with a dossier: shown, not yet possible, with what to do meanwhile."""

from dataclasses import dataclass

LATER_NOTE = "Viền đứt là việc có ở bản sau; bấm phím để xem cách làm lúc này."


@dataclass(frozen=True, slots=True)
class LaterAct:
    """An act of a later version. ``meanwhile`` says how it is done until then."""

    key: str
    text: str
    icon: str
    meanwhile: str


LATER_ACTS = (
    LaterAct(
        "Ctrl B",
        "Chuyển xử lý, bàn giao",
        "swap",
        "Sổ bàn giao có ở bản sau. Nay bấm F9 để ghi đã chuyển, rồi ký sổ bàn giao giấy.",
    ),
    LaterAct(
        "Ctrl L",
        "Xin lỗi, hẹn lại ngày trả",
        "mail",
        "Phiếu xin lỗi, hẹn lại có ở bản sau. Nay cơ quan giải quyết lập phiếu Mẫu số 04 bằng giấy.",
    ),
    LaterAct(
        "F10",
        "Yêu cầu bổ sung",
        "list",
        "Phiếu yêu cầu bổ sung có ở bản sau. Nay lập phiếu Mẫu số 02 bằng giấy, gửi người nộp hồ sơ.",
    ),
    LaterAct(
        "F11",
        "Từ chối giải quyết",
        "close",
        "Phiếu từ chối có ở bản sau. Nay lập phiếu Mẫu số 03 bằng giấy, ghi rõ lý do.",
    ),
    LaterAct(
        "Ctrl K",
        "Phiếu kiểm soát",
        "doc",
        "Phiếu kiểm soát có ở bản sau. Nay dùng phiếu Mẫu số 05 bằng giấy đi kèm hồ sơ.",
    ),
)
SCAN_LATER = LaterAct(
    "Ctrl Q",
    "Quét thêm giấy tờ",
    "scan",
    "Quét giấy tờ có ở bản sau. Nay giữ bản giấy cùng hồ sơ.",
)


def meanwhile(key: str) -> str:
    """What to do now instead of pressing ``key``; empty where the key is none of these."""
    return next((act.meanwhile for act in (*LATER_ACTS, SCAN_LATER) if act.key == key), "")
