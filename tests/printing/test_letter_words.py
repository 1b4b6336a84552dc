"""What the papers of a dossier's life say, line by line."""

from typing import Any

import pytest

from kiosk.office.legal import FormKind
from tests.printing.letters_kit import DUE, FORMS, LETTER_KINDS, THEN, letter_texts
from tests.printing.papers_kit import flat

HEAD = (
    "ỦY BAN NHÂN DÂN PHƯỜNG AN BÌNH",
    "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
)
NATION = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "An Bình, ngày 25 tháng 11 năm 2026",
    "Mã hồ sơ: H99.12.08-261123-0042",
)
WHO = (
    "Bộ phận tiếp nhận và trả kết quả: Trung tâm Phục vụ hành chính công",
    "Tiếp nhận hồ sơ của Ông/Bà: Nguyễn Văn An",
    "Địa chỉ: Số 12, đường Hoa Sen, tổ 4, phường An Bình",
    "Số điện thoại: 0912 345 678",
    "Email: ………………",
    "Nội dung yêu cầu giải quyết: Cấp Giấy xác nhận tình trạng hôn nhân",
)
CONTACT = (
    "nếu có vướng mắc, Ông/Bà có thể liên hệ với công chức Lê Minh Châu, số điện thoại "
    "0200 355 5102 để được hướng dẫn./."
)
MASKED = {"id_number_masked": "001********567"}
LOST: dict[str, Any] = {
    "lost_papers": "Trích lục",
    "remedy": "cấp lại trích lục",
    "new_due_at": None,
}
SAID: dict[FormKind, tuple[str, ...]] = {
    FormKind.SUPPLEMENT: (
        *HEAD,
        "Số: 12/HDHS",
        *NATION,
        "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
        *WHO,
        "Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:",
        "Số lượng",
        "TT Thành phần hồ sơ Bản chính Bản chứng thực Bản photo",
        "1 Tờ khai cấp Giấy xác nhận tình trạng hôn nhân (theo mẫu)",
        "Chưa ký, chưa ghi nơi cư trú trước đây. 1",
        "2 Trích lục ghi chú ly hôn 1 2",
        "Lý do: Tờ khai còn thiếu chữ ký",
        f"Trong quá trình hoàn thiện hồ sơ, {CONTACT}",
        "NGƯỜI HƯỚNG DẪN (Ký và ghi rõ họ tên) Lê Minh Châu",
        "Điện thoại: 0200 355 5100",
        "Mẫu số 02, phiên bản 2026.1",
        "Liên 1: giao người nộp",
    ),
    FormKind.REFUSAL: (
        *HEAD,
        "Số: 12/HDHS",
        *NATION,
        "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
        *WHO,
        "Qua xem xét, Trung tâm Phục vụ hành chính công thông báo không tiếp nhận, giải quyết "
        "hồ sơ này với lý do cụ thể như sau:",
        "Tờ khai còn thiếu chữ ký nên chưa đủ căn cứ để giải quyết.",
        "Xin thông báo cho Ông/Bà được biết và thực hiện.",
        CONTACT,
        "NGƯỜI NỘP HỒ SƠ (Ký và ghi rõ họ tên) Nguyễn Văn An",
        "NGƯỜI TIẾP NHẬN HỒ SƠ (Ký và ghi rõ họ tên) Lê Minh Châu",
        "Mẫu số 03, phiên bản 2026.1",
        "Liên 1: giao người nộp",
    ),
    FormKind.APOLOGY: (
        HEAD[0],
        "PHÒNG VĂN HÓA – XÃ HỘI",
        "Số: 07/PXL",
        *NATION,
        "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
        "Kính gửi: Ông/Bà Nguyễn Văn An",
        *WHO[2:5],
        "Ngày 23 tháng 11 năm 2026, Trung tâm Phục vụ hành chính công tiếp nhận hồ sơ thuộc "
        "lĩnh vực Hộ tịch của Ông/Bà với nội dung: Cấp Giấy xác nhận tình trạng hôn nhân.",
        "Mã hồ sơ: H99.12.08-261123-0042",
        "Ngày hẹn trả kết quả: 27 tháng 11 năm 2026.",
        "Tuy nhiên, Phòng Văn hóa – Xã hội chưa trả được kết quả giải quyết hồ sơ",
        "Lý do: Cơ quan có thẩm quyền",
        "Phòng Văn hóa – Xã hội chân thành xin lỗi Ông/Bà",
        "đề nghị được gia hạn thời gian giải quyết hồ sơ.",
        "Thời gian hẹn trả kết quả lại: Ngày 02 tháng 12 năm 2026.",
        "TRƯỞNG PHÒNG (Ký, đóng dấu) Phạm Quốc Hùng",
        "Nơi nhận: - Như trên; - Trung tâm Phục vụ hành chính công; - Lưu: VT, hồ sơ.",
        "Mẫu số 04, phiên bản 2026.1",
        "Liên 1: giao người nộp",
    ),
    FormKind.STOP: (
        *HEAD,
        "Số: 03/TB",
        *NATION,
        "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
        "Kính gửi: Ông/Bà Nguyễn Văn An",
        "Ngày 23 tháng 11 năm 2026, Trung tâm Phục vụ hành chính công tiếp nhận hồ sơ",
        "Theo đề nghị rút hồ sơ của Ông/Bà, Trung tâm Phục vụ hành chính công thông báo dừng "
        "giải quyết hồ sơ nêu trên kể từ ngày 25 tháng 11 năm 2026.",
        "Lý do: Ông/Bà không còn nhu cầu.",
        CONTACT,
        "NGƯỜI NHẬN THÔNG BÁO (Ký và ghi rõ họ tên)",
        "NGƯỜI TIẾP NHẬN HỒ SƠ (Ký và ghi rõ họ tên) Lê Minh Châu",
        "Mẫu số 05, phiên bản 2026.1",
        "Liên 1: giao người nộp",
    ),
    FormKind.ORIGINALS: (
        *HEAD,
        *NATION,
        "GIẤY TRẢ LẠI BẢN CHÍNH",
        WHO[0],
        "Trả lại cho Ông/Bà: Nguyễn Văn An",
        *WHO[2:6],
        "TT Tên giấy tờ Số bản chính Ghi chú",
        "1 Giấy khai sinh 1",
        "2 Sổ hộ khẩu 1 Có bìa",
        "Người nhận đã kiểm tra và nhận đủ các bản chính nêu trên.",
        "NGƯỜI NHẬN LẠI BẢN CHÍNH (Ký và ghi rõ họ tên) Nguyễn Văn An",
        "NGƯỜI TRẢ BẢN CHÍNH (Ký và ghi rõ họ tên) Lê Minh Châu",
        "Giấy trả lại bản chính, phiên bản 2026.1",
        "Liên 1: giao người nộp",
    ),
    FormKind.CONTROL: (
        *HEAD,
        *NATION,
        "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
        "Cơ quan (bộ phận) giải quyết hồ sơ: Phòng Văn hóa – Xã hội",
        WHO[5],
        "Thời gian nhận hồ sơ: 09 giờ 24 phút, ngày 23 tháng 11 năm 2026",
        "Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 27 tháng 11 năm 2026",
        "TÊN CƠ QUAN THỜI GIAN GIAO, NHẬN HỒ SƠ",
        "KẾT QUẢ GIẢI QUYẾT HỒ SƠ (Trước hạn/ đúng hạn/ quá hạn) GHI CHÚ",
        "1. Giao: Bộ phận Một cửa 2. Nhận: Phòng Tư pháp – Hộ tịch",
        "09 giờ 24 phút, ngày 23 tháng 11 năm 2026",
        "Người giao Lê Minh Châu Người nhận Trần Thị Bích Ngọc",
        "1. Giao: Phòng Tư pháp – Hộ tịch 2. Nhận: Bộ phận Một cửa Đúng hạn Kèm 02 bản kết quả",
        "1. Giao: ……",
        "…… giờ …… phút, ngày …… tháng …… năm ………",
        "Người giao Người nhận",
    ),
}


