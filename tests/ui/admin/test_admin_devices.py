"""Machines and printers at the manager's window."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.clock import parse_moment
from kiosk.office.presence import Alive, Presence, presences, tell_alive
from kiosk.office.staff_calls import StaffCall
from kiosk.refusal import Refused
from kiosk.storage.print_jobs import PrintJob
from kiosk.storage.units import Actor
from kiosk.ui.admin.devices.props import DeviceRow, DevicesSeen, derive_devices
from kiosk.ui.admin.devices.section import DevicesSection
from kiosk.wording import sentence
from tests.ui import clipping, seeing
from tests.ui.admin.admin_kit import AtDesk, Key

NOW = parse_moment("2026-11-23T09:24+07:00")
TODAY = date(2026, 11, 23)
FACE = Presence("SANH", "citizen", None, NOW, NOW, {"ticket80": "XP-80"})
JOB = PrintJob(
    "1", "SANH", "ticket80", "Số HT-001", "s", "{}", 1, "printed", 1, None, None, NOW, NOW
)
SEEN = DevicesSeen(NOW, True, (FACE,), (JOB,), True, TODAY)


def row(seen: DevicesSeen, key: str) -> DeviceRow:
    return next(row for row in derive_devices(seen, sentence) if row.key == key)


@pytest.mark.parametrize(
    ("ago", "open_now", "state"),
    [(5, True, "Tốt"), (90, True, "Tốt"), (91, True, "Mất liên lạc"), (91, False, "Đã tắt")],
)
def test_a_face(ago: int, open_now: bool, state: str) -> None:
    face = replace(FACE, seen_at=NOW - timedelta(seconds=ago))
    told = row(replace(SEEN, faces=(face,), open_now=open_now), "SANH/citizen")
    assert told.state.text == state
    assert bool(told.cure) == (state != "Tốt")
    assert bool(told.station) == (state != "Tốt")


@pytest.mark.parametrize(
    ("job", "printer", "state", "said"),
    [
        (JOB, "XP-80", "Tốt", "in được lúc 09:24"),
        (None, "XP-80", "Chưa rõ", "chưa in tờ nào"),
        (None, "folder", "Chưa rõ", "in ra tệp PDF, không ra giấy"),
        (JOB, "folder", "Chưa rõ", "ghi ra tệp PDF lúc 09:24, không ra giấy"),
        (replace(JOB, state="failed"), "XP-80", "Cần xử lý", "tờ gần nhất chưa in được, 09:24"),
        (replace(JOB, state="unknown"), "XP-80", "Cần xử lý", "tờ gần nhất không rõ đã ra chưa, 09:24"),
        (replace(JOB, state="owed"), "XP-80", "Tốt", "đang in"),
        (
            replace(JOB, state="owed", settled_at=None, owed_at=NOW - timedelta(minutes=3)),
            "XP-80",
            "Cần xử lý",
            "có tờ chờ in từ 09:21",
        ),
    ],
)  # fmt: skip
def test_a_printer(job: PrintJob | None, printer: str, state: str, said: str) -> None:
    face = replace(FACE, printers={"ticket80": printer})
    seen = replace(SEEN, faces=(face,), jobs=(job,) if job is not None else ())
    told = row(seen, "SANH/ticket80")
    assert (told.state.text, told.note) == (state, said)


@pytest.mark.parametrize(
    ("kind", "key"), [("supplement", "SANH/form01"), ("papers80", "SANH/ticket80")]
)
def test_papers_are_told_at_the_printer_they_leave_by(kind: str, key: str) -> None:
    face = replace(FACE, printers={"ticket80": "XP-80", "form01": "LBP6030"})
    older = replace(JOB, id="0", kind=key.partition("/")[2])
    seen = replace(SEEN, faces=(face,), jobs=(replace(JOB, kind=kind, state="failed"), older))
    assert row(seen, key).state.text == "Cần xử lý"
    printers = [one.key for one in derive_devices(seen, sentence) if one.icon == "printer"]
    assert sorted(printers) == ["SANH/form01", "SANH/ticket80"]


def test_a_printer_that_failed_tells_the_cure_in_words() -> None:
    reason = '["printer.failed",{"printer":"XP-80","why":"hết giấy"}]'
    job = replace(JOB, state="failed", reason=reason)
    cure = row(replace(SEEN, jobs=(job,)), "SANH/ticket80").cure
    assert cure == sentence(Refused("printer.failed", printer="XP-80", why="hết giấy"))


@pytest.mark.parametrize(
    ("here", "copied", "state"),
    [
        (True, TODAY, "Tốt"),
        (True, TODAY - timedelta(1), "Cần xử lý"),
        (True, None, "Cần xử lý"),
        (False, None, "Chưa rõ"),
    ],
)
def test_the_copy_of_the_store(here: bool, copied: date | None, state: str) -> None:
    assert row(replace(SEEN, copy_here=here, copied=copied), "copy").state.text == state


def test_what_needs_a_hand_stands_first() -> None:
    lost = replace(FACE, station="QUAY4", face="counter", counter=4, seen_at=NOW - timedelta(1))
    rows = derive_devices(replace(SEEN, faces=(FACE, lost), copied=None), sentence)
    assert [each.state.kind for each in rows][:2] == ["err", "warn"]


@pytest.fixture
def section(desk: AtDesk) -> DevicesSection:
    """A kiosk that lives and a counter that was last heard of half an hour ago."""
    desk.clock.set("2026-11-23T08:54+07:00")
    with desk.store.write(Actor("QUAY4")) as unit:
        tell_alive(unit, Alive("counter", 4, unit.now, {"form01": "Canon"}))
    desk.clock.set("2026-11-23T09:24+07:00")
    with desk.store.write(Actor("SANH")) as unit:
        tell_alive(unit, Alive("citizen", None, unit.now, {"ticket80": "XP-80"}))
    desk.go(8)
    shown = desk.window.section
    assert isinstance(shown, DevicesSection)
    return shown


def test_the_table_and_the_cure(desk: AtDesk, section: DevicesSection) -> None:
    names = [(each.name, each.state.text) for each in section.table.rows_model.rows]
    assert names[0] == ("Quầy 4 · QUAY4", "Mất liên lạc")
    assert ("Ki-ốt · SANH", "Tốt") in names
    assert "Đến xem máy QUAY4" in section.cure.text()
    for width, height in ((1366, 768), (1440, 900), (1920, 1080)):
        desk.window.resize(width, height)
        desk.settle()
        assert clipping.troubles(desk.window) == [], f"{width}×{height}"
    assert seeing.nameless(desk.window) == []
    assert seeing.jumps(desk.window) == []
    assert seeing.faint(desk.window) == []


def test_a_machine_leaves_the_list_only_when_agreed(desk: AtDesk, section: DevicesSection) -> None:
    desk.press(Key.Key_Delete)
    assert desk.question is not None
    assert desk.question.safe == "Giữ lại"
    assert clipping.troubles(desk.window) == []
    desk.press(Key.Key_Return)
    assert len(faces(desk)) == 2
    desk.press(Key.Key_Delete)
    desk.answer("wanted")
    assert [face.station for face in faces(desk)] == ["SANH"]
    assert "QUAY4" in desk.window.told


def test_a_machine_that_lives_cannot_be_taken_off(desk: AtDesk, section: DevicesSection) -> None:
    section.table.choose("SANH/citizen")
    assert "Del" not in desk.bar()
    desk.press(Key.Key_Delete)
    assert desk.question is None


def test_it_notices_that_a_machine_falls_silent(desk: AtDesk, section: DevicesSection) -> None:
    desk.clock.set("2026-11-23T09:26+07:00")
    desk.second(10)
    states = {each.key: each.state.text for each in section.table.rows_model.rows}
    assert states["SANH/citizen"] == "Mất liên lạc"


def faces(desk: AtDesk) -> tuple[Presence, ...]:
    with desk.store.read() as unit:
        return presences(unit)


def test_a_kiosk_that_calls_for_staff_stands_first() -> None:
    kiosk = replace(FACE, station="KIOSK1", face="citizen", counter=None)
    call = StaffCall("1", "KIOSK1", "paper", "HT-021", NOW)
    rows = derive_devices(replace(SEEN, faces=(FACE, kiosk), calls=(call,)), sentence)
    assert (rows[0].name, rows[0].note) == ("Ki-ốt · KIOSK1", "gọi cán bộ từ 09:24")
    assert rows[0].state.kind == "warn"
    assert "máy in hết giấy" in rows[0].cure
