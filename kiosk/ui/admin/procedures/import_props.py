"""An import in words: pure."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.ui.parts.choice import Option
from kiosk.ui.words import number

if TYPE_CHECKING:
    from kiosk.catalogue.importing import CatalogueImported, ImportStep
    from kiosk.catalogue.previewing import Foreseen, ImportPreview
    from kiosk.catalogue.unreadable import Unreadable

NEW, CHANGED, UNREAD = "new", "changed", "unread"
EMPTY = {
    NEW: "Không có thủ tục nào mới.",
    CHANGED: "Không có thủ tục nào đổi.",
    UNREAD: "Mọi chỗ đều đọc được.",
}
NOT_YET = "Chọn tệp hoặc thư mục rồi bấm “Xem trước”. Chưa có gì được ghi."
_PARTS = {
    "name": "tên",
    "category": "lĩnh vực công bố",
    "agency": "cơ quan",
    "fee": "phí, lệ phí",
    "limit": "cách nộp, thời hạn",
    "papers": "giấy tờ",
    "note": "ghi chú",
    "rest": "các bước, căn cứ",
}
_NOTHING_SEEN = "không đổi gì ở ki-ốt"


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A line of the preview: a procedure or a place, and what is to be said of it."""

    key: str
    first: str
    middle: str
    last: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What the page shows of a preview; ``worth`` is what writing it would change."""

    words: str
    kept: str
    new: tuple[ImportRow, ...]
    changed: tuple[ImportRow, ...]
    unread: tuple[ImportRow, ...]
    read: int
    content: str
    complete: bool

    @property
    def worth(self) -> int:
        """How many procedures would be written."""
        return len(self.new) + len(self.changed)

    def rows(self, which: str) -> tuple[ImportRow, ...]:
        """The lines of one of the three lists."""
        return {NEW: self.new, CHANGED: self.changed, UNREAD: self.unread}[which]

    def options(self) -> tuple[Option, ...]:
        """The three lists with how long each is."""
        return (
            Option(NEW, "Mới", len(self.new)),
            Option(CHANGED, "Đổi", len(self.changed)),
            Option(UNREAD, "Không đọc được", len(self.unread)),
        )


NO_OPTIONS = (
    Option(NEW, "Mới", 0),
    Option(CHANGED, "Đổi", 0),
    Option(UNREAD, "Không đọc được", 0),
)


def derive_preview(seen: "ImportPreview") -> Preview:
    """A preview in words."""
    words = f"Đã đọc {number(seen.read)} bản ghi. Chưa ghi gì vào sổ."
    if not seen.complete:
        words = f"Đã dừng xem trước ở bản ghi thứ {number(seen.read)}. Chưa ghi gì vào sổ."
    elif not seen.new and not seen.changed:
        words = f"Đã đọc {number(seen.read)} bản ghi; không có gì mới để ghi."
    kept = (
        f"{number(seen.same)} thủ tục như cũ; {number(seen.unnamed)} thủ tục không có trong tệp, "
        "vẫn giữ nguyên. Phần văn phòng đã sửa không bị ghi đè."
    )
    return Preview(
        words,
        kept,
        tuple(ImportRow(one.code, one.code, one.name) for one in seen.new),
        tuple(_changed(one) for one in seen.changed),
        tuple(_unread(at, one) for at, one in enumerate(seen.unreadable)),
        seen.read,
        seen.content,
        seen.complete,
    )


def words_of_step(step: "ImportStep", most: int) -> str:
    """How far the writing has come."""
    return (
        f"Đang ghi: {number(step.read)} / {number(most)} bản ghi, "
        f"{number(step.new)} thủ tục mới, {number(step.changed)} thủ tục đổi."
    )


def words_of_result(done: "CatalogueImported") -> str:
    """What was written, and what is left when it was stopped."""
    wrote = f"{number(done.new)} thủ tục mới, {number(done.changed)} thủ tục đổi"
    if not done.complete:
        return (
            f"Đã dừng. Đã ghi trọn vẹn {wrote}; phần còn lại chưa ghi. "
            "Xem trước và ghi lại cùng tệp ấy để ghi tiếp, không ghi trùng."
        )
    return f"Đã ghi xong: {wrote}."


def words_of_failure(why: str, last: "ImportStep | None") -> str:
    """What went wrong, and what was written before."""
    if last is None or not last.new + last.changed:
        return f"{why} Chưa thủ tục nào được ghi."
    return (
        f"{why} Trước đó đã ghi trọn vẹn {number(last.new)} thủ tục mới, {number(last.changed)} "
        "thủ tục đổi. Ghi lại cùng tệp ấy để ghi tiếp, không ghi trùng."
    )


def _changed(one: "Foreseen") -> ImportRow:
    parts = ", ".join(_PARTS[part] for part in one.parts) or _NOTHING_SEEN
    return ImportRow(one.code, one.code, one.name, parts)


def _unread(at: int, one: "Unreadable") -> ImportRow:
    return ImportRow(f"{at}", one.where, one.why)
