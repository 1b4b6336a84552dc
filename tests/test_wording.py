"""Every refusal in the program has a sentence that its details can fill."""

import ast
import string
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from kiosk import wording
from kiosk.dossiers.model import Act, DossierState, moved
from kiosk.refusal import Refused
from kiosk.wording import moves
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
    from kiosk.scans import sane
    from kiosk.storage import failures

    used = {code for code, _, _ in raised()} | {code for _, code in failures.SIGNS}
    used |= {*(code for _, code in sane.SIGNS), *sane.STATES.values(), sane.OTHERWISE}
    assert set(wording.SENTENCES) <= used


def test_a_code_of_elsewhere_gets_a_general_sentence() -> None:
    said = wording.sentence(Refused("newer.version_says", why={"x": 1}))
    assert said.startswith("Việc này chưa làm được (newer.version_says).")


def test_sentences_fit_what_happened() -> None:
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


REFUSED_MOVES = [
    (state, act)
    for state, act in product(DossierState, Act)
    if act is not Act.RECEIVE and moved(state, act) is None
]


@pytest.mark.parametrize(("state", "act"), REFUSED_MOVES, ids=str)
def test_every_move_that_is_refused_has_words_of_its_own(state: DossierState, act: Act) -> None:
    assert {each.value for each in DossierState} <= set(moves.STANDS)
    assert set(moves.STANDS) == set(moves.NEXT)
    said = wording.sentence(Refused("dossier.wrong_state", dossier="H", stands=state, act=act))
    assert said.startswith(f"Hồ sơ H {moves.STANDS[state]}")
    assert said.endswith(f". Chưa ghi gì. {moves.NEXT[state]}")
    assert "chưa làm được việc này" not in said
    assert ", nên" not in said
    assert said.count(" nên ") <= 1


def test_nothing_is_said_of_a_move_that_is_allowed() -> None:
    told = {
        (state.removesuffix("_refused").removesuffix("_stopped"), act)
        for state, act in moves.OTHERWISE
    }
    assert told <= {(state.value, act.value) for state, act in REFUSED_MOVES}


def test_who_comes_second_is_told_who_came_first_and_when() -> None:
    at = datetime(2026, 11, 23, 2, 24, tzinfo=UTC)
    last: dict[str, Any] = {"did": "chuyển giải quyết", "by": "Lê Minh Mẫu", "at": at}
    said = "Việc gần nhất: chuyển giải quyết, do Lê Minh Mẫu ghi lúc 09:24 ngày 23/11/2026."
    stands = {"stands": "processing", "act": "processing_started"}
    refusals: tuple[tuple[str, dict[str, Any]], ...] = (
        ("dossier.wrong_state", stands),
        ("dossier.changed_meanwhile", {}),
        ("extension.used_up", {"most": 1}),
        ("supplement.once", {"most": 1}),
        ("correction.again", {"most": 1}),
    )
    for code, more in refusals:
        assert wording.sentence(Refused(code, dossier="H", **more, **last)).endswith(said)
