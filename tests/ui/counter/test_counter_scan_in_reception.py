"""A scan inside a reception: what leads nowhere is told there, what leads on keeps what is entered."""

import pytest

from kiosk.storage.units import Actor
from kiosk.ui.counter.window import KEPT
from tests.fixtures.dossiers import receive
from tests.flows.officer_hands import OfficerHands
from tests.ui.counter.counter_kit import CTRL, Key, take
from tests.ui.counter.test_counter_trouble import Unplugged

HERE = Actor("QUAY1", "CV01")
CARD = "001203004999|123456789|Trần Thị Mẫu|05032003|Nữ|Số 7, đường Hoa Lan|10102021"
NOWHERE = {
    "H15.50.05-261123-0001": "Mã hồ sơ của đơn vị khác (H15.50.05).",
    "H99.12.08-261123-9999": "Không tìm thấy hồ sơ H99.12.08-261123-9999.",
    "H99.12.08-261123-00ă42": "Bộ gõ tiếng Việt đang bật",
    "https://example.com/abc?x=1": "Không đọc được mã.",
    "8934567890123": "Không tìm thấy hồ sơ nào khớp",
    "HT-009": "Không có số thứ tự “HT-009” trong hôm nay.",
    "001203004999|x": "Không đọc được thẻ căn cước",
}


def _half_entered(officer: OfficerHands) -> None:
    officer.hit(Key.Key_F7)
    page = officer.window.reception.page
    assert page is not None
    page.body.place("applicant.name").setFocus()
    officer.write("Nguyen Mau")


def _name(officer: OfficerHands) -> str:
    page = officer.window.reception.page
    assert page is not None
    return page.filling.form().applicant.name


@pytest.mark.parametrize("scan", NOWHERE)
def test_what_leads_nowhere_leaves_nothing(officer: OfficerHands, scan: str) -> None:
    _half_entered(officer)
    officer.scan(scan)
    page = officer.window.reception.page
    assert page is not None
    assert officer.at == "receive"
    assert page.body.banner.text.startswith(NOWHERE[scan])
    assert _name(officer) == "Nguyen Mau"
    assert officer.window.main.scan.edit.text() == ""


def test_the_number_at_the_counter_leads_nowhere(officer: OfficerHands) -> None:
    officer.hit(Key.Key_F2)
    _half_entered(officer)
    officer.scan("HT-001")
    page = officer.window.reception.page
    assert page is not None
    assert officer.at == "receive"
    assert page.body.banner.text.startswith("Số HT-001")


@pytest.mark.parametrize("what", ["slip", "name"])
def test_what_leads_on_says_what_is_kept(officer: OfficerHands, what: str) -> None:
    code = receive(officer.store, by=HERE, counter=1, applicant={"phone": "0912345678"}).code
    _half_entered(officer)
    officer.scan(code if what == "slip" else "0912345678")
    assert officer.at == ("dossier" if what == "slip" else "main")
    assert officer.window.told == KEPT
    officer.hit(Key.Key_F7)
    assert officer.at == "receive"
    assert _name(officer) == "Nguyen Mau"


def test_nothing_is_kept_where_nothing_was_entered(officer: OfficerHands) -> None:
    code = receive(officer.store, by=HERE, counter=1).code
    officer.hit(Key.Key_F7)
    officer.scan(code)
    assert (officer.at, officer.window.told) == ("dossier", "")


def test_a_bad_scan_takes_no_waiting_question_away(officer: OfficerHands) -> None:
    _half_entered(officer)
    officer.hit(Key.Key_S, CTRL)
    officer.hit(Key.Key_Escape)
    take(officer.store)
    officer.hit(Key.Key_F2)
    officer.hit(Key.Key_F7)
    page = officer.window.reception.page
    assert page is not None
    assert page.waits
    asked = page.body.banner.text
    for scan in ("H15.50.05-261123-0001", "001203004999|x"):
        officer.scan(scan)
        assert (officer.at, page.body.banner.text) == ("receive", asked)
        assert officer.window.told.startswith(NOWHERE[scan])


def test_a_dossier_written_ends_the_doubt_about_an_act_before(
    officer: OfficerHands, monkeypatch: pytest.MonkeyPatch
) -> None:
    plug = Unplugged(monkeypatch)
    plug.before = True
    officer.hit(Key.Key_F2)
    plug.before = False
    officer.window.asks.look()
    officer.settle()
    assert officer.window.props.strip.startswith("Việc bấm lúc 09:24")
    officer.scan(CARD)
    officer.write("1.004873")
    officer.hit(Key.Key_Return)
    page = officer.window.reception.page
    assert page is not None
    for row in page.body.papers.rows:
        if row.tick is not None:
            row.tick.setChecked(True)
    officer.think()
    officer.hit(Key.Key_F9)
    assert officer.at == "main"
    assert officer.window.props.strip == ""
