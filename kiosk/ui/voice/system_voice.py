"""The system's own Vietnamese voice, through Qt: on Windows and macOS, where one is installed.

QtTextToSpeech comes with the extra ``voice`` (PySide6-Addons); without it this voice is not there.
"""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from kiosk.ui.voice.choosing import SystemFound

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

SYSTEMS = ("win32", "darwin")
_NOT_INSTALLED = "chưa cài phần mở rộng “voice” của chương trình"
_NO_VOICE = "máy chưa cài giọng tiếng Việt (Cài đặt, Giọng nói)"
_OTHER_SYSTEM = "chỉ dùng trên Windows và macOS"
BRISK_RATE = 0.3


def find_system_voice(
    platform: str = sys.platform,
    engine: str = "",
    language: QLocale.Language = QLocale.Language.Vietnamese,
) -> "tuple[SystemFound, QTextToSpeech | None]":
    """The voice and its engine, or why there is none."""
    if platform not in SYSTEMS:
        return SystemFound("", _OTHER_SYSTEM), None
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError:
        return SystemFound("", _NOT_INSTALLED), None
    speech = QTextToSpeech(engine) if engine else QTextToSpeech()
    known = [each for each in speech.availableLocales() if each.language() == language]
    if speech.state() == QTextToSpeech.State.Error or not known:
        speech.deleteLater()
        return SystemFound("", _NO_VOICE), None
    speech.setLocale(known[0])
    return SystemFound(speech.voice().name() or "tiếng Việt"), speech


class SystemVoice(QObject):
    """Says one text at a time; ``ended`` comes once for each, at the latest when it must have."""

    ended = Signal()

    def __init__(self, speech: "QTextToSpeech", parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtTextToSpeech import QTextToSpeech

        self._states = QTextToSpeech.State
        self._speech = speech
        self._speech.setParent(self)
        self._saying = self._begun = False
        self._speech.stateChanged.connect(self._on_state)
        self._latest = QTimer(self)
        self._latest.setSingleShot(True)
        self._latest.timeout.connect(self._on_latest)

    def say(self, text: str, *, percent: int, brisk: bool, seconds: float) -> None:
        """Say ``text``, about ``seconds`` long; three times that is the end in any case."""
        self._saying, self._begun = True, False
        self._speech.setVolume(percent / 100)
        self._speech.setRate(BRISK_RATE if brisk else 0.0)
        self._latest.start(int(3000 * seconds + 2000))
        self._speech.say(text)

    def stop(self) -> None:
        """End at once: the window closes."""
        self._saying = False
        self._latest.stop()
        self._speech.stop()

    def _on_state(self, state: object) -> None:
        if state == self._states.Speaking:
            self._begun = True
        elif self._saying and (self._begun or state == self._states.Error):
            self._end()

    def _on_latest(self) -> None:
        self._saying = False
        self._speech.stop()
        self._saying = True
        self._end()

    def _end(self) -> None:
        self._saying = False
        self._latest.stop()
        self.ended.emit()
