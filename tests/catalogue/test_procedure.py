"""Which limit holds for a dossier, and what stands when several sources speak."""

import pytest

from kiosk.catalogue.composing import Filing, compose
from kiosk.catalogue.limits import TimeLimit, parse_limit
from kiosk.catalogue.procedure import (
    Case,
    Channel,
    ChannelKind,
    LimitSource,
    Paper,
    Procedure,
)
from kiosk.catalogue.source import SourceKind

FILING = Filing(frozenset({"HT", "CT"}), {"ho tich": "HT", "chung thuc": "CT"})


def limit(text: str | None) -> TimeLimit | None:
    return parse_limit(text) if text else None


def with_limits(channels: dict[str, str | None], cases: list[str | None]) -> Procedure:
    """``direct2`` is a second way of handing in directly."""
    return Procedure(
        code="1.900001",
        name="Thử",
        channels=tuple(
            Channel(ChannelKind(kind.rstrip("2")), limit(said)) for kind, said in channels.items()
        ),
        cases=tuple(Case(str(n), f"TH {n}", limit(said)) for n, said in enumerate(cases, 1)),
    )


@pytest.mark.parametrize(
    ("channels", "cases", "channel", "chosen", "expected", "source"),
    [
        ({"direct": "3wd"}, ["20d"], "direct", None, "3wd", "channel"),
        ({"direct": "3wd"}, ["20d"], "direct", "1", "3wd", "channel"),
        ({"direct": None}, ["20d"], "direct", None, "20d", "case"),
        ({"direct": None}, ["20d", "15d"], "direct", None, None, "none"),
        ({"direct": None}, ["20d", "15d"], "direct", "2", "15d", "case"),
        ({"direct": None}, ["20d", "20d"], "direct", None, "20d", "case"),
        ({"direct": None}, ["20d", None], "direct", "2", None, "none"),
        ({"direct": None}, ["20d"], "direct", "unknown", "20d", "case"),
        ({"direct": None}, [], "direct", None, None, "none"),
        ({"direct": "3wd", "online": "1wd"}, [], "online", None, "1wd", "channel"),
        ({"direct": "3wd", "online": "1wd"}, [], "postal", None, None, "none"),
        ({"direct": "3wd", "online": "3wd"}, [], "postal", None, "3wd", "channel"),
        ({"direct": "3wd"}, ["9d"], "postal", None, "9d", "case"),
        ({"direct": "3wd", "postal": None}, [], "postal", None, None, "none"),
        ({"direct": "3wd"}, [], "authorized", None, "3wd", "channel"),
        ({"direct": "7wd", "direct2": "10wd"}, [], "direct", None, None, "none"),
        ({"direct": "7wd", "direct2": "10wd"}, ["10wd"], "direct", None, "10wd", "case"),
        ({}, [], "direct", None, None, "none"),
    ],
)
def test_limit_for(
    channels: dict[str, str | None],
    cases: list[str | None],
    channel: str,
    chosen: str | None,
    expected: str | None,
    source: str,
) -> None:
    found = with_limits(channels, cases).limit_for(channel, chosen)
    assert found == (limit(expected), LimitSource(source))


def test_the_stronger_source_stands_part_by_part() -> None:
    by_hand = Procedure(
        code="1",
        name="Tay",
        name_en="By hand",
        field_prefix="CT",
        note="Ghi chú",
        papers=(Paper("Tay"),),
        fee_text="8.000 đồng",
        fee_amount=8000,
        channels=(Channel(ChannelKind.DIRECT, limit("0wd"), "Trong ngày"),),
    )
    line = Procedure(code="1", name="Dòng", category="Hộ tịch", agency="Xã")
    record = Procedure(
        code="1", name="Bản ghi", papers=(Paper("Bản ghi"),), fee_text="Do tỉnh quyết định"
    )
    read = {
        SourceKind.HANDWRITTEN: by_hand,
        SourceKind.CATALOGUE: line,
        SourceKind.RECORD: record,
    }
    made = compose(read, (), FILING, offered=True)
    assert (made.name, made.name_en, made.category) == ("Bản ghi", "By hand", "Hộ tịch")
    assert (made.papers, made.note, made.agency) == (record.papers, "Ghi chú", "Xã")
    assert (made.fee_text, made.fee_amount) == ("Do tỉnh quyết định", None)
    assert made.channels == by_hand.channels
    assert (made.field_prefix, made.offered) == ("CT", True)
    assert made.sources == ("record", "catalogue", "handwritten")


def test_a_limit_written_by_hand_settles_what_the_record_leaves_open() -> None:
    by_hand = with_limits({"direct": "0wd"}, [])
    without_unit = with_limits({"direct": None, "online": None}, ["1wd", "1d"])
    read = {SourceKind.HANDWRITTEN: by_hand, SourceKind.RECORD: without_unit}
    made = compose(read, (), FILING, offered=False)
    assert made.limit_for("direct") == (limit("0wd"), LimitSource.CHANNEL)
    assert made.limit_for("online") == (None, LimitSource.NONE)
    settled = with_limits({"direct": None}, ["3wd"])
    read[SourceKind.RECORD] = settled
    assert compose(read, (), FILING, offered=False).limit_for("direct")[0] == limit("3wd")


@pytest.mark.parametrize(
    ("category", "prefix"),
    [("Hộ tịch", "HT"), ("Khác; CHỨNG  THỰC", None), ("Khác; CHỨNG THỰC", "CT"), ("", None)],
)
def test_a_procedure_is_filed_by_its_category(category: str, prefix: str | None) -> None:
    line = Procedure(code="1", name="Dòng", category=category)
    made = compose({SourceKind.CATALOGUE: line}, (), FILING, offered=True)
    assert (made.field_prefix, made.offered) == (prefix, prefix is not None)


def test_a_field_the_office_does_not_have_files_nothing() -> None:
    by_hand = Procedure(code="1", name="Tay", field_prefix="ZZ")
    made = compose({SourceKind.HANDWRITTEN: by_hand}, (), FILING, offered=True)
    assert (made.field_prefix, made.offered) == (None, False)
