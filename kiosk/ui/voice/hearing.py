"""Listening to a voice from the command line: the real door, without a window."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtGui import QGuiApplication

from kiosk.ui.jobs import Jobs
from kiosk.ui.voice.announcer import Announcer
from kiosk.ui.voice.choosing import Choice, SystemFound, choose, gather
from kiosk.ui.voice.clips import Clips, bank_of
from kiosk.ui.voice.speaker import Speaker
from kiosk.ui.voice.system_voice import SYSTEMS, find_system_voice
from kiosk.ui.voice.words import Utterance, Word


def choice_here(folder: Path) -> tuple[Choice, Clips]:
    """The voice that a hall's screen of this station would use, and the office's recorded clips."""
    gathered = gather(folder)
    if gathered.recorded.complete:
        return choose(gathered, SystemFound("")), gathered.recorded
    # Only a system's voice needs Qt's program.
    program = _program() if sys.platform in SYSTEMS else None
    found, speech = find_system_voice()
    if speech is not None:
        speech.deleteLater()
    del program
    return choose(gathered, found), gathered.recorded


def hear_call(folder: Path, utterance: Utterance, percent: int) -> Choice | None:
    """Say one utterance with the station's best voice and wait for its end; which voice it was."""
    program = _program()
    loop = QEventLoop(program)
    jobs = Jobs()
    announcer = Announcer(folder, jobs, percent)
    announcer.prepared.connect(lambda _: announcer.say(utterance))
    announcer.ended.connect(loop.quit)
    try:
        announcer.prepare()
        loop.exec()
        return announcer.choice
    finally:
        announcer.stop()
        jobs.close()


def hear_clips(
    clips: Clips, words: Iterable[Word], percent: int, told: Callable[[Word], None]
) -> None:
    """Play clips of the office, one after the other; ``told`` hears of each before."""
    program = _program()
    bank = bank_of(clips, percent)
    loop = QEventLoop(program)
    speaker = Speaker()
    speaker.ended.connect(loop.quit)
    try:
        for word in words:
            told(word)
            speaker.play(bank.sounds[word.file])
            loop.exec()
    finally:
        speaker.stop()


def _program() -> QCoreApplication:
    return QCoreApplication.instance() or QGuiApplication(["kiosk", "-platform", "offscreen"])
