"""The cards as one form: what is chosen in one of them shows in the others."""

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.ui.counter.receive.body import SUBMIT, SUBMIT_ONLY, ReceiveBody
from kiosk.ui.counter.receive.form import AUTHORIZED, Form, PaperEntry, fee_shown
from kiosk.ui.counter.receive.papers import papers_of
from kiosk.ui.counter.receive.props import ReceiveProps

if TYPE_CHECKING:
    from kiosk.catalogue.procedure import Procedure


_DOUBTED = ("foreign_code", "deliver_to", "due.day")


class Filling:
    """The form in the cards of a :class:`ReceiveBody`, and the procedure it is filled in for."""

    def __init__(self, body: ReceiveBody) -> None:
        self.body = body
        self.procedure: Procedure | None = None

    def form(self) -> Form:
        """What stands in the cards."""
        body = self.body
        terms, person = body.terms, body.person
        return Form(
            procedure=body.procedure.edit.code,
            case=body.procedure.case_key,
            applicant=person.applicant(),
            by_other=person.by_other,
            submitter=person.submitter(),
            papers=body.papers.papers(),
            channel=terms.channel.current,
            sets=terms.sets.value,
            fee=terms.fee_typed(),
            limit_amount=terms.limit_typed(),
            limit_unit=terms.unit.current,
            due_changed=terms.due_changed,
            due_day=terms.due_day.text(),
            due_reason=terms.due_reason.text(),
            foreign_code=terms.foreign.text(),
            deliver_to=terms.deliver.text(),
            slip=not terms.slip.isHidden() and terms.slip.isChecked(),
        )

    def show(self, form: Form) -> None:
        """Show what a form holds; its procedure is set apart."""
        self.body.person.show_form(form)
        self.body.terms.show_form(form)
        self.show_papers(form.papers)

    def set_procedure(self, procedure: "Procedure | None", case: str) -> None:
        """Fill in for this procedure, in this case; papers stay as they are."""
        self.procedure = procedure
        self.body.procedure.set_error("")
        self.body.procedure.show_procedure(procedure, case)
        self.publish_fee()

    def choose(self, procedure: "Procedure") -> None:
        """The officer chose a procedure: its papers and terms in place of those before."""
        before = self.form()
        case = procedure.cases[0].code if len(procedure.cases) == 1 else ""
        self.set_procedure(procedure, case)
        added = tuple(paper for paper in before.papers if paper.added)
        self.show_papers(papers_of(procedure, case, added))
        anew = replace(before, fee=None, limit_amount="", due_changed=False, due_day="")
        self.body.terms.show_form(replace(anew, due_reason=""))

    def case_chosen(self) -> None:
        """Show the papers of the case."""
        if self.procedure is not None:
            form = self.form()
            self.show_papers(papers_of(self.procedure, form.case, form.papers))

    def terms_chosen(self) -> None:
        """What is authorized somebody else hands in; each channel may have its own fee."""
        if self.body.terms.channel.current == AUTHORIZED and not self.body.person.by_other:
            self.body.person.set_by_other(True)
        self.publish_fee()

    def publish_fee(self) -> None:
        """Show the fee that is published for the channel."""
        if self.procedure is None:
            self.body.terms.publish_fee("")
            return
        text, amount = self.procedure.fee_for(self.body.terms.channel.current)
        self.body.terms.publish_fee(fee_shown(text, amount))

    def show_papers(self, papers: tuple[PaperEntry, ...]) -> None:
        """Show these papers."""
        self.body.papers.show_papers(papers, chosen=self.procedure is not None)
        self.body.set_tab_order()

    def paint(self, props: ReceiveProps, sets: int) -> None:
        """Show what follows from the form."""
        body, errors = self.body, props.errors
        body.person.show_faults(errors, props.doubts)
        if "case" in errors:
            body.procedure.set_error(errors["case"], at_case=True)
        elif "procedure" in errors or body.procedure.error:
            body.procedure.set_error(errors.get("procedure", ""))
        body.papers.count(sets)
        body.papers.show_error(errors.get("papers", ""))
        places = ("limit", "fee", "foreign_code", "deliver_to", "due.day", "due.reason")
        where = next((place for place in places if place in errors), "")
        body.terms.set_error(errors.get(where, ""), where)
        doubtful = (props.doubts.get(place, "") for place in _DOUBTED)
        body.terms.warn(" ".join(filter(None, doubtful)))
        body.terms.offer_slip(needs_slip=props.needs_slip)
        body.terms.show_limit(props.limit, enter=props.enter_limit)
        body.terms.show_due(props.days, props.due)
        body.submit.set_reason(props.shut)
        body.submit.set_text(SUBMIT if props.prints else SUBMIT_ONLY)
        body.set_acts(props.turning_shut, lacking=props.lacking)
        if props.preview:
            body.preview.sheet.say(props.preview)
        body.preview.say_forwarding(props.forwarding)
