"""What was half entered for a dossier and not written: kept at this counter, for whom it may be."""

from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from kiosk.ui.counter.host import Host
from kiosk.ui.counter.sign_acts import Officer, SignActs
from kiosk.ui.parts.sheet import Question

Entry = TypeVar("Entry")
Key = tuple[str, str]
"""An act, and the dossier it is half entered for; without a code a batch of the main page."""

EMPTY_KEY, EMPTY = "Ctrl M", "Nhập lại từ đầu"
LEFT = "Phần đã nhập được giữ, mở lại thì nhập tiếp."
_KEPT = "Phần đã nhập được giữ{whose}: nhập tiếp, hoặc bấm {key} để nhập lại từ đầu."
_EMPTY = Question(
    "Xóa phần đã nhập?",
    "Phần đã nhập ở trang này sẽ mất. Hồ sơ không thay đổi.",
    "Giữ lại",
    "Xóa, nhập lại",
)


class Window(Host, Protocol):
    """The counter's window, as far as this sees it."""

    signing: SignActs


class HalfPage(Protocol[Entry]):
    """A page on which something may be half entered."""

    @property
    def dirty(self) -> bool:
        """Whether something was entered."""

    def entry(self) -> Entry:
        """What was entered."""

    def resume(self, entry: Entry, said: str) -> None:
        """Show what was half entered, and that it was kept."""


@dataclass(frozen=True, slots=True)
class Half(Generic[Entry]):
    """What was half entered, and who changed it last."""

    entry: Entry
    by: Officer


class Halves(Generic[Entry]):
    """What is half entered, act by act and dossier by dossier, until it is written or emptied.

    A manager who sits down finds what others left, with their name: what needs a manager was
    entered by somebody else. Any other officer finds nothing but what is his own.
    """

    def __init__(self, window: Window) -> None:
        self._window = window
        self._of: dict[Key, Half[Entry]] = {}
        self._officer: Officer | None = None
        window.signing.arrived.connect(self._on_arrived)

    def stow(self, key: Key, page: HalfPage[Entry]) -> bool:
        """Keep what stands on a page that is left; whether something did."""
        if not page.dirty or self._officer is None:
            self.forget(key)
            return False
        entry, kept = page.entry(), self._of.get(key)
        if kept is None or kept.entry != entry:
            self._of[key] = Half(entry, self._officer)
        return True

    def resume(self, key: Key, page: HalfPage[Entry]) -> None:
        """Show on a page that was just begun what was half entered for it."""
        if (kept := self._of.get(key)) is not None:
            mine = self._officer is not None and kept.by.code == self._officer.code
            whose = "" if mine else f" ({kept.by.name} nhập)"
            page.resume(kept.entry, _KEPT.format(whose=whose, key=EMPTY_KEY))

    def forget(self, key: Key) -> None:
        """It was written, or is not wanted any more."""
        self._of.pop(key, None)

    def ask_to_empty(self, emptied: Any) -> None:
        """Ask once before what was entered is thrown away."""
        asked = self._window.ask(_EMPTY)
        asked.answered.connect(lambda wanted: emptied() if wanted else None)

    def tell_left(self) -> None:
        """Say that what was entered is kept, to whoever still sits here."""
        if self._window.signing.officer is not None:
            self._window.notify(LEFT)

    def _on_arrived(self, officer: Officer) -> None:
        self._officer = officer
        if not officer.manages:
            self._of = {key: half for key, half in self._of.items() if half.by.code == officer.code}
