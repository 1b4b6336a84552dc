"""``kiosk backup`` and ``kiosk restore``"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from kiosk.cli.at_work import at_work
from kiosk.cli.output import moment, say, words
from kiosk.clock import machine_clock
from kiosk.office.reading import office_now
from kiosk.paths import StationFolder, station_folder
from kiosk.refusal import Refused
from kiosk.settings import read_settings
from kiosk.storage.backup import CopyMade, copy_of, daily_copy
from kiosk.storage.restoring import Restored
from kiosk.storage.restoring import restore as put_back
from kiosk.storage.units import Actor


def backup(args: argparse.Namespace) -> None:
    """``backup FILE``: a checked copy, made while the counters work."""
    if bool(args.file) == bool(args.daily):
        raise Refused("backup.where")
    with at_work(args) as work:
        if work.store.file is None:
            raise Refused("restore.hub")
        made: CopyMade | None
        if args.daily:
            with work.store.read() as unit:
                keep = office_now(unit).rules.backup_keep_days
            made = daily_copy(work.store.file, work.folder.backups, work.store.clock, keep)
        else:
            made = copy_of(work.store.file, Path(args.file))
    if made is None:
        say(args, {"file": None}, "Bản sao của hôm nay đã có.")
    else:
        say(
            args,
            {"file": made.file, "bytes": made.bytes},
            f"Đã sao lưu và đọc lại được: {made.file} ({made.bytes / 1e6:.1f} MB)",
            *_scans_told(work.folder),
        )


def _scans_told(folder: StationFolder) -> Iterator[str]:
    """Scans are files beside the store: who relies on the copy alone would lose them."""
    if any(folder.scans.glob("*.pdf")):
        yield f"Bản quét không nằm trong bản sao này: chép thêm thư mục {folder.scans}."


def restore(args: argparse.Namespace) -> None:
    """``restore FILE``: checked before it replaces; what it replaces is kept."""
    folder = station_folder(args.home)
    settings = read_settings(folder.settings)
    if settings.store_url:
        raise Refused("restore.hub")
    done = put_back(Path(args.file), folder.store, machine_clock(), Actor(settings.name))
    lacking = done.lacking
    say(
        args,
        {
            "restored": done.from_file,
            "last_change": moment(done.last_change),
            "replaced": done.replaced,
            "lacking": lacking and {"tickets": lacking.tickets, "dossiers": lacking.dossiers},
        },
        *_told(done),
    )


def _told(done: Restored) -> Iterator[str]:
    until = f", ghi đến {words(done.last_change)}" if done.last_change else ""
    yield f"Đã dùng lại bản sao {done.from_file}{until}."
    if done.replaced is None:
        return
    yield f"Sổ trước đó được giữ ở {done.replaced}."
    if done.lacking is None:
        yield (
            "Sổ trước đó không đọc được, hoặc của văn phòng khác, nên không rõ bản sao thiếu "
            "những gì; số thứ tự và mã hồ sơ có thể trùng với giấy đã phát sau bản sao."
        )
    elif done.lacking.tickets or done.lacking.dossiers:
        yield (
            f"Bản sao không có {done.lacking.tickets} số thứ tự và {done.lacking.dossiers} hồ sơ "
            "của sổ trước đó; các số và mã ấy không cấp lại. Nhập lại những hồ sơ còn thiếu."
        )
    else:
        yield "Bản sao có đủ số thứ tự và hồ sơ của sổ trước đó."
