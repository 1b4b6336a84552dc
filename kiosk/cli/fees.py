"""``kiosk fee …``: fees of dossiers"""

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.cli.at_work import at_work
from kiosk.cli.output import day_words, moment, say
from kiosk.cli.said import day_said
from kiosk.dossiers.fees import (
    CashOfDay,
    FeeKind,
    FeeLine,
    FeeStanding,
    FeeTaken,
    PaidBy,
    ReverseFee,
    TakeFee,
    WaiveFee,
    cash_of_day,
    fees_of,
    reverse_fee,
    take_fee,
    waive_fee,
)
from kiosk.dossiers.takings import PrintTakings, TakingsList, print_takings, takings_of
from kiosk.refusal import Refused
from kiosk.whole_file import whole_file

_KINDS = {FeeKind.PAID: "thu", FeeKind.WAIVED: "miễn", FeeKind.REVERSED: "hủy"}
_WAYS = {PaidBy.CASH: "tiền mặt", PaidBy.TRANSFER: "chuyển khoản", PaidBy.POST: "qua bưu chính"}


def take(args: argparse.Namespace) -> None:
    """``fee take CODE AMOUNT --receipt NUMBER``"""
    with at_work(args) as work:
        _say(
            args, work.do(take_fee, TakeFee(args.code, args.amount, args.receipt, PaidBy(args.by)))
        )


def waive(args: argparse.Namespace) -> None:
    """``fee waive CODE AMOUNT --reason WHY``"""
    with at_work(args) as work:
        _say(args, work.do(waive_fee, WaiveFee(args.code, args.amount, args.reason)))


def reverse(args: argparse.Namespace) -> None:
    """``fee reverse ID --reason WHY``"""
    with at_work(args) as work:
        _say(args, work.do(reverse_fee, ReverseFee(args.payment, args.reason)))


def show(args: argparse.Namespace) -> None:
    """``fee show CODE``"""
    with at_work(args) as work, work.store.read() as unit:
        standing, lines = fees_of(unit, args.code)
    document = {"standing": _standing(standing), "lines": [_document(line) for line in lines]}
    say(args, document, *map(_words, lines), _standing_words(standing))


def day(args: argparse.Namespace) -> None:
    """``fee day [--on DAY] [--of OFFICER] [--out FILE.pdf]``: what each officer took"""
    with at_work(args) as work, work.store.read() as unit:
        on = day_said(args.on) if args.on else unit.day
        found = cash_of_day(unit, on, args.of)
        if args.out:
            _as_pdf(Path(args.out), takings_of(unit, on, args.of), on)
    document = {
        "day": on.isoformat(),
        "officers": [
            {
                "officer": each.officer,
                "sums": {way.value: total for way, total in each.sums},
                "waived": each.waived,
                "lines": [_document(line) for line in each.lines],
            }
            for each in found
        ],
    }
    say(args, document, *_day_lines(on, found))


def print_day(args: argparse.Namespace) -> None:
    """``fee print [--on DAY]``: owe the acting officer's list on paper"""
    with at_work(args) as work:
        wish = PrintTakings(day_said(args.on) if args.on else None)
        fact = work.do(print_takings, wish)
    document = {"day": fact.day.isoformat(), "total": fact.total, "print_jobs": fact.print_jobs}
    told = f"Danh sách thu ngày {day_words(fact.day)}: {_dong(fact.total)} đồng, đang chờ in."
    say(args, document, told)


def _as_pdf(target: Path, given: tuple[TakingsList, ...], on: date) -> None:
    if target.suffix.lower() != ".pdf":
        raise Refused("takings.not_pdf", file=str(target))
    if not given:
        raise Refused("takings.empty", day=on)
    from kiosk.printing.books import takings_pdf

    with whole_file(target) as part:
        part.write_bytes(takings_pdf(given))


def _say(args: argparse.Namespace, fact: FeeTaken) -> None:
    document = {"line": _document(fact.line), "standing": _standing(fact.standing)}
    say(args, document, _words(fact.line), _standing_words(fact.standing))


def _document(line: FeeLine) -> dict[str, Any]:
    return {
        "id": line.id,
        "code": line.code,
        "kind": line.kind.value,
        "amount": line.amount,
        "by": line.by.value,
        "receipt": line.receipt,
        "reason": line.reason,
        "at": moment(line.at),
        "officer": line.officer,
        "reversed": line.reversed,
    }


def _standing(standing: FeeStanding) -> dict[str, Any]:
    return {
        "asked": standing.asked,
        "paid": standing.paid,
        "waived": standing.waived,
        "left": standing.left,
    }


def _words(line: FeeLine) -> str:
    told = [line.code, _KINDS[line.kind], f"{_dong(line.amount)} đồng"]
    if line.receipt:
        told += [_WAYS[line.by], f"biên lai {line.receipt}"]
    told += [line.reason] if line.reason else []
    told += ["đã hủy"] if line.reversed else []
    return "  ".join([*told, line.id])


def _standing_words(standing: FeeStanding) -> str:
    came = f"Đã thu {_dong(standing.paid)} đồng, miễn {_dong(standing.waived)} đồng"
    if standing.left is None:
        return f"{came}; mức thu chỉ ghi bằng lời."
    return f"{came}; còn phải thu {_dong(standing.left)} đồng."


def _day_lines(on: date, found: tuple[CashOfDay, ...]) -> Iterator[str]:
    if not found:
        yield f"Ngày {day_words(on)} chưa thu khoản nào."
    for each in found:
        sums = ", ".join(f"{_WAYS[way]} {_dong(total)} đồng" for way, total in each.sums)
        yield f"{each.officer_name}: {sums or 'không thu'}; miễn {_dong(each.waived)} đồng"
        yield from (f"  {_words(line)}" for line in each.lines)


def _dong(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")
