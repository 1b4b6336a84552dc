"""The dossiers of the day that do not go straight from reception to result."""

from collections.abc import Callable
from datetime import date
from typing import Any

from kiosk.clock import office_day
from kiosk.dossiers.application import Applicant
from kiosk.dossiers.checking import checked
from kiosk.dossiers.ending import EndDossier, refuse, resume, stop, withdraw
from kiosk.dossiers.extending import ExtendDossier, extend
from kiosk.dossiers.handing_over import (
    HandOver,
    PrintControl,
    TakeOver,
    hand_over,
    print_control,
    take_over,
)
from kiosk.dossiers.letters import MissingPaper
from kiosk.dossiers.life import MoveDossier, return_result, start_processing
from kiosk.dossiers.losing import FindPapers, LosePapers, report_found, report_loss
from kiosk.dossiers.mending import CorrectDossier, correct
from kiosk.dossiers.process import ProcessStep, SetProcess, set_process
from kiosk.dossiers.receiving import ReceiveDossier, receive_dossier
from kiosk.dossiers.reprinting import ReprintSlip, reprint_slip
from kiosk.dossiers.returning import ReturnResult
from kiosk.dossiers.supplementing import AskSupplement, RestartDossier, ask_supplement, restart
from kiosk.dossiers.telling import MarkTold, ToldBy, mark_told
from kiosk.dossiers.turning_away import (
    AskBeforeReception,
    RefuseReception,
    ask_before_reception,
    refuse_reception,
)
from tests.fixtures.dossiers import a_form
from tests.fixtures.store import SteppingClock

Do = Callable[..., Any]
FIRM = {
    "name": "Công ty cổ phần Sữa",
    "kind": "organisation",
    "tax_code": "0300588569",
    "id_number": None,
    "birth_date": None,
    "sex": None,
}
MISSING = (MissingPaper("Giấy chứng sinh", originals=1, certified=1),)
SOMEBODY = Applicant(name="Nguyễn Văn An", id_number="001203004567", phone="0912345678")


def rest_of_life(do: Do, clock: SteppingClock, procedure: str, returned: str) -> None:
    """Everything that can become of a dossier; ``returned`` is one given out before."""

    def received() -> str:
        form = checked(a_form(procedure=procedure, case="TH"), office_day(clock.now()))
        return str(do(receive_dossier, ReceiveDossier(form)).code)

    way = (ProcessStep("Thẩm định", "Phòng Tư pháp", "2wd"), ProcessStep("Ký", "Lãnh đạo", "4h"))
    do(set_process, SetProcess(procedure, way))
    do(set_process, SetProcess(procedure, way, date(2026, 11, 1)))
    do(set_process, SetProcess(procedure, way[:1], date(2026, 12, 1), seen=()))
    late, back, going, slow = (received() for _ in range(4))
    do(hand_over, HandOver((late, slow), "Phòng Tư pháp"))
    do(hand_over, HandOver((late,)))
    do(take_over, TakeOver(late, "Phòng Kinh tế"))
    do(ask_supplement, AskSupplement(late, ()))
    do(ask_supplement, AskSupplement(late, MISSING, "thiếu"))
    do(extend, ExtendDossier(slow, date(2026, 11, 28), "chưa xác minh xong"))
    do(extend, ExtendDossier(slow, date(2026, 12, 15), "chưa xác minh xong"))
    do(extend, ExtendDossier(slow, date(2026, 12, 25), "chưa xác minh xong"))
    clock.set("2026-11-27T10:00+07:00")
    do(restart, RestartDossier(late, "đã đủ"))
    do(start_processing, MoveDossier(late))
    do(ask_supplement, AskSupplement(late, MISSING, "thiếu nữa"))
    do(report_loss, LosePapers(late, "thất lạc khi chuyển"))
    do(report_found, FindPapers(late, "chưa mất gì"))
    do(report_loss, LosePapers(late, "thất lạc khi chuyển", ("Tờ khai theo mẫu",), "làm lại"))
    do(report_found, FindPapers(late, "tìm thấy ở kho"))
    do(refuse, EndDossier(late, "không đủ điều kiện"))
    for reached in (False, True):
        do(mark_told, MarkTold(late, ToldBy.PHONE, reached=reached))
    do(mark_told, MarkTold(back))
    do(print_control, PrintControl(late))
    do(withdraw, EndDossier(back))
    do(return_result, ReturnResult(back, only=("Căn cước",)))
    do(return_result, ReturnResult(back, originals=True))
    do(start_processing, MoveDossier(going))
    do(stop, EndDossier(going))
    do(withdraw, EndDossier(going, "đổi ý"))
    do(resume, EndDossier(going, "người nộp xin tiếp tục"))
    clock.set("2026-12-01T10:00+07:00")
    do(stop, EndDossier(going, "quá hạn bổ sung"))
    do(correct, CorrectDossier(returned, date(2026, 11, 26), "sai tên"))
    do(correct, CorrectDossier(returned, date(2026, 12, 2), "sai tên"))
    for papers in ((), MISSING, MISSING):
        do(ask_before_reception, AskBeforeReception(procedure, SOMEBODY, papers, "thiếu"))
    for reason in ("", "không thuộc thẩm quyền"):
        do(refuse_reception, RefuseReception(procedure, SOMEBODY, reason, "Trần Thị Bình"))
    _organisation(do, clock, procedure)


def _organisation(do: Do, clock: SteppingClock, procedure: str) -> None:
    """An online record of an organisation, twice, without a slip until it is asked for."""
    values = a_form(
        procedure=procedure,
        case="TH",
        channel="online",
        foreign_code="G03.99-261127-0007",
        applicant=FIRM,
        submitter={"name": "Trần Thị Bình", "position": "Trưởng phòng"},
    )
    form = checked(values, office_day(clock.now()))
    received = do(receive_dossier, ReceiveDossier(form, slip=False))
    do(receive_dossier, ReceiveDossier(form))
    do(receive_dossier, ReceiveDossier(form, again=True))
    do(reprint_slip, ReprintSlip(received.code))
