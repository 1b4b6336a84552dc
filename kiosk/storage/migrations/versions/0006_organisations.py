"""Organisations as applicants, records of the national portal, results sent by post."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let a dossier have its organisation's code, the portal's own code, and an address."""
    op.add_column("dossier", sa.Column("applicant_tax_code", sa.String(length=14), nullable=True))
    op.add_column("dossier", sa.Column("foreign_code", sa.String(length=40), nullable=True))
    op.add_column(
        "dossier",
        sa.Column("deliver_to", sa.Text(), server_default=sa.text("''"), nullable=False),
    )
    op.create_index(
        op.f("ix_dossier_applicant_tax_code"), "dossier", ["applicant_tax_code"], unique=False
    )
    op.create_index(op.f("ix_dossier_foreign_code"), "dossier", ["foreign_code"], unique=False)
