"""Letters to print: one of each kind, as short, as long and as absurd as they come."""

from datetime import UTC, datetime
from typing import Any

from kiosk.dossiers.letters import (
    ApologyLetter,
    ControlSheet,
    HandoverRow,
    MissingPaper,
    OriginalsReceipt,
    RefusalLetter,
    StopLetter,
    SupplementLetter,
)
from kiosk.office.legal import FormKind, legal_profile
from kiosk.printing.letter_values import AnyLetter
from kiosk.printing.papers import letter_pdf
from tests.printing.papers_kit import flat, is_nfc, page_texts

NOW, THEN = "ND118_2025", "ND61_2018"
LETTER_KINDS = (
    FormKind.SUPPLEMENT,
    FormKind.REFUSAL,
    FormKind.APOLOGY,
    FormKind.STOP,
    FormKind.CONTROL,
    FormKind.ORIGINALS,
)
FORMS = tuple(
    (profile, form.kind)
    for profile in (NOW, THEN)
    for form in legal_profile(profile).forms
    if form.kind in LETTER_KINDS
)
"""Every letter of both profiles."""

RECEIVED = datetime(2026, 11, 23, 2, 24, tzinfo=UTC)
DUE = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)
AGAIN = datetime(2026, 12, 2, 10, 0, tzinfo=UTC)

COMMON: dict[str, Any] = {
    "code": "H99.12.08-261123-0042",
    "number": "12/HDHS",
    "profile": NOW,
    "office_parent": "Ủy ban nhân dân phường An Bình",
    "office_name": "Trung tâm Phục vụ hành chính công",
    "place": "An Bình",
    "issued_at": datetime(2026, 11, 25, 3, 5, tzinfo=UTC),
    "applicant_name": "Nguyễn Văn An",
    "address": "Số 12, đường Hoa Sen, tổ 4, phường An Bình",
    "phone": "0912345678",
    "email": "",
    "procedure_code": "1.004873",
    "procedure_name": "Cấp Giấy xác nhận tình trạng hôn nhân",
    "officer_name": "Lê Minh Châu",
    "officer_phone": "0200 355 5102",
    "hotline": "0200 355 5100",
    "sample": False,
}
PAPERS = (
    MissingPaper(
        "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân (theo mẫu)",
        originals=1,
        what="Chưa ký, chưa ghi nơi cư trú trước đây.",
    ),
    MissingPaper("Trích lục ghi chú ly hôn", certified=1, copies=2),
    MissingPaper("Văn bản ủy quyền có chứng thực", originals=1, what="Đã hết hạn ủy quyền."),
)
ROWS = (
    HandoverRow(
        "Bộ phận Một cửa",
        "Phòng Tư pháp – Hộ tịch",
        RECEIVED,
        "Lê Minh Châu",
        "Trần Thị Bích Ngọc",
    ),
    HandoverRow(
        "Phòng Tư pháp – Hộ tịch",
        "Bộ phận Một cửa",
        DUE,
        "Trần Thị Bích Ngọc",
        "Lê Minh Châu",
        "Đúng hạn",
        "Kèm 02 bản kết quả",
    ),
)
REASON = "Tờ khai còn thiếu chữ ký nên chưa đủ căn cứ để giải quyết."
OWN: dict[FormKind, tuple[type[AnyLetter], dict[str, Any]]] = {
    FormKind.SUPPLEMENT: (SupplementLetter, {"papers": PAPERS, "reason": REASON}),
    FormKind.REFUSAL: (
        RefusalLetter,
        {"reason": REASON, "submitter_name": "Nguyễn Văn An", "after_appraisal": False},
    ),
    FormKind.APOLOGY: (
        ApologyLetter,
        {
            "number": "07/PXL",
            "field_name": "Hộ tịch",
            "received_at": RECEIVED,
            "due_at": DUE,
            "new_due_at": AGAIN,
            "reason": "Cơ quan có thẩm quyền nơi cư trú trước đây chưa trả lời văn bản xác minh.",
            "agency_name": "Phòng Văn hóa – Xã hội",
            "signer_title": "Trưởng phòng",
            "signer_name": "Phạm Quốc Hùng",
        },
    ),
    FormKind.STOP: (
        StopLetter,
        {
            "number": "03/TB",
            "received_at": RECEIVED,
            "withdrawn": True,
            "reason": "Ông/Bà không còn nhu cầu.",
        },
    ),
    FormKind.CONTROL: (
        ControlSheet,
        {
            "agency_name": "Phòng Văn hóa – Xã hội",
            "received_at": RECEIVED,
            "due_at": DUE,
            "rows": ROWS,
        },
    ),
    FormKind.ORIGINALS: (
        OriginalsReceipt,
        {
            "number": "",
            "papers": (
                MissingPaper("Giấy khai sinh", originals=1),
                MissingPaper("Sổ hộ khẩu", originals=1, what="Có bìa"),
            ),
            "receiver_name": "Nguyễn Văn An",
        },
    ),
}


