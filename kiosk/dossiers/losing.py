"""Papers that the office lost, and that are there again (NĐ 61/2018/NĐ-CP Điều 21)."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.dossiers.apologising import apologise
from kiosk.dossiers.checking import checked_text
from kiosk.dossiers.lost import kept_names, lost_now
from kiosk.dossiers.model import Act
from kiosk.dossiers.moving import DossierMoved, begin, finish
from kiosk.dossiers.reading import events_of, papers_of
from kiosk.dossiers.wishes import needed_text
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.storage.units import WriteUnit
from kiosk.text import fold


@dataclass(frozen=True, slots=True)
class LosePapers:
    """Papers of a dossier that cannot be found: which, how that came, how the office makes up for it.

    ``agency``: who lost them; without one who holds the dossier, else the office itself.
    """

    code: str
    reason: str
    papers: tuple[str, ...] = ()
    remedy: str = ""
    agency: str = ""
    signer_title: str = ""
    signer_name: str = ""


@dataclass(frozen=True, slots=True)
class FindPapers:
    """Lost papers that were found or replaced, and how; without names all that are lost."""

    code: str
    note: str
    papers: tuple[str, ...] = ()


def report_loss(unit: WriteUnit, wish: LosePapers) -> DossierMoved:
    """Write down that papers are lost, and apologise to the citizen by letter; state and day stay.

    The agency makes up for it and bears the cost (Điều 21). The dossier warns of it until
    :func:`report_found`.

    Raises :class:`Refused`: what :func:`kiosk.dossiers.moving.begin` refuses,
    ``act.reason_needed`` (``part``), ``loss.nothing`` (``known``), ``loss.unknown_paper``
    (``said``, ``known``), ``loss.all_lost``, ``dossier.unfit``, ``form.not_in_profile``.
    """
    step = begin(unit, wish.code, Act.LOSE)
    row, office = step.row, office_now(unit)
    gone = lost_now(events_of(unit, row.id))
    known = tuple(
        name
        for name in kept_names(papers_of(unit, row.id))
        if gone is None or name not in gone.names
    )
    if not known:
        raise Refused("loss.all_lost", dossier=row.code)
    papers = _chosen(wish.papers, known)
    if not papers:
        raise Refused("loss.nothing", known=known)
    reason, remedy = needed_text("reason", wish.reason), needed_text("remedy", wish.remedy)
    agency = checked_text("agency", wish.agency) or row.holder or office.profile.name
    sent = apologise(
        unit,
        step,
        office,
        reason=reason,
        agency=agency,
        signer_title=checked_text("signer_title", wish.signer_title),
        signer_name=checked_text("signer_name", wish.signer_name),
        lost_papers="; ".join(papers),
        remedy=remedy,
    )
    return finish(
        unit,
        step,
        {"papers": papers, "reason": reason, "remedy": remedy, "agency": agency},
        {"papers": len(papers)},
        letter=sent.number,
        print_jobs=sent.print_jobs,
    )


def report_found(unit: WriteUnit, wish: FindPapers) -> DossierMoved:
    """Write down that lost papers are there again, found or replaced; state and day stay.

    Raises :class:`Refused`: what :func:`kiosk.dossiers.moving.begin` refuses,
    ``act.reason_needed`` (``part``), ``loss.none``, ``loss.unknown_paper`` (``said``, ``known``),
    ``dossier.unfit``.
    """
    step = begin(unit, wish.code, Act.FIND)
    gone = lost_now(events_of(unit, step.row.id))
    if gone is None:
        raise Refused("loss.none", dossier=step.row.code)
    papers = _chosen(wish.papers, gone.names) or gone.names
    note = needed_text("note", wish.note)
    return finish(unit, step, {"papers": papers, "note": note}, {"papers": len(papers)})


def _chosen(said: Iterable[str], known: tuple[str, ...]) -> tuple[str, ...]:
    """The known papers that were named, each once, in their own order."""
    meant = {fold(name): name for name in known}
    wanted = set()
    for name in said:
        found = meant.get(fold(name))
        if found is None:
            raise Refused("loss.unknown_paper", said=name[:80], known=known)
        wanted.add(found)
    return tuple(name for name in known if name in wanted)
