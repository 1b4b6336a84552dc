"""At the real kiosk: what cannot be done now is said on the page, with what to do instead."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kiosk.office.fields_keeping import ChangeField, change_field, kept_fields
from kiosk.office.signing_in import SignIn, sign_in
from kiosk.queue.pausing import PauseOffice, ResumeOffice, pause_office, resume_office
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.queue.views import tickets_of_day
from kiosk.storage import print_jobs
from kiosk.storage.store import Store
from kiosk.ui.citizen.choose import ChoosePage
from tests.fixtures.face import FaceAtWork
from tests.fixtures.store import KIOSK, MANAGER, OFFICER

WHY = "Mất điện, mời Ông/Bà ngồi chờ trong sảnh"


def limit(store: Store, most: int) -> None:
    with store.read() as unit:
        seen = next(one.entry for one in kept_fields(unit) if one.entry.prefix == "HT")
    store.do(change_field, ChangeField(replace(seen, daily_limit=most), seen), MANAGER)


def choosing(kiosk: FaceAtWork) -> ChoosePage:
    page = kiosk.window.page
    assert isinstance(page, ChoosePage)
    return page


def test_the_office_pauses_and_goes_on(kiosk: FaceAtWork, store: Store) -> None:
    kiosk.open()
    home = kiosk.window.page
    assert not home.pause.isVisible()
    store.do(pause_office, PauseOffice(WHY), MANAGER)
    kiosk.run()
    assert home.pause.isVisible()
    assert not home.tile.isEnabled()
    assert home.ways["status"].isEnabled()
    kiosk.tap(home.ways["procedures"])
    kiosk.window.go_home()
    assert kiosk.window.page.pause.isVisible()
    store.do(resume_office, ResumeOffice(), MANAGER)
    kiosk.run()
    assert kiosk.window.page.tile.isEnabled()
    assert not kiosk.window.page.pause.isVisible()


def test_a_pause_that_comes_while_somebody_chooses(kiosk: FaceAtWork, store: Store) -> None:
    kiosk.open()
    kiosk.tap(kiosk.window.page.tile)
    kiosk.tap(choosing(kiosk).tiles["HT"])
    store.do(pause_office, PauseOffice(WHY), MANAGER)
    kiosk.tap(choosing(kiosk).button)
    with store.read() as unit:
        assert tickets_of_day(unit) == ()
    assert "Tạm dừng cấp số" in choosing(kiosk).error.text
    assert not choosing(kiosk).button.isEnabled()
    assert choosing(kiosk).tiles["HT"].isChecked(), "the choice stays"


def test_a_full_field_is_told_when_it_is_pressed(kiosk: FaceAtWork, store: Store) -> None:
    limit(store, 1)
    kiosk.open()
    kiosk.tap(kiosk.window.page.tile)
    store.do(take_number, TakeNumber("HT"), KIOSK)
    kiosk.run()
    page = choosing(kiosk)
    assert page.tiles["HT"].accessibleName() == "Hộ tịch. Hết số hôm nay."
    page.tiles["HT"].setFocus()
    kiosk.key(Qt.Key.Key_Space)
    assert page.error.text.startswith(
        "Hộ tịch: hôm nay đã hết số. Lấy số lại từ 07:30 Thứ Tư, 25/11/2026."
    )
    assert not page.button.isEnabled()
    kiosk.tap(page.tiles["CT"])
    assert page.error.text == ""
    kiosk.tap(page.button)
    assert kiosk.window.session.taken is not None


def test_the_last_number_went_to_somebody_else(kiosk: FaceAtWork, store: Store) -> None:
    limit(store, 1)
    kiosk.open()
    kiosk.tap(kiosk.window.page.tile)
    kiosk.tap(choosing(kiosk).tiles["HT"])
    store.do(take_number, TakeNumber("HT"), KIOSK)
    kiosk.tap(choosing(kiosk).button)
    assert kiosk.window.session.taken is None
    assert "hôm nay đã hết số" in choosing(kiosk).error.text


def test_a_number_of_a_field_at_rest_is_given_without_a_figure(
    kiosk: FaceAtWork, store: Store
) -> None:
    store.do(sign_in, SignIn(1, "CV01", "246801"), OFFICER)
    kiosk.open()
    kiosk.tap(kiosk.window.page.tile)
    page = choosing(kiosk)
    assert "Quầy đang tạm nghỉ" in page.tiles["CT"].accessibleName()
    kiosk.tap(page.tiles["CT"])
    assert "các quầy đang tạm nghỉ" in page.error.text
    kiosk.tap(page.button)
    taken = kiosk.window.session.taken
    assert taken is not None
    assert taken.wait is None


@pytest.mark.parametrize("large", [False, True])
def test_of_a_priority_only_that_it_is_one_stands_on_paper(
    kiosk: FaceAtWork, store: Store, large: bool
) -> None:
    kiosk.open()
    kiosk.window.set_options(large=large, contrast=False)
    with store.read() as unit:
        from kiosk.office.reading import office_now

        group = office_now(unit).priority_groups[0]
    for _ in range(3):
        store.do(take_number, TakeNumber("HT"), KIOSK)
    kiosk.tap(kiosk.window.page.tile)
    kiosk.window.choose_group(group.code)
    kiosk.tap(choosing(kiosk).tiles["HT"])
    kiosk.tap(choosing(kiosk).button)
    taken = kiosk.window.session.taken
    assert taken is not None
    assert (taken.priority, taken.people_ahead) == (True, 0)
    with store.read() as unit:
        paper = print_jobs.one(unit, taken.print_job)
    for secret in (group.code, group.name):
        assert secret not in str(paper)
    assert "ưu tiên" in kiosk.window.page.props.face.field.lower()


def test_a_voice_says_the_number_once_where_there_is_one(kiosk: FaceAtWork) -> None:
    heard: list[str] = []
    kiosk.open()
    kiosk.window.numbers.speak = heard.append
    kiosk.tap(kiosk.window.page.tile)
    kiosk.tap(choosing(kiosk).tiles["HT"])
    kiosk.tap(choosing(kiosk).button)
    kiosk.second(2)
    assert heard == ["Số của Ông/Bà là HT-001. Mời chờ gọi đến Quầy 1 hoặc Quầy 2."]
