"""The folder of clips and the voice that is chosen."""

from pathlib import Path

import pytest

from kiosk.ui.voice import espeak
from kiosk.ui.voice.choosing import (
    Gathered,
    SystemFound,
    choose,
    espeak_folder,
    gather,
    recorded_folder,
)
from kiosk.ui.voice.clips import bank_of, chime_alone, clip_file, read_clips
from kiosk.ui.voice.sound import write_wav
from kiosk.ui.voice.words import AND, INVITE, WORDS, full_call, short_call
from tests.fixtures.voice import record, tone


def test_a_whole_folder_says_every_call(tmp_path: Path) -> None:
    record(tmp_path)
    clips = read_clips(tmp_path)
    assert clips.complete
    assert clips.slow == ()
    bank = bank_of(clips, 80)
    full, short = full_call("HT-016", 1), short_call("HT-016", 1)
    assert bank.seconds(full) == pytest.approx(0.8 + 0.12 + 8 * 0.04 + 0.2 + 11 * 0.3, abs=0.05)
    assert bank.seconds(short) == pytest.approx(0.25 + 9 * 0.02 + 9 * 0.3, abs=0.05)
    assert bank.seconds(short) < 4


def test_what_is_missing_wrong_and_slow_is_told(tmp_path: Path) -> None:
    record(tmp_path)
    clip_file(tmp_path, INVITE).unlink()
    clip_file(tmp_path, AND).write_bytes(b"no sound")
    write_wav(clip_file(tmp_path, WORDS[4]), tone(0.3, rate=16_000))
    write_wav(clip_file(tmp_path, WORDS[5]), tone(1.2))
    clips = read_clips(tmp_path)
    assert not clips.complete
    assert clips.missing == (INVITE,)
    assert [(word, why.partition(" ")[0]) for word, why in clips.wrong] == [
        (AND, "không"),
        (WORDS[4], "16000"),
    ]
    assert clips.slow == (WORDS[5],)


def test_an_absent_folder_has_nothing(tmp_path: Path) -> None:
    assert read_clips(tmp_path / "none").missing == WORDS
    assert chime_alone(50).seconds(full_call("HT-016", 1)) == pytest.approx(0.8, abs=0.01)


@pytest.mark.parametrize(
    ("recorded", "system", "program", "kind", "lacking"),
    [
        (True, "An", "/usr/bin/espeak-ng", "recorded", 0),
        (False, "An", "/usr/bin/espeak-ng", "system", 1),
        (False, "", "/usr/bin/espeak-ng", "espeak", 2),
        (False, "", None, "chime", 3),
    ],
)
def test_the_best_voice_wins_and_what_a_better_one_lacks_is_told(
    tmp_path: Path, recorded: bool, system: str, program: str | None, kind: str, lacking: int
) -> None:
    record(tmp_path, words=WORDS if recorded else WORDS[:20])
    gathered = Gathered(tmp_path, read_clips(tmp_path), program)
    choice = choose(gathered, SystemFound(system, "" if system else "chưa có"))
    assert (choice.kind, len(choice.better)) == (kind, lacking)
    if not recorded:
        assert f"có 20 trong {len(WORDS)} từ" in choice.better[0]


PROGRAM = """#!/bin/sh
echo "$@" >> {log}
for last; do :; done
case "$last" in "{fails}") exit 1;; esac
cp {clip} "$6"
"""


def reader(folder: Path, fails: str = "") -> Path:
    """A program that reads as espeak-ng is asked to."""
    write_wav(folder / "one.wav", tone(0.3))
    program = folder / "espeak-ng"
    program.write_text(
        PROGRAM.format(log=folder / "asked", clip=folder / "one.wav", fails=fails), "utf-8"
    )
    program.chmod(0o755)
    return program


def test_espeak_is_asked_once_for_each_word_and_never_again(tmp_path: Path) -> None:
    program = reader(tmp_path)
    made = espeak_folder(tmp_path / "voice")
    assert espeak.make_clips(made, str(program)) == ""
    assert read_clips(made).complete
    assert espeak.make_clips(made, str(program)) == ""
    asked = (tmp_path / "asked").read_text("utf-8").splitlines()
    assert len(asked) == len(WORDS)
    assert asked[0].startswith("-v vi ")
    assert asked[0].endswith(" kính mời số")
    clip_file(made, INVITE).unlink()
    espeak.make_clips(made, str(program))
    assert len((tmp_path / "asked").read_text("utf-8").splitlines()) == len(WORDS) + 1


def test_a_reader_that_fails_is_told_of(tmp_path: Path) -> None:
    program = reader(tmp_path, fails="mười")
    assert "mười" in espeak.make_clips(tmp_path / "made", str(program))
    assert "không" in espeak.make_clips(tmp_path / "made", str(tmp_path / "gone"))
    assert not list((tmp_path / "made").glob("*.part"))


def test_gathering_looks_into_the_station(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = reader(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    record(recorded_folder(tmp_path / "voice"))
    gathered = gather(tmp_path / "voice")
    assert gathered.recorded.complete
    assert gathered.espeak == str(program)
