"""Setting up an office on a machine: the store, the office in it, the sample's procedures."""

import contextlib
from pathlib import Path

from kiosk.catalogue.everyday import seed_everyday_words
from kiosk.catalogue.seeding import seed_procedures
from kiosk.clock import Clock, machine_clock, told_time
from kiosk.ids import new_id
from kiosk.office.founding import OfficeFounded, found_office
from kiosk.office.plan import Plan, read_plan, with_usual_priority_groups
from kiosk.paths import RESOURCES, StationFolder
from kiosk.refusal import Refused
from kiosk.settings import SETTINGS_TEMPLATE, Settings, machine_name, read_settings
from kiosk.storage.migrate import make_store
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from kiosk.system_words import why_not

SAMPLE = RESOURCES / "sample"


def make_office(
    folder: StationFolder, source: Path | None, clock: Clock | None = None
) -> tuple[OfficeFounded, int]:
    """Found an office, the sample one without ``source``; what was made, and its procedures.

    Raises :class:`Refused`: ``plan.*``, ``store.exists``, ``clock.not_sample``, ``settings.wrong``,
    ``station.folder_unwritable``, ``store.*``.
    """
    clock = clock or machine_clock()
    plan = read_plan(source or SAMPLE / "office.toml")
    if not plan.priority_groups:
        plan = with_usual_priority_groups(plan)
    if told_time() and not plan.sample:
        raise Refused("clock.not_sample")
    try:
        folder.root.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise _unwritable(folder, error) from error
    settings = read_settings(folder.settings)
    store = make_store(settings.store_url or folder.store, clock)
    try:
        made = _fill(store, plan, settings)
        if not folder.settings.exists():
            _leave_settings(folder)
    except BaseException:
        store.close()
        if store.file is not None:
            for ending in ("", "-wal", "-shm"):
                with contextlib.suppress(OSError):
                    Path(f"{store.file}{ending}").unlink()
        raise
    store.close()
    return made


def _leave_settings(folder: StationFolder) -> None:
    try:
        folder.settings.write_text(SETTINGS_TEMPLATE.format(name=machine_name()), "utf-8")
    except OSError as error:
        with contextlib.suppress(OSError):
            folder.settings.unlink()
        raise _unwritable(folder, error) from error


def _unwritable(folder: StationFolder, error: OSError) -> Refused:
    return Refused("station.folder_unwritable", folder=str(folder.root), why=why_not(error))


def _fill(store: Store, plan: Plan, settings: Settings) -> tuple[OfficeFounded, int]:
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
