"""To whom a result is given out, and what must have been seen before: pure rules."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.dossiers.application import Paper
from kiosk.dossiers.checking import checked_id_number, checked_text
from kiosk.dossiers.letters import MissingPaper
from kiosk.dossiers.lost import LostPapers
from kiosk.dossiers.model import Receiver, SlipShown
from kiosk.refusal import Refused
from kiosk.text import fold

AUDITED = frozenset({"to", "authorized", "slip", "compared", "signed"})
"""What the audit may say of a receipt."""


@dataclass(frozen=True, slots=True)
class ReturnResult:
    """A result to give out, and on what the receiver showed.

    ``name`` and ``id_number`` are those of a representative, ``authorized``: their letter of
    authorization was seen. ``slip`` is None where nobody told (post, the command line); without
    the slip the card was ``compared`` and the receipt ``signed``. ``originals``: originals kept
    for comparison were given back (Điều 20), all of them or ``only`` those that are named.
    ``address`` is where the post takes it, in place of the one the dossier keeps.
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
    only: tuple[str, ...] = ()
    address: str = ""


def receipt(wish: ReturnResult, deliver_to: str = "") -> dict[str, object]:
    """What the dossier's log keeps of a receipt; what does not belong to it is left out.

    Who collects for another brings a letter of authorization (NĐ 61/2018/NĐ-CP Điều 6 khoản 2
    điểm b) and is named with their number; the slip is brought along (the same point), and who has
    lost it is compared with their card and signs. The post brings no slip and needs an address, the
    dossier's own (``deliver_to``) where none is named.

    Raises :class:`Refused`: ``return.name_needed``, ``return.id_needed``,
    ``return.authorization_needed``, ``return.identity_needed``, ``return.slip_by_post``,
    ``return.address_needed``, ``dossier.unfit`` (a text that cannot be kept).
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
    if wish.to is Receiver.POST:
        if wish.slip is not None:
            raise Refused("return.slip_by_post", dossier=code)
        told["address"] = checked_text("deliver_to", wish.address) or deliver_to
        if not told["address"]:
            raise Refused("return.address_needed", dossier=code)
    else:
        told["slip"] = wish.slip
        if wish.slip is SlipShown.MISSING:
            if not (wish.compared and wish.signed):
                raise Refused("return.identity_needed", dossier=code)
            told |= {"compared": True, "signed": True}
    return told | {"note": checked_text("note", wish.note)}


def given_back(
    wish: ReturnResult, papers: Iterable[Paper], lost: LostPapers | None
) -> tuple[MissingPaper, ...]:
    """The originals that are given back with a result, in their order; what is lost cannot be.

    Raises :class:`Refused`: ``return.no_originals`` (none is kept), ``return.not_kept`` (``said``,
    ``known``).
    """
    if not (wish.originals or wish.only):
        return ()
    kept = {fold(name): paper for paper in papers for name in originals_kept([paper], lost)}
    if not kept:
        raise Refused("return.no_originals", dossier=wish.code[:80])
    for name in wish.only:
        if fold(name) not in kept:
            known = [paper.name for paper in kept.values()]
            raise Refused("return.not_kept", said=name[:80], known=known)
    wanted = {fold(name) for name in wish.only} or set(kept)
    return tuple(
        MissingPaper(paper.name, originals=paper.originals)
        for key, paper in kept.items()
        if key in wanted
    )


def originals_kept(papers: Iterable[Paper], lost: LostPapers | None) -> tuple[str, ...]:
    """The papers of which the office has an original that it can give back."""
    gone = lost.names if lost is not None else ()
    return tuple(paper.name for paper in papers if paper.originals and paper.name not in gone)
