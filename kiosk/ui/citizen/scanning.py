"""What a scan at the kiosk means, and what is said about it. The text itself is kept nowhere."""

import re
from dataclasses import dataclass
from typing import Literal

from kiosk.ui.language import Language
from kiosk.ui.parts.sheet import Question

_TICKET_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_ON_SCREEN = re.compile(r"([A-Z]{1,4}-\d{3,6});.*", re.DOTALL)
_CARD_FIELDS = 3

Strange = Literal["card", "unknown"]


@dataclass(frozen=True, slots=True)
class DossierScan:
    """A dossier's code, in its canonical form."""

    code: str


@dataclass(frozen=True, slots=True)
class TicketScan:
    """A ticket: the id in its code, or the number that people read."""

    said: str


@dataclass(frozen=True, slots=True)
class StrangeScan:
    """Nothing that the kiosk answers: a citizen's card, or anything else."""

    kind: Strange


Scan = DossierScan | TicketScan | StrangeScan


def meaning(text: str) -> Scan:
    """What a scanned text is. Nothing of a card is read, not even whether it is whole."""
    # Imported here, not above: the rooms bring the store's library, and the frame paints first.
    from kiosk.dossiers.codes import parse_code
    from kiosk.queue.model import parse_label

    bare = text.strip()
    if bare.count("|") >= _CARD_FIELDS:
        return StrangeScan("card")
    if (code := parse_code(bare)) is not None:
        return DossierScan(code)
    if _TICKET_ID.fullmatch(bare):
        return TicketScan(bare.lower())
    if (shown := _ON_SCREEN.fullmatch(bare)) is not None:
        return TicketScan(shown[1])
    if parse_label(bare) is not None:
        return TicketScan(bare)
    return StrangeScan("unknown")


def about_strange(kind: Strange, language: Language) -> Question:
    """What is said of a scan that the kiosk does not answer, with what to do instead."""
    tr = language.tr
    if kind == "card":
        return Question(
            tr("Thẻ căn cước"),
            tr(
                "Ki-ốt không đọc và không giữ thông tin trên thẻ. "
                "Mời Ông/Bà lấy số, rồi đưa thẻ cho cán bộ tại quầy."
            ),
            tr("Đã hiểu"),
        )
    return Question(
        tr("Không đọc được mã"),
        tr(
            "Mời Ông/Bà đưa mã trên giấy hẹn hoặc phiếu số vào máy đọc và giữ yên, "
            "hoặc hỏi bàn hướng dẫn."
        ),
        tr("Đã hiểu"),
    )