@pytest.mark.parametrize("kind", LETTER_KINDS)
def test_everything_is_on_it_in_order(kind: FormKind) -> None:
    first = letter_texts(kind)[0]
    at = 0
    for words in SAID[kind]:
        found = first.find(flat(words), at)
        assert found >= 0, words
        at = found


@pytest.mark.parametrize(
    ("kind", "changes", "said", "unsaid"),
    [
        (FormKind.REFUSAL, {"after_appraisal": True}, "Qua thẩm định, hồ sơ không", "Qua xem xét"),
        (
            FormKind.REFUSAL,
            {"after_appraisal": True},
            "từ chối giải quyết và trả lại",
            "không tiếp",
        ),
        (
            FormKind.REFUSAL,
            {"late_since_at": DUE},
            "đã quá thời hạn trả kết quả (ngày 27",
            "Tuy nh",
        ),
        (FormKind.REFUSAL, {"late_since_at": DUE, "profile": THEN}, "xin lỗi Ông/Bà", "Tuy nhiên"),
        (FormKind.REFUSAL, {}, "lý do cụ thể", "xin lỗi"),
        (FormKind.STOP, {"withdrawn": False}, "Qua xem xét, Trung tâm", "đề nghị rút hồ sơ"),
        (FormKind.APOLOGY, {"profile": THEN}, "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ", "gia hạn"),
        (FormKind.APOLOGY, {"signer_title": ""}, "THỦ TRƯỞNG CƠ QUAN (Ký, đóng dấu)", "TRƯỞNG P"),
        (FormKind.APOLOGY, {"agency_name": ""}, "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "PHÒNG V"),
        (FormKind.STOP, {"late_since_at": DUE}, "hạn trả kết quả (ngày 27 tháng 11", "Tuy nhiên"),
        (FormKind.STOP, {}, "Lý do: Ông/Bà", "quá thời hạn"),
        (FormKind.SUPPLEMENT, MASKED, "Số CCCD, hộ chiếu: 001********567", "001203004567"),
        (FormKind.REFUSAL, {**MASKED, "code": ""}, "Số CCCD, hộ chiếu: 001***", "001203004567"),
        (FormKind.REFUSAL, {**MASKED, "profile": THEN}, "hộ chiếu: 001***", "001203004567"),
        (FormKind.REFUSAL, {}, "Địa chỉ: Số 12", "hộ chiếu"),
        (FormKind.APOLOGY, {"mistake": True}, "VĂN BẢN XIN LỖI VÀ HẸN LẠI NGÀY TRẢ", "gia hạn"),
        (FormKind.APOLOGY, {"mistake": True}, "Thời gian hẹn trả kết quả lại: Ngày 02", "GIA HẠN"),
        (FormKind.APOLOGY, LOST, "VĂN BẢN XIN LỖI VỀ VIỆC THẤT LẠC GIẤY TỜ", "gia hạn"),
        (FormKind.APOLOGY, LOST, "thất lạc giấy tờ của Ông/Bà: Trích lục.", "đúng thời hạn"),
        (FormKind.APOLOGY, LOST, "Cách khắc phục: cấp lại trích lục", "Thời gian hẹn trả"),
        (FormKind.APOLOGY, LOST, "chịu chi phí phát sinh.", "Nghị định"),
        (FormKind.APOLOGY, {**LOST, "profile": THEN}, "theo Điều 21 Nghị định", "sự chậm trễ"),
        (FormKind.APOLOGY, {**LOST, "due_at": None}, "PHÒNG V", "Ngày hẹn trả kết quả:"),
        (FormKind.SUPPLEMENT, {"papers": ()}, "Không yêu cầu thêm giấy tờ", "Tờ khai cấp"),
        (FormKind.SUPPLEMENT, {"hotline": ""}, "Khi nộp bổ sung, Ông/Bà mang", "Điện thoại:"),
        (FormKind.ORIGINALS, {"number": "5/TBC"}, "Số: 5/TBC", "Số: ……"),
        (FormKind.CONTROL, {"profile": THEN}, "Mẫu số 05, phiên bản", "Mẫu số 06"),
        (FormKind.CONTROL, {"due_at": None}, "hẹn trả kết quả: …………", "17 giờ 00 phút Người"),
    ],
)
def test_words_that_depend(kind: FormKind, changes: dict[str, Any], said: str, unsaid: str) -> None:
    whole = "".join(letter_texts(kind, **changes))
    assert flat(said) in whole
    assert flat(unsaid) not in whole


def test_the_body_above_is_not_named_twice() -> None:
    (page,) = letter_texts(FormKind.APOLOGY, agency_name="Ủy ban nhân dân phường An Bình")
    assert page.count("ỦYBANNHÂNDÂNPHƯỜNGANBÌNH") == 1


@pytest.mark.parametrize(("profile", "kind"), FORMS)
def test_an_organisation_is_called_one_wherever_a_person_would_be(
    profile: str, kind: FormKind
) -> None:
    """Ông/Bà stays for whoever comes with the paper: at its foot, and who takes papers back."""
    said: dict[str, Any] = {"profile": profile, "applicant_name": "Công ty Sữa"}
    person = letter_texts(kind, **said)[0]
    firm = letter_texts(kind, addressed="Tổ chức", **said)[0]
    if kind is FormKind.CONTROL:
        assert firm == person
        return
    called = person.count("Ông/Bà") - firm.count("Ông/Bà")
    assert called == firm.count("Tổchức") - person.count("Tổchức") > 0
    assert firm.count("Ông/Bà") <= 1
