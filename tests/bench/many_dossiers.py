"""Invented dossiers by the hundred thousand, as rows: what a store holds after years of work."""

from datetime import timedelta

import msgspec

from kiosk.dossiers.application import Applicant
from kiosk.dossiers.model import Act, DossierState
from tests.fixtures.dossiers import PROCEDURES
from tests.fixtures.store import SteppingClock

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô")
MIDDLES = ("Văn", "Thị", "Đức", "Ngọc", "Minh", "Thị Hồng", "Quang")
GIVENS = ("An", "Bình", "Châu", "Dũng", "Giang", "Hạnh", "Khánh", "Linh", "Ưỡng", "Yến", "Thủy")
STREETS = ("Hoa Sen", "Lê Lợi", "Trần Phú", "Điện Biên Phủ", "Nguyễn Trãi", "Quang Trung")
RECEIPTS = ({"to": "applicant"}, {"to": "post"}, {"to": "representative", "name": "Trần Thị Bình"})


def a_row(entry: int, office_id: str, fields: list[str], year: int) -> dict[str, object]:
    """The row of the dossier with that entry of a year's register; two of three are returned."""
    procedure = PROCEDURES[entry % len(PROCEDURES)]
    number = entry // 3
    name = " ".join(
        (
            FAMILIES[entry % len(FAMILIES)],
            MIDDLES[number % len(MIDDLES)],
            GIVENS[entry % len(GIVENS)],
        )
    )
    address = f"Số {entry % 900 + 1}, đường {STREETS[number % len(STREETS)]}, tổ {entry % 40 + 1}"
    phone = f"+849{entry:08d}"
    received = SteppingClock(f"{year}-01-05T08:00+07:00").at + timedelta(
        minutes=4 * entry % 500_000
    )
    returned = received + timedelta(days=4) if entry % 3 else None
    person = Applicant(name=name, address=address, phone=phone)
    return {
        "id": f"01a0{year}-0000-7000-8000-{entry:012d}",
        "office_id": office_id,
        "code": f"H99.12.08-{received:%y%m%d}-{entry:07d}",
        "state": (DossierState.RETURNED if returned else DossierState.PROCESSING).value,
        "legal_profile": "ND118_2025",
        "procedure_code": procedure.code,
        "procedure_name": procedure.name,
        "field_id": fields[entry % len(fields)],
        "channel": "direct",
        "sets": entry % 3 + 1,
        "note": "Nộp thêm bản sao có chứng thực" if entry % 7 == 0 else "",
        "applicant_name": name,
        "applicant_folded": name.lower(),
        "applicant_phone": phone,
        "applicant": msgspec.json.encode(person).decode(),
        "limit_source": "procedure",
        "due_at": received + timedelta(days=5),
        "original_due_at": received + timedelta(days=5),
        "due_reason": "",
        "fee_text": "",
        "lookup_secret": "604218",
        "register_year": year,
        "register_volume": (entry - 1) // 1000 + 1,
        "register_entry": entry,
        "received_at": received,
        "received_by_name": "Lê Minh Mẫu",
        "ready_at": returned,
        "returned_at": returned,
        "origin_station": "QUAY1",
        "revision": 3 if returned else 2,
    }


def a_return(row: dict[str, object]) -> dict[str, object]:
    """The event of a returned dossier's row that tells to whom."""
    entry = row["register_entry"]
    if not isinstance(entry, int):
        raise TypeError
    return {
        "id": f"01a0{row['register_year']}-0000-7000-9000-{entry:012d}",
        "dossier_id": row["id"],
        "position": 3,
        "act": Act.RETURN.value,
        "state": DossierState.RETURNED.value,
        "at": row["returned_at"],
        "officer_name": "Lê Minh Mẫu",
        "station": "QUAY1",
        "details": msgspec.json.encode(RECEIPTS[entry % len(RECEIPTS)]).decode(),
    }
