"""What citizens are asked: a form that an office may replace by its own.

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
from kiosk.text import has_control, squeeze
from kiosk.toml_file import UnreadableTomlError, WrongTomlError, read_toml, shaped

FILE = RESOURCES / "questionnaire.toml"
ICONS = RESOURCES / "icons"

MOST_QUESTIONS, MOST_ANSWERS, MOST_LINES = 8, 3, 2
"""More would not be answered by somebody who stands, or find room on a screen."""

LONGEST_QUESTION, LONGEST_ANSWER, LONGEST_SKIP, LONGEST_WORD = 64, 30, 40, 18

Code = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9_-]{1,20}$")]
QuestionText = Annotated[str, msgspec.Meta(max_length=LONGEST_QUESTION)]
AnswerText = Annotated[str, msgspec.Meta(max_length=LONGEST_ANSWER)]
SkipText = Annotated[str, msgspec.Meta(max_length=LONGEST_SKIP)]


class PossibleAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the answers to choose from. ``satisfied``: it counts as content with the service."""

    code: Code
    text: AnswerText
    icon: Code
    tone: Literal["ok", "act", "warn"]
    text_en: AnswerText = ""
    satisfied: bool = False


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question; a line break in its words stands where the office wants one.

    ``skip`` are its own words for passing it over, where the usual ones do not say enough.
    """

    code: Code
    text: QuestionText
    answers: tuple[PossibleAnswer, ...]
    text_en: QuestionText = ""
    skip: SkipText = ""
    skip_en: SkipText = ""

    @property
    def line(self) -> str:
        """Its words on one line."""
        return " ".join(self.text.split())

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
    def content(self) -> tuple[PossibleAnswer, ...]:
        """The answers that count as content."""
        question = self.question(self.satisfaction)
        answers = question.answers if question is not None else ()
        return tuple(each for each in answers if each.satisfied)

    @property
    def content_words(self) -> str:
        """Those answers in words: ``Rất hài lòng và hài lòng``."""
        first, *others = [each.text for each in self.content] or [""]
        return " và ".join((first, *(text[:1].lower() + text[1:] for text in others)))


@cache
def usual_questionnaire() -> Questionnaire:
    """What is asked where the office has put nothing in its place."""
    return read_questionnaire(FILE)


def read_questionnaire(file: Path) -> Questionnaire:
    """A questionnaire out of a file.

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
        where = f"câu {question.code}"
        yield from _unfit(f"{where}, text", question.text, MOST_LINES)
        yield from _unfit(f"{where}, text_en", question.text_en, MOST_LINES, may_lack=True)
        for name, words in (("skip", question.skip), ("skip_en", question.skip_en)):
            yield from _unfit(f"{where}, {name}", words, 1, may_lack=True)
        if not 2 <= len(question.answers) <= MOST_ANSWERS:
            yield f"{where}: phải có từ 2 đến {MOST_ANSWERS} câu trả lời"
        yield from _repeated(where, (each.code for each in question.answers))
        for answer in question.answers:
            here = f"{where}, trả lời {answer.code}"
            yield from _unfit(f"{here}, text", answer.text, 1)
            yield from _unfit(f"{here}, text_en", answer.text_en, 1, may_lack=True)
            if not (ICONS / f"{answer.icon}.svg").is_file():
                yield f"{here}: không có biểu tượng {answer.icon}"
    asked = found.question(found.satisfaction)
    if asked is None or not 1 <= len(found.content) < len(asked.answers):
        yield (
            f"satisfaction: câu {found.satisfaction} phải có câu trả lời là satisfied "
            "và câu trả lời không phải"
        )


def _unfit(where: str, words: str, lines: int, *, may_lack: bool = False) -> Iterator[str]:
    """Why words cannot stand on a screen."""
    if not squeeze(words) and not may_lack:
        yield f"{where}: không được để trống"
    if words.count("\n") >= lines:
        yield f"{where}: quá {lines} dòng"
    elif has_control(words.replace("\n", "")):
        yield f"{where}: có ký tự không hiện được"
    elif any(len(word) > LONGEST_WORD for word in words.split()):
        yield f"{where}: có từ dài quá {LONGEST_WORD} chữ"


def _repeated(where: str, codes: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            yield f"{where}: code {code} có hai lần"
        seen.add(code)
