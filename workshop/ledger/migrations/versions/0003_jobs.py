"""Jobs that a worker does beside the server, and the embeddings of notes.

With SQLite they have a file of their own: ``workshop/ledger/passing.py``.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    _jobs()
    op.create_table(
        "embedding",
        sa.Column("workshop_id", sa.String(40), nullable=False),
        sa.Column("note_id", sa.String(80), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("model", sa.String(40), nullable=False),
        sa.Column("vector", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", "note_id"),
    )


def _jobs() -> None:
    op.create_table(
        "job",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("workshop_id", sa.String(40), nullable=False),
        sa.Column("key", sa.String(120), nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("lease_until", sa.BigInteger, nullable=False),
        sa.Column("worker", sa.String(80), nullable=False),
        sa.Column("progress", sa.Integer, nullable=False),
        sa.Column("result", sa.Text, nullable=True),
        sa.Column("problem", sa.String(80), nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    op.create_index("job_to_take", "job", ["state", "lease_until"])
    outstanding = sa.text("state in ('waiting', 'running')")
    op.create_index(
        "job_outstanding_once",
        "job",
        ["workshop_id", "kind", "key"],
        unique=True,
        postgresql_where=outstanding,
    )
    op.create_index("job_of_workshop", "job", ["workshop_id", "kind", "key"])
