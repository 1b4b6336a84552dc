"""``kiosk voice …``: the words that an office records, which voice is used, and how it sounds"""

import argparse

from kiosk.cli.output import say
from kiosk.paths import station_folder
from kiosk.queue.model import parse_label
from kiosk.refusal import Refused
from kiosk.settings import read_settings
from kiosk.ui.voice.choosing import TOLD, recorded_folder
from kiosk.ui.voice.clips import SLOW_S, clip_file, read_clips
from kiosk.ui.voice.players import why_silent
from kiosk.ui.voice.words import WORDS, Word, full_call, spoken, written


def listed(args: argparse.Namespace) -> None:
    """``voice list``: every word, its file, and whether the office has recorded it"""
    folder = recorded_folder(station_folder(args.home).voice)
    clips = read_clips(folder)
    found = [(word, word.file in clips.sounds) for word in WORDS]
    say(
        args,
        {
            "folder": str(folder),
            "words": [
                {"file": f"{word.file}.wav", "said": word.spoken, "recorded": there}
                for word, there in found
            ],
        },
        f"Thu mỗi từ thành một tệp WAV 16 bit, cùng tần số, đặt vào {folder}",
        *(
            f"{'có   ' if there else 'thiếu'}  {word.file + '.wav':18} “{word.spoken}”"
            for word, there in found
        ),
    )


def check(args: argparse.Namespace) -> None:
    """``voice check``: the voice that is used, and what keeps a better one from being used"""
    from kiosk.ui.voice.hearing import choice_here

    folder = station_folder(args.home).voice
    choice, clips = choice_here(folder)
    silent = why_silent()
    lines = [f"Đang dùng: {TOLD[choice.kind]} ({choice.source})"]
    lines += [f"Không phát được tiếng: {silent}"] if silent else []
    lines += [f"Chưa dùng {better}" for better in choice.better]
    if clips.sounds or clips.wrong:
        lines += [f"thiếu  {word.file}.wav  “{word.spoken}”" for word in clips.missing]
        lines += [f"hỏng   {word.file}.wav  {why}" for word, why in clips.wrong]
        lines += [
            f"chậm   {word.file}.wav  dài {_told(clips.sounds[word.file].seconds)} giây, "
            f"nên dưới {_told(SLOW_S)}"
            for word in clips.slow
        ]
    document = {
        "voice": choice.kind,
        "source": choice.source,
        "silent": silent,
        "better": choice.better,
        "missing": [word.file for word in clips.missing],
        "wrong": [{"file": word.file, "why": why} for word, why in clips.wrong],
        "slow": [word.file for word in clips.slow],
    }
    say(args, document, *lines)


def _told(seconds: float) -> str:
    return f"{seconds:.1f}".replace(".", ",")


def play(args: argparse.Namespace) -> None:
    """``voice play [NUMBER] [--counter N]``, ``--word FILE``, ``--all``"""
    from kiosk.ui.voice.hearing import hear_call, hear_clips

    station = station_folder(args.home)
    if silent := why_silent():
        raise Refused("voice.silent", why=silent)
    percent = read_settings(station.settings).lobby.volume
    if not args.word and not args.all:
        label = args.number or "HT-016"
        if parse_label(label) is None or not 1 <= args.counter <= 999:
            raise Refused("voice.number_malformed", said=f"{label}, {args.counter}"[:80])
        utterance = full_call(label, args.counter)
        choice = hear_call(station.voice, utterance, percent)
        assert choice is not None
        document = {"voice": choice.kind, "said": written(utterance), "as": spoken(utterance)}
        say(args, document, f"{written(utterance)} ({TOLD[choice.kind]})")
        return
    folder = recorded_folder(station.voice)
    clips = read_clips(folder)
    words = _asked(args)
    for word in words:
        if word.file not in clips.sounds:
            raise Refused("voice.clip_missing", file=str(clip_file(folder, word)))
    played: list[Word] = []
    hear_clips(clips, words, percent, played.append)
    say(args, {"played": [word.file for word in played]}, *(word.spoken for word in played))


def _asked(args: argparse.Namespace) -> tuple[Word, ...]:
    if args.all:
        return WORDS
    name = args.word.removesuffix(".wav")
    found = tuple(word for word in WORDS if word.file == name)
    if not found:
        raise Refused("voice.word_unknown", said=args.word[:80])
    return found
