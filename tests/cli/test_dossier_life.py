"""The whole life of a dossier from the command line."""

import json
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.cli.parser import CHANNELS
from kiosk.cli.parser_dossiers import RECEIVERS, SLIPS
from kiosk.dossiers.model import DossierState, Receiver, SlipShown, SubmissionChannel
from kiosk.printing import papers
from tests.cli.test_dossier_commands import dossier_file
from tests.fixtures.command_line import Kiosk

LOST = ("--reason", "thất lạc", "--remedy", "làm lại tờ khai")
PAPER = "Giấy chứng sinh=1,0,2: chưa có chữ ký"
At = Callable[[str], None]


@pytest.fixture
def at(home: Path, monkeypatch: pytest.MonkeyPatch) -> At:
    """Move to a moment of 2026: ``at("11-25T09:00")``."""
    return lambda told: monkeypatch.setenv("KIOSK_NOW", f"2026-{told}:00+07:00")


@pytest.fixture
def code(kiosk: Kiosk, tmp_path: Path) -> str:
    """A dossier received on Monday 23/11/2026, due on Friday 27/11 (24/11 is off)."""
    return receive(kiosk, tmp_path)


def receive(kiosk: Kiosk, folder: Path, **changes: object) -> str:
    received = kiosk("dossier", "receive", dossier_file(folder, **changes), "--json").json
    return str(received["dossier"]["code"])


def test_the_words_are_those_of_the_program() -> None:
    assert set(RECEIVERS) == set(Receiver)
    assert set(SLIPS) == set(SlipShown)
    assert set(CHANNELS) == set(SubmissionChannel)


def test_sent_back_and_complete_again(kiosk: Kiosk, code: str, at: At) -> None:
    kiosk("dossier", "process", code)
    asked = kiosk(
        *("dossier", "supplement", code, "--paper", PAPER, "Tờ khai"),
        *("--reason", "thiếu", "--officer", "CV01", "--json"),
    ).json
    assert asked["letter"] == "01/HDHS"
    assert len(asked["print_jobs"]) == 1
    assert (asked["dossier"]["state"], asked["dossier"]["due_at"]) == ("supplementing", None)
    at("11-26T10:00")
    told = kiosk("dossier", "restart", code).out
    assert "Hẹn trả: 17:00 ngày 01/12/2026." in told
    assert f"Chờ in: Giấy hẹn {code}, 2 bản." in told
    shown = kiosk("dossier", "show", code, "--json").json["dossier"]
    assert shown["pauses"] == [
        {
            "since": "2026-11-23T09:24:00+07:00",
            "until": "2026-11-26T10:00:00+07:00",
            "due_before": "2026-11-27T17:00:00+07:00",
            "due_restarted": "2026-12-01T17:00:00+07:00",
            "due_shifted": "2026-12-01T17:00:00+07:00",
        }
    ]
    assert [(one["kind"], one["number"]) for one in shown["letters"]] == [("supplement", "01/HDHS")]
    assert (shown["requests"], shown["extensions"], shown["timeliness"]) == (1, 0, None)
    assert shown["papers"][1] == {"name": "Giấy chứng sinh", "originals": 1, "copies": 2}
    told = kiosk("dossier", "show", code).out
    assert "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ số 01/HDHS" in told
    assert "tính tiếp thì 17:00 ngày 01/12/2026" in told


def test_a_second_request_is_the_manager_s(kiosk: Kiosk, code: str) -> None:
    words = ("dossier", "supplement", code, "--paper", PAPER)
    kiosk(*words)
    kiosk("dossier", "restart", code)
    why = ("--exception", "luật mới")
    for more in ((), ("--officer", "LD01"), ("--officer", "CV01", *why)):
        assert "chỉ người quản lý" in kiosk(*words, *more, code=1).err
    done = kiosk(*words, *why, "--officer", "LD01", "--json").json
    assert (done["letter"], done["dossier"]["state"]) == ("02/HDHS", "supplementing")


