"""``kiosk init`` and ``kiosk doctor``"""

import argparse
import contextlib
from pathlib import Path

from kiosk.cli.checks import Finding, examine
from kiosk.cli.output import say
from kiosk.clock import machine_clock, told_time
from kiosk.ids import new_id
from kiosk.office.founding import OfficeFounded, found_office
from kiosk.office.plan import Plan, read_plan
from kiosk.paths import RESOURCES, StationFolder, station_folder
from kiosk.refusal import Refused
from kiosk.settings import SETTINGS_TEMPLATE, Settings, machine_name, read_settings
from kiosk.storage.migrate import make_store
from kiosk.storage.store import Store
from kiosk.storage.units import Actor

SAMPLE = RESOURCES / "sample"


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


def make_office(folder: StationFolder, source: Path | None) -> tuple[OfficeFounded, int]:
    """Found an office, the sample one without ``source``; what was made, and its procedures.

    Raises :class:`Refused`: ``plan.*``, ``store.exists``, ``clock.not_sample``, ``settings.wrong``.
    """
    clock = machine_clock()
    plan = read_plan(source or SAMPLE / "office.toml")
    if told_time() and not plan.sample:
        raise Refused("clock.not_sample")
    settings = read_settings(folder.settings)
    folder.root.mkdir(parents=True, exist_ok=True, mode=0o700)
    store = make_store(settings.store_url or folder.store, clock)
    try:
        made = _fill(store, plan, settings)
    except BaseException:
        store.close()
        if store.file is not None:
            for ending in ("", "-wal", "-shm"):
                with contextlib.suppress(OSError):
                    Path(f"{store.file}{ending}").unlink()
        raise
    store.close()
    if not folder.settings.exists():
        folder.settings.write_text(SETTINGS_TEMPLATE.format(name=machine_name()), "utf-8")
    return made


def _fill(store: Store, plan: Plan, settings: Settings) -> tuple[OfficeFounded, int]:
    from kiosk.catalogue.everyday import seed_everyday_words
    from kiosk.catalogue.seeding import seed_procedures

    by = Actor(settings.name)
    with store.found(by, new_id()) as unit:
        founded = found_office(unit, plan)
        seed_everyday_words(unit, RESOURCES / "everyday_words.toml")
        procedures = (
            seed_procedures(unit, sorted((SAMPLE / "procedures").glob("*.toml")))
            if plan.sample
            else 0
        )
    return founded, procedures


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
    mark = {"good": "được  ", "warn": "chú ý ", "bad": "hỏng  "}[finding.state]
    cure = f" → {finding.cure}" if finding.cure else ""
    return f"{mark} {finding.what}: {finding.found}{cure}"
