"""The door to the voice: one utterance after the other, whole, whatever the machine has."""

import subprocess
import sys
import types
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from pytestqt.qtbot import QtBot

from kiosk.ui.jobs import ManualJobs
from kiosk.ui.voice import players, speaker, system_voice
from kiosk.ui.voice.announcer import Announcer
from kiosk.ui.voice.choosing import SystemFound, recorded_folder
from kiosk.ui.voice.speaker import Speaker
from kiosk.ui.voice.words import Utterance, full_call, short_call
from tests.fixtures.logs import ExpectedLog
from tests.fixtures.voice import SilentSpeaker, record, tone

pytestmark = pytest.mark.usefixtures("qapp")
CALL = full_call("HT-016", 1)


@pytest.fixture
def silent() -> Iterator[SilentSpeaker]:
    made = SilentSpeaker()
    yield made
    made.deleteLater()


def announcer(
    folder: Path, silent: SilentSpeaker, percent: int = 80
) -> tuple[Announcer, list[int]]:
    jobs = ManualJobs()
    made = Announcer(folder, jobs, percent, lambda: silent)
    ends: list[int] = []
    made.ended.connect(lambda: ends.append(len(silent.played)))
    made.prepare()
    while jobs.run_all():
        pass
    return made, ends


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without espeak-ng."""
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    return tmp_path / "voice"


def test_utterances_queue_and_none_is_cut(bare: Path, silent: SilentSpeaker) -> None:
    record(recorded_folder(bare))
    voice, ends = announcer(bare, silent)
    assert voice.choice is not None
    assert voice.choice.kind == "recorded"
    for _ in range(3):
        voice.say(CALL)
    assert len(silent.played) == 1
    silent.end()
    assert len(silent.played) == 2
    silent.end()
    silent.end()
    assert len(ends) == 3
    assert silent.played == [round(voice.seconds(CALL), 2)] * 3
    voice.deleteLater()


def test_without_a_voice_there_is_the_chime(bare: Path, silent: SilentSpeaker) -> None:
    voice, ends = announcer(bare, silent)
    assert voice.choice is not None
    assert voice.choice.kind == "chime"
    voice.say(CALL)
    assert silent.played == [0.8]
    silent.end()
    assert len(ends) == 1
    voice.deleteLater()


def test_another_loudness_holds_from_the_next_utterance(bare: Path, silent: SilentSpeaker) -> None:
    record(recorded_folder(bare))
    voice, _ = announcer(bare, silent)
    before = voice.seconds(CALL)
    voice.say(CALL)
    voice.set_percent(0)
    assert silent.left is not None
    assert voice.seconds(CALL) == before
    voice.stop()
    assert silent.stopped
    silent.ended.emit()
    voice.deleteLater()


class Speech(QObject):
    """Qt's engine as far as it is used; it says nothing."""

    class State:
        Ready, Speaking, Error = range(3)

    stateChanged = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, float]] = []
        self.rate = 0.0

    def setVolume(self, volume: float) -> None:
        self.volume = volume

    def setRate(self, rate: float) -> None:
        self.rate = rate

    def say(self, text: str) -> None:
        self.said.append((text, self.rate))
        self.stateChanged.emit(self.State.Speaking)

    def stop(self) -> None:
        self.stateChanged.emit(self.State.Ready)


@pytest.fixture
def speech(monkeypatch: pytest.MonkeyPatch) -> Speech:
    module = types.ModuleType("PySide6.QtTextToSpeech")
    module.QTextToSpeech = Speech  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", module)
    made = Speech()
    monkeypatch.setattr(
        "kiosk.ui.voice.announcer.find_system_voice",
        lambda: (SystemFound("An"), made),
    )
    return made


def test_the_systems_voice_speaks_after_the_chime(
    bare: Path, silent: SilentSpeaker, speech: Speech
) -> None:
    voice, ends = announcer(bare, silent)
    voice.say(CALL)
    voice.say(short_call("HT-016", 1))
    assert speech.said == []
    silent.end()
    assert speech.said == [("kính mời số hát tê không một sáu đến quầy một", 0.0)]
    assert ends == []
    speech.stateChanged.emit(Speech.State.Ready)
    assert len(ends) == 1
    silent.end()
    assert speech.said[1] == ("mời số hát tê không một sáu quầy một", system_voice.BRISK_RATE)
    speech.stateChanged.emit(Speech.State.Error)
    assert len(ends) == 2
    assert voice.seconds(CALL) == pytest.approx(0.8 + 11 * 0.34, abs=0.1)
    voice.deleteLater()


def test_a_system_voice_that_never_ends_is_ended(
    bare: Path, silent: SilentSpeaker, speech: Speech
) -> None:
    voice, ends = announcer(bare, silent)
    voice.say(CALL)
    silent.end()
    assert ends == []
    (latest,) = (timer for timer in voice.findChildren(QTimer) if timer.isActive())
    assert latest.interval() > 3000 * 11 * 0.34
    latest.timeout.emit()
    assert len(ends) == 1
    voice.stop()
    voice.deleteLater()


