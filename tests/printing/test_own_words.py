"""An office's own wording: over the one that comes with the program, checked, read anew."""

from pathlib import Path

import pytest

from kiosk.office.legal import FormKind, legal_profile, profile_codes
from kiosk.office.model import Profile
from kiosk.printing.form_text import AppointmentText, form_text
from kiosk.printing.forms import begin_own, form_fault, is_known, is_own, words_file
from kiosk.printing.ledger_text import register_text
from kiosk.printing.letter_text import letter_text
from kiosk.printing.own_words import own_file, use_own_words
from kiosk.printing.sample_papers import sample_pdf
from kiosk.refusal import Refused
from kiosk.wording import sentence

NOW = "ND118_2025"
APOLOGY = FormKind.APOLOGY
OFFICE = Profile("Trung tâm Thử", "Ủy ban Thử", "Trung tâm", "Thử", "", "0200 355 5100", "", NOW)
FORMS = [(code, form.kind) for code in profile_codes() for form in legal_profile(code).forms]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    """The station's folder of forms, in which nothing lies yet."""
    use_own_words(tmp_path / "forms")
    return tmp_path / "forms" / NOW.lower()


def write(folder: Path, name: str, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.toml").write_text(text, "utf-8")


def test_what_the_office_does_not_say_is_as_it_came(folder: Path) -> None:
    came = letter_text(NOW, APOLOGY)
    write(folder, "apology", 'title = "PHIẾU XIN LỖI"')
    mine = letter_text(NOW, APOLOGY)
    assert mine.title == "PHIẾU XIN LỖI"
    assert (mine.before, mine.country, mine.number) == (came.before, came.country, came.number)
    assert letter_text(NOW, FormKind.REFUSAL).title != "PHIẾU XIN LỖI"
    assert letter_text("ND61_2018", APOLOGY).title != "PHIẾU XIN LỖI"


def test_common_words_and_registers_too(folder: Path) -> None:
    write(folder, "common", 'motto = "Một lời khác"')
    assert form_text(NOW, FormKind.APPOINTMENT, AppointmentText).motto == "Một lời khác"
    write(folder, "register", 'title = "SỔ"')
    assert register_text(NOW).title == "SỔ"


def test_a_change_is_seen_without_starting_anew(folder: Path) -> None:
    for title in ("MỘT", "HAI KHÁC", "BA LẠI KHÁC"):
        write(folder, "apology", f'title = "{title}"')
        assert letter_text(NOW, APOLOGY).title == title
    (folder / "apology.toml").unlink()
    assert letter_text(NOW, APOLOGY).title.startswith("VĂN BẢN")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("title = ", "viết chưa đúng"),
        ('titel = "x"', "không có mục titel (ý là title?)"),
        ("title = 3", "title: phải là chữ"),
        ('compared = "có"', "phải là true hoặc false"),
        ('title = "{applicant_nam}"', "không có giá trị nào tên {applicant_nam}"),
        ("before = [{ cels = [] }]", "cells"),
    ],
)
def test_what_is_wrong_is_said_with_the_file(folder: Path, text: str, why: str) -> None:
    write(folder, "apology", text)
    fault = form_fault(NOW, APOLOGY)
    assert fault is not None
    assert fault.code == "form.own_wrong"
    assert why in str(fault.details["why"])
    assert str(folder / "apology.toml") in sentence(fault)
    assert form_fault(NOW, FormKind.REFUSAL) is None


def test_a_file_that_is_not_text(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "apology.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Refused, match=r"form\.own_wrong"):
        letter_text(NOW, APOLOGY)
    (folder / "refusal.toml").mkdir()
    with pytest.raises(Refused, match=r"form\.own_wrong"):
        letter_text(NOW, FormKind.REFUSAL)


def test_the_office_says_that_it_compared(folder: Path) -> None:
    form = legal_profile(NOW).form(APOLOGY)
    assert not is_known(NOW, form)
    write(folder, "apology", "compared = true")
    assert is_known(NOW, form)
    assert letter_text(NOW, APOLOGY).title.startswith("VĂN BẢN")
    write(folder, "apology", "compared = true\ntitle = ")
    assert not is_known(NOW, form)


def test_a_copy_to_change_is_laid_out_once(folder: Path) -> None:
    before = letter_text(NOW, APOLOGY)
    assert not is_own(NOW, APOLOGY)
    file = begin_own(NOW, APOLOGY)
    assert file == own_file(NOW, "apology") == folder / "apology.toml"
    assert words_file(NOW, APOLOGY) == file
    assert is_own(NOW, APOLOGY)
    assert letter_text(NOW, APOLOGY) == before
    assert form_fault(NOW, APOLOGY) is None
    write(folder, "apology", 'title = "CỦA TÔI"')
    with pytest.raises(Refused, match=r"form\.own_there"):
        begin_own(NOW, APOLOGY)
    assert letter_text(NOW, APOLOGY).title == "CỦA TÔI"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "forms").write_text("một tệp, không phải thư mục", "utf-8")
    with pytest.raises(Refused, match=r"file\.unwritable"):
        begin_own(NOW, APOLOGY)


@pytest.mark.parametrize(("profile", "kind"), FORMS)
def test_every_form_is_drawn_with_invented_values(profile: str, kind: FormKind) -> None:
    assert form_fault(profile, kind) is None
    assert sample_pdf(profile, kind, OFFICE).startswith(b"%PDF")
    begin_own(profile, kind)
    assert form_fault(profile, kind) is None
