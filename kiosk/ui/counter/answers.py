"""Every key of the counter answers on every page: where it does nothing, a sentence says why."""

from kiosk.ui.counter import returns
from kiosk.ui.counter.places import AtPlace, Place

KEYS = (
    *(f"F{n}" for n in range(1, 13)),
    *(f"Ctrl {letter}" for letter in "BLSPKQNORHIEGTUDM"),
    "Ctrl F9",
    "Esc",
)
"""All keys that mean something somewhere at the counter."""

HELP: tuple[tuple[str, str], ...] = (
    ("F1", "Trợ giúp"),
    ("F2", "Gọi số tiếp theo, số đang gọi coi như xong"),
    ("F3", "Gọi lại; ngay sau F4 thì gọi lại số vừa vắng"),
    ("F4", "Vắng mặt"),
    ("F5", "Chuyển số đến lĩnh vực hoặc quầy khác"),
    ("F6", "Tạm giữ số; quầy trống thì gọi lại số đang giữ"),
    ("F7", "Tiếp nhận hồ sơ"),
    ("F8", "Về ô quét, tìm hồ sơ"),
    ("F9", "Việc chính của trang: phục vụ, hoàn thành, chuyển tiếp, tiếp nhận, trả"),
    ("F10", "Trang Quầy: số vắng mặt trở lại hàng; hồ sơ: yêu cầu bổ sung"),
    ("F11", "Từ chối: hồ sơ đang mở, đang tiếp nhận"),
    ("F12", "Trả kết quả, phiếu từ chối, giấy tờ"),
    ("Ctrl B", "Chuyển xử lý, bàn giao"),
    ("Ctrl L", "Xin lỗi, hẹn lại ngày trả"),
    ("Ctrl K", "In phiếu kiểm soát"),
    ("Ctrl O", "Việc khác của hồ sơ: rút, dừng, sửa, báo mất"),
    ("Ctrl P", "In lại giấy hẹn"),
    ("Ctrl T", "Thu, miễn phí, lệ phí của hồ sơ"),
    ("Ctrl D", "Danh sách tiền đã thu hôm nay"),
    ("Ctrl G", "Cần gọi báo: ghi đã báo, chưa liên lạc được (Ctrl U)"),
    ("Ctrl R", "Giấy in của máy này hôm nay"),
    ("Ctrl Q", "Giấy tờ quét của hồ sơ; ở trang Quầy: chồng giấy nhiều hồ sơ"),
    ("Ctrl S", "Lưu nháp khi đang tiếp nhận"),
    ("Ctrl F9", "Nhận, rồi nhập thủ tục khác cho cùng người"),
    ("Ctrl E", "Chủ hồ sơ là tổ chức hay cá nhân"),
    ("Ctrl I", "Hiện hoặc ẩn giấy hẹn xem trước"),
    ("Ctrl H", "Đã giúp người ở ki-ốt"),
    ("Ctrl M", "Bỏ phần đã nhập ở trang này, nhập lại từ đầu"),
    ("Ctrl N", "Tạm nghỉ; còn số ở quầy thì hỏi để số ấy ở đâu"),
    ("Ctrl 1…6", "Danh sách hồ sơ"),
    ("PgDn PgUp", "Thẻ sau, thẻ trước khi đang tiếp nhận"),
    ("Space + −", "Đánh dấu giấy tờ, đổi số lượng"),
    ("↑ ↓ Enter", "Chọn và mở"),
    ("Tab", "Ô tiếp theo"),
    ("Esc", "Quay lại"),
)

_HERE: dict[Place, str] = {
    "sign_in": "Chưa đăng nhập",
    "main": "Đang ở trang Quầy",
    "dossier": "Đang xem hồ sơ",
    "receive": "Đang tiếp nhận hồ sơ",
    "return": "Đang trả kết quả",
    "act": "Đang nhập dở một việc của hồ sơ",
    "papers": "Đang xem giấy in",
    "tell": "Đang xem danh sách cần gọi",
    "fee": "Đang ghi phí hồ sơ",
    "takings": "Đang xem tiền thu trong ngày",
    "scans": "Đang xem giấy tờ quét",
    "stack": "Đang xem chồng giấy quét",
}
_LIFE = ("F10", "F11", "Ctrl B", "Ctrl L", "Ctrl K", "Ctrl O")
_QUEUE = ("F3", "F4", "F5", "F6")
_SIGN_IN = "Đăng nhập trước: chọn cán bộ, gõ mã PIN rồi bấm Enter. Phím này dùng được sau đó."
_DRAFT_KEPT = " Phần đã nhập được giữ làm nháp."