def test_another_day_is_appointed_once(kiosk: Kiosk, code: str, at: At) -> None:
    kiosk("dossier", "process", code, "--note", "gấp")
    at("11-26T10:00")
    words = ("dossier", "apologise", code, "--day", "2026-12-04", "--reason", "chưa xác minh")
    done = kiosk(*words, "--agency", "Phòng Tư pháp", "--signer-title", "Trưởng phòng", "--json")
    assert (done.json["letter"], len(done.json["print_jobs"])) == ("01/PXL", 1)
    assert done.json["dossier"]["due_at"] == "2026-12-04T17:00:00+07:00"
    assert "đã hẹn lại đủ số lần" in kiosk(*words, code=1).err
    shown = kiosk("dossier", "show", code, "--json").json["dossier"]
    assert (shown["extensions"], shown["holder"]) == (1, "Văn phòng HĐND và UBND")
    assert shown["original_due_at"] == "2026-11-27T17:00:00+07:00"
    assert (
        "ngày hẹn đầu, để tính đúng hạn: 17:00 ngày 27/11/2026"
        in kiosk("dossier", "show", code).out
    )
    at("12-02T10:00")
    assert "Kết quả quá hạn." in kiosk("dossier", "ready", code).out
    assert "Tiến độ: kết quả quá hạn" in kiosk("dossier", "show", code).out


def test_a_wrong_day_is_told(kiosk: Kiosk, code: str) -> None:
    told = kiosk("dossier", "apologise", code, "--day", "mai", "--reason", "x", code=1).err
    assert "2026-11-23." in told


@pytest.mark.parametrize(
    ("steps", "state", "letter"),
    [
        ((("refuse", "--reason", "không đủ điều kiện"),), "refused", "01/TC"),
        ((("withdraw",),), "stopped", "01/TB"),
        ((("stop", "--reason", "quá hạn bổ sung"),), "stopped", "01/TB"),
        ((("process",), ("withdraw", "--reason", "đổi ý")), "withdrawing", None),
        ((("process",), ("withdraw",), ("stop",)), "stopped", "01/TB"),
        ((("process",), ("withdraw",), ("resume", "--reason", "đổi ý")), "processing", None),
        ((("process",), ("take-over", "--agency", "Phòng Kinh tế")), "processing", None),
        ((("ready",), ("correct", "--day", "2026-12-01", "--reason", "x")), "correcting", "01/PXL"),
        (
            (("lost", *LOST, "--paper", "Tờ khai"), ("found", "--note", "tìm thấy")),
            "received",
            None,
        ),
        ((("lost", *LOST, "--paper", "Tờ khai"),), "received", "01/PXL"),
    ],
)
def test_every_act_has_its_command(
    kiosk: Kiosk, code: str, steps: tuple[tuple[str, ...], ...], state: str, letter: str | None
) -> None:
    done: dict[str, Any] = {}
    for name, *more in steps:
        done = kiosk("dossier", name, code, *more, "--json").json
    assert (done["dossier"]["state"], done["letter"]) == (state, letter)
    assert len(done["print_jobs"]) == (1 if letter else 0)
    listed = kiosk("dossier", "list", "--state", state, "--json").json["dossiers"]
    assert [one["code"] for one in listed] == [code]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2026-11-22", "đã qua"),
        ("2026-11-28", "ngày nghỉ"),
        ("2027-11-25", "quá một năm"),
        ("9999-12-31", "quá một năm"),
    ],
)
def test_a_corrected_result_is_promised_for_a_day_within_reason(
    kiosk: Kiosk, code: str, day: str, told: str
) -> None:
    kiosk("dossier", "ready", code)
    words = ("dossier", "correct", code, "--reason", "sai tên", "--day")
    assert told in kiosk(*words, day, code=1).err
    done = kiosk(*words, "2026-11-25").out
    assert "Hẹn trả: 17:00 ngày 25/11/2026." in done
    assert "trước hạn" not in done


@pytest.mark.parametrize("state", list(DossierState))
def test_every_state_can_be_listed(kiosk: Kiosk, state: str) -> None:
    assert kiosk("dossier", "list", "--state", state, "--json").json["dossiers"] == []


def test_a_stop_of_the_office_s_own_needs_its_reason(kiosk: Kiosk, code: str) -> None:
    assert "còn thiếu lý do" in kiosk("dossier", "stop", code, code=1).err
    kiosk("dossier", "refuse", code, code=2)


def test_what_is_stopped_late_is_told_so(kiosk: Kiosk, code: str, at: At) -> None:
    at("12-01T09:00")
    told = kiosk("dossier", "stop", code, "--reason", "quá hạn bổ sung").out
    assert "Khi dừng hồ sơ đã quá hạn, kể từ 17:00 ngày 27/11/2026." in told
    shown = kiosk("dossier", "show", code).out
    assert "Tiến độ: dừng khi đã quá hạn" in shown
    assert "đã quá hạn từ 17:00 ngày 27/11/2026" in shown
    told = kiosk("dossier", "return", code, "--slip", "brought").out
    assert "Kết quả" not in told


