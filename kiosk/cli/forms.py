"""``kiosk form …``: the forms of the decree in force, their wording and how it is changed"""

import argparse
from pathlib import Path

from kiosk.cli.at_work import at_work
from kiosk.cli.output import say
from kiosk.office.reading import office_now, profile_now
from kiosk.printing.forms import begin_own, form_fault, is_known, is_own, words_file
from kiosk.refusal import Refused
from kiosk.system_words import why_not
from kiosk.wording import sentence


def listed(args: argparse.Namespace) -> None:
    """``form list``"""
    with at_work(args) as work, work.store.read() as unit:
        profile = profile_now(unit)
    documents, lines = [], []
    for form in profile.forms:
        fault = form_fault(profile.code, form.kind)
        known, own = is_known(profile.code, form), is_own(profile.code, form.kind)
        documents.append(
            {
                "kind": form.kind.value,
                "number": form.number,
                "name": form.name,
                "copies": form.copies,
                "known": known,
                "own": own,
                "file": str(words_file(profile.code, form.kind)),
                "fault": fault.code if fault is not None else None,
            }
        )
        told = "đúng mẫu chính thức" if known else "chưa so với mẫu chính thức"
        whose = ", lời văn của văn phòng" if own else ""
        lines.append(f"{form.number or '--'}  {form.kind.value}  {form.name}  ({told}{whose})")
        if fault is not None:
            lines.append(f"    {sentence(fault)}")
    say(args, {"profile": profile.code, "forms": documents}, profile.title, *lines)


def show(args: argparse.Namespace) -> None:
    """``form show KIND|NUMBER --out FILE.pdf``: the form with invented values"""
    from kiosk.printing.sample_papers import sample_pdf

    target = Path(args.out)
    if target.exists():
        raise Refused("file.exists", file=args.out)
    with at_work(args) as work, work.store.read() as unit:
        office, profile = office_now(unit).profile, profile_now(unit)
    form = profile.form_called(args.form)
    pdf = sample_pdf(profile.code, form.kind, office)
    try:
        target.write_bytes(pdf)
    except OSError as error:
        raise Refused("file.unwritable", file=args.out, why=why_not(error)) from error
    say(args, {"file": str(target), "kind": form.kind.value}, f"Đã ghi {target}: {form.name}.")


def own(args: argparse.Namespace) -> None:
    """``form own KIND|NUMBER``: a copy of the wording to change, in the station's folder"""
    with at_work(args) as work, work.store.read() as unit:
        profile = profile_now(unit)
    form = profile.form_called(args.form)
    file = begin_own(profile.code, form.kind)
    say(
        args,
        {"file": str(file), "kind": form.kind.value},
        f"Đã chép lời văn của {form.name} vào {file}.",
        "Sửa tệp ấy; xem thử: kiosk form show "
        f"{form.kind.value} --out xem-thu.pdf; so đúng mẫu rồi thì đặt compared = true.",
    )
