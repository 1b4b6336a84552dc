"""What is said of a dossier in each state, and every page at every size and setting."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.clock import FrozenClock, parse_moment
from kiosk.dossiers.model import DossierState
from kiosk.dossiers.progress import Timeliness
from kiosk.dossiers.public import STEPS, PublicDetails, PublicStatus
from kiosk.ui.citizen.session import Known
from kiosk.ui.citizen.status.asking import derive_entry
from kiosk.ui.citizen.status.detailing import derive_details, shortened
from kiosk.ui.citizen.status.entry_page import EntryPage
from kiosk.ui.citizen.status.following import Following, emptied, with_key, without_key
from kiosk.ui.citizen.status.secret import derive_secret, derive_secret_page
from kiosk.ui.citizen.status.secret_card import SecretPage
from kiosk.ui.citizen.status.status_page import StatusPage
from kiosk.ui.citizen.status.telling import StatusProps, derive_status
from kiosk.ui.citizen.view import FieldView, KioskView
from kiosk.ui.frames.frame import OfficeFace
from kiosk.ui.frames.kiosk import LANDSCAPE, PORTRAIT, KioskFrame
from kiosk.ui.language import VIETNAMESE, Language, english
from tests.ui.citizen.dressing import dressed
from tests.ui.clipping import troubles
from tests.ui.seeing import faint, jumps, nameless

NOW = parse_moment("2026-11-23T09:24+07:00")
DUE = parse_moment("2026-11-26T17:00+07:00")
VIEW = KioskView(
    "Ủy ban nhân dân phường Thử Nghiệm",
    "Trung tâm Phục vụ hành chính công",
    True,
    "07:30 – 11:30",
    True,
    None,
    (FieldView("HT", "Hộ tịch", "Civil status", "rings", ("Quầy 1",), 1),),
)
LONG = "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất " * 8


def a_status(step: int, **changes: Any) -> PublicStatus:
    given_ = PublicStatus(
        "H99.12.08-261109-0031",
        next(state for state, at in STEPS.items() if at == step),
        step,
        25 * step,
        date(2026, 11, 9),
        DUE,
        None,
        None,
        "HT",
    )
    return replace(given_, **changes)


DETAILS = PublicDetails(
    "Cấp Giấy xác nhận tình trạng hôn nhân",
    "Hộ tịch",
    "Civil status",
    2,
    NOW,
    None,
    None,
    None,
    "Tính từ ngày kế tiếp",
    "15.000 đồng",
)
DONE = replace(DETAILS, ready_at=NOW, returned_at=NOW, timeliness=Timeliness.ON_TIME)
WORST = replace(DONE, procedure_name=LONG, fee_text=LONG, due_reason=LONG)


def props_of(
    status: PublicStatus,
    details: PublicDetails | None = None,
    view: KioskView | None = VIEW,
    *,
    wide: bool = False,
    large: bool = False,
    language: Language = VIETNAMESE,
) -> StatusProps:
    now = Following("H99.12.08", status=status, details=details)
    return derive_status(now, Known(view), NOW, language, wide=wide, large=large, taking=False)


@pytest.mark.parametrize(
    ("status", "states", "pill", "kind", "note"),
    [
        (a_status(1), "done ahead ahead ahead", "Đã tiếp nhận", "soft", ""),
        (a_status(2), "done now ahead ahead", "Đang giải quyết", "soft", ""),
        (
            a_status(3),
            "done done good ahead",
            "Đã có kết quả",
            "ok",
            "Kết quả có trước ngày hẹn. Mời Ông/Bà lấy số để nhận.",
        ),
        (
            a_status(3, due_at=NOW),
            "done done good ahead",
            "Đã có kết quả",
            "ok",
            "Kết quả đã có. Mời Ông/Bà lấy số để nhận.",
        ),
        (
            a_status(4),
            "done done done good",
            "Đã trả kết quả",
            "ok",
            "Hồ sơ đã xong. Cảm ơn Ông/Bà.",
        ),
        (
            a_status(2, due_at=None),
            "done now ahead ahead",
            "Đang giải quyết",
            "soft",
            "Mời Ông/Bà hỏi bàn hướng dẫn để biết ngày trả kết quả.",
        ),
        (
            a_status(2, due_at=NOW + timedelta(hours=7)),
            "done now ahead ahead",
            "Đang giải quyết",
            "soft",
            "Hẹn trả hôm nay, lúc 16:24.",
        ),
        (
            a_status(2, due_at=NOW + timedelta(days=1)),
            "done now ahead ahead",
            "Đang giải quyết",
            "soft",
            "Hẹn trả ngày mai, lúc 09:24.",
        ),
        (
            a_status(2, due_at=NOW - timedelta(days=7), overdue=5),
            "done now ahead ahead",
            "Đang giải quyết",
            "warn",
            "Đã quá hẹn 5 ngày làm việc. Xin lỗi Ông/Bà vì sự chậm trễ. "
            "Mời Ông/Bà hỏi bàn hướng dẫn.",
        ),
        (
            a_status(2, due_at=NOW - timedelta(minutes=1)),
            "done now ahead ahead",
            "Đang giải quyết",
            "warn",
            "Đã quá giờ hẹn mà chưa có kết quả. Xin lỗi Ông/Bà vì sự chậm trễ. "
            "Mời Ông/Bà hỏi bàn hướng dẫn.",
        ),
    ],
)
def test_each_state_in_words(
    status: PublicStatus, states: str, pill: str, kind: str, note: str
) -> None:
    props = props_of(status)
    assert " ".join(step.state for step in props.steps) == states
    assert (props.pill.text, props.due.kind, props.due.note) == (pill, kind, note)
    assert bool(props.take) == (status.step == 3)


@pytest.mark.parametrize(
    ("view", "field", "reason"),
    [
        (VIEW, "HT", ""),
        (VIEW, "", "Chưa có quầy nhận. Mời Ông/Bà hỏi bàn hướng dẫn."),
        (replace(VIEW, open=False), "HT", "Ngoài giờ tiếp nhận. Mời Ông/Bà quay lại sau."),
        (None, "HT", "Đang chuẩn bị. Mời Ông/Bà chờ một lát."),
    ],
)
def test_why_no_number_for_the_result(view: KioskView | None, field: str, reason: str) -> None:
    assert props_of(a_status(3, field=field), view=view).take_reason == reason


def test_the_year_is_told_where_it_is_another() -> None:
    steps = props_of(a_status(2, received_on=date(2025, 12, 30))).steps
    assert steps[0].note == "30/12/2025"


@pytest.mark.parametrize(
    ("step", "where"),
    [
        (1, "Bộ phận tiếp nhận, Quầy 2"),
        (2, "Bộ phận chuyên môn, lĩnh vực Hộ tịch"),
        (3, "Bộ phận trả kết quả"),
        (4, None),
    ],
)
def test_where_it_lies(step: int, where: str | None) -> None:
    details = derive_details(step, DETAILS, VIETNAMESE, wide=False, large=False)
    rows = {row.name: row.value for row in details.rows}
    assert rows.get("Hồ sơ đang ở") == where


@given(st.text(max_size=400), st.integers(10, 200))
def test_shortened_texts_are_short(said: str, most: int) -> None:
    short = shortened(said, most)
    assert len(short) <= most + 1
    assert short.endswith("…") or short == " ".join(said.split())


@given(st.lists(st.sampled_from([*"0123456789HGab.- ", "é", "٣", "back", "clear"]), max_size=60))
def test_no_keys_type_anything_odd(keys: list[str]) -> None:
    now = Following("H99.12.08")
    for key in keys:
        now = (
            without_key(now)
            if key == "back"
            else emptied(now, free=now.free)
            if key == "clear"
            else with_key(now, key)
        )
        assert now.typed.isascii()
        assert len(now.typed) <= 34
        assert now.free or now.typed.isdecimal() or not now.typed


def _as_at(step: int, details: PublicDetails) -> PublicDetails:
    return replace(
        details,
        ready_at=details.ready_at if step >= 3 else None,
        returned_at=details.returned_at if step == 4 else None,
        timeliness=details.timeliness if step >= 3 else None,
    )


def pages(frame: KioskFrame, language: Language) -> Iterator[tuple[str, QWidget]]:
    look, wide, large = frame.look, frame.wide, frame.look.large
    start = Following("H99.12.08")
    for name, now in (
        ("entry", start),
        ("typed", replace(start, typed="2611230042")),
        ("unknown", replace(start, typed="2611230042", trouble="unknown")),
        ("silent", replace(start, typed="2611230042", trouble="silent")),
        ("free", replace(start, typed="000.17.22.H56-210531-0001234", free=True)),
        ("finding", replace(start, typed="2611230042", finding=True)),
    ):
        yield name, EntryPage(look, derive_entry(now, language), wide=wide)
    late = {"due_at": NOW - timedelta(days=30), "overdue": 21}
    found = replace(start, status=a_status(2))
    for name, now in (
        ("secret", found),
        ("wrong", replace(found, secret_trouble="wrong", left=4)),
        ("silent", replace(found, secret_trouble="silent")),
        ("locked", replace(found, status=a_status(2, locked_until=DUE))),
    ):
        yield f"{name} alone", SecretPage(look, derive_secret_page(now, NOW, language), wide=wide)
        props = derive_status(now, Known(VIEW), NOW, language, wide=wide, large=large, taking=False)
        yield f"{name} inline", StatusPage(look, props, wide=wide)
    for step, more in ((1, {}), (2, late), (2, {"due_at": None}), (3, {}), (4, {})):
        for details in (None, *(_as_at(step, each) for each in (DONE, WORST))):
            for view in (VIEW, replace(VIEW, open=False))[: 2 if step == 3 else 1]:
                props = props_of(
                    a_status(step, **more),
                    details,
                    view,
                    wide=wide,
                    large=large,
                    language=language,
                )
                name = f"{step} {sorted(more)} {'' if details is None else len(details.fee_text)}"
                yield f"{name} {view.open}", StatusPage(look, props, wide=wide)


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE, QSize(540, 960), QSize(1366, 768)])
@pytest.mark.parametrize(
    ("large", "contrast", "language"),
    [
        (False, False, VIETNAMESE),
        (True, False, VIETNAMESE),
        (True, True, english()),
        (False, True, english()),
    ],
)
def test_nothing_is_cut(
    qapp: QApplication, size: QSize, large: bool, contrast: bool, language: Language
) -> None:
    with dressed(size, large=large, contrast=contrast, language=language) as frame:
        found = {}
        for name, page in pages(frame, language):
            frame.show_page(page)
            wrong = troubles(frame) + nameless(frame) + jumps(frame)
            if size in (PORTRAIT, LANDSCAPE) and name in (
                "typed",
                "wrong inline",
                "2 ['due_at']  True",
            ):
                wrong += faint(frame)
            if wrong:
                found[name] = wrong
    assert found == {}


def test_measures_of_the_board(qapp: QApplication) -> None:
    frame = KioskFrame(OfficeFace(VIEW.authority, VIEW.office), FrozenClock(NOW), PORTRAIT)
    frame.set_idle(21, 0.7)
    page = StatusPage(frame.look, props_of(a_status(2)), wide=False)
    frame.show_page(page)
    frame.show()
    QApplication.processEvents()
    assert page.secret is not None

    def top_and_height(widget: QWidget) -> tuple[int, int]:
        return widget.mapTo(frame, widget.rect().topLeft()).y(), widget.height()

    for widget, (top, height) in (
        (page.card, (281, 646)),
        (page.secret, (945, 749)),
        (page.secret.boxes, (1098, 104)),
        (page.secret.pad.keys["1"], (1228, 96)),
    ):
        at = top_and_height(widget)
        assert abs(at[0] - top) <= 4, (widget, at)
        assert abs(at[1] - height) <= 4, (widget, at)
    frame.close()
    frame.deleteLater()


def test_the_lock_ends_by_the_clock() -> None:
    now = Following(status=a_status(2, locked_until=NOW + timedelta(minutes=3)))
    assert not derive_secret(now, NOW, VIETNAMESE).usable
    assert derive_secret(now, NOW + timedelta(minutes=3), VIETNAMESE).usable
    assert DossierState.RECEIVED in STEPS


@pytest.mark.parametrize("trouble", ["unknown", "unreadable"])
def test_who_types_after_a_wrong_code_types_it_anew(
    trouble: Literal["unknown", "unreadable"],
) -> None:
    wrong = Following("H99.12.08", typed="2611239999", trouble=trouble)
    again = with_key(wrong, "2")
    assert (again.typed, again.trouble) == ("2", "")
    assert with_key(again, "6").typed == "26"
    assert without_key(wrong).typed == "261123999"


def test_what_was_typed_stays_while_the_store_is_silent() -> None:
    silent = Following("H99.12.08", typed="2611239", trouble="silent")
    assert with_key(silent, "9").typed == "26112399"


def test_the_procedure_is_named_in_english_where_it_has_such_a_name() -> None:
    named = replace(DETAILS, procedure_name_en="Certificate of marital status")
    for details, language, name in (
        (named, english(), "Certificate of marital status"),
        (named, VIETNAMESE, DETAILS.procedure_name),
        (DETAILS, english(), DETAILS.procedure_name),
    ):
        shown = props_of(a_status(2), details, language=language).details
        assert shown is not None
        assert shown.rows[0].value == name


def test_the_reason_of_the_day_is_told_in_its_own_language_only() -> None:
    in_vietnamese = props_of(a_status(2), DETAILS).details
    in_english = props_of(a_status(2), DETAILS, language=english()).details
    assert in_vietnamese is not None
    assert in_english is not None
    assert "Tính từ ngày kế tiếp" in [row.value for row in in_vietnamese.rows]
    assert "Tính từ ngày kế tiếp" not in [row.value for row in in_english.rows]
