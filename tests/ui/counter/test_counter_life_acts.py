"""The letters of a dossier's life, by keyboard alone from its scanned slip."""

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.dossiers.checking import checked
from kiosk.dossiers.model import Act, DossierState
from kiosk.dossiers.turning_away import AskBeforeReception, ask_before_reception
from kiosk.storage.store import Store
from tests.dossiers.acting import MISSING, brought_to, do
from tests.fixtures.dossiers import a_form, receive
from tests.fixtures.store import OFFICER, SteppingClock
from tests.ui.clipping import troubles
from tests.ui.counter.life_kit import (
    ENTER,
    ESC,
    F9,
    F10,
    F11,
    SPACE,
    TAB,
    AtDossier,
    Desk,
    desk,
)
from tests.ui.seeing import faint, jumps, nameless

__all__ = ["desk"]
S = DossierState
PAPERS = "Tờ khai theo mẫu"


def test_papers_are_asked_for_and_the_letter_is_printed(desk: Desk) -> None:
    at = desk.at(S.PROCESSING)
    at.hands.hit(F10)
    assert at.hands.at == "act"
    assert at.shut == "Chọn hoặc ghi giấy tờ còn thiếu"
    at.hands.hit(SPACE)
    at.write(f"{PAPERS}, thiếu", "thieu chu ky")
    at.write("Giấy tờ khác", "Giay chung sinh")
    at.go_to("Giấy tờ khác, Bản photo")
    at.hands.write("++")
    at.write("Lý do", "nop truoc ngay mai")
    at.picture("supplement")
    assert at.shut == ""
    assert "Còn được yêu cầu bổ sung **1 lần**, chậm nhất ngày **27/11/2026**." in told(at)
    at.hands.hit(F9)
    assert at.view.state is S.SUPPLEMENTING
    assert at.hands.at == "dossier"
    assert at.told == "Đã lập phiếu yêu cầu bổ sung số 01/HDHS, đang in 2 bản."
    assert at.papers_owed() == ["supplement"]
    details = at.view.events[-1].details
    assert details["papers"] == [PAPERS, "Giay chung sinh"]
    row = at.hands.window.dossier.log.rows[-3]
    assert row.title == "Yêu cầu bổ sung"
    assert "phiếu số 01/HDHS" in row.detail
    assert "lý do: nop truoc ngay mai" in row.detail


def test_the_supplement_is_there_and_the_limit_counts_anew(desk: Desk) -> None:
    at = desk.at(S.SUPPLEMENTING)
    assert at.hands.bar()["F9"] == "Đã bổ sung đủ"
    at.hands.at_once(F9, F9)
    at.hands.settle()
    assert at.view.state is S.RECEIVED
    assert [event.act for event in at.view.events].count(Act.RESTART) == 1
    assert at.told == "Đã nhận đủ giấy tờ, hẹn trả 27/11/2026. Đang in giấy hẹn mới."
    assert len([job for job in at.view.print_jobs if job.kind == "form01"]) == 2


def told(at: AtDossier) -> tuple[str, ...]:
    assert at.page.props is not None
    return at.page.props.told


def test_a_request_before_the_reception_counts(desk: Desk, dossier_store: Store) -> None:
    with dossier_store.read() as unit:
        day = unit.day
    wish = AskBeforeReception("1.004873", checked(a_form(), day).applicant, MISSING)
    dossier_store.do(ask_before_reception, wish, OFFICER)
    at = desk.at(S.PROCESSING)
    props = at.hands.window.dossier.props
    assert props is not None
    assert "Không còn lần yêu cầu bổ sung nào" in props.rest
    at.hands.hit(F10)
    assert at.page.props is not None
    assert at.page.props.warning == "Hồ sơ đã yêu cầu bổ sung 1 lần, đủ số lần được phép."


