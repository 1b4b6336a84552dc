"""What the page of a dossier's scans shows, and which acts are possible. Pure."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.clock import local
from kiosk.ui.counter.scans.seen import InboxSeen, ScansSeen
from kiosk.ui.parts.choice import Option
from kiosk.ui.parts.page_grid import PageCell
from kiosk.ui.parts.pill import Pill
from kiosk.ui.words import day_and_time

if TYPE_CHECKING:
    from kiosk.scans.inbox import Waiting
    from kiosk.scans.keeping import Sheet
    from kiosk.scans.progress import Progress
    from kiosk.scans.reading import ScanView

WHOLE, RESULT, OTHER = "Cả hồ sơ", "Kết quả giải quyết", "Giấy tờ khác"
STOP, DROP, LEAVE = "Thôi", "Bỏ chỗ vừa sửa", "Quay lại hồ sơ"
NO_SCANS = "Hồ sơ chưa có bản quét nào."
NO_FILES = "Chưa có tệp nào trong thư mục máy quét."
_FORMER = "Bản cũ chỉ để xem."
_DRAFT = "Ghi (F9) hoặc bỏ (Esc) chỗ vừa xếp, xoay trước."
_BUSY = "Chờ việc đang làm xong, hoặc Esc để thôi."
_DOING = {
    "read": "Đang đọc tệp",
    "look": "Đang xem trang {done} / {most}",
    "keep": "Đang lưu {done} / {most}",
    "draw": "Đang vẽ trang {done} / {most}",
    "scan": "Máy quét: {done} trang",
}


@dataclass(frozen=True, slots=True)
class ScanRow:
    """A scan in the list."""

    scan: str
    title: str
    pages: str
    pill: Pill | None


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file that waits; ``why``: the reason why nobody filed it."""

    path: str
    name: str
    size: str
    pill: Pill | None
    why: str
    dossiers: int | None


@dataclass(frozen=True, slots=True)
class Act:
    """An act: its words, and why it cannot be done now."""

    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ScansProps:
    """The page."""

    head: str
    note: str
    rows: tuple[ScanRow, ...]
    heading: str
    about: str
    cells: tuple[PageCell, ...]
    save: Act
    turn: Act
    split: Act
    name: Act
    move: Act
    versions: Act
    leave: str


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """What the page depends on besides the scans: what is chosen, entered and under way.

    ``sheets`` are the pages of the chosen scan as they were turned and laid, ``at`` the place of
    the current one; ``file`` is typed or chosen, ``to`` the typed code where pages shall go.
    """

    former: bool = False
    scan: str = ""
    sheets: "tuple[Sheet, ...]" = ()
    at: int = 0
    marked: int = 1
    file: str = ""
    to: str = ""
    busy: bool = False


def derive_scans(seen: ScansSeen, at: At) -> ScansProps:
    """The page's props."""
    shown = shown_scans(seen, former=at.former)
    chosen = next((view for view in shown if view.id == at.scan), None)
    shut = _BUSY if at.busy else NO_SCANS if chosen is None else _former(chosen)
    draft = chosen is not None and is_draft(at.sheets)
    whole = shut or (_DRAFT if draft else "")
    many = f"{at.marked} trang" if at.marked > 1 else "trang"
    older = sum(1 for view in seen.scans if view.superseded_by is not None)
    pages = sum(view.pages for view in seen.scans if view.superseded_by is None)
    return ScansProps(
        head=f"**{seen.code}**  {seen.procedure}",
        note=f"{pages} trang" if pages else "",
        rows=tuple(_row(view) for view in shown),
        heading=title_of(chosen) if chosen is not None else "Các trang",
        about=_about(chosen),
        cells=cells_of(at.sheets) if chosen is not None else (),
        save=_save(at, draft=draft),
        turn=Act(f"Xoay {many}", shut),
        split=Act("Tách từ trang này", whole or _unsplit(at)),
        name=Act("Đặt tên giấy tờ", whole),
        move=Act(f"Chuyển {many} đi", whole or _unmoved(seen, at)),
        versions=Act(
            "Ẩn bản cũ" if at.former else f"Xem cả {older} bản cũ" if older else "Xem bản cũ",
            "" if older else "Chưa bản nào bị thay.",
        ),
        leave=STOP if at.busy else DROP if draft else LEAVE,
    )


