"""Every refusal in the program has a sentence that its details can fill."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import wording
from kiosk.refusal import Refused
from kiosk.wording.dossier_parts import DOUBTS, PROBLEMS

KIOSK = Path(wording.__file__).parent.parent


def raised() -> Iterator[tuple[str, frozenset[str] | None, str]]:
    """Each ``Refused("code", key=…)`` of the program: code, keys (None when unknown), place."""
    for file in sorted(KIOSK.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refused"):
                continue
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant):
                keys = [keyword.arg for keyword in node.keywords]
                known = frozenset(key for key in keys if key and key != "keep")
                yield (
                    str(first.value),
                    None if None in keys else known,
                    f"{file.name}:{node.lineno}",
                )


def _no_extra(_refusal: Refused) -> dict[str, str]:
    return {}


Place = tuple[str, frozenset[str] | None, str]


def _in_order(each: Place) -> tuple[str, str, list[str]]:
    """The same order in every process: a set's own is not."""
    code, keys, place = each
    return code, place, sorted(keys or ())


EACH: list[Place] = sorted(set(raised()), key=_in_order)


@pytest.mark.parametrize(("code", "keys", "place"), EACH)
def test_every_refusal_has_a_sentence_that_it_can_fill(
    code: str, keys: frozenset[str] | None, place: str
) -> None:
    assert code in wording.SENTENCES, f"{place}: {code} has no sentence"
    wanted = {name for _, name, _, _ in string.Formatter().parse(wording.SENTENCES[code]) if name}
    filled = set(wording.EXTRAS.get(code, _no_extra)(Refused(code)))
    if keys is not None:
        assert wanted - filled <= keys, f"{place}: {code} lacks {wanted - filled - keys}"


def test_every_sign_of_the_database_has_a_sentence() -> None:
    from kiosk.storage import failures

    assert {code for _, code in failures.SIGNS} <= set(wording.SENTENCES)


def test_every_problem_and_doubt_of_a_dossier_has_a_sentence() -> None:
    from kiosk.dossiers.checking import DOUBT_CODES, PROBLEM_CODES

    assert set(PROBLEMS) == PROBLEM_CODES
    assert set(DOUBTS) >= DOUBT_CODES


def test_no_sentence_is_left_over() -> None:
    from kiosk.storage import failures

    used = {code for code, _, _ in raised()} | {code for _, code in failures.SIGNS}
    assert set(wording.SENTENCES) <= used


def test_a_code_of_elsewhere_gets_a_general_sentence() -> None:
    said = wording.sentence(Refused("newer.version_says", why={"x": 1}))
    assert said.startswith("Việc này chưa làm được (newer.version_says).")


def test_sentences_fit_what_happened() -> None:
    fresh = Refused("dossier.wrong_state", dossier="H", state="đã tiếp nhận", wanted="trả kết quả")
    assert "đã tiếp nhận, chưa có kết quả nên chưa trả được." in wording.sentence(fresh)
    given = Refused(
        "dossier.wrong_state", dossier="H", state="đã trả kết quả", wanted="trả kết quả"
    )
    assert "đã trả kết quả nên không trả kết quả được nữa." in wording.sentence(given)
    none = wording.sentence(Refused("case.unknown", said="X", known=[]))
    assert "chọn một trong" not in none
    absurd = Refused("deadline.reception_absurd", received_at="3500-01-02T02:00:00+00:00")
    assert "09:00 ngày 02/01/3500" in wording.sentence(absurd)
    assert wording.place_name("papers[0]") == "giấy tờ thứ 1"
    assert wording.place_name("papers[0].name") == "tên của giấy tờ thứ 1"


@pytest.mark.parametrize("sentence", [*wording.SENTENCES.values()])
def test_sentences_keep_the_house_style(sentence: str) -> None:
    assert sentence.rstrip().endswith((".", "}"))
    for never in ("lỗi hệ thống", "!", "bạn ", "quý khách"):
        assert never not in sentence