def test_a_second_request_is_a_managers(desk: Desk) -> None:
    at = desk.at(S.SUPPLEMENTING)
    at.hands.hit(F9)
    at.hands.rested()
    at.hands.hit(F10)
    assert at.page.props is not None
    assert at.page.props.warning.startswith("Hồ sơ đã yêu cầu bổ sung 1 lần")
    at.hands.hit(SPACE)
    assert at.shut == "Chỉ người quản lý gửi được lần này"
    assert any("**tính là quá hạn**" in line for line in told(at))
    assert any("lần này do người quản lý cho phép" in line for line in told(at))
    at.picture("supplement-again")
    at.hands.hit(F9)
    assert at.view.state is S.RECEIVED


def test_a_manager_makes_the_exception_and_says_why(
    desk: Desk, dossier_store: Store, clock: SteppingClock
) -> None:
    desk.sign_in_manager()
    at = desk.at(S.PROCESSING)
    clock.set("2026-12-02T09:00+07:00")
    desk.hands.scan(at.code)
    at.hands.hit(F10)
    assert at.page.props is not None
    assert at.page.props.warning == "Chỉ được yêu cầu bổ sung đến hết ngày 27/11/2026."
    at.hands.hit(SPACE)
    assert at.shut == "Ghi lý do ngoại lệ"
    at.write("Người quản lý", "moi phat hien")
    at.hands.hit(F9)
    assert at.view.state is S.SUPPLEMENTING
    detail = at.hands.window.dossier.log.rows[-3].detail
    assert "sau ngày cuối được yêu cầu · người quản lý cho phép: moi phat hien" in detail


def test_a_refusal_needs_a_reason_and_is_then_handed_back(desk: Desk) -> None:
    at = desk.at(S.PROCESSING)
    at.hands.hit(F11)
    assert at.shut == "Ghi lý do"
    at.hands.hit(F9)
    assert at.page.reply.text == "Ghi lý do"
    assert Act.REFUSE not in [event.act for event in at.view.events]
    at.hands.write("khong du dieu kien")
    assert at.page.reply.text == ""
    at.picture("refusal")
    at.hands.at_once(F9, F9)
    at.hands.settle()
    assert at.view.state is S.REFUSED
    assert at.told == "Đã lập phiếu từ chối số 01/TC, đang in 2 bản."
    assert at.papers_owed() == ["refusal"]
    assert at.hands.bar()["F12"] == "Trả phiếu từ chối"


def test_another_day_is_appointed_once_with_an_apology(desk: Desk) -> None:
    at = desk.at(S.PROCESSING)
    at.ctrl("L")
    assert at.shut == "Ghi ngày hẹn trả mới"
    assert "Còn được hẹn lại **1 lần**, lập chậm nhất ngày **26/11/2026**." in told(at)
    at.hands.write("27112026")
    assert at.shut == "Hẹn từ ngày 28/11/2026 trở đi"
    at.go_to("Lý do")
    assert at.page.form.day.text() == "27/11/2026"
    at.page.form.day.set_text("")
    at.page.form.changed.emit()
    at.hands.hit(TAB, times=2)
    at.write("Ngày hẹn", "02/12/2026")
    assert [chip.note for chip in at.page.props.days][-1] == "hẹn mới"  # type: ignore[union-attr]
    at.write("Chức vụ", "Truong phong")
    at.write("Lý do", "cho xac minh")
    at.picture("extension")
    at.hands.hit(F9)
    assert at.view.extensions == 1
    assert at.told == "Đã lập phiếu xin lỗi, hẹn lại số 01/PXL, đang in 2 bản."
    assert at.papers_owed() == ["apology"]
    assert "từ 27/11/2026 sang 02/12/2026" in at.hands.window.dossier.log.rows[-3].detail
    at.hands.rested()
    at.ctrl("L")
    assert at.hands.at == "dossier"
    assert at.hands.window.dossier.reply.text == "Đã hẹn lại, không hẹn thêm được nữa."


def test_after_the_last_day_no_other_day_is_appointed(desk: Desk) -> None:
    at = desk.at(S.PROCESSING)
    at.hands.clock.set("2026-11-27T08:00+07:00")
    desk.hands.scan(at.code)
    at.ctrl("L")
    assert (
        at.hands.window.dossier.reply.text
        == "Chỉ hẹn lại được đến hết ngày 26/11/2026; nay đôn đốc để trả kết quả."
    )


