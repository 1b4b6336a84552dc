"""The register of a year: order of entry, no gap, what stands in each column, volumes, closing."""

from typing import Any

import pytest
from sqlalchemy import event, text

from kiosk.clock import parse_moment
from kiosk.dossiers import register
from kiosk.dossiers.handing_over import HandOver, hand_over
from kiosk.dossiers.letters import RegisterHead, RegisterLine
from kiosk.dossiers.life import MoveDossier, mark_ready, return_result
from kiosk.dossiers.model import Act, Receiver
from kiosk.dossiers.register import (
    HOW_WORDS,
    RegisterWish,
    register_heads,
    register_lines,
    register_note,
)
from kiosk.dossiers.returning import ReturnResult
from kiosk.office.model import Office
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from tests.dossiers.acting import do
from tests.fixtures.dossiers import BUILDING, receive
from tests.fixtures.store import OFFICER, SteppingClock

YEAR = RegisterWish(2026)
BUILDERS = "Bộ phận chuyên môn lĩnh vực Xây dựng"
GIVEN_TO: dict[Receiver, dict[str, Any]] = {
    Receiver.APPLICANT: {},
    Receiver.SUBMITTER: {},
    Receiver.REPRESENTATIVE: {
        "name": "Trần Thị Bình",
        "id_number": "038190001234",
        "authorized": True,
    },
    Receiver.POST: {"address": "Số 5 Lê Lợi"},
}


def lines_of(store: Store, wish: RegisterWish = YEAR) -> list[RegisterLine]:
    with store.read() as unit:
        return list(register_lines(unit, wish))


def heads_of(store: Store, wish: RegisterWish = YEAR) -> tuple[RegisterHead, ...]:
    with store.read() as unit:
        return register_heads(unit, wish)


def entries_per_volume(store: Store, count: int) -> None:
    with store.engine.begin() as conn:
        changed = conn.execute(
            text(
                "UPDATE office SET revision = revision + 1,"
                " rules = json_set(rules, '$.entries_per_volume', :count)"
            ),
            {"count": count},
        )
        assert changed.rowcount == 1


def many(store: Store, count: int, year: int = 2026) -> None:
    """So many dossiers as the first one of the store, made by the store itself."""
    with store.engine.begin() as conn:
        conn.execute(text("UPDATE dossier SET register_entry = 1"))
        names = [row[1] for row in conn.execute(text("PRAGMA table_info(dossier)"))]
        given = {
            "id": "printf('%036d', n.value)",
            "code": "'H99.12.08-261123-' || printf('%05d', n.value)",
            "register_year": str(year),
            "register_entry": "n.value",
            "register_volume": "(n.value - 1) / 1000 + 1",
        }
        taken = ", ".join(given.get(name, f"dossier.{name}") for name in names)
        conn.execute(
            text(
                "WITH RECURSIVE n(value) AS"
                " (SELECT 2 UNION ALL SELECT value + 1 FROM n WHERE value < :count)"
                f" INSERT INTO dossier ({', '.join(names)})"
                f" SELECT {taken} FROM n, (SELECT * FROM dossier LIMIT 1) AS dossier"
            ),
            {"count": count},
        )


def test_entries_stand_in_order_without_a_gap_year_by_year(
    dossier_store: Store, clock: SteppingClock
) -> None:
    codes = []
    for at in ("2026-12-30T09:00+07:00", "2026-12-31T23:59+07:00", "2027-01-01T00:00+07:00"):
        clock.set(at)
        codes += [receive(dossier_store).code for _ in range(3)]
        with pytest.raises(Refused):
            receive(dossier_store, applicant={"id_number": "001203004567", "sex": "neither"})
    assert [(line.entry, line.code) for line in lines_of(dossier_store)] == list(
        enumerate(codes[:6], start=1)
    )
    next_year = lines_of(dossier_store, RegisterWish(2027))
    assert [(line.entry, line.code) for line in next_year] == list(enumerate(codes[6:], start=1))


def test_a_line_says_what_the_form_asks(dossier_store: Store, clock: SteppingClock) -> None:
    code = receive(dossier_store, sets=2, note="Nộp thêm bản sao").code
    (line,) = lines_of(dossier_store)
    assert line == RegisterLine(
        volume=1,
        entry=1,
        code=code,
        procedure_name="Cấp Giấy xác nhận tình trạng hôn nhân",
        sets=2,
        applicant_name="Nguyễn Văn An",
        address="Số 12, đường Hoa Sen",
        phone="0912 345 678",
        agency_name="Bộ phận chuyên môn lĩnh vực Hộ tịch",
        received_at=parse_moment("2026-11-23T09:24+07:00"),
        due_at=parse_moment("2026-11-27T17:00+07:00"),
        returned_at=None,
        received_how="",
        note="Nộp thêm bản sao",
    )
    clock.set("2026-11-25T10:00+07:00")
    dossier_store.do(mark_ready, MoveDossier(code), OFFICER)
    assert lines_of(dossier_store) == [line]


