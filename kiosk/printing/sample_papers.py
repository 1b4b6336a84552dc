"""Every form of a decree with invented values, to look at its wording and layout."""

import io
from datetime import datetime
from typing import Any

from kiosk.clock import parse_moment
from kiosk.dossiers.letters import (
    ApologyLetter,
    ControlSheet,
    HandoverLine,
    HandoverList,
    HandoverRow,
    MissingPaper,
    OriginalsReceipt,
    RefusalLetter,
    RegisterHead,
    RegisterLine,
    StopLetter,
    SupplementLetter,
)
from kiosk.dossiers.slips import AppointmentSlip, SlipPaper
from kiosk.office.legal import FormKind, legal_profile
from kiosk.office.model import Profile
from kiosk.printing.books import handover_pdf, register_pdf
from kiosk.printing.letter_values import AnyLetter
from kiosk.printing.papers import form01_pdf, letter_pdf

_CODE = "H99.12.08-261123-0001"
_AGENCY = "Phòng chuyên môn"
_PROCEDURE = "Cấp Giấy xác nhận tình trạng hôn nhân"
_RECEIVED = parse_moment("2026-11-23T09:24+07:00")
_DUE = parse_moment("2026-11-27T17:00+07:00")
_LATER = parse_moment("2026-12-02T17:00+07:00")
_PAPERS = (
    MissingPaper("Tờ khai theo mẫu", originals=1, what="chưa ký"),
    MissingPaper("Giấy tờ chứng minh nơi cư trú", certified=1),
)


def sample_pdf(profile: str, kind: FormKind, office: Profile) -> bytes:
    """One copy of a form; whoever it is about is invented, and it says so.

    Raises :class:`Refused` as :func:`kiosk.printing.papers.render` does.
    """
    if kind is FormKind.APPOINTMENT:
        return form01_pdf(_slip(profile, office), copies=1)
    if kind is FormKind.REGISTER:
        return _register(profile, office)
    if kind is FormKind.HANDOVER:
        return handover_pdf(_handover(profile, office), copies=1)
    return letter_pdf(kind, _letter(profile, kind, office), copies=1)


def _place(profile: str, office: Profile) -> dict[str, Any]:
    return {
        "profile": profile,
        "office_parent": office.parent,
        "office_name": office.name,
        "place": office.place,
        "sample": True,
    }


def _person() -> dict[str, Any]:
    return {
        "applicant_name": "Nguyễn Văn Mẫu",
        "address": "Số 2, đường Hoa Sen",
        "phone": "0912 345 678",
        "email": "",
        "procedure_code": "1.004873",
        "procedure_name": _PROCEDURE,
        "officer_name": "Lê Minh Mẫu",
    }


def _slip(profile: str, office: Profile) -> AppointmentSlip:
    return AppointmentSlip(
        **_place(profile, office),
        **_person(),
        code=_CODE,
        field_name="Hộ tịch",
        id_number_masked="001********567",
        papers=tuple(SlipPaper(one.name, "bản chính", 1) for one in _PAPERS),
        sets=1,
        limit_text="03 ngày làm việc",
        received_at=_RECEIVED,
        due_at=_DUE,
        deliver_at_place="tại Bộ phận Một cửa",
        fee_text="15.000 đồng",
        volume=1,
        entry=1,
        lookup_secret="123456",
        hotline=office.hotline,
        submitter_name="",
        note="",
    )


def _letter(profile: str, kind: FormKind, office: Profile) -> AnyLetter:
    if kind is FormKind.CONTROL:
        rows = (
            HandoverRow(office.name, _AGENCY, _RECEIVED, "Lê Minh Mẫu", "Hoàng Thị Thử"),
            HandoverRow(_AGENCY, office.name, _DUE, "", "", "Đúng hạn"),
        )
        return ControlSheet(
            **_place(profile, office),
            code=_CODE,
            issued_at=_RECEIVED,
            agency_name=_AGENCY,
            procedure_name=_PROCEDURE,
            received_at=_RECEIVED,
            due_at=_DUE,
            rows=rows,
        )
    number = legal_profile(profile).form(kind).numbered(1)
    head = (
        _place(profile, office)
        | _person()
        | {
            "code": _CODE,
            "number": number,
            "issued_at": _RECEIVED,
            "officer_phone": "",
            "hotline": office.hotline,
        }
    )
    makers: dict[FormKind, Any] = {
        FormKind.SUPPLEMENT: lambda: SupplementLetter(
            **head, papers=_PAPERS, reason="bổ sung trong 30 ngày"
        ),
        FormKind.REFUSAL: lambda: RefusalLetter(
            **head, reason="không thuộc thẩm quyền", submitter_name="", after_appraisal=True
        ),
        FormKind.APOLOGY: lambda: ApologyLetter(
            **head,
            field_name="Hộ tịch",
            received_at=_RECEIVED,
            due_at=_DUE,
            new_due_at=_LATER,
            reason="chờ kết quả xác minh",
            agency_name=_AGENCY,
            signer_title="Trưởng phòng",
            signer_name="Hoàng Văn Mẫu",
        ),
        FormKind.STOP: lambda: StopLetter(
            **head, received_at=_RECEIVED, withdrawn=False, reason="quá hạn bổ sung"
        ),
        FormKind.ORIGINALS: lambda: OriginalsReceipt(
            **head, papers=_PAPERS, receiver_name="Nguyễn Văn Mẫu"
        ),
    }
    letter: AnyLetter = makers[kind]()
    return letter


def _handover(profile: str, office: Profile) -> HandoverList:
    line = HandoverLine(
        _CODE, _PROCEDURE, 1, "Nguyễn Văn Mẫu", "Số 2, đường Hoa Sen", "", _RECEIVED, _DUE
    )
    return HandoverList(
        **_place(profile, office),
        number=legal_profile(profile).form(FormKind.HANDOVER).numbered(1),
        issued_at=_RECEIVED,
        agency_name=_AGENCY,
        lines=(line, line),
        giver_name="Lê Minh Mẫu",
    )


def _register(profile: str, office: Profile) -> bytes:
    head = RegisterHead(
        **_place(profile, office),
        year=_RECEIVED.year,
        volume=1,
        first_entry=1,
        last_entry=2,
        count=2,
        year_count=2,
        last=True,
        closed_on=None,
        printed_at=_RECEIVED,
        field_name="",
    )
    lines = tuple(_register_line(entry, came) for entry, came in ((1, _DUE), (2, None)))
    out = io.BytesIO()
    register_pdf(out, head, [(head, lines)])
    return out.getvalue()


def _register_line(entry: int, returned_at: datetime | None) -> RegisterLine:
    return RegisterLine(
        1, entry, f"{_CODE[:-1]}{entry}", _PROCEDURE, 1, "Nguyễn Văn Mẫu", "Số 2, đường Hoa Sen",
        "0912 345 678", _AGENCY, _RECEIVED, _DUE, returned_at, "trực tiếp" if returned_at else "", "",
    )  # fmt: skip
