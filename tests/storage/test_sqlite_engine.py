"""What every connection to the file must have in force."""

from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import event

from kiosk.refusal import Refused
from kiosk.storage import engine as engine_module
from kiosk.storage.engine import (
    HUB_ANSWERS_IN_S,
    OLDEST_SQLITE,
    for_writing,
    postgresql_engine,
    require_sound_sqlite,
    sqlite_engine,
)
from kiosk.storage.store import Store


@pytest.mark.parametrize("writing", [False, True])
def test_every_pooled_connection_is_durable_and_guards_references(
    store: Store, writing: bool
) -> None:
    engine = store._writing if writing else store.engine
    with ExitStack() as open_now:
        for _ in range(6):  # more than the pool keeps
            conn = open_now.enter_context(engine.connect())
            found = {
                pragma: conn.exec_driver_sql(f"PRAGMA {pragma}").scalar()
                for pragma in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
            }
            conn.rollback()
            assert found == {
                "journal_mode": "wal",
                "synchronous": 2,  # FULL
                "foreign_keys": 1,
                "busy_timeout": 5000,
            }


def test_a_write_unit_holds_the_pen_from_its_first_word(store: Store) -> None:
    asked: list[str] = []
    with store._writing.connect() as conn:
        driver = conn.connection.driver_connection
        assert driver is not None
        driver.set_trace_callback(asked.append)
        with conn.begin():
            pass
        driver.set_trace_callback(None)
    assert asked == ["BEGIN IMMEDIATE", "COMMIT"]


def test_reading_and_writing_share_their_connections(store: Store) -> None:
    assert store._writing.pool is store.engine.pool


@pytest.mark.parametrize(
    ("version", "sound"),
    [((3, 40, 1), False), ((3, 51, 2), False), ((3, 51, 3), True), ((3, 53, 0), True)],
)
def test_a_library_that_corrupts_is_refused(version: tuple[int, int, int], sound: bool) -> None:
    if sound:
        assert require_sound_sqlite(version) == ".".join(map(str, version))
        return
    with pytest.raises(Refused) as refusal:
        require_sound_sqlite(version)
    assert refusal.value.code == "sqlite.too_old"
    assert refusal.value.details["found"] == ".".join(map(str, version))


def test_no_file_is_opened_with_such_a_library(
    store_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsound() -> str:
        return require_sound_sqlite((3, 40, 1))

    monkeypatch.setattr(engine_module, "require_sound_sqlite", unsound)
    with pytest.raises(Refused) as refusal:
        sqlite_engine(store_file)
    assert refusal.value.code == "sqlite.too_old"
    assert OLDEST_SQLITE == (3, 51, 3)


def test_names_with_signs_of_addresses_are_just_names(store_file: Path) -> None:
    odd = store_file.with_name("sổ 100% #1 ?.sqlite3")
    store_file.rename(odd)
    engine = for_writing(sqlite_engine(odd))
    with engine.begin() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM office").scalar() == 1
    engine.dispose()


def test_a_hub_that_says_nothing_is_not_waited_for_long() -> None:
    engine = postgresql_engine("postgresql+psycopg://u:p@192.0.2.1/mot_cua")
    asked: list[dict[str, object]] = []

    class EnoughError(Exception):
        """What was asked for is known."""

    @event.listens_for(engine, "do_connect")
    def _connect(_dialect: object, _record: object, _args: object, how: dict[str, object]) -> None:
        asked.append(how)
        raise EnoughError

    with pytest.raises(EnoughError):
        engine.connect()
    assert asked[0]["connect_timeout"] == HUB_ANSWERS_IN_S
