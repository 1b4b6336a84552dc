"""Plays one sound at a time and tells its end, also where nothing can be heard."""

import logging
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from kiosk.ui.voice.players import WINDOWS, player, start_on_windows
from kiosk.ui.voice.sound import Sound, write_wav

log = logging.getLogger(__name__)
_PATIENCE_MS, _WINDOWS_TAIL_MS = 5_000, 250


class Speaker(QObject):
    """``ended`` comes once for each :meth:`play`: when the player has ended.

    Where the player fails, or there is none, the sound's own length passes; a player that hangs
    is ended some seconds after that length.
    """

    ended = Signal()

    def __init__(self, command: tuple[str, ...] | None = None, parent: QObject | None = None):
        super().__init__(parent)
        self._command = player() if command is None else command
        self._room = TemporaryDirectory(prefix="mot-cua-voice-")
        self._file = Path(self._room.name) / "call.wav"
        self._playing = False
        self._length = 0
        self._told = False
        self._process = QProcess(self)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)
        self.destroyed.connect(self._room.cleanup)

    @property
    def busy(self) -> bool:
        """Whether a sound is under way."""
        return self._playing

    def play(self, sound: Sound) -> None:
        """Play a sound; only when none is under way."""
        assert not self._playing
        self._playing = True
        self._length = int(sound.seconds * 1000)
        if self._command is None or not self._write(sound):
            self._wait_silently()
        elif self._command[0] == WINDOWS:
            if not start_on_windows(str(self._file)):
                self._tell("Windows does not play it")
            # Windows does not tell the end, and what is played next would cut this off.
            self._timer.start(self._length + _WINDOWS_TAIL_MS)
        else:
            self._timer.start(self._length + _PATIENCE_MS)
            program, *options = self._command
            self._process.start(program, [*options, str(self._file)])

    def stop(self) -> None:
        """End at once: the window closes."""
        self._timer.stop()
        self._playing = False
        self._kill()
        self._room.cleanup()

    def _write(self, sound: Sound) -> bool:
        try:
            write_wav(self._file, sound)
        except OSError as error:
            self._tell(str(error))
            return False
        return True

    def _wait_silently(self) -> None:
        self._timer.start(self._length)

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if not self._playing:
            return
        if code == 0 and status == QProcess.ExitStatus.NormalExit:
            self._end()
        else:
            said = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
            self._tell(said.strip()[:200] or f"exit {code}")
            self._wait_silently()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if self._playing and error == QProcess.ProcessError.FailedToStart:
            self._tell("the player does not start")
            self._wait_silently()

    def _on_time(self) -> None:
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._tell("the player hung")
            self._kill()
        self._end()

    def _kill(self) -> None:
        """End the player before anything else is played."""
        self._playing = False
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(1000)

    def _end(self) -> None:
        self._timer.stop()
        self._playing = False
        self.ended.emit()

    def _tell(self, why: str) -> None:
        """Into the log, once: a hall without sound would fill it."""
        if not self._told:
            self._told = True
            log.warning("the voice is not heard: %s", why)
