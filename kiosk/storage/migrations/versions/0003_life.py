"""A dossier's whole life: more states, supplements, extensions, letters."""

import sqlalchemy as sa
from alembic import op

from kiosk.storage.dialect import append_only_ddl
from kiosk.storage.types import UtcMoment

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_BEFORE = "state IN ('received', 'processing', 'result_ready', 'returned')"
_AFTER = (
    "state IN ('received', 'processing', 'supplementing', 'withdrawing', 'correcting', "
    "'result_ready', 'refused', 'stopped', 'returned')"
)


def upgrade() -> None:
    """Let a dossier be more than received and returned, and keep what was written to the citizen."""
    op.add_column(
        "dossier",
        sa.Column("requests", sa.Integer(), server_default=sa.text("0"), nullable=False),
    )
    op.add_column(
        "dossier",
        sa.Column("extensions", sa.Integer(), server_default=sa.text("0"), nullable=False),
    )
    op.add_column("dossier", sa.Column("outcome", sa.String(length=10), nullable=True))
    op.add_column(
        "dossier",
        sa.Column("holder", sa.String(length=120), server_default=sa.text("''"), nullable=False),
    )
    op.execute("UPDATE dossier SET outcome = 'result' WHERE ready_at IS NOT NULL")
    _let_states_be_more()
    op.create_table(
        "dossier_pause",
        sa.Column("dossier_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("since", UtcMoment(), nullable=False),
        sa.Column("until", UtcMoment(), nullable=True),
        sa.Column("due_before", UtcMoment(), nullable=True),
        sa.Column("due_restarted", UtcMoment(), nullable=True),
        sa.Column("due_shifted", UtcMoment(), nullable=True),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_dossier_pause_dossier_id_dossier")
        ),
        sa.PrimaryKeyConstraint("dossier_id", "position", name=op.f("pk_dossier_pause")),
    )
    op.create_table(
        "letter",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("office_id", sa.String(length=36), nullable=False),
        sa.Column("dossier_id", sa.String(length=36), nullable=True),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("procedure_code", sa.String(length=40), nullable=False),
        sa.Column("person", sa.String(length=200), nullable=False),
        sa.Column("issued_at", UtcMoment(), nullable=False),
        sa.Column("officer", sa.String(length=20), nullable=True),
        sa.Column("station", sa.String(length=40), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_letter_dossier_id_dossier")
        ),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_letter_office_id_office")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint(
            "office_id", "kind", "year", "number", name=op.f("uq_letter_office_id_kind_year_number")
        ),
    )
    op.create_index(op.f("ix_letter_dossier_id"), "letter", ["dossier_id"], unique=False)
    op.create_index("ix_letter_person", "letter", ["person", "procedure_code"], unique=False)
    _payments()
    op.create_table(
        "telling",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("dossier_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(length=10), nullable=False),
        sa.Column("reached", sa.Boolean(), nullable=False),
        sa.Column("at", UtcMoment(), nullable=False),
        sa.Column("officer", sa.String(length=20), nullable=True),
        sa.Column("station", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_telling_dossier_id_dossier")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_telling")),
    )
    op.create_index("ix_telling_dossier", "telling", ["dossier_id", "position"], unique=False)
    op.create_table(
        "process_template",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("office_id", sa.String(length=36), nullable=False),
        sa.Column("procedure_code", sa.String(length=40), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("steps", sa.Text(), nullable=False),
        sa.Column("set_at", UtcMoment(), nullable=False),
        sa.Column("officer", sa.String(length=20), nullable=True),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_process_template_office_id_office")
        ),
        sa.ForeignKeyConstraint(
            ["procedure_code"],
            ["procedure.code"],
            name=op.f("fk_process_template_procedure_code_procedure"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_process_template")),
    )
    op.create_index(
        "ix_process_template_of",
        "process_template",
        ["procedure_code", "first_day", "id"],
        unique=False,
    )
    for table in ("letter", "payment", "telling"):
        for statement in append_only_ddl(table, op.get_bind().dialect.name):
            op.execute(sa.text(statement.replace(":", "\\:")))


def _payments() -> None:
    op.create_table(
        "payment",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("office_id", sa.String(length=36), nullable=False),
        sa.Column("dossier_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(length=10), nullable=False),
        sa.Column("receipt", sa.String(length=40), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reverses", sa.String(length=36), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", UtcMoment(), nullable=False),
        sa.Column("officer", sa.String(length=20), nullable=True),
        sa.Column("officer_name", sa.String(length=120), nullable=False),
        sa.Column("station", sa.String(length=40), nullable=False),
        sa.CheckConstraint("kind IN ('paid', 'waived', 'reversed')", name=op.f("ck_payment_kind")),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_payment_dossier_id_dossier")
        ),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_payment_office_id_office")
        ),
        sa.ForeignKeyConstraint(
            ["reverses"], ["payment.id"], name=op.f("fk_payment_reverses_payment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment")),
        sa.UniqueConstraint("office_id", "receipt", name=op.f("uq_payment_office_id_receipt")),
        sa.UniqueConstraint("reverses", name=op.f("uq_payment_reverses")),
    )
    op.create_index(op.f("ix_payment_dossier_id"), "payment", ["dossier_id"], unique=False)
    op.create_index("ix_payment_day", "payment", ["day", "officer"], unique=False)


def _let_states_be_more() -> None:
    """Widen a CHECK. SQLite has no words for it: its own documentation rewrites the table's text,
    which needs no copy of the rows and leaves what refers to them alone."""
    bind = op.get_bind()
    if bind.dialect.name != "sqlite":
        op.drop_constraint(op.f("ck_dossier_state"), "dossier", type_="check")
        op.create_check_constraint(op.f("ck_dossier_state"), "dossier", _AFTER)
        return
    version = bind.exec_driver_sql("PRAGMA schema_version").scalar_one()
    bind.exec_driver_sql("PRAGMA writable_schema = ON")
    changed = bind.execute(
        sa.text(
            "UPDATE sqlite_schema SET sql = replace(sql, :before, :after)"
            " WHERE type = 'table' AND name = 'dossier' AND instr(sql, :before)"
        ),
        {"before": _BEFORE, "after": _AFTER},
    )
    if changed.rowcount != 1:
        raise RuntimeError("the states of a dossier do not stand where they stood")
    bind.exec_driver_sql(f"PRAGMA schema_version = {version + 1}")
    bind.exec_driver_sql("PRAGMA writable_schema = OFF")
