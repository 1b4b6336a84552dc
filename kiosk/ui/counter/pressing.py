"""What a key does in the counter's window: an act, a letter of a scan, or a sentence why not."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from kiosk.ui.counter import lines
from kiosk.ui.counter.answers import HELP, why_not
from kiosk.ui.counter.keyboard import figure_of, is_enter, key_name, send_on, typed
from kiosk.ui.counter.lines_card import tab_of_key
from kiosk.ui.counter.places import HALF_ENTERED, AtPlace, OwnKeys
from kiosk.ui.counter.seen import Found, Seen
from kiosk.ui.counter.serving import derive_serving
from kiosk.ui.counter.unprinted import derive_papers
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.ui.counter.window import CounterWindow

_LONGEST_SCAN = 2_000
STRAY_PLACES = ("main", "dossier", "papers")
"""Where a scan may begin anywhere: it is led by its content alone."""
Acts = dict[str, Callable[[], None]]


def at_place(window: "CounterWindow", seen: Seen | None, found: Found | None) -> AtPlace:
    """What the keys of a window depend on now."""
    own: OwnKeys = window.room or window.reception
    if window.place == "papers":
        own = window.papers
    return AtPlace(
        window.place,
        derive_serving(seen, window.clock.now()),
        window.dossier.props if window.opened is not None else None,
        bool(window.main.lines.chosen_code),
        len(derive_papers(seen, sentence)),
        found is not None,
        own.keys(),
        len(seen.calls) if seen is not None else 0,
        len(seen.missed) if seen is not None else 0,
        own.why_not(),
        getattr(own, "reasons", dict)(),
    )


class Pressing:
    """The keys and the rail of a counter's window."""

    def __init__(self, window: "CounterWindow") -> None:
        self._window = window
        self._stray = ""

    def forget(self) -> None:
        """What was typed where nothing takes it is no scan: the page changed, or a hand came."""
        self._stray = ""

    def hears(self, event: QKeyEvent) -> bool:
        """Do what a key press does; whether it did anything."""
        window, key = self._window, key_name(event)
        tab = tab_of_key(figure_of(key)) if window.place == "main" else ""
        if event.isAutoRepeat():
            event.accept()
        elif tab and window.asking is None:
            window.choose_tab(tab)
        elif (key and self.press(key)) or self._is_stray(event):
            event.accept()
        else:
            return False
        return True

    def takes(self, event: QKeyEvent) -> bool:
        """Take a letter that was typed at something which is not typed into."""
        window = self._window
        if window.asking is not None or not typed(event).strip():
            return False
        if window.place in HALF_ENTERED:
            return self._into_page(event)
        if (opened := QApplication.activePopupWidget()) is not None:
            opened.close()
        return self._is_stray(event)

    def press(self, key: str) -> bool:
        """Do what ``key`` does on this page, or say why it does nothing; whether it was heard."""
        window = self._window
        if window.asking is not None:
            return False
        explain = getattr(window.pages.currentWidget(), "explain", None)
        if explain is not None and explain(key):
            return True
        act = self._acts().get(key) if key in dict(window.props.keys) else None
        if act is None:
            return self._answer(key)
        act()
        if window.place == "main" and window.asking is None:
            window.main.take_focus()
        return True

    def rail(self, place: str) -> None:
        """A place of the rail was pressed."""
        window = self._window
        acts: Acts = {
            "receive": window.open_reception,
            "dossier": self._rail_dossier,
            "ready": self._rail_ready,
            "tell": window.telling.open,
            "papers": window.show_papers,
            "pause": window.signing.pause,
        }
        if window.asking is None:
            acts.get(place, window.show_main)()

    def _answer(self, key: str) -> bool:
        window, said = self._window, why_not(key, self._window.at_place())
        if said and getattr(window.pages.currentWidget(), "reply", None) is not None:
            window.say(said)
        elif said and window.place == "sign_in":
            window.sign_in.tell(said)
        elif said:
            window.notify(said, "err")
        return bool(said)

    def _acts(self) -> Acts:
        window = self._window
        everywhere: Acts = {
            "F1": self._help,
            "F2": window.queue.call_next,
            "F7": window.open_reception,
            "F8": window.show_main,
            "Ctrl H": window.calls.helped,
            "Ctrl R": window.show_papers,
            "Ctrl N": window.signing.pause,
            "Esc": window.back,
        }
        if window.place == "main":
            code = window.main.lines.chosen_code
            here: Acts = {
                **window.queue.keys(),
                "F12": lambda: window.finding.open_to_return(code),
                "Ctrl P": lambda: window.acts.reprint(code),
                "Ctrl B": lambda: window.acting.open("hand_over", ""),
                "Ctrl G": window.telling.open,
                "Ctrl T": lambda: window.charging.open(code),
                "Ctrl D": window.takings.open,
                "Ctrl Q": window.scans.open_stack,
            }
        elif window.place == "dossier":
            shown = window.dossier.props
            here = {
                **window.life.keys(),
                "F9": window.life.step,
                "F12": window.hand_back,
                "Ctrl T": lambda: window.charging.open(shown.code if shown else ""),
                "Ctrl G": lambda: window.telling.open(shown.code if shown else ""),
                "Ctrl Q": window.scans.open_dossier,
                "Ctrl P": lambda: window.acts.reprint(shown.code if shown else ""),
            }
        elif window.place == "papers":
            here = {"F9": window.papers.submit}
        elif window.place == "receive":
            return {key: everywhere[key] for key in ("F1", "F8", "Ctrl H", "Ctrl N")}
        elif window.room is not None:
            here = window.room.acts()
        else:
            return {"F1": self._help}
        return everywhere | here

    def _help(self) -> None:
        self._window.show_keys("Các phím của quầy", "Đóng", HELP)

    def _rail_ready(self) -> None:
        self._window.choose_tab(lines.READY)
        self._window.show_main()

    def _rail_dossier(self) -> None:
        window = self._window
        code = window.main.lines.chosen_code
        if window.opened is not None:
            code = window.opened.view.code
        if code:
            window.finding.open_dossier(code)
        else:
            window.show_main()
            window.main.say("Chưa có hồ sơ nào trong danh sách. Quét giấy hẹn để mở hồ sơ.")

    def _into_page(self, event: QKeyEvent) -> bool:
        """A page that watches for scans itself gets what was typed beside it, at the rail."""
        window, here = self._window, QApplication.focusWidget()
        page = window.pages.currentWidget()
        if here is None or page is None or page.isAncestorOf(here):
            return False
        window.give_focus()
        now = QApplication.focusWidget()
        if now is not None and page.isAncestorOf(now):
            send_on(event, now)
        else:
            window.setFocus()
        return True

    def _is_stray(self, event: QKeyEvent) -> bool:
        """What is typed where nothing takes it is a scan: it is kept until Enter ends it."""
        window = self._window
        if window.place not in STRAY_PLACES:
            return False
        if is_enter(event):
            text, self._stray = self._stray, ""
            if text.strip():
                window.finding.scanned(text)
            return True
        text = typed(event)
        if text and window.place == "main":
            window.main.type(event)
        elif text:
            # The rest of a scan must not press a button: the window itself takes the focus.
            window.setFocus()
            self._stray = (self._stray + text)[-_LONGEST_SCAN:]
        return bool(text)
