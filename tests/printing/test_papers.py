"""From the values of a print job to a PDF."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from kiosk.office.legal import FormKind
from kiosk.printing.papers import FORM01, LETTERS, TICKET80, letter_pdf, render
from kiosk.refusal import Refused
from tests.printing.letters_kit import LETTER_KINDS, letter
from tests.printing.papers_kit import FORM, TICKET, flat, form, page_texts

JOBS = ((TICKET80, msgspec.json.encode(TICKET)), (FORM01, msgspec.json.encode(FORM)))
LETTER_JOB = ("supplement", msgspec.json.encode(letter(FormKind.SUPPLEMENT)))
NEEDS_A_CODE = {FormKind.APOLOGY, FormKind.STOP, FormKind.CONTROL, FormKind.ORIGINALS}


@pytest.mark.parametrize(("kind", "values"), JOBS)
def test_a_job_becomes_a_pdf(kind: str, values: bytes) -> None:
    pdf = render(kind, values, copies=2, reprint=True)
    assert pdf.startswith(b"%PDF-")
    pages = page_texts(pdf)
    assert len(pages) == 2
    assert all(flat("BẢN IN LẠI") in flat(text) for text in pages)
    assert render(kind, values.decode(), copies=2, reprint=True) == pdf


@pytest.mark.parametrize("kind", LETTER_KINDS)
def test_a_letter_of_a_job_is_the_letter(kind: FormKind) -> None:
    told = letter(kind)
    printed = render(kind.value, msgspec.json.encode(told), copies=2, reprint=True)
    assert printed == letter_pdf(kind, told, copies=2, reprint=True)


def test_every_letter_is_a_kind_of_paper() -> None:
    others = {FormKind.APPOINTMENT, FormKind.REGISTER, FormKind.HANDOVER}
    assert set(LETTERS) == set(FormKind) - others


@pytest.mark.parametrize("kind", LETTER_KINDS)
def test_only_papers_of_the_counter_are_printed_without_a_code(kind: FormKind) -> None:
    values = msgspec.json.encode(letter(kind, code=""))
    refusal = ""
    try:
        assert render(kind.value, values, copies=2, reprint=False).startswith(b"%PDF-")
    except Refused as refused:
        refusal = refused.code
    assert refusal == ("paper.unreadable" if kind in NEEDS_A_CODE else "")


@pytest.mark.parametrize(("kind", "values"), [*JOBS, LETTER_JOB])
def test_equal_values_give_equal_bytes_in_any_process(
    kind: str, values: bytes, project: Path
) -> None:
    program = (
        "import sys; from kiosk.printing.papers import render;"
        "sys.stdout.buffer.write(render(sys.argv[1], sys.argv[2], copies=2, reprint=False))"
    )
    printed = subprocess.run(
        [sys.executable, "-c", program, kind, values.decode()],
        cwd=project,
        env={**os.environ, "PYTHONHASHSEED": "77"},
        capture_output=True,
        check=True,
    ).stdout
    assert printed == render(kind, values, copies=2, reprint=False)


def test_a_kind_nobody_knows() -> None:
    with pytest.raises(Refused) as refused:
        render("form99", b"{}", copies=1, reprint=False)
    assert (refused.value.code, refused.value.details) == ("paper.unknown_kind", {"kind": "form99"})


@pytest.mark.parametrize("kind", [FORM01, "refusal", "control"])
@pytest.mark.parametrize("values", [b"{", b"{}", b"\xff", JOBS[0][1], LETTER_JOB[1]])
def test_values_that_are_no_slip(kind: str, values: bytes) -> None:
    with pytest.raises(Refused, match=r"paper\.unreadable"):
        render(kind, values, copies=1, reprint=False)


def test_a_preview_is_never_printed() -> None:
    with pytest.raises(Refused, match=r"paper\.unreadable"):
        render(FORM01, msgspec.json.encode(form(code="")), copies=2, reprint=False)


def test_fewer_than_one_copy_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="copies: 0"):
        render(*JOBS[0], copies=0, reprint=False)


def test_a_letter_no_font_has_is_named() -> None:
    values = msgspec.json.encode(form(applicant_name="Nguyễn 漢 An"))
    with pytest.raises(Refused) as refused:
        render(FORM01, values, copies=2, reprint=False)
    assert refused.value.code == "font.glyph_missing"
    assert refused.value.details["character"] == "漢"
