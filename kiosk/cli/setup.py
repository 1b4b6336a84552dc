"""``kiosk init`` and ``kiosk doctor``"""

import argparse
from pathlib import Path

from kiosk.cli.checks import examine
from kiosk.cli.finding import Finding
from kiosk.cli.output import say
from kiosk.clock import machine_clock
from kiosk.paths import station_folder
from kiosk.setting_up import make_office


def init(args: argparse.Namespace) -> None:
    """``init``: an office in this station's folder."""
    folder = station_folder(args.home)
    founded, procedures = make_office(folder, None if args.sample else Path(args.source))
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
        },
        f"Đã lập {founded.name}, mã đơn vị {founded.unit_code}, trong {folder.root}.",
        f"{founded.fields} lĩnh vực, {founded.counters} quầy, {founded.people} cán bộ, "
        f"{procedures} thủ tục, {founded.calendar_days} ngày trong lịch (chưa xác nhận).",
        *(["Dữ liệu minh họa, không dùng để tiếp nhận hồ sơ thật."] if founded.sample else []),
    )


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
