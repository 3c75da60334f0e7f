"""The tables. ``entry`` is the truth; ``workshop`` and ``person`` hold what is found or erased apart from it.

``harvest`` and ``harvest_line`` are pressed from the entries, and can be pressed again at any time.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
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