@pytest.mark.parametrize(
    ("platform", "why"), [("linux", "Windows"), ("win32", "phần mở rộng"), ("darwin", "phần mở")]
)
def test_no_system_voice_is_told_of(
    platform: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    found, engine = system_voice.find_system_voice(platform)
    assert (found.name, engine) == ("", None)
    assert why in found.why


@pytest.mark.parametrize(
    ("platform", "there", "command"),
    [
        ("linux", ("paplay", "aplay"), ("/bin/paplay",)),
        ("linux", ("aplay",), ("/bin/aplay", "-q")),
        ("linux", (), None),
        ("darwin", ("afplay",), ("/bin/afplay",)),
        ("win32", (), ("winsound",)),
        ("plan9", ("aplay",), None),
    ],
)
def test_what_plays(platform: str, there: tuple[str, ...], command: tuple[str, ...] | None) -> None:
    def which(name: str) -> str | None:
        return f"/bin/{name}" if name in there else None

    assert players.player(platform, which) == command


def test_a_machine_without_a_sound_card_is_silent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr(players, "player", lambda _platform: ("aplay",))
    cards = tmp_path / "cards"
    assert players.why_silent("linux", cards)
    cards.write_text("--- no soundcards ---\n", "utf-8")
    assert players.why_silent("linux", cards)
    cards.write_text(" 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n", "utf-8")
    assert players.why_silent("linux", cards) == ""


@pytest.mark.parametrize(
    "command", [("/no/such/player",), (sys.executable, "-c", "raise SystemExit(3)")]
)
def test_a_player_that_fails_takes_the_time_of_the_sound(
    qtbot: QtBot, command: tuple[str, ...], expected_log: ExpectedLog
) -> None:
    expected_log("the voice is not heard")
    made = Speaker(command)
    with qtbot.waitSignal(made.ended):
        made.play(tone(0.05))
    assert not made.busy
    made.stop()
    made.deleteLater()


def test_a_player_gets_the_file_and_its_end_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    kept = tmp_path / "kept.wav"
    copy = "import shutil, sys; shutil.copy(sys.argv[1], sys.argv[2])"
    program = tmp_path / "play"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -c "{copy}" "$1" {kept}\n', "utf-8")
    program.chmod(0o755)
    made = Speaker((str(program),))
    with qtbot.waitSignal(made.ended):
        made.play(tone(0.05))
    assert kept.stat().st_size == 44 + 2 * 400
    made.stop()
    made.deleteLater()


def test_a_player_that_hangs_is_ended(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, expected_log: ExpectedLog
) -> None:
    expected_log("the player hung")
    monkeypatch.setattr(speaker, "_PATIENCE_MS", 1)
    made = Speaker((sys.executable, "-c", "input()"))
    with qtbot.waitSignal(made.ended):
        made.play(tone(0.05))
    made.stop()
    made.deleteLater()


@pytest.mark.parametrize("fails", [False, True])
def test_windows_plays_it_and_the_length_is_its_end(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, expected_log: ExpectedLog, fails: bool
) -> None:
    played: list[tuple[str, int]] = []

    def play(file: str, flags: int) -> None:
        if fails:
            raise RuntimeError("Failed to play sound")
        played.append((Path(file).name, flags))

    windows = types.ModuleType("winsound")
    vars(windows).update(PlaySound=play, SND_FILENAME=1, SND_ASYNC=2, SND_NODEFAULT=4)
    monkeypatch.setitem(sys.modules, "winsound", windows)
    monkeypatch.setattr(speaker, "_WINDOWS_TAIL_MS", 1)
    if fails:
        expected_log("Windows does not play it")
    made = Speaker(("winsound",))
    with qtbot.waitSignal(made.ended):
        made.play(tone(0.05))
    assert played == ([] if fails else [("call.wav", 7)])
    made.stop()
    made.deleteLater()


def test_nothing_of_the_voice_needs_what_is_not_installed(project: Path) -> None:
    asked = (
        "import sys, kiosk.ui.voice.announcer;"
        "print(*(name for name in sys.modules if 'Multimedia' in name or 'TextToSpeech' in name))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", asked], cwd=project, capture_output=True, text=True, check=True
    )
    assert loaded.stdout.split() == []


def test_the_chime_alone_is_an_utterance(bare: Path, silent: SilentSpeaker) -> None:
    record(recorded_folder(bare))
    voice, _ = announcer(bare, silent)
    voice.say(Utterance("two"))
    assert silent.played == [pytest.approx(0.8, abs=0.01)]
    silent.end()
    voice.deleteLater()
