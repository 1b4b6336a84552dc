"""Every table of the store: one picture of the data.

What the rooms mean by the columns is told where they are used; here stand the facts that the
database itself must guard, whatever program writes to it: keys, uniqueness, references, states.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    Time,
    UniqueConstraint,
    text,
)

from kiosk.storage.types import Key, UtcMoment

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")
"""Every schema this program can bring up to date, the oldest first."""

HEAD = REVISIONS[-1]
"""The schema this program speaks: the newest migration."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# ---------------------------------------------------------------- the store itself

store_fact = Table(
    "store_fact",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

command_record = Table(
    "command_record",
    metadata,
    Column("request_id", Key, primary_key=True),
    Column("command", String(60), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("answer", Text, nullable=False),
    Column("at", UtcMoment, nullable=False),
)

audit_line = Table(
    "audit_line",
    metadata,
    Column("id", Key, primary_key=True),
    Column("at", UtcMoment, nullable=False, index=True),
    Column("officer", String(20)),
    Column("station", String(40), nullable=False),
    Column("act", String(60), nullable=False),
    Column("subject", String(80), nullable=False, index=True),
    Column("details", Text, nullable=False),
    Column("request_id", Key, nullable=False),
)

number_series = Table(
    "number_series",
    metadata,
    Column("office_id", Key, primary_key=True),
    Column("scope", String(60), primary_key=True),
    Column("period", String(10), primary_key=True),
    Column("last", Integer, nullable=False),
)

print_job = Table(
    "print_job",
    metadata,
    Column("id", Key, primary_key=True),
    Column("office_id", Key, nullable=False),
    Column("station", String(40), nullable=False),
    Column("kind", String(30), nullable=False),
    Column("title", String(120), nullable=False),
    Column("subject", String(80), nullable=False, index=True),
    Column("paper", Text, nullable=False),
    Column("copies", Integer, nullable=False),
    Column("state", String(10), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("reason", Text),
    Column("reprint_of", Key, ForeignKey("print_job.id")),
    Column("owed_at", UtcMoment, nullable=False, index=True),
    Column("sent_at", UtcMoment),
    Column("settled_at", UtcMoment),
    Column("claim", Key),
    CheckConstraint("state IN ('owed', 'sending', 'printed', 'failed', 'unknown')", name="state"),
    CheckConstraint("copies BETWEEN 1 AND 9", name="copies"),
)
# PostgreSQL's conditions of partial indexes stand in the migrations alone: naming them here would
# load its dialect at every start of every office that has none.
Index(
    "ix_print_job_open",
    print_job.c.station,
    print_job.c.id,
    sqlite_where=text("state <> 'printed'"),
)
Index(
    "ix_print_job_reprint_of",
    print_job.c.reprint_of,
    sqlite_where=text("reprint_of IS NOT NULL"),
)

# ---------------------------------------------------------------- the office

office = Table(
    "office",
    metadata,
    Column("id", Key, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("sample", Boolean, nullable=False),
    Column("unit_code", String(30), nullable=False),
    Column("profile", Text, nullable=False),
    Column("rules", Text, nullable=False),
    Column("paused_at", UtcMoment),
    Column("paused_why", String(200)),
)

opening_session = Table(
    "opening_session",
    metadata,
    Column("id", Key, primary_key=True),
    Column("weekday", Integer, nullable=False),
    Column("opens", Time, nullable=False),
    Column("closes", Time, nullable=False),
    Column("open_for_public", Boolean, nullable=False),
    Column("counts_for_deadline", Boolean, nullable=False),
    CheckConstraint("weekday BETWEEN 1 AND 7", name="weekday"),
    CheckConstraint("opens < closes", name="order"),
)

calendar_day = Table(
    "calendar_day",
    metadata,
    Column("date", Date, primary_key=True),
    Column("kind", String(12), nullable=False),
    Column("name", String(120), nullable=False),
    Column("source", String(60), nullable=False),
    Column("confirmed", Boolean, nullable=False),
    CheckConstraint("kind IN ('off', 'extra_work', 'half')", name="kind"),
)

service_field = Table(
    "service_field",
    metadata,
    Column("id", Key, primary_key=True),
    Column("prefix", String(4), nullable=False, unique=True),
    Column("name", String(80), nullable=False, unique=True),
    Column("name_en", String(80), nullable=False),
    Column("icon", String(30), nullable=False),
    Column("categories", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("daily_limit", Integer),
)

counter = Table(
    "counter",
    metadata,
    Column("id", Key, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("name", String(40), nullable=False),
    Column("active", Boolean, nullable=False),
)

counter_field = Table(
    "counter_field",
    metadata,
    Column("counter_id", Key, ForeignKey("counter.id"), primary_key=True),
    Column("field_id", Key, ForeignKey("service_field.id"), primary_key=True),
)

department = Table(
    "department",
    metadata,
    Column("id", Key, primary_key=True),
    Column("name", String(120), nullable=False, unique=True),
    Column("parent", String(120), nullable=False),
    Column("head_name", String(120), nullable=False),
    Column("head_title", String(120), nullable=False),
    Column("phone", String(40), nullable=False),
    Column("position", Integer, nullable=False),
    Column("active", Boolean, nullable=False),
)

department_field = Table(
    "department_field",
    metadata,
    Column("department_id", Key, ForeignKey("department.id"), primary_key=True),
    Column("field_id", Key, ForeignKey("service_field.id"), primary_key=True),
)

priority_group = Table(
    "priority_group",
    metadata,
    Column("code", String(20), primary_key=True),
    Column("name", String(120), nullable=False),
    Column("name_en", String(120), nullable=False),
    Column("rank", Integer, nullable=False, unique=True),
    Column("active", Boolean, nullable=False),
)

person = Table(
    "person",
    metadata,
    Column("id", Key, primary_key=True),
    Column("code", String(20), nullable=False, unique=True),
    Column("name", String(120), nullable=False),
    Column("title", String(120), nullable=False),
    Column("field", String(200), nullable=False),
    Column("phone", String(40), nullable=False),
    Column("public", Boolean, nullable=False),
    Column("is_head", Boolean, nullable=False),
    Column("role", String(10), nullable=False),
    Column("counter_id", Key, ForeignKey("counter.id")),
    Column("position", Integer, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("pin_hash", String(200)),
    Column("wrong_pins", Integer, nullable=False),
    Column("locked_until", UtcMoment),
    CheckConstraint("role IN ('officer', 'manager', 'it')", name="role"),
)

desk = Table(
    "desk",
    metadata,
    Column("counter_id", Key, ForeignKey("counter.id"), primary_key=True),
    Column("person_id", Key, ForeignKey("person.id")),
    Column("since", UtcMoment),
    Column("priority_run", Integer, nullable=False),
)

notice = Table(
    "notice",
    metadata,
    Column("id", Key, primary_key=True),
    Column("text", String(200), nullable=False),
    Column("position", Integer, nullable=False),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("active", Boolean, nullable=False),
)

station_presence = Table(
    "station_presence",
    metadata,
    Column("station", String(40), primary_key=True),
    Column("face", String(20), primary_key=True),
    Column("counter_number", Integer),
    Column("started_at", UtcMoment, nullable=False),
    Column("seen_at", UtcMoment, nullable=False),
    Column("details", Text, nullable=False),
)

staff_call = Table(
    "staff_call",
    metadata,
    Column("id", Key, primary_key=True),
    Column("station", String(40), nullable=False),
    Column("cause", String(10), nullable=False),
    Column("about", String(20), nullable=False),
    Column("day", Date, nullable=False, index=True),
    Column("asked_at", UtcMoment, nullable=False),
    Column("seen_at", UtcMoment),
    Column("ended_at", UtcMoment),
)

questionnaire = Table(
    "questionnaire",
    metadata,
    Column("code", String(20), primary_key=True),
    Column("content", Text, nullable=False),
    Column("set_at", UtcMoment, nullable=False),
)

evaluation_tally = Table(
    "evaluation_tally",
    metadata,
    Column("day", Date, primary_key=True),
    Column("questionnaire", String(20), primary_key=True),
    Column("question", String(20), primary_key=True),
    Column("answer", String(20), primary_key=True),
    Column("many", Integer, nullable=False),
)

# ---------------------------------------------------------------- the catalogue

procedure = Table(
    "procedure",
    metadata,
    Column("code", String(40), primary_key=True),
    Column("name", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("field_id", Key, ForeignKey("service_field.id")),
    Column("offered", Boolean, nullable=False),
    Column("details", Text, nullable=False),
    Column("folded_name", Text, nullable=False),
    Column("folded_rest", Text, nullable=False),
    Column("rank_key", BigInteger, nullable=False, unique=True),
    Column("changed_at", UtcMoment, nullable=False),
)
Index("ix_procedure_offered", procedure.c.offered, procedure.c.field_id)

procedure_source = Table(
    "procedure_source",
    metadata,
    Column("code", String(40), ForeignKey("procedure.code"), primary_key=True),
    Column("kind", String(12), primary_key=True),
    Column("raw", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("read_from", Text, nullable=False),
    Column("imported_at", UtcMoment, nullable=False),
    CheckConstraint("kind IN ('catalogue', 'record', 'handwritten')", name="kind"),
)

procedure_correction = Table(
    "procedure_correction",
    metadata,
    Column("code", String(40), ForeignKey("procedure.code"), primary_key=True),
    Column("part", String(40), primary_key=True),
    Column("value", Text, nullable=False),
    Column("officer", String(20)),
    Column("at", UtcMoment, nullable=False),
)

everyday_word = Table(
    "everyday_word",
    metadata,
    Column("folded", String(120), primary_key=True),
    Column("said", String(120), nullable=False),
    Column("codes", Text, nullable=False),
    Column("means", Text, nullable=False),
)

# ---------------------------------------------------------------- the queue

ticket = Table(
    "ticket",
    metadata,
    Column("id", Key, primary_key=True),
    Column("office_id", Key, ForeignKey("office.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("series", String(4), nullable=False),
    Column("number", Integer, nullable=False),
    Column("arrival", Integer, nullable=False),
    Column("field_id", Key, ForeignKey("service_field.id"), nullable=False),
    Column("priority", String(20), ForeignKey("priority_group.code")),
    Column("rank", Integer, nullable=False),
    Column("state", String(10), nullable=False),
    Column("counter_id", Key, ForeignKey("counter.id")),
    Column("calls", Integer, nullable=False),
    Column("issued_at", UtcMoment, nullable=False),
    Column("called_at", UtcMoment),
    Column("serving_at", UtcMoment),
    Column("ended_at", UtcMoment),
    Column("call_reason", String(200)),
    Column("origin_station", String(40), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("held_at", UtcMoment),
    Column("held_by", Key, ForeignKey("counter.id")),
    Column("for_counter_id", Key, ForeignKey("counter.id")),
    Column("returns", Integer, nullable=False, server_default=text("0")),
    Column("ahead", Integer),
    Column("counters_open", Integer),
    Column("told_low", Integer),
    Column("told_median", Integer),
    Column("told_high", Integer),
    UniqueConstraint("office_id", "day", "series", "number"),
    UniqueConstraint("office_id", "day", "arrival"),
    CheckConstraint("number >= 1", name="number"),
    CheckConstraint(
        "state IN ('waiting', 'called', 'serving', 'done', 'no_show', 'expired')", name="state"
    ),
    CheckConstraint(
        "(state = 'expired' OR (state = 'waiting') = (counter_id IS NULL))"
        " AND (counter_id IS NULL) = (called_at IS NULL)",
        name="counter_when_called",
    ),
)
Index(
    "ix_ticket_waiting",
    ticket.c.day,
    ticket.c.rank,
    ticket.c.arrival,
    ticket.c.field_id,
    sqlite_where=text("state = 'waiting'"),
)
Index(
    "uq_ticket_active_counter",
    ticket.c.counter_id,
    unique=True,
    sqlite_where=text("state IN ('called', 'serving')"),
)

ticket_call = Table(
    "ticket_call",
    metadata,
    Column("id", Key, primary_key=True),
    Column("ticket_id", Key, ForeignKey("ticket.id"), nullable=False),
    Column("counter_id", Key, ForeignKey("counter.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("at", UtcMoment, nullable=False),
    Column("place", Integer, nullable=False, server_default=text("0")),
    UniqueConstraint("ticket_id", "turn"),
)
Index("ix_ticket_call_newest", ticket_call.c.day, ticket_call.c.place)

ticket_leg = Table(
    "ticket_leg",
    metadata,
    Column("id", Key, primary_key=True),
    Column("ticket_id", Key, ForeignKey("ticket.id"), nullable=False),
    Column("office_id", Key, ForeignKey("office.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("field_id", Key, ForeignKey("service_field.id"), nullable=False),
    Column("counter_id", Key, ForeignKey("counter.id"), nullable=False),
    Column("called_at", UtcMoment, nullable=False),
    Column("serving_at", UtcMoment),
    Column("ended_at", UtcMoment, nullable=False),
    Column("how", String(10), nullable=False),
    Column("reason", String(200)),
    CheckConstraint(
        "how IN ('done', 'no_show', 'passed', 'held', 'put_back', 'expired')", name="how"
    ),
)
Index("ix_ticket_leg_day", ticket_leg.c.day, ticket_leg.c.field_id)
Index("ix_ticket_leg_ticket", ticket_leg.c.ticket_id)

# ---------------------------------------------------------------- the dossiers

dossier = Table(
    "dossier",
    metadata,
    Column("id", Key, primary_key=True),
    Column("office_id", Key, ForeignKey("office.id"), nullable=False),
    Column("code", String(40), nullable=False, unique=True),
    Column("state", String(14), nullable=False),
    Column("legal_profile", String(20), nullable=False),
    Column("procedure_code", String(40), ForeignKey("procedure.code"), nullable=False),
    Column("procedure_name", Text, nullable=False),
    Column("field_id", Key, ForeignKey("service_field.id")),
    Column("case_code", String(40)),
    Column("channel", String(10), nullable=False),
    Column("sets", Integer, nullable=False),
    Column("note", Text, nullable=False),
    Column("applicant_name", String(200), nullable=False),
    Column("applicant_folded", String(200), nullable=False),
    Column("applicant_id_number", String(20), index=True),
    Column("applicant_phone", String(20), index=True),
    Column("applicant", Text, nullable=False),
    Column("submitter", Text),
    Column("time_limit", String(8)),
    Column("limit_source", String(12), nullable=False),
    Column("due_at", UtcMoment),
    Column("original_due_at", UtcMoment),
    Column("due_reason", Text, nullable=False),
    Column("fee_amount", BigInteger),
    Column("fee_text", Text, nullable=False),
    Column("lookup_secret", String(6), nullable=False),
    Column("register_year", Integer, nullable=False),
    Column("register_volume", Integer, nullable=False),
    Column("register_entry", Integer, nullable=False),
    Column("received_at", UtcMoment, nullable=False),
    Column("received_by", String(20)),
    Column("received_by_name", String(120), nullable=False),
    Column("counter_id", Key, ForeignKey("counter.id")),
    Column("ticket_id", Key, ForeignKey("ticket.id"), index=True),
    Column("ready_at", UtcMoment),
    Column("returned_at", UtcMoment),
    Column("origin_station", String(40), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("requests", Integer, nullable=False, server_default=text("0")),
    Column("extensions", Integer, nullable=False, server_default=text("0")),
    Column("outcome", String(10)),
    Column("holder", String(120), nullable=False, server_default=text("''")),
    Column("applicant_tax_code", String(14), index=True),
    Column("foreign_code", String(40), index=True),
    Column("deliver_to", Text, nullable=False, server_default=text("''")),
    UniqueConstraint("office_id", "register_year", "register_entry"),
    CheckConstraint(
        "state IN ('received', 'processing', 'supplementing', 'withdrawing', 'correcting', "
        "'result_ready', 'refused', 'stopped', 'returned')",
        name="state",
    ),
    CheckConstraint("channel IN ('direct', 'postal', 'authorized', 'online')", name="channel"),
    CheckConstraint("sets BETWEEN 1 AND 99", name="sets"),
)
Index("ix_dossier_state_due", dossier.c.state, dossier.c.due_at)
# The manager's figures of a day are read every few seconds.
Index("ix_dossier_received_at", dossier.c.received_at)
Index("ix_dossier_ready_at", dossier.c.ready_at)
Index("ix_dossier_returned_at", dossier.c.returned_at)

dossier_paper = Table(
    "dossier_paper",
    metadata,
    Column("dossier_id", Key, ForeignKey("dossier.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("originals", Integer, nullable=False),
    Column("copies", Integer, nullable=False),
)

dossier_event = Table(
    "dossier_event",
    metadata,
    Column("id", Key, primary_key=True),
    Column("dossier_id", Key, ForeignKey("dossier.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("act", String(30), nullable=False),
    Column("state", String(14), nullable=False),
    Column("at", UtcMoment, nullable=False),
    Column("officer", String(20)),
    Column("officer_name", String(120), nullable=False),
    Column("station", String(40), nullable=False),
    Column("details", Text, nullable=False),
    UniqueConstraint("dossier_id", "position"),
)

dossier_pause = Table(
    "dossier_pause",
    metadata,
    Column("dossier_id", Key, ForeignKey("dossier.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("since", UtcMoment, nullable=False),
    Column("until", UtcMoment),
    Column("due_before", UtcMoment),
    Column("due_restarted", UtcMoment),
    Column("due_shifted", UtcMoment),
    Column("late", Boolean, nullable=False),
)

letter = Table(
    "letter",
    metadata,
    Column("id", Key, primary_key=True),
    Column("office_id", Key, ForeignKey("office.id"), nullable=False),
    Column("dossier_id", Key, ForeignKey("dossier.id"), index=True),
    Column("kind", String(12), nullable=False),
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("procedure_code", String(40), nullable=False),
    Column("person", String(200), nullable=False),
    Column("issued_at", UtcMoment, nullable=False),
    Column("officer", String(20)),
    Column("station", String(40), nullable=False),
    Column("content", Text, nullable=False),
    UniqueConstraint("office_id", "kind", "year", "number"),
)
Index("ix_letter_person", letter.c.person, letter.c.procedure_code)

payment = Table(
    "payment",
    metadata,
    Column("id", Key, primary_key=True),
    Column("office_id", Key, ForeignKey("office.id"), nullable=False),
    Column("dossier_id", Key, ForeignKey("dossier.id"), nullable=False, index=True),
    Column("kind", String(10), nullable=False),
    Column("amount", BigInteger, nullable=False),
    Column("by", String(10), nullable=False),
    Column("receipt", String(40)),
    Column("reason", Text, nullable=False),
    Column("reverses", Key, ForeignKey("payment.id"), unique=True),
    Column("day", Date, nullable=False),
    Column("at", UtcMoment, nullable=False),
    Column("officer", String(20)),
    Column("officer_name", String(120), nullable=False),
    Column("station", String(40), nullable=False),
    UniqueConstraint("office_id", "receipt"),
    CheckConstraint("kind IN ('paid', 'waived', 'reversed')", name="kind"),
)
Index("ix_payment_day", payment.c.day, payment.c.officer)

telling = Table(
    "telling",
    metadata,
    Column("id", Key, primary_key=True),
    Column("dossier_id", Key, ForeignKey("dossier.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("by", String(10), nullable=False),
    Column("reached", Boolean, nullable=False),
    Column("at", UtcMoment, nullable=False),
    Column("officer", String(20)),
    Column("station", String(40), nullable=False),
)
Index("ix_telling_dossier", telling.c.dossier_id, telling.c.position)

process_template = Table(
    "process_template",
    metadata,
    Column("id", Key, primary_key=True),
    Column("office_id", Key, ForeignKey("office.id"), nullable=False),
    Column("procedure_code", String(40), ForeignKey("procedure.code"), nullable=False),
    Column("first_day", Date, nullable=False),
    Column("steps", Text, nullable=False),
    Column("set_at", UtcMoment, nullable=False),
    Column("officer", String(20)),
    Index("ix_process_template_of", "procedure_code", "first_day", "id"),
)

lookup_try = Table(
    "lookup_try",
    metadata,
    Column("dossier_id", Key, ForeignKey("dossier.id"), primary_key=True),
    Column("wrong", Integer, nullable=False),
    Column("last_at", UtcMoment, nullable=False),
    Column("locked_until", UtcMoment),
)

# ---------------------------------------------------------------- scanned papers

scan = Table(
    "scan",
    metadata,
    Column("id", Key, primary_key=True),
    Column("dossier_id", Key, ForeignKey("dossier.id"), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("title", String(200), nullable=False),
    Column("position", Integer, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("bytes", BigInteger, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("file", String(80), nullable=False),
    Column("filed_at", UtcMoment, nullable=False),
    Column("filed_by", String(20)),
    Column("station", String(40), nullable=False),
    Column("source_name", String(200), nullable=False),
    Column("source_sha256", String(64), nullable=False, index=True),
    Column("superseded_by", Key, ForeignKey("scan.id")),
    CheckConstraint("kind IN ('submitted', 'result', 'other')", name="kind"),
    CheckConstraint("pages >= 1", name="pages"),
)
Index("ix_scan_dossier_id", scan.c.dossier_id, scan.c.position)
