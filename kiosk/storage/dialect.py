"""What the tables cannot say in SQLAlchemy's words: rules and indexes in a database's own."""

SEARCH_TABLE = "procedure_search"
"""SQLite only, not a part of ``metadata``; FTS5 keeps its own tables beside it, named after it."""

APPEND_ONLY = (
    "audit_line",
    "dossier_event",
    "ticket_call",
    "ticket_leg",
    "letter",
    "payment",
    "telling",
)
"""Tables whose lines are never changed and never taken out; the database refuses to."""


def append_only_ddl(table: str, dialect: str) -> tuple[str, ...]:
    """The statements that make a table append-only on ``dialect``."""
    if dialect == "sqlite":
        return tuple(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            for verb in ("UPDATE", "DELETE")
        )
    return (
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$",
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()",
    )


def search_ddl(dialect: str) -> tuple[str, ...]:
    """The statements that make the word index of the catalogue; it is SQLite's own (FTS5).

    A line's row number is ``procedure.rank_key``: read in the order of row numbers, the best
    lines come first and the reading can stop after a screenful. The table keeps no text.
    """
    if dialect != "sqlite":
        return ()
    return (
        f"CREATE VIRTUAL TABLE {SEARCH_TABLE} USING fts5("
        "code, name, everyday, field, papers, marks, content='', contentless_delete=1, "
        "tokenize='unicode61 remove_diacritics 0', prefix='1 2 3')",
    )