def test_a_batch_goes_with_a_list(kiosk: Kiosk, code: str, tmp_path: Path) -> None:
    other = receive(kiosk, tmp_path)
    words = ("dossier", "forward", code, other, "--agency", "Phòng Tư pháp", "--json")
    done = kiosk(*words).json
    handover = done["handover"]
    assert (handover["number"], handover["agency"]) == ("01/BG", "Phòng Tư pháp")
    assert [(one["code"], one["state"]) for one in handover["dossiers"]] == [
        (code, "processing"),
        (other, "processing"),
    ]
    assert len(done["print_jobs"]) == 1
    kiosk(*words, code=1)
    third = receive(kiosk, tmp_path)
    assert f"{third} có hai lần" in kiosk("dossier", "forward", third, third, code=1).err
    told = kiosk("dossier", "forward", third).out
    assert "Đã bàn giao 1 hồ sơ cho Văn phòng HĐND và UBND, danh sách số 02/BG." in told
    assert "Chờ in: Danh sách bàn giao hồ sơ 02/BG, 2 bản." in told


def test_the_control_sheet_is_owed(kiosk: Kiosk, code: str) -> None:
    owed = kiosk("dossier", "control", code, "--json").json
    jobs = kiosk("print", "list", "--json").json["print_jobs"]
    assert owed["print_jobs"] == [job["id"] for job in jobs if job["kind"] == "control"]
    assert f"{code}, 1 bản." in kiosk("dossier", "control", code).out


def test_a_result_goes_to_a_representative(kiosk: Kiosk, code: str) -> None:
    kiosk("dossier", "ready", code)
    words: tuple[str, ...] = (
        "dossier",
        "return",
        code,
        "--to",
        "representative",
        "--name",
        "Trần Thị Bình",
    )
    assert "mang giấy hẹn" in kiosk(*words, code=1).err
    words += ("--slip", "missing")
    assert "số căn cước" in kiosk(*words, code=1).err
    words += ("--id-number", "038190001234")
    assert "giấy ủy quyền" in kiosk(*words, code=1).err
    words += ("--authorized",)
    assert "đối chiếu căn cước" in kiosk(*words, code=1).err
    words += ("--compared", "--signed", "--note", "đã nhận đủ", "--originals")
    assert "chọn trong: Tờ khai" in kiosk(*words, "Căn cước", code=1).err
    told = kiosk(*words, "--json").json
    assert (told["letter"], len(told["print_jobs"])) == ("01/TBC", 1)
    done = told["dossier"]
    assert "đã trả lại bản chính: Tờ khai" in kiosk("dossier", "show", code).out
    assert (done["state"], done["timeliness"]) == ("returned", "early")
    assert done["returned_at"] == "2026-11-23T09:24:00+07:00"
    kiosk("dossier", "return", code, "--slip", "brought", "--to", "nobody", code=2)


def test_an_act_asked_again_answers_as_it_was_then(
    kiosk: Kiosk, code: str, at: At, tmp_path: Path
) -> None:
    kiosk("dossier", "process", code)
    words = ("dossier", "supplement", code, "--paper", PAPER, "--request-id", uuid.uuid4())
    first = kiosk(*words, "--json").out
    at("11-25T10:00")
    kiosk("dossier", "restart", code)
    kiosk("dossier", "process", code)
    kiosk("dossier", "apologise", code, "--day", "2026-12-04", "--reason", "x")
    kiosk("dossier", "ready", code)
    assert kiosk(*words, "--json").out == first
    batch = ("dossier", "forward", receive(kiosk, tmp_path), "--request-id", uuid.uuid4())
    assert kiosk(*batch, "--json").json == kiosk(*batch, "--json").json


@pytest.mark.parametrize("paper", ["", " = 1", "Tờ khai=một", "=1", "Tờ khai=1,2,3,4", ": x"])
def test_a_paper_that_cannot_be_read(kiosk: Kiosk, code: str, paper: str) -> None:
    told = kiosk("dossier", "supplement", code, f"--paper={paper}", code=1).err
    assert "Không hiểu giấy tờ" in told


