"""Which fields card 2 shows, and what they are called: of a person, or of an organisation."""

from kiosk.ui.counter.receive.form import ORGANISATION, PERSON

OF_PERSONS = ("applicant.id_number", "applicant.birth_date")
OF_ORGANISATIONS = ("applicant.tax_code", "submitter.position")

TITLES = {PERSON: "Người nộp hồ sơ", ORGANISATION: "Tổ chức nộp hồ sơ"}
TURNS = {PERSON: "Tổ chức (Ctrl E)", ORGANISATION: "Cá nhân (Ctrl E)"}
"""What a press on the link in the card's head turns the applicant into."""

NAMES: dict[str, dict[str, str]] = {
    PERSON: {
        "applicant.name": "Họ và tên",
        "submitter.name": "Họ và tên người nộp thay",
        "submitter.relation": "Quan hệ, giấy ủy quyền",
    },
    ORGANISATION: {
        "applicant.name": "Tên tổ chức",
        "submitter.name": "Người nộp cho tổ chức",
        "submitter.relation": "Giấy giới thiệu",
    },
}


def hidden_fields(kind: str) -> tuple[str, ...]:
    """The fields that belong to the other kind of applicant."""
    return OF_PERSONS if kind == ORGANISATION else OF_ORGANISATIONS
