"""The page of a dossier's fees: what will be written, what is lacking, the lines that stand."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.clock import office_day
from kiosk.ui.counter.fees.said import KINDS, WAYS
from kiosk.ui.parts.choice import Option
from kiosk.ui.parts.pill import Pill
from kiosk.ui.words import day_and_time, money, number

if TYPE_CHECKING:
    from datetime import date

    from kiosk.dossiers.fees import FeeLine, FeeStanding

PAID, WAIVED, REVERSED = "paid", "waived", "reversed"
DEEDS = (
    Option(PAID, "Thu tiền"),
    Option(WAIVED, "Miễn, giảm"),
    Option(REVERSED, "Hủy khoản ghi nhầm"),
)
BY = (
    Option("cash", "Tiền mặt"),
    Option("transfer", "Chuyển khoản"),
    Option("post", "Qua bưu chính"),
)
SUBMIT = {PAID: "Ghi đã thu", WAIVED: "Ghi miễn, giảm", REVERSED: "Hủy khoản này"}
_AMOUNT = re.compile(r"(?:[0-9]{1,3}(?:[. ][0-9]{3})+|[0-9]+)\s*(?:đ|đồng)?", re.IGNORECASE)
_PILLS = {
    PAID: Pill(KINDS[PAID], "money", "ok"),
    WAIVED: Pill(KINDS[WAIVED], "heart", "act"),
    REVERSED: Pill(KINDS[REVERSED], "back", "muted"),
}
_TAKEN_BACK = Pill("Đã hủy", "close", "muted")
_BAD_AMOUNT = "Ghi số tiền bằng chữ số, thí dụ 15.000"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeesBefore:
    """How the fees of a dossier stand before something is written; sums in đồng."""

    code: str
    procedure: str
    words: str
    standing: "FeeStanding"
    lines: "tuple[FeeLine, ...]"
    officer: str
    manager: bool
    today: "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeEntry:
    """What the officer entered; ``line`` is the id of one that was written by mistake."""

    deed: str = PAID
    amount: str = ""
    by: str = "cash"
    receipt: str = ""
    reason: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True)
class FeeRow:
    """A line that was written; ``shut`` is why it cannot be taken back here."""

    id: str
    at: str
    kind: Pill
    amount: str
    how: str
    who: str
    shut: str


@dataclass(frozen=True, slots=True)
class FeeProps:
    """``figures`` are name and sum beside each other, ``told`` the lines that will be written,
    ``shut`` why they cannot be."""

    figures: tuple[tuple[str, str], ...]
    words: str
    told: tuple[str, ...]
    shut: str
    warning: str
    submit: str
    rows: tuple[FeeRow, ...]


def typed_amount(text: str) -> int | None:
    """A sum as it is typed: ``15.000``, ``15 000 đ``, ``15000``; None while it is none."""
    match = _AMOUNT.fullmatch(text.strip())
    if match is None:
        return None
    return int("".join(letter for letter in text if letter in "0123456789"))


def begun(before: FeesBefore) -> FeeEntry:
    """What the page begins with: what is left to be paid stands in it."""
    left = before.standing.left
    return FeeEntry(amount=number(left) if left else "")


def derive_fees(before: FeesBefore, entry: FeeEntry) -> FeeProps:
    """The page's props."""
    standing = before.standing
    figures = [("Đã thu", money(standing.paid)), ("Đã miễn", money(standing.waived))]
    if standing.asked is not None:
        figures = [("Phải thu", money(standing.asked)), *figures]
        figures.append(("Còn phải thu", money(standing.left or 0)))
    return FeeProps(
        figures=tuple(figures),
        words=before.words,
        told=tuple(_told(before, entry)),
        shut=lacking(before, entry),
        warning=_warning(before, entry),
        submit=SUBMIT[entry.deed],
        rows=tuple(_row(before, line) for line in before.lines),
    )


