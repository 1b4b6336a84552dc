"""``kiosk dossier …``, ``slip`` and ``print …`` as scripts rely on them."""

import json
from pathlib import Path
from typing import Any

import pypdf
import pytest

from tests.fixtures.command_line import Kiosk

DOSSIER: dict[str, Any] = {
    "procedure": "1.004873",
    "channel": "direct",
    "sets": 1,
    "note": "",
    "ticket": None,
    "case": None,
    "limit": None,
    "fee": None,
    "submitter": None,
    "applicant": {
        "name": "Đặng Thị Ngọc Mẫu",
        "id_number": "001199004567",
        "birth_date": "1999-03-05",
        "sex": "female",
        "address": "Số 12, đường Hoa Sen",
        "phone": "0912345678",
        "email": None,
    },
    "papers": [{"name": "Tờ khai", "originals": 1, "copies": 0}],
}


def dossier_file(folder: Path, **changes: object) -> Path:
    file = folder / "dossier.json"
    file.write_text(json.dumps(DOSSIER | changes, ensure_ascii=False), "utf-8")
    return file


def test_receive_has_the_shape_that_scripts_rely_on(kiosk: Kiosk, tmp_path: Path) -> None:
    received = kiosk("dossier", "receive", dossier_file(tmp_path), "--json").json
    assert set(received) == {"dossier", "print_jobs"}
    told = received["dossier"]
    assert {"id", "code", "state", "received_at", "due_at", "due_reason"} <= set(told)
    assert told["code"] == "H99.12.08-261123-0001"
    assert told["received_at"] == "2026-11-23T09:24:00+07:00"
    assert told["due_at"] == "2026-11-27T17:00:00+07:00"
    assert "24/11" in told["due_reason"]
    assert len(received["print_jobs"]) == 1


def test_a_dossier_lives_from_ticket_to_result(kiosk: Kiosk, tmp_path: Path) -> None:
    kiosk("ticket", "take", "--field", "HT")
    kiosk("ticket", "next", "--counter", 1)
    received = kiosk(
        "dossier",
        "receive",
        dossier_file(tmp_path, ticket="HT-001"),
        "--officer",
        "CV01",
        "--counter",
        1,
        "--json",
    ).json
    assert kiosk("ticket", "list", "--json").json["tickets"][0]["state"] == "serving"
    code = received["dossier"]["code"]
    kiosk("dossier", "process", code, "--officer", "CV01")
    scanned = f" {code.lower()} "
    kiosk("dossier", "ready", scanned)
    returned = kiosk("dossier", "return", code, "--slip", "brought", "--json").json["dossier"]
    assert returned["state"] == "returned"
    assert [event["state"] for event in returned["events"]] == [
        "received",
        "processing",
        "result_ready",
        "returned",
    ]
    assert returned["events"][0]["officer"] == "Lê Minh Châu"
    again = kiosk("dossier", "return", code, "--slip", "brought", code=1)
    assert again.err.count("\n") == 1
    assert code in again.err


def test_slip_and_spool(kiosk: Kiosk, tmp_path: Path, home: Path) -> None:
    code = kiosk("dossier", "receive", dossier_file(tmp_path), "--json").json["dossier"]["code"]
    out = tmp_path / "slip.pdf"
    kiosk("slip", code, "--form", "01", "--out", out)
    page = pypdf.PdfReader(out).pages[0]
    assert code in page.extract_text()
    assert "001********567" in page.extract_text()
    assert "001199004567" not in page.extract_text()
    kiosk("slip", code, "--form", "01", "--out", out, code=1)
    kiosk("slip", code, "--form", "09", "--out", tmp_path / "x.pdf", code=1)
    assert len(kiosk("print", "list", "--json").json["print_jobs"]) == 1
    printed = kiosk("print", "run", "--json").json["printed"]
    assert len(printed) == 1
    assert len(list((home / "printed").glob("*.pdf"))) == 1
    kiosk("print", "retry", printed[0])
    kiosk("print", "run")
    texts = [
        pypdf.PdfReader(file).pages[0].extract_text() for file in (home / "printed").glob("*.pdf")
    ]
    assert sorted("BẢN IN LẠI" in text.upper() for text in texts) == [False, True]
    kiosk("print", "retry", "no-such-job", code=1)


def test_a_printer_that_is_gone_keeps_the_paper(kiosk: Kiosk, tmp_path: Path, home: Path) -> None:
    (home / "printed").write_text("not a folder", "utf-8")
    kiosk("ticket", "take", "--field", "HT")
    kept = kiosk("print", "run", "--json").json["kept"]
    assert kept[0]["state"] == "failed"
    assert "Không ghi được tệp in" in kept[0]["reason"]
    (home / "printed").unlink()
    kiosk("print", "retry", kept[0]["id"])
    assert len(kiosk("print", "run", "--json").json["printed"]) == 1
    assert kiosk("print", "list", "--json").json["print_jobs"] == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"procedure": "9.999999"}, "9.999999"),
        ({"applicant": {"name": "A" * 300}}, "200"),
        ({"applicant": {"name": "Mẫu", "birth_date": "2099-01-01"}}, "sinh"),
        ({"applicant": {"name": "Mẫu", "id_number": "00119900456"}}, "11"),
        ({"applicant": {"name": "Mẫu\u0007"}}, "tên"),
        ({"sets": 0}, "bộ"),
        ({"channel": "bay"}, "bay"),
    ],
)
def test_absurd_values_are_told_in_words(
    kiosk: Kiosk, tmp_path: Path, changes: dict[str, object], said: str
) -> None:
    refused = kiosk("dossier", "receive", dossier_file(tmp_path, **changes), code=1)
    assert said in refused.err.lower() or said in refused.err
    assert kiosk("dossier", "list", "--json").json["dossiers"] == []


@pytest.mark.parametrize("text", ['{"procedure": "1.00', "", "[]", "\x00", '"x"'])
def test_half_a_file_is_refused(kiosk: Kiosk, tmp_path: Path, text: str) -> None:
    file = tmp_path / "half.json"
    file.write_text(text, "utf-8")
    assert kiosk("dossier", "receive", file, code=1).err.count("\n") == 1
    kiosk("dossier", "receive", tmp_path / "none.json", code=1)


@pytest.mark.parametrize("scanned", ["H99.12.08-261123-0999", "garbled", "", "H99-1", "x" * 500])
def test_an_unknown_or_misread_barcode_is_a_sentence(kiosk: Kiosk, scanned: str) -> None:
    assert kiosk("dossier", "show", scanned, code=1).err.count("\n") == 1