def test_the_agency_is_the_one_it_was_handed_to_last(dossier_store: Store) -> None:
    code = receive(dossier_store).code
    dossier_store.do(hand_over, HandOver((code,), "Phòng Văn hóa – Xã hội"), OFFICER)
    assert lines_of(dossier_store)[0].agency_name == "Phòng Văn hóa – Xã hội"
    do(dossier_store, Act.TAKE_OVER, code)
    do(dossier_store, Act.READY, code)
    assert lines_of(dossier_store)[0].agency_name == "Phòng Tư pháp"


def test_a_correction_keeps_both_days_of_handing_out(
    dossier_store: Store, clock: SteppingClock
) -> None:
    code = receive(dossier_store).code
    for at, act in (("25", Act.READY), ("25", Act.RETURN), ("26", Act.CORRECT)):
        clock.set(f"2026-11-{at}T10:00+07:00")
        do(dossier_store, act, code)
    (line,) = lines_of(dossier_store)
    assert line.returned_at is None
    assert line.note.startswith("Đang sửa kết quả; ")
    assert line.note.endswith("; Trả lần đầu: 25/11/2026")
    for at, act in (("27", Act.READY), ("28", Act.RETURN)):
        clock.set(f"2026-11-{at}T10:00+07:00")
        do(dossier_store, act, code)
    (line,) = lines_of(dossier_store)
    assert line.returned_at == parse_moment("2026-11-28T10:00+07:00")
    assert line.note.endswith("Trả lần đầu: 25/11/2026")


@pytest.mark.parametrize("to", Receiver)
def test_how_the_result_was_received(
    dossier_store: Store, clock: SteppingClock, to: Receiver
) -> None:
    code = receive(dossier_store, submitter={"name": "Lê Văn Nộp"}).code
    dossier_store.do(mark_ready, MoveDossier(code), OFFICER)
    clock.set("2026-11-27T08:05+07:00")
    dossier_store.do(return_result, ReturnResult(code, to, **GIVEN_TO[to]), OFFICER)
    (line,) = lines_of(dossier_store)
    assert line.returned_at == parse_moment("2026-11-27T08:05+07:00")
    assert line.received_how == HOW_WORDS[to]
    assert line.note == ("Người nhận: Trần Thị Bình" if to is Receiver.REPRESENTATIVE else "")
    assert "038190001234" not in repr(line)


def test_every_way_to_receive_has_words_of_its_own() -> None:
    assert set(HOW_WORDS) == set(Receiver)
    assert len(set(HOW_WORDS.values())) == len(Receiver)


def test_the_day_first_appointed_is_kept_where_another_took_its_place() -> None:
    first, then = (parse_moment(f"{day}T17:00+07:00") for day in ("2026-11-27", "2026-12-01"))
    plain = register_note("", due_at=first, first_due_at=first, representative="")
    assert plain == ""
    said = register_note("Gấp", due_at=then, first_due_at=first, representative="Trần Thị Bình")
    assert said == "Gấp; Hẹn lần đầu: 27/11/2026; Người nhận: Trần Thị Bình"


def test_one_field_keeps_its_entries(dossier_store: Store) -> None:
    for _ in range(2):
        receive(dossier_store)
        receive(dossier_store, procedure=BUILDING, case="NO", papers=[])
    for said in ("XD", "xd", "xay dung", "Xây dựng"):
        lines = lines_of(dossier_store, RegisterWish(2026, said))
        assert [(line.entry, line.agency_name) for line in lines] == [
            (2, BUILDERS),
            (4, BUILDERS),
        ]
    (head,) = heads_of(dossier_store, RegisterWish(2026, "XD"))
    assert (head.field_name, head.first_entry, head.last_entry) == ("Xây dựng", 2, 4)
    assert (head.count, head.year_count) == (2, 2)


def test_a_field_that_is_served_no_more_keeps_its_register(dossier_store: Store) -> None:
    receive(dossier_store)
    with dossier_store.engine.begin() as conn:
        conn.execute(text("UPDATE service_field SET active = 0 WHERE prefix = 'HT'"))
        conn.execute(text("UPDATE office SET revision = revision + 1"))
    assert len(lines_of(dossier_store, RegisterWish(2026, "HT"))) == 1


