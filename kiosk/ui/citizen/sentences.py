"""What the kiosk tells a citizen when something does not work: for the hall, not for the desk."""

from datetime import datetime

from kiosk.refusal import Refused
from kiosk.ui.citizen.session import Known
from kiosk.ui.citizen.view import (
    FieldView,
    KioskView,
    PauseView,
    TakenView,
    named,
    opening_words,
)
from kiosk.ui.language import Language
from kiosk.ui.words import clock_time


def offline(language: Language) -> str:
    """Numbers cannot be given now."""
    return language.tr("Chưa lấy được số. Mời Ông/Bà đến bàn hướng dẫn.")


def not_usable(language: Language) -> str:
    """Something other than a number does not work now; beside it stands whom to ask."""
    return language.tr("Chưa dùng được")


def not_yet(language: Language) -> str:
    """Something other than a number works in a moment."""
    return language.tr("Đang chuẩn bị…")


def preparing(language: Language) -> str:
    """The store is being opened."""
    return language.tr("Đang chuẩn bị. Mời Ông/Bà chờ một lát.")


def closed(opening: datetime | None, now: datetime, language: Language) -> str:
    """Outside the public's hours."""
    if opening is None:
        return language.tr("Ngoài giờ tiếp nhận. Mời Ông/Bà quay lại sau.")
    at = opening_words(opening, now, language)
    return language.tr("Ngoài giờ tiếp nhận. Lấy số lại từ {at}.", at=at)


def not_served(language: Language) -> str:
    """No counter takes the field, or any field."""
    return language.tr("Chưa có quầy nhận. Mời Ông/Bà hỏi bàn hướng dẫn.")


def paused(pause: PauseView, language: Language) -> str:
    """The office pauses: why, and what still holds."""
    return language.tr(
        "Tạm dừng cấp số từ {at}: {why}. Số đã lấy vẫn giữ chỗ. Mời Ông/Bà chờ, hoặc hỏi bàn hướng dẫn.",
        at=clock_time(pause.since),
        why=pause.why.rstrip(" ."),
    )


def pausing(language: Language) -> str:
    """The office pauses, where there is no room for why."""
    return language.tr("Tạm dừng cấp số. Số đã lấy vẫn giữ chỗ.")


def full_today(field: str, view: KioskView, now: datetime, language: Language) -> str:
    """A field has given all its numbers of today."""
    if view.next_day is None:
        return language.tr(
            "{field}: hôm nay đã hết số. Mời Ông/Bà quay lại ngày khác, hoặc hỏi bàn hướng dẫn.",
            field=field,
        )
    return language.tr(
        "{field}: hôm nay đã hết số. Lấy số lại từ {at}. Việc gấp, mời Ông/Bà hỏi bàn hướng dẫn.",
        field=field,
        at=opening_words(view.next_day, now, language),
    )


def all_full(view: KioskView, now: datetime, language: Language) -> str:
    """Every field that is served has given all its numbers of today."""
    if view.next_day is None:
        return language.tr("Hôm nay đã hết số. Mời Ông/Bà hỏi bàn hướng dẫn.")
    at = opening_words(view.next_day, now, language)
    return language.tr("Hôm nay đã hết số. Lấy số lại từ {at}.", at=at)


def resting(field: str, language: Language) -> str:
    """All counters of a field rest: numbers are given, nobody knows when they are called."""
    return language.tr(
        "{field}: các quầy đang tạm nghỉ. Ông/Bà vẫn lấy được số và chờ gọi; chưa rõ khi nào gọi lại.",
        field=field,
    )


def barred(known: Known, prefix: str, now: datetime, language: Language) -> str:
    """Why no number of a field can be taken now; empty when one can."""
    view = known.view
    if known.silent is not None or (view is None and known.refused):
        return offline(language)
    if view is None:
        return preparing(language)
    if not view.open:
        return closed(view.next_opening, now, language)
    if view.pause is not None:
        return pausing(language)
    field = view.field(prefix)
    if field is None or not field.served:
        return not_served(language)
    return all_full(view, now, language) if field.full else ""


def of_choice(view: KioskView, field: FieldView | None, now: datetime, language: Language) -> str:
    """What is to be known of the field chosen before its button is pressed; mostly nothing."""
    if not view.open:
        return closed(view.next_opening, now, language)
    if view.pause is not None:
        return pausing(language)
    if field is None or not field.served:
        return ""
    if field.full:
        return full_today(named(field, language), view, now, language)
    return resting(named(field, language), language) if field.resting else ""


def spoken(taken: TakenView) -> str:
    """A number given, as a voice says it: in Vietnamese, which is what voices here speak."""
    return f"Số của Ông/Bà là {taken.label}. Mời chờ gọi đến {' hoặc '.join(taken.counters)}."


def not_taken(error: BaseException, now: datetime, language: Language) -> str:
    """Why the number wished for was not given; what was chosen is still on the page."""
    code = error.code if isinstance(error, Refused) else ""
    if isinstance(error, Refused) and code == "ticket.office_closed":
        opening = error.details.get("next_opening")
        return closed(opening if isinstance(opening, datetime) else None, now, language)
    if code in ("field.not_served", "field.unknown"):
        return not_served(language)
    if code == "queue.paused":
        return pausing(language)
    if code == "ticket.field_full":
        return language.tr("Lĩnh vực này hôm nay đã hết số. Mời Ông/Bà hỏi bàn hướng dẫn.")
    if code == "priority.unknown":
        return language.tr("Diện ưu tiên này không còn dùng. Mời Ông/Bà chọn lại.")
    return language.tr(
        "Chưa lấy được số. Lĩnh vực đã chọn vẫn còn. Mời Ông/Bà bấm lại, hoặc đến bàn hướng dẫn."
    )
