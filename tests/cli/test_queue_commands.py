"""``kiosk ticket …`` as scripts rely on it."""

import uuid

import pytest

from tests.fixtures.command_line import Kiosk


def test_take_has_the_shape_that_scripts_rely_on(kiosk: Kiosk) -> None:
    taken = kiosk("ticket", "take", "--field", "ho tich", "--json").json
    assert set(taken) == {"ticket", "print_job"}
    assert set(taken["ticket"]) == {"id", "label", "field", "number", "state", "people_ahead"}
    assert (taken["ticket"]["label"], taken["ticket"]["state"]) == ("HT-001", "waiting")
    assert uuid.UUID(taken["print_job"]).version == 7


def test_a_ticket_goes_through_a_counter(kiosk: Kiosk) -> None:
    for _ in range(2):
        kiosk("ticket", "take", "--field", "HT")
    called = kiosk("--json", "ticket", "next", "--counter", 1).json
    assert called["ticket"]["label"] == "HT-001"
    assert called["reason"] == "theo thứ tự, chờ 0 phút"
    kiosk("ticket", "recall", "--counter", 1)
    kiosk("ticket", "no-show", "--counter", 1)
    kiosk("ticket", "next", "--counter", 1)
    kiosk("ticket", "finish", "--counter", 1)
    listed = kiosk("ticket", "list", "--json").json["tickets"]
    assert [(t["label"], t["state"], t["counter"]) for t in listed] == [
        ("HT-001", "no_show", 1),
        ("HT-002", "done", 1),
    ]
    nobody = kiosk("ticket", "next", "--counter", 1, "--json").json
    assert nobody == {"ticket": None, "reason": "Chưa có người chờ."}


def test_a_number_is_passed_on_held_and_called_by_name(kiosk: Kiosk) -> None:
    for _ in range(3):
        kiosk("ticket", "take", "--field", "HT")
    kiosk("ticket", "next", "--counter", 1)
    passed = kiosk("ticket", "pass", "--counter", 1, "--to-field", "CT", "--json").json
    assert (passed["ticket"]["label"], passed["to"]) == ("HT-001", "Chứng thực")
    kiosk("ticket", "next", "--counter", 1)
    assert kiosk("ticket", "hold", "--counter", 1, "--json").json["ticket"]["state"] == "waiting"
    assert "HT-003" in kiosk("ticket", "next", "--counter", 1).out
    assert "gọi lại số tạm giữ" in kiosk("ticket", "call", "HT-002", "--counter", 1).out
    refused = kiosk("ticket", "call", "HT-001", "--counter", 1, code=1)
    assert "Chưa đến lượt số HT-001" in refused.err
    words = ("ticket", "call", "HT-001", "--counter", 1, "--reason", "lỡ lượt", "--json")
    assert kiosk(*words).json["reason"] == "ngoài lượt: lỡ lượt"


def test_a_counter_is_left_with_its_numbers_free(kiosk: Kiosk) -> None:
    for _ in range(2):
        kiosk("ticket", "take", "--field", "HT")
    kiosk("ticket", "next", "--counter", 1)
    kiosk("ticket", "hold", "--counter", 1)
    kiosk("ticket", "next", "--counter", 1)
    assert "HT-002" in kiosk("ticket", "put-back", "--counter", 1).out
    freed = kiosk("ticket", "release", "--counter", 1, "--json").json
    assert freed == {"released": ["HT-001"]}
    assert "không giữ số nào" in kiosk("ticket", "release", "--counter", 1, code=1).err
    assert "HT-001" in kiosk("ticket", "next", "--counter", 1).out


def test_the_same_request_id_takes_one_number(kiosk: Kiosk) -> None:
    words = ("ticket", "take", "--field", "HT", "--json", "--request-id", uuid.uuid4())
    assert kiosk(*words).out == kiosk(*words).out
    assert len(kiosk("ticket", "list", "--json").json["tickets"]) == 1
    other = (*words[:3], "CT", *words[4:])
    assert "đã dùng cho một việc khác" in kiosk(*other, code=1).err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ticket", "take", "--field", "thuy loi"), "Không có lĩnh vực “thuy loi”"),
        (("ticket", "next", "--counter", "77"), "Không có quầy số 77"),
        (("ticket", "recall", "--counter", "2"), "Quầy 2 chưa gọi số nào"),
        (("ticket", "take", "--field", "HT", "--priority", "vip"), "Không có diện ưu tiên “vip”"),
        (("ticket", "take", "--field", "HT", "--request-id", "7"), "không phải là mã định danh"),
        (("ticket", "list", "--officer", "ZZ99"), "Không có cán bộ mã “ZZ99”"),
    ],
)
def test_a_refusal_is_one_sentence_on_stderr(
    kiosk: Kiosk, words: tuple[str, ...], said: str
) -> None:
    refused = kiosk(*words, "--json", code=1)
    assert said in refused.err
    assert refused.err.count("\n") == 1
    assert refused.out == ""


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("calender", "list"), "“calender” (ý là calendar?)"),
        (("calendar", "lst"), "“lst” (ý là list?)"),
        (("zzz",), "“zzz”; chọn một trong"),
        (("calendar", "list", "--year", "26"), "--year: “26” không phải năm"),
        (("calendar", "confirm", "--year", "20260"), "--year: “20260” không phải năm"),
    ],
)
def test_a_slip_of_the_keys_is_told(kiosk: Kiosk, words: tuple[str, ...], meant: str) -> None:
    assert meant in kiosk(*words, code=2).err


def test_closed_hours_tell_when_to_come_back(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_NOW", "2026-11-23T18:00:00+07:00")
    assert "07:30 ngày 25/11/2026" in kiosk("ticket", "take", "--field", "HT", code=1).err


@pytest.mark.parametrize(
    "words", [("ticket", "take"), ("nosuch",), ("counter", "x"), (), ("init",), ("ticket", "next")]
)
def test_wrong_usage_is_2_and_says_so_in_vietnamese(kiosk: Kiosk, words: tuple[str, ...]) -> None:
    wrong = kiosk(*words, code=2)
    assert wrong.err.startswith("Lệnh chưa đúng, chưa làm gì: ")
    assert wrong.out == ""
