"""A step of the internal process on the dossier's page: seen before it is late."""

import pytest
from PySide6.QtCore import QSize

from kiosk.dossiers.model import DossierState as S
from kiosk.dossiers.process import ProcessStep, SetProcess, set_process
from tests.fixtures.dossiers import SINGLE_STATUS
from tests.fixtures.store import OFFICER
from tests.ui.clipping import troubles
from tests.ui.counter.life_kit import Desk, desk

__all__ = ["desk"]
WAY = (
    ProcessStep("Thẩm định", "Văn phòng HĐND và UBND", "1wd"),
    ProcessStep("Xác minh nơi cư trú trước đây của người nộp", "Công an phường", "4h"),
)
SIZES = [QSize(1366, 768), QSize(1440, 900), QSize(1920, 1080)]


@pytest.mark.parametrize(
    ("now", "title", "text"),
    [
        ("23T10:00", "", ""),
        (
            "25T09:00",
            "Bước 1/2 “Thẩm định” đến hạn hôm nay",
            "Bước 1/2 “Thẩm định” ở Văn phòng HĐND và UBND phải xong trước 17:00 ngày 25/11/2026.",
        ),
        (
            "26T09:00",
            "Hôm nay là ngày cuối hẹn lại",
            "Có kết quả trước 17:00 ngày 27/11/2026; không kịp thì lập phiếu xin lỗi, hẹn lại ngay "
            "hôm nay, ngày cuối (Ctrl L). Bước 1/2 “Thẩm định” ở Văn phòng HĐND và UBND đã trễ từ "
            "17:00 ngày 25/11/2026.",
        ),
    ],
)
def test_the_page_tells_of_the_step(desk: Desk, now: str, title: str, text: str) -> None:
    desk.hands.store.do(set_process, SetProcess(SINGLE_STATUS, WAY), OFFICER)
    at = desk.at(S.PROCESSING)
    desk.hands.clock.set(f"2026-11-{now}+07:00")
    desk.hands.scan(at.code)
    props = desk.hands.window.dossier.props
    assert props is not None
    assert ("Bước", "1/2 Thẩm định") in props.facts
    assert (props.advice.title, props.advice.text) == (title, text)
    for size in SIZES:
        desk.hands.window.resize(size)
        desk.hands.settle()
        assert troubles(desk.hands.window) == []


def test_a_long_step_fits_and_a_dossier_without_a_process_says_nothing(desk: Desk) -> None:
    at = desk.at(S.PROCESSING)
    props = desk.hands.window.dossier.props
    assert props is not None
    assert "Bước" not in dict(props.facts)
    desk.hands.store.do(set_process, SetProcess(SINGLE_STATUS, WAY[1:]), OFFICER)
    desk.hands.scan(at.code)
    for size in SIZES:
        desk.hands.window.resize(size)
        desk.hands.settle()
        assert troubles(desk.hands.window) == []
