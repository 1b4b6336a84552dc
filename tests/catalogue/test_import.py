"""Importing files and folders: what is read, what is told, and that nothing is lost or doubled."""

import os
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from kiosk.catalogue.importing import CatalogueImported, import_catalogue
from kiosk.catalogue.reading import counts_by_field, procedure, raw_sources
from kiosk.catalogue.search import search
from kiosk.ids import new_id
from kiosk.refusal import Refused
from kiosk.storage.schema import audit_line, procedure_source
from kiosk.storage.store import Store
from tests.fixtures.procedures import data, line, record, write_json, write_lines
from tests.fixtures.store import OFFICER


def take_in(store: Store, *paths: Path, **how: Any) -> CatalogueImported:
    return import_catalogue(store, paths, OFFICER, **how)


def told(imported: CatalogueImported) -> dict[str, str]:
    return {one.where: one.why for one in imported.unreadable}


def test_lines_and_records_become_one_procedure(store: Store, tmp_path: Path) -> None:
    lines = write_lines(
        tmp_path / "catalog.jsonl", line("1.900001", "Cấp giấy thử"), line("1.900002", "Đổi giấy")
    )
    write_json(tmp_path / "details" / "1.900001.json", record("1.900001", "Thủ tục cấp giấy thử"))
    imported = take_in(store, lines, tmp_path / "details")
    assert imported == CatalogueImported(read=3, new=2, changed=0, unreadable=())
    with store.read() as unit:
        both, bare = procedure(unit, "1.900001"), procedure(unit, "1.900002")
        assert both.name == "Thủ tục cấp giấy thử"
        assert both.sources == ("record", "catalogue")
        assert both.papers[0].name == "Tờ khai theo mẫu"
        assert (bare.sources, bare.papers) == (("catalogue",), ())
        assert (bare.field_prefix, bare.offered) == ("HT", False)
        assert set(raw_sources(unit, "1.900001")) == {"record", "catalogue"}


def test_the_raw_text_is_kept_untouched(store: Store, tmp_path: Path) -> None:
    raw = '{"name":  "Tên\\tlạ", "code":"1.900003", "x": [1, 2.50]}'
    take_in(store, write_lines(tmp_path / "a.jsonl", raw))
    with store.read() as unit:
        assert raw_sources(unit, "1.900003") == {"catalogue": raw}


def test_the_same_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", *(line(f"1.9000{n:02}", f"Tên {n}") for n in range(60)))
    write_json(tmp_path / "b.json", record("1.900001", "Tên khác"))
    assert take_in(store, tmp_path).new == 60
    with store.read() as unit:
        before = [tuple(row) for row in unit.rows(select(procedure_source))]
        audited = unit.conn.execute(select(func.count()).select_from(audit_line)).scalar()
    assert take_in(store, tmp_path) == CatalogueImported(read=61, new=0, changed=0, unreadable=())
    with store.read() as unit:
        assert [tuple(row) for row in unit.rows(select(procedure_source))] == before
        assert unit.conn.execute(select(func.count()).select_from(audit_line)).scalar() == audited


def test_other_spacing_and_key_order_are_the_same_content(store: Store, tmp_path: Path) -> None:
    take_in(store, write_lines(tmp_path / "a.jsonl", '{"code": "1.900001", "name": "Tên"}'))
    again = take_in(store, write_lines(tmp_path / "a.jsonl", '{"name":"Tên","code":"1.900001"}'))
    assert (again.new, again.changed) == (0, 0)


