"""The hand-written data that ships with the product holds together and is what it says it is."""

import itertools
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import time
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kiosk.office.plan import read_plan
from kiosk.paths import RESOURCES
from kiosk.refusal import Refused
from kiosk.text import fold, has_control, nfc, squeeze

MARK = "# dữ liệu minh họa – đối chiếu quyết định công bố của tỉnh"
NATIONAL = RESOURCES.parent.parent / "shared" / "data" / "national_portal"
PROCEDURE_FILES = sorted((RESOURCES / "sample" / "procedures").glob("*.toml"))
FILES = [
    RESOURCES / "sample" / "office.toml",
    RESOURCES / "office-template.toml",
    RESOURCES / "priority_groups.toml",
    RESOURCES / "everyday_words.toml",
    *PROCEDURE_FILES,
]
LIMIT = re.compile(r"^\d{1,4}(wd|d|h|mo)$")
APPLICANTS = {
    "Công dân Việt Nam",
    "Người Việt Nam định cư ở nước ngoài",
    "Người nước ngoài",
    "Cán bộ, công chức, viên chức",
    "Doanh nghiệp Việt Nam",
    "Doanh nghiệp có vốn đầu tư nước ngoài",
    "Doanh nghiệp",
    "Tổ chức (không bao gồm doanh nghiệp, HTX)",
    "Tổ chức nước ngoài",
    "Hợp tác xã",
    "Tổ chức Đảng",
    "Đảng viên",
}
NEEDED = {
    "code",
    "name",
    "name_en",
    "field",
    "category",
    "level",
    "decision_no",
    "applicant_types",
    "steps_text",
    "conditions",
    "result",
    "agency",
    "fee_text",
    "legal_basis",
    "certainty",
    "channels",
    "papers",
}
POSSIBLE = NEEDED | {"fee_amount", "note", "cases"}
CHANNEL_KEYS = {"channel", "limit", "limit_text", "fee_text", "fee_amount"}
PAPER_KEYS = {"name", "originals", "copies", "kind", "required", "case"}

Table = dict[str, Any]


@cache
def read(path: Path) -> Table:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def office() -> Table:
    return read(RESOURCES / "sample" / "office.toml")


def template() -> Table:
    return read(RESOURCES / "office-template.toml")


def procedures() -> list[Table]:
    return [procedure for path in PROCEDURE_FILES for procedure in read(path)["procedure"]]


def words() -> list[Table]:
    found: list[Table] = read(RESOURCES / "everyday_words.toml")["word"]
    return found


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_says_first_that_it_is_illustrative(path: Path) -> None:
    assert path.read_text(encoding="utf-8").splitlines()[0].startswith(MARK)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_text_is_composed_trimmed_and_typable(path: Path) -> None:
    whole = path.read_text(encoding="utf-8")
    assert whole == nfc(whole)
    assert "\t" not in whole
    assert "\u00a0" not in whole
    for text in texts(read(path)):
        for line in text.split("\n"):
            assert line == squeeze(line), line
            assert not has_control(line), line


# ---------------------------------------------------------------- the office


def test_the_sample_office_is_marked_as_one() -> None:
    assert office()["sample"] is True
    assert office()["mark"] == "dữ liệu minh họa"
    head = (RESOURCES / "sample" / "office.toml").read_text(encoding="utf-8").split("\n\n")[0]
    assert "không phải người thật" in head


def test_the_template_differs_from_the_sample_only_in_what_a_real_office_leaves_out() -> None:
    assert set(template()) == set(office()) - {"sample", "mark"}
    for part in ("office", "rules"):
        assert set(template()[part]) == set(office()[part])
    for part in ("sessions", "fields", "counters", "priority_groups"):
        assert template()[part] == office()[part]


def test_the_departments_answer_for_every_field_and_the_template_names_nobody() -> None:
    for kept in (office(), template()):
        answered = [prefix for one in kept["departments"] for prefix in one["fields"]]
        assert sorted(answered) == sorted(field["prefix"] for field in kept["fields"])
        assert all(one["name"] and one["head_title"] for one in kept["departments"])
    assert all(one["head_name"] for one in office()["departments"])
    for one in template()["departments"]:
        assert (one["head_name"], one["phone"]) == ("", "")


def test_the_template_invents_no_person_number_or_pin() -> None:
    for key in ("name", "parent", "place", "address", "unit_code", "hotline", "feedback_address"):
        assert template()["office"][key] == ""
    for person in template()["people"]:
        assert person["name"] == ""
        assert person["phone"] == ""
        assert "pin" not in person


def test_the_office_reader_takes_the_sample() -> None:
    plan = read_plan(RESOURCES / "sample" / "office.toml")
    assert plan.sample
    assert plan.office.unit_code == "H99.12.08"
    assert [group.rank for group in plan.priority_groups] == [1, 2, 3, 4, 5, 6]


