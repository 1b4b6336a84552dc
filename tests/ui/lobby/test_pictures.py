"""The office's own pictures: which are taken, when they stand, and that they never hide a call."""

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtWidgets import QApplication

from kiosk.queue.calling import AtCounter, call_next, finish, start_serving
from kiosk.queue.pausing import PauseOffice, ResumeOffice, pause_office, resume_office
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from kiosk.ui.lobby import pictures
from kiosk.ui.lobby.board import CallProps, MessageProps, PictureProps
from kiosk.ui.lobby.pictures import read_album
from kiosk.ui.lobby.turning import EACH, Slide, slid
from kiosk.ui.lobby.window import LobbyWindow
from tests.fixtures.face import FaceAtWork, at_work
from tests.fixtures.store import KIOSK, MANAGER, OFFICER, SteppingClock


def paint(file: Path, colour: str = "green", size: tuple[int, int] = (64, 36)) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, colour).save(file)


def test_pictures_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.PNG", "a.jpg", "c.jpeg"):
        paint(tmp_path / name)
    (tmp_path / "notes.txt").write_text("not asked for", "utf-8")
    album = read_album(tmp_path)
    assert [each.name for each in album.pictures] == ["a.jpg", "b.PNG", "c.jpeg"]
    assert album.left_out == ()
    assert read_album(tmp_path, album) is album, "not decoded again"
    paint(tmp_path / "d.png")
    assert len(read_album(tmp_path, album).pictures) == 4


def test_what_is_no_picture_is_left_out_and_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paint(tmp_path / "good.png", size=(4000, 3000))
    (tmp_path / "empty.png").write_bytes(b"")
    (tmp_path / "text.jpg").write_text("no picture", "utf-8")
    whole = BytesIO()
    Image.effect_noise((400, 300), 60).save(whole, "JPEG")
    (tmp_path / "cut.jpg").write_bytes(whole.getvalue()[:3000])
    gif = BytesIO()
    Image.new("P", (4, 4)).save(gif, "GIF")
    (tmp_path / "gif.png").write_bytes(gif.getvalue())
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "heavy.png").write_bytes(bytes(2000))
    monkeypatch.setattr(pictures, "_LARGEST_FILE", 60_000)
    os.truncate(tmp_path / "heavy.png", 70_000)
    album = read_album(tmp_path)
    assert [(each.name, each.width, each.height) for each in album.pictures] == [
        ("good.png", 960, 720)
    ]
    assert [name for name, _ in album.left_out] == [
        "cut.jpg",
        "empty.png",
        "folder.png",
        "gif.png",
        "heavy.png",
        "text.jpg",
    ]
    assert read_album(tmp_path / "none").pictures == ()


def test_no_more_than_twenty(tmp_path: Path) -> None:
    for at in range(22):
        paint(tmp_path / f"{at:02}.png")
    album = read_album(tmp_path)
    assert len(album.pictures) == 20
    assert len(album.left_out) == 2


@given(
    st.lists(st.tuples(st.integers(0, 30), st.booleans(), st.integers(0, 3)), max_size=40),
)
def test_a_picture_stands_only_while_nobody_is_called(
    steps: list[tuple[int, bool, int]],
) -> None:
    slide, now = Slide(), 0
    for seconds, quiet, count in steps:
        now += seconds
        names = ("a", "b", "c")[:count]
        before, slide = slide, slid(slide, names, now, quiet=quiet)
        assert slide.picture in ("", *names)
        if not quiet:
            assert slide.picture == ""
        if quiet and before.picture in ("", *names) and names and slide != before:
            assert now - before.since >= EACH


def test_pictures_take_turns_with_the_board() -> None:
    slide, seen = Slide(), []
    for now in range(4 * EACH + 1):
        slide = slid(slide, ("a", "b"), now, quiet=True)
        if now % EACH == 0:
            seen.append(slide.picture)
    assert seen == ["", "a", "b", "", "a"]


