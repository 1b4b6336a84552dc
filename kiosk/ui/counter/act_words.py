"""The acts that ask for something first: their words, and what each asks for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An act's page. ``done`` is told afterwards ({letter}, {code}); ``kind`` is its paper's.

    ``reason`` names the box for it; ``needed``: it must be filled in. ``agency`` names the choice of
    a department, ``unnamed`` says what holds while none is chosen. ``chosen`` is the heading of the
    kept papers to tick, ``remedy`` names the box for how the office makes up for it.
    """

    title: str
    submit: str
    icon: str
    done: str
    kind: str = ""
    reason: str = "Lý do"
    needed: bool = True
    papers: bool = False
    chosen: str = ""
    remedy: str = ""
    batch: bool = False
    day: str = ""
    agency: str = ""
    unnamed: str = ""
    signers: bool = False


ACTS: dict[str, Asked] = {
    "supplement_asked": Asked(
        title="Yêu cầu bổ sung",
        submit="Gửi yêu cầu bổ sung",
        icon="list",
        done="Đã lập phiếu yêu cầu bổ sung số {letter}",
        kind="supplement",
        reason="Lý do, hướng dẫn thêm",
        needed=False,
        papers=True,
    ),
    "refused": Asked(
        title="Từ chối giải quyết",
        submit="Từ chối giải quyết",
        icon="close",
        done="Đã lập phiếu từ chối số {letter}",
        kind="refusal",
        reason="Lý do từ chối, in trên phiếu",
    ),
    "extended": Asked(
        title="Xin lỗi, hẹn lại ngày trả",
        submit="Xin lỗi, hẹn lại",
        icon="mail",
        done="Đã lập phiếu xin lỗi, hẹn lại số {letter}",
        kind="apology",
        reason="Lý do chậm, in trên phiếu",
        day="Ngày hẹn trả mới",
        agency="Cơ quan chậm giải quyết",
        unnamed="Nơi đang giữ hồ sơ",
        signers=True,
    ),
    "hand_over": Asked(
        title="Chuyển xử lý, bàn giao",
        submit="Bàn giao",
        icon="swap",
        done="Đã bàn giao {count} hồ sơ, danh sách số {letter}",
        kind="handover",
        reason="Ghi chú",
        needed=False,
        batch=True,
        agency="Nơi nhận",
        unnamed="Theo lĩnh vực của hồ sơ",
    ),
    "taken_over": Asked(
        title="Bàn giao tiếp",
        submit="Bàn giao tiếp",
        icon="swap",
        done="Đã ghi bàn giao tiếp hồ sơ {code}",
        reason="Ghi chú",
        needed=False,
        agency="Nơi nhận tiếp",
        unnamed="Chưa chọn",
    ),
    "withdrawn": Asked(
        title="Người nộp rút hồ sơ",
        submit="Ghi rút hồ sơ",
        icon="back",
        done="Đã ghi việc rút hồ sơ {code}",
        kind="stop",
        needed=False,
    ),
    "stopped": Asked(
        title="Dừng giải quyết",
        submit="Dừng giải quyết",
        icon="pause",
        done="Đã dừng giải quyết hồ sơ {code}",
        kind="stop",
    ),
    "resumed": Asked(
        title="Giải quyết tiếp",
        submit="Giải quyết tiếp",
        icon="send",
        done="Hồ sơ {code} được giải quyết tiếp",
    ),
    "correction_begun": Asked(
        title="Sửa kết quả sai",
        submit="Sửa và hẹn trả lại",
        icon="repeat",
        done="Đã lập phiếu xin lỗi số {letter} để sửa kết quả",
        kind="apology",
        reason="Kết quả sai ở đâu, in trên phiếu",
        day="Ngày trả kết quả đúng",
    ),
    "papers_lost": Asked(
        title="Báo mất giấy tờ",
        submit="Ghi mất giấy tờ",
        icon="alert",
        done="Đã lập thư xin lỗi số {letter} về giấy tờ bị mất",
        kind="apology",
        chosen="Giấy tờ bị mất",
        reason="Mất thế nào, in trên thư xin lỗi",
        remedy="Khắc phục thế nào, in trên thư xin lỗi",
        agency="Cơ quan để mất giấy tờ",
        signers=True,
    ),
    "papers_found": Asked(
        title="Đã có lại giấy tờ",
        submit="Ghi đã có lại",
        icon="check",
        done="Đã ghi có lại giấy tờ của hồ sơ {code}",
        chosen="Giấy tờ nay đã có lại",
        reason="Tìm thấy ở đâu, hoặc đã làm lại thế nào",
    ),
}