def shown_scans(seen: ScansSeen, *, former: bool) -> "tuple[ScanView, ...]":
    """Those in the list: those in force, then the replaced ones where they are wanted."""
    now = tuple(view for view in seen.scans if view.superseded_by is None)
    old = tuple(view for view in seen.scans if view.superseded_by is not None)
    return (*now, *old) if former else now


def is_draft(sheets: "tuple[Sheet, ...]") -> bool:
    """Whether pages were turned or laid otherwise than they are filed."""
    return any(sheet.turn or sheet.page != n for n, sheet in enumerate(sheets, start=1))


def cells_of(sheets: "tuple[Sheet, ...]") -> tuple[PageCell, ...]:
    """The pages as they lie now; one that came from elsewhere says so."""
    return tuple(
        PageCell(
            sheet.page,
            f"Trang {n}" if sheet.page == n else f"Trang {n} (trước là {sheet.page})",
            sheet.turn,
        )
        for n, sheet in enumerate(sheets, start=1)
    )


def title_of(view: "ScanView") -> str:
    """What a scan is called."""
    return view.title or {"submitted": WHOLE, "result": RESULT}.get(view.kind, OTHER)


def name_options(seen: ScansSeen) -> tuple[Option, ...]:
    """What pages may be called: a paper of the dossier, all of it, its result, something else.

    The key is the kind, a colon and the title.
    """
    papers = tuple(Option(f"submitted:{name}", name) for name in seen.papers)
    return (
        Option("submitted:", WHOLE),
        *papers,
        Option("result:", RESULT),
        Option("other:", OTHER),
    )


def file_rows(seen: InboxSeen | None) -> tuple[FileRow, ...]:
    """The files that wait, each by its path within the folder."""
    return tuple(_file(waiting, seen.folder) for waiting in seen.files) if seen is not None else ()


def doing_said(progress: "Progress") -> str:
    """``Đang xem trang 12 / 100``."""
    return _DOING[progress.doing].format(done=progress.done, most=progress.most)


def size_said(size: int) -> str:
    """``1,2 MB``."""
    if size < 100_000:
        return f"{-(-size // 1000)} kB"
    return f"{size / 1e6:.1f} MB".replace(".", ",")


def _row(view: "ScanView") -> ScanRow:
    pill = Pill("Kết quả", "check", "ok") if view.kind == "result" else None
    if view.superseded_by is not None:
        pill = Pill("Bản cũ", "clock", "muted")
    return ScanRow(view.id, title_of(view), f"{view.pages} trang", pill)


def _file(waiting: "Waiting", folder: str) -> FileRow:
    pill = Pill("Phải xem", "alert", "warn") if waiting.why else None
    return FileRow(
        waiting.file.relative_to(folder).as_posix(),
        waiting.file.name,
        size_said(waiting.bytes),
        pill,
        waiting.why,
        waiting.dossiers,
    )


def _about(view: "ScanView | None") -> str:
    if view is None:
        return ""
    by = f" · {view.filed_by_name}" if view.filed_by_name else ""
    told = f"{view.pages} trang · lưu {day_and_time(local(view.filed_at))}{by} · từ tệp {view.source_name}"
    return f"{told} · đã có bản mới thay" if view.superseded_by is not None else told


def _former(view: "ScanView") -> str:
    return _FORMER if view.superseded_by is not None else ""


def _save(at: At, *, draft: bool) -> Act:
    if at.busy:
        return Act("Ghi bản mới" if draft else "Lưu vào hồ sơ", _BUSY)
    if draft:
        return Act("Ghi bản mới")
    return Act("Lưu vào hồ sơ", "" if at.file else "Chọn một tệp, hoặc gõ đường dẫn.")


def _unsplit(at: At) -> str:
    return "" if at.at > 0 else "Chọn trang đầu của phần tách ra."


def _unmoved(seen: ScansSeen, at: At) -> str:
    from kiosk.dossiers.codes import parse_code

    code = parse_code(at.to)
    if code is None:
        return "Gõ hoặc quét mã hồ sơ nhận."
    return "Mã ấy là của chính hồ sơ này." if code == seen.code else ""
