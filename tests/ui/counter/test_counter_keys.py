"""The keyboard map on every page: a key acts, or a sentence says why not; the bar tells the truth."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kiosk.dossiers.fees import TakeFee, take_fee
from kiosk.dossiers.life import MoveDossier, mark_ready
from kiosk.queue.views import tickets_of_day
from kiosk.storage.units import Actor
from kiosk.ui.counter.answers import HELP, KEYS
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.key_sheet import KeySheet
from tests.fixtures.dossiers import receive
from tests.ui import clipping
from tests.ui.counter.counter_kit import CTRL, AtCounter, Key, take
from tests.ui.counter.scans_kit import at_hand

HERE = Actor("QUAY1", "CV01")
DESIGN = (*(f"F{n}" for n in range(1, 13)), *(f"Ctrl {letter}" for letter in "BLSPKQN"), "Esc")
NONE = Qt.KeyboardModifier.NoModifier


def key_of(name: str) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    """``Ctrl P`` as Qt knows it."""
    if name.startswith("Ctrl F"):
        return getattr(Key, f"Key_{name[5:]}"), CTRL
    if name.startswith("Ctrl "):
        return Key(ord(name[-1])), CTRL
    return (Key.Key_Escape, NONE) if name == "Esc" else (getattr(Key, f"Key_{name}"), NONE)


def _sign_in(counter: AtCounter) -> None:
    counter.press(Key.Key_N, CTRL)


def _nobody(_: AtCounter) -> None:
    return


def _called(counter: AtCounter) -> None:
    for _ in range(3):
        take(counter.store)
    counter.settle()
    counter.press(Key.Key_F2)
    counter.rested()


def _serving(counter: AtCounter) -> None:
    _called(counter)
    counter.press(Key.Key_F9)
    counter.rested()


def _receiving(counter: AtCounter) -> None:
    _called(counter)
    counter.press(Key.Key_F7)


def _dossier(counter: AtCounter) -> None:
    counter.scan(receive(counter.store, by=HERE, counter=1).code)


def _refusing(counter: AtCounter) -> None:
    _dossier(counter)
    counter.press(Key.Key_F11)


def _ready(counter: AtCounter) -> str:
    code = receive(counter.store, by=HERE, counter=1).code
    counter.store.do(mark_ready, MoveDossier(code), HERE)
    counter.settle()
    return code


def _returning(counter: AtCounter) -> None:
    counter.scan(_ready(counter))
    counter.press(Key.Key_F12)


def _papers(counter: AtCounter) -> None:
    counter.press(Key.Key_R, CTRL)


def _with_result(counter: AtCounter) -> None:
    counter.scan(_ready(counter))


def _telling(counter: AtCounter) -> None:
    _ready(counter)
    counter.press(Key.Key_G, CTRL)


def _nobody_to_tell(counter: AtCounter) -> None:
    counter.press(Key.Key_G, CTRL)


def _charging(counter: AtCounter) -> None:
    _dossier(counter)
    counter.press(Key.Key_T, CTRL)


def _takings(counter: AtCounter) -> None:
    code = receive(counter.store, by=HERE, counter=1).code
    counter.store.do(take_fee, TakeFee(code, 15_000, "AA-01"), HERE)
    counter.settle()
    counter.press(Key.Key_D, CTRL)


def _nothing_taken(counter: AtCounter) -> None:
    counter.press(Key.Key_D, CTRL)


def _scans(counter: AtCounter) -> None:
    _dossier(counter)
    counter.press(Key.Key_Q, CTRL)
    at_hand(counter, "scans")


def _stack(counter: AtCounter) -> None:
    counter.press(Key.Key_Q, CTRL)
    at_hand(counter, "stack")


PAGES: dict[str, Callable[[AtCounter], None]] = {
    "sign_in": _sign_in,
    "main, nobody": _nobody,
    "main, called": _called,
    "main, serving": _serving,
    "receive": _receiving,
    "dossier": _dossier,
    "dossier, ready": _with_result,
    "return": _returning,
    "act": _refusing,
    "papers": _papers,
    "tell": _telling,
    "tell, nobody": _nobody_to_tell,
    "fee": _charging,
    "takings": _takings,
    "takings, nothing": _nothing_taken,
    "scans": _scans,
    "stack": _stack,
}


VALID = {
    "sign_in": "F1",
    "main, nobody": "F1 F7 F8 Ctrl_B Ctrl_G Ctrl_D Ctrl_Q Ctrl_R Ctrl_N",
    "main, called": "F1 F2 F3 F4 F5 F6 F7 F8 F9 Ctrl_B Ctrl_G Ctrl_D Ctrl_Q Ctrl_R Ctrl_N",
    "main, serving": "F1 F2 F5 F6 F7 F8 F9 Ctrl_B Ctrl_G Ctrl_D Ctrl_Q Ctrl_R Ctrl_N",
    "receive": "F1 F8 Ctrl_S Ctrl_E Ctrl_I Ctrl_N Esc",
    "dossier": (
        "F1 F7 F8 F9 F10 F11 Ctrl_B Ctrl_L Ctrl_K Ctrl_O Ctrl_P Ctrl_Q Ctrl_T Ctrl_R Ctrl_N Esc"
    ),
    "dossier, ready": "F1 F7 F8 F12 Ctrl_K Ctrl_O Ctrl_P Ctrl_Q Ctrl_T Ctrl_G Ctrl_R Ctrl_N Esc",
    "return": "F1 F8 Ctrl_T Ctrl_N Esc",
    "act": "F1 F8 Ctrl_N Esc",
    "papers": "F1 F7 F8 Ctrl_N Esc",
    "tell": "F1 F8 F9 Ctrl_U Ctrl_N Esc",
    "tell, nobody": "F1 F8 Ctrl_N Esc",
    "fee": "F1 F8 Ctrl_N Esc",
    "takings": "F1 F8 F9 Ctrl_N Esc",
    "takings, nothing": "F1 F8 Ctrl_N Esc",
    "scans": "F1 F8 F10 F11 Ctrl_N Esc",
    "stack": "F1 F8 F10 F11 Ctrl_N Esc",
}
"""The map: what acts on which page; everything else in :data:`KEYS` is answered."""


def valid(page: str) -> set[str]:
    """The keys that act on a page."""
    return {key.replace("_", " ") for key in VALID[page].split()}


@dataclass(frozen=True, slots=True)
class Moment:
    """All that an act could change, and all that an answer could be told by."""

    at: str
    asked: object
    told: str
    answer: str
    tickets: tuple[object, ...]
    jobs: int
    preview: bool
    focus: object

    def same_deed(self, other: "Moment") -> bool:
        """Whether nothing was done in between, only told."""
        mine = (self.at, self.asked, self.tickets, self.jobs)
        return mine == (other.at, other.asked, other.tickets, other.jobs)


def moment(counter: AtCounter) -> Moment:
    """How things stand."""
    window = counter.window
    page = window.pages.currentWidget()
    reply = getattr(page, "reply", None)
    told = [reply.text] if reply is not None else []
    if window.place == "sign_in":
        told.append(window.sign_in.note.text())
    preview = False
    if window.place == "receive" and window.reception.page is not None:
        body = window.reception.page.body
        preview = body.preview_shown
        told += [body.banner.text, body.saved_said, body.procedure.error]
    with counter.store.read() as unit:
        tickets = tuple((one.label, one.state, one.calls) for one in tickets_of_day(unit))
    return Moment(
        window.place,
        counter.question,
        window.told,
        " ".join(told),
        tickets,
        len(counter.printer.sent),
        preview,
        counter.place(),
    )


def forget(counter: AtCounter) -> None:
    """Nothing is told any more."""
    window = counter.window
    window.say("")
    window.sign_in.tell("")
    if window._toast is not None:
        window._toast.hide()


@pytest.mark.parametrize("page", PAGES)
def test_what_does_not_act_here_is_answered(counter: AtCounter, page: str) -> None:
    PAGES[page](counter)
    assert set(counter.bar()) & set(KEYS) == valid(page)
    for name in KEYS:
        if name in valid(page):
            continue
        forget(counter)
        before = moment(counter)
        counter.press(*key_of(name))
        after = moment(counter)
        assert after.same_deed(before), f"{name} on {page} is not in the bar and acts"
        said = {after.told, after.answer} - {"", before.told, before.answer}
        shown = page == "receive" and after.focus is not before.focus
        assert said or shown, f"{name} on {page}: silence"


@pytest.mark.parametrize(
    ("page", "name"), [(page, name) for page in PAGES for name in sorted(valid(page))]
)
def test_what_the_bar_shows_acts(counter: AtCounter, page: str, name: str) -> None:
    PAGES[page](counter)
    if name == "F8" and page.startswith("main"):
        counter.window.main.lines.table.setFocus()
    forget(counter)
    before = moment(counter)
    counter.press(*key_of(name))
    assert moment(counter) != before, f"{name} on {page} does nothing"


def test_the_map_of_the_design_is_whole() -> None:
    assert set(DESIGN) <= set(KEYS)
    helped = {key for key, _ in HELP}
    assert {"F1", "F2", "F9", "F12", "Ctrl P", "Ctrl S", "Ctrl N", "Esc"} <= helped


@pytest.mark.parametrize("page", PAGES)
def test_a_key_that_the_bar_leaves_out_at_1366_stands_on_its_page(
    counter: AtCounter, page: str
) -> None:
    PAGES[page](counter)
    counter.window.resize(1366, 768)
    QApplication.processEvents()
    bar = counter.window.key_bar
    left_out = set(bar.keys) - set(bar.shown())
    assert {key for key, _ in left_out} <= bar.on_page
    hints = {each._key for each in counter.window.findChildren(DeskButton) if each.isVisible()}
    told_in_words = {"Ctrl P", "Ctrl Q", "F10"}
    assert {key for key, _ in left_out} - told_in_words <= hints, "its words stand on the page"


def test_the_fullest_bar_fits_too(counter: AtCounter) -> None:
    counter.scan(receive(counter.store, by=HERE, counter=1).code)
    counter.press(Key.Key_Escape)
    _called(counter)
    counter.scan("nguyen")
    counter.window.resize(1366, 768)
    QApplication.processEvents()
    bar = counter.window.key_bar
    assert {"F12", "Ctrl P", "Ctrl N", "Esc"} <= set(dict(bar.keys))
    assert {key for key, _ in set(bar.keys) - set(bar.shown())} <= bar.on_page


def test_f12_on_the_main_page_goes_straight_to_who_takes_it(counter: AtCounter) -> None:
    code = _ready(counter)
    counter.press(Key.Key_4, CTRL)
    assert counter.window.main.lines.chosen_code == code
    counter.press(Key.Key_F12)
    assert counter.at == "return"
    counter.press(Key.Key_Escape)
    assert counter.at == "dossier"


def test_f12_for_a_dossier_without_a_result_says_why(counter: AtCounter) -> None:
    receive(counter.store, by=HERE, counter=1)
    counter.settle()
    counter.press(Key.Key_F12)
    assert counter.at == "dossier"
    assert counter.window.dossier.reply.text


def test_help_fits_the_smallest_window(counter: AtCounter) -> None:
    counter.window.resize(1366, 768)
    counter.press(Key.Key_F1)
    QApplication.processEvents()
    sheet = counter.window.asking
    assert isinstance(sheet, KeySheet)
    inside = counter.window.rect().adjusted(16, 16, -16, -16)
    assert inside.contains(sheet.card.geometry())
    assert clipping.troubles(counter.window) == []
    counter.press(Key.Key_Return)
    assert counter.question is None


def test_the_answers_of_a_question_show_their_keys(counter: AtCounter) -> None:
    _called(counter)
    counter.press(Key.Key_F4)
    sheet = counter.window.asking
    assert sheet is not None
    wanted = sheet.wanted
    assert isinstance(wanted, DeskButton)
    names = [sheet.safe.accessibleName(), wanted.accessibleName()]
    assert names == ["Chờ thêm, Esc", "Báo vắng mặt, Tab"]
    counter.press(Key.Key_Tab)
    assert wanted.accessibleName() == "Báo vắng mặt, Enter"
    counter.press(Key.Key_Return)
    assert counter.window.told == "Đã ghi HT-001 vắng mặt."
