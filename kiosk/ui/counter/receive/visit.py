"""Several procedures in one visit: what was received for it, and the form of the next one."""

from dataclasses import dataclass, field

from kiosk.ui.counter.receive.form import Form


@dataclass(frozen=True, slots=True)
class Visit:
    """The codes received for a ticket, or without one for a person, and the last form of them."""

    ticket_id: str | None = None
    codes: tuple[str, ...] = ()
    form: Form = field(default_factory=Form)

    def after(self, ticket_id: str | None, code: str, form: Form) -> "Visit":
        """The visit once this dossier was received too; without the same ticket, or without one
        for another person, a visit begins."""
        same = self.ticket_id == ticket_id and (
            ticket_id is not None or self.form.applicant == form.applicant
        )
        return Visit(ticket_id, (*self.codes, code) if same else (code,), form)

    def is_of(self, ticket_id: str | None) -> bool:
        """Whether something was received for that ticket."""
        return bool(self.codes) and ticket_id is not None and ticket_id == self.ticket_id


def next_form(form: Form) -> Form:
    """The same people by the same way, with nothing chosen yet."""
    return Form(
        applicant=form.applicant,
        by_other=form.by_other,
        submitter=form.submitter,
        channel=form.channel,
        deliver_to=form.deliver_to,
    )


def codes_said(codes: tuple[str, ...]) -> str:
    """``H99.12-261123-0042, -0043``: what they have in common is said once."""
    first, *others = codes
    head = first.rpartition("-")[0]
    tails = (code.removeprefix(head) if head else code for code in others)
    return ", ".join((first, *tails))
