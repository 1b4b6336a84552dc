"""Looking at an import before it is written, and writing exactly what was shown."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from kiosk.catalogue.corrections import CorrectProcedure, correct_procedure
from kiosk.catalogue.importing import ImportStep, import_catalogue, import_steps
from kiosk.catalogue.listing import catalogue_mark, known_procedures, procedure_seen
from kiosk.catalogue.previewing import ImportPreview, preview_import, preview_steps
from kiosk.catalogue.stepping import go_through
from kiosk.ids import new_id
from kiosk.refusal import Refused
from kiosk.storage.schema import audit_line, procedure, procedure_source
from kiosk.storage.store import Store
from tests.fixtures.procedures import line, method, record, write_json, write_lines
from tests.fixtures.store import OFFICER

ONE, TWO, THREE = "1.900001", "1.900002", "1.900003"


def counted(store: Store) -> list[int]:
    with store.read() as unit:
        return [
            int(unit.conn.execute(select(func.count()).select_from(table)).scalar_one())
            for table in (procedure, procedure_source, audit_line)
        ]


def codes(preview: ImportPreview) -> tuple[list[str], list[str]]:
    return [one.code for one in preview.new], [one.code for one in preview.changed]


def test_a_preview_tells_all_and_writes_nothing(store: Store, tmp_path: Path) -> None:
    old = write_lines(
        tmp_path / "old.jsonl", line(ONE, "Tên cũ"), line(TWO, "Như cũ"), line(THREE, "Khác")
    )
    import_catalogue(store, [old], OFFICER)
    before = counted(store)
    folder = tmp_path / "new"
    write_lines(
        folder / "a.jsonl", line(ONE, "Tên mới"), line(TWO, "Như cũ"), line("1.900004", "Thêm"), "{dở"
    )  # fmt: skip
    seen = preview_import(store, [folder])
    assert codes(seen) == (["1.900004"], [ONE])
    assert (seen.new[0].name, seen.changed[0].name) == ("Thêm", "Tên mới")
    assert seen.changed[0].parts == ("name",)
    assert (seen.read, seen.same, seen.unnamed, seen.complete) == (3, 1, 1, True)
    assert [one.where for one in seen.unreadable] == ["a.jsonl:4"]
    assert counted(store) == before


def test_several_sources_of_one_procedure_count_once(store: Store, tmp_path: Path) -> None:
    import_catalogue(store, [write_lines(tmp_path / "a.jsonl", line(ONE, "Một"))], OFFICER)
    write_lines(tmp_path / "in" / "a.jsonl", line(ONE, "Hai"), line(TWO, "Dòng"))
    write_json(tmp_path / "in" / "b.json", record(ONE, "Ba", executionMethods=[method(time=9)]))
    write_json(tmp_path / "in" / "c.json", record(TWO, "Bản ghi"))
    seen = preview_import(store, [tmp_path / "in"])
    assert codes(seen) == ([TWO], [ONE])
    assert seen.new[0].name == "Bản ghi"
    assert seen.changed[0].name == "Ba"
    assert set(seen.changed[0].parts) >= {"name", "limit", "papers"}


def test_what_the_office_corrected_does_not_change(store: Store, tmp_path: Path) -> None:
    import_catalogue(store, [write_lines(tmp_path / "a.jsonl", line(ONE, "Một"))], OFFICER)
    store.do(correct_procedure, CorrectProcedure(ONE, "name", "Tên của văn phòng"), OFFICER)
    seen = preview_import(store, [write_lines(tmp_path / "b.jsonl", line(ONE, "Hai"))])
    assert codes(seen) == ([], [ONE])
    assert (seen.changed[0].name, seen.changed[0].parts) == ("Tên của văn phòng", ())


def test_what_was_shown_is_written_and_nothing_else(store: Store, tmp_path: Path) -> None:
    file = write_lines(tmp_path / "a.jsonl", line(ONE, "Một"))
    seen = preview_import(store, [file])
    write_lines(file, line(ONE, "Đã đổi"))
    before = counted(store)
    with pytest.raises(Refused, match=r"import\.other_files"):
        go_through(import_steps(store, [file], OFFICER, new_id(), content=seen.content))
    assert counted(store) == before
    write_lines(file, line(ONE, "Một"))
    done = go_through(import_steps(store, [file], OFFICER, new_id(), content=seen.content))
    assert (done.new, done.complete) == (1, True)


def test_steps_tell_how_far_and_stop_between_batches(store: Store, tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", *(line(f"1.900{n:03}", f"Tên {n}") for n in range(130)))
    stopped = False
    steps = import_steps(store, [tmp_path], OFFICER, new_id(), stop=lambda: stopped)
    first = next(steps)
    assert first == ImportStep(read=first.read, new=40, changed=0)
    assert counted(store)[0] == 40
    stopped = True
    done = go_through(steps)
    assert (done.new, done.complete) == (40, False)
    assert preview_import(store, [tmp_path]).same == 40


def test_a_preview_can_be_stopped(store: Store, tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", *(line(f"1.900{n:03}", f"Tên {n}") for n in range(90)))
    steps = preview_steps(store, [tmp_path], lambda: True)
    assert not go_through(steps).complete


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[1, 2", b"\x00\x01", b"[]"])
def test_a_bad_file_is_told_and_harms_nothing(store: Store, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(content)
    seen = preview_import(store, [file])
    assert codes(seen) == ([], [])
    assert len(seen.unreadable) == (0 if content == b"[]" else 1)


def test_a_missing_path_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"import\.missing"):
        preview_import(store, [tmp_path / "không có"])


_FILES = st.lists(st.tuples(st.integers(1, 6), st.integers(1, 3), st.booleans()), max_size=12)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(first=_FILES, second=_FILES)
def test_an_import_does_what_its_preview_told(
    store: Store, tmp_path: Path, first: list[Any], second: list[Any]
) -> None:
    for number, wanted in enumerate((first, second)):
        lines = [
            (record if whole else line)(f"1.90000{code}", f"Tên {name}")
            for code, name, whole in wanted
        ]
        file = write_lines(tmp_path / f"{number}.jsonl", *lines)
        seen = preview_import(store, [file])
        done = import_catalogue(store, [file], OFFICER)
        assert (done.read, done.new, done.changed) == (seen.read, len(seen.new), len(seen.changed))
        assert done.unreadable == seen.unreadable
        with store.read() as unit:
            told = {one.code: one.name for one in known_procedures(unit)}
        assert all(told[one.code] == one.name for one in (*seen.new, *seen.changed))


def test_the_mark_changes_with_the_list(store: Store, tmp_path: Path) -> None:
    def mark() -> str:
        with store.read() as unit:
            return catalogue_mark(unit)

    marks = [mark()]
    import_catalogue(store, [write_lines(tmp_path / "a.jsonl", line(ONE, "Một"))], OFFICER)
    marks.append(mark())
    store.do(correct_procedure, CorrectProcedure(ONE, "note", "Ghi chú"), OFFICER)
    marks.append(mark())
    assert len(set(marks)) == 3
    assert mark() == marks[-1]
    with store.read() as unit:
        assert [one.corrected for one in known_procedures(unit)] == [True]
        seen = procedure_seen(unit, ONE)
    assert (seen.now.note, seen.announced.note) == ("Ghi chú", "")
    assert [(one.part, one.by) for one in seen.corrections] == [("note", "Lê Minh Mẫu")]


@pytest.mark.parametrize("envelope", [False, True])
def test_a_list_is_read_record_by_record(store: Store, tmp_path: Path, envelope: bool) -> None:
    listed: list[Any] = [line(ONE, "Một"), "chữ", line(TWO, "Hai")]
    file = write_json(tmp_path / "a.json", {"data": listed} if envelope else listed)
    seen = preview_import(store, [file])
    assert codes(seen)[0] == [ONE, TWO]
    assert [one.where for one in seen.unreadable] == ["a.json[2]"]
