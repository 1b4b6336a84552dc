"""The register and the hand-over list as spreadsheets, read back from their XML."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kiosk.dossiers.letters import RegisterLine
from kiosk.printing import ledger_sheets
from kiosk.printing.ledger_sheets import handover_sheet, register_sheet
from kiosk.printing.ledger_text import register_text
from kiosk.printing.spreadsheet import MOST_LETTERS
from kiosk.refusal import Refused
from tests.printing.ledger_kit import LIST_LINE, Book, handover, head, line, many_lines

TABLE = 3
"""The row of the heads; the lines follow."""

HEADS = [
    "Quyển số",
    "TT",
    "Mã hồ sơ",
    "Tên thủ tục hành chính",
    "Số lượng hồ sơ (bộ)",
    "Tên cá nhân, tổ chức",
    "Địa chỉ",
    "Số điện thoại",
    "Cơ quan chủ trì giải quyết",
    "Ngày nhận hồ sơ",
    "Ngày hẹn trả kết quả",
    "Ngày trả kết quả",
    "Phương thức nhận kết quả",
    "Ghi chú",
]
NOTE = len(HEADS) - 1


def book(folder: Path, *lines: RegisterLine, **changes: Any) -> Book:
    file = folder / "register.xlsx"
    register_sheet(file, head(**changes), lines or [line()])
    return Book(file)


def serial(moment: datetime) -> float:
    """A moment as spreadsheets count it: days since the end of 1899, on the wall clock."""
    wall = moment.astimezone(UTC) + timedelta(hours=7)
    return (wall.replace(tzinfo=None) - datetime(1899, 12, 30)) / timedelta(days=1)  # noqa: DTZ001


def test_a_line_keeps_days_and_numbers_as_such(tmp_path: Path) -> None:
    one = line(sets=3, entry=1186, volume=2)
    made = book(tmp_path, one)
    rows = made.rows()
    assert rows[TABLE] == HEADS
    told = rows[TABLE + 1]
    assert told[:9] == [
        2,
        1186,
        "H99.12.08-261123-0042",
        "Cấp Giấy xác nhận tình trạng hôn nhân",
        3,
        "Nguyễn Văn An",
        "Số 12, đường Hoa Sen, tổ 4, phường An Bình",
        "0912 345 678",
        "Hộ tịch",
    ]
    moments = [one.received_at, one.due_at, one.returned_at]
    assert told[9:12] == [pytest.approx(serial(at), abs=1e-6) for at in moments if at]
    assert told[12:] == ["Qua bưu chính", "Nộp thêm bản sao"]
    assert made.number_format(TABLE + 1, 9) == "dd/mm/yyyy hh:mm"
    assert made.number_format(TABLE + 1, 1) == "00"


def test_what_is_not_yet_is_an_empty_cell(tmp_path: Path) -> None:
    made = book(tmp_path, line(due_at=None, returned_at=None, received_how="", note=""))
    assert made.rows()[TABLE + 1][10:] == [None, None, None, None]


@pytest.mark.parametrize(
    "said",
    [
        '=HYPERLINK("https://example.org","Mở")',
        "+84912345678",
        "-1+2",
        "@SUM(A1:A9)",
        "\t=1+1",
        "{=1+1}",
        "https://example.org",
        "00123",
        "1/2",
        "<b>&amp;</b>",
        "_x0041_",
        " lề trái",
    ],
)
def test_a_text_stays_a_text(tmp_path: Path, said: str) -> None:
    made = book(tmp_path, line(note=said, applicant_name=said))
    row = TABLE + 1
    assert str(made.rows()[row][NOTE]).replace("_x005F_", "_") == said
    assert made.all("f") == []
    assert made.all("hyperlink") == []
    assert made.cell(row, NOTE).get("t") == "inlineStr"
    quoted = made.style(row, NOTE).get("quotePrefix") == "1"
    assert quoted == (said.strip()[0] in "=+-@")


def test_letters_that_no_file_can_hold_are_left_out(tmp_path: Path) -> None:
    made = book(tmp_path, line(note="a\x00b\x0bc\ufffe\ufffed", address="x" * (MOST_LETTERS + 9)))
    told = made.rows()[TABLE + 1]
    assert told[NOTE] == "abcd"
    assert told[6] == "x" * (MOST_LETTERS - 1) + "…"


def test_the_sheet_is_ready_to_read_and_to_print(tmp_path: Path) -> None:
    made = book(tmp_path, *many_lines(3))
    (pane,) = made.all("pane")
    assert (pane.get("ySplit"), pane.get("state")) == (str(TABLE + 1), "frozen")
    (setup,) = made.all("pageSetup")
    assert (setup.get("paperSize"), setup.get("orientation")) == ("9", "landscape")
    assert setup.get("fitToHeight") == "0"
    assert made.defined()["_xlnm.Print_Titles"].endswith(f"!${TABLE + 1}:${TABLE + 1}")
    (filtered,) = made.all("autoFilter")
    assert filtered.get("ref") == f"A{TABLE + 1}:N{TABLE + 4}"
    assert "Trang &P/&N" in (made.all("oddFooter")[0].text or "")
    widths = [
        float(one.get("width", 0))
        for one in made.all("col")
        for _ in range(int(one.get("min", 0)), int(one.get("max", 0)) + 1)
    ]
    told = [one.width for one in register_text("ND118_2025").sheet]
    assert widths == [pytest.approx(width, abs=0.8) for width in told]


@pytest.mark.parametrize("sample", [True, False])
def test_what_stands_above_the_table(tmp_path: Path, sample: bool) -> None:
    made = book(tmp_path, sample=sample, field_name="Hộ tịch", year_count=2345)
    above = [row[0] for row in made.rows() if len(row) == 1]
    assert above == [
        "SỔ THEO DÕI HỒ SƠ – Năm 2026",
        "Ủy ban nhân dân phường An Bình – Trung tâm Phục vụ hành chính công",
        "Lĩnh vực: Hộ tịch. Tổng số: 2.345 hồ sơ",
        *(["DỮ LIỆU MINH HỌA"] if sample else []),
    ]


def test_many_lines_in_order(tmp_path: Path) -> None:
    made = book(tmp_path, *many_lines(1500))
    assert [row[1] for row in made.rows()[TABLE + 1 :]] == list(range(1, 1501))


def test_a_hand_over_list_has_its_total_and_room_to_sign(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    given = handover(lines=(LIST_LINE, replace(LIST_LINE, note="=1+1", due_at=None)))
    assert handover_sheet(file, given) == 2
    made = Book(file)
    rows = made.rows()
    above = [row[0] for row in rows if len(row) == 1]
    assert above[0] == "DANH SÁCH BÀN GIAO HỒ SƠ"
    assert above[2:] == [
        "Số: 12/DSBG",
        "Cơ quan chủ trì giải quyết: Phòng Tư pháp",
        "Thời gian bàn giao: 09 giờ 24 phút, ngày 23 tháng 11 năm 2026",
        "Tổng số: 02 hồ sơ, 04 bộ",
    ]
    heads, first, second = rows[len(above) :]
    assert heads[9:] == ["Ngày nhận kết quả", "Bên giao (ký)", "Bên nhận (ký)", "Ghi chú"]
    assert [first[0], second[0]] == [1, 2]
    assert first[9:] == [None] * 4
    assert (second[8], second[12]) == (None, "=1+1")
    assert made.all("f") == []


def test_a_writing_that_breaks_off_leaves_nothing_behind(tmp_path: Path) -> None:
    def broken_off() -> Iterator[RegisterLine]:
        yield line()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        register_sheet(tmp_path / "register.xlsx", head(), broken_off())
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_the_systems_own_failure(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        register_sheet(tmp_path / "none" / "register.xlsx", head(), [line()])


def test_a_column_that_nobody_knows_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = register_text("ND118_2025")
    odd = replace(words, sheet=(*words.sheet[:-1], replace(words.sheet[-1], value="notes")))
    monkeypatch.setattr(ledger_sheets, "register_text", lambda _: odd)
    with pytest.raises(Refused) as refused:
        register_sheet(tmp_path / "register.xlsx", head(), [line()])
    assert refused.value.code == "form.unreadable_text"
