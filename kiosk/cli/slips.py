"""``kiosk slip``: a paper of a dossier as a file"""

import argparse
from pathlib import Path

from kiosk.cli.at_work import at_work
from kiosk.cli.output import say
from kiosk.dossiers.kept_papers import kept_paper
from kiosk.refusal import Refused
from kiosk.system_words import why_not


def slip(args: argparse.Namespace) -> None:
    """``slip CODE --form KIND|NUMBER [--number N [--year Y]] --out FILE.pdf``"""
    from kiosk.printing import papers

    target = Path(args.out)
    if target.exists():
        raise Refused("file.exists", file=args.out)
    with at_work(args) as work, work.store.read() as unit:
        paper = kept_paper(unit, args.code, args.form, number=args.number, year=args.year)
    pdf = papers.render(paper.kind, paper.content, copies=paper.form.copies, reprint=False)
    try:
        target.write_bytes(pdf)
    except OSError as error:
        raise Refused("file.unwritable", file=args.out, why=why_not(error)) from error
    say(
        args,
        {
            "file": str(target),
            "code": paper.code,
            "form": {
                "kind": paper.form.kind.value,
                "number": paper.form.number,
                "name": paper.form.name,
            },
        },
        f"Đã ghi {target}: {paper.form.name}.",
    )
