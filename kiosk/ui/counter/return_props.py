"""Handing a result back: what was entered, what is still lacking, what will be written."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.ui.counter.life_words import Handed, handed
from kiosk.ui.parts.choice import Option
from kiosk.ui.words import day, day_and_time

if TYPE_CHECKING:
    from kiosk.dossiers.application import Applicant, Submitter
    from kiosk.dossiers.reading import DossierView

APPLICANT, SUBMITTER = "applicant", "submitter"
REPRESENTATIVE, POST = "representative", "post"
_MOST_NAMED = 2
BROUGHT, MISSING = "brought", "missing"
SLIPS = (Option(BROUGHT, "Có giấy hẹn"), Option(MISSING, "Không có giấy hẹn"))
LASTING = (
    "Không hoàn tác được",
    "Ghi rồi thì không sửa được nữa. Đối chiếu người nhận trước khi bấm F9.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnEntry:
    """What the officer entered. ``slip`` is empty until it was said whether it was brought."""

    to: str = APPLICANT
    name: str = ""
    id_number: str = ""
    authorized: bool = False
    slip: str = ""
    compared: bool = False
    signed: bool = False
    originals: tuple[str, ...] = ()
    note: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class ReturnProps:
    """The page. ``shut`` is why the result cannot be given out as it stands."""

    receivers: tuple[Option, ...]
    who: str
    names: bool
    slip: bool
    identity: bool
    note_name: str
    told: str
    shut: str
    handed: Handed
    originals: tuple[str, ...]
    address: str = ""


def derive_return(view: "DossierView", entry: ReturnEntry) -> ReturnProps:
    """The page's props."""
    at_counter = entry.to != POST
    return ReturnProps(
        receivers=receivers(view),
        who=_who(view, entry),
        names=entry.to == REPRESENTATIVE,
        slip=at_counter,
        identity=at_counter and entry.slip == MISSING,
        note_name="Ghi chú" if at_counter else "Số hiệu bưu gửi, ghi chú",
        told=told(view, entry),
        shut=lacking(view, entry),
        handed=handed(view.state),
        originals=originals(view),
        address=view.deliver_to,
    )


def originals(view: "DossierView") -> tuple[str, ...]:
    """The papers of which an original can be given back."""
    from kiosk.dossiers.returning import originals_kept

    return originals_kept(view.papers, view.lost)


def receivers(view: "DossierView") -> tuple[Option, ...]:
    """Who may take the result of this dossier."""
    return (
        Option(APPLICANT, "Đại diện tổ chức" if _of_organisation(view) else "Chủ hồ sơ"),
        *((Option(SUBMITTER, "Người nộp"),) if view.submitter is not None else ()),
        Option(REPRESENTATIVE, "Người được ủy quyền"),
        Option(POST, "Qua bưu chính"),
    )


def lacking(view: "DossierView", entry: ReturnEntry) -> str:
    """The first thing that is still lacking, in reading order; empty when nothing is."""
    if view.state == "returned":
        since = f" lúc {day_and_time(view.returned_at)}" if view.returned_at is not None else ""
        return f"{handed(view.outcome or '').done}{since}"
    if view.state not in ("result_ready", "refused", "stopped"):
        return "Hồ sơ chưa có kết quả"
    if entry.to == REPRESENTATIVE:
        if not entry.name.strip():
            return "Nhập họ tên người nhận thay"
        if not entry.id_number.strip() or id_fault(entry.id_number):
            return "Nhập đúng số căn cước người nhận thay"
        if not entry.authorized:
            return "Xem giấy ủy quyền rồi đánh dấu"
    if entry.to == POST:
        return "" if entry.address.strip() or view.deliver_to else "Ghi địa chỉ gửi qua bưu chính"
    if not entry.slip:
        return "Chọn có giấy hẹn hay không"
    if entry.slip == MISSING and not entry.compared:
        return "Đối chiếu căn cước rồi đánh dấu"
    if entry.slip == MISSING and not entry.signed:
        return "Lấy chữ ký người nhận rồi đánh dấu"
    return ""


def id_fault(typed: str) -> str:
    """What is wrong with an identity number as typed; empty when nothing is."""
    from kiosk.dossiers.identity import bare_id_number, id_number_fault
    from kiosk.wording import problem_sentence

    number = bare_id_number(typed)
    fault = id_number_fault(number) if number else None
    if fault is None:
        return ""
    return problem_sentence(fault.code, {"where": "id_number", "digits": fault.digits})


def told(view: "DossierView", entry: ReturnEntry) -> str:
    """What will be written, in one sentence, and what of the papers is lost."""
    gone = view.lost
    still = f" Đang thất lạc, chưa trả lại được: **{_named(gone.names)}**." if gone else ""
    return f"{_given(view, entry)}{still}"


def _given(view: "DossierView", entry: ReturnEntry) -> str:
    if entry.to == POST:
        with_it = f", kèm bản chính: {_named(entry.originals)}" if entry.originals else ""
        return f"Gửi {handed(view.state).thing} qua bưu chính{with_it}."
    whom = {
        APPLICANT: f"{'đại diện' if _of_organisation(view) else 'chủ hồ sơ'} **{view.applicant.name}**",
        SUBMITTER: f"người nộp **{view.submitter.name if view.submitter else ''}**",
        REPRESENTATIVE: f"người được ủy quyền **{entry.name.strip() or '…'}**",
    }[entry.to]
    how = {
        BROUGHT: ", có giấy hẹn",
        MISSING: ", không có giấy hẹn: đối chiếu căn cước, ký nhận",
        "": "",
    }[entry.slip]
    kept = f"; trả lại bản chính: {_named(entry.originals)}" if entry.originals else ""
    return f"{handed(view.state).act} cho {whom}{how}{kept}."


def _named(names: tuple[str, ...]) -> str:
    """The names as far as there is room for them."""
    rest = len(names) - _MOST_NAMED
    return "; ".join(names[:_MOST_NAMED]) + (f" và {rest} giấy tờ khác" if rest > 0 else "")


def matching(view: "DossierView", id_number: str) -> str:
    """Whose card that is: of the applicant, of who handed it in, or empty."""
    if id_number == view.applicant.id_number:
        return APPLICANT
    if view.submitter is not None and id_number == view.submitter.id_number:
        return SUBMITTER
    return ""


def _who(view: "DossierView", entry: ReturnEntry) -> str:
    """Who that is, with all that an officer compares with a card."""
    to = entry.to
    if to == APPLICANT:
        return _described(view.applicant)
    if to == SUBMITTER and view.submitter is not None:
        return _described(view.submitter)
    if to == REPRESENTATIVE:
        return "Giấy ủy quyền ghi rõ chủ hồ sơ, người nhận và hồ sơ này."
    if address := " ".join(entry.address.split()) or view.deliver_to:
        return f"Gửi {handed(view.state).thing} tới **{address}**."
    return f"Hồ sơ chưa có địa chỉ để gửi {handed(view.state).thing}."


def _of_organisation(view: "DossierView") -> bool:
    return view.applicant.kind == "organisation"


def _described(person: "Applicant | Submitter") -> str:
    from kiosk.ui.counter.receive.form import spaced_id

    said = [f"**{person.name}**"]
    if getattr(person, "tax_code", None):
        said.append(f"mã số thuế {getattr(person, 'tax_code', '')}")
    if person.id_number:
        said.append(f"căn cước {spaced_id(person.id_number)}")
    born = getattr(person, "birth_date", None)
    if born is not None:
        said.append(f"sinh {day(born)}")
    return " · ".join(said)