def test_this_dossier_alone_is_handed_over_from_its_page(desk: Desk) -> None:
    brought_to(desk.hands.store, S.RECEIVED)
    at = desk.at(S.RECEIVED)
    at.ctrl("B")
    assert at.page.entry().codes == (at.code,)
    assert at.page.entry().agency == "Bộ phận chuyên môn lĩnh vực Hộ tịch"
    at.hands.hit(F9)
    assert at.view.state is S.PROCESSING
    assert at.told == "Đã bàn giao 1 hồ sơ, danh sách số 01/BG, đang in 2 bản."


def test_the_days_dossiers_go_as_one_batch(desk: Desk) -> None:
    codes = [brought_to(desk.hands.store, S.RECEIVED) for _ in range(3)]
    desk.hands.settle()
    at = desk.at(S.RESULT_READY)
    at.hands.hit(ESC)
    at.ctrl("B")
    assert at.hands.at == "act"
    assert set(at.page.entry().codes) == set(codes)
    at.hands.hit(SPACE)
    at.write("Nơi nhận", "Phong Tu phap")
    at.picture("batch")
    at.hands.hit(F9)
    assert at.hands.at == "main"
    assert at.told == "Đã bàn giao 2 hồ sơ, danh sách số 01/BG, đang in 2 bản."


def test_what_is_decided_on_goes_on_to_the_next(desk: Desk) -> None:
    at = desk.at(S.PROCESSING)
    at.ctrl("B")
    assert at.shut == "Ghi nơi nhận tiếp"
    at.write("Nơi nhận tiếp", "Phong Tu phap")
    at.hands.hit(F9)
    assert at.view.holder == "Phong Tu phap"
    assert at.hands.window.dossier.log.rows[-3].title == "Bàn giao tiếp"


def test_the_control_sheet_is_owed(desk: Desk) -> None:
    at = desk.at(S.PROCESSING)
    at.ctrl("K")
    assert at.told == f"Đang in phiếu kiểm soát {at.code}."
    assert at.papers_owed() == ["control"]


@pytest.mark.parametrize(
    ("state", "figure", "after", "told"),
    [
        (S.PROCESSING, "1", S.WITHDRAWING, "Đã ghi việc rút hồ sơ {}."),
        (
            S.PROCESSING,
            "2",
            S.STOPPED,
            "Đã dừng giải quyết hồ sơ {}, phiếu số 01/TB, đang in 2 bản.",
        ),
        (S.WITHDRAWING, "2", S.PROCESSING, "Hồ sơ {} được giải quyết tiếp."),
    ],
)
def test_other_acts_ask_once_for_their_reason(
    desk: Desk, state: DossierState, figure: str, after: DossierState, told: str
) -> None:
    at = desk.at(state)
    at.ctrl("O")
    assert at.hands.window.asking is not None
    at.picture(f"others-{state}")
    at.hands.write(figure)
    at.hands.hit(ENTER)
    assert at.hands.at == "act"
    at.write("", "vi ly do rieng")
    at.picture(f"other-{state}-{figure}")
    at.hands.hit(F9)
    assert at.view.state is after
    assert at.view.events[-1].details["reason"] == "vi ly do rieng"
    assert at.told == told.format(at.code)