def test_the_office_reader_takes_the_template_only_once_it_is_filled_in(tmp_path: Path) -> None:
    written = RESOURCES / "office-template.toml"
    with pytest.raises(Refused, match=r"plan\.wrong"):
        read_plan(written)
    filled = tmp_path / "office.toml"
    text = written.read_text(encoding="utf-8").replace('unit_code = ""', 'unit_code = "H15.50.05"')
    filled.write_text(text.replace(' = ""', ' = "Điền thử"'), encoding="utf-8")
    plan = read_plan(filled)
    assert not plan.sample
    assert plan.mark == ""
    assert [person.pin for person in plan.people] == [None, None, None]


def test_unit_code_and_hotline_have_the_official_shapes() -> None:
    profile = office()["office"]
    assert re.fullmatch(r"[A-Z]\d{2}(\.\d{2,3}){1,4}", profile["unit_code"])
    assert profile["code_pattern"] == "{unit}-{yymmdd}-{nnnn}"
    assert re.fullmatch(r"02\d{8,9}", profile["hotline"].replace(" ", ""))


def test_sessions_are_ordered_and_saturday_is_for_the_public_only() -> None:
    spans = sorted(
        (part["weekday"], time.fromisoformat(part["opens"]), time.fromisoformat(part["closes"]))
        for part in office()["sessions"]
    )
    assert all(1 <= weekday <= 7 and opens < closes for weekday, opens, closes in spans)
    for earlier, later in itertools.pairwise(spans):
        assert earlier[0] < later[0] or earlier[2] <= later[1]
    flags = {
        (part["weekday"], part["open_for_public"], part["counts_for_deadline"])
        for part in office()["sessions"]
    }
    assert flags == {(day, True, True) for day in range(1, 6)} | {(6, True, False)}


def test_seven_fields_each_served_by_a_counter() -> None:
    prefixes = [field["prefix"] for field in office()["fields"]]
    assert prefixes == ["HT", "CT", "DD", "CU", "XD", "KD", "XH"]
    counters = {counter["number"]: counter["fields"] for counter in office()["counters"]}
    assert list(counters) == list(range(1, 9))
    assert {prefix for served in counters.values() for prefix in served} == set(prefixes)
    assert "HT" in counters[1]
    assert "HT" in counters[2]


def test_a_national_category_belongs_to_one_field_only() -> None:
    names = Counter(name for field in office()["fields"] for name in field["categories"])
    assert [name for name, times in names.items() if times > 1] == []


def test_people_have_one_head_own_codes_and_known_counters() -> None:
    people = office()["people"]
    assert len({person["code"] for person in people}) == len(people) == 11
    assert [person["role"] for person in people if person["is_head"]] == ["manager"]
    assert {person["role"] for person in people} == {"officer", "manager", "it"}
    seated = [person["counter"] for person in people if "counter" in person]
    assert sorted(seated) == [counter["number"] for counter in office()["counters"]]
    for person in people:
        assert person["name"]
        assert person["title"]
        assert person["field"]
        assert re.fullmatch(r"0200 355 51\d{2}", person["phone"])


def test_sample_pins_are_six_digits_and_all_different() -> None:
    pins = [person["pin"] for person in office()["people"]]
    assert all(re.fullmatch(r"\d{6}", pin) for pin in pins)
    assert len(set(pins)) == len(pins)


def test_priority_ranks_are_unique_and_the_sample_keeps_the_default_groups() -> None:
    groups = read(RESOURCES / "priority_groups.toml")["priority_groups"]
    ranks = [group["rank"] for group in groups]
    assert ranks == list(range(1, len(groups) + 1))
    assert len({group["code"] for group in groups}) == len(groups)
    assert office()["priority_groups"] == groups


# ---------------------------------------------------------------- the procedures


def test_codes_are_unique_and_the_promised_ones_are_there() -> None:
    codes = [procedure["code"] for procedure in procedures()]
    assert len(set(codes)) == len(codes)
    assert 35 <= len(codes) <= 40
    assert {"1.001193", "1.004873"} <= set(codes)
    assert all(re.fullmatch(r"[123]\.\d{6}", code) for code in codes)


def test_every_field_has_procedures_filed_under_one_of_its_categories() -> None:
    categories = {field["prefix"]: field["categories"] for field in office()["fields"]}
    assert {procedure["field"] for procedure in procedures()} == set(categories)
    for procedure in procedures():
        assert procedure["category"] in categories[procedure["field"]], procedure["code"]


@pytest.mark.parametrize("path", PROCEDURE_FILES, ids=lambda path: path.name)
def test_a_file_holds_one_field_and_is_named_by_it(path: Path) -> None:
    found = {procedure["field"] for procedure in read(path)["procedure"]}
    assert found == {path.name.split("-")[0]}


