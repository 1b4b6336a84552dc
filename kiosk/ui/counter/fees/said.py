"""How a dossier's fees stand, in one sentence."""

from typing import TYPE_CHECKING

from kiosk.ui.words import money

if TYPE_CHECKING:
    from kiosk.ui.counter.seen import FeesSeen

KINDS = {"paid": "Thu", "waived": "Miễn", "reversed": "Hủy"}
WAYS = {"cash": "tiền mặt", "transfer": "chuyển khoản", "post": "qua bưu chính"}


def fees_said(fees: "FeesSeen | None", words: str) -> str:
    """What is asked, what came in, what is still open; ``words`` is the fee as the record has it."""
    if fees is None:
        return words
    standing = fees.standing
    came = [f"đã thu {money(standing.paid)}"] if standing.paid else []
    came += [f"miễn {money(standing.waived)}"] if standing.waived else []
    if fees.receipt:
        came.append(f"biên lai {fees.receipt}")
    if standing.asked is None:
        return " · ".join([*came, words or "Chưa ghi mức thu"])
    if standing.left:
        return " · ".join([f"Còn **{money(standing.left)}** / {money(standing.asked)}", *came])
    return " · ".join(["**Đã đủ**" if standing.asked else "Không phải thu", *came])


def open_said(fees: "FeesSeen | None") -> str:
    """That a fee is still open; empty where none is known to be."""
    left = fees.standing.left if fees is not None else None
    return f"Còn phải thu {money(left)}: bấm Ctrl T để thu." if left else ""
