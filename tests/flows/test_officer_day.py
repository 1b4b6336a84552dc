"""An officer with forty people waiting: from sign-in through ten dossiers, by keyboard alone."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.dossiers.reading import find_dossier, list_dossiers
from kiosk.queue.views import find_ticket, tickets_of_day
from kiosk.storage.store import Store
from kiosk.ui.counter.receive.page import ReceivePage
from tests.fixtures.store import SteppingClock
from tests.flows.officer_hands import MouseTrap, OfficerHands, Spent
from tests.ui.counter.counter_kit import CTRL, Key, take
from tests.ui.counter.receive_kit import offer_procedures

WAITING = 40
BY_CARD, BY_HAND = (9, 20), (13, 43)
"""The most keys of one dossier with three papers, F2 and F9 among them: commands and letters typed.

Measured, and not to grow. Of the letters ten find the procedure and ten are the telephone number.
"""


@dataclass(frozen=True, slots=True)
class Person:
    """A sample citizen; ``tail`` are the last figures of their number."""

    name: str
    tail: str
    phone: str = ""

    @property
    def number(self) -> str:
        return f"001203{self.tail}"

    @property
    def card(self) -> str:
        """The QR of seven fields."""
        return f"{self.number}||{self.name}|05032003|Nam|Số 12, đường Hoa Sen|10102021"

    @property
    def newer_card(self) -> str:
        """The QR of more than ten fields."""
        return f"{self.card}||||Nguyễn Văn Ba|Lý Thị Tư|"


PEOPLE = tuple(
    Person(name, f"{n:06d}", f"09120000{n:02d}")
    for n, name in enumerate(
        (
            "Nguyễn Mẫu Một",
            "Trần Mẫu Hai",
            "Lê Mẫu Ba",
            "Phạm Mẫu Bốn",
            "Hoàng Mẫu Năm",
            "Vũ Mẫu Sáu",
            "Đặng Mẫu Bảy",
            "Bùi Mẫu Tám",
            "Đỗ Mẫu Chín",
            "Lý Mẫu Mười",
        ),
        1,
    )
)


@pytest.fixture
def trap(qapp: QApplication) -> Iterator[MouseTrap]:
    """Sees every press of a mouse or a finger."""
    made = MouseTrap()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


@pytest.fixture
def officer(
    store: Store, store_file: Path, clock: SteppingClock, tmp_path: Path, trap: MouseTrap
) -> Iterator[OfficerHands]:
    """Before counter 1, with forty people in the hall."""
    assert not trap.caught
    offer_procedures(store)
    for n in range(WAITING):
        take(store, priority="disabled" if n == 20 else None)
    hands = OfficerHands(store_file, clock, 1, tmp_path / "station1")
    hands.open()
    yield hands
    hands.close()


class Day:
    """What the officer does, step by step, and what each dossier costs in keys."""

    def __init__(self, officer: OfficerHands) -> None:
        self.officer = officer
        self.codes: list[str] = []
        self.by_card: list[Spent] = []
        self.by_hand: list[Spent] = []

    def call(self) -> str:
        """F2; the label that was called."""
        before = self.officer.number_shown
        self.officer.think()
        self.officer.hit(Key.Key_F2)
        assert self.officer.number_shown not in ("", before)
        return self.officer.number_shown

    def choose(self, words: str) -> None:
        """Find the procedure by a few letters; Enter takes the first."""
        assert self.officer.focused is self._page.body.procedure.edit
        self.officer.write(words)
        self.officer.hit(Key.Key_Return)

    def tick_papers(self, count: int) -> None:
        """From wherever the hand is to the papers, and tick so many of them."""
        ticks = [row.tick for row in self._page.body.papers.rows if row.tick is not None]
        if self.officer.focused not in ticks:
            self.officer.hit(Key.Key_PageDown)
        assert self.officer.focused is ticks[0]
        for n in range(count):
            self.officer.hit(Key.Key_Down, times=int(n > 0))
            self.officer.hit(Key.Key_Space)

    def see_due(self, day: str) -> None:
        """The due day stands there before F9."""
        self.officer.think()
        assert day in self._page.props().due
        assert "F9" in self.officer.bar()

    def receive(self) -> str:
        """F9: back on the main page, the number told, the scan box ready."""
        self.officer.hit(Key.Key_F9)
        assert self.officer.at == "main", self._page.props().errors
        code = self.officer.window.main.lines.chosen_code
        told = f"Đã tiếp nhận {code}, đang in 2 bản."
        assert self.officer.answer.split(" Còn phải thu ")[0] == told
        assert self.officer.focused is self.officer.window.main.scan.edit
        self.codes.append(code)
        return code

    def by_scan(self, person: Person, card: str, *, phone: bool) -> None:
        """A whole visit with a card before the scanner."""
        with self.officer.counted() as spent:
            self.call()
            self.officer.scan(card)
            assert self.officer.at == "receive"
            self.choose("tinh trang")
            assert self.officer.focused is self._page.body.place("applicant.phone")
            if phone:
                self.officer.write(person.phone)
            self.tick_papers(3)
            self.see_due("27/11")
            self.receive()
        self.by_card.append(spent)

    def by_typing(self, person: Person) -> None:
        """A whole visit of somebody without a card."""
        with self.officer.counted() as spent:
            self.call()
            self.officer.hit(Key.Key_F7)
            self.choose("tinh trang")
            for text in (person.name, person.number, "05032003"):
                self.officer.write(text)
                self.officer.hit(Key.Key_Return)
            self.tick_papers(3)
            self.see_due("27/11")
            self.receive()
        self.by_hand.append(spent)

    @property
    def _page(self) -> ReceivePage:
        page = self.officer.window.reception.page
        assert page is not None
        return page


def test_ten_dossiers_by_keyboard_alone(
    officer: OfficerHands, trap: MouseTrap, record_property: Callable[[str, object], None]
) -> None:
    day = Day(officer)
    officer.write("246801")
    officer.hit(Key.Key_Return)
    assert officer.signed == "Lê Minh Mẫu"
    day.by_scan(PEOPLE[0], PEOPLE[0].card, phone=True)
    day.by_scan(PEOPLE[1], PEOPLE[1].newer_card, phone=False)
    day.by_typing(PEOPLE[2])
    absent = _nobody_came(day)
    day.by_scan(PEOPLE[3], PEOPLE[3].newer_card, phone=True)
    passed = _wrong_counter(day)
    day.by_typing(PEOPLE[4])
    _another_procedure(day)
    held = _a_paper_is_missing(day)
    day.by_scan(PEOPLE[7], PEOPLE[7].card, phone=True)
    _the_paper_is_there(day, held)
    day.by_typing(PEOPLE[8])
    day.by_scan(PEOPLE[9], PEOPLE[9].card, phone=False)
    _hand_on(day)
    officer.think()
    officer.hit(Key.Key_F9)

    assert (trap.caught, officer.lost_focus) == (0, [])
    with officer.store.read() as unit:
        states = Counter(one.state.value for one in tickets_of_day(unit))
        known = {line.code: line.state.value for line in list_dossiers(unit)}
        views = [find_dossier(unit, code) for code in day.codes]
        assert find_ticket(unit, absent).state == "no_show"
        assert find_ticket(unit, passed).state == "waiting"
    assert states == {"done": 10, "no_show": 1, "waiting": WAITING - 11}
    assert len(set(day.codes)) == 10
    assert known == dict.fromkeys(day.codes[:-1], "received") | {day.codes[-1]: "processing"}
    assert [view.applicant.name for view in views] == [
        PEOPLE[n].name for n in (0, 1, 2, 3, 4, 5, 7, 6, 8, 9)
    ]
    assert all(view.ticket for view in views)
    assert len({view.ticket for view in views}) == 10
    assert officer.window.props.strip == ""
    assert len(officer.printer.sent) == 10
    _keys_hold(day, record_property)


def _keys_hold(day: Day, record: Callable[[str, object], None]) -> None:
    for name, every, most in (("card", day.by_card, BY_CARD), ("hand", day.by_hand, BY_HAND)):
        spent = [(one.commands, one.letters) for one in every]
        record(name, spent)
        assert max(commands for commands, _ in spent) <= most[0], name
        assert max(letters for _, letters in spent) <= most[1], name


def _nobody_came(day: Day) -> str:
    officer, label = day.officer, day.call()
    officer.think()
    officer.hit(Key.Key_F3)
    assert officer.window.told == f"Đã gọi lại {label}, lần 2."
    officer.hit(Key.Key_F4)
    assert officer.question is not None
    officer.hit(Key.Key_Tab)
    officer.hit(Key.Key_Return)
    assert officer.window.told == f"Đã ghi {label} vắng mặt."
    return label


def _wrong_counter(day: Day) -> str:
    officer, label = day.officer, day.call()
    officer.hit(Key.Key_F5)
    officer.hit(Key.Key_2)
    officer.hit(Key.Key_Return)
    assert officer.window.told.startswith(f"Đã chuyển {label}")
    return label


def _another_procedure(day: Day) -> None:
    """A case has to be chosen, and somebody of few words hands it in."""
    officer, person = day.officer, PEOPLE[5]
    day.call()
    officer.scan(person.newer_card)
    day.choose("xay dung moi")
    officer.hit(Key.Key_Down, times=2)
    officer.hit(Key.Key_Return)
    day.tick_papers(1)
    day.see_due("Hẹn trả")
    day.receive()


def _a_paper_is_missing(day: Day) -> str:
    """Half entered, kept, and the number held back until the person comes again."""
    officer, person = day.officer, PEOPLE[6]
    label = day.call()
    officer.scan(person.card)
    day.choose("tinh trang")
    day.tick_papers(1)
    officer.hit(Key.Key_S, CTRL)
    officer.hit(Key.Key_F9)
    assert officer.at == "receive"
    officer.hit(Key.Key_Escape)
    officer.think()
    officer.hit(Key.Key_F6)
    assert officer.window.told.startswith(f"Đang giữ {label}.")
    return label


def _the_paper_is_there(day: Day, label: str) -> None:
    officer = day.officer
    officer.think()
    officer.hit(Key.Key_F9)
    officer.think()
    officer.hit(Key.Key_F6)
    assert officer.number_shown == label
    officer.hit(Key.Key_F7)
    officer.hit(Key.Key_Return)
    officer.hit(Key.Key_F9)
    officer.hit(Key.Key_Space)
    officer.hit(Key.Key_F9)
    officer.hit(Key.Key_Space)
    day.see_due("27/11")
    day.receive()


def _hand_on(day: Day) -> None:
    officer, code = day.officer, day.codes[-1]
    officer.scan(code)
    assert officer.at == "dossier"
    officer.think()
    officer.hit(Key.Key_F9)
    officer.hit(Key.Key_Escape)
    assert officer.at == "main"
