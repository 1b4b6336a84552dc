"""A dossier in each of its states, opened at the counter: all is said in words, nothing is cut."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.dossiers.model import Act, DossierState
from kiosk.ui.counter.life_keys import derive_keys
from kiosk.ui.counter.life_log import _TITLES
from kiosk.ui.counter.life_words import SHUT, STATE_PILLS
from kiosk.ui.parts.label import Label
from tests.dossiers.acting import brought_to
from tests.ui.clipping import troubles
from tests.ui.counter.counter_kit import CTRL, AtCounter, Key
from tests.ui.seeing import faint, jumps, nameless

STATES = tuple(DossierState)
SIZES = [(1366, 768), (1920, 1080)]
PICTURES = os.environ.get("COUNTER_PICTURES", "")


def opened(counter: AtCounter, state: DossierState) -> str:
    """A dossier brought to a state, and opened."""
    code = brought_to(counter.store, state)
    counter.settle()
    counter.scan(code)
    return code


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", STATES)
def test_every_state_is_whole_and_in_words(
    counter: AtCounter, state: DossierState, size: tuple[int, int]
) -> None:
    opened(counter, state)
    window = counter.window
    window.resize(*size)
    for _ in range(4):
        QApplication.processEvents()
    if PICTURES:
        window.grab().save(str(Path(PICTURES) / f"{state}-{size[0]}.png"))
    assert troubles(window) == []
    assert nameless(window) == []
    assert jumps(window.dossier) == []
    assert faint(window) == []
    props = window.dossier.props
    assert props is not None
    assert STATE_PILLS[state] in props.pills
    said = [row.title + row.detail + row.when for row in props.log]
    codes = {*(one.value for one in DossierState), *(one.value for one in Act)}
    assert not [text for text in said if any(code in text for code in codes)]


def test_every_state_and_every_act_has_its_words() -> None:
    assert set(STATE_PILLS) == set(SHUT) == {state.value for state in DossierState}
    assert set(_TITLES) == {act.value for act in Act}


@pytest.mark.parametrize("state", STATES)
def test_what_cannot_be_done_stays_and_says_why(counter: AtCounter, state: DossierState) -> None:
    opened(counter, state)
    page, window = counter.window.dossier, counter.window
    assert window.opened is not None
    keys = derive_keys(window.opened)
    assert [one.key for one in keys] == ["Ctrl B", "Ctrl L", "F10", "F11", "Ctrl K", "Ctrl O"]
    for one in keys:
        button = page.acts.keys[one.key]
        assert button.isEnabled() is not bool(one.reason)
        assert button.accessibleDescription() == one.reason
        # Where the acts stand close, the reason is told once below them.
        assert one.reason in (button.reason or page.acts._shut.text())
        assert (one.key in counter.bar()) is not bool(one.reason)
    shut = next((one for one in keys if one.reason and one.key[0] == "F"), None)
    if shut is not None:
        counter.press(Key.Key_F10 if shut.key == "F10" else Key.Key_F11)
        assert counter.at == "dossier"
        assert page.reply.text == shut.reason


@pytest.mark.parametrize(
    ("state", "act", "who", "told"),
    [
        (DossierState.RESULT_READY, "Trả kết quả", "Ai nhận kết quả", "Đã trả kết quả hồ sơ {}."),
        (
            DossierState.REFUSED,
            "Trả phiếu từ chối",
            "Ai nhận phiếu từ chối",
            "Đã trả phiếu từ chối hồ sơ {}.",
        ),
        (
            DossierState.STOPPED,
            "Trả lại giấy tờ",
            "Ai nhận lại giấy tờ",
            "Đã trả lại giấy tờ hồ sơ {}.",
        ),
    ],
)
def test_what_waits_is_handed_back_by_f12(
    counter: AtCounter, state: DossierState, act: str, who: str, told: str
) -> None:
    code = opened(counter, state)
    assert counter.bar()["F12"] == act
    counter.press(Key.Key_F12)
    assert counter.at == "return"
    page = counter.window.returning.page
    assert page is not None
    assert page.form.to.accessibleName() == who
    assert who in [label.text() for label in page.findChildren(Label)]
    counter.press(Key.Key_Tab)
    counter.press(Key.Key_Space)
    assert counter.bar()["F9"] == act
    counter.press(Key.Key_F9)
    assert counter.at == "dossier"
    assert counter.window.told == told.format(code)
    assert counter.window.dossier.log.rows[-1].title == act
    assert {"F9", "F12", "F10"}.isdisjoint(counter.bar())


@pytest.mark.parametrize("state", STATES)
def test_the_table_says_where_each_stands(counter: AtCounter, state: DossierState) -> None:
    code = brought_to(counter.store, state)
    counter.settle()
    waits = state in (DossierState.RESULT_READY, DossierState.REFUSED, DossierState.STOPPED)
    counter.press(Key.Key_4, CTRL)
    assert (code in counter.codes) is waits
    counter.press(Key.Key_6, CTRL)
    assert (code in counter.codes) is (state is DossierState.SUPPLEMENTING)
    counter.scan(code[-6:])
    row = counter.window.main.lines.table.rows_model.rows[0]
    assert row.state.text
    assert row.state.text not in {one.value for one in DossierState}
