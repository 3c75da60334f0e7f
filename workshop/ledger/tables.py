"""The tables. ``entry`` is the truth; ``workshop`` and ``person`` hold what is found or erased apart from it.

``harvest`` and ``harvest_line`` are pressed from the entries, and can be pressed again at any time. What is
``PASSING`` comes of work beside the server, and no backup holds it.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData()

workshop = Table(
    "workshop",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("code", String(12), nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("status", String(20), nullable=False),
    Column("practice", Boolean, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("updated_at", BigInteger, nullable=False),
)

# Names are kept only here, so that one update erases a person.
person = Table(
    "person",
    metadata,
    Column("workshop_id", String(40), ForeignKey("workshop.id", ondelete="CASCADE"), nullable=False),
    Column("id", String(40), nullable=False),
    Column("name", Text, nullable=False),
    PrimaryKeyConstraint("workshop_id", "id"),
)

# The primary key is the lock of last resort: a stale writer cannot append.
entry = Table(
    "entry",
    metadata,
    Column("workshop_id", String(40), ForeignKey("workshop.id", ondelete="CASCADE"), nullable=False),
    Column("n", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("by", String(40), nullable=True),
    Column("command", String(40), nullable=False),
    Column("type", String(40), nullable=False),
    Column("body", Text, nullable=False),
    Column("streams", Text, nullable=False),
    PrimaryKeyConstraint("workshop_id", "n"),
)

# One pressing: how far the ledger was read, and what is not a list of lines.
harvest = Table(
    "harvest",
    metadata,
    Column("workshop_id", ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
    Column("pressed_at_n", BigInteger, nullable=False),
    Column("pressing", String(40), nullable=False),
    Column("body", Text, nullable=False),
)

# One line of the harvest, with the numbers of the entries it comes from. Goes when its pressing goes.
harvest_line = Table(
    "harvest_line",
    metadata,
    Column("workshop_id", String(40), nullable=False),
    Column("section", String(60), nullable=False),
    Column("key", String(200), nullable=False),
    Column("within", String(200), nullable=False),
    Column("place", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("entries", Text, nullable=False),
    PrimaryKeyConstraint("workshop_id", "section", "key"),
    ForeignKeyConstraint(["workshop_id"], ["harvest.workshop_id"], ondelete="CASCADE"),
)

# Work for a worker. ``lease_until``: from then on any worker may take it, be it new or begun by another.
# ``attempt``: how often it was taken. Whoever reports names its attempt, so that nobody reports for another.
job = Table(
    "job",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("workshop_id", String(40), nullable=False),
    Column("key", String(120), nullable=False),
    Column("payload", Text, nullable=False, default="{}"),
    Column("state", String(10), nullable=False),
    Column("attempt", Integer, nullable=False, default=0),
    Column("lease_until", BigInteger, nullable=False, default=0),
    Column("worker", String(80), nullable=False, default=""),
    Column("progress", Integer, nullable=False, default=0),
    Column("result", Text, nullable=True),
    Column("problem", String(80), nullable=False, default=""),
    Column("at", BigInteger, nullable=False),
)
OUTSTANDING = text("state in ('waiting', 'running')")
Index("job_to_take", job.c.state, job.c.lease_until)
# The same work is asked for once at a time, whichever process asks.
Index(
    "job_outstanding_once",
    job.c.workshop_id,
    job.c.kind,
    job.c.key,
    unique=True,
    sqlite_where=OUTSTANDING,
    postgresql_where=OUTSTANDING,
)
Index("job_of_workshop", job.c.workshop_id, job.c.kind, job.c.key)

# What a model makes of a note's words: numbers that tell a reader nothing, and are made of these words.
embedding = Table(
    "embedding",
    metadata,
    Column("workshop_id", String(40), nullable=False),
    Column("note_id", String(80), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("model", String(40), nullable=False),
    Column("vector", LargeBinary, nullable=False),
    PrimaryKeyConstraint("workshop_id", "note_id"),
)

# A finished file that somebody asked for, in pieces, until it is thrown away. It holds people's words.
parcel = Table(
    "parcel",
    metadata,
    Column("job_id", String(40), nullable=False),
    Column("no", Integer, nullable=False),
    Column("workshop_id", String(40), nullable=False),
    Column("key", String(120), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("content", LargeBinary, nullable=False),
    PrimaryKeyConstraint("job_id", "no"),
)
Index("parcel_of_workshop", parcel.c.workshop_id)

# Who may read by program. ``digest``: of the secret, which is kept nowhere. ``used_on``: the last day of use.
api_key = Table(
    "api_key",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("name", String(60), nullable=False, unique=True),
    Column("digest", String(64), nullable=False),
    Column("scopes", Text, nullable=False),
    Column("workshop_id", ForeignKey("workshop.id", ondelete="CASCADE"), nullable=True),
    Column("made_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=True),
    Column("used_on", String(10), nullable=False, default=""),
)

# Whom to tell that something has happened.
webhook = Table(
    "webhook",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("url", Text, nullable=False),
    Column("event", String(40), nullable=False),
    Column("workshop_id", ForeignKey("workshop.id", ondelete="CASCADE"), nullable=True),
    Column("made_at", BigInteger, nullable=False),
)

# One thing to tell one of them, however often that is tried. ``id`` is what the receiver knows it by.
delivery = Table(
    "delivery",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("webhook_id", ForeignKey("webhook.id", ondelete="CASCADE"), nullable=False),
    Column("workshop_id", ForeignKey("workshop.id", ondelete="CASCADE"), nullable=False),
    Column("event", String(40), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("state", String(10), nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("due_at", BigInteger, nullable=False),
    Column("outcome", String(80), nullable=False, default=""),
    # Several processes may notice; it is told once.
    UniqueConstraint("webhook_id", "workshop_id", "event"),
)

# The kind of a job that is none: the sign that words were redacted, for whoever holds a workshop in memory.
REDACTED = "redacted"

# Made again when it is missed: no part of a backup.
PASSING = (job, embedding, parcel)
