"""Sound as 16-bit samples of one channel: WAV files in and out, and the chime. No file is shipped."""

import math
import sys
import wave
from array import array
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kiosk.system_words import why_not
from kiosk.ui.voice.words import Tone

RATE = 22_050
LONGEST_S = 4.0
_EDGE_S = 0.03
_FULL = 32_000
_QUIET = 0.02
_CHIMES: dict[Tone, tuple[tuple[float, float], ...]] = {
    "two": ((784.0, 0.35), (587.3, 0.45)),
    "one": ((587.3, 0.25),),
}
"""Each tone: hertz and seconds."""


class WavError(Exception):
    """A file is no clip; the message says why, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples of 16 bits, one channel, ``rate`` of them a second."""

    samples: "array[int]"
    rate: int

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.samples) / self.rate


def read_wav(file: Path) -> Sound:
    """The sound in a WAV file of 16 bits, of two channels the left. Raises :class:`WavError`."""
    try:
        with wave.open(str(file), "rb") as wav:
            channels, width, rate = wav.getnchannels(), wav.getsampwidth(), wav.getframerate()
            if width != 2:
                raise WavError(f"{8 * width} bit, cần WAV 16 bit")
            if wav.getnframes() > LONGEST_S * rate:
                raise WavError(f"dài quá {LONGEST_S:.0f} giây")
            samples = array("h", wav.readframes(wav.getnframes()))
    except OSError as error:
        raise WavError(why_not(error)) from error
    except (wave.Error, EOFError, ValueError, ZeroDivisionError) as error:
        raise WavError("không phải tệp WAV PCM") from error
    if sys.byteorder == "big":
        samples.byteswap()
    samples = samples[::channels]
    if not samples or _peak(samples) < 100:
        raise WavError("không có tiếng")
    return Sound(samples, rate)


def write_wav(file: Path, sound: Sound) -> None:
    """Write a sound as a WAV file."""
    samples = sound.samples
    if sys.byteorder == "big":
        samples = samples[:]
        samples.byteswap()
    with wave.open(str(file), "wb") as wav:
        wav.setnchannels(1)
        wav.setsampwidth(2)
        wav.setframerate(sound.rate)
        wav.writeframes(samples.tobytes())


def trimmed(sound: Sound) -> Sound:
    """Without the silence before and after it, but for a short edge."""
    samples = sound.samples
    loud = _peak(samples) * _QUIET
    first = next(at for at, value in enumerate(samples) if abs(value) > loud)
    last = next(at for at in range(len(samples) - 1, -1, -1) if abs(samples[at]) > loud)
    edge = int(_EDGE_S * sound.rate)
    return Sound(samples[max(0, first - edge) : last + 1 + edge], sound.rate)


def levelled(sound: Sound, percent: int) -> Sound:
    """Every clip as loud as the others: its highest peak at ``percent`` of what is possible."""
    factor = _FULL * percent / 100 / _peak(sound.samples)
    return Sound(array("h", (int(value * factor) for value in sound.samples)), sound.rate)


def _peak(samples: "array[int]") -> int:
    highest, lowest = max(samples), min(samples)
    return max(highest, -lowest, 1)


def silence(seconds: float, rate: int) -> Sound:
    """Nothing, for so long."""
    return Sound(array("h", bytes(2 * int(seconds * rate))), rate)


def joined(parts: list[Sound], rate: int) -> Sound:
    """One after the other."""
    samples = array("h")
    for part in parts:
        samples.extend(part.samples)
    return Sound(samples, rate)


@lru_cache(maxsize=8)
def chime(tone: Tone, percent: int, rate: int = RATE) -> Sound:
    """The chime, made here: two tones in 0.8 s, or one in 0.25 s; each begins soft and fades."""
    samples = array("h")
    for hertz, seconds in _CHIMES[tone]:
        count = int(seconds * rate)
        for at in range(count):
            shape = min(1.0, at / (0.01 * rate)) * (1 - at / count) ** 2
            turn = 2 * math.pi * hertz * at / rate
            value = 0.8 * math.sin(turn) + 0.2 * math.sin(2 * turn)
            samples.append(int(_FULL * percent / 100 * shape * value))
    return Sound(samples, rate)
