"""Papers that did not come out: told, shown with their reason, printed again."""

from collections.abc import Callable

from kiosk.refusal import Refused
from kiosk.storage.units import Actor
from tests.fixtures.dossiers import receive
from tests.ui.counter.counter_kit import CTRL, AtCounter, Key

HERE = Actor("QUAY1", "CV01")


def _fail_to_print(counter: AtCounter) -> str:
    counter.printer.broken = Refused("printer.gone", printer="Canon A5")
    code = receive(counter.store, by=HERE).code
    counter.settle()
    return code


def test_a_paper_that_failed_is_told_and_printed_again(counter: AtCounter) -> None:
    window = counter.window
    assert "Ctrl R" not in counter.bar()
    code = _fail_to_print(counter)
    assert window.props.strip.startswith(f"Chưa in được: Giấy hẹn {code}. Bấm Ctrl R")
    lights = {light.name: light.kind for light in window.props.lights}
    assert lights == {"Sổ dữ liệu": "ok", "Máy in": "warn"}
    counter.press(Key.Key_R, CTRL)
    assert window.place == "papers"
    assert "Canon A5" in window.papers.why.text()
    counter.printer.broken = None
    counter.press(Key.Key_F9)
    assert counter.printer.sent == [f"Giấy hẹn {code}"]
    assert window.papers.table.rows_model.rows == ()
    assert window.papers.why.text() == "Mọi giấy tờ của máy này đã in xong."
    counter.press(Key.Key_Escape)
    assert window.props.strip == ""
    assert {light.kind for light in window.props.lights} == {"ok"}


def test_while_the_printer_is_gone_the_paper_stays(counter: AtCounter) -> None:
    code = _fail_to_print(counter)
    counter.press(Key.Key_R, CTRL)
    counter.press(Key.Key_F9)
    (row,) = counter.window.papers.table.rows_model.rows
    assert row.title == f"Giấy hẹn {code}"
    assert row.state.text == "Chưa in được"


def test_another_stations_papers_are_not_ours(
    counter: AtCounter, make_counter: Callable[[int], AtCounter]
) -> None:
    other = make_counter(2).open().sign_in("135790")
    other.printer.broken = Refused("printer.gone", printer="Canon A5")
    receive(other.store, by=Actor("QUAY2", "CV02"))
    other.settle()
    counter.settle()
    assert other.window.props.strip.startswith("Chưa in được")
    assert counter.window.props.strip == ""
    assert counter.printer.sent == []
