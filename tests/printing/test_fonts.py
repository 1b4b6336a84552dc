"""Fonts are chosen by their glyphs."""

import shutil
from pathlib import Path

import pytest
import reportlab

from kiosk.printing import fonts
from kiosk.printing.fonts import LIBERATION_SERIF, TINOS, Face
from kiosk.refusal import Refused
from kiosk.text import has_control, nfc, unprintable

WITHOUT_VIETNAMESE = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"


def copy_family(folder: Path) -> None:
    folder.mkdir()
    for face in LIBERATION_SERIF:
        shutil.copy(fonts.font_of(face).path, folder / LIBERATION_SERIF[face])


def test_every_letter_is_there() -> None:
    letters = fonts.vietnamese_letters()
    assert set("ẰẳỡệựỵƯỠĐđ…“”–") <= letters
    assert len([letter for letter in letters if letter.isalpha()]) == 2 * (12 * 6 + 21)
    for face in Face:
        assert letters <= fonts.font_of(face).advances.keys()


def test_every_letter_let_in_can_be_printed_small_and_capital() -> None:
    let_in = [letter for letter in map(chr, range(0x20, 0x10000)) if not has_control(letter)]
    let_in = [letter for letter in let_in if not unprintable(letter) and nfc(letter) == letter]
    let_in = [letter for letter in let_in if letter.isprintable()]
    assert fonts.vietnamese_letters() <= set(let_in)
    assert set("ßłñØŻșž₫№°½²€‰≤") <= set(let_in)
    for face in Face:
        advances = fonts.font_of(face).advances
        lacking = [one for one in let_in if not set(nfc(one.upper()) + one) <= advances.keys()]
        assert lacking == [], face


@pytest.mark.parametrize("letter", ["😀", "中", "ع", "Я", "α", "ƣ", "\u0308"])
def test_a_letter_that_no_paper_has_is_named(letter: str) -> None:
    assert unprintable(f"An {letter} Bình") == letter
    assert unprintable("An\u200b\u202f Bi\u0300nh\u2028") == ""


def test_a_font_lacking_letters_is_passed_over(tmp_path: Path) -> None:
    old, new = tmp_path / "1-old", tmp_path / "2-new"
    old.mkdir()
    for name in LIBERATION_SERIF.values():
        shutil.copy(WITHOUT_VIETNAMESE, old / name)
    copy_family(new)
    found = fonts.load_family((LIBERATION_SERIF,), (tmp_path,))
    assert {font.path.parent for font in found.values()} == {new}


def test_a_broken_file_is_passed_over(tmp_path: Path) -> None:
    broken = tmp_path / "1-broken"
    broken.mkdir()
    (broken / "LiberationSerif-Regular.ttf").write_bytes(b"no font at all")
    copy_family(tmp_path / "2-whole")
    found = fonts.load_family((LIBERATION_SERIF,), (tmp_path,))
    assert found[Face.SERIF].path.parent.name == "2-whole"


def test_a_family_must_be_whole(tmp_path: Path) -> None:
    copy_family(tmp_path / "half")
    (tmp_path / "half" / "LiberationSerif-Italic.ttf").unlink()
    with pytest.raises(Refused) as refused:
        fonts.load_family((LIBERATION_SERIF, TINOS), (tmp_path,))
    assert refused.value.code == "font.missing"
    assert refused.value.details == {"family": "LiberationSerif"}


def test_no_folder_at_all(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"font\.missing"):
        fonts.load_family((LIBERATION_SERIF,), (tmp_path / "nowhere",))
