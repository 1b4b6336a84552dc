"""What the page says that asks for a dossier's code: pure."""

from dataclasses import dataclass

from kiosk.ui.citizen.status.following import (
    DAY_FIGURES,
    NUMBER_FIGURES,
    Following,
    Trouble,
    in_groups,
)
from kiosk.ui.language import Language


@dataclass(frozen=True, slots=True)
class CodeFace:
    """The line a code is typed into: what stands there already, what is typed, what is missing."""

    head: str
    typed: str
    missing: str
    name: str
    wrong: bool


@dataclass(frozen=True, slots=True)
class EntryProps:
    """What the page says. ``variant``: whether the pad has letters and marks."""

    title: str
    scan_title: str
    scan_text: str
    type_title: str
    type_text: str
    code: CodeFace
    error: str
    free: bool
    switch: str
    clear: str
    erase: str
    button: str
    reason: str
    busy: str

    @property
    def variant(self) -> bool:
        """What makes the page another one."""
        return self.free


def derive_entry(now: Following, language: Language) -> EntryProps:
    """The page at a moment."""
    tr = language.tr
    error = trouble_words(now.trouble, language)
    return EntryProps(
        title=tr("Tra cứu hồ sơ"),
        scan_title=tr("Quét mã trên giấy hẹn"),
        scan_text=tr("Đưa mã trên giấy hẹn hoặc phiếu số vào máy đọc và giữ yên."),
        type_title=tr("Hoặc nhập mã hồ sơ"),
        type_text=(
            tr("Nhập cả mã như in ở đầu giấy hẹn, hoặc số trên phiếu.")
            if now.free
            else tr("Nhập 10 chữ số cuối của mã, in ở đầu giấy hẹn.")
        ),
        code=_face(now, language, wrong=bool(error)),
        error=error,
        free=now.free,
        switch=tr("Mã do nơi đây cấp") if now.free else tr("Mã khác, hoặc số phiếu"),
        clear=tr("Xóa"),
        erase=tr("Xóa một số"),
        button=tr("Xem số này") if now.is_ticket else tr("Xem hồ sơ"),
        reason="" if now.enough or now.finding else tr("Nhập mã hồ sơ"),
        busy=tr("Đang tìm…") if now.finding else "",
    )


def trouble_words(trouble: Trouble, language: Language) -> str:
    """Why no dossier is shown."""
    tr = language.tr
    return {
        "": "",
        "unknown": tr("Không tìm thấy mã này. Mời Ông/Bà kiểm tra lại, hoặc hỏi bàn hướng dẫn."),
        "unreadable": tr("Mã chưa đủ hoặc chưa đúng. Mời Ông/Bà xem lại từng số trên giấy hẹn."),
        "silent": tr(
            "Chưa tra cứu được. Mã đã nhập vẫn còn. Mời Ông/Bà bấm lại, hoặc hỏi bàn hướng dẫn."
        ),
    }[trouble]


def _face(now: Following, language: Language, *, wrong: bool) -> CodeFace:
    name = language.tr("Mã hồ sơ")
    if now.free:
        return CodeFace("", now.typed, "", name, wrong)
    blank = "_" * DAY_FIGURES + "-" + "_" * NUMBER_FIGURES
    typed = in_groups(now.typed) + ("-" if len(now.typed) == DAY_FIGURES else "")
    head = f"{now.unit_code}-" if now.unit_code else ""
    return CodeFace(head, typed, blank[len(typed) :], name, wrong)
