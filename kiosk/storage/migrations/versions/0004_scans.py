"""Papers that were scanned and filed with their dossiers."""

import sqlalchemy as sa
from alembic import op

from kiosk.storage.types import UtcMoment

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of scans; the files themselves lie in the stations' folders."""
    op.create_table(
        "scan",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("dossier_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("file", sa.String(length=80), nullable=False),
        sa.Column("filed_at", UtcMoment(), nullable=False),
        sa.Column("filed_by", sa.String(length=20), nullable=True),
        sa.Column("station", sa.String(length=40), nullable=False),
        sa.Column("source_name", sa.String(length=200), nullable=False),
        sa.Column("source_sha256", sa.String(length=64), nullable=False),
        sa.Column("superseded_by", sa.String(length=36), nullable=True),
        sa.CheckConstraint("kind IN ('submitted', 'result', 'other')", name=op.f("ck_scan_kind")),
        sa.CheckConstraint("pages >= 1", name=op.f("ck_scan_pages")),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_scan_dossier_id_dossier")
        ),
        sa.ForeignKeyConstraint(
            ["superseded_by"], ["scan.id"], name=op.f("fk_scan_superseded_by_scan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scan")),
    )
    op.create_index("ix_scan_dossier_id", "scan", ["dossier_id", "position"], unique=False)
    op.create_index(op.f("ix_scan_source_sha256"), "scan", ["source_sha256"], unique=False)
