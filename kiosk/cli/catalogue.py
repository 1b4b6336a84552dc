"""``kiosk catalogue …``"""

import argparse
import re
import sys
from pathlib import Path
from typing import Any

import msgspec

from kiosk.catalogue.corrections import (
    CorrectProcedure,
    DropCorrection,
    correct_procedure,
    drop_correction,
)
from kiosk.catalogue.limits import limit_in_words
from kiosk.catalogue.offering import OfferProcedures, ProceduresOffered, offer_procedures
from kiosk.catalogue.procedure import Paper, Procedure
from kiosk.catalogue.reading import corrections_in_force, procedure
from kiosk.cli.at_work import at_work
from kiosk.cli.output import say
from kiosk.office.reading import office_now

SHOWN_UNREADABLE = 20

CHANNEL_WORDS = {"direct": "trực tiếp", "online": "trực tuyến", "postal": "qua bưu chính"}
SOURCE_WORDS = {
    "record": "bản ghi đầy đủ",
    "catalogue": "dòng danh mục",
    "handwritten": "văn phòng viết tay",
}


def import_(args: argparse.Namespace) -> None:
    """``catalogue import PATH…``"""
    from kiosk.catalogue.importing import import_catalogue

    def progress(read: int) -> None:
        if sys.stderr.isatty():
            print(f"\rĐã đọc {read} bản ghi…", end="", file=sys.stderr, flush=True)

    with at_work(args) as work:
        done = import_catalogue(
            work.store,
            [Path(path) for path in args.paths],
            work.by,
            work.request_id,
            progress=progress,
        )
    if sys.stderr.isatty():
        print(file=sys.stderr)
    left = len(done.unreadable) - SHOWN_UNREADABLE
    say(
        args,
        {
            "read": done.read,
            "new": done.new,
            "changed": done.changed,
            "unreadable": [{"where": u.where, "why": u.why} for u in done.unreadable],
        },
        f"Đã đọc {done.read} bản ghi: {done.new} thủ tục mới, {done.changed} thủ tục thay đổi.",
        *(
            [
                f"Có {len(done.unreadable)} chỗ không đọc được, "
                + ("phần còn lại đã nhập:" if done.read else "chưa nhập được thủ tục nào:")
            ]
            if done.unreadable
            else []
        ),
        *(f"  {u.where}: {u.why}" for u in done.unreadable[:SHOWN_UNREADABLE]),
        *([f"  … và {left} chỗ nữa (xem đủ bằng --json)"] if left > 0 else []),
    )


def search(args: argparse.Namespace) -> None:
    """``catalogue search TEXT``"""
    from kiosk.catalogue.search import search as find

    with at_work(args) as work, work.store.read() as unit:
        found = find(unit, args.text, limit=max(1, min(args.limit, 500)))
    say(
        args,
        {"results": [{"code": f.code, "name": f.name, "field": f.field} for f in found]},
        *([f"{f.code}  {f.name}  ({f.field})" for f in found] or ["Không có thủ tục khớp."]),
    )


def show(args: argparse.Namespace) -> None:
    """``catalogue show CODE``"""
    with at_work(args) as work, work.store.read() as unit:
        found = procedure(unit, args.code)
        corrected = corrections_in_force(unit, found.code)
    document: dict[str, Any] = msgspec.to_builtins(found, str_keys=True)
    document["corrections"] = [
        {"part": c.part, "value": msgspec.json.decode(c.value), "officer": c.officer}
        for c in corrected
    ]
    say(args, {"procedure": document}, *_lines(found), *(f"Đã sửa: {c.part}" for c in corrected))


def correct(args: argparse.Namespace) -> None:
    """``catalogue correct CODE PART VALUE``: ``-`` for "not certain"; papers as JSON."""
    with at_work(args) as work:
        done = work.do(
            correct_procedure, CorrectProcedure(args.code, args.part, _value(args.part, args.value))
        )
    say(args, {"code": done.code, "part": done.part}, f"{done.code}: đã sửa {done.part}.")


def uncorrect(args: argparse.Namespace) -> None:
    """``catalogue uncorrect CODE PART``"""
    with at_work(args) as work:
        done = work.do(drop_correction, DropCorrection(args.code, args.part))
    say(args, {"code": done.code, "part": done.part}, f"{done.code}: {done.part} như bản đã nhập.")


def offer(args: argparse.Namespace) -> None:
    """``catalogue offer CODE…``: all of them, or none when one cannot be"""
    with at_work(args) as work:
        prefix: str | None = None
        if args.field is not None:
            with work.store.read() as unit:
                prefix = office_now(unit).find_field(args.field).prefix
        done = work.do(offer_procedures, OfferProcedures(tuple(args.codes), prefix, True))
    say(
        args,
        _offered(done),
        *(f"Văn phòng nhận {one.code} {one.name} ({one.field_prefix})." for one in done.procedures),
    )


def withdraw(args: argparse.Namespace) -> None:
    """``catalogue withdraw CODE…``: all of them, or none when one is unknown"""
    with at_work(args) as work:
        done = work.do(offer_procedures, OfferProcedures(tuple(args.codes), None, False))
    say(
        args,
        _offered(done),
        *(f"Văn phòng thôi nhận {one.code} {one.name}." for one in done.procedures),
    )


def _offered(done: ProceduresOffered) -> dict[str, Any]:
    return {
        "procedures": [
            {"code": one.code, "offered": one.offered, "field": one.field_prefix}
            for one in done.procedures
        ]
    }


_AMOUNT = re.compile(r"[0-9]{1,12}|[0-9]{1,3}(?:\.[0-9]{3}){1,3}")


def _value(part: str, text: str) -> Any:
    if text == "-":
        return None
    if part == "papers":
        try:
            return msgspec.json.decode(text, type=tuple[Paper, ...])
        except msgspec.DecodeError:
            return text
    if part == "fee_amount" and _AMOUNT.fullmatch(text):
        return int(text.replace(".", ""))
    return text


def _fee(found: Procedure) -> str:
    from kiosk.dossiers.terms import in_dong

    amount = "" if found.fee_amount is None else in_dong(found.fee_amount)
    return "; ".join(dict.fromkeys(said for said in (found.fee_text, amount) if said))


def _lines(found: Procedure) -> list[str]:
    def named(name: str, value: str) -> list[str]:
        return [f"{name}: {value}"] if value else []

    return [
        f"{found.code}  {found.name}",
        f"Lĩnh vực: {found.category}"
        + (f" ({found.field_prefix})" if found.field_prefix else "")
        + ("; văn phòng nhận" if found.offered else "; văn phòng chưa nhận"),
        *named("Cơ quan", found.agency),
        *(
            f"Nộp {CHANNEL_WORDS[c.channel]}: {limit_in_words(c.limit) if c.limit else c.limit_text or 'chưa rõ thời hạn'}"
            for c in found.channels
        ),
        *(
            f"Trường hợp {c.code} {c.name}: {limit_in_words(c.limit) if c.limit else c.limit_text}"
            for c in found.cases
        ),
        *named("Phí, lệ phí", _fee(found)),
        *(
            f"  {p.name}: {p.originals} bản chính, {p.copies} bản sao"
            if p.originals or p.copies
            else f"  {p.name}"
            for p in found.papers
        ),
        *named("Kết quả", "; ".join(found.result)),
        *named("Ghi chú", found.note),
        "Nguồn: " + (", ".join(SOURCE_WORDS.get(s, s) for s in found.sources) or "văn phòng"),
    ]
