"""The first schema: store, office, catalogue, queue, dossiers."""

import sqlalchemy as sa
from alembic import op

from kiosk.storage.dialect import append_only_ddl, search_ddl
from kiosk.storage.types import UtcMoment

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table, guard the append-only ones, make the word index."""

    op.create_table(
        "audit_line",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("at", UtcMoment(), nullable=False),
        sa.Column("officer", sa.String(length=20), nullable=True),
        sa.Column("station", sa.String(length=40), nullable=False),
        sa.Column("act", sa.String(length=60), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("request_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_line")),
    )
    op.create_index(op.f("ix_audit_line_at"), "audit_line", ["at"], unique=False)
    op.create_index(op.f("ix_audit_line_subject"), "audit_line", ["subject"], unique=False)
    op.create_table(
        "calendar_day",
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("source", sa.String(length=60), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('off', 'extra_work', 'half')", name=op.f("ck_calendar_day_kind")
        ),
        sa.PrimaryKeyConstraint("date", name=op.f("pk_calendar_day")),
    )
    op.create_table(
        "command_record",
        sa.Column("request_id", sa.String(length=36), nullable=False),
        sa.Column("command", sa.String(length=60), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("at", UtcMoment(), nullable=False),
        sa.PrimaryKeyConstraint("request_id", name=op.f("pk_command_record")),
    )
    op.create_table(
        "counter",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counter")),
        sa.UniqueConstraint("number", name=op.f("uq_counter_number")),
    )
    op.create_table(
        "everyday_word",
        sa.Column("folded", sa.String(length=120), nullable=False),
        sa.Column("said", sa.String(length=120), nullable=False),
        sa.Column("codes", sa.Text(), nullable=False),
        sa.Column("means", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("folded", name=op.f("pk_everyday_word")),
    )
    op.create_table(
        "number_series",
        sa.Column("office_id", sa.String(length=36), nullable=False),
        sa.Column("scope", sa.String(length=60), nullable=False),
        sa.Column("period", sa.String(length=10), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "scope", "period", name=op.f("pk_number_series")),
    )
    op.create_table(
        "office",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("unit_code", sa.String(length=30), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
    )
    op.create_table(
        "opening_session",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("opens", sa.Time(), nullable=False),
        sa.Column("closes", sa.Time(), nullable=False),
        sa.Column("open_for_public", sa.Boolean(), nullable=False),
        sa.Column("counts_for_deadline", sa.Boolean(), nullable=False),
        sa.CheckConstraint("opens < closes", name=op.f("ck_opening_session_order")),
        sa.CheckConstraint("weekday BETWEEN 1 AND 7", name=op.f("ck_opening_session_weekday")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opening_session")),
    )
    op.create_table(
        "print_job",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("office_id", sa.String(length=36), nullable=False),
        sa.Column("station", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("paper", sa.Text(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("reprint_of", sa.String(length=36), nullable=True),
        sa.Column("owed_at", UtcMoment(), nullable=False),
        sa.Column("sent_at", UtcMoment(), nullable=True),
        sa.Column("settled_at", UtcMoment(), nullable=True),
        sa.Column("claim", sa.String(length=36), nullable=True),
        sa.CheckConstraint(
            "state IN ('owed', 'sending', 'printed', 'failed', 'unknown')",
            name=op.f("ck_print_job_state"),
        ),
        sa.CheckConstraint("copies BETWEEN 1 AND 9", name=op.f("ck_print_job_copies")),
        sa.ForeignKeyConstraint(
            ["reprint_of"], ["print_job.id"], name=op.f("fk_print_job_reprint_of_print_job")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_job")),
    )
    op.create_index(
        "ix_print_job_open",
        "print_job",
        ["station", "id"],
        unique=False,
        sqlite_where=sa.text("state <> 'printed'"),
        postgresql_where=sa.text("state <> 'printed'"),
    )
    op.create_index(
        "ix_print_job_reprint_of",
        "print_job",
        ["reprint_of"],
        unique=False,
        sqlite_where=sa.text("reprint_of IS NOT NULL"),
        postgresql_where=sa.text("reprint_of IS NOT NULL"),
    )
    op.create_index(op.f("ix_print_job_subject"), "print_job", ["subject"], unique=False)
    op.create_table(
        "priority_group",
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_priority_group")),
        sa.UniqueConstraint("rank", name=op.f("uq_priority_group_rank")),
    )
    op.create_table(
        "service_field",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("prefix", sa.String(length=4), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("name_en", sa.String(length=80), nullable=False),
        sa.Column("icon", sa.String(length=30), nullable=False),
        sa.Column("categories", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_field")),
        sa.UniqueConstraint("name", name=op.f("uq_service_field_name")),
        sa.UniqueConstraint("prefix", name=op.f("uq_service_field_prefix")),
    )
    op.create_table(
        "store_fact",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_store_fact")),
    )
    op.create_table(
        "counter_field",
        sa.Column("counter_id", sa.String(length=36), nullable=False),
        sa.Column("field_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["counter_id"], ["counter.id"], name=op.f("fk_counter_field_counter_id_counter")
        ),
        sa.ForeignKeyConstraint(
            ["field_id"], ["service_field.id"], name=op.f("fk_counter_field_field_id_service_field")
        ),
        sa.PrimaryKeyConstraint("counter_id", "field_id", name=op.f("pk_counter_field")),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("field", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("is_head", sa.Boolean(), nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("counter_id", sa.String(length=36), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("pin_hash", sa.String(length=200), nullable=True),
        sa.Column("wrong_pins", sa.Integer(), nullable=False),
        sa.Column("locked_until", UtcMoment(), nullable=True),
        sa.CheckConstraint("role IN ('officer', 'manager', 'it')", name=op.f("ck_person_role")),
        sa.ForeignKeyConstraint(
            ["counter_id"], ["counter.id"], name=op.f("fk_person_counter_id_counter")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("code", name=op.f("uq_person_code")),
    )
    op.create_table(
        "procedure",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("field_id", sa.String(length=36), nullable=True),
        sa.Column("offered", sa.Boolean(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("folded_name", sa.Text(), nullable=False),
        sa.Column("folded_rest", sa.Text(), nullable=False),
        sa.Column("rank_key", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", UtcMoment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["field_id"], ["service_field.id"], name=op.f("fk_procedure_field_id_service_field")
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_procedure")),
        sa.UniqueConstraint("rank_key", name=op.f("uq_procedure_rank_key")),
    )
    op.create_index("ix_procedure_offered", "procedure", ["offered", "field_id"], unique=False)
    op.create_table(
        "ticket",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("office_id", sa.String(length=36), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("series", sa.String(length=4), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("arrival", sa.Integer(), nullable=False),
        sa.Column("field_id", sa.String(length=36), nullable=False),
        sa.Column("priority", sa.String(length=20), nullable=True),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("counter_id", sa.String(length=36), nullable=True),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("issued_at", UtcMoment(), nullable=False),
        sa.Column("called_at", UtcMoment(), nullable=True),
        sa.Column("serving_at", UtcMoment(), nullable=True),
        sa.Column("ended_at", UtcMoment(), nullable=True),
        sa.Column("call_reason", sa.String(length=200), nullable=True),
        sa.Column("origin_station", sa.String(length=40), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(state = 'waiting') = (counter_id IS NULL) AND (state = 'waiting') = (called_at IS NULL)",
            name=op.f("ck_ticket_counter_when_called"),
        ),
        sa.CheckConstraint(
            "state IN ('waiting', 'called', 'serving', 'done', 'no_show')",
            name=op.f("ck_ticket_state"),
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_ticket_number")),
        sa.ForeignKeyConstraint(
            ["counter_id"], ["counter.id"], name=op.f("fk_ticket_counter_id_counter")
        ),
        sa.ForeignKeyConstraint(
            ["field_id"], ["service_field.id"], name=op.f("fk_ticket_field_id_service_field")
        ),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_ticket_office_id_office")
        ),
        sa.ForeignKeyConstraint(
            ["priority"], ["priority_group.code"], name=op.f("fk_ticket_priority_priority_group")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket")),
        sa.UniqueConstraint(
            "office_id", "day", "arrival", name=op.f("uq_ticket_office_id_day_arrival")
        ),
        sa.UniqueConstraint(
            "office_id",
            "day",
            "series",
            "number",
            name=op.f("uq_ticket_office_id_day_series_number"),
        ),
    )
    op.create_index(
        "ix_ticket_waiting",
        "ticket",
        ["day", "rank", "arrival", "field_id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index(
        "uq_ticket_active_counter",
        "ticket",
        ["counter_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('called', 'serving')"),
        postgresql_where=sa.text("state IN ('called', 'serving')"),
    )
    op.create_table(
        "desk",
        sa.Column("counter_id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=True),
        sa.Column("since", UtcMoment(), nullable=True),
        sa.Column("priority_run", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["counter_id"], ["counter.id"], name=op.f("fk_desk_counter_id_counter")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_desk_person_id_person")
        ),
        sa.PrimaryKeyConstraint("counter_id", name=op.f("pk_desk")),
    )
    op.create_table(
        "dossier",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("office_id", sa.String(length=36), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=14), nullable=False),
        sa.Column("legal_profile", sa.String(length=20), nullable=False),
        sa.Column("procedure_code", sa.String(length=40), nullable=False),
        sa.Column("procedure_name", sa.Text(), nullable=False),
        sa.Column("field_id", sa.String(length=36), nullable=True),
        sa.Column("case_code", sa.String(length=40), nullable=True),
        sa.Column("channel", sa.String(length=10), nullable=False),
        sa.Column("sets", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("applicant_name", sa.String(length=200), nullable=False),
        sa.Column("applicant_folded", sa.String(length=200), nullable=False),
        sa.Column("applicant_id_number", sa.String(length=20), nullable=True),
        sa.Column("applicant_phone", sa.String(length=20), nullable=True),
        sa.Column("applicant", sa.Text(), nullable=False),
        sa.Column("submitter", sa.Text(), nullable=True),
        sa.Column("time_limit", sa.String(length=8), nullable=True),
        sa.Column("limit_source", sa.String(length=12), nullable=False),
        sa.Column("due_at", UtcMoment(), nullable=True),
        sa.Column("original_due_at", UtcMoment(), nullable=True),
        sa.Column("due_reason", sa.Text(), nullable=False),
        sa.Column("fee_amount", sa.BigInteger(), nullable=True),
        sa.Column("fee_text", sa.Text(), nullable=False),
        sa.Column("lookup_secret", sa.String(length=6), nullable=False),
        sa.Column("register_year", sa.Integer(), nullable=False),
        sa.Column("register_volume", sa.Integer(), nullable=False),
        sa.Column("register_entry", sa.Integer(), nullable=False),
        sa.Column("received_at", UtcMoment(), nullable=False),
        sa.Column("received_by", sa.String(length=20), nullable=True),
        sa.Column("received_by_name", sa.String(length=120), nullable=False),
        sa.Column("counter_id", sa.String(length=36), nullable=True),
        sa.Column("ticket_id", sa.String(length=36), nullable=True),
        sa.Column("ready_at", UtcMoment(), nullable=True),
        sa.Column("returned_at", UtcMoment(), nullable=True),
        sa.Column("origin_station", sa.String(length=40), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "channel IN ('direct', 'postal', 'authorized', 'online')",
            name=op.f("ck_dossier_channel"),
        ),
        sa.CheckConstraint(
            "state IN ('received', 'processing', 'result_ready', 'returned')",
            name=op.f("ck_dossier_state"),
        ),
        sa.CheckConstraint("sets BETWEEN 1 AND 99", name=op.f("ck_dossier_sets")),
        sa.ForeignKeyConstraint(
            ["counter_id"], ["counter.id"], name=op.f("fk_dossier_counter_id_counter")
        ),
        sa.ForeignKeyConstraint(
            ["field_id"], ["service_field.id"], name=op.f("fk_dossier_field_id_service_field")
        ),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_dossier_office_id_office")
        ),
        sa.ForeignKeyConstraint(
            ["procedure_code"], ["procedure.code"], name=op.f("fk_dossier_procedure_code_procedure")
        ),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["ticket.id"], name=op.f("fk_dossier_ticket_id_ticket")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossier")),
        sa.UniqueConstraint("code", name=op.f("uq_dossier_code")),
        sa.UniqueConstraint(
            "office_id",
            "register_year",
            "register_entry",
            name=op.f("uq_dossier_office_id_register_year_register_entry"),
        ),
    )
    op.create_index(
        op.f("ix_dossier_applicant_id_number"), "dossier", ["applicant_id_number"], unique=False
    )
    op.create_index(
        op.f("ix_dossier_applicant_phone"), "dossier", ["applicant_phone"], unique=False
    )
    op.create_index("ix_dossier_state_due", "dossier", ["state", "due_at"], unique=False)
    op.create_index(op.f("ix_dossier_ticket_id"), "dossier", ["ticket_id"], unique=False)
    op.create_table(
        "procedure_correction",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("part", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("officer", sa.String(length=20), nullable=True),
        sa.Column("at", UtcMoment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["code"], ["procedure.code"], name=op.f("fk_procedure_correction_code_procedure")
        ),
        sa.PrimaryKeyConstraint("code", "part", name=op.f("pk_procedure_correction")),
    )
    op.create_table(
        "procedure_source",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("read_from", sa.Text(), nullable=False),
        sa.Column("imported_at", UtcMoment(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('catalogue', 'record', 'handwritten')", name=op.f("ck_procedure_source_kind")
        ),
        sa.ForeignKeyConstraint(
            ["code"], ["procedure.code"], name=op.f("fk_procedure_source_code_procedure")
        ),
        sa.PrimaryKeyConstraint("code", "kind", name=op.f("pk_procedure_source")),
    )
    op.create_table(
        "ticket_call",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("ticket_id", sa.String(length=36), nullable=False),
        sa.Column("counter_id", sa.String(length=36), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("at", UtcMoment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["counter_id"], ["counter.id"], name=op.f("fk_ticket_call_counter_id_counter")
        ),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["ticket.id"], name=op.f("fk_ticket_call_ticket_id_ticket")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket_call")),
        sa.UniqueConstraint("ticket_id", "turn", name=op.f("uq_ticket_call_ticket_id_turn")),
    )
    op.create_index("ix_ticket_call_newest", "ticket_call", ["day", "id"], unique=False)
    op.create_table(
        "dossier_event",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("dossier_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(length=30), nullable=False),
        sa.Column("state", sa.String(length=14), nullable=False),
        sa.Column("at", UtcMoment(), nullable=False),
        sa.Column("officer", sa.String(length=20), nullable=True),
        sa.Column("officer_name", sa.String(length=120), nullable=False),
        sa.Column("station", sa.String(length=40), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_dossier_event_dossier_id_dossier")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossier_event")),
        sa.UniqueConstraint(
            "dossier_id", "position", name=op.f("uq_dossier_event_dossier_id_position")
        ),
    )
    op.create_table(
        "dossier_paper",
        sa.Column("dossier_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("originals", sa.Integer(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_dossier_paper_dossier_id_dossier")
        ),
        sa.PrimaryKeyConstraint("dossier_id", "position", name=op.f("pk_dossier_paper")),
    )

    for table in ("audit_line", "dossier_event", "ticket_call"):
        for statement in append_only_ddl(table, op.get_bind().dialect.name):
            op.execute(sa.text(statement.replace(":", "\\:")))
    for statement in search_ddl(op.get_bind().dialect.name):
        op.execute(sa.text(statement))
