"""What the faces of every day need.

Notices, presence of stations, calls for staff, tries at a secret, evaluations, held numbers.
"""

import sqlalchemy as sa
from alembic import op

from kiosk.storage.types import UtcMoment

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add six tables, and the columns by which a number is held or passed on."""
    op.create_table(
        "notice",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("text", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
    )
    op.create_table(
        "station_presence",
        sa.Column("station", sa.String(length=40), nullable=False),
        sa.Column("face", sa.String(length=20), nullable=False),
        sa.Column("counter_number", sa.Integer(), nullable=True),
        sa.Column("started_at", UtcMoment(), nullable=False),
        sa.Column("seen_at", UtcMoment(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("station", "face", name=op.f("pk_station_presence")),
    )
    op.create_table(
        "staff_call",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("station", sa.String(length=40), nullable=False),
        sa.Column("cause", sa.String(length=10), nullable=False),
        sa.Column("about", sa.String(length=20), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("asked_at", UtcMoment(), nullable=False),
        sa.Column("seen_at", UtcMoment(), nullable=True),
        sa.Column("ended_at", UtcMoment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_call")),
    )
    op.create_index(op.f("ix_staff_call_day"), "staff_call", ["day"], unique=False)
    op.create_table(
        "lookup_try",
        sa.Column("dossier_id", sa.String(length=36), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("last_at", UtcMoment(), nullable=False),
        sa.Column("locked_until", UtcMoment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_lookup_try_dossier_id_dossier")
        ),
        sa.PrimaryKeyConstraint("dossier_id", name=op.f("pk_lookup_try")),
    )
    op.create_table(
        "questionnaire",
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("set_at", UtcMoment(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_questionnaire")),
    )
    op.create_table(
        "evaluation_tally",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("questionnaire", sa.String(length=20), nullable=False),
        sa.Column("question", sa.String(length=20), nullable=False),
        sa.Column("answer", sa.String(length=20), nullable=False),
        sa.Column("many", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "day", "questionnaire", "question", "answer", name=op.f("pk_evaluation_tally")
        ),
    )
    op.add_column("ticket", sa.Column("held_at", UtcMoment(), nullable=True))
    # SQLite adds a reference only together with its column, which Alembic has no words for.
    for column in ("held_by", "for_counter_id"):
        op.execute(
            f"ALTER TABLE ticket ADD COLUMN {column} VARCHAR(36) "
            f"CONSTRAINT fk_ticket_{column}_counter REFERENCES counter (id)"
        )
    for column in ("received_at", "ready_at", "returned_at"):
        op.create_index(f"ix_dossier_{column}", "dossier", [column], unique=False)
    op.create_index("ix_print_job_owed_at", "print_job", ["owed_at"], unique=False)