def why_not(key: str, at: AtPlace) -> str:
    """Why ``key`` does nothing on the page that is shown; empty for keys that are none of ours."""
    if key not in KEYS:
        return ""
    if at.place == "sign_in":
        return _SIGN_IN
    here = _own(key, at)
    return here or _elsewhere(key, at)


def _own(key: str, at: AtPlace) -> str:
    """Why an act of this very page cannot be done now."""
    dossier = at.dossier if at.place == "dossier" else None
    if at.shut.get(key):
        return at.shut[key]
    if key == "F9":
        return (dossier.step_reason if dossier else at.own_reason) or _no_step(at)
    if dossier is not None and key in (shut := {one.key: one.reason for one in dossier.keys}):
        return shut[key]
    if dossier is not None and key in ("F12", "Ctrl P", "Ctrl G"):
        shut = {"F12": dossier.return_reason, "Ctrl P": dossier.reprint_reason}
        return shut.get(key, dossier.tell_reason)
    if key == "F2" and at.place in ("main", "dossier", "papers"):
        return at.serving.next_told or at.serving.next_reason
    if at.place == "main" and key == returns.KEY:
        return f"{returns.NOBODY_MISSED} {_elsewhere(key, at)}"
    if at.place == "main" and key in ("F12", "Ctrl P", "Ctrl T"):
        return "Chưa chọn hồ sơ nào: quét giấy hẹn, hoặc chọn một dòng bằng ↑ ↓."
    if at.place == "main" and key == "Esc":
        return "Đang ở trang Quầy, không còn trang nào để quay lại."
    if at.place == "papers" and key == "Ctrl R":
        return "Đang xem giấy in của máy này."
    if at.place == "receive" and key == "F7":
        return "Đang tiếp nhận hồ sơ. F9 để tiếp nhận xong, Esc để về trang Quầy."
    return ""


def _no_step(at: AtPlace) -> str:
    said = {
        "main": "Chưa gọi số nào: bấm F2 để gọi.",
        "papers": "Chọn tờ giấy cần in lại bằng ↑ ↓ trước.",
        "receive": "Trả lời câu hỏi ở đầu trang trước.",
    }
    return said.get(at.place, "Lúc này trang này không có việc chính.")


def _elsewhere(key: str, at: AtPlace) -> str:
    """Where the key is used instead, and how to get there."""
    here = _HERE[at.place]
    kept = _DRAFT_KEPT if at.place == "receive" else ""
    if key in ("Ctrl S", "Ctrl I", "Ctrl T", "Ctrl F9"):
        return f"{here}. Phím này dùng khi tiếp nhận hồ sơ: bấm F7 trước."
    if key == "Ctrl H":
        return "Không có ki-ốt nào đang gọi cán bộ."
    if key in _LIFE:
        way = "Mở hồ sơ (Enter)" if at.place == "main" else "Esc, mở hồ sơ"
        return f"{here}. {way} rồi bấm {key}.{kept}"
    if key == "F12":
        return f"{here}. Để trả kết quả: Esc, quét giấy hẹn rồi bấm F12.{kept}"
    if key == "Ctrl P":
        return f"{here}. Để in lại giấy hẹn: Esc, chọn hồ sơ rồi bấm Ctrl P.{kept}"
    if key == "Ctrl T":
        return f"{here}. Để thu phí: Esc, mở hồ sơ rồi bấm Ctrl T.{kept}"
    if key == "Ctrl M":
        return f"{here}. Ở đây không có phần nào đang nhập dở để bỏ."
    if key == "Ctrl U":
        return f"{here}. Phím này dùng trong danh sách cần gọi: bấm Ctrl G ở trang Quầy.{kept}"
    if key in ("F2", "F7", "Ctrl R", "Ctrl Q", "Ctrl G", "Ctrl D", *_QUEUE):
        return f"{here}. Bấm Esc để về trang Quầy, rồi bấm lại {key}.{kept}"
    return f"{here}. Phím này không dùng ở đây."
