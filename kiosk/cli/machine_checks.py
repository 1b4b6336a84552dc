"""What the doctor sees of the machine itself: fonts, screens, voice, room on disk, drafts."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kiosk.cli.finding import Finding
from kiosk.paths import StationFolder
from kiosk.refusal import Refused
from kiosk.settings import LobbySettings, counters_meant
from kiosk.system_words import why_not

ROOM_WANTED = 500_000_000
FACES = (
    ("ki-ốt đứng", 1080, 1920),
    ("ki-ốt ngang", 1920, 1080),
    ("quầy", 1366, 768),
    ("sảnh", 1920, 1080),
)
NO_REAL_SCREEN = ("offscreen", "minimal", "vnc")


def look_at_paper_font(what: str, face: str) -> Iterator[Finding]:
    """The font of a kind of paper, every Vietnamese letter in it."""
    from kiosk.printing.fonts import Face, font_of

    yield Finding(what, "good", f"{font_of(Face(face)).path}, đủ chữ tiếng Việt")


def look_at_screen_fonts() -> Iterator[Finding]:
    """Open Sans for the windows, in each of its cuts."""
    from kiosk.ui.theme.fonts import FACES as CUTS
    from kiosk.ui.theme.fonts import font_folder

    what, folder = "Phông chữ màn hình", font_folder()
    missing = [
        cut for cut in CUTS if folder is None or not (folder / f"OpenSans-{cut}.ttf").is_file()
    ]
    if missing:
        yield Finding(
            what,
            "warn",
            f"thiếu Open Sans {', '.join(missing)}; chữ trên màn hình sẽ khác mẫu",
            "cài lại chương trình (make setup)",
        )
    else:
        yield Finding(what, "good", f"Open Sans, đủ {len(CUTS)} kiểu")


def look_at_screens() -> Iterator[Finding]:
    """Each attached screen, and for which faces it is large enough."""
    what = "Màn hình"
    if why := _no_screen():
        yield Finding(what, "note", f"{why}; cửa sổ mở được trong phiên làm việc có màn hình")
        return
    from kiosk.ui.machine import NoScreensError, attached_screens

    try:
        screens = attached_screens()
    except NoScreensError as error:
        yield _unreached(str(error))
        return
    for screen in screens:
        size = f"{screen.width}×{screen.height}"
        fits = faces_for(screen.width, screen.height)
        told = f"{screen.name} {size}".strip()
        if fits:
            yield Finding(what, "good", f"{told}, hợp với {', '.join(fits)}")
        else:
            yield Finding(
                what,
                "warn",
                f"{told}, nhỏ hơn mức của mọi màn hình (quầy cần từ 1366×768)",
                "dùng màn hình lớn hơn, hoặc giảm tỷ lệ phóng to trong cài đặt màn hình",
            )


def faces_for(width: int, height: int) -> tuple[str, ...]:
    """The faces that a screen of this size (logical pixels) is large enough for."""
    return tuple(name for name, wide, high in FACES if width >= wide and height >= high)


def _no_screen() -> str:
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in NO_REAL_SCREEN:
        return f"đang đặt QT_QPA_PLATFORM={platform} nên không có màn hình thật"
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(map(os.environ.get, displays)):
        return "phiên này không có màn hình"
    return ""


def _unreached(said: str) -> Finding:
    # Qt names xcb-cursor after every failure; that a display was tried shows the library is there.
    if "xcb-cursor" in said and "could not connect to display" not in said:
        return Finding(
            "Màn hình",
            "bad",
            "thiếu thư viện libxcb-cursor0 nên chưa mở được cửa sổ",
            "cài gói libxcb-cursor0",
        )
    return Finding(
        "Màn hình",
        "bad",
        "có màn hình nhưng không nối được nên chưa mở được cửa sổ",
        "chạy trong phiên của người dùng đang đăng nhập, xem lại biến DISPLAY, WAYLAND_DISPLAY",
    )


def look_at_voice(folder: StationFolder) -> Iterator[Finding]:
    """Which voice calls the numbers in the hall and why, and whether anything can be heard."""
    from kiosk.ui.voice.choosing import TOLD
    from kiosk.ui.voice.hearing import choice_here
    from kiosk.ui.voice.players import why_silent

    what = "Tiếng nói"
    choice, clips = choice_here(folder.voice)
    told = f"{TOLD[choice.kind]} ({choice.source})"
    if choice.better:
        told += f"; chưa dùng được {'; '.join(choice.better)}"
    if silent := why_silent():
        yield Finding(
            what,
            "note",
            f"{told}; {silent} nên máy này không phát được tiếng, số vẫn gọi bằng chữ lớn",
            "ở máy của sảnh: cắm loa, trên Linux cài gói alsa-utils",
        )
    elif choice.kind == "chime":
        yield Finding(what, "warn", told, "cài gói espeak-ng, hoặc tự thu (kiosk voice list)")
    elif clips.slow:
        yield Finding(
            what, "warn", f"{told}; {len(clips.slow)} từ đọc chậm", "kiosk voice check, rồi thu lại"
        )
    else:
        yield Finding(what, "good", told)


def look_at_hall(
    folder: StationFolder, lobby: LobbySettings, known: frozenset[int] | None
) -> Iterator[Finding]:
    """What this station's hall screen shows and speaks, and its pictures.

    ``known``: the office's counters, where the store could be read.
    """
    from kiosk.ui.lobby.pictures import read_album

    absent = sorted((counters_meant(lobby.counters) or frozenset()) - known) if known else []
    if absent:
        told = ", ".join(map(str, absent))
        yield Finding(
            "Sảnh",
            "warn",
            f"văn phòng không có quầy {told}",
            f"sửa counters trong {folder.settings}",
        )
    album = read_album(folder.pictures)
    counters = f"các quầy {lobby.counters}" if lobby.counters else "mọi quầy"
    speaks = f"đọc số, độ lớn {lobby.volume}%" if lobby.speaks else "không đọc số"
    told = f"{counters}, {speaks}, {len(album.pictures)} ảnh"
    if album.left_out:
        out = "; ".join(f"{name} ({why})" for name, why in album.left_out)
        yield Finding("Sảnh", "warn", f"{told}; bỏ qua {out}", f"thay ảnh trong {folder.pictures}")
    else:
        yield Finding("Sảnh", "good", told)


def look_at_room(folder: StationFolder) -> Iterator[Finding]:
    """What is left on the disk."""
    there = next(place for place in (folder.root, *folder.root.parents) if place.exists())
    free = shutil.disk_usage(there).free
    low = free < ROOM_WANTED
    yield Finding(
        "Ổ đĩa",
        "warn" if low else "good",
        f"còn trống {free / 1e9:.1f} GB".replace(".", ","),
        "giải phóng chỗ trống" if low else "",
    )


def look_at_drafts(folder: StationFolder) -> Iterator[Finding]:
    """Whether receptions that are under way can be kept."""
    what = "Bản nháp"
    if not folder.root.is_dir():
        yield Finding(what, "note", f"chưa có thư mục trạm {folder.root}", "lập bằng “kiosk init”")
    elif why := unwritable(folder.drafts):
        yield Finding(
            what,
            "bad",
            f"không ghi được vào {folder.drafts} ({why}); hồ sơ đang nhập sẽ mất khi tắt máy",
            "sửa quyền của thư mục",
        )
    else:
        kept = sum(1 for file in folder.drafts.iterdir() if file.is_file())
        yield Finding(what, "good", f"ghi được vào {folder.drafts}, đang giữ {kept} bản")


def look_at_printed_folder(what: str, folder: StationFolder, cure: str) -> Iterator[Finding]:
    """Papers that become files. ``cure``: what a real office does, where people wait for paper."""
    if why := unwritable(folder.printed):
        raise Refused("printer.folder_unwritable", folder=str(folder.printed), why=why)
    found = f"ghi tệp PDF vào {folder.printed}"
    if cure:
        yield Finding(what, "warn", f"{found}, không có tờ nào in ra", cure)
    else:
        yield Finding(what, "good", found)


def look_at_printer(what: str, name: str, folder: StationFolder) -> Iterator[Finding]:
    """Whether the system has the printer by which a kind of paper leaves."""
    from kiosk.app import require_printer

    try:
        require_printer(name)
    except Refused:
        from kiosk.ui.machine import printer_names

        names = ", ".join(printer_names())
        known = f"máy này có: {names}" if names else "máy này chưa cài máy in nào"
        yield Finding(
            what,
            "bad",
            f"không tìm thấy “{name}”; giấy vẫn nằm trong danh sách chờ in",
            f"bật máy in, hoặc sửa [printers] trong {folder.settings.name} ({known})",
        )
    else:
        yield Finding(what, "good", name)


def unwritable(folder: Path) -> str:
    """Why nothing can be written into ``folder`` (made if it is not there); empty where it can."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryFile(dir=folder):
            return ""
    except OSError as error:
        return why_not(error)
