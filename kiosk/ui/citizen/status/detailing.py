"""What the look-up secret opens, as lines of a name and a value: pure, and without any person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.clock import office_day
from kiosk.ui.citizen.view import counter_name
from kiosk.ui.language import Language
from kiosk.ui.words import clock_time, long_day

if TYPE_CHECKING:
    from kiosk.dossiers.public import PublicDetails

_RECEIVED, _PROCESSING, _READY = 1, 2, 3
_MOST = {(False, False): 140, (True, False): 140, (False, True): 75, (True, True): 60}
"""Letters of a long text: standing or lying, plain or large."""
_MANY_WORDS = 0.6
_LETTERS_A_LINE, _LINES_BELOW_STEPS = 40, 9


@dataclass(frozen=True, slots=True)
class DetailRow:
    """A name and its value."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class DetailsProps:
    """The card. ``foot`` tells where the whole of a shortened text is to be had."""

    title: str
    rows: tuple[DetailRow, ...]
    foot: str

    @property
    def long(self) -> bool:
        """Whether the card needs room that else is the steps'."""
        lines = sum(-(-len(row.value) // _LETTERS_A_LINE) for row in self.rows)
        return lines > _LINES_BELOW_STEPS


def derive_details(
    step: int, details: "PublicDetails", language: Language, *, wide: bool, large: bool
) -> DetailsProps:
    """The card; a lying screen and large letters have room for less of a long text."""
    tr = language.tr
    most = _MOST[wide, large]
    rows = tuple(_rows(step, details, language))
    cut = any(len(row.value) > most for row in rows)
    return DetailsProps(
        title=tr("Chi tiết hồ sơ"),
        rows=tuple(DetailRow(row.name, shortened(row.value, most)) for row in rows),
        foot=tr("Sau dấu … còn nữa. Mời Ông/Bà hỏi cán bộ để xem đủ.") if cut else "",
    )


def shortened(text: str, most: int) -> str:
    """At most so many letters, cut after a word and ended with ``…``."""
    plain = " ".join(text.split())
    if len(plain) <= most:
        return plain
    cut = plain[:most]
    word_end = cut.rfind(" ")
    return (cut[:word_end] if word_end > most * _MANY_WORDS else cut).rstrip(" ,;.") + "…"


def _rows(step: int, details: "PublicDetails", language: Language) -> Iterator[DetailRow]:
    tr = language.tr
    name_en = details.procedure_name_en if language.code == "en" else ""
    yield DetailRow(tr("Thủ tục"), name_en or details.procedure_name)
    standing = _standing(details, language)
    if standing:
        yield DetailRow(tr("Tình trạng"), standing)
    if details.missing:
        yield DetailRow(tr("Cần bổ sung"), "; ".join(details.missing))
    where = _where(step, details, language)
    if where:
        yield DetailRow(tr("Hồ sơ đang ở"), where)
    yield DetailRow(tr("Tiếp nhận lúc"), _moment(details.received_at, language))
    if details.ready_at is not None:
        came = _came(details, language)
        at = _moment(details.ready_at, language)
        yield DetailRow(tr("Có kết quả lúc"), f"{at} ({came})" if came else at)
    if details.returned_at is not None:
        yield DetailRow(tr("Trả kết quả lúc"), _moment(details.returned_at, language))
    if details.fee_text.strip():
        yield DetailRow(tr("Phí, lệ phí"), details.fee_text)
    # The sentence is kept as it was put together at reception: in Vietnamese.
    if details.due_reason.strip() and language.code == "vi":
        yield DetailRow(tr("Cách tính ngày hẹn"), details.due_reason)


def _standing(details: "PublicDetails", language: Language) -> str:
    """What the four steps do not tell; empty where they tell all."""
    tr = language.tr
    return {
        "supplementing": tr("Chờ Ông/Bà bổ sung giấy tờ"),
        "withdrawing": tr("Đang xét đề nghị rút hồ sơ"),
        "correcting": tr("Cơ quan đang sửa lại kết quả"),
        "refused": tr("Hồ sơ bị từ chối, mời Ông/Bà nhận phiếu từ chối"),
        "stopped": tr("Hồ sơ đã dừng, mời Ông/Bà nhận lại giấy tờ"),
    }.get(details.state.value, "")


def _where(step: int, details: "PublicDetails", language: Language) -> str:
    """The department that has it now; empty once the result is given out."""
    tr = language.tr
    field = (language.code == "en" and details.field_en) or details.field
    if step == _RECEIVED and details.counter is not None:
        counter = counter_name(f"Quầy {details.counter}", language)
        return tr("Bộ phận tiếp nhận, {counter}", counter=counter)
    if step == _RECEIVED:
        return tr("Bộ phận tiếp nhận")
    if details.state.value == "supplementing":
        return tr("Bộ phận tiếp nhận")
    if step == _PROCESSING:
        return (
            tr("Bộ phận chuyên môn, lĩnh vực {field}", field=field)
            if field
            else tr("Bộ phận chuyên môn")
        )
    return tr("Bộ phận trả kết quả") if step == _READY else ""


def _came(details: "PublicDetails", language: Language) -> str:
    tr = language.tr
    if details.timeliness is None:
        return ""
    return {
        "early": tr("trước hạn"),
        "on_time": tr("đúng hạn"),
        "overdue": tr("quá hạn"),
    }[details.timeliness.value]


def _moment(moment: datetime, language: Language) -> str:
    return f"{clock_time(moment)}, {long_day(office_day(moment), language)}"
