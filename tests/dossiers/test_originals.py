"""Originals kept for comparison are given back with the result, on a paper of their own."""

from typing import Any

import pytest

from kiosk.dossiers.issuing import last_letter
from kiosk.dossiers.letters import MissingPaper, OriginalsReceipt
from kiosk.dossiers.model import Act, DossierState, Receiver
from kiosk.office.legal import FormKind
from kiosk.printing.papers import render
from kiosk.storage.store import Store
from tests.dossiers.acting import WAYS, brought_to, do, refused, seen
from tests.fixtures.dossiers import receive

FORM, DIPLOMA = "Tờ khai theo mẫu", "Bằng tốt nghiệp"
PAPERS = [
    {"name": FORM, "originals": 1},
    {"name": DIPLOMA, "originals": 2, "copies": 1},
    {"name": "Bản vẽ", "originals": 0, "copies": 3},
]


def ready(store: Store, **changes: Any) -> str:
    code = receive(store, **({"papers": PAPERS} | changes)).code
    for act in WAYS[DossierState.RESULT_READY]:
        do(store, act, code)
    return code


@pytest.mark.parametrize(
    ("given", "papers"),
    [
        (
            {"originals": True},
            (MissingPaper(FORM, originals=1), MissingPaper(DIPLOMA, originals=2)),
        ),
        ({"only": ("bang tot nghiep",)}, (MissingPaper(DIPLOMA, originals=2),)),
    ],
)
def test_what_is_given_back_stands_on_the_receipt(
    dossier_store: Store, given: dict[str, Any], papers: tuple[MissingPaper, ...]
) -> None:
    code = ready(dossier_store)
    fact = do(dossier_store, Act.RETURN, code, **given)
    view = seen(dossier_store, code)
    assert (fact.letter, len(fact.print_jobs)) == ("01/TBC", 1)
    assert view.events[-1].details["originals"] == [paper.name for paper in papers]
    with dossier_store.read() as unit:
        receipt = last_letter(unit, view.id, FormKind.ORIGINALS)
    assert isinstance(receipt, OriginalsReceipt)
    assert (receipt.papers, receipt.receiver_name) == (papers, "Nguyễn Văn An")
    job = view.print_jobs[-1]
    assert (job.kind, job.title) == ("originals", "Giấy trả lại bản chính 01/TBC")
    assert render(job.kind, job.paper, copies=job.copies, reprint=False).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"to": Receiver.SUBMITTER}, "Trần Thị Bình"),
        (
            {
                "to": Receiver.REPRESENTATIVE,
                "name": "Lý Thị Sáu",
                "id_number": "038190001234",
                "authorized": True,
            },
            "Lý Thị Sáu",
        ),
        ({"to": Receiver.POST, "address": "Số 5 Lê Lợi"}, "Nguyễn Văn An"),
    ],
)
def test_who_takes_them_signs(dossier_store: Store, given: dict[str, Any], name: str) -> None:
    code = ready(dossier_store, submitter={"name": "Trần Thị Bình", "phone": "0987654321"})
    do(dossier_store, Act.RETURN, code, originals=True, **given)
    with dossier_store.read() as unit:
        receipt = last_letter(unit, seen(dossier_store, code).id, FormKind.ORIGINALS)
    assert isinstance(receipt, OriginalsReceipt)
    assert receipt.receiver_name == name


def test_without_a_tick_nothing_is_owed(dossier_store: Store) -> None:
    code = ready(dossier_store)
    fact = do(dossier_store, Act.RETURN, code)
    assert (fact.letter, fact.print_jobs) == ("", ())
    assert "originals" not in seen(dossier_store, code).events[-1].details


@pytest.mark.parametrize("state", [DossierState.REFUSED, DossierState.STOPPED])
def test_they_go_back_with_a_refusal_and_a_stopped_dossier_too(
    dossier_store: Store, state: DossierState
) -> None:
    code = brought_to(dossier_store, state)
    assert do(dossier_store, Act.RETURN, code, originals=True).letter == "01/TBC"


def test_what_is_not_kept_cannot_be_given_back(dossier_store: Store) -> None:
    code = ready(dossier_store)
    refusal = refused(dossier_store, Act.RETURN, code, only=("Bản vẽ",))
    assert (refusal.code, refusal.details["known"]) == ("return.not_kept", [FORM, DIPLOMA])
    do(dossier_store, Act.LOSE, code, papers=(DIPLOMA,))
    assert refused(dossier_store, Act.RETURN, code, only=(DIPLOMA,)).code == "return.not_kept"
    bare = ready(dossier_store, papers=PAPERS[2:])
    assert refused(dossier_store, Act.RETURN, bare, originals=True).code == "return.no_originals"
