"""``kiosk tell …``: whom to call or write to"""

import argparse
from collections.abc import Iterator

from kiosk.cli.at_work import at_work
from kiosk.cli.output import moment, say, words
from kiosk.dossiers.telling import MarkTold, TellLine, ToldBy, mark_told, to_tell


def listed(args: argparse.Namespace) -> None:
    """``tell list``"""
    with at_work(args) as work, work.store.read() as unit:
        lines = to_tell(unit)
    document = {
        "to_tell": [
            {
                "code": line.code,
                "about": line.about,
                "since": moment(line.since),
                "name": line.name,
                "phone": line.phone,
                "email": line.email,
                "text": line.text,
                "tried": line.tried,
            }
            for line in lines
        ]
    }
    say(args, document, *_lines(lines))


def done(args: argparse.Namespace) -> None:
    """``tell done CODE [--by phone] [--unreached]``"""
    wish = MarkTold(args.code, ToldBy(args.by), reached=not args.unreached)
    with at_work(args) as work:
        fact = work.do(mark_told, wish)
    told = "đã báo cho người nộp" if fact.reached else "chưa liên lạc được, còn trong danh sách"
    document = {"code": fact.code, "about": fact.about, "reached": fact.reached}
    say(args, document, f"{fact.code}: {told}.")


def _lines(lines: tuple[TellLine, ...]) -> Iterator[str]:
    if not lines:
        yield "Không có ai cần báo."
    for line in lines:
        tried = f", đã gọi {line.tried} lần chưa được" if line.tried else ""
        yield f"{line.code}  {line.name}  {line.phone or line.email or 'không có số'}{tried}"
        yield f"  từ {words(line.since)}: {line.text}"
