"""What the manager does to one procedure: offer, file, correct, take back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kiosk.refusal import Refused
from kiosk.ui.admin.procedures.detail_card import DetailCard
from kiosk.ui.admin.procedures.papers_page import PapersPage
from kiosk.ui.admin.procedures.props import Detail, limit_typed, money_typed
from kiosk.ui.admin.procedures.undo import Undo, of_correcting, of_offering
from kiosk.ui.admin.section import Host
from kiosk.ui.parts.sheet import Question
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.catalogue.corrections import ProcedureCorrected, ProcedureOffered


class Acts:
    """Each act is asked once where it shows or hides something, and the last one can be taken back.

    ``written`` is told when something was; ``back`` leaves the page of papers.
    """

    def __init__(
        self,
        host: Host,
        card: DetailCard,
        papers: PapersPage,
        written: Callable[[], None],
        back: Callable[[], None],
    ) -> None:
        self.host = host
        self.undo: Undo | None = None
        self._card, self._papers = card, papers
        self._tell_written, self._back = written, back

    # offering

    def toggle(self) -> None:
        """F9: show it to citizens, file it elsewhere, or take it from citizens; asked once."""
        detail = self._card.detail
        if detail is None:
            return
        field = self._card.field.current
        moved = field != detail.field
        if not detail.offered and not field:
            self.host.refuse(Refused("procedure.no_field", procedure=detail.code, name=detail.name))
            self._card.field.setFocus()
            return
        hides = detail.offered and not moved
        name, where = detail.name, self._card.field.currentText()
        if hides:
            question = Question(
                "Thôi nhận thủ tục này?",
                f"**{name}** không còn ở ki-ốt và không nhận hồ sơ mới. Hồ sơ đã nhận vẫn giữ "
                "nguyên; bấm “Hoàn tác” để trở lại.",
                "Chưa",
                "Thôi nhận",
            )
        else:
            question = Question(
                "Chuyển lĩnh vực?" if detail.offered else "Mở nhận thủ tục này?",
                f"**{name}** hiện ở ki-ốt trong lĩnh vực **{where}**; bấm “Hoàn tác” để trở lại.",
                "Chưa",
                "Chuyển" if detail.offered else "Mở nhận",
            )
        chosen = field if moved else None
        self.host.ask(
            question,
            lambda agreed: self._offer(detail, chosen, offered=not hides) if agreed else None,
        )

    def _offer(self, detail: Detail, field: str | None, *, offered: bool) -> None:
        def plan() -> Any:
            from kiosk.ui.admin.procedures import work

            return work.offering(detail.code, field, offered=offered)

        def done(fact: "ProcedureOffered") -> None:
            words = "Ki-ốt đã có thủ tục" if fact.offered else "Ki-ốt thôi nhận thủ tục"
            self._written(of_offering(fact), f"{words} {fact.code}.")

        self.host.do(plan, done)

    # correcting

    def submit(self) -> None:
        """Ctrl S: write what is typed for the chosen part."""
        detail, part, draft = self._card.detail, self._card.part, self._card.editor.draft
        if detail is None or part is None or draft is None:
            return
        try:
            value: str | int | None = draft.text
            if part.kind == "limit":
                value = limit_typed(draft.text, draft.unit)
            elif part.kind == "money":
                value = money_typed(draft.text)
        except Refused as refusal:
            self._card.editor.set_error(sentence(refusal))
            return
        code, key = detail.code, part.part

        def plan() -> Any:
            from kiosk.ui.admin.procedures import work

            return work.correcting(code, key, value)

        def done(fact: "ProcedureCorrected") -> None:
            self._card.drafts.pop((code, key), None)
            self._written(of_correcting(fact), f"Đã ghi {part.title.lower()} của {code}.")

        self._card.save.set_busy("Đang ghi…")
        self.host.do(plan, done, self._not_written)

    def write_papers(self) -> None:
        """The list of papers as a correction."""
        code, lines = self._papers.code, self._papers.lines

        def plan() -> Any:
            from kiosk.ui.admin.procedures import work

            return work.correcting(code, "papers", work.papers_of(lines))

        def done(fact: "ProcedureCorrected") -> None:
            self._papers.save.set_busy("")
            self._written(of_correcting(fact), f"Đã ghi giấy tờ của {code}.")
            self._papers.settle()
            self._back()

        def not_done(error: BaseException) -> None:
            self._papers.save.set_busy("")
            if isinstance(error, Refused) and error.code == "correction.value":
                self._papers.refuse(error)
            else:
                self._not_written(error)

        self._papers.save.set_busy("Đang ghi…")
        self.host.do(plan, done, not_done)

    def ask_to_drop(self) -> None:
        """Let the announced value stand again; asked once."""
        detail, part = self._card.detail, self._card.part
        if detail is None or part is None or not part.by:
            return
        question = Question(
            "Bỏ phần văn phòng đã sửa?",
            f"**{part.title}** của thủ tục {detail.code} trở lại như bản công bố; bấm “Hoàn tác” để lấy lại phần đã sửa.",
            "Giữ phần đã sửa",
            "Theo công bố",
        )
        self.host.ask(
            question, lambda agreed: self._drop(detail.code, part.part) if agreed else None
        )

    def _drop(self, code: str, part: str) -> None:
        def plan() -> Any:
            from kiosk.ui.admin.procedures import work

            return work.dropping(code, part)

        def done(fact: "ProcedureCorrected") -> None:
            self._card.drafts.pop((code, part), None)
            self._written(of_correcting(fact), f"{code}: đã theo bản công bố.")

        self.host.do(plan, done)

    def take_back(self) -> None:
        """Ctrl Z: as it stood before the last act."""
        undo = self.undo
        if undo is None:
            return

        def plan() -> Any:
            from kiosk.ui.admin.procedures import work

            return work.restoring(undo.code, undo.part, undo.now, undo.before, undo.offered)

        self.host.do(plan, lambda _: self._written(None, f"Đã trả lại thủ tục {undo.code}."))

    def _written(self, undo: Undo | None, words: str) -> None:
        self._card.save.set_busy("")
        self.undo = undo
        self._card.set_undo(undo is not None)
        self.host.notify(words)
        self._tell_written()

    def _not_written(self, error: BaseException) -> None:
        self._card.save.set_busy("")
        if not isinstance(error, Refused):
            raise error
        if error.code.startswith(("correction.", "limit.")):
            self._card.editor.set_error(sentence(error))
        else:
            self.host.refuse(error)