def letter(kind: FormKind, **changes: Any) -> AnyLetter:
    """The letter of the kind, changed; changes of what it does not hold are left out."""
    shape, own = OWN[kind]
    values = {**COMMON, **own, **changes}
    return shape(**{name: values[name] for name in shape.__struct_fields__ if name in values})


NAME_200 = ("Công ty Trách nhiệm hữu hạn Một thành viên Ưỡng Ằẳ " * 5)[:200].strip()
REASON_LONG = "Thành phần hồ sơ chưa thống nhất với cơ sở dữ liệu về nơi cư trú. " * 12
LONG: dict[str, Any] = {
    "number": "9999/HDHS",
    "office_parent": "Ủy ban nhân dân đặc khu kinh tế – hành chính Quần đảo Ưỡng Bình Thạnh",
    "office_name": "Bộ phận Tiếp nhận và Trả kết quả giải quyết thủ tục hành chính theo cơ chế một cửa",
    "place": "Thành phố Hồ Chí Minh",
    "applicant_name": NAME_200,
    "submitter_name": NAME_200,
    "receiver_name": NAME_200,
    "officer_name": NAME_200,
    "officer_phone": "0200 355 5102 (nhánh 12), 0912 345 678",
    "agency_name": NAME_200,
    "signer_title": NAME_200,
    "signer_name": NAME_200,
    "field_name": NAME_200,
    "procedure_name": NAME_200,
    "address": ("Số 12, ngõ 345/67, đường Nguyễn Thị Minh Khai, " * 5)[:200].strip(),
    "email": "x" * 80 + "@example.vn",
    "hotline": "1900 1234 (nhánh 5), 0200 355 5100, phanhoi@example.vn, 0200 355 5101",
    "reason": REASON_LONG,
    "papers": tuple(
        MissingPaper(
            f"Giấy {n}: {NAME_200 if n % 3 else 'đơn'}", n % 2, n % 3, n % 5, "Thiếu. " * (n % 4)
        )
        for n in range(1, 41)
    ),
    "rows": tuple(
        HandoverRow(NAME_200, f"Phòng {n}", DUE, NAME_200, "An", "Quá hạn", "Ghi chú. " * (5 * n))
        for n in range(1, 9)
    ),
    "sample": True,
}
UNBROKEN = "Ưỡng" * 50
ABSURD: dict[str, Any] = {
    **{name: UNBROKEN for name, value in LONG.items() if isinstance(value, str)},
    "number": "9999/HDHS",
    "papers": tuple(MissingPaper(UNBROKEN * n, 999, 999, 999, UNBROKEN) for n in (1, 2, 30)),
    "rows": tuple(HandoverRow(*(UNBROKEN * n,) * 2, DUE, *(UNBROKEN * n,) * 4) for n in (1, 8)),
}
EMPTY: dict[str, Any] = {
    **{name: "" for name in LONG if isinstance(LONG[name], str)},
    "phone": "",
    "papers": (),
    "rows": (),
    "due_at": None,
}
"""Nothing told but the code: dots to write on."""


DATA: dict[str, dict[str, Any]] = {"short": {}, "long": LONG, "absurd": ABSURD, "empty": EMPTY}


def changes_of(data: str, kind: FormKind, **more: Any) -> dict[str, Any]:
    """Short, long, absurd or no data, as far as the kind can be without."""
    changes = {**DATA[data], **more}
    if kind is not FormKind.CONTROL:
        changes.pop("due_at", None)
    return changes


def letter_texts(
    kind: FormKind, *, copies: int | None = 1, reprint: bool = False, **changes: Any
) -> list[str]:
    """What a reader can copy out of each sheet, without white space."""
    pages = page_texts(letter_pdf(kind, letter(kind, **changes), copies=copies, reprint=reprint))
    assert all(is_nfc(text) for text in pages)
    return [flat(text) for text in pages]
