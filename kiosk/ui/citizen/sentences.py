"""What the kiosk tells a citizen when something does not work: for the hall, not for the desk."""

from datetime import datetime

from kiosk.refusal import Refused
from kiosk.ui.citizen.view import opening_words
from kiosk.ui.language import Language


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


def not_taken(error: BaseException, now: datetime, language: Language) -> str:
    """Why the number wished for was not given; what was chosen is still on the page."""
    code = error.code if isinstance(error, Refused) else ""
    if isinstance(error, Refused) and code == "ticket.office_closed":
        opening = error.details.get("next_opening")
        return closed(opening if isinstance(opening, datetime) else None, now, language)
    if code in ("field.not_served", "field.unknown"):
        return not_served(language)
    if code == "priority.unknown":
        return language.tr("Diện ưu tiên này không còn dùng. Mời Ông/Bà chọn lại.")
    return language.tr(
        "Chưa lấy được số. Lĩnh vực đã chọn vẫn còn. Mời Ông/Bà bấm lại, hoặc đến bàn hướng dẫn."
    )
