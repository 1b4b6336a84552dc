"""What citizens are asked: the file that comes along, and files that an office has spoilt."""

from pathlib import Path

import pytest

from kiosk.ratings.questionnaire import FILE, read_questionnaire, usual_questionnaire
from kiosk.refusal import Refused
from kiosk.wording import sentence


def spoilt(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    text = FILE.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file = tmp_path / "questionnaire.toml"
    file.write_text(text, "utf-8")
    return file


def test_five_questions_of_one_touch() -> None:
    asked = usual_questionnaire()
    assert len(asked.questions) == 5
    assert {len(each.answers) for each in asked.questions} == {2, 3}
    assert asked.content_words == "Rất hài lòng và hài lòng"
    assert " ".join(asked.questions[1].text.split()) == asked.questions[1].line
    assert all(each.text_en and each.answers[0].text_en for each in asked.questions)
    assert asked.question("weather") is None
    assert asked.questions[0].answer("never") is None


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (("[[questions]]", "[[question]]"), "không có mục question"),
        (('code = "trips"', 'code = "time"'), "code time có hai lần"),
        (('code = "once"', 'code = "none"'), "code none có hai lần"),
        (('icon = "money"', 'icon = "gold"'), "không có biểu tượng gold"),
        (('tone = "warn"', 'tone = "red"'), "không dùng được giá trị 'red'"),
        ((", satisfied = true", ""), "phải có câu trả lời là satisfied"),
        (
            (
                'tone = "warn" },\n]\n\n[[questions]]\ncode = "trips"',
                'tone = "warn", satisfied = true },\n]\n\n[[questions]]\ncode = "trips"',
            ),
            "và câu trả lời không phải",
        ),
        (('satisfaction = "attitude"', 'satisfaction = "mood"'), "câu mood"),
        (('text = "Có"', 'text = ""'), "không được để trống"),
        (('text = "Có"', 'text = "  "'), "trả lời yes, text: không được để trống"),
        (('text = "Có"', 'text = "Có\\u0007"'), "ký tự không hiện được"),
        (('text_en = "Once"', 'text_en = "On\\u0007ce"'), "trả lời once, text_en: có ký tự"),
        (('text = "Có"', 'text = "Có\\nđấy"'), "trả lời yes, text: quá 1 dòng"),
        (("thái độ\\ncủa", "thái\\nđộ\\ncủa"), "câu attitude, text: quá 2 dòng"),
        (("thái độ", "tháiđộtháiđộtháiđộtháiđộ"), "có từ dài quá 18 chữ"),
        (("Ông/Bà thấy", "Ông/Bà thấy " + "rất " * 20), "dài quá 64 ký tự"),
        (("[[questions]]", "[[questions]"), "viết chưa đúng"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, change: tuple[str, str], why: str) -> None:
    file = spoilt(tmp_path, change)
    with pytest.raises(Refused) as refused:
        read_questionnaire(file)
    assert refused.value.code == "questionnaire.wrong"
    assert why in sentence(refused.value)
    assert str(file) in sentence(refused.value)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_questionnaire(tmp_path / "none.toml")
    assert "không có tệp này" in sentence(refused.value)


@pytest.mark.parametrize(
    ("questions", "answers", "why"),
    [(0, 2, "từ 1 đến 8"), (9, 2, "từ 1 đến 8"), (1, 1, "từ 2 đến 3"), (1, 4, "từ 2 đến 3")],
)
def test_as_many_as_can_be_asked(tmp_path: Path, questions: int, answers: int, why: str) -> None:
    lines = ['code = "x"', 'satisfaction = "q0"', "questions = ["]
    for at in range(questions):
        each = ", ".join(
            f'{{ code = "a{n}", text = "A", icon = "face1", tone = "ok", satisfied = {good} }}'
            for n, good in enumerate(["true", *["false"] * (answers - 1)])
        )
        lines.append(f'  {{ code = "q{at}", text = "Q", answers = [{each}] }},')
    file = tmp_path / "questionnaire.toml"
    file.write_text("\n".join((*lines, "]")), "utf-8")
    with pytest.raises(Refused) as refused:
        read_questionnaire(file)
    assert why in sentence(refused.value)


def test_a_file_that_notepad_has_saved(tmp_path: Path) -> None:
    file = tmp_path / "questionnaire.toml"
    file.write_bytes(b"\xef\xbb\xbf" + FILE.read_bytes())
    assert read_questionnaire(file) == usual_questionnaire()
