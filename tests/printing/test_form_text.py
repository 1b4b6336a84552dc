"""The wording of forms is data, and all of it is understood."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.office.legal import FormKind, legal_profile
from kiosk.paths import RESOURCES
from kiosk.printing import form01, form_text
from kiosk.printing.fonts import Face
from kiosk.printing.form_text import AppointmentText, FormText, Manner, fill
from kiosk.printing.letter_text import LetterText
from kiosk.printing.letter_values import letter_values
from kiosk.printing.papers import LETTERS
from kiosk.printing.typography import Span, Style
from kiosk.refusal import Refused
from tests.printing.letters_kit import FORMS, NOW, THEN, letter
from tests.printing.papers_kit import form

PLAIN, BOLD, LARGE = (Style(face, 10) for face in (Face.SERIF, Face.SERIF_BOLD, Face.SERIF_ITALIC))
MANNER = Manner(PLAIN, BOLD, LARGE)
SIGNATURE = '[[signatures]]\nrole = "A"\nhow = "B"\nname = "C"\n'
APPOINTMENT = ((NOW, FormKind.APPOINTMENT), (THEN, FormKind.APPOINTMENT))
ALL_FORMS = (*APPOINTMENT, *FORMS)


def words_of(profile: str, kind: FormKind) -> FormText:
    return form_text.form_text(profile, kind, LetterText if kind in LETTERS else AppointmentText)


def file_of(profile: str, name: str) -> str:
    return (RESOURCES / "forms" / profile.lower() / f"{name}.toml").read_text("utf-8")


def known_values(profile: str, kind: FormKind) -> set[str]:
    if kind in LETTERS:
        return letter_values(letter(kind)).keys() | {"giver", "receiver"}
    words = form_text.form_text(profile, kind, AppointmentText)
    return set(form01.values_of(form(), words))


@pytest.mark.parametrize(("profile", "kind"), ALL_FORMS)
def test_every_placeholder_has_a_value(profile: str, kind: FormKind) -> None:
    raw = file_of(profile, kind.value) + file_of(profile, "common")
    asked = set(re.findall(r"\{([^{}=]*)\}", raw))
    asked |= set(re.findall(r'(?:only_with|unless) = "(\w+)"', raw))
    assert asked <= known_values(profile, kind) | {"copy", "page", "pages", "tên"}
    assert unicodedata.is_normalized("NFC", raw)


@pytest.mark.parametrize(("profile", "kind"), ALL_FORMS)
def test_number_and_title_are_those_of_the_legal_profile(profile: str, kind: FormKind) -> None:
    form_of_profile = legal_profile(profile).form(kind)
    words = words_of(profile, kind)
    assert words.title == form_of_profile.name.upper()
    assert words.number == (
        f"Mẫu số {form_of_profile.number}" if form_of_profile.number else form_of_profile.name
    )


@pytest.mark.parametrize(("profile", "kind"), ALL_FORMS)
def test_a_file_says_at_its_head_what_it_is_not(profile: str, kind: FormKind) -> None:
    form_of_profile = legal_profile(profile).form(kind)
    head = file_of(profile, kind.value).partition("\n\n")[0]
    assert all(line.startswith("# ") for line in head.splitlines())
    assert form_of_profile.known or "chưa" in head
    assert words_of(profile, kind).number.removeprefix("Mẫu số ") in head


def test_there_is_no_wording_without_a_form() -> None:
    for profile in (NOW, THEN):
        kinds = {form.kind.value for form in legal_profile(profile).forms}
        files = {file.stem for file in (RESOURCES / "forms" / profile.lower()).glob("*.toml")}
        assert files == kinds | {"common"}


def test_the_profiles_speak_of_their_time() -> None:
    now, then = (
        form_text.form_text(profile, FormKind.APPOINTMENT, AppointmentText)
        for profile in (NOW, THEN)
    )
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
        words_of(profile, FormKind.APPOINTMENT)


def test_a_form_the_decree_does_not_have() -> None:
    with pytest.raises(Refused, match=r"form\.not_in_profile"):
        words_of(THEN, FormKind.STOP)


@pytest.fixture
def forms_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of forms of one profile, with what is common to all."""
    folder = tmp_path / "forms" / NOW.lower()
    folder.mkdir(parents=True)
    (folder / "common.toml").write_text(file_of(NOW, "common"), "utf-8")
    monkeypatch.setattr(form_text, "RESOURCES", tmp_path)
    form_text.written_words.cache_clear()
    yield folder
    form_text.written_words.cache_clear()


@pytest.mark.parametrize("missing", ["appointment", "common"])
def test_a_missing_file_is_named(missing: str, forms_folder: Path) -> None:
    (forms_folder / "appointment.toml").write_text(file_of(NOW, "appointment"), "utf-8")
    assert words_of(NOW, FormKind.APPOINTMENT).number == "Mẫu số 01"
    form_text.written_words.cache_clear()
    (forms_folder / f"{missing}.toml").unlink()
    with pytest.raises(Refused) as refused:
        words_of(NOW, FormKind.APPOINTMENT)
    assert refused.value.code == "form.no_text"
    assert refused.value.details == {"profile": NOW, "form": missing}


@pytest.mark.parametrize("text", ["title = ", 'title = "chỉ có tên"', "\udcff"])
def test_a_file_that_is_not_a_form(text: str, forms_folder: Path) -> None:
    (forms_folder / "appointment.toml").write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(Refused, match=r"form\.unreadable_text"):
        words_of(NOW, FormKind.APPOINTMENT)


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ('name = "{officer_name}"', 'name = "{officer_name}"\n' + SIGNATURE * 2),
        ("width = 9", "width = 0"),
        ('shows = "row"', 'shows = "price"'),
    ],
)
def test_a_letter_no_paper_can_hold(written: str, wrong: str, forms_folder: Path) -> None:
    text = file_of(NOW, "supplement")
    assert written in text
    (forms_folder / "supplement.toml").write_text(text.replace(written, wrong), "utf-8")
    with pytest.raises(Refused, match=r"form\.unreadable_text"):
        words_of(NOW, FormKind.SUPPLEMENT)