@pytest.mark.parametrize("size", [(1366, 768), (1440, 900), (1920, 1080)])
def test_lost_papers_warn_until_they_are_there_again(desk: Desk, size: tuple[int, int]) -> None:
    at = desk.at(S.PROCESSING)
    window = at.hands.window
    assert warned(at) == ""
    at.ctrl("O")
    at.hands.write("3")
    at.hands.hit(ENTER)
    assert at.shut == "Chọn giấy tờ bị mất"
    at.hands.hit(SPACE)
    assert at.shut == "Ghi mất thế nào"
    at.write("Mất thế nào", "roi khi ban giao")
    assert at.shut == "Ghi khắc phục thế nào"
    at.write("Khắc phục thế nào", "lam lai to khai")
    window.resize(*size)
    for _ in range(4):
        QApplication.processEvents()
    at.picture(f"lost-{size[0]}", size)
    assert troubles(window) == []
    assert nameless(window) == []
    assert jumps(at.page) == []
    assert faint(window) == []
    at.hands.hit(F9)
    assert at.told == "Đã lập thư xin lỗi số 01/PXL về giấy tờ bị mất, đang in 2 bản."
    assert at.papers_owed() == ["apology"]
    at.picture(f"lost-warning-{size[0]}", size)
    assert troubles(window) == []
    assert warned(at).startswith(f"Đang thất lạc giấy tờ: {PAPERS} (từ ")
    at.hands.rested()
    at.ctrl("O")
    at.hands.write("4")
    at.hands.hit(ENTER)
    assert at.page.entry().chosen == (PAPERS,)
    at.write("Tìm thấy", "tim thay o kho")
    at.picture(f"found-{size[0]}", size)
    assert troubles(window) == []
    at.hands.hit(F9)
    assert at.told == f"Đã ghi có lại giấy tờ của hồ sơ {at.code}."
    assert warned(at) == ""


def warned(at: AtDossier) -> str:
    props = at.hands.window.dossier.props
    assert props is not None
    return f"{props.lost.title}: {props.lost.text}" if props.lost.title else ""


def test_a_second_correction_is_a_managers(desk: Desk) -> None:
    at = desk.at(S.CORRECTING)
    do(at.hands.store, Act.READY, at.code)
    at.hands.settle()
    at.ctrl("O")
    at.hands.write("1")
    at.hands.hit(ENTER)
    assert at.page.props is not None
    assert at.page.props.warning == "Kết quả đã được sửa 1 lần, lần nữa do người quản lý."
    at.write("Ngày trả", "30112026")
    assert at.shut == "Ghi kết quả sai ở đâu"
    at.write("Kết quả sai", "van sai ten")
    assert at.shut == "Chỉ người quản lý sửa được lần này"
    at.picture("correction-again")


def test_a_wrong_result_is_mended(desk: Desk) -> None:
    at = desk.at(S.RETURNED)
    at.ctrl("O")
    at.hands.write("1")
    at.hands.hit(ENTER)
    at.write("Ngày trả", "30112026")
    at.write("Kết quả sai", "sai ten dem")
    at.picture("correction")
    at.hands.hit(F9)
    assert at.view.state is S.CORRECTING
    assert at.told == "Đã lập phiếu xin lỗi số 01/PXL để sửa kết quả, đang in 2 bản."


def test_withdrawn_for_good_by_f9(desk: Desk) -> None:
    at = desk.at(S.WITHDRAWING)
    assert at.hands.bar()["F9"] == "Dừng giải quyết"
    at.hands.hit(F9)
    assert at.hands.at == "act"
    assert at.shut == ""
    at.hands.hit(F9)
    assert at.view.state is S.STOPPED


@pytest.mark.parametrize("state", [S.PROCESSING])
def test_esc_leaves_without_writing(desk: Desk, state: DossierState) -> None:
    at = desk.at(state)
    at.hands.hit(F11)
    at.hands.write("khong")
    at.hands.hit(ESC)
    assert at.hands.at == "dossier"
    assert at.view.state is state


def test_a_refusal_by_the_store_keeps_what_was_typed(desk: Desk) -> None:
    at = desk.at(S.PROCESSING)
    at.hands.hit(F11)
    at.hands.write("khong du " + "x" * 600)
    at.hands.hit(F9)
    assert at.hands.at == "act"
    assert at.view.state is S.PROCESSING
    assert at.page.reply.text != ""
    assert at.page.entry().reason.startswith("khong du x")


