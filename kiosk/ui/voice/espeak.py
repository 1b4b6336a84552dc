"""Clips made by espeak-ng, a program of its own (GPL, run as a process): once, then kept."""

import contextlib
import os
import shutil
import subprocess
from pathlib import Path

from kiosk.system_words import why_not
from kiosk.ui.voice.clips import clip_file
from kiosk.ui.voice.words import WORDS

PROGRAM = "espeak-ng"
_VOICE, _WORDS_A_MINUTE, _PATIENCE_S = "vi", "175", 10


def espeak_program() -> str | None:
    """Where espeak-ng is, if it is on this machine."""
    return shutil.which(PROGRAM)


def make_clips(folder: Path, program: str) -> str:
    """Make the clips that ``folder`` does not have; what went wrong, or nothing."""
    wanted = [word for word in WORDS if not clip_file(folder, word).is_file()]
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for word in wanted:
            file = clip_file(folder, word)
            # Under another name until it is whole: the power may go, another screen may make it too.
            part = file.with_suffix(f".{os.getpid()}.part")
            asked = [program, "-v", _VOICE, "-s", _WORDS_A_MINUTE, "-w", str(part), word.spoken]
            done = subprocess.run(
                asked, capture_output=True, timeout=_PATIENCE_S, check=False, text=True
            )
            if done.returncode or not part.is_file():
                with contextlib.suppress(OSError):
                    part.unlink(missing_ok=True)
                return f"{PROGRAM} không đọc được “{word.spoken}”"
            part.replace(file)
    except subprocess.TimeoutExpired:
        return f"{PROGRAM} không trả lời"
    except OSError as error:
        return why_not(error)
    return ""
