"""``kiosk voice …``: what is missing, what is used, and that nothing is promised without a loudspeaker."""

import sys
from pathlib import Path

import pytest

from kiosk.ui.voice import speaker
from kiosk.ui.voice.clips import clip_file
from kiosk.ui.voice.sound import write_wav
from kiosk.ui.voice.words import AND, INVITE, WORDS
from tests.fixtures.command_line import Kiosk
from tests.fixtures.voice import record, tone


@pytest.fixture
def recorded(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for the office's clips, on a machine without espeak-ng."""
    monkeypatch.setenv("PATH", str(home))
    return home / "voice" / "recorded"


@pytest.fixture
def loudspeaker(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which everything is heard, by a player that ends at once."""
    monkeypatch.setattr("kiosk.cli.voice.why_silent", lambda: "")
    monkeypatch.setattr("kiosk.ui.voice.players.why_silent", lambda: "")
    monkeypatch.setattr(speaker, "player", lambda: (sys.executable, "-c", "pass"))


def test_the_words_to_record_are_listed(kiosk: Kiosk, recorded: Path) -> None:
    record(recorded, words=WORDS[:3])
    document = kiosk("voice", "list", "--json").json
    assert document["folder"] == str(recorded)
    assert len(document["words"]) == len(WORDS)
    assert [one["recorded"] for one in document["words"]].count(True) == 3
    assert document["words"][0] == {
        "file": "kinh-moi-so.wav",
        "said": "kính mời số",
        "recorded": True,
    }
    told = kiosk("voice", "list").out
    assert "có     kinh-moi-so.wav" in told
    assert "thiếu  quay.wav" in told


def test_what_is_missing_or_wrong_is_told(kiosk: Kiosk, recorded: Path) -> None:
    assert kiosk("voice", "check", "--json").json["voice"] == "chime"
    record(recorded)
    document = kiosk("voice", "check", "--json").json
    assert (document["voice"], document["missing"], document["better"]) == ("recorded", [], [])
    write_wav(clip_file(recorded, WORDS[4]), tone(1.2))
    clip_file(recorded, INVITE).unlink()
    clip_file(recorded, AND).write_bytes(b"")
    document = kiosk("voice", "check", "--json").json
    assert (document["voice"], document["missing"]) == ("chime", ["kinh-moi-so"])
    assert [one["file"] for one in document["wrong"]] == ["linh"]
    told = kiosk("voice", "check").out
    assert "thiếu  kinh-moi-so.wav" in told
    assert "hỏng   linh.wav" in told
    assert "chậm   so-0.wav  dài 1,2 giây, nên dưới 0,8" in told


@pytest.mark.usefixtures("loudspeaker", "qapp")
def test_a_call_and_each_word_can_be_heard(kiosk: Kiosk, recorded: Path) -> None:
    record(recorded)
    said = kiosk("voice", "play", "DD-1008", "--counter", "15", "--json").json
    assert said == {
        "voice": "recorded",
        "said": "Kính mời số D D một không không tám đến quầy mười lăm",
        "as": "kính mời số dê dê một không không tám đến quầy mười lăm",
    }
    assert kiosk("voice", "play", "--word", "chu-h.wav").out == "hát\n"
    clip_file(recorded, AND).unlink()
    assert "linh.wav" in kiosk("voice", "play", "--all", code=1).err
    assert "HT-016" in kiosk("voice", "play", "số tám", code=1).err


def test_a_machine_without_sound_says_so(
    kiosk: Kiosk, recorded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.cli.voice.why_silent", lambda: "máy không có thiết bị âm thanh")
    assert "máy không có thiết bị âm thanh" in kiosk("voice", "play", code=1).err
    assert "máy không có thiết bị âm thanh" in kiosk("voice", "check").out
