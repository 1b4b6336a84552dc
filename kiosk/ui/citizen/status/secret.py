"""What is said where the look-up secret is asked for: pure."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.ui.citizen.status.following import Following
from kiosk.ui.language import Language
from kiosk.ui.words import clock_time

LENGTH = 6


@dataclass(frozen=True, slots=True)
class SecretProps:
    """The card with the boxes and the pad. ``attempt`` moves when the boxes are to be emptied."""

    title: str
    text: str
    name: str
    clear: str
    erase: str
    usable: bool
    wrong: bool
    attempt: int


@dataclass(frozen=True, slots=True)
class SecretPageProps:
    """The card on a page of its own."""

    title: str
    code_title: str
    code: str
    secret: SecretProps


def derive_secret(now: Following, at: datetime, language: Language) -> SecretProps:
    """The card at a moment."""
    tr = language.tr
    until = now.status.locked_until if now.status is not None else None
    locked = until is not None and at < until
    if locked and until is not None:
        text = tr(
            "Đã nhập sai 5 lần. Mời Ông/Bà thử lại từ {at}, hoặc hỏi bàn hướng dẫn.",
            at=clock_time(until),
        )
    elif now.checking:
        text = tr("Đang kiểm tra…")
    elif now.secret_trouble == "wrong":
        text = language.trn("Mã chưa đúng. Còn {n} lần.", "Mã chưa đúng. Còn {n} lần.", now.left)
    elif now.secret_trouble == "silent":
        text = tr("Chưa kiểm tra được mã. Mời Ông/Bà nhập lại, hoặc hỏi bàn hướng dẫn.")
    else:
        text = tr("Nhập mã tra cứu 6 số in ở cuối giấy hẹn.")
    return SecretProps(
        title=tr("Muốn xem chi tiết hồ sơ của mình?"),
        text=text,
        name=tr("Mã tra cứu"),
        clear=tr("Xóa"),
        erase=tr("Xóa một số"),
        usable=not locked,
        wrong=locked or (bool(now.secret_trouble) and not now.checking),
        attempt=now.attempt,
    )


def derive_secret_page(now: Following, at: datetime, language: Language) -> SecretPageProps:
    """The page at a moment."""
    tr = language.tr
    return SecretPageProps(
        title=tr("Chi tiết hồ sơ"),
        code_title=tr("Mã hồ sơ"),
        code=now.status.code if now.status is not None else "",
        secret=derive_secret(now, at, language),
    )
