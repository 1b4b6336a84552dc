"""What the papers of a dossier's life say, as values; how they look is ``printing``'s matter.

An empty text is printed as a dotted line to write on. ``number`` is the paper's own
(``12/HDHS``); ``code`` is empty where the paper came before any dossier. ``profile`` is the legal
profile that numbers and words the form.
"""

from dataclasses import dataclass

import msgspec

from kiosk.dossiers.slips import PERSON, Moment


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on every paper to a citizen: who writes, when, to whom, about what.

    ``addressed`` is how the addressee is called: Ông/Bà, or Tổ chức.
    """

    code: str
    number: str
    profile: str
    office_parent: str
    office_name: str
    place: str
    issued_at: Moment
    applicant_name: str
    address: str
    phone: str
    email: str
    procedure_code: str
    procedure_name: str
    officer_name: str
    officer_phone: str
    hotline: str
    sample: bool
    addressed: str = PERSON
    id_number_masked: str = ""
    tax_code: str = ""


@dataclass(frozen=True, slots=True)
class MissingPaper:
    """One thing to bring or to mend: a paper, how many, and what is wrong with it."""

    name: str
    originals: int = 0
    certified: int = 0
    copies: int = 0
    what: str = ""


class SupplementLetter(Letter, frozen=True, kw_only=True):
    """Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ: exactly what is missing, once."""

    papers: tuple[MissingPaper, ...]
    reason: str


class RefusalLetter(Letter, frozen=True, kw_only=True):
    """Phiếu từ chối tiếp nhận (before any dossier) or từ chối giải quyết (after appraisal);
    ``late_since_at`` is the day it was due where that was over."""

    reason: str
    submitter_name: str
    after_appraisal: bool
    late_since_at: Moment | None = None


class ApologyLetter(Letter, frozen=True, kw_only=True):
    """Phiếu xin lỗi và hẹn lại ngày trả kết quả; ``signer_title`` is the agency's head.

    ``mistake``: the result was not late but wrong; ``lost_papers``: nothing is late, papers are
    lost, and ``remedy`` tells how the agency makes up for it (Điều 21).
    """

    field_name: str
    received_at: Moment
    due_at: Moment | None
    new_due_at: Moment | None
    reason: str
    agency_name: str
    signer_title: str
    signer_name: str
    mistake: bool = False
    lost_papers: str = ""
    remedy: str = ""


class StopLetter(Letter, frozen=True, kw_only=True):
    """Thông báo dừng giải quyết hồ sơ: withdrawn by the citizen, or stopped by the office;
    ``late_since_at`` is the day it was due where that was over."""

    received_at: Moment
    withdrawn: bool
    reason: str
    late_since_at: Moment | None = None


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """One hand-over of the paper dossier. Empty texts and None leave room for the pen."""

    giver: str = ""
    receiver: str = ""
    at: Moment | None = None
    given_by: str = ""
    received_by: str = ""
    outcome: str = ""
    note: str = ""


class ControlSheet(msgspec.Struct, frozen=True, kw_only=True):
    """Phiếu kiểm soát quá trình giải quyết hồ sơ; travels with the paper dossier."""

    code: str
    profile: str
    office_parent: str
    office_name: str
    place: str
    issued_at: Moment
    agency_name: str
    procedure_name: str
    received_at: Moment
    due_at: Moment | None
    rows: tuple[HandoverRow, ...]
    sample: bool


class OriginalsReceipt(Letter, frozen=True, kw_only=True):
    """Giấy trả lại bản chính: originals kept for comparison and given back (Điều 20)."""

    papers: tuple[MissingPaper, ...]
    receiver_name: str


@dataclass(frozen=True, slots=True)
class HandoverLine:
    """One dossier of a hand-over list."""

    code: str
    procedure_name: str
    sets: int
    applicant_name: str
    address: str
    phone: str
    received_at: Moment
    due_at: Moment | None
    note: str = ""


class HandoverList(msgspec.Struct, frozen=True, kw_only=True):
    """Danh sách bàn giao hồ sơ: a batch handed to one department."""

    profile: str
    office_parent: str
    office_name: str
    place: str
    number: str
    issued_at: Moment
    agency_name: str
    lines: tuple[HandoverLine, ...]
    giver_name: str
    sample: bool


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One line of the Sổ theo dõi hồ sơ. Entries run on from volume to volume within a year.

    ``received_how`` tells how the result was received; it is empty, like ``returned_at``, while
    nobody has.
    """

    volume: int
    entry: int
    code: str
    procedure_name: str
    sets: int
    applicant_name: str
    address: str
    phone: str
    agency_name: str
    received_at: Moment
    due_at: Moment | None
    returned_at: Moment | None
    received_how: str
    note: str


class RegisterHead(msgspec.Struct, frozen=True, kw_only=True):
    """The cover of a register volume, and what is said where the volume ends.

    ``field_name`` is empty for a register of all fields; ``count`` are the dossiers on this
    volume's lines and ``year_count`` those of the year's register. ``closed_on`` is None while the
    year runs. ``last``: no volume of the year follows.
    """

    profile: str
    office_parent: str
    office_name: str
    place: str
    year: int
    volume: int
    first_entry: int
    last_entry: int
    count: int
    year_count: int
    last: bool
    closed_on: Moment | None
    printed_at: Moment
    field_name: str
    sample: bool