@pytest.mark.parametrize("procedure", procedures(), ids=lambda procedure: procedure["code"])
def test_a_procedure_is_complete_and_well_formed(procedure: Table) -> None:
    assert set(procedure) >= NEEDED
    assert set(procedure) <= POSSIBLE
    assert procedure["level"] in {"ward", "province", "ministry"}
    assert procedure["certainty"] in {"DVC", "PD", "memory"}
    assert procedure["applicant_types"]
    assert set(procedure["applicant_types"]) <= APPLICANTS
    for part in ("name", "name_en", "result", "agency", "fee_text"):
        assert procedure[part]
    steps = procedure["steps_text"].split("\n")
    assert 2 <= len(steps) <= 5
    assert all(step.endswith(".") for step in steps)
    for place in [procedure, *procedure["channels"]]:
        amount = place.get("fee_amount", 0)
        assert type(amount) is int
        assert amount >= 0


@pytest.mark.parametrize("procedure", procedures(), ids=lambda procedure: procedure["code"])
def test_limits_are_written_as_the_engine_reads_them(procedure: Table) -> None:
    channels = [channel["channel"] for channel in procedure["channels"]]
    assert "direct" in channels
    assert len(set(channels)) == len(channels)
    assert set(channels) <= {"direct", "online", "postal"}
    cases = procedure.get("cases", [])
    assert len({case["code"] for case in cases}) == len(cases)
    for place in [*procedure["channels"], *cases]:
        if "limit" in place:
            assert LIMIT.fullmatch(place["limit"]), place
    for channel in procedure["channels"]:
        assert set(channel) <= CHANNEL_KEYS
        assert ("fee_amount" in channel) <= ("fee_text" in channel)
        assert channel["limit_text"]
        assert not (cases and "limit" in channel), "a channel's limit hides those of the cases"


@pytest.mark.parametrize("procedure", procedures(), ids=lambda procedure: procedure["code"])
def test_papers_are_countable_and_of_a_known_case(procedure: Table) -> None:
    papers = procedure["papers"]
    cases = {"", *(case["code"] for case in procedure.get("cases", []))}
    for paper in papers:
        assert set(paper) == PAPER_KEYS
        assert paper["case"] in cases
        assert paper["kind"] in {"submit", "present", "note"}
        assert paper["originals"] >= 0
        assert paper["copies"] >= 0
        assert (paper["originals"] + paper["copies"] == 0) == (paper["kind"] == "note")
        assert not (paper["kind"] == "note" and paper["required"])
    assert any(paper["kind"] in {"submit", "note"} for paper in papers)


def test_what_is_only_remembered_gives_no_limit_and_no_law() -> None:
    for procedure in procedures():
        if procedure["certainty"] == "memory":
            assert procedure["legal_basis"] == []
            assert procedure["note"]
            assert all("limit" not in channel for channel in procedure["channels"])
            assert "fee_amount" not in procedure


# ---------------------------------------------------------------- everyday words


def test_each_everyday_word_folds_to_something_of_its_own() -> None:
    folded = Counter(fold(squeeze(said)) for word in words() for said in word["say"])
    assert [said for said, times in folded.items() if times > 1] == []
    assert all(2 < len(said) <= 120 for said in folded)


def test_each_everyday_word_leads_somewhere() -> None:
    assert len(words()) >= 40
    for word in words():
        assert set(word) == {"say", "codes", "means"}
        assert word["say"]
        assert word["codes"]
        assert word["means"]
        assert all(re.fullmatch(r"[123]\.\d{6}", code) for code in word["codes"])


# ---------------------------------------------------------------- beside the national records


@cache
def national_codes() -> frozenset[str]:
    path = NATIONAL / "catalog.jsonl"
    if not path.exists():
        pytest.skip("the national catalogue does not lie beside the project")
    with path.open(encoding="utf-8") as lines:
        return frozenset(json.loads(line)["code"] for line in lines)


def test_every_code_named_exists_in_the_national_catalogue() -> None:
    known = national_codes()
    named = {procedure["code"] for procedure in procedures()}
    named |= {code for word in words() for code in word["codes"]}
    assert named - known == set()


def test_no_sentence_is_copied_from_the_national_records() -> None:
    folder = NATIONAL / "details"
    if not folder.exists():
        pytest.skip("the national records do not lie beside the project")
    theirs = "\n".join(
        squeeze(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))
    )
    assert "Tờ khai đăng ký khai sinh" in theirs
    ours = {
        line
        for procedure in procedures()
        for line in [
            *procedure["steps_text"].split("\n"),
            procedure["conditions"],
            procedure["fee_text"],
            procedure.get("note", ""),
            *(paper["name"] for paper in procedure["papers"]),
        ]
        if len(line.split()) > 12
    }
    assert len(ours) > 100
    assert sorted(line for line in ours if line.rstrip(".") in theirs) == []
