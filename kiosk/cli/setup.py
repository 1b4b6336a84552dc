"""``kiosk init`` and ``kiosk doctor``"""

import argparse
import shlex
from datetime import date
from pathlib import Path

from kiosk.cli.checks import examine
from kiosk.cli.finding import Finding
from kiosk.cli.output import say
from kiosk.clock import machine_clock, office_day
from kiosk.office.founding import OfficeFounded
from kiosk.paths import StationFolder, station_folder
from kiosk.setting_up import make_office


def init(args: argparse.Namespace) -> None:
    """``init``: an office in this station's folder."""
    folder = station_folder(args.home)
    clock = machine_clock()
    founded, procedures = make_office(folder, None if args.sample else Path(args.source), clock)
    left = [] if founded.sample else _left_to_do(args, folder, founded, office_day(clock.now()))
    say(
        args,
        {
            "office": {
                "id": founded.office_id,
                "name": founded.name,
                "unit_code": founded.unit_code,
                "sample": founded.sample,
            },
            "home": str(folder.root),
            "procedures": procedures,
            "left_to_do": [{"what": what, "commands": commands} for what, commands in left],
        },
        f"Đã lập {founded.name}, mã đơn vị {founded.unit_code}, trong {folder.root}.",
        f"{founded.fields} lĩnh vực, {founded.counters} quầy, {founded.people} cán bộ, "
        f"{procedures} thủ tục, {founded.calendar_days} ngày trong lịch (chưa xác nhận).",
        *(["Dữ liệu minh họa, không dùng để tiếp nhận hồ sơ thật."] if founded.sample else []),
        *(["Việc tiếp theo, lần lượt:"] if left else []),
        *(
            line
            for nth, (what, commands) in enumerate(left, 1)
            for line in (f"  {nth}. {what}", *(f"       {command}" for command in commands))
        ),
    )


def _left_to_do(
    args: argparse.Namespace, folder: StationFolder, founded: OfficeFounded, today: date
) -> list[tuple[str, list[str]]]:
    """What a new office still lacks, in order, and the commands for each."""
    kiosk = "kiosk" if args.home is None else f"kiosk --home {shlex.quote(str(folder.root))}"
    steps = []
    if founded.without_pin:
        told = (
            "Đặt mã PIN cho lãnh đạo, rồi cho từng người (bằng lệnh này hoặc ở màn hình điều hành)"
        )
        steps.append((told, [f"{kiosk} pin set {founded.without_pin[0]}"]))
    for year in (today.year, today.year + 1):
        told = f"Xem ngày nghỉ năm {year}, sửa cho đúng rồi xác nhận"
        words = ("list", "confirm")
        steps.append((told, [f"{kiosk} calendar {word} --year {year}" for word in words]))
    return [
        *steps,
        (
            "Nhập thủ tục tỉnh đã công bố, rồi nhận những thủ tục làm tại văn phòng",
            [f"{kiosk} catalogue import TỆP…", f"{kiosk} catalogue offer MÃ…"],
        ),
        (f"Ghi tên máy in vào mục [printers] của {folder.settings}", []),
        ("Xem còn thiếu gì", [f"{kiosk} doctor"]),
    ]


def doctor(args: argparse.Namespace) -> int:
    """``doctor``: one line each, with the cure; exit 1 when something keeps the office from work."""
    folder = station_folder(args.home)
    clock = machine_clock()
    findings = examine(folder, clock)
    say(
        args,
        {
            "checks": [
                {"what": f.what, "state": f.state, "found": f.found, "cure": f.cure}
                for f in findings
            ]
        },
        *(_line(finding) for finding in findings),
    )
    return 1 if any(finding.state == "bad" for finding in findings) else 0


def _line(finding: Finding) -> str:
    mark = {"good": "được   ", "note": "ghi chú", "warn": "chú ý  ", "bad": "hỏng   "}[
        finding.state
    ]
    cure = f" → {finding.cure}" if finding.cure else ""
    return f"{mark} {finding.what}: {finding.found}{cure}"
