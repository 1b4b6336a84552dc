"""Sounds: what is a clip and what is not, its edges, its loudness, the chime."""

import wave
from array import array
from pathlib import Path

import pytest

from kiosk.ui.voice.sound import (
    Sound,
    WavError,
    chime,
    joined,
    levelled,
    read_wav,
    silence,
    trimmed,
    write_wav,
)
from tests.fixtures.voice import tone


def test_what_is_written_is_read(tmp_path: Path) -> None:
    sound = tone(0.2)
    write_wav(tmp_path / "a.wav", sound)
    assert read_wav(tmp_path / "a.wav") == sound


def test_of_two_channels_the_left_is_taken(tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "a.wav"), "wb") as wav:
        wav.setnchannels(2)
        wav.setsampwidth(2)
        wav.setframerate(8000)
        wav.writeframes(array("h", [500, 7, -600, 7]).tobytes())
    assert list(read_wav(tmp_path / "a.wav").samples) == [500, -600]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "không phải tệp WAV"),
        (b"RIFF0000WAVEfmt ", "không phải tệp WAV"),
        (b"ID3 something else", "không phải tệp WAV"),
    ],
)
def test_no_clip(tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / "a.wav").write_bytes(content)
    with pytest.raises(WavError, match=why):
        read_wav(tmp_path / "a.wav")


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(WavError, match="không có tệp"):
        read_wav(tmp_path / "a.wav")


@pytest.mark.parametrize(
    ("sound", "why"),
    [
        (silence(0.5, 8000), "không có tiếng"),
        (tone(4.2), "dài quá"),
        (Sound(array("h"), 8000), "không có tiếng"),
    ],
)
def test_a_clip_that_says_nothing_or_too_much(tmp_path: Path, sound: Sound, why: str) -> None:
    write_wav(tmp_path / "a.wav", sound)
    with pytest.raises(WavError, match=why):
        read_wav(tmp_path / "a.wav")


def test_eight_bits_are_too_few(tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "a.wav"), "wb") as wav:
        wav.setnchannels(1)
        wav.setsampwidth(1)
        wav.setframerate(8000)
        wav.writeframes(bytes(100))
    with pytest.raises(WavError, match="16 bit"):
        read_wav(tmp_path / "a.wav")


def test_silence_around_a_word_goes() -> None:
    word = joined([silence(0.5, 8000), tone(0.3), silence(0.7, 8000)], 8000)
    assert trimmed(word).seconds == pytest.approx(0.36, abs=0.01)


@pytest.mark.parametrize("percent", [0, 40, 100])
def test_every_clip_is_as_loud(percent: int) -> None:
    for peak in (900, 12_000, 32_767):
        loud = max(levelled(tone(0.1, peak=peak), percent).samples)
        assert loud == pytest.approx(320 * percent, abs=700)


def test_the_chime_is_of_two_tones_and_lasts_800_ms() -> None:
    two = chime("two", 80)
    assert two.seconds == pytest.approx(0.8, abs=0.01)
    assert chime("one", 80).seconds == pytest.approx(0.25, abs=0.01)
    assert 10_000 < max(two.samples) <= 32_767
    assert abs(two.samples[0]) < 200, "no crack at its beginning"
    assert abs(two.samples[-1]) < 200, "nor at its end"
    assert set(chime("two", 0).samples) == {0}
