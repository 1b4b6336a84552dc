"""Dossier codes: the form of the law, one series for each office day, none twice, no wrap."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from kiosk.dossiers.codes import code_of, new_secret, parse_code, spellings, volume_of
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from tests.fixtures.dossiers import receive
from tests.fixtures.store import SteppingClock

DAY = date(2026, 11, 23)
PATTERN = "{unit}-{yymmdd}-{nnnn}"


@pytest.mark.parametrize(
    ("scanned", "code"),
    [
        ("H99.12.08-261123-0042", "H99.12.08-261123-0042"),
        (" h99.12.08 - 261123 - 0042\r\n", "H99.12.08-261123-0042"),
        ("H99.12.08–261123–0042", "H99.12.08-261123-0042"),
        ("H99.12.08.261123.0042", "H99.12.08-261123-0042"),
        ("000.00.15.H40-181120-0001", "000.00.15.H40-181120-0001"),
        ("000.17.22.H56-210531-0001", "000.17.22.H56-210531-0001"),
        ("000.00.06.G04.190701.0501", "000.00.06.G04-190701-0501"),
        ("H15.50.05.13-261008-0975", "H15.50.05.13-261008-0975"),
        ("G09.18-261008-1800123", "G09.18-261008-1800123"),
        ("H99.120.080.01-261123-0042", "H99.120.080.01-261123-0042"),
    ],
)
def test_a_code_is_read_whatever_its_spelling(scanned: str, code: str) -> None:
    assert parse_code(scanned) == code


@pytest.mark.parametrize(
    "scanned",
    [
        "",
        "H99",
        "H99.12.08",
        "H99-261123-0042",
        "H99.12.08-261123-042",
        "H99.12.08-261123-00000042",
        "H99.12.08-26112-0042",
        "H99.12.08-261123-0042X",
        "XH99.12.08-261123-0042",
        "H99.1.08-261123-0042",
        "H99.12.08_261123_0042",
        "H99.12.08-٢٦١١٢٣-0042",
        "001203004567|012345678|Nguyễn Văn An|05032003|Nam|Số 1|15082021",
        "019da7c4-9b1e-7a51-8a43-0d4a3c1f6f20",
        "H99.12.08-261123-0042" * 10,
    ],
)
def test_other_texts_are_no_code(scanned: str) -> None:
    assert parse_code(scanned) is None


UNITS = st.from_regex(
    r"(\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}|[A-Z]\d{2}(\.\d{2,3}){1,4})",
    fullmatch=True,
    alphabet="0123456789.ABCDEFGHIJKLMNOPQRSTUVWXYZ",
)


@given(unit=UNITS, day=st.dates(), number=st.integers(1, 9999), spaces=st.sampled_from(["", " "]))
def test_what_is_issued_can_be_read(unit: str, day: date, number: int, spaces: str) -> None:
    code = code_of(PATTERN, unit, day, number)
    assert parse_code(spaces.join(code.lower())) == code
    dotted = code_of("{unit}.{yymmdd}.{nnnn}", unit, day, number)
    assert parse_code(dotted) == code
    assert dotted in spellings(code)


@given(st.text(max_size=60))
def test_any_text_is_a_code_or_none(text: str) -> None:
    code = parse_code(text)
    assert code is None or parse_code(code) == code


def test_the_last_code_of_a_day_is_9999() -> None:
    assert code_of(PATTERN, "H99.12.08", DAY, 9999) == "H99.12.08-261123-9999"
    with pytest.raises(Refused) as refused:
        code_of(PATTERN, "H99.12.08", DAY, 10_000)
    assert refused.value.code == "dossier.codes_used_up"
    assert refused.value.details == {"day": DAY, "last": 9999}


@pytest.mark.parametrize(
    ("pattern", "unit"),
    [
        (PATTERN, "H99"),
        (PATTERN, "h99.12.08"),
        (PATTERN, "H99.12.08 "),
        ("{unit}/{yymmdd}/{nnnn}", "H99.12.08"),
        ("HS-{unit}-{yymmdd}-{nnnn}", "H99.12.08"),
        ("{unit.__class__}-{yymmdd}-{nnnn}", "H99.12.08"),
    ],
)
def test_a_pattern_that_makes_no_legal_code_is_refused(pattern: str, unit: str) -> None:
    with pytest.raises(Refused) as refused:
        code_of(pattern, unit, DAY, 1)
    assert refused.value.code == "dossier.code_illegal"


@pytest.mark.parametrize(
    ("entry", "volume"), [(1, 1), (999, 1), (1000, 1), (1001, 2), (2000, 2), (2001, 3)]
)
def test_a_volume_is_full_after_its_last_entry(entry: int, volume: int) -> None:
    assert volume_of(entry, 1000) == volume


def test_a_secret_has_six_digits_and_is_not_always_the_same() -> None:
    secrets = {new_secret() for _ in range(200)}
    assert len(secrets) > 150
    assert all(len(one) == 6 and one.isdecimal() and one.isascii() for one in secrets)


def number_so_far(store: Store, scope: str, period: str, last: int) -> None:
    with store.engine.begin() as conn:
        conn.execute(
            text("INSERT INTO number_series SELECT id, :scope, :period, :last FROM office"),
            {"scope": scope, "period": period, "last": last},
        )


def rewrite_office(store: Store, change: str, **values: Any) -> None:
    with store.engine.begin() as conn:
        conn.execute(text(f"UPDATE office SET revision = revision + 1, {change}"), values)


def test_codes_run_on_within_a_day_and_start_anew_at_midnight_of_the_office(
    dossier_store: Store, clock: SteppingClock
) -> None:
    codes = []
    for moment in (
        "2026-11-23T09:24+07:00",
        "2026-11-23T23:59:59.999+07:00",
        "2026-11-24T00:00+07:00",
        "2026-11-23T17:00:01Z",
        "2026-11-25T06:59+07:00",
        "2026-11-25T07:01+07:00",
    ):
        clock.set(moment)
        codes.append(receive(dossier_store).code)
    assert codes == [
        "H99.12.08-261123-0001",
        "H99.12.08-261123-0002",
        "H99.12.08-261124-0001",
        "H99.12.08-261124-0002",
        "H99.12.08-261125-0001",
        "H99.12.08-261125-0002",
    ]


def test_past_9999_nothing_is_written_and_nothing_wraps(dossier_store: Store) -> None:
    number_so_far(dossier_store, "code:H99.12.08", "2026-11-23", 9998)
    assert receive(dossier_store).code == "H99.12.08-261123-9999"
    for _ in range(2):
        with pytest.raises(Refused) as refused:
            receive(dossier_store)
        assert refused.value.code == "dossier.codes_used_up"
    with dossier_store.engine.begin() as conn:
        assert conn.execute(text("SELECT count(*) FROM dossier")).scalar() == 1
        last = "SELECT last FROM number_series WHERE scope = 'code:H99.12.08'"
        assert conn.execute(text(last)).scalar() == 9999


def test_the_register_runs_through_the_year_and_its_volumes(
    dossier_store: Store, clock: SteppingClock
) -> None:
    number_so_far(dossier_store, "register", "2026", 998)
    places = []
    for moment in (
        "2026-12-31T09:00+07:00",
        "2026-12-31T10:00+07:00",
        "2026-12-31T23:59:59+07:00",
        "2027-01-01T00:00+07:00",
        "2027-01-04T09:00+07:00",
    ):
        clock.set(moment)
        fact = receive(dossier_store)
        places.append((fact.volume, fact.entry))
    assert places == [(1, 999), (1, 1000), (2, 1001), (1, 1), (1, 2)]


@pytest.mark.parametrize(
    ("unit_code", "pattern", "code"),
    [
        ("H99.120.080.001", PATTERN, "H99.120.080.001-261123-0001"),
        ("H99.12.08.01.02", "{unit}.{yymmdd}.{nnnn}", "H99.12.08.01.02.261123.0001"),
        ("000.17.22.H56", PATTERN, "000.17.22.H56-261123-0001"),
        ("H99.120.080.01", PATTERN, "H99.120.080.01-261123-0001"),
    ],
)
def test_an_office_with_a_long_code_receives_and_finds(
    dossier_store: Store,
    unit_code: str,
    pattern: str,
    code: str,
    find_code: Callable[[Store, str], str],
) -> None:
    rewrite_office(
        dossier_store,
        "unit_code = :code, profile = replace(profile, '{unit}-{yymmdd}-{nnnn}', :pattern)",
        code=unit_code,
        pattern=pattern,
    )
    assert receive(dossier_store).code == code
    assert find_code(dossier_store, code) == code
    assert find_code(dossier_store, code.lower().replace("-", ".")) == code


def test_one_code_is_never_given_twice(dossier_store: Store) -> None:
    facts = [receive(dossier_store) for _ in range(12)]
    assert [fact.code[-4:] for fact in facts] == [f"{n:04d}" for n in range(1, 13)]
    assert [fact.entry for fact in facts] == list(range(1, 13))
    assert len({fact.id for fact in facts}) == 12
