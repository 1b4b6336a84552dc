"""Whom to call, with which words, until somebody was reached."""

from datetime import date

import pytest

from kiosk.dossiers.model import Act, DossierState
from kiosk.dossiers.telling import (
    MarkTold,
    TellStanding,
    ToldBy,
    count_to_tell,
    mark_told,
    messages,
    telling_of,
    to_tell,
)
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from tests.dossiers.acting import brought_to, do
from tests.fixtures.dossiers import receive
from tests.fixtures.store import OFFICER, SteppingClock

READY = DossierState.RESULT_READY
SAID = {
    DossierState.RESULT_READY: "đã có kết quả",
    DossierState.REFUSED: "đã có văn bản trả lời",
    DossierState.STOPPED: "đã dừng giải quyết",
    DossierState.SUPPLEMENTING: "cần bổ sung: Giấy chứng sinh.",
    DossierState.CORRECTING: "xin hẹn trả ngày 15/03/2027",
}


@pytest.mark.parametrize("state", DossierState)
def test_every_state_tells_or_tells_nothing(dossier_store: Store, state: DossierState) -> None:
    code = brought_to(dossier_store, state)
    with dossier_store.read() as unit:
        lines = to_tell(unit)
    if state not in SAID:
        assert lines == ()
        with pytest.raises(Refused) as refusal:
            dossier_store.do(mark_told, MarkTold(code), OFFICER)
        assert refusal.value.code == "tell.nothing"
        return
    (line,) = lines
    assert (line.code, line.about, line.phone) == (code, state.value, "0912 345 678")
    assert SAID[state] in line.text
    assert code in line.text
    assert "Nguyễn" not in line.text, "a telephone may be in other hands"
    dossier_store.do(mark_told, MarkTold(code), OFFICER)
    with dossier_store.read() as unit:
        assert to_tell(unit) == ()


def test_a_moved_day_is_told_with_both_days(dossier_store: Store) -> None:
    code = receive(dossier_store).code
    do(dossier_store, Act.EXTEND, code, day=date(2026, 12, 2))
    with dossier_store.read() as unit:
        (line,) = to_tell(unit)
    assert line.about == "extended"
    assert "27/11/2026" in line.text
    assert "02/12/2026" in line.text


def test_whoever_was_not_reached_stays_on_the_list(
    dossier_store: Store, clock: SteppingClock
) -> None:
    first, second = (brought_to(dossier_store, DossierState.RESULT_READY) for _ in range(2))
    clock.set("2026-11-23T10:00+07:00")
    for _ in range(2):
        dossier_store.do(mark_told, MarkTold(first, ToldBy.PHONE, reached=False), OFFICER)
    with dossier_store.read() as unit:
        lines = to_tell(unit)
    assert [(line.code, line.tried) for line in lines] == [(first, 2), (second, 0)]


def test_news_after_somebody_was_told_is_to_be_told_again(dossier_store: Store) -> None:
    code = brought_to(dossier_store, DossierState.RESULT_READY)
    dossier_store.do(mark_told, MarkTold(code), OFFICER)
    do(dossier_store, Act.CORRECT, code)
    with dossier_store.read() as unit:
        assert [line.about for line in to_tell(unit)] == ["correcting"]


def test_who_handed_it_in_is_called(dossier_store: Store) -> None:
    person = {"name": "Trần Thị Bình", "phone": "0987654321"}
    code = receive(dossier_store, submitter=person).code
    do(dossier_store, Act.READY, code)
    with dossier_store.read() as unit:
        (line,) = to_tell(unit)
    assert (line.name, line.phone) == ("Trần Thị Bình", "0987 654 321")


def test_there_are_words_for_all_of_it() -> None:
    assert set(messages()) == {state.value for state in SAID} | {"extended", "papers_lost"}


def test_how_many_are_to_be_told_is_as_long_as_the_list(dossier_store: Store) -> None:
    codes = [brought_to(dossier_store, state) for state in DossierState]
    with dossier_store.read() as unit:
        assert count_to_tell(unit) == len(to_tell(unit)) == len(SAID)
    dossier_store.do(mark_told, MarkTold(codes[list(DossierState).index(READY)]), OFFICER)
    with dossier_store.read() as unit:
        assert count_to_tell(unit) == len(to_tell(unit)) == len(SAID) - 1


def test_a_dossier_knows_whether_its_citizen_was_told(
    dossier_store: Store, clock: SteppingClock
) -> None:
    code = receive(dossier_store).code
    with dossier_store.read() as unit:
        assert telling_of(unit, code) == TellStanding()
    do(dossier_store, Act.READY, code)
    dossier_store.do(mark_told, MarkTold(code, reached=False), OFFICER)
    with dossier_store.read() as unit:
        found = telling_of(unit, code)
    assert (found.about, found.tried, found.told) == ("result_ready", 1, None)
    clock.set("2026-11-23T10:00+07:00")
    dossier_store.do(mark_told, MarkTold(code, ToldBy.MESSAGE), OFFICER)
    with dossier_store.read() as unit:
        told = telling_of(unit, code).told
    assert told is not None
    assert (told.by, told.officer_name, told.at) == (ToldBy.MESSAGE, "Lê Minh Mẫu", clock.now())


def test_what_happens_next_is_news_again(dossier_store: Store) -> None:
    code = brought_to(dossier_store, READY)
    dossier_store.do(mark_told, MarkTold(code), OFFICER)
    do(dossier_store, Act.CORRECT, code)
    with dossier_store.read() as unit:
        found = telling_of(unit, code)
    assert (found.about, found.told) == ("correcting", None)
