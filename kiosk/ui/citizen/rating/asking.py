"""What an evaluation's pages say: pure."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from kiosk.ui.language import Language

if TYPE_CHECKING:
    from kiosk.ratings.questionnaire import PossibleAnswer, Questionnaire

Ending = Literal["", "given", "nothing", "failed"]
"""How it ended: not yet, written down, nothing to write, not written."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One person's answers so far, by the place of the question; ``at`` is the one asked now.

    ``sending``: all is answered and being written down; ``late``: for longer than one notices.
    ``failures``: how often it was not written.
    """

    at: int = 0
    answers: tuple[tuple[int, str], ...] = ()
    ending: Ending = ""
    sending: bool = False
    late: bool = False
    failures: int = 0

    def answer_to(self, place: int) -> str:
        """The code of the answer given to a question; empty for none."""
        return dict(self.answers).get(place, "")

    def with_answer(self, code: str) -> "Sheet":
        """The question asked now is answered; an empty code passes it over."""
        others = tuple(each for each in self.answers if each[0] != self.at)
        given = ((self.at, code),) if code else ()
        return replace(self, answers=tuple(sorted(others + given)))


@dataclass(frozen=True, slots=True)
class AnswerFace:
    """An answer as it stands on the page."""

    code: str
    text: str
    icon: str
    tone: str


@dataclass(frozen=True, slots=True)
class QuestionProps:
    """One question. ``leaf`` tells the window that another question is another page."""

    leaf: int
    count: int
    progress: str
    progress_said: str
    nameless: str
    question: str
    hint: str
    answers: tuple[AnswerFace, ...]
    chosen: str
    skip: str
    promise: str
    busy: str = ""


@dataclass(frozen=True, slots=True)
class EndProps:
    """The last page: thanks, or why nothing was written and what to do."""

    kind: Ending
    headline: str
    text: str
    button: str
    busy: str = ""

    @property
    def variant(self) -> tuple[Ending, str]:
        """What makes the page another one."""
        return self.kind, self.text


def derive_question(
    asked: "Questionnaire", sheet: Sheet, language: Language, *, large: bool
) -> QuestionProps:
    """The question asked now. Large words find their own line breaks."""
    tr, count = language.tr, len(asked.questions)
    question = asked.questions[sheet.at]
    words = _in(language, question.text, question.text_en)
    skip = _in(language, question.skip, question.skip_en)
    return QuestionProps(
        leaf=sheet.at,
        count=count,
        progress=tr("**Câu {number}** / {count}", number=sheet.at + 1, count=count),
        progress_said=tr("Câu {number} trong {count} câu", number=sheet.at + 1, count=count),
        nameless=tr("Không ghi tên Ông/Bà"),
        question=" ".join(words.split()) if large else words,
        hint=tr("Chạm một lần để trả lời, câu tiếp theo tự hiện ra."),
        answers=tuple(_face(each, language) for each in question.answers),
        chosen=sheet.answer_to(sheet.at),
        skip=skip or tr("Bỏ qua câu này"),
        promise=tr(
            "Câu trả lời chỉ được cộng chung để cải thiện phục vụ,\n"
            "không gắn với hồ sơ hay tên của Ông/Bà."
        ),
        busy=_busy(sheet, language),
    )


def derive_end(sheet: Sheet, language: Language) -> EndProps:
    """The last page."""
    tr, ending = language.tr, sheet.ending
    if ending == "failed":
        return EndProps(
            ending,
            tr("Chưa ghi được câu trả lời"),
            (
                tr("Câu trả lời còn ở đây.\nMời Ông/Bà chạm “Gửi lại”.")
                if sheet.failures <= 1
                else tr("Vẫn chưa ghi được, câu trả lời còn ở đây.\nMời Ông/Bà báo bàn hướng dẫn.")
            ),
            tr("Gửi lại"),
            _busy(sheet, language),
        )
    return EndProps(
        ending,
        tr("Cảm ơn Ông/Bà"),
        (
            tr("Đã ghi câu trả lời, không kèm tên hay hồ sơ.")
            if ending == "given"
            else tr("Ông/Bà chưa chọn câu trả lời nên không có gì được ghi.")
        ),
        tr("Xong"),
    )


def coded(asked: "Questionnaire", sheet: Sheet) -> tuple[tuple[str, str], ...]:
    """The answers by the codes of their questions."""
    return tuple((asked.questions[place].code, code) for place, code in sheet.answers)


def _face(answer: "PossibleAnswer", language: Language) -> AnswerFace:
    return AnswerFace(
        answer.code, _in(language, answer.text, answer.text_en), answer.icon, answer.tone
    )


def _busy(sheet: Sheet, language: Language) -> str:
    """Said only where it takes longer than one notices."""
    return language.tr("Đang gửi…") if sheet.sending and sheet.late else ""


def _in(language: Language, words: str, words_en: str) -> str:
    return words_en if language.code == "en" and words_en else words