def test_what_another_counter_did_meanwhile_is_told(desk: Desk) -> None:
    at = desk.at(S.PROCESSING)
    at.hands.hit(F11)
    at.hands.write("khong")
    do(at.hands.store, Act.READY, at.code)
    at.hands.settle()
    assert at.shut == "Hồ sơ đã có kết quả (Lê Minh Mẫu, 23/11 09:24)"
    at.picture("meanwhile", (1366, 768))
    assert troubles(at.hands.window) == []
    assert at.page.entry().reason == "khong"
    assert "F9" not in at.hands.bar()


def test_a_scan_never_lands_in_a_field(desk: Desk) -> None:
    other = brought_to(desk.hands.store, S.RECEIVED)
    at = desk.at(S.PROCESSING)
    at.hands.hit(F11)
    at.hands.write("khong")
    at.hands.scan(other)
    assert at.hands.at == "act"
    assert at.page.entry().reason == "khong"
    assert at.page.reply.text.startswith("Đang nhập dở")
    at.hands.hit(ESC)
    at.hands.hit(F10)
    at.hands.scan(other)
    assert at.hands.at == "dossier", "from a page on which nothing was entered"
    assert at.hands.window.dossier.head.code.text() == other


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
@pytest.mark.parametrize("key", ["F10", "F11", "L", "B"])
def test_every_page_is_whole_and_in_order(desk: Desk, key: str, size: tuple[int, int]) -> None:
    at = desk.at(S.RECEIVED)
    if len(key) == 1:
        at.ctrl(key)
    else:
        at.hands.hit(F10 if key == "F10" else F11)
    if key == "F10":
        at.hands.hit(SPACE)
    if key == "L":
        at.hands.write("15122026")
    window = at.hands.window
    window.resize(*size)
    for _ in range(4):
        QApplication.processEvents()
    at.picture(f"page-{key}-{size[0]}", size)
    assert troubles(window) == []
    assert nameless(window) == []
    assert jumps(at.page) == []
    assert faint(window) == []


@pytest.mark.parametrize("size", [(1366, 768), (1440, 900)])
def test_many_papers_with_long_names_scroll_with_the_focus(
    desk: Desk, size: tuple[int, int]
) -> None:
    name = "Văn bản thỏa thuận của các thành viên có chung quyền sử dụng đất của hộ gia đình, bản "
    papers = [{"name": f"{name}{number}", "originals": 1} for number in range(1, 15)]
    code = receive(desk.hands.store, papers=papers).code
    desk.hands.settle()
    at = AtDossier(desk.hands, code)
    window = at.hands.window
    window.resize(*size)
    at.hands.hit(F10)
    for _ in range(3):
        at.hands.hit(SPACE)
        at.hands.hit(TAB, times=4)
        at.hands.write("mo dau")
        at.hands.hit(ENTER)
    at.picture(f"many-papers-{size[0]}", size)
    assert len(at.page.entry().papers) == 3
    assert troubles(window) == []
    assert jumps(at.page) == []
    at.go_to("Lý do")
    reason = at.page.form.reason.edit
    assert reason.visibleRegion().boundingRect().height() > reason.height() / 2
    at.picture(f"many-papers-end-{size[0]}", size)
    at.hands.hit(F9)
    assert at.view.state is S.SUPPLEMENTING


def test_a_long_batch_fits_and_a_slip_ticks_its_line(desk: Desk) -> None:
    name = "Đặng Nguyễn Hoàng Thị Ngọc Ưỡng Thủy Tiên Phương Quỳnh"
    codes = [receive(desk.hands.store, applicant={"name": name}).code for _ in range(25)]
    desk.hands.settle()
    at = AtDossier(desk.hands, codes[0])
    window = at.hands.window
    window.resize(1366, 768)
    at.ctrl("B")
    assert at.page.entry().codes == (codes[0],)
    at.hands.scan(codes[-1])
    assert set(at.page.entry().codes) == {codes[0], codes[-1]}
    at.picture("long-batch", (1366, 768))
    assert troubles(window) == []
    assert jumps(at.page) == []
    at.hands.hit(F9)
    assert at.told == "Đã bàn giao 2 hồ sơ, danh sách số 01/BG, đang in 2 bản."