def test_changed_content_changes_the_procedure(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    take_in(store, write_json(file, record("1.900001", "Tên cũ")))
    imported = take_in(store, write_json(file, record("1.900001", "Tên mới")))
    assert (imported.new, imported.changed) == (0, 1)
    with store.read() as unit:
        assert procedure(unit, "1.900001").name == "Tên mới"
        assert [one.code for one in search(unit, "tên mới")] == ["1.900001"]
        assert search(unit, "tên cũ") == ()


def test_a_bare_line_empties_nothing_known_from_elsewhere(store: Store, tmp_path: Path) -> None:
    take_in(store, write_json(tmp_path / "a.json", record("1.900001", "Cấp giấy thử")))
    take_in(store, write_lines(tmp_path / "b.jsonl", line("1.900001", "Cấp giấy thử", x=1)))
    with store.read() as unit:
        kept = procedure(unit, "1.900001")
    assert kept.papers
    assert kept.channels


def test_the_same_request_gives_the_same_answer(store: Store, tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", *(line(f"1.9000{n:02}", f"Tên {n}") for n in range(50)))
    request = new_id()
    first = take_in(store, tmp_path, request_id=request)
    assert take_in(store, tmp_path, request_id=request) == first
    assert first.new == 50


def test_an_import_can_be_stopped_and_taken_up_again(store: Store, tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", *(line(f"1.900{n:03}", f"Tên {n}") for n in range(130)))
    progress: list[int] = []
    stopped = take_in(store, tmp_path, progress=progress.append, stop=lambda: len(progress) == 2)
    assert not stopped.complete
    assert 0 < stopped.new < 130
    assert take_in(store, tmp_path).new == 130 - stopped.new
    assert progress == sorted(progress)


def test_odd_places_are_told_and_the_rest_goes_on(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write_lines(
        folder / "lines.jsonl",
        line("1.900001", "Một"),
        '{"code": "1.900002", "name": "Dở da',
        {"name": "Không mã"},
        {"code": "1.900004", "name": " "},
        "[1, 2]",
        '"chữ"',
        "",
        {"code": "9" * 41, "name": "Mã dài"},
        line("1.900009", "Chín"),
    )
    write_json(folder / "refused.json", {"code": "ERR_404", "message": "Không thấy", "data": None})
    write_json(folder / "list.json", [data("1.900010", "Mười"), 5, line("1.900011", "Mười một")])
    (folder / "half.json").write_text('{"code": "OK", "data": {', encoding="utf-8")
    (folder / "empty.json").write_text(" \n", encoding="utf-8")
    (folder / "empty.jsonl").write_text("", encoding="utf-8")
    (folder / "deep.json").write_text("[" * 100_000, encoding="utf-8")
    (folder / "latin.json").write_bytes('{"code":"1.9","name":"Tên"}'.encode("utf-16"))
    (folder / "tcvn.jsonl").write_bytes(b'{"code": "1.900020", "name": "T\xean"}\n')
    (folder / "notes.txt").write_text("không phải dữ liệu", encoding="utf-8")
    imported = take_in(store, folder)
    assert (imported.read, imported.new) == (4, 4)
    why = told(imported)
    assert set(why) == {
        "lines.jsonl:2",
        "lines.jsonl:3",
        "lines.jsonl:4",
        "lines.jsonl:5[1]",
        "lines.jsonl:5[2]",
        "lines.jsonl:6",
        "lines.jsonl:8",
        "refused.json",
        "list.json[2]",
        "half.json",
        "empty.json",
        "empty.jsonl",
        "deep.json",
        "latin.json",
        "tcvn.jsonl:1",
    }
    assert "dở dang" in why["lines.jsonl:2"]
    assert "không có mã" in why["lines.jsonl:3"]
    assert "không có tên" in why["lines.jsonl:4"]
    assert "Không thấy" in why["refused.json"]
    assert "không phải dữ liệu JSON" in why["half.json"]
    assert "UTF-8" in why["latin.json"]
    assert all(sentence.endswith(".") for sentence in why.values())


def test_a_named_file_of_any_ending_is_tried(store: Store, tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("ghi chú", encoding="utf-8")
    assert "JSON" in told(take_in(store, text))["notes.txt"]
    (tmp_path / "bom.json").write_bytes(b"\xef\xbb\xbf" + b'{"code": "1.900001", "name": "A"}')
    assert take_in(store, tmp_path / "bom.json").new == 1


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes among the files")
def test_what_is_no_file_is_not_waited_for(store: Store, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    assert list(told(take_in(store, tmp_path / "pipe.json"))) == ["pipe.json"]


def test_an_empty_folder_is_told(store: Store, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    assert list(told(take_in(store, tmp_path / "in"))) == ["in"]


def test_a_missing_path_is_refused_before_anything_is_read(store: Store, tmp_path: Path) -> None:
    there = write_lines(tmp_path / "a.jsonl", line("1.900001", "Một"))
    with pytest.raises(Refused, match=r"import\.missing"):
        take_in(store, there, tmp_path / "gone.json")
    with store.read() as unit:
        assert search(unit, "một") == ()


def test_two_contents_of_one_code_in_one_import(store: Store, tmp_path: Path) -> None:
    file = write_lines(
        tmp_path / "a.jsonl",
        line("1.900001", "Trước"),
        line("1.900001", "Trước"),
        line("1.900001", "Sau"),
    )
    for new in (1, 0):
        imported = take_in(store, file)
        assert (imported.new, imported.changed) == (new, 0)
        assert list(told(imported)) == ["a.jsonl:3"]
        assert "a.jsonl:1" in told(imported)["a.jsonl:3"]
    with store.read() as unit:
        assert procedure(unit, "1.900001").name == "Trước"


def test_a_code_with_spaces_is_trimmed(store: Store, tmp_path: Path) -> None:
    file = write_lines(tmp_path / "a.jsonl", line(" 1.900001\n", "Một"))
    for new in (1, 0):
        assert take_in(store, file) == CatalogueImported(read=1, new=new, changed=0, unreadable=())
    with store.read() as unit:
        assert procedure(unit, "1.900001").name == "Một"
        assert procedure(unit, " 1.900001 ").name == "Một"


def test_a_code_with_spaces_that_is_another_procedures_keeps_them(
    store: Store, tmp_path: Path
) -> None:
    """As ``1.014325`` on the portal: two procedures of two provinces."""
    file = write_lines(
        tmp_path / "a.jsonl",
        line(" 1.900001", "Của tỉnh này", id="a"),
        line("1.900001", "Của tỉnh kia", id="b"),
    )
    for new in (2, 0):
        imported = take_in(store, file)
        assert (imported.read, imported.new, imported.changed) == (2, new, 0)
        assert list(told(imported)) == ["a.jsonl:1"]
    with store.read() as unit:
        assert procedure(unit, "1.900001").name == "Của tỉnh kia"
        assert procedure(unit, " 1.900001").name == "Của tỉnh này"
        assert [one.code for one in search(unit, "1.900001")] == ["1.900001", " 1.900001"]


def test_handwritten_tables_are_read_and_filed(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(
        '[[procedure]]\ncode = "1.900001"\nname = "Việc riêng"\nfield = "XD"\n'
        '[[procedure.channels]]\nchannel = "direct"\nlimit = "3wd"\n'
        '[[procedure.channels]]\nchannel = "direct"\nlimit = "ba ngày"\n',
        encoding="utf-8",
    )
    imported = take_in(store, file)
    assert [one.where for one in imported.unreadable] == ["own.toml[1]: Thời hạn giải quyết"]
    with store.read() as unit:
        kept = procedure(unit, "1.900001")
        assert (kept.field_prefix, kept.offered) == ("XD", False)
        assert [(one.prefix, one.known) for one in counts_by_field(unit)] == [
            ("HT", 0),
            ("CT", 0),
            ("XD", 1),
        ]
    (tmp_path / "bad.toml").write_text("[[procedure]\n", encoding="utf-8")
    assert "TOML" in told(take_in(store, tmp_path / "bad.toml"))["bad.toml"]


def test_odd_codes_of_one_number_keep_their_own_rank(store: Store, tmp_path: Path) -> None:
    codes = ["1.900001-Xoa", "1.900001-xoa2", "1.9000011", "1.9000012", "A1900001", "x"]
    take_in(store, write_lines(tmp_path / "a.jsonl", *(line(code, "Cùng tên") for code in codes)))
    with store.read() as unit:
        assert {one.code for one in search(unit, "cùng tên")} == set(codes)
