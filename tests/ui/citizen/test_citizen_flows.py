"""A citizen at the whole kiosk, by touch alone and by keys alone: every page, and the way home.

The pages are not listed: they are found by pressing what can be pressed, so that a new errand
joins by itself. A path is the names of what is pressed from the first page on.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.queue.taking import TakeNumber, take_number
from kiosk.storage.store import Store
from kiosk.text import fold
from kiosk.ui import citizen
from kiosk.ui.citizen.errand import ErrandKey
from kiosk.ui.citizen.session import Session
from kiosk.ui.citizen.window import CitizenWindow
from kiosk.ui.frames.kiosk import LANDSCAPE, PORTRAIT
from kiosk.ui.language import VIETNAMESE
from kiosk.ui.parts.press import Pressable
from kiosk.ui.parts.switch import Switch
from tests.fixtures.dossiers import receive
from tests.fixtures.face import FaceAtWork, at_work
from tests.fixtures.store import KIOSK, SteppingClock
from tests.ui.citizen.typing_kit import Keyboard
from tests.ui.clipping import troubles
from tests.ui.seeing import faint, jumps, nameless, stops, told

MARKED = "Tênbímật Khôngđượchiện"
DEEPEST, MOST_PAGES, OF_A_KIND = 6, 60, 2
MOST_TABS = 120
SCAN = "scan:"
Hand = Literal["touch", "keys", "arrows"]
Path_ = tuple[str, ...]

ROOMS = Path(citizen.__file__).parent
ERRANDS: tuple[str, ...] = tuple(
    key for key in get_args(ErrandKey) if (ROOMS / key / "errand.py").exists()
)
WORDS = {
    "status": ("Nhận kết quả",),
    "procedures": ("Thủ tục hành chính", "Tìm theo tên thủ tục"),
    "staff": ("Cán bộ tiếp nhận",),
    "rating": ("Đánh giá phục vụ",),
}
LATER = tuple(word for key, words in WORDS.items() if key not in ERRANDS for word in words)
"""What leads to an errand whose room is not built yet."""


@dataclass(frozen=True)
class Found:
    """A page and the first path that led to it."""

    page: str
    path: Path_


class Citizen:
    """Somebody at the kiosk who has ``hand`` only."""

    def __init__(self, kiosk: FaceAtWork, hand: Hand) -> None:
        self.kiosk, self.hand = kiosk, hand
        self.keyboard = Keyboard(kiosk)

    @property
    def window(self) -> CitizenWindow:
        """The kiosk."""
        assert isinstance(self.kiosk.window, CitizenWindow)
        return self.kiosk.window

    def go(self, path: Path_) -> bool:
        """From the first page along ``path``; False where something on it is not there."""
        if self.window.asking is not None:
            self.window.asking.answer(False)
        self.window.go_home()
        self.kiosk.run()
        return all(self.do(step) for step in path)

    def do(self, step: str) -> bool:
        """Press what has that name, or hold that code before the scanner."""
        if step.startswith(SCAN):
            self.keyboard.scan(step.removeprefix(SCAN))
            return True
        target = next((each for each in pressable(self.window) if name(each) == step), None)
        if target is None:
            return False
        self.press(target)
        return True

    def press(self, target: Pressable) -> None:
        """Press it by the only means this person has."""
        if self.hand == "touch":
            self.kiosk.tap(target)
            return
        for _ in range(MOST_TABS):
            if target.hasFocus():
                break
            on_something = isinstance(QApplication.focusWidget(), Pressable)
            arrow = self.hand == "arrows" and on_something
            self.kiosk.key(Qt.Key.Key_Down if arrow else Qt.Key.Key_Tab)
        assert target.hasFocus(), f"Tab never comes to {name(target)!r}"
        assert target.ringed, f"the focus on {name(target)!r} is not seen"
        self.kiosk.key(Qt.Key.Key_Return)


def pressable(window: CitizenWindow) -> list[Pressable]:
    """What can be pressed on the page or on the question over it; the bar is another matter."""
    over: QWidget | None = window.asking or window.page
    assert over is not None
    return [
        each
        for each in over.findChildren(Pressable)
        if each.isVisible() and each.isEnabled() and not each.busy
    ]


def name(target: Pressable) -> str:
    """What it is called, without the counts beside it; a switch by its question."""
    said = " ".join(target.text().split()) or target.accessibleName()
    return said.rpartition(":")[0] if isinstance(target, Switch) else said


def state(window: CitizenWindow) -> str:
    """What tells one page from another: its kind, and the kinds of what can be done there."""
    page = f"{type(window.page).__name__}{getattr(window.page, 'leaf', '')}"
    over = f"+{window.asking.question.title}" if window.asking is not None else ""
    kinds = sorted({type(each).__name__ for each in pressable(window)})
    return f"{page}{over} {' '.join(kinds)}"


def choices(window: CitizenWindow) -> list[str]:
    """A few of each kind of thing to press: the tenth procedure leads where the first one does."""
    seen: dict[str, int] = {}
    chosen = []
    for each in pressable(window):
        kind = type(each).__name__
        seen[kind] = seen.get(kind, 0) + 1
        many = OF_A_KIND + 2 * (kind == "BigButton")
        if seen[kind] <= many and not any(word in name(each) for word in LATER):
            chosen.append(name(each))
    return chosen


def explore(person: Citizen, starts: list[Path_]) -> Iterator[Found]:
    """Every page that pressing leads to, with the person standing on it."""
    seen: set[str] = set()
    ahead = deque(starts)
    while ahead and len(seen) < MOST_PAGES:
        path = ahead.popleft()
        if not person.go(path):
            continue
        here = state(person.window)
        if here in seen:
            continue
        seen.add(here)
        further = choices(person.window) if len(path) < DEEPEST else []
        yield Found(here, path)
        ahead.extend((*path, step) for step in further)


@pytest.fixture(params=[PORTRAIT, LANDSCAPE], ids=["standing", "lying"])
def face(
    request: pytest.FixtureRequest,
    qapp: QApplication,
    dossier_store: Store,
    clock: SteppingClock,
    tmp_path: Path,
) -> Iterator[FaceAtWork]:
    """A kiosk of an office that has received a dossier of somebody with a marked name."""
    size: QSize = request.param

    def make(workplace: object) -> CitizenWindow:
        return CitizenWindow(workplace, clock, size)  # type: ignore[arg-type]

    with at_work(dossier_store, tmp_path, make) as made:
        made.open()
        yield made


@pytest.fixture
def starts(dossier_store: Store) -> list[Path_]:
    """Where exploring begins: the first page, and a scan of each sort."""
    dossier_store.do(take_number, TakeNumber("HT"), KIOSK)
    code = receive(dossier_store, applicant={"name": MARKED}).code
    scans = (code, "HT-001", "HT-777", "8934563138164", "1||2|3|4|5|6")
    return [(), *((SCAN + text,) for text in scans)]


Check = Callable[[Citizen, Found], list[str]]


def looks_right(person: Citizen, _found: Found) -> list[str]:
    """Nothing is cut, faint or nameless, Tab goes as one reads and everywhere."""
    window = person.window
    reached = stops(window)
    missed = [f"Tab misses {name(each)!r}" for each in pressable(window) if each not in reached]
    return [*troubles(window), *nameless(window), *jumps(window), *faint(window), *missed]


def tells_no_name(person: Citizen, _found: Found) -> list[str]:
    """Nobody's name, wherever it might be written or spoken."""
    shown = fold(told(person.window))
    return [f"a name is told: {part}" for part in MARKED.split() if fold(part) in shown]


