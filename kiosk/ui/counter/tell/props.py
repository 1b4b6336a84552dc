"""The list to call as it is read: the news, the telephone, how often nobody was reached."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.ui.parts.choice import Option
from kiosk.ui.parts.pill import Pill
from kiosk.ui.words import day_and_time

if TYPE_CHECKING:
    from kiosk.dossiers.telling import TellLine, TellStanding

NOBODY = "Không còn ai cần báo."
ABOUT = {
    "result_ready": Pill("Có kết quả", "check", "ok"),
    "refused": Pill("Bị từ chối", "close", "err"),
    "stopped": Pill("Đã dừng", "pause", "muted"),
    "supplementing": Pill("Cần bổ sung", "list", "warn"),
    "extended": Pill("Hẹn lại ngày", "mail", "warn"),
    "correcting": Pill("Sửa kết quả", "repeat", "warn"),
    "papers_lost": Pill("Thất lạc giấy", "alert", "err"),
}
"""The news in the words of the list."""

PHONE = "phone"
WAYS = (
    Option(PHONE, "Gọi điện"),
    Option("message", "Nhắn tin"),
    Option("email", "Gửi thư"),
    Option("in_person", "Trực tiếp"),
)
_BY = {
    "phone": "gọi điện",
    "message": "nhắn tin",
    "email": "gửi thư điện tử",
    "in_person": "báo trực tiếp",
}


@dataclass(frozen=True, slots=True)
class TellRow:
    """One line. ``text`` are the words ready to send, ``reach`` how its citizen can be reached."""

    code: str
    about: Pill
    since: str
    name: str
    phone: str
    email: str
    reach: str
    tried: str
    text: str


def derive_rows(lines: "Iterable[TellLine]") -> tuple[TellRow, ...]:
    """The lines in the order they came."""
    return tuple(
        TellRow(
            code=line.code,
            about=ABOUT[line.about],
            since=day_and_time(line.since),
            name=line.name,
            phone=line.phone,
            email=line.email,
            reach=line.phone or line.email or "không có số",
            tried=f"{line.tried} lần" if line.tried else "chưa",
            text=line.text,
        )
        for line in lines
    )


def marked_said(code: str, by: str, *, reached: bool) -> str:
    """What is told once it is written down."""
    if reached:
        return f"Đã ghi: {code} đã báo, {_BY[by]}."
    return f"Đã ghi: {code} chưa liên lạc được. Hồ sơ vẫn ở trong danh sách."


def standing_said(standing: "TellStanding | None") -> str:
    """Whether the citizen of the dossier that is shown knows the news."""
    if standing is None or not standing.about:
        return "Chưa có tin phải báo."
    news = ABOUT[standing.about].text
    if (told := standing.told) is not None:
        how = _BY[told.by]
        return f"{news}: **đã báo** lúc {day_and_time(told.at)}, {how} · {told.officer_name}"
    tried = f", {standing.tried} lần chưa liên lạc được" if standing.tried else ""
    return f"{news}: **chưa báo**{tried}"


def told_shut(standing: "TellStanding | None") -> str:
    """Why nobody is to be told now; empty where somebody is."""
    if standing is None or not standing.about:
        return "Chưa có tin nào phải báo cho người nộp."
    if standing.told is not None:
        return f"Đã báo người nộp lúc {day_and_time(standing.told.at)}."
    return ""
