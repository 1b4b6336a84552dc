"""Whatever JSON values stand in a record: it is read or told, nothing is raised."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalogue.handwritten import read_table
from kiosk.catalogue.portal_catalogue import read_line
from kiosk.catalogue.portal_record import read_record
from kiosk.catalogue.procedure import Procedure
from kiosk.catalogue.source import Reading
from tests.fixtures.procedures import case, data, group, line, method, paper

_SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=30)
    | st.sampled_from(["OTHER", "DAY", "DIRECT", "1.900001", "* Lưu ý:", "0", "-1", "NaN", "\x00"])
)
_JSON = st.recursive(
    _SCALARS,
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "code", "qty", "type", "description", "value", "fees"]),
            inside,
            max_size=3,
        )
    ),
    max_leaves=8,
)
_FULL = {
    **data(
        executionMethods=[method(fees=[{"value": 8000, "description": "phí"}])],
        executionCases=[group(paper("Tờ khai"))],
        cases=[case("1.01", "Một")],
    ),
    "executionSteps": [],
    "legalBasisesDetails": [],
    "resultsDetails": [],
    "subjectTypesDetails": [],
    "procedureProposal": {},
    "departmentsExecuting": [],
    "requirementsAndConditions": "",
    "note": "",
}
_TABLE = {
    "code": "1.900001",
    "name": "Tên",
    "field": "HT",
    "level": "ward",
    "fee_amount": 0,
    "channels": [{"channel": "direct", "limit": "5wd"}],
    "cases": [{"code": "1", "name": "Một", "limit": "3wd"}],
    "papers": [{"name": "Tờ khai", "originals": 1, "kind": "submit"}],
}


def with_odd_parts(whole: dict[str, object]) -> st.SearchStrategy[dict[str, object]]:
    """The record with some of its parts replaced, at the top or one level down."""
    return st.dictionaries(st.sampled_from(sorted(whole)), _JSON, max_size=4).map(
        lambda odd: {**whole, **odd}
    )


def deeper(name: str, inside: dict[str, object]) -> st.SearchStrategy[dict[str, object]]:
    """The record with odd parts inside an element of one of its lists."""
    return with_odd_parts(inside).map(lambda element: {**_FULL, name: [element, None]})


def assert_sound(reading: Reading) -> None:
    """Text is NFC, and what is told is told in a sentence."""
    procedure: Procedure = reading.procedure
    for text in (procedure.name, procedure.steps_text, procedure.fee_text, procedure.note):
        assert unicodedata.is_normalized("NFC", text)
        assert "\x00" not in text
    for complaint in reading.unreadable:
        assert complaint.where
        assert complaint.why.endswith(".")


@given(with_odd_parts(_FULL))
def test_records(content: dict[str, object]) -> None:
    assert_sound(read_record(content))


@given(
    deeper("executionMethods", method())
    | deeper("executionCases", group(paper("Tờ khai")))
    | deeper("cases", case("1", "Một"))
    | with_odd_parts(paper("Giấy")).map(lambda one: {**_FULL, "executionCases": [group(one)]})
    | with_odd_parts({"value": 1, "description": ""}).map(
        lambda fee: {**_FULL, "executionMethods": [method(fees=[fee])]}
    )
)
def test_elements_of_records(content: dict[str, object]) -> None:
    assert_sound(read_record(content))


@given(with_odd_parts(line("1.900001", "Tên")))
def test_lines(content: dict[str, object]) -> None:
    assert_sound(read_line(content))


@given(with_odd_parts(_TABLE))
def test_tables(content: dict[str, object]) -> None:
    assert_sound(read_table(content))
