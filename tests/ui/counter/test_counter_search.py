"""Finding a dossier by its people's telephone, and choosing among very many answers."""

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.dossiers.finding import codes_by_phone
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from kiosk.ui.parts.choice import Option
from kiosk.ui.parts.choice_sheet import MORE, MOST_OPTIONS, ChoiceSheet
from kiosk.ui.parts.sheet import Question
from tests.fixtures.dossiers import receive
from tests.ui import clipping
from tests.ui.counter.counter_kit import AtCounter, Key

HERE = Actor("QUAY1", "CV01")


@pytest.fixture
def codes(dossier_store: Store) -> tuple[str, str]:
    """A dossier of 0912 345 678, and one handed in by 0987 654 321 for somebody without."""
    own = receive(dossier_store, by=HERE, counter=1).code
    other = receive(
        dossier_store,
        by=HERE,
        counter=1,
        channel="authorized",
        applicant={"name": "Lý Thị Mẫu", "phone": None},
        submitter={"name": "Lý Văn Mẫu", "relation": "con", "phone": "0987654321"},
    ).code
    return own, other


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("5678", {0}),
        ("0912 345 678", {0}),
        ("0912.345.678", {0}),
        ("+84 912 345 678", {0}),
        ("4321", {1}),
        ("0987654321", {1}),
        ("678", set()),
        ("345", set()),
        ("91234567", set()),
        ("0", set()),
    ],
)
def test_the_last_figures_of_a_telephone_find_it(
    dossier_store: Store, codes: tuple[str, str], typed: str, found: set[int]
) -> None:
    with dossier_store.read() as unit:
        assert codes_by_phone(unit, typed) == {codes[at] for at in found}


@pytest.mark.parametrize("typed", ["5678", "0912 345 678", "+84912345678"])
def test_it_is_typed_where_one_scans(
    counter: AtCounter, codes: tuple[str, str], typed: str
) -> None:
    counter.settle()
    counter.scan(typed)
    assert counter.codes == [codes[0]]
    assert counter.window.main.lines.tabs.segments


def test_a_number_that_nobody_has_says_what_to_check(counter: AtCounter) -> None:
    counter.scan("0900000000")
    assert "số điện thoại" in counter.answer


def _ask(counter: AtCounter, count: int, chosen: list[str]) -> None:
    options = tuple(Option(str(n), f"Quầy {n}") for n in range(count))
    question = Question("Chuyển đến đâu?", "Bấm số rồi Enter.", "Không chuyển")
    counter.window.ask_choice(question, options).chosen.connect(chosen.append)
    QApplication.processEvents()


def test_very_many_answers_stand_on_leaves(counter: AtCounter) -> None:
    chosen: list[str] = []
    _ask(counter, 40, chosen)
    sheet = counter.window.asking
    assert isinstance(sheet, ChoiceSheet)
    seen: list[str] = []
    for _ in range(3):
        seen += [key for key in sheet.options if key != MORE]
        assert len(sheet.options) <= MOST_OPTIONS
        counter.window.resize(1366, 768)
        for _ in range(4):
            QApplication.processEvents()
        assert clipping.troubles(counter.window) == []
        counter.press(Key.Key_PageDown)
    assert seen == [str(n) for n in range(40)]
    counter.press(Key.Key_PageUp)
    counter.press(Key.Key_2)
    counter.press(Key.Key_Return)
    assert chosen == ["35"]
    assert counter.question is None


def test_few_answers_have_no_leaves(counter: AtCounter) -> None:
    chosen: list[str] = []
    _ask(counter, MOST_OPTIONS, chosen)
    sheet = counter.window.asking
    assert isinstance(sheet, ChoiceSheet)
    assert MORE not in sheet.options
    counter.press(Key.Key_PageDown)
    counter.press(Key.Key_3)
    counter.press(Key.Key_Return)
    assert chosen == ["2"]
