"""Card 2: whose dossier it is, and who hands it in."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from kiosk.ui.counter.receive.bits import MIDDLE, TOP, CardHead, PickField, QuietLink
from kiosk.ui.counter.receive.form import (
    ORGANISATION,
    PERSON,
    Form,
    PersonEntry,
    SubmitterEntry,
    day_shown,
    day_value,
    slashed,
    spaced_id,
    spaced_tax_code,
)
from kiosk.ui.counter.receive.person_fields import NAMES, TITLES, TURNS, hidden_fields
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.choice import Option
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.pill import Pill, StatusPill
from kiosk.ui.theme.look import Look
from kiosk.ui.words import clock_time, day
from kiosk.ui.words import phone as spaced_phone

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.dossiers.identity import CardRead

SELF, OTHER = "self", "other"
_SEXES = (Option("", ""), Option("male", "Nam"), Option("female", "Nữ"))
_BY = (Option(SELF, "Chính chủ"), Option(OTHER, "Nộp thay"))
_READ = "Đã điền từ căn cước"
_OF_A_CARD = (
    ("applicant.name", "submitter.name"),
    ("applicant.id_number", "submitter.id_number"),
)
_ADDRESS = "applicant.address"


class PersonCard(Card):
    """Two rows of fields, and a third one when somebody else hands the dossier in.

    ``changed``: something was entered. ``began`` and ``left`` carry the place that is being
    edited or was left. Places are those of a dossier file: ``applicant.id_number``.
    """

    changed = Signal()
    began = Signal(str)
    left = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.fields: dict[str, Field] = {}
        self._read: set[str] = set()
        self._wrong: set[str] = set()
        self._home = self._of_organisation = ("", "", "")
        column = Column(look, 8, (20, 10, 20, 12), self)
        head = column.nest(CardHead(look, 2, TITLES[PERSON]))
        self._head = head
        self._pill = StatusPill(look, Pill(_READ, "id", "ok"))
        self._pill.hide()
        head.add(self._pill, align=MIDDLE)
        self.last_time = QuietLink(look, "", "repeat")
        self.last_time.hide()
        # By its key: Tab goes on to the name.
        self.turn = QuietLink(look, TURNS[PERSON], "swap", height=24)
        self.turn.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.turn.clicked.connect(self.turn_kind)
        self.owner = PERSON
        head.insertWidget(2, self.turn, 0, MIDDLE)
        head.insertWidget(3, self.last_time, 0, MIDDLE)
        row = column.nest(Row(look, 12))
        row.add(self._field("applicant.name", "Họ và tên", limit=250, bold=True), 287, TOP)
        row.add(self._field("applicant.id_number", "Số căn cước", limit=40), 226, TOP)
        row.add(self._field("applicant.tax_code", "Mã số thuế", limit=40), 130, TOP)
        row.add(self._field("applicant.birth_date", "Ngày sinh", limit=20), 164, TOP)
        self.sex = row.add(PickField(look, "Giới tính", _SEXES), 111, TOP)
        row = column.nest(Row(look, 12))
        row.add(self._field("applicant.address", "Địa chỉ", limit=400), 356, TOP)
        row.add(self._field("applicant.phone", "Số điện thoại", limit=40), 150, TOP)
        row.add(self._field("applicant.email", "Thư điện tử (nếu có)", limit=250), 166, TOP)
        self.by = row.add(PickField(look, "Người nộp", _BY), 140, TOP)
        self._third = Box(look)
        row = Row(look, 12, (0, 0, 0, 0), self._third)
        row.add(self._field("submitter.name", "Họ và tên người nộp thay", limit=250), 287, TOP)
        row.add(self._field("submitter.id_number", "Số căn cước", limit=40), 190, TOP)
        row.add(self._field("submitter.phone", "Số điện thoại", limit=40), 160, TOP)
        row.add(self._field("submitter.position", "Chức vụ", limit=400), 150, TOP)
        row.add(self._field("submitter.relation", "Quan hệ, giấy ủy quyền", limit=400), 187, TOP)
        column.add(self._third)
        self._show_kind()
        self.sex.chosen.connect(lambda _: self._on_pick("applicant.sex"))
        self.by.chosen.connect(lambda _: self._on_by())
        self.fields["applicant.birth_date"].edit.setPlaceholderText("ngày/tháng/năm")

    def applicant(self) -> PersonEntry:
        """What stands in the fields of the person."""
        read = tuple(sorted(_parts(self._read, "applicant")))
        return PersonEntry(
            kind=self.owner,
            tax_code=self._text("applicant.tax_code"),
            name=self._text("applicant.name"),
            id_number=self._text("applicant.id_number"),
            birth_date=self._text("applicant.birth_date"),
            sex=self.sex.box.current,
            address=self._text("applicant.address"),
            phone=self._text("applicant.phone"),
            email=self._text("applicant.email"),
            read=read,
        )

    def submitter(self) -> SubmitterEntry:
        """What stands in the fields of who hands it in for them."""
        return SubmitterEntry(
            name=self._text("submitter.name"),
            id_number=self._text("submitter.id_number"),
            phone=self._text("submitter.phone"),
            position=self._text("submitter.position"),
            relation=self._text("submitter.relation"),
            read=tuple(sorted(_parts(self._read, "submitter"))),
        )

    @property
    def by_other(self) -> bool:
        """Whether somebody else hands the dossier in."""
        return self.by.box.current == OTHER

    def show_form(self, form: Form) -> None:
        """Show what a form holds."""
        self._read = {f"applicant.{part}" for part in form.applicant.read}
        self._read |= {f"submitter.{part}" for part in form.submitter.read}
        for where, field in self.fields.items():
            owner, _, part = where.partition(".")
            said: str = getattr(form.applicant if owner == "applicant" else form.submitter, part)
            if field.text() != said:
                field.set_text(said, ticked=where in self._read)
                field.edit.setCursorPosition(0)
            else:
                field.edit.set_ticked(where in self._read)
        self.sex.box.choose(form.applicant.sex)
        self.sex.box.set_ticked("applicant.sex" in self._read)
        self.owner = form.applicant.kind
        self.set_by_other(form.by_other)
        self._show_kind()
        self._pill.setVisible(bool(self._read))

    def set_by_other(self, on: bool) -> None:
        """Open or close the row of who hands it in for the person."""
        self.by.box.choose(OTHER if on else SELF)
        self._show_kind()

    def turn_kind(self) -> None:
        """Ctrl+E: an organisation in place of a person, or the other way round."""
        if self.owner == PERSON:
            self._card_to_submitter()
            self.owner = ORGANISATION
        else:
            self._card_to_applicant()
            self.owner = PERSON
        self._show_kind()
        self.changed.emit()
        self.fields["applicant.name"].setFocus()

    def _card_to_submitter(self) -> None:
        """A card that was read is that of who comes for the organisation, which has its own name
        and address; both wait where the other kind was looked at in between."""
        taken = any(self._text(there) for _, there in _OF_A_CARD)
        if taken or not any(here in self._read for here, _ in _OF_A_CARD):
            return
        for here, there in _OF_A_CARD:
            self._put(there, self._text(here), ticked=here in self._read)
        number = self._text("submitter.id_number")
        read = _ADDRESS if _ADDRESS in self._read else ""
        self._home = (number, self._text(_ADDRESS), read)
        of, name, address = self._of_organisation
        if of != number:
            name = address = ""
        self._put("applicant.name", name)
        self._put("applicant.id_number", "")
        self._put(_ADDRESS, address)

    def _card_to_applicant(self) -> None:
        """The way back: who came for the organisation is the applicant again."""
        if not any(there in self._read for _, there in _OF_A_CARD):
            return
        number = self._text("submitter.id_number")
        self._of_organisation = (number, self._text("applicant.name"), self._text(_ADDRESS))
        for here, there in _OF_A_CARD:
            self._put(here, self._text(there), ticked=there in self._read)
            self._put(there, "")
        of, text, read = self._home
        self._put(_ADDRESS, text if of == number else "", ticked=of == number and bool(read))

    def _put(self, where: str, text: str, *, ticked: bool = False) -> None:
        self.fields[where].set_text(text, ticked=ticked)
        self.fields[where].edit.setCursorPosition(0)
        self._read.discard(where)
        if ticked:
            self._read.add(where)

    def takes_submitter(self) -> bool:
        """Whether a card scanned now is that of who hands it in: an organisation has none, or their
        row is being typed in."""
        if self.owner == ORGANISATION:
            return True
        return self.by_other and self._third.isAncestorOf(self.window().focusWidget())

    def fill(self, card: "CardRead", at: "datetime", doubtful: frozenset[str]) -> None:
        """Fill in what a card says; while the row of the other person is typed in, theirs.

        The parts named as ``doubtful`` get no tick.
        """
        if self.takes_submitter():
            values = {"submitter.name": card.name, "submitter.id_number": card.id_number}
        else:
            values = {
                "applicant.name": card.name,
                "applicant.id_number": card.id_number,
                "applicant.birth_date": day(card.birth_date) if card.birth_date else "",
                "applicant.address": card.address,
            }
            self._read.discard("applicant.sex")
            self.sex.box.choose(card.sex.value if card.sex else "")
            if card.sex:
                self._read.add("applicant.sex")
            self.sex.box.set_ticked(bool(card.sex))
        for where, said in values.items():
            shown = spaced_id(said) if where.endswith("id_number") else said
            sure = bool(said) and where.partition(".")[2] not in doubtful
            self.fields[where].set_text(shown, ticked=sure)
            self.fields[where].edit.setCursorPosition(0)
            self._read.discard(where)
            if sure:
                self._read.add(where)
        self.say_filled(f"{_READ} lúc {clock_time(at)}")
        self.changed.emit()

    def offer_last_time(self, words: str) -> None:
        """Offer to fill in as last time; without words the offer goes away."""
        if words:
            self.last_time.set_text(words)
        self.last_time.setVisible(bool(words))

    def say_filled(self, words: str = _READ) -> None:
        """Show the pill that says where the values come from."""
        self._pill.set_pill(Pill(words, "id", "ok"))
        self._pill.show()

    def show_faults(self, errors: Mapping[str, str], doubts: Mapping[str, str]) -> None:
        """Put sentences under the fields: what is wrong, else what is worth a second look."""
        for where, field in self.fields.items():
            error, doubt = errors.get(where, ""), doubts.get(where, "")
            if (error or doubt) == field.error and bool(error) == (where in self._wrong):
                continue
            if error:
                field.set_error(error)
                self._wrong.add(where)
            else:
                field.set_warning(doubt)
                self._wrong.discard(where)
        self.sex.set_error(errors.get("applicant.sex", ""))
        self.by.set_error(errors.get("submitter", ""))

    def _field(self, where: str, name: str, *, limit: int, bold: bool = False) -> Field:
        field = Field(self.look, name, limit=limit, bold=bold)
        self.fields[where] = field
        field.edited.connect(lambda text: self._on_edited(where, text))
        field.edit.editingFinished.connect(lambda: self._on_left(where))
        return field

    def _text(self, where: str) -> str:
        return self.fields[where].text()

    def _on_edited(self, where: str, text: str) -> None:
        self._read.discard(where)
        if not self._read:
            self._pill.hide()
        edit = self.fields[where].edit
        if where == "applicant.birth_date" and edit.cursorPosition() == len(text):
            edit.setText(slashed(text))
            edit.setModified(True)
        self.began.emit(where)
        self.changed.emit()

    def _on_left(self, where: str) -> None:
        edit = self.fields[where].edit
        edited, text = edit.isModified(), edit.text()
        if where.endswith("id_number"):
            text = spaced_id(text)
        elif where.endswith("phone"):
            text = spaced_phone(text)
        elif where == "applicant.birth_date":
            text = _whole_day(text)
        elif where == "applicant.tax_code":
            text = spaced_tax_code(text)
        if text != edit.text():
            edit.setText(text)
        if edited:
            edit.setModified(False)
            self.left.emit(where)

    def _on_pick(self, where: str) -> None:
        self._read.discard(where)
        self.changed.emit()

    def _show_kind(self) -> None:
        of_person = self.owner == PERSON
        self._head.title.setText(TITLES[self.owner])
        self.turn.set_text(TURNS[self.owner])
        for where, name in NAMES[self.owner].items():
            self.fields[where].set_name(name)
        hidden = hidden_fields(self.owner)
        for where, field in self.fields.items():
            field.setVisible(where not in hidden)
        self.sex.setVisible(of_person)
        self.by.setVisible(of_person)
        self._third.setVisible(self.by_other or not of_person)

    def _on_by(self) -> None:
        self._show_kind()
        self.changed.emit()
        if self.by_other:
            self.fields["submitter.name"].setFocus()


def _whole_day(text: str) -> str:
    value = day_value(text)
    return text if value is None else day_shown(value)


def _parts(places: set[str], owner: str) -> list[str]:
    return [where.partition(".")[2] for where in places if where.startswith(f"{owner}.")]
