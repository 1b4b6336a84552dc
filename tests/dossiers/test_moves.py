"""Every state with every act under both decrees: what follows, or the sentence that refuses."""

from itertools import product

import pytest

from kiosk.dossiers.model import ACT_WORDS, STATE_WORDS, Act, DossierState, moved, open_acts
from kiosk.dossiers.reading import find_dossier
from kiosk.office.legal import legal_profile
from kiosk.refusal import Refused
from kiosk.storage import schema
from kiosk.storage.store import Store
from tests.dossiers.acting import AFTER_RECEPTION, brought_to, do

DECREES = ("ND61_2018", "ND118_2025")
SHORT = {
    "nhận": DossierState.RECEIVED,
    "giải": DossierState.PROCESSING,
    "bổ": DossierState.SUPPLEMENTING,
    "rút": DossierState.WITHDRAWING,
    "sửa": DossierState.CORRECTING,
    "xong": DossierState.RESULT_READY,
    "chối": DossierState.REFUSED,
    "dừng": DossierState.STOPPED,
    "trả": DossierState.RETURNED,
}
TABLE = """
                    nhận   giải   bổ     rút    sửa    xong   chối   dừng   trả
    received        -      -      -      -      -      -      -      -      -
    processing_started giải -     -      -      -      -      -      -      -
    taken_over      -      giải   -      -      -      -      -      -      -
    supplement_asked bổ    bổ     -      -      -      -      -      -      -
    restarted       -      -      nhận   -      -      -      -      -      -
    extended        nhận   giải   -      -      -      -      -      -      -
    result_ready    xong   xong   -      -      xong   -      -      -      -
    refused         chối   chối   -      -      -      -      -      -      -
    withdrawn       dừng   rút    dừng   -      -      -      -      -      -
    resumed         -      -      -      giải   -      -      -      -      -
    stopped         dừng*  dừng*  dừng*  dừng   -      -      -      -      -
    correction_begun -     -      -      -      -      sửa    sửa    -      sửa
    papers_lost     nhận   giải   bổ     rút    sửa    xong   chối   dừng   -
    papers_found    nhận   giải   bổ     rút    sửa    xong   chối   dừng   trả
    returned        -      -      -      -      -      trả    trả    trả    -
"""
"""What follows; * only under a decree that knows a notice of stopping."""


def expected(decree: str) -> dict[tuple[DossierState, Act], DossierState]:
    head, *lines = (line.split() for line in TABLE.strip().splitlines())
    found = {}
    for name, *cells in lines:
        for column, cell in zip(head, cells, strict=True):
            if cell == "-" or (cell.endswith("*") and decree == "ND61_2018"):
                continue
            found[SHORT[column], Act(name)] = SHORT[cell.rstrip("*")]
    return found


def test_the_table_holds_every_act() -> None:
    assert [line.split()[0] for line in TABLE.strip().splitlines()[1:]] == list(Act)
    assert set(SHORT.values()) == set(DossierState)


@pytest.mark.parametrize(
    ("decree", "state", "act"), list(product(DECREES, DossierState, Act)), ids=str
)
def test_every_state_with_every_act(decree: str, state: DossierState, act: Act) -> None:
    rules, allowed = legal_profile(decree).rules, expected(decree)
    assert moved(state, act, rules) == allowed.get((state, act))
    assert (act in open_acts(state, rules)) == ((state, act) in allowed)


def test_every_state_and_act_has_words() -> None:
    assert set(STATE_WORDS) == set(DossierState)
    assert set(ACT_WORDS) == set(Act)


@pytest.mark.parametrize(
    ("decree", "state", "act"), list(product(DECREES, DossierState, AFTER_RECEPTION)), ids=str
)
def test_a_move_is_made_or_refused_in_words(
    dossier_store: Store, decree: str, state: DossierState, act: Act
) -> None:
    code = brought_to(dossier_store, state, *([Act.LOSE] if act is Act.FIND else []))
    with dossier_store.engine.begin() as conn:
        conn.execute(schema.dossier.update().values(legal_profile=decree))
    with dossier_store.read() as unit:
        before = find_dossier(unit, code)
    allowed = expected(decree)
    if (state, act) in allowed:
        fact = do(dossier_store, act, code)
        with dossier_store.read() as unit:
            after = find_dossier(unit, code)
        assert fact.state is after.state is allowed[state, act]
        assert after.events[:-1] == before.events
        assert after.events[-1].act is act
        assert after.revision == before.revision + 1 == len(after.events)
        return
    with pytest.raises(Refused) as refusal:
        do(dossier_store, act, code)
    under_another = (state, act) in expected("ND118_2025")
    assert refusal.value.code == (
        "dossier.not_under_decree" if under_another else "dossier.wrong_state"
    )
    assert refusal.value.details["wanted"] == ACT_WORDS[act]
    with dossier_store.read() as unit:
        assert find_dossier(unit, code) == before