def ends_at_home(person: Citizen, _found: Found) -> list[str]:
    """Whoever walks away leaves nothing behind."""
    window = person.window
    window.language_asked.emit(window.language)
    window.set_options(large=True, contrast=False)
    for _ in range(120):
        if not window.idle.running:
            break
        window.idle.tick()
        person.kiosk.run()
    kept = [
        (window.session != Session(), "the session stays"),
        (window.errand is not None, "the errand stays"),
        (window.asking is not None, "a question stays"),
        (window.look.large, "large text stays"),
        (window.language is not VIETNAMESE, "the language stays"),
        (type(window.page).__name__ != "HomePage", "it is not home"),
    ]
    return [what for wrong, what in kept if wrong]


def escape_leads_home(person: Citizen, _found: Found) -> list[str]:
    """The key for back ends at home, from wherever it is pressed; a number taken stays."""
    for _ in range(8):
        if type(person.window.page).__name__ == "HomePage" and person.window.asking is None:
            return []
        person.kiosk.key(Qt.Key.Key_Escape)
    return [f"after eight times back: {state(person.window)}"]


CHECKS: tuple[Check, ...] = (looks_right, tells_no_name, escape_leads_home, ends_at_home)


@pytest.mark.slow
def test_every_page_looks_right_tells_no_name_and_leads_home(
    face: FaceAtWork, starts: list[Path_]
) -> None:
    person = Citizen(face, "touch")
    wrong: dict[str, list[str]] = {}
    pages = set()
    for found in explore(person, starts):
        pages.add(found.page.split("+")[0].split()[0])
        for check in CHECKS:
            assert person.go(found.path)
            if troubles_here := check(person, found):
                wrong[f"{check.__name__} {found.page} by {found.path}"] = troubles_here
    assert wrong == {}, "\n".join(f"{where}: {what}" for where, what in wrong.items())
    assert {"HomePage", "ChoosePage", "GroupsPage", "TakenPage"} <= pages
    assert len(pages) >= 4 + len(ERRANDS)


@pytest.mark.slow
def test_every_page_is_reached_by_keys_alone(face: FaceAtWork, starts: list[Path_]) -> None:
    by_touch = list(explore(Citizen(face, "touch"), starts))
    person = Citizen(face, "keys")
    elsewhere = {}
    for found in by_touch:
        assert person.go(found.path), found.path
        if state(person.window) != found.page:
            elsewhere[found.path] = (found.page, state(person.window))
    assert elsewhere == {}


@pytest.mark.parametrize("hand", get_args(Hand))
def test_a_number_for_somebody_with_priority(face: FaceAtWork, hand: Hand) -> None:
    person = Citizen(face, hand)
    assert person.go(("Lấy số thứ tự",))
    steps = (
        "Chứng thực",
        "Tôi thuộc diện ưu tiên",
        "Người từ đủ 75 tuổi",
        "Lấy số: Chứng thực",
    )
    for step in steps:
        assert person.do(step), (step, [name(each) for each in pressable(person.window)])
    taken = person.window.session.taken
    assert taken is not None
    assert (taken.label, taken.priority) == ("CT-001", True)
    assert person.do("Xong")
    assert person.window.at_home