def test_a_paper_of_absurd_number(kiosk: Kiosk, code: str) -> None:
    kiosk("dossier", "supplement", code, "--paper", "Tờ khai=100", code=1)
    kiosk("dossier", "supplement", code, "--paper", f"Tờ khai={'9' * 5000}", code=1)


def test_what_presses(kiosk: Kiosk, code: str, at: At, tmp_path: Path) -> None:
    other = receive(kiosk, tmp_path)
    kiosk("dossier", "process", code)
    kiosk("dossier", "supplement", other, "--paper", PAPER)
    told = kiosk("dossier", "due", "--json").json
    assert [one["code"] for one in told["dossiers"]] == [other]
    at("11-26T10:00")
    told = kiosk("dossier", "due", "--json").json
    assert [(one["code"], one["state"]) for one in told["dossiers"]] == [
        (code, "processing"),
        (other, "supplementing"),
    ]
    (demand,) = told["dossiers"][0]["demands"]
    assert demand["words"].endswith("ngay hôm nay, ngày cuối")
    assert {key: demand[key] for key in ("demand", "apology_by", "working_days")} == {
        "demand": "result_or_apology",
        "apology_by": "2026-11-26",
        "working_days": 1,
    }
    lines = kiosk("dossier", "due", "--within", 0).out
    assert "Chờ giấy tờ bổ sung từ 09:24 ngày 23/11/2026." in lines
    assert "Mẫu" not in lines
    for wrong in ("-1", "x", "٣", "9999"):
        kiosk("dossier", "due", f"--within={wrong}", code=2)


def test_nothing_presses(kiosk: Kiosk) -> None:
    assert kiosk("dossier", "due").out == "Không có hồ sơ nào gấp.\n"


def test_a_letter_becomes_a_file(
    kiosk: Kiosk, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[str, int, dict[str, Any]]] = []

    def draw(kind: str, values: bytes, *, copies: int, reprint: bool) -> bytes:
        assert not reprint
        drawn.append((kind, copies, json.loads(values)))
        return b"%PDF"

    monkeypatch.setattr(papers, "render", draw)
    out = tmp_path / "letter.pdf"
    assert (
        "chưa có tờ “Phiếu yêu cầu bổ sung"
        in kiosk("slip", code, "--form", "02", "--out", out, code=1).err
    )
    assert not out.exists()
    kiosk("dossier", "supplement", code, "--paper", PAPER)
    told = kiosk("slip", code, "--form", "2", "--out", out, "--json").json
    assert (told["code"], told["form"]["kind"], told["form"]["number"]) == (
        code,
        "supplement",
        "02",
    )
    assert out.read_bytes() == b"%PDF"
    kiosk("slip", code, "--form", "control", "--out", tmp_path / "control.pdf")
    kiosk("slip", code, "--out", tmp_path / "slip.pdf")
    assert [(kind, copies, said["code"]) for kind, copies, said in drawn] == [
        ("supplement", 2, code),
        ("control", 1, code),
        ("form01", 2, code),
    ]
    assert drawn[0][2]["number"] == "01/HDHS"


