"""What the acts upon a dossier owe on paper comes out: from the use-case to the PDF."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from kiosk.dossiers.handing_over import HandOver, PrintControl, hand_over, print_control
from kiosk.dossiers.model import Act, DossierState
from kiosk.printing.papers import render
from kiosk.storage import print_jobs
from kiosk.storage.store import Store
from tests.dossiers.acting import brought_to, do
from tests.fixtures.dossiers import receive
from tests.fixtures.store import OFFICER

OWED = {
    Act.ASK_SUPPLEMENT: (DossierState.PROCESSING, "supplement"),
    Act.RESTART: (DossierState.SUPPLEMENTING, "form01"),
    Act.EXTEND: (DossierState.PROCESSING, "apology"),
    Act.REFUSE: (DossierState.PROCESSING, "refusal"),
    Act.WITHDRAW: (DossierState.RECEIVED, "stop"),
    Act.STOP: (DossierState.WITHDRAWING, "stop"),
    Act.CORRECT: (DossierState.RESULT_READY, "apology"),
}


@pytest.mark.parametrize("act", OWED)
def test_the_paper_of_an_act_comes_out(dossier_store: Store, act: Act) -> None:
    state, kind = OWED[act]
    fact = do(dossier_store, act, brought_to(dossier_store, state))
    comes_out(dossier_store, fact.print_jobs, kind)


def test_a_list_and_a_control_sheet_come_out(dossier_store: Store) -> None:
    codes = tuple(receive(dossier_store).code for _ in range(3))
    given = dossier_store.do(hand_over, HandOver(codes, "Phòng Tư pháp"), OFFICER)
    comes_out(dossier_store, given.print_jobs, "handover")
    sheet = dossier_store.do(print_control, PrintControl(codes[0]), OFFICER)
    comes_out(dossier_store, sheet.print_jobs, "control")


@pytest.mark.parametrize(
    ("act", "state", "said", "unsaid"),
    [
        (Act.EXTEND, DossierState.PROCESSING, "sự chậm trễ", "sai sót"),
        (Act.CORRECT, DossierState.RETURNED, "vì sai sót này", "chậm trễ"),
    ],
)
def test_an_apology_says_what_it_is_for(
    dossier_store: Store, act: Act, state: DossierState, said: str, unsaid: str
) -> None:
    fact = do(dossier_store, act, brought_to(dossier_store, state))
    pdf = PdfReader(BytesIO(comes_out(dossier_store, fact.print_jobs, "apology")))
    text = " ".join(pdf.pages[0].extract_text().split())
    assert said in text
    assert unsaid not in text


def comes_out(store: Store, jobs: tuple[str, ...], kind: str) -> bytes:
    with store.read() as unit:
        (job,) = (print_jobs.one(unit, each) for each in jobs)
    assert job.kind == kind
    pdf = render(job.kind, job.paper, copies=job.copies, reprint=False)
    assert pdf.startswith(b"%PDF-")
    return pdf
