"""What the kiosk says of a dossier: pure, from what was found and what time it is."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

from kiosk.clock import local, office_day
from kiosk.ui.citizen.sentences import barred
from kiosk.ui.citizen.session import Known
from kiosk.ui.citizen.status.detailing import DetailsProps, derive_details
from kiosk.ui.citizen.status.following import Following
from kiosk.ui.citizen.status.secret import SecretProps, derive_secret
from kiosk.ui.language import Language
from kiosk.ui.parts.pill import Pill
from kiosk.ui.parts.step_line import Step, StepState
from kiosk.ui.words import clock_time, day, day_short, long_day

if TYPE_CHECKING:
    from kiosk.dossiers.public import PublicStatus

Variant = Literal["pad", "tight pad", "brief", "details", "long details"]

_RECEIVED, _PROCESSING, _READY, _RETURNED = 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class DueProps:
    """The appointed day, and a sentence where it needs one; ``kind`` as of a card."""

    title: str
    day: str
    note: str
    kind: Literal["soft", "warn", "ok"]


@dataclass(frozen=True, slots=True)
class StatusProps:
    """What the page says.

    ``secret`` is there while the pad stands on the page itself, ``ask`` is the button to a page
    with the pad otherwise, ``take`` the button for a number: each empty where there is none.
    """

    title: str
    code_title: str
    code: str
    pill: Pill
    steps: tuple[Step, ...]
    steps_said: str
    due: DueProps
    take: str
    take_reason: str
    take_busy: str
    ask: str
    secret: SecretProps | None
    details: DetailsProps | None
    large: bool

    @property
    def variant(self) -> Variant:
        """What makes the page another one."""
        if self.details is not None:
            return "long details" if self.details.long else "details"
        if self.secret is None:
            return "brief"
        return "tight pad" if self.due.note else "pad"


def derive_status(
    now: Following,
    known: Known,
    at: datetime,
    language: Language,
    *,
    wide: bool,
    large: bool,
    taking: bool,
) -> StatusProps:
    """The page of the dossier found, at a moment."""
    status, tr = now.status, language.tr
    assert status is not None
    due = _due(status, at, language)
    ready = status.step == _READY
    if ready and now.details is not None and wide and large:
        # The button says it, and the day keeps its room.
        due = replace(due, note="")
    inline = now.details is None and not ready and not large
    steps = _steps(status, at, language)
    return StatusProps(
        title=tr("Tình trạng hồ sơ"),
        code_title=tr("Mã hồ sơ"),
        code=status.code,
        pill=_pill(status.step, language),
        steps=steps,
        steps_said=tr(
            "Bước {step} trên {count}: {label}",
            step=status.step,
            count=len(steps),
            label=steps[status.step - 1].label.replace("\n", " "),
        ),
        due=due,
        take=tr("Lấy số nhận kết quả") if ready else "",
        take_reason=barred(known, status.field, at, language) if ready else "",
        take_busy=tr("Đang lấy số…") if ready and taking else "",
        ask="" if inline or now.details else tr("Xem chi tiết hồ sơ"),
        secret=derive_secret(now, at, language) if inline else None,
        details=derive_details(status.step, now.details, language, wide=wide, large=large)
        if now.details
        else None,
        large=large,
    )


def _pill(step: int, language: Language) -> Pill:
    tr = language.tr
    return {
        _RECEIVED: Pill(tr("Đã tiếp nhận"), "check", "act"),
        _PROCESSING: Pill(tr("Đang giải quyết"), "clock", "act"),
        _READY: Pill(tr("Đã có kết quả"), "check", "ok"),
        _RETURNED: Pill(tr("Đã trả kết quả"), "check", "ok"),
    }[step]


def _steps(status: "PublicStatus", at: datetime, language: Language) -> tuple[Step, ...]:
    tr, here = language.tr, status.step
    received = status.received_on
    same_year = received.year == office_day(at).year
    labels = (
        tr("Đã tiếp nhận"),
        tr("Đã\ngiải quyết") if here > _PROCESSING else tr("Đang\ngiải quyết"),
        tr("Có kết quả"),
        tr("Đã trả\nkết quả"),
    )
    return tuple(
        Step(
            label,
            _state(step, here),
            (day_short(received) if same_year else day(received)) if step == _RECEIVED else "",
        )
        for step, label in enumerate(labels, start=1)
    )


def _state(step: int, here: int) -> StepState:
    if step > here:
        return "ahead"
    if step < here or step == _RECEIVED:
        return "done"
    return "now" if step == _PROCESSING else "good"


def _due(status: "PublicStatus", at: datetime, language: Language) -> DueProps:
    tr = language.tr
    title, shown = tr("Ngày hẹn trả kết quả"), tr("Chưa hẹn ngày")
    if status.due_at is not None:
        shown = long_day(office_day(status.due_at), language)
    if status.step == _RETURNED:
        return DueProps(title, shown, tr("Hồ sơ đã xong. Cảm ơn Ông/Bà."), "ok")
    if status.step == _READY:
        early = status.due_at is not None and office_day(at) < office_day(status.due_at)
        note = (
            tr("Kết quả có trước ngày hẹn. Mời Ông/Bà lấy số để nhận.")
            if early
            else tr("Kết quả đã có. Mời Ông/Bà lấy số để nhận.")
        )
        return DueProps(title, shown, note, "ok")
    if status.due_at is None:
        return DueProps(
            title, shown, tr("Mời Ông/Bà hỏi bàn hướng dẫn để biết ngày trả kết quả."), "soft"
        )
    return DueProps(title, shown, *_unfinished(status.due_at, status.overdue, at, language))


def _unfinished(
    due_at: datetime, overdue: int | None, at: datetime, language: Language
) -> tuple[str, Literal["soft", "warn"]]:
    """What is to be said of the day while there is no result: nothing before it."""
    tr, today = language.tr, office_day(at)
    if overdue:
        return (
            language.trn(
                "Đã quá hẹn {n} ngày làm việc. Xin lỗi Ông/Bà vì sự chậm trễ. "
                "Mời Ông/Bà hỏi bàn hướng dẫn.",
                "Đã quá hẹn {n} ngày làm việc. Xin lỗi Ông/Bà vì sự chậm trễ. "
                "Mời Ông/Bà hỏi bàn hướng dẫn.",
                overdue,
            ),
            "warn",
        )
    if at > due_at:
        return (
            tr(
                "Đã quá giờ hẹn mà chưa có kết quả. Xin lỗi Ông/Bà vì sự chậm trễ. "
                "Mời Ông/Bà hỏi bàn hướng dẫn."
            ),
            "warn",
        )
    if office_day(due_at) == today:
        return tr("Hẹn trả hôm nay, lúc {at}.", at=clock_time(due_at)), "soft"
    if office_day(due_at) == today + timedelta(days=1):
        return tr("Hẹn trả ngày mai, lúc {at}.", at=f"{local(due_at):%H:%M}"), "soft"
    return "", "soft"
