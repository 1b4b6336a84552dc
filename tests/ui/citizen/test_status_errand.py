"""Following a dossier at the real kiosk: typed and scanned, by touch and by keys, with the secret."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import text

from kiosk.dossiers.life import MoveDossier, mark_ready, start_processing
from kiosk.dossiers.lookup import LOCK
from kiosk.dossiers.receiving import DossierReceived
from kiosk.queue.views import tickets_of_day
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from kiosk.ui.citizen.choose import ChoosePage
from kiosk.ui.citizen.status import work
from kiosk.ui.citizen.status.entry_page import EntryPage
from kiosk.ui.citizen.status.errand import StatusErrand
from kiosk.ui.citizen.status.following import Following
from kiosk.ui.citizen.status.secret_card import SecretCard, SecretPage
from kiosk.ui.citizen.status.status_page import StatusPage
from kiosk.ui.parts.step_line import Step
from kiosk.ui.theme.tokens import IDLE
from tests.fixtures.dossiers import receive
from tests.fixtures.face import FaceAtWork
from tests.fixtures.store import OFFICER, SteppingClock
from tests.ui.citizen.typing_kit import Keyboard
from tests.ui.clipping import troubles
from tests.ui.seeing import jumps, nameless, told

MARKED = "Tênbímật Khôngđượchiện"


@pytest.fixture
def fact(dossier_store: Store) -> DossierReceived:
    return receive(dossier_store, counter=2, applicant={"name": MARKED})


def errand(kiosk: FaceAtWork) -> StatusErrand:
    found = kiosk.window.hosting.errand
    assert isinstance(found, StatusErrand)
    return found


def entry(kiosk: FaceAtWork) -> EntryPage:
    assert isinstance(kiosk.window.page, EntryPage)
    return kiosk.window.page


def status(kiosk: FaceAtWork) -> StatusPage:
    assert isinstance(kiosk.window.page, StatusPage)
    return kiosk.window.page


def steps_of(page: StatusPage) -> tuple[Step, ...]:
    assert page.card.steps is not None
    return page.card.steps.steps


def card(kiosk: FaceAtWork) -> SecretCard:
    page = kiosk.window.page
    found = page.card if isinstance(page, SecretPage) else page.secret
    assert isinstance(found, SecretCard)
    return found


def at_entry(kiosk: FaceAtWork) -> EntryPage:
    kiosk.open()
    kiosk.tap(kiosk.window.page.ways["status"])
    return entry(kiosk)


def scan(kiosk: FaceAtWork, said: str) -> None:
    errand(kiosk).scanned(said)
    kiosk.run()


def at_status(kiosk: FaceAtWork, code: str) -> StatusPage:
    at_entry(kiosk)
    scan(kiosk, code)
    return status(kiosk)


def tap_secret(kiosk: FaceAtWork, secret: str) -> None:
    for digit in secret:
        kiosk.tap(card(kiosk).pad.keys[digit])


def wrong_for(secret: str) -> str:
    return f"{(int(secret) + 1) % 1_000_000:06d}"


def test_ten_figures_are_enough(kiosk: FaceAtWork, fact: DossierReceived) -> None:
    page = at_entry(kiosk)
    assert page.line.face.head == "H99.12.08-"
    assert page.button.shown == "Nhập mã hồ sơ"
    for digit in "2611230001":
        kiosk.tap(page.pad.numbers.keys[digit])
    assert (page.line.face.typed, page.line.face.missing) == ("261123-0001", "")
    kiosk.tap(page.button)
    assert "Đã tiếp nhận" in told(kiosk.window)
    assert fact.code in told(kiosk.window)


def test_a_scan_on_the_first_page_opens_the_dossier(
    kiosk: FaceAtWork, fact: DossierReceived
) -> None:
    kiosk.open()
    Keyboard(kiosk).scan(fact.code)
    assert fact.code in told(status(kiosk))


def test_the_code_alone_tells_progress_and_day_and_nothing_else(
    kiosk: FaceAtWork, fact: DossierReceived, dossier_store: Store
) -> None:
    dossier_store.do(start_processing, MoveDossier(fact.code), OFFICER)
    page = at_status(kiosk, fact.code)
    said = told(page)
    steps = steps_of(page)
    assert [step.state for step in steps] == ["done", "now", "ahead", "ahead"]
    assert steps[0].note == "23/11"
    assert "Thứ Sáu, 27/11/2026" in said
    for hidden in (MARKED, "hôn nhân", "Hộ tịch", "15.000", "09:24", "001203", "Lê Minh"):
        assert hidden not in said


def test_the_secret_opens_the_rest_and_no_name(kiosk: FaceAtWork, fact: DossierReceived) -> None:
    at_status(kiosk, fact.code)
    tap_secret(kiosk, fact.lookup_secret)
    page = status(kiosk)
    assert page.details is not None
    said = told(kiosk.window)
    for shown in ("hôn nhân", "Bộ phận tiếp nhận, Quầy 2", "09:24, Thứ Hai", "15.000 đồng"):
        assert shown in said
    for hidden in (MARKED, "001203004567", "912345678", "Hoa Sen", "Lê Minh", fact.lookup_secret):
        assert hidden not in said
    assert kiosk.window.focusWidget() is not kiosk.window.bar.places["back"]


def test_wrong_secrets_are_counted_and_lock(
    kiosk: FaceAtWork, fact: DossierReceived, clock: SteppingClock
) -> None:
    at_status(kiosk, fact.code)
    wrong = wrong_for(fact.lookup_secret)
    for left in (4, 3, 2, 1):
        tap_secret(kiosk, wrong)
        assert card(kiosk).message.text == f"Mã chưa đúng. Còn {left} lần."
        assert card(kiosk).boxes.digits == ""
    tap_secret(kiosk, wrong)
    locked = "Đã nhập sai 5 lần. Mời Ông/Bà thử lại từ 09:39, hoặc hỏi bàn hướng dẫn."
    assert card(kiosk).message.text == locked
    assert not card(kiosk).boxes.isEnabled()
    assert troubles(kiosk.window) == []
    tap_secret(kiosk, fact.lookup_secret)
    assert status(kiosk).details is None
    kiosk.window.go_home()
    at_status(kiosk, fact.code)
    assert card(kiosk).message.text == locked
    clock.at += LOCK + timedelta(seconds=1)
    kiosk.second()
    assert card(kiosk).boxes.isEnabled()
    tap_secret(kiosk, fact.lookup_secret)
    assert status(kiosk).details is not None


def test_by_keys_alone(kiosk: FaceAtWork, fact: DossierReceived) -> None:
    at_entry(kiosk)
    for key in "2611231":
        kiosk.key(getattr(Qt.Key, f"Key_{key}"))
    kiosk.key(Qt.Key.Key_Backspace)
    for key in "0001":
        kiosk.key(getattr(Qt.Key, f"Key_{key}"))
    kiosk.key(Qt.Key.Key_Return)
    assert fact.code in told(status(kiosk))
    assert (jumps(kiosk.window), nameless(kiosk.window)) == ([], [])
    for key in fact.lookup_secret:
        kiosk.key(getattr(Qt.Key, f"Key_{key}"))
    assert status(kiosk).details is not None
    kiosk.key(Qt.Key.Key_Escape)
    assert status(kiosk).details is None
    kiosk.key(Qt.Key.Key_Escape)
    assert entry(kiosk).line.face.typed == "261123-0001"
    kiosk.key(Qt.Key.Key_Escape)
    assert kiosk.window.session.step == "home"


def test_figures_typed_while_a_button_has_the_focus(kiosk: FaceAtWork) -> None:
    page = at_entry(kiosk)
    page.switch.setFocus(Qt.FocusReason.TabFocusReason)
    kiosk.key(Qt.Key.Key_2)
    assert page.line.face.typed == "2"
    assert page.line.hasFocus()


def test_a_code_of_another_form(kiosk: FaceAtWork, fact: DossierReceived) -> None:
    kiosk.tap(at_entry(kiosk).switch)
    page = entry(kiosk)
    assert set(page.pad.further) == {"H", "G", ".", "-"}
    for key in fact.code:
        kiosk.tap({**page.pad.numbers.keys, **page.pad.further}[key])
    kiosk.tap(page.button)
    assert fact.code in told(status(kiosk))


def test_an_unknown_code(kiosk: FaceAtWork, fact: DossierReceived) -> None:
    page = at_entry(kiosk)
    for digit in "2611239999":
        page.line.typed.emit(digit)
    kiosk.tap(page.button)
    unknown = "Không tìm thấy mã này. Mời Ông/Bà kiểm tra lại, hoặc hỏi bàn hướng dẫn."
    assert (page.message.text, page.line.face.wrong) == (unknown, True)
    kiosk.tap(page.pad.numbers.keys["⌫"])
    assert page.message.text == "Nhập 10 chữ số cuối của mã, in ở đầu giấy hẹn."
    scan(kiosk, "H15.50.05.13-261008-0975")
    assert entry(kiosk).message.text == unknown
    assert entry(kiosk).line.face.typed == "H15.50.05.13-261008-0975"


def test_other_scans_are_not_taken(kiosk: FaceAtWork, fact: DossierReceived) -> None:
    at_entry(kiosk)
    for said in ("HT-001", "001203004567|x|Nguyễn|y", "rubbish"):
        assert errand(kiosk).scanned(said) is False
        assert errand(kiosk).now.typed == ""


def test_leaving_wipes_everything_typed_and_seen(kiosk: FaceAtWork, fact: DossierReceived) -> None:
    at_status(kiosk, fact.code)
    tap_secret(kiosk, fact.lookup_secret)
    left = errand(kiosk)
    assert left.patience == IDLE["read"] == 60
    for _ in range(60):
        kiosk.window.idle.tick()
    assert kiosk.window.session.step == "home"
    assert left.now == Following()
    assert fact.lookup_secret not in str(vars(left))


def test_digits_survive_a_change_of_language(kiosk: FaceAtWork, fact: DossierReceived) -> None:
    at_status(kiosk, fact.code)
    tap_secret(kiosk, fact.lookup_secret[:3])
    kiosk.tap(kiosk.window.bar.places["language"])
    assert card(kiosk).boxes.digits == fact.lookup_secret[:3]
    tap_secret(kiosk, fact.lookup_secret[3:])
    assert "Now with" in told(kiosk.window)


def test_a_result_is_ready_while_one_looks(
    kiosk: FaceAtWork, fact: DossierReceived, dossier_store: Store
) -> None:
    at_status(kiosk, fact.code)
    tap_secret(kiosk, fact.lookup_secret)
    dossier_store.do(mark_ready, MoveDossier(fact.code), OFFICER)
    kiosk.run()
    page = status(kiosk)
    assert steps_of(page)[2].state == "good"
    assert page.details is not None
    assert "trước hạn" in told(page)


def test_a_number_for_the_result(
    kiosk: FaceAtWork, fact: DossierReceived, dossier_store: Store
) -> None:
    dossier_store.do(mark_ready, MoveDossier(fact.code), OFFICER)
    page = at_status(kiosk, fact.code)
    assert page.secret is None
    assert page.take.shown == "Lấy số nhận kết quả"
    kiosk.tap(page.take)
    chosen = kiosk.window.page
    assert isinstance(chosen, ChoosePage)
    kiosk.tap(chosen.button)
    assert kiosk.window.session.step == "taken"
    with dossier_store.read() as unit:
        assert [ticket.label for ticket in tickets_of_day(unit)] == ["HT-001"]


def test_no_number_outside_hours(
    kiosk: FaceAtWork, fact: DossierReceived, dossier_store: Store, clock: SteppingClock
) -> None:
    dossier_store.do(mark_ready, MoveDossier(fact.code), OFFICER)
    clock.set("2026-11-23T12:00+07:00")
    page = at_status(kiosk, fact.code)
    assert not page.take.isEnabled()
    assert "13:30" in page.take.shown


def test_a_store_that_does_not_answer_costs_no_try(
    kiosk: FaceAtWork,
    fact: DossierReceived,
    dossier_store: Store,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def busy(*_: object) -> None:
        raise Refused("store.busy")

    at_status(kiosk, fact.code)
    with monkeypatch.context() as patched:
        patched.setattr(work, "opening", lambda _code, _secret: busy)
        tap_secret(kiosk, fact.lookup_secret)
    assert card(kiosk).message.text.startswith("Chưa kiểm tra được mã.")
    with dossier_store.engine.connect() as conn:
        assert conn.execute(text("SELECT count(*) FROM lookup_try")).scalar() == 0
    tap_secret(kiosk, fact.lookup_secret)
    assert status(kiosk).details is not None


def test_looking_up_fails_and_the_code_stays(
    kiosk: FaceAtWork, fact: DossierReceived, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> None:
        raise Refused("store.busy")

    page = at_entry(kiosk)
    for digit in "2611230001":
        page.line.typed.emit(digit)
    monkeypatch.setattr(work, "finding", lambda _code: busy)
    kiosk.tap(page.button)
    assert page.message.text.startswith("Chưa tra cứu được. Mã đã nhập vẫn còn.")
    assert page.line.face.typed == "261123-0001"
