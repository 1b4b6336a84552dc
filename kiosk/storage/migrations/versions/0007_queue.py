"""A queue that closes its day, pauses, limits its numbers, and keeps what it told and how it served."""

import sqlalchemy as sa
from alembic import op

from kiosk.storage.dialect import append_only_ddl
from kiosk.storage.types import UtcMoment

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_STATES = ("'waiting', 'called', 'serving', 'done', 'no_show'", ", 'expired'")
_RULES = {
    "ck_ticket_state": (f"state IN ({_STATES[0]})", f"state IN ({''.join(_STATES)})"),
    "ck_ticket_counter_when_called": (
        "(state = 'waiting') = (counter_id IS NULL) AND (state = 'waiting') = (called_at IS NULL)",
        "(state = 'expired' OR (state = 'waiting') = (counter_id IS NULL))"
        " AND (counter_id IS NULL) = (called_at IS NULL)",
    ),
}
_WHOLE = ("ahead", "counters_open", "told_low", "told_median", "told_high")


def upgrade() -> None:
    """Add the columns and the table of visits, and let a ticket expire."""
    op.add_column("office", sa.Column("paused_at", UtcMoment(), nullable=True))
    op.add_column("office", sa.Column("paused_why", sa.String(length=200), nullable=True))
    op.add_column("service_field", sa.Column("daily_limit", sa.Integer(), nullable=True))
    _let_tickets_expire()
    op.add_column(
        "ticket", sa.Column("returns", sa.Integer(), server_default=sa.text("0"), nullable=False)
    )
    for name in _WHOLE:
        op.add_column("ticket", sa.Column(name, sa.Integer(), nullable=True))
    _put_calls_in_order()
    op.create_table(
        "ticket_leg",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("ticket_id", sa.String(length=36), nullable=False),
        sa.Column("office_id", sa.String(length=36), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("field_id", sa.String(length=36), nullable=False),
        sa.Column("counter_id", sa.String(length=36), nullable=False),
        sa.Column("called_at", UtcMoment(), nullable=False),
        sa.Column("serving_at", UtcMoment(), nullable=True),
        sa.Column("ended_at", UtcMoment(), nullable=False),
        sa.Column("how", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.CheckConstraint(
            "how IN ('done', 'no_show', 'passed', 'held', 'put_back', 'expired')",
            name=op.f("ck_ticket_leg_how"),
        ),
        *(
            sa.ForeignKeyConstraint(
                [column], [f"{table}.id"], name=op.f(f"fk_ticket_leg_{column}_{table}")
            )
            for column, table in (
                ("ticket_id", "ticket"),
                ("office_id", "office"),
                ("field_id", "service_field"),
                ("counter_id", "counter"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket_leg")),
    )
    op.create_index("ix_ticket_leg_day", "ticket_leg", ["day", "field_id"], unique=False)
    op.create_index("ix_ticket_leg_ticket", "ticket_leg", ["ticket_id"], unique=False)
    op.execute(
        "INSERT INTO ticket_leg (id, ticket_id, office_id, day, field_id, counter_id, called_at,"
        " serving_at, ended_at, how, reason)"
        " SELECT id, id, office_id, day, field_id, counter_id, called_at, serving_at, ended_at,"
        " state, call_reason FROM ticket WHERE state IN ('done', 'no_show')"
        " AND counter_id IS NOT NULL AND ended_at IS NOT NULL"
    )
    _append_only("ticket_leg")


def _put_calls_in_order() -> None:
    """Calls are told in the order of a number, not of any clock; today's go on from where it is."""
    dialect = op.get_bind().dialect.name
    if dialect == "sqlite":
        for verb in ("update", "delete"):
            op.execute(f"DROP TRIGGER ticket_call_no_{verb}")
    else:
        op.execute("DROP TRIGGER ticket_call_append_only ON ticket_call")
    op.drop_index("ix_ticket_call_newest", table_name="ticket_call")
    op.add_column(
        "ticket_call", sa.Column("place", sa.Integer(), server_default=sa.text("0"), nullable=False)
    )
    op.execute(
        "UPDATE ticket_call SET place = placed.place FROM (SELECT id, row_number() OVER"
        " (PARTITION BY day ORDER BY id) AS place FROM ticket_call) AS placed"
        " WHERE placed.id = ticket_call.id"
    )
    op.create_index("ix_ticket_call_newest", "ticket_call", ["day", "place"], unique=False)
    op.execute(
        "INSERT INTO number_series (office_id, scope, period, last)"
        " SELECT office.id, 'call', CAST(ticket_call.day AS VARCHAR(10)), max(ticket_call.place)"
        " FROM ticket_call CROSS JOIN office GROUP BY office.id, ticket_call.day"
    )
    _append_only("ticket_call")


def _append_only(table: str) -> None:
    for statement in append_only_ddl(table, op.get_bind().dialect.name):
        op.execute(sa.text(statement.replace(":", "\\:")))


def _let_tickets_expire() -> None:
    """Widen two CHECKs, as in the migration of dossiers."""
    bind = op.get_bind()
    if bind.dialect.name != "sqlite":
        for name, (_, after) in _RULES.items():
            op.drop_constraint(op.f(name), "ticket", type_="check")
            op.create_check_constraint(op.f(name), "ticket", after)
        return
    version = bind.exec_driver_sql("PRAGMA schema_version").scalar_one()
    bind.exec_driver_sql("PRAGMA writable_schema = ON")
    for before, after in _RULES.values():
        changed = bind.execute(
            sa.text(
                "UPDATE sqlite_schema SET sql = replace(sql, :before, :after)"
                " WHERE type = 'table' AND name = 'ticket' AND instr(sql, :before)"
            ),
            {"before": before, "after": after},
        )
        if changed.rowcount != 1:
            raise RuntimeError("the states of a ticket do not stand where they stood")
    bind.exec_driver_sql(f"PRAGMA schema_version = {version + 1}")
    bind.exec_driver_sql("PRAGMA writable_schema = OFF")