@pytest.mark.parametrize(
    ("wish", "code", "details"),
    [
        (RegisterWish(2025), "register.empty", {"year": 2025}),
        (RegisterWish(2026, "CT"), "register.empty_field", {"year": 2026, "field": "Chứng thực"}),
        (
            RegisterWish(2026, "Không có"),
            "field.unknown",
            {"said": "Không có", "known": ["Hộ tịch", "Chứng thực", "Xây dựng"]},
        ),
    ],
)
def test_nothing_entered_is_a_sentence(
    dossier_store: Store, wish: RegisterWish, code: str, details: dict[str, object]
) -> None:
    receive(dossier_store)
    with pytest.raises(Refused) as refused:
        heads_of(dossier_store, wish)
    assert (refused.value.code, refused.value.details) == (code, details)


def test_the_cover_tells_the_office_and_the_year(dossier_store: Store) -> None:
    receive(dossier_store)
    assert heads_of(dossier_store) == (
        RegisterHead(
            profile="ND118_2025",
            office_parent="Ủy ban nhân dân phường Thử Nghiệm",
            office_name="Trung tâm Phục vụ hành chính công phường Thử Nghiệm",
            place="Thử Nghiệm",
            year=2026,
            volume=1,
            first_entry=1,
            last_entry=1,
            count=1,
            year_count=1,
            last=True,
            closed_on=None,
            printed_at=parse_moment("2026-11-23T09:24+07:00"),
            field_name="",
            sample=True,
        ),
    )


def test_the_register_is_closed_with_its_year(dossier_store: Store, clock: SteppingClock) -> None:
    receive(dossier_store)
    clock.set("2026-12-31T23:59+07:00")
    assert heads_of(dossier_store)[0].closed_on is None
    clock.set("2027-01-01T00:00+07:00")
    assert heads_of(dossier_store)[0].closed_on == parse_moment("2026-12-31T00:00+07:00")


def test_volumes_hold_a_thousand_entries_that_run_on(dossier_store: Store) -> None:
    receive(dossier_store)
    many(dossier_store, 2345)
    heads = heads_of(dossier_store)
    told = [(one.volume, one.first_entry, one.last_entry, one.count, one.last) for one in heads]
    assert told == [
        (1, 1, 1000, 1000, False),
        (2, 1001, 2000, 1000, False),
        (3, 2001, 2345, 345, True),
    ]
    assert {one.year_count for one in heads} == {2345}
    with dossier_store.read() as unit:
        volumes = [list(register_lines(unit, YEAR, head)) for head in heads]
    whole = lines_of(dossier_store)
    assert [line for volume in volumes for line in volume] == whole
    assert [line.entry for line in whole] == list(range(1, 2346))
    assert all(line.volume == (line.entry - 1) // 1000 + 1 for line in whole)


def test_an_office_may_change_how_much_a_volume_holds(dossier_store: Store) -> None:
    entries_per_volume(dossier_store, 2)
    for _ in range(3):
        receive(dossier_store)
    entries_per_volume(dossier_store, 100)
    receive(dossier_store)
    heads = heads_of(dossier_store)
    assert [(one.volume, one.count) for one in heads] == [(1, 3), (2, 1)]
    with dossier_store.read() as unit:
        volumes = [[line.entry for line in register_lines(unit, YEAR, one)] for one in heads]
    assert volumes == [[1, 2, 4], [3]]


def test_a_volume_follows_the_decree_of_its_first_dossier(dossier_store: Store) -> None:
    entries_per_volume(dossier_store, 2)
    for _ in range(4):
        receive(dossier_store)
    with dossier_store.engine.begin() as conn:
        conn.execute(
            text("UPDATE dossier SET legal_profile = 'ND61_2018' WHERE register_entry < 2")
        )
    assert [one.profile for one in heads_of(dossier_store)] == ["ND61_2018", "ND118_2025"]


def test_the_lines_are_read_as_they_are_asked_for(
    dossier_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    receive(dossier_store)
    many(dossier_store, 300)
    made: list[int] = []
    made_by = register._line

    def counted(row: Any, office: Office) -> RegisterLine:
        made.append(row.register_entry)
        return made_by(row, office)

    monkeypatch.setattr(register, "_line", counted)
    asked: list[Any] = []
    with dossier_store.read() as unit:
        event.listen(unit.conn, "before_cursor_execute", lambda *told: asked.append(told[4]))
        lines = register_lines(unit, YEAR)
        first = next(lines)
        assert (first.entry, made) == (1, [1])
        lines.close()
    assert [one.execution_options["yield_per"] for one in asked] == [register.AT_A_TIME]


def test_the_index_gives_the_order(dossier_store: Store) -> None:
    receive(dossier_store)
    with dossier_store.read() as unit:
        asked = register._LINES.params(office=unit.office_id, the_year=2026)
        said = asked.compile(unit.conn, compile_kwargs={"literal_binds": True}).string
        steps = [row[3] for row in unit.conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}")]
    assert "register_year=?" in steps[0]
    assert [step for step in steps if "SCAN" in step or "TEMP B-TREE" in step] == []