def test_an_older_letter_by_the_number_that_the_dossier_tells(
    kiosk: Kiosk, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []

    def draw(_: str, values: bytes, *, copies: int, reprint: bool) -> bytes:
        assert (copies, reprint) == (2, False)
        drawn.append(json.loads(values)["number"])
        return b"%PDF"

    monkeypatch.setattr(papers, "render", draw)
    lost = ("dossier", "lost", code, *LOST, "--paper", "Tờ khai")
    kiosk(*lost)
    kiosk("dossier", "found", code, "--note", "tìm thấy")
    kiosk(*lost)
    shown = kiosk("dossier", "show", code).out
    for number in ("01/PXL", "02/PXL"):
        assert f"Văn bản xin lỗi về việc thất lạc giấy tờ số {number}" in shown
    assert "(Tờ khai; cơ quan xin lỗi: " in shown
    assert "đã có lại giấy tờ" in shown
    slip = ("slip", code, "--form", "04", "--number")
    kiosk(*slip, "01/PXL", "--out", tmp_path / "first.pdf")
    kiosk(*slip, "2", "--year", "2026", "--out", tmp_path / "second.pdf")
    assert drawn == ["01/PXL", "02/PXL"]
    told = kiosk(*slip, "3", "--out", tmp_path / "third.pdf", code=1).err
    assert "đang có: 01/PXL (2026), 02/PXL (2026)" in told
    kiosk("slip", code, "--year", "2026", "--out", tmp_path / "none.pdf", code=2)
    kiosk(*slip, "một", "--out", tmp_path / "none.pdf", code=2)


def test_papers_are_turned_away_at_the_counter(kiosk: Kiosk) -> None:
    person = ("--procedure", "1.004873", "--name", "Trần Văn Mẫu", "--phone", "0912345678")
    words = ("dossier", "turn-away", *person, "--paper", PAPER, "--reason", "thiếu")
    request = ("--request-id", uuid.uuid4(), "--json")
    done = kiosk(*words, *request).json
    assert done["letter"] == {
        "kind": "supplement",
        "number": "01/HDHS",
        "at": "2026-11-23T09:24:00+07:00",
        "procedure": {"code": "1.004873", "name": "Cấp Giấy xác nhận tình trạng hôn nhân"},
        "again": False,
    }
    assert kiosk(*words, *request).json == done
    assert "01/HDHS ngày 23/11/2026" in kiosk(*words, code=1).err
    told = kiosk(*words, "--exception", "mất phiếu", "--officer", "LD01").out
    assert told.startswith("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ số 02/HDHS, ngày 23/11/2026.")
    refused = kiosk("dossier", "turn-away", *person, "--refuse", "--reason", "hết hạn").out
    assert "số 01/TC" in refused
    assert "Chờ in: Phiếu từ chối tiếp nhận giải quyết hồ sơ 01/TC, 2 bản." in refused
    assert kiosk("dossier", "list", "--json").json["dossiers"] == []
    kinds = [job["kind"] for job in kiosk("print", "list", "--json").json["print_jobs"]]
    assert sorted(kinds) == ["refusal", "supplement", "supplement"]


@pytest.mark.parametrize(
    "words",
    [
        ("--reason", "x"),
        ("--refuse",),
        ("--refuse", "--paper", "Tờ khai", "--reason", "x"),
        ("--refuse", "--reason", "x", "--exception", "y"),
    ],
)
def test_a_paper_to_bring_or_a_refusal(kiosk: Kiosk, words: tuple[str, ...]) -> None:
    kiosk("dossier", "turn-away", "--procedure", "1.004873", "--name", "An", *words, code=2)


def test_the_due_date_of_a_case(kiosk: Kiosk) -> None:
    words = ("calendar", "due", "--received", "2026-11-23T10:00+07:00", "--procedure", "1.013225")
    assert "Thêm --case và một trường hợp" in kiosk(*words, code=1).err
    told = kiosk(*words, "--case", "nha o rieng le", "--json").json
    assert (told["case"], told["limit"], told["limit_source"]) == ("1", "15d", "case")
    assert told["due_at"] == "2026-12-08T17:00:00+07:00"
    assert "trường hợp Nhà ở riêng lẻ" in kiosk(*words, "--case", "1").out


def test_the_due_date_of_a_procedure(kiosk: Kiosk) -> None:
    words = ("calendar", "due", "--received", "2026-11-23T15:30+07:00")
    told = kiosk(*words, "--procedure", "1.004873", "--json").json
    assert (told["limit"], told["limit_source"], told["case"]) == ("3wd", "channel", None)
    assert told["due_at"] == "2026-11-27T17:00:00+07:00"
    assert told["forward_by"] == "2026-11-25T11:30:00+07:00"
    assert [day["counts"] for day in told["days"]] == [False, False, True, True, True]
    lines = kiosk(*words, "--procedure", "1.004873", "--channel", "direct").out
    assert "Thời hạn: 03 ngày làm việc" in lines
    assert "Chuyển giải quyết đầu giờ làm việc, chậm nhất 11:30 ngày 25/11/2026." in lines
    assert "24/11/2026  nghỉ: Ngày Văn hóa Việt Nam" in lines
    kiosk(*words, "--procedure", "9.999999", code=1)
    kiosk(*words, "--procedure", "1.004873", "--case", "NO", code=1)
    for wrong in (
        (),
        ("--limit", "1wd", "--procedure", "1.004873"),
        ("--limit", "1wd", "--case", "NO"),
        ("--procedure", "1.004873", "--channel", "bay"),
    ):
        kiosk(*words, *wrong, code=2)
