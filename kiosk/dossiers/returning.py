"""To whom a result is given out, and what must have been seen before: pure rules."""

from dataclasses import dataclass

from kiosk.dossiers.checking import checked_id_number, checked_text
from kiosk.dossiers.model import Receiver, SlipShown
from kiosk.refusal import Refused

AUDITED = frozenset({"to", "authorized", "slip", "compared", "signed", "originals"})
"""What the audit may say of a receipt."""


@dataclass(frozen=True, slots=True)
class ReturnResult:
    """A result to give out, and on what the receiver showed.

    ``name`` and ``id_number`` are those of a representative, ``authorized``: their letter of
    authorization was seen. ``slip`` is None where nobody told (post, the command line); without
    the slip the card was ``compared`` and the receipt ``signed``. ``originals``: originals kept
    for comparison were given back.
    """

    code: str
    to: Receiver = Receiver.APPLICANT
    name: str = ""
    note: str = ""
    id_number: str = ""
    authorized: bool = False
    slip: SlipShown | None = None
    compared: bool = False
    signed: bool = False
    originals: bool = False


def receipt(wish: ReturnResult) -> dict[str, object]:
    """What the dossier's log keeps of a receipt; what does not belong to it is left out.

    Who collects for another brings a letter of authorization (NĐ 61/2018/NĐ-CP Điều 6 khoản 2
    điểm b) and is named with their number; the slip is brought along (the same point), and who has
    lost it is compared with their card and signs.

    Raises :class:`Refused`: ``return.name_needed``, ``return.id_needed``,
    ``return.authorization_needed``, ``return.identity_needed``, ``dossier.unfit`` (a text that
    cannot be kept).
    """
    name = checked_text("name", wish.name)
    number, code = checked_id_number("id_number", wish.id_number), wish.code[:80]
    told: dict[str, object] = {"to": wish.to}
    if wish.to is Receiver.REPRESENTATIVE:
        if not name:
            raise Refused("return.name_needed", dossier=code)
        if not number:
            raise Refused("return.id_needed", dossier=code)
        if not wish.authorized:
            raise Refused("return.authorization_needed", dossier=code)
        told |= {"name": name, "id_number": number, "authorized": True}
    if wish.to is not Receiver.POST:
        told["slip"] = wish.slip
        if wish.slip is SlipShown.MISSING:
            if not (wish.compared and wish.signed):
                raise Refused("return.identity_needed", dossier=code)
            told |= {"compared": True, "signed": True}
    return told | {"originals": wish.originals, "note": checked_text("note", wish.note)}
