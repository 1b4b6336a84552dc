"""What citizens are asked: a file in ``resources/`` that an office may edit.

The subjects are those of NĐ 61/2018/NĐ-CP art. 31(1); each province issues its own form
(TT 01/2018/TT-VPCP art. 12(4)).
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from kiosk.paths import RESOURCES
from kiosk.refusal import Refused
from kiosk.text import has_control
from kiosk.toml_file import UnreadableTomlError, WrongTomlError, read_toml, shaped

FILE = RESOURCES / "questionnaire.toml"
ICONS = RESOURCES / "icons"

MOST_QUESTIONS, MOST_ANSWERS = 8, 3
"""More would not be answered by somebody who stands, or find room on a screen."""

Code = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9_-]{1,20}$")]
Words = Annotated[str, msgspec.Meta(min_length=1, max_length=90)]
MaybeWords = Annotated[str, msgspec.Meta(max_length=90)]
AnswerWords = Annotated[str, msgspec.Meta(min_length=1, max_length=30)]


class PossibleAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the answers to choose from. ``satisfied``: it counts as content with the service."""

    code: Code
    text: AnswerWords
    icon: Code
    tone: Literal["ok", "act", "warn"]
    text_en: Annotated[str, msgspec.Meta(max_length=30)] = ""
    satisfied: bool = False


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question; a line break in its words stands where the office wants one."""

    code: Code
    text: Words
    answers: tuple[PossibleAnswer, ...]
    text_en: MaybeWords = ""
    hint: MaybeWords = ""
    hint_en: MaybeWords = ""

    def answer(self, code: str) -> PossibleAnswer | None:
        """The answer with that code, if there is one."""
        return next((each for each in self.answers if each.code == code), None)


class Questionnaire(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Questions in their order. ``satisfaction`` is the code of the one that figures go by."""

    code: Code
    satisfaction: Code
    questions: tuple[Question, ...]

    def question(self, code: str) -> Question | None:
        """The question with that code, if it is asked."""
        return next((each for each in self.questions if each.code == code), None)

    @property
    def satisfied(self) -> frozenset[str]:
        """The codes of the answers that count as content."""
        question = self.question(self.satisfaction)
        answers = question.answers if question is not None else ()
        return frozenset(each.code for each in answers if each.satisfied)


@cache
def questionnaire(file: Path = FILE) -> Questionnaire:
    """What this machine asks.

    Raises :class:`Refused` ``questionnaire.wrong``: the file is missing or damaged, or what it
    asks cannot be asked (``why`` says which).
    """
    try:
        found = shaped(read_toml(file), Questionnaire)
    except FileNotFoundError as error:
        raise Refused("questionnaire.wrong", file=str(file), why="không có tệp này") from error
    except (UnreadableTomlError, WrongTomlError) as error:
        raise Refused("questionnaire.wrong", file=str(file), why=str(error)) from error
    for why in _wrongs(found):
        raise Refused("questionnaire.wrong", file=str(file), why=why)
    return found


def _wrongs(found: Questionnaire) -> Iterator[str]:
    if not 1 <= len(found.questions) <= MOST_QUESTIONS:
        yield f"questions: phải có từ 1 đến {MOST_QUESTIONS} câu hỏi"
    yield from _repeated("questions", (each.code for each in found.questions))
    for question in found.questions:
        where = f"questions.{question.code}"
        if not 2 <= len(question.answers) <= MOST_ANSWERS:
            yield f"{where}: phải có từ 2 đến {MOST_ANSWERS} câu trả lời"
        yield from _repeated(where, (each.code for each in question.answers))
        for answer in question.answers:
            if not (ICONS / f"{answer.icon}.svg").is_file():
                yield f"{where}.{answer.code}: không có biểu tượng {answer.icon}"
        said = (question.text, question.text_en, question.hint, question.hint_en)
        told = [text.replace("\n", " ") for text in said]
        if any(has_control(text) for text in (*told, *(each.text for each in question.answers))):
            yield f"{where}: có ký tự không hiện được"
    if not found.satisfied:
        yield f"satisfaction: câu {found.satisfaction} không có câu trả lời nào là satisfied"


def _repeated(where: str, codes: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            yield f"{where}: code {code} có hai lần"
        seen.add(code)
