"""The ``kiosk`` command: every job of the program, without a window too.

Exit codes: 0 done; 1 refused (or done but the answer lost), with one sentence on stderr; 2 wrong usage; 70 a bug, with a crash
report whose file is named.
"""

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence

from kiosk.paths import station_folder
from kiosk.refusal import Refused

REFUSED, MISUSED, BUG = 1, 2, 70


def entry() -> None:
    """The console script."""
    raise SystemExit(main(sys.argv[1:]))


def main(argv: Sequence[str]) -> int:
    """Carry out one command line; its exit code."""
    from kiosk.cli.output import AnswerLostError
    from kiosk.cli.parser import parsed

    _speak_utf8()
    try:
        args = parsed(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        return _run(args)
    except BrokenPipeError:
        # Whoever read our output has enough; nothing is wrong.
        _mute()
        return 0
    except AnswerLostError:
        _mute()
        print(
            "Việc đã làm xong và đã ghi, nhưng không đưa được câu trả lời ra ngoài "
            "(đầu ra đã đóng hoặc hết chỗ). Đừng làm lại; xem lại bằng lệnh list, show, "
            "hoặc gọi lại với cùng --request-id.",
            file=sys.stderr,
        )
        return REFUSED
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001 - the last door: whatever comes here is a bug
        return _report_bug(args, error)


def _run(args: argparse.Namespace) -> int:
    try:
        return int(args.run(args) or 0)
    except Refused as refusal:
        from kiosk.wording import sentence

        # Here a code is typed: nobody holds paper before a scanner.
        typed = refusal.code == "barcode.unreadable"
        said = Refused("dossier.code_malformed") if typed else refusal
        print(sentence(said), file=sys.stderr)
        return REFUSED


def _report_bug(args: argparse.Namespace, error: Exception) -> int:
    from kiosk.crash import write_crash
    from kiosk.system_words import why_not

    try:
        file = write_crash(station_folder(args.home), error, f"kiosk {args.command}")
        told = f"Chi tiết kỹ thuật ở {file}; gửi tệp này cho người hỗ trợ."
    except OSError as unwritten:
        told = f"Không ghi được báo cáo ({why_not(unwritten)})."
    print(
        "Chương trình gặp trục trặc ngoài dự kiến nên dừng việc này; "
        f"những gì đã ghi trước đó vẫn còn. {told}",
        file=sys.stderr,
    )
    return BUG


def _mute() -> None:
    """Let what is still to be said go nowhere, also at the end of Python."""
    with contextlib.suppress(AttributeError, OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
