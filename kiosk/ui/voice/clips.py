"""The folder of clips: one WAV file for each word, recorded by the office or made by espeak-ng."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.ui.voice.sound import (
    RATE,
    Sound,
    WavError,
    chime,
    joined,
    levelled,
    read_wav,
    silence,
    trimmed,
)
from kiosk.ui.voice.words import AT_COUNTER, TO_COUNTER, WORDS, Utterance, Word

SLOW_S = 0.8
"""A word of one syllable that takes longer makes every call drag."""
_AFTER_CHIME_S, _BETWEEN_S, _BEFORE_COUNTER_S = 0.12, 0.04, 0.2
_BRISK_S = 0.02


@dataclass(frozen=True, slots=True)
class Clips:
    """What a folder holds: the sounds by file name, what is missing, what is wrong and why."""

    rate: int
    sounds: Mapping[str, Sound]
    missing: tuple[Word, ...]
    wrong: tuple[tuple[Word, str], ...]

    @property
    def complete(self) -> bool:
        """Whether every call can be said."""
        return not self.missing and not self.wrong

    @property
    def slow(self) -> tuple[Word, ...]:
        """Words of one syllable that take too long."""
        return tuple(
            word
            for word in WORDS
            if word.file in self.sounds
            and len(word.spoken.split()) == 1
            and self.sounds[word.file].seconds > SLOW_S
        )


def clip_file(folder: Path, word: Word) -> Path:
    """Where the clip of a word lies."""
    return folder / f"{word.file}.wav"


def read_clips(folder: Path) -> Clips:
    """Every clip in a folder, without its silence; all must have the rate that most have."""
    found: dict[str, Sound] = {}
    missing: list[Word] = []
    wrong: list[tuple[Word, str]] = []
    for word in WORDS:
        file = clip_file(folder, word)
        if not _there(file):
            missing.append(word)
            continue
        try:
            found[word.file] = trimmed(read_wav(file))
        except WavError as error:
            wrong.append((word, str(error)))
    rates = Counter(sound.rate for sound in found.values())
    rate = rates.most_common(1)[0][0] if rates else RATE
    for word in WORDS:
        sound = found.get(word.file)
        if sound is not None and sound.rate != rate:
            wrong.append((word, f"{sound.rate} Hz, các tệp khác là {rate} Hz"))
            del found[word.file]
    return Clips(rate, found, tuple(missing), tuple(wrong))


def _there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:
        return False


@dataclass(frozen=True, slots=True)
class Bank:
    """Clips at one loudness, ready to be put together; without any, there is the chime alone."""

    rate: int
    percent: int
    sounds: Mapping[str, Sound]

    def render(self, utterance: Utterance) -> Sound:
        """The whole utterance as one sound: it cannot be cut between two words."""
        parts = [chime(utterance.tone, self.percent, self.rate)]
        if self.sounds and utterance.words:
            brisk = utterance.brisk
            parts.append(silence(_BRISK_S if brisk else _AFTER_CHIME_S, self.rate))
            for word in utterance.words:
                pause = _BEFORE_COUNTER_S if word in (TO_COUNTER, AT_COUNTER) else _BETWEEN_S
                apart = _BRISK_S if brisk else pause
                parts += [silence(apart, self.rate), self.sounds[word.file]]
        return joined(parts, self.rate)

    def seconds(self, utterance: Utterance) -> float:
        """How long the utterance lasts."""
        return self.render(utterance).seconds


def bank_of(clips: Clips, percent: int) -> Bank:
    """The clips at ``percent`` of the loudest."""
    sounds = {file: levelled(sound, percent) for file, sound in clips.sounds.items()}
    return Bank(clips.rate, percent, sounds)


def chime_alone(percent: int) -> Bank:
    """No word, only the chime."""
    return Bank(RATE, percent, {})