def lacking(before: FeesBefore, entry: FeeEntry) -> str:
    """The first thing that is still lacking, in reading order; empty when nothing is."""
    if entry.deed == REVERSED:
        line = _line(before, entry.line)
        if line is None:
            return "Chọn khoản cần hủy" if before.lines else "Chưa ghi khoản nào để hủy"
        if why := reversal_shut(before, line):
            return why
        return "" if entry.reason.strip() else "Ghi lý do hủy"
    amount = typed_amount(entry.amount)
    if not entry.amount.strip():
        return "Ghi số tiền"
    if not amount:
        return _BAD_AMOUNT
    if entry.deed == PAID:
        return "" if entry.receipt.strip() else "Ghi số biên lai"
    return "" if entry.reason.strip() else "Ghi lý do miễn, giảm"


def reversal_shut(before: FeesBefore, line: "FeeLine") -> str:
    """Why a line cannot be taken back by whoever sits here."""
    if line.kind == REVERSED:
        return "Dòng này là dòng hủy"
    if line.reversed:
        return "Khoản này đã hủy"
    own = line.officer == before.officer and office_day(line.at) == before.today
    if not own and not before.manager:
        return "Khoản của người khác hoặc của hôm trước: chỉ người quản lý hủy được"
    return ""


def done_said(before: FeesBefore, entry: FeeEntry, left: int | None) -> str:
    """What is told once it is written down; ``left`` is what is still open then, in đồng."""
    rest = "" if left is None else f" Còn phải thu {money(left)}." if left else " Đã đủ."
    if entry.deed == REVERSED:
        line = _line(before, entry.line)
        sum_said = money(line.amount) if line is not None else ""
        return f"Đã hủy khoản {sum_said}.{rest}"
    amount = money(typed_amount(entry.amount) or 0)
    if entry.deed == WAIVED:
        return f"Đã ghi miễn {amount}.{rest}"
    return f"Đã thu {amount}, biên lai {entry.receipt.strip()}.{rest}"


def line_how(line: "FeeLine") -> str:
    """The way of paying and the receipt, or the reason."""
    if line.receipt:
        return f"{WAYS[line.by]}, biên lai {line.receipt}"
    return line.reason


def _told(before: FeesBefore, entry: FeeEntry) -> list[str]:
    if entry.deed == REVERSED:
        line = _line(before, entry.line)
        if line is None:
            return []
        said = [f"Hủy khoản **{money(line.amount)}**, {line_how(line)}"]
        if line.receipt:
            said.append(f"Số biên lai {line.receipt} không dùng lại.")
    else:
        amount = typed_amount(entry.amount)
        deed = "Thu" if entry.deed == PAID else "Miễn, giảm"
        said = [f"{deed} **{money(amount)}**" if amount else f"{deed} …"]
        if entry.deed == PAID:
            said.append(f"{WAYS[entry.by]}, biên lai {entry.receipt.strip() or '…'}")
    if entry.deed != PAID and entry.reason.strip():
        said.append(f"Lý do: {' '.join(entry.reason.split())}")
    return said


def _warning(before: FeesBefore, entry: FeeEntry) -> str:
    """What is worth a second look; it does not hold anything up."""
    amount, left = typed_amount(entry.amount), before.standing.left
    if entry.deed == REVERSED or not amount or left is None or amount <= left:
        return ""
    return f"Nhiều hơn số còn phải thu ({money(left)}). Kiểm tra lại trước khi ghi."


def _row(before: FeesBefore, line: "FeeLine") -> FeeRow:
    return FeeRow(
        id=line.id,
        at=day_and_time(line.at),
        kind=_TAKEN_BACK if line.reversed else _PILLS[line.kind],
        amount=money(line.amount),
        how=line_how(line),
        who=line.officer_name,
        shut=reversal_shut(before, line),
    )


def _line(before: FeesBefore, key: str) -> "FeeLine | None":
    return next((line for line in before.lines if line.id == key), None)
