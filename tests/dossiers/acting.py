"""Every act upon a dossier by its name, and ways to bring a dossier into every state."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from kiosk.dossiers.ending import EndDossier, refuse, resume, stop, withdraw
from kiosk.dossiers.extending import ExtendDossier, extend
from kiosk.dossiers.handing_over import TakeOver, take_over
from kiosk.dossiers.letters import MissingPaper
from kiosk.dossiers.life import MoveDossier, mark_ready, return_result, start_processing
from kiosk.dossiers.losing import FindPapers, LosePapers, report_found, report_loss
from kiosk.dossiers.mending import CorrectDossier, correct
from kiosk.dossiers.model import Act, DossierState
from kiosk.dossiers.moving import DossierMoved
from kiosk.dossiers.reading import DossierView, find_dossier
from kiosk.dossiers.returning import ReturnResult
from kiosk.dossiers.supplementing import AskSupplement, RestartDossier, ask_supplement, restart
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.fixtures.dossiers import receive
from tests.fixtures.store import OFFICER

MISSING = (MissingPaper("Giấy chứng sinh", originals=1, what="chưa có chữ ký"),)
FAR = date(2027, 3, 15)
WHY = "chưa có kết quả xác minh"

_ACTS: Mapping[Act, tuple[Callable[..., DossierMoved], Callable[..., Any], dict[str, Any]]] = {
    Act.FORWARD: (start_processing, MoveDossier, {}),
    Act.TAKE_OVER: (take_over, TakeOver, {"agency": "Phòng Tư pháp"}),
    Act.ASK_SUPPLEMENT: (ask_supplement, AskSupplement, {"papers": MISSING}),
    Act.RESTART: (restart, RestartDossier, {}),
    Act.EXTEND: (extend, ExtendDossier, {"day": FAR, "reason": WHY}),
    Act.READY: (mark_ready, MoveDossier, {}),
    Act.REFUSE: (refuse, EndDossier, {"reason": WHY}),
    Act.WITHDRAW: (withdraw, EndDossier, {}),
    Act.RESUME: (resume, EndDossier, {"reason": WHY}),
    Act.STOP: (stop, EndDossier, {"reason": WHY}),
    Act.CORRECT: (correct, CorrectDossier, {"day": FAR, "reason": WHY}),
    Act.LOSE: (
        report_loss,
        LosePapers,
        {"reason": WHY, "papers": ("Tờ khai theo mẫu",), "remedy": "làm lại tờ khai"},
    ),
    Act.FIND: (report_found, FindPapers, {"note": "tìm thấy ở kho"}),
    Act.RETURN: (return_result, ReturnResult, {}),
}
AFTER_RECEPTION = tuple(_ACTS)
_S = DossierState
WAYS: Mapping[DossierState, tuple[Act, ...]] = {
    _S.RECEIVED: (),
    _S.PROCESSING: (Act.FORWARD,),
    _S.SUPPLEMENTING: (Act.FORWARD, Act.ASK_SUPPLEMENT),
    _S.WITHDRAWING: (Act.FORWARD, Act.WITHDRAW),
    _S.CORRECTING: (Act.FORWARD, Act.READY, Act.CORRECT),
    _S.RESULT_READY: (Act.FORWARD, Act.READY),
    _S.REFUSED: (Act.FORWARD, Act.REFUSE),
    _S.STOPPED: (Act.WITHDRAW,),
    _S.RETURNED: (Act.FORWARD, Act.READY, Act.RETURN),
}


def do(store: Store, act: Act, code: str, by: Actor = OFFICER, **more: Any) -> DossierMoved:
    """Carry out an act with what it needs; ``more`` replaces that."""
    use_case, wish, usual = _ACTS[act]
    return store.do(use_case, wish(code, **(usual | more)), by)


def brought_to(store: Store, state: DossierState, *first: Act) -> str:
    """The code of a dossier that came to a state, ``first`` done upon it before."""
    code = receive(store).code
    for act in (*first, *WAYS[state]):
        do(store, act, code)
    return code


def seen(store: Store, code: str) -> DossierView:
    """A dossier as it stands."""
    with store.read() as unit:
        return find_dossier(unit, code)


def refused(store: Store, act: Act, code: str, by: Actor = OFFICER, **more: Any) -> Refused:
    """The refusal of an act that must change nothing."""
    before = seen(store, code)
    with pytest.raises(Refused) as refusal:
        do(store, act, code, by, **more)
    assert seen(store, code) == before
    return refusal.value
