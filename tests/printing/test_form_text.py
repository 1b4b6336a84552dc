"""The wording of forms is data, and all of it is understood."""

import re
import unicodedata
from pathlib import Path

import pytest

from kiosk.paths import RESOURCES
from kiosk.printing import form01, form_text
from kiosk.printing.fonts import Face
from kiosk.printing.form_text import Manner, fill
from kiosk.printing.typography import Span, Style
from kiosk.refusal import Refused
from tests.printing.papers_kit import form

PLAIN, BOLD, LARGE = (Style(face, 10) for face in (Face.SERIF, Face.SERIF_BOLD, Face.SERIF_ITALIC))
MANNER = Manner(PLAIN, BOLD, LARGE)
PROFILES = ("ND118_2025", "ND61_2018")


@pytest.mark.parametrize("profile", PROFILES)
def test_every_placeholder_has_a_value(profile: str) -> None:
    words = form_text.form_text(profile, "01")
    raw = (RESOURCES / "forms" / profile.lower() / "01.toml").read_text("utf-8")
    known = form01.values_of(form(), words).keys() | {"copy", "page", "pages", "tên"}
    assert set(re.findall(r"\{([^{}=]*)\}", raw)) <= known
    assert unicodedata.is_normalized("NFC", raw)


def test_the_profiles_speak_of_their_time() -> None:
    now, then = (form_text.form_text(profile, "01") for profile in PROFILES)
    assert "CMND" in then.id_number
    assert "CMND" not in "".join((now.id_number, *now.foot))
    assert now.title == then.title == "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"


def test_marks_make_bold_and_large() -> None:
    cell = fill("Tên: *{name}* và **{secret}** hết", {"name": "An", "secret": "604"}, MANNER)
    assert cell.spans == (
        Span("Tên: ", PLAIN),
        Span("An", BOLD),
        Span(" và ", PLAIN),
        Span("604", LARGE),
        Span(" hết", PLAIN),
    )
    assert not cell.open


def test_marks_in_a_value_are_only_text() -> None:
    cell = fill("Số: {number}.", {"number": "001***{name}567"}, MANNER)
    assert cell.spans[1] == Span("001***{name}567", PLAIN)


def test_an_empty_value_leaves_room_to_write() -> None:
    assert fill("Email: *{email}*", {"email": ""}, MANNER).open
    inside = fill("{place}, ngày", {"place": ""}, MANNER)
    assert not inside.open
    assert inside.spans[0].text.startswith("……")


def test_an_unknown_placeholder_is_seen() -> None:
    assert fill("{nobody}", {}, MANNER).spans == (Span("{nobody}", PLAIN),)


@pytest.mark.parametrize("profile", ["ND999", "../nd118_2025", ""])
def test_no_wording(profile: str) -> None:
    with pytest.raises(Refused, match=r"form\.no_text"):
        form_text.form_text(profile, "01")


@pytest.mark.parametrize("text", ["title = ", 'title = "chỉ có tên"', "\udcff"])
def test_a_file_that_is_not_a_form(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "forms" / "broken").mkdir(parents=True)
    (tmp_path / "forms" / "broken" / "01.toml").write_bytes(text.encode(errors="surrogateescape"))
    monkeypatch.setattr(form_text, "RESOURCES", tmp_path)
    with pytest.raises(Refused, match=r"form\.unreadable_text"):
        form_text.form_text("broken", "01")
    form_text.form_text.cache_clear()
