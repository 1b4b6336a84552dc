"""Where answers lead in the counter's window: a dossier opened, one received, what was found."""

from typing import TYPE_CHECKING

from kiosk.ui.counter import lines
from kiosk.ui.counter.fees.said import open_said
from kiosk.ui.counter.receive.visit import codes_said
from kiosk.ui.counter.seen import DossierSeen, Found
from kiosk.ui.counter.sign_acts import RECEIVED_LATE, TURNED_LATE

if TYPE_CHECKING:
    from kiosk.dossiers.identity import CardRead
    from kiosk.dossiers.receiving import DossierReceived
    from kiosk.dossiers.turning_away import TurnedAway
    from kiosk.ui.counter.window import CounterWindow

_PRINTING = "Đã tiếp nhận {code}, đang in 2 bản."
_AT_ONCE = "Đã tiếp nhận {code}, trả kết quả ngay, không in giấy hẹn."
_VISIT = "Đã tiếp nhận {count} hồ sơ trong lượt này: {codes}."
_REFUSED = "Đã lập phiếu từ chối số {number}. Không lập hồ sơ."
_ASKED = (
    "Đã lập phiếu yêu cầu bổ sung số {number}. Phần đã nhập để lại, bấm F7 khi người nộp quay lại."
)


class Leading:
    """What is open and found; each answer goes to the page that shows it."""

    def __init__(self, window: "CounterWindow") -> None:
        self._window = window
        self.tab = lines.TODAY
        self.found: Found | None = None
        self.opened: DossierSeen | None = None

    def forget(self) -> None:
        """Nobody sits here any more: nothing is open or found."""
        self.drop_found()
        self.opened = None

    def drop_found(self) -> None:
        """The table shows the day's dossiers again."""
        self.found, self.tab = None, lines.TODAY

    def open(self, seen: DossierSeen) -> None:
        """Show a dossier."""
        self._window.make_way()
        self.opened = seen
        self._window.go("dossier")

    def open_to_return(self, seen: DossierSeen) -> None:
        """Show a dossier and hand its result back, or say why that cannot be."""
        self.open(seen)
        dossier = self._window.dossier
        why = dossier.props.return_reason if dossier.props is not None else ""
        if why:
            dossier.reply.say(why)
        else:
            self._window.hand_back()

    def open_reception(self, card: "CardRead | None") -> None:
        """Receive a dossier, of the person on a card where one was scanned."""
        window = self._window
        if window.officer is None:
            return
        ticket = window.seen.queue.active if window.seen is not None else None
        window.reception.open(window.look, ticket, card)

    def received(self, fact: "DossierReceived") -> None:
        """A dossier was received: tell its code, and see its papers through."""
        window = self._window
        if window.officer is None:
            # The answer came after the counter was left or taken over.
            window.sign_in.tell(RECEIVED_LATE.format(code=fact.code))
            return
        window.asks.unwritten = False
        # An F9 too many must not finish the ticket whose dossier was just received.
        window.queue.rest("F9").start()
        self.drop_found()
        window.go("main")
        window.main.lines.choose(fact.code)
        told = (_PRINTING if fact.print_jobs else _AT_ONCE).format(code=fact.code)
        codes = window.reception.visit_codes()
        if len(codes) > 1:
            told = _VISIT.format(count=len(codes), codes=codes_said(codes))
        window.main.say(told, "told")
        window.notify(told)
        window.printing.await_slip(fact)
        window.acts.read(fact.code, self._tell_fee)

    def _tell_fee(self, seen: DossierSeen) -> None:
        """Say once that the fee of what was just received is still open."""
        reply, owed = self._window.main.reply, open_said(seen.fees)
        if owed and seen.view.code in reply.text and owed not in reply.text:
            self._window.main.say(f"{reply.text} {owed}", "told")

    def continued(self, fact: "DossierReceived") -> None:
        """A dossier was received, and the next one of the visit is being entered."""
        window = self._window
        if window.officer is None:
            window.sign_in.tell(RECEIVED_LATE.format(code=fact.code))
            return
        window.asks.unwritten = False
        window.printing.await_slip(fact)

    def left_reception(self) -> None:
        """Esc: back to the main page; what the visit brought is told once more."""
        window = self._window
        window.go("main")
        if codes := window.reception.untold_codes():
            window.main.say(_VISIT.format(count=len(codes), codes=codes_said(codes)), "told")

    def turned(self, fact: "TurnedAway") -> None:
        """A letter was written instead of a dossier: the number is still being served."""
        window = self._window
        if window.officer is None:
            window.sign_in.tell(TURNED_LATE.format(number=fact.number))
            return
        window.asks.unwritten = False
        window.queue.rest("F9").start()
        self.drop_found()
        window.go("main")
        told = (_REFUSED if fact.kind == "refusal" else _ASKED).format(number=fact.number)
        window.main.say(told, "told")
        window.notify(told)
        window.printing.await_letter(fact)

    def slip_lost(self, code: str) -> None:
        """Take back what was told of the printing, where it still stands."""
        window, told, received = (
            self._window,
            _PRINTING.format(code=code),
            f"Đã tiếp nhận {code}.",
        )
        if window.main.reply.text.startswith(told):
            window.main.say(window.main.reply.text.replace(told, received), "told")
        if window.told == told:
            window.notify(received)

    def show_found(self, found: Found) -> None:
        """Show what a search found in the table."""
        self._window.make_way()
        self.found, self.tab = found, lines.FOUND
        self._window.go("main")