@pytest.fixture
def hall(
    qapp: QApplication, store: Store, clock: SteppingClock, tmp_path: Path
) -> Iterator[FaceAtWork]:
    for name, colour in (("1.png", "green"), ("2.jpg", "blue")):
        paint(tmp_path / "pictures" / name, colour, (1160, 528))
    with at_work(
        store,
        tmp_path,
        lambda work: LobbyWindow(work, clock, pictures=tmp_path / "pictures"),
        "SANH1",
    ) as face:
        yield face


def call(store: Store) -> None:
    store.do(take_number, TakeNumber("HT"), KIOSK)
    store.do(call_next, AtCounter(1), OFFICER)


def large(hall: FaceAtWork) -> object:
    return hall.window.props.main


def test_a_call_takes_the_place_of_a_picture_at_once(hall: FaceAtWork, store: Store) -> None:
    hall.open()
    hall.second(20)
    window = hall.window
    assert window.props.main == PictureProps("1.png", "Hình 1 trong 2")
    assert window.board.picture.isVisible()
    assert window.board.picture.fading
    window.board.picture.settle()
    middle = window.board.picture.grab().toImage().pixelColor(200, 200)
    assert (middle.red(), middle.green(), middle.blue()) == (0, 128, 0)
    call(store)
    hall.run()
    assert isinstance(large(hall), CallProps)
    assert not window.board.picture.isVisible()
    assert not window.board.call.visibleRegion().isEmpty()
    hall.second(60)
    assert isinstance(large(hall), CallProps), "still awaited: no picture"
    store.do(start_serving, AtCounter(1), OFFICER)
    hall.run()
    hall.second(19)
    assert isinstance(large(hall), CallProps)
    hall.second(2)
    assert isinstance(large(hall), PictureProps)
    assert window.props.recent.rows == (("HT-001", "Quầy 1"),), "no number is lost from sight"


def test_a_picture_that_is_taken_away_goes(hall: FaceAtWork, tmp_path: Path) -> None:
    hall.open()
    hall.second(20)
    for file in (tmp_path / "pictures").iterdir():
        file.unlink()
    hall.window._slides.look()
    hall.run()
    hall.second()
    assert isinstance(large(hall), MessageProps)


def test_nothing_but_the_truth_stands_while_the_store_is_lost(hall: FaceAtWork) -> None:
    hall.open()
    hall.second(20)
    hall.workplace.lost.emit(Refused("store.unreachable"))
    station, hall.workplace.station = hall.workplace.station, None
    hall.second(5)
    assert hall.window.props.main.warns
    hall.workplace.station = station


def test_a_paused_office_says_why_and_a_call_goes_before(hall: FaceAtWork, store: Store) -> None:
    hall.open()
    call(store)
    store.do(pause_office, PauseOffice("Mất điện, mời Ông/Bà chờ."), MANAGER)
    hall.run()
    window = hall.window
    window.notice_bar.settle()
    assert isinstance(large(hall), CallProps), "a call is held as long as ever"
    assert window.notice_bar.text == "Văn phòng tạm dừng: Mất điện, mời Ông/Bà chờ."
    hall.second(12)
    assert isinstance(large(hall), MessageProps), "though the person has not come"
    assert window.props.recent.rows == (("HT-001", "Quầy 1"),)
    assert window.props.counters[0].kind == "call"
    store.do(start_serving, AtCounter(1), OFFICER)
    store.do(finish, AtCounter(1), OFFICER)
    hall.run()
    hall.second(60)
    main = large(hall)
    assert isinstance(main, MessageProps), "no picture while the office pauses"
    assert main.headline == "Văn phòng tạm dừng"
    assert (main.icon, main.sentence) == ("pause", "Mất điện, mời Ông/Bà chờ.")
    assert window.props.line.title.startswith("Số trên phiếu vẫn giữ")
    store.do(resume_office, ResumeOffice(), MANAGER)
    hall.run()
    assert window.props.main.number == "HT-001"
    assert "tạm dừng" not in window.notice_bar.text


def test_a_closed_office_shows_when_it_opens(
    hall: FaceAtWork, store: Store, clock: SteppingClock
) -> None:
    clock.set("2026-11-23T18:30+07:00")
    hall.open()
    assert hall.window.props.main.headline == "Ngoài giờ tiếp nhận"
