"""The one door to the voice: says one utterance after the other, whole, and tells each end."""

import logging
from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from kiosk.ui.jobs import JobRunner
from kiosk.ui.voice.choosing import Choice, Gathered, SystemFound, choose, espeak_folder, gather
from kiosk.ui.voice.clips import Bank, Clips, bank_of, chime_alone, read_clips
from kiosk.ui.voice.espeak import make_clips
from kiosk.ui.voice.speaker import Speaker
from kiosk.ui.voice.system_voice import SystemVoice, find_system_voice
from kiosk.ui.voice.words import Utterance, spoken, syllables, written

if TYPE_CHECKING:
    from kiosk.ui.voice.sound import Sound

log = logging.getLogger(__name__)
SYLLABLE_S, BRISK_SYLLABLE_S = 0.34, 0.26
"""How long a syllable of the system's voice is taken to last; it tells its end itself."""


class Plays(Protocol):
    """What an announcer needs to be heard: :class:`~kiosk.ui.voice.speaker.Speaker`, or a test's."""

    @property
    def ended(self) -> SignalInstance: ...

    def play(self, sound: "Sound") -> None: ...

    def stop(self) -> None: ...


class Announcer(QObject):
    """Utterances queue; none is cut off and no two are heard at once.

    ``ended`` comes once for each. ``percent`` is the loudness; 0 is silent.
    Nothing is heard until :meth:`prepare` has found a voice, in the devices' lane.
    """

    ended = Signal()
    prepared = Signal(object)

    def __init__(
        self,
        folder: Path,
        jobs: JobRunner,
        percent: int,
        make_speaker: Callable[[], Plays] = Speaker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._jobs = jobs
        self._percent = percent
        self._clips: Clips | None = None
        self._bank = chime_alone(percent)
        self._system: SystemVoice | None = None
        self._waiting: deque[Utterance] = deque()
        self._now: Utterance | None = None
        self.choice: Choice | None = None
        self._found: Choice | None = None
        self._speaker = make_speaker()
        self._speaker.ended.connect(self._on_played)

    @property
    def ready(self) -> bool:
        """Whether a voice was found, be it the chime alone."""
        return self.choice is not None

    @property
    def percent(self) -> int:
        """How loud it is."""
        return self._percent

    def prepare(self) -> None:
        """Look for the best voice; ``prepared`` tells which."""
        self._jobs.run("devices", partial(gather, self._folder), self._on_gathered, owner=self)

    def set_percent(self, percent: int) -> None:
        """Be as loud from the next utterance on."""
        if percent == self._percent:
            return
        self._percent = percent
        self._level()

    def seconds(self, utterance: Utterance) -> float:
        """How long an utterance lasts; a system's voice is taken at a stated pace."""
        chime = self._bank.seconds(utterance)
        if self._system is None:
            return chime
        pace = BRISK_SYLLABLE_S if utterance.brisk else SYLLABLE_S
        return chime + pace * syllables(utterance)

    def say(self, utterance: Utterance) -> None:
        """Say it, behind what is being said."""
        self._waiting.append(utterance)
        if self._now is None:
            self._next()

    def stop(self) -> None:
        """Be quiet at once: the window closes."""
        self._waiting.clear()
        self._now = None
        self._speaker.stop()
        if self._system is not None:
            self._system.stop()

    def _next(self) -> None:
        self._now = self._waiting.popleft()
        log.info("said: %s", written(self._now) or "(chime)")
        self._speaker.play(self._bank.render(self._now))

    def _on_played(self) -> None:
        now = self._now
        if now is None:
            return
        if self._system is not None and now.words:
            pace = BRISK_SYLLABLE_S if now.brisk else SYLLABLE_S
            self._system.say(
                spoken(now),
                percent=self._percent,
                brisk=now.brisk,
                seconds=pace * syllables(now),
            )
        else:
            self._on_ended()

    def _on_ended(self) -> None:
        if self._now is None:
            return
        self._now = None
        if self._waiting:
            self._next()
        self.ended.emit()

    def _on_gathered(self, gathered: Gathered) -> None:
        complete = gathered.recorded.complete
        found, speech = (SystemFound(""), None) if complete else find_system_voice()
        choice = choose(gathered, found)
        if choice.kind == "recorded":
            self._clips = gathered.recorded
        if choice.kind == "system" and speech is not None:
            self._system = SystemVoice(speech, self)
            self._system.ended.connect(self._on_ended)
        if choice.kind == "espeak":
            self._jobs.run(
                "devices",
                partial(_made_by_espeak, espeak_folder(self._folder), choice.source),
                partial(self._on_made, choice),
                owner=self,
            )
        else:
            self._is_ready(choice)

    def _on_made(self, choice: Choice, made: "tuple[str, Clips]") -> None:
        wrong, clips = made
        if wrong or not clips.complete:
            told = wrong or "các tệp espeak-ng tạo ra chưa đủ"
            choice = Choice("chime", "chương trình tự tạo", (*choice.better, told))
        else:
            self._clips = clips
        self._is_ready(choice)

    def _is_ready(self, choice: Choice) -> None:
        self._found = choice
        self._level()

    def _level(self) -> None:
        """Make the clips as loud as they are to be, in the lane: a second of work for all."""
        work = partial(_bank, self._clips, self._percent)
        self._jobs.run("devices", work, self._on_bank, owner=self)

    def _on_bank(self, bank: Bank) -> None:
        self._bank = bank
        if self.choice is None and self._found is not None:
            self.choice = self._found
            log.info("the voice: %s (%s)", self.choice.kind, self.choice.source)
            self.prepared.emit(self.choice)


def _bank(clips: Clips | None, percent: int) -> Bank:
    return chime_alone(percent) if clips is None else bank_of(clips, percent)


def _made_by_espeak(folder: Path, program: str) -> tuple[str, Clips]:
    return make_clips(folder, program), read_clips(folder)
