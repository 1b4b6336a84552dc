"""Lets the announcer say what the calling queue asks for, at the loudness of the hour."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kiosk.ui.lobby.calling_queue import Calling, Form, Lengths, began_speaking, form
from kiosk.ui.voice.announcer import Announcer
from kiosk.ui.voice.words import Utterance, full_call, short_call


class HallVoice(QObject):
    """``ended``: an utterance has been said. ``heard_now``: whether the hall hears its calls.

    Without an announcer, and while the loudness is 0, the hall is silent.
    """

    ended = Signal()
    heard_now = Signal(bool)

    def __init__(
        self, announcer: Announcer | None, volume_at: Callable[[str], int], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._announcer = announcer
        self._volume_at = volume_at
        self._told = False
        if announcer is not None:
            announcer.setParent(self)
            announcer.ended.connect(self.ended)
            announcer.prepared.connect(lambda _: self._tell())

    @property
    def heard(self) -> bool:
        """Whether calls are spoken, or at least chimed."""
        announcer = self._announcer
        return announcer is not None and announcer.ready and announcer.percent > 0

    def prepare(self) -> None:
        """Look for a voice, once the store is open."""
        if self._announcer is not None and not self._announcer.ready:
            self._announcer.prepare()

    def at_minute(self, minute: str) -> None:
        """A minute has begun, ``HH:MM``."""
        if self._announcer is not None:
            self._announcer.set_percent(self._volume_at(minute))
            self._tell()

    def follow(self, state: Calling, now: int) -> Calling:
        """Begin to say what is to be said now; the state with that."""
        call, announcer = state.shown, self._announcer
        if call is None or announcer is None or not self.heard:
            return state
        full, short = full_call(call.label, call.counter), short_call(call.label, call.counter)
        lengths = Lengths(announcer.seconds(full), announcer.seconds(short))
        wanted = form(state, lengths, now)
        if wanted is None:
            return state
        forms: dict[Form, Utterance] = {"full": full, "short": short, "chime": Utterance("two")}
        announcer.say(forms[wanted])
        return began_speaking(state)

    def stop(self) -> None:
        """The window closes."""
        if self._announcer is not None:
            self._announcer.stop()

    def _tell(self) -> None:
        if self.heard != self._told:
            self._told = self.heard
            self.heard_now.emit(self._told)
