"""The same request id again: the same answer, or a refusal; never a second deed or a false "done"."""

import io
import json
import uuid
from pathlib import Path

import pytest

from tests.cli.test_dossier_commands import dossier_file
from tests.fixtures.command_line import Kiosk


def test_a_step_asked_again_answers_as_it_was_then(kiosk: Kiosk, tmp_path: Path) -> None:
    code = kiosk("dossier", "receive", dossier_file(tmp_path), "--json").json["dossier"]["code"]
    words = ("dossier", "ready", code, "--json", "--request-id", uuid.uuid4())
    first = kiosk(*words)
    kiosk("dossier", "return", code, "--slip", "brought")
    kiosk("print", "run")
    kiosk("dossier", "reprint", code)
    assert kiosk(*words).out == first.out
    told = first.json["dossier"]
    assert (told["state"], told["returned_at"]) == ("result_ready", None)
    assert [event["state"] for event in told["events"]] == ["received", "result_ready"]
    assert {"id", "code", "procedure", "due_at", "ready_at"} <= set(told)


def test_another_pin_under_the_same_request_is_refused(
    kiosk: Kiosk, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("pin", "set", "CV01", "--request-id", uuid.uuid4())

    def typed(pin: str, code: int = 0) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{pin}\n"))
        return kiosk(*words, code=code).err

    typed("97531864")
    typed("97531864")
    assert "đã dùng cho một việc khác" in typed("11112222", code=1)


def test_an_import_is_bound_to_what_its_files_hold(kiosk: Kiosk, tmp_path: Path) -> None:
    file, other = tmp_path / "a.json", tmp_path / "b.json"
    file.write_text(json.dumps({"code": "9.000001", "name": "Thủ tục mẫu"}), "utf-8")
    other.write_text(json.dumps({"code": "9.000002", "name": "Thủ tục khác"}), "utf-8")
    request = uuid.uuid4()
    first = kiosk("catalogue", "import", file, "--json", "--request-id", request)
    assert first.json["new"] == 1
    assert kiosk("catalogue", "import", file, "--json", "--request-id", request).json == first.json
    kiosk("catalogue", "import", other, "--request-id", request, code=1)
    kiosk("catalogue", "show", "9.000002", code=1)
    kiosk("ticket", "take", "--field", "HT", "--request-id", request, code=1)
    assert kiosk("ticket", "list", "--json").json["tickets"] == []


@pytest.mark.parametrize(
    "words",
    [
        ("init", "--sample"),
        ("backup", "--daily"),
        ("restore", "x"),
        ("print", "run"),
        ("slip", "x", "--out", "x.pdf"),
        ("ticket", "list"),
        ("dossier", "show", "x"),
        ("dossier", "due"),
        ("doctor",),
    ],
)
def test_no_request_id_where_it_would_mean_nothing(kiosk: Kiosk, words: tuple[str, ...]) -> None:
    kiosk(*words, "--request-id", uuid.uuid4(), code=2)
    assert "--request-id" in kiosk("--request-id", uuid.uuid4(), *words, code=2).err
