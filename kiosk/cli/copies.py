"""``kiosk backup`` and ``kiosk restore``"""

import argparse
from pathlib import Path

from kiosk.cli.at_work import at_work
from kiosk.cli.output import say
from kiosk.clock import machine_clock
from kiosk.office.reading import office_now
from kiosk.paths import station_folder
from kiosk.refusal import Refused
from kiosk.settings import read_settings
from kiosk.storage.backup import CopyMade, copy_of, daily_copy
from kiosk.storage.backup import restore as put_back


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
        )


def restore(args: argparse.Namespace) -> None:
    """``restore FILE``: checked before it replaces; what it replaces is kept."""
    folder = station_folder(args.home)
    if read_settings(folder.settings).store_url:
        raise Refused("restore.hub")
    clock = machine_clock()
    done = put_back(Path(args.file), folder.store, clock)
    lines = [f"Đã dùng lại bản sao {done.from_file}."]
    if done.replaced:
        lines.append(f"Sổ trước đó được giữ ở {done.replaced}.")
    say(args, {"restored": done.from_file, "replaced": done.replaced}, *lines)
