"""``kiosk department …``: the list that the sample office begins with, kept by commands."""

from typing import Any

from kiosk.ids import new_id
from tests.fixtures.command_line import Kiosk

FIRST = "Văn phòng HĐND và UBND"


def listed(kiosk: Kiosk, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = kiosk("department", "list", *words, "--json").json["departments"]
    return found


def test_the_sample_office_begins_with_a_list(kiosk: Kiosk) -> None:
    found = listed(kiosk)
    assert found[0]["name"] == FIRST
    assert sorted(prefix for one in found for prefix in one["fields"]) == sorted(
        ["HT", "CT", "DD", "CU", "XD", "KD", "XH"]
    )
    assert f"{FIRST}  Chánh Văn phòng Phan Văn Lâm  HT, CT" in kiosk("department", "list").out


def test_one_is_added_once_and_changed_part_by_part(kiosk: Kiosk) -> None:
    words = ("department", "add", "Chi nhánh Văn phòng đăng ký đất đai", "--field", "đất đai")
    request = ("--title", "Giám đốc", "--request-id", new_id())
    for _ in range(2):
        kiosk(*words, *request)
    added = listed(kiosk)[-1]
    assert (added["head_title"], added["fields"], len(listed(kiosk))) == ("Giám đốc", ["DD"], 5)
    changed = ("department", "change", added["name"], "--name", "Chi nhánh", "--field", "")
    assert kiosk(*changed, "--json").json["before"] == added
    assert listed(kiosk)[-1] == added | {"name": "Chi nhánh", "fields": []}


def test_one_is_retired_and_used_again(kiosk: Kiosk) -> None:
    assert "vẫn giữ tên này" in kiosk("department", "retire", "van phong hdnd va ubnd").out
    assert FIRST not in [one["name"] for one in listed(kiosk)]
    assert not listed(kiosk, "--all")[0]["active"]
    kiosk("department", "retire", FIRST, "--back")
    assert listed(kiosk)[0]["name"] == FIRST


def test_they_are_put_into_order_the_rest_behind(kiosk: Kiosk) -> None:
    before = [one["name"] for one in listed(kiosk)]
    kiosk("department", "order", before[2])
    assert [one["name"] for one in listed(kiosk)] == [before[2], before[0], before[1], before[3]]


def test_what_is_not_there_gets_a_sentence(kiosk: Kiosk) -> None:
    assert FIRST in kiosk("department", "retire", "Phòng Không Có", code=1).err
    assert "trong danh sách đã có" in kiosk("department", "add", FIRST, code=1).err.lower()
    kiosk("department", "add", "Phòng mới", "--field", "trời biển", code=1)
