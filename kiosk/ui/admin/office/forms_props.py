"""What the page of forms shows: pure."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.ui.parts.pill import Pill

if TYPE_CHECKING:
    from kiosk.office.model import Profile
    from kiosk.refusal import Refused

KNOWN = Pill("Đúng mẫu", "check", "ok")
UNKNOWN = Pill("Chưa so mẫu", "alert", "warn")
WRONG = Pill("Chưa in được", "alert", "err")


@dataclass(frozen=True, slots=True)
class FormSeen:
    """A form of the decree in force; ``own``: the office words it itself, in ``file``."""

    kind: str
    number: str
    name: str
    copies: int
    known: bool
    own: bool
    file: str
    fault: "Refused | None" = None


@dataclass(frozen=True, slots=True)
class FormsSeen:
    """The decree, its forms, and who the office is on them."""

    title: str
    profile: str
    office: "Profile"
    forms: tuple[FormSeen, ...]


@dataclass(frozen=True, slots=True)
class FormRow:
    """A line of the forms."""

    key: str
    number: str
    name: str
    copies: str
    words: str
    state: Pill


def derive_forms(seen: FormsSeen) -> tuple[FormRow, ...]:
    """A line each, in the decree's order."""
    return tuple(
        FormRow(
            key=one.kind,
            number=one.number or "–",
            name=one.name,
            copies=str(one.copies),
            words="Của văn phòng" if one.own else "Có sẵn",
            state=WRONG if one.fault is not None else KNOWN if one.known else UNKNOWN,
        )
        for one in seen.forms
    )


def unknown_said(seen: FormsSeen) -> str:
    """How many forms have not been held against the official ones; empty when all have."""
    count = sum(not one.known for one in seen.forms)
    if not count:
        return ""
    return (
        f"{count} mẫu in theo bố cục của các giấy đang dùng, chưa so với mẫu chính thức: so với giấy "
        "của đơn vị trước khi dùng."
    )


def told_form(one: FormSeen, sentence: "Callable[[Refused], str]") -> str:
    """Where the wording of a form lies, and how it is changed."""
    if one.fault is not None:
        return sentence(one.fault)
    if not one.own:
        return (
            "Lời văn có sẵn của chương trình. Muốn sửa: bấm “Chép lời văn để sửa”, rồi sửa tệp "
            "vừa chép bằng trình soạn thảo; bản chương trình mới không đụng đến tệp ấy."
        )
    said = (
        f"Lời văn của văn phòng ở **{one.file}**. Sửa tệp ấy rồi bấm Ctrl R để xem lại; máy có thư "
        "mục trạm riêng thì chép tệp sang thư mục của máy ấy."
    )
    if one.known:
        return said
    return f"{said} Đã so đúng mẫu chính thức thì đặt compared = true trong tệp."
